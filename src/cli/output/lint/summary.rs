//! What a run found, in numbers and in a sentence. It counts what it is given and decides nothing.

use crate::cli::args::FailOn;
use crate::rules::{Finding, Level};

/// What a run found, in numbers.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Drafts that were read.
    pub drafts: usize,
    /// Drafts with findings.
    pub drafts_with_findings: usize,
    /// Findings by level, mildest first.
    pub by_level: [usize; 4],
    /// Findings that have a safe fix.
    pub fixable: usize,
    /// Findings that comments in the drafts say are not wanted.
    pub suppressed: usize,
    /// Findings that the baseline knows.
    pub known: usize,
    /// Findings that are about nothing that changed.
    pub elsewhere: usize,
    /// Drafts that were left alone because they are not in English.
    pub left_alone: usize,
    /// Findings that were mended.
    pub fixed: usize,
    /// Findings at or above the failing level.
    pub failing: usize,
}

impl Summary {
    /// Counts the findings of one draft.
    pub fn count(&mut self, findings: &[Finding], fixed: usize, fail_on: FailOn) {
        self.drafts += 1;
        self.drafts_with_findings += usize::from(!findings.is_empty());
        self.fixed += fixed;
        for finding in findings {
            if let Some(count) = self.by_level.get_mut(finding.level as usize) {
                *count += 1;
            }
            self.fixable += usize::from(finding.safe_fix().is_some());
            self.failing += usize::from(fail_on.is_reached_by(finding.level));
        }
    }

    /// The numbers as a sentence.
    pub fn sentence(&self) -> String {
        let found: usize = self.by_level.iter().sum();
        let fixed = match self.fixed {
            0 => String::new(),
            fixed => format!("Fixed {}. ", counted(fixed, "finding")),
        };
        if found == 0 {
            let left = if self.fixed > 0 {
                "No findings left"
            } else {
                "No findings"
            };
            return format!("{fixed}{left} in {}{}.", counted(self.drafts, "draft"), self.left_out());
        }
        let levels = [
            (Level::Error, "error"),
            (Level::Warning, "warning"),
            (Level::Info, "info"),
            (Level::Hint, "hint"),
        ];
        let by_level: Vec<_> = levels
            .iter()
            .filter_map(|(level, name)| Some((*self.by_level.get(*level as usize)?, name)))
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| {
                if *name == "info" {
                    format!("{count} info")
                } else {
                    counted(count, name)
                }
            })
            .collect();
        let of = if self.drafts == 1 {
            "1 draft".to_owned()
        } else {
            format!("{} of {} drafts", self.drafts_with_findings, self.drafts)
        };
        let fixable = match self.fixable {
            0 => String::new(),
            fixable => format!(" `copydesk lint --fix` can fix {fixable}."),
        };
        format!(
            "{fixed}{} in {of}: {}{}.{fixable}",
            counted(found, "finding"),
            by_level.join(", "),
            self.left_out()
        )
    }

    /// "; 2 suppressed; 1 draft left alone, not in English".
    fn left_out(&self) -> String {
        let parts = [
            (self.suppressed, "suppressed".to_owned()),
            (self.known, "in the baseline".to_owned()),
            (self.elsewhere, "on lines that did not change".to_owned()),
        ];
        let mut text: String = parts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("; {count} {what}"))
            .collect();
        if self.left_alone > 0 {
            let drafts = counted(self.left_alone, "draft");
            text.push_str(&format!("; {drafts} left alone, not in English"));
        }
        text
    }
}

/// “1 draft”, “2 drafts”.
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_is_a_sentence() {
        let mut summary = Summary {
            drafts: 1,
            ..Summary::default()
        };
        assert_eq!(summary.sentence(), "No findings in 1 draft.");
        summary.drafts = 3;
        summary.drafts_with_findings = 2;
        summary.by_level = [0, 2, 1, 0];
        summary.fixable = 1;
        assert_eq!(
            summary.sentence(),
            "3 findings in 2 of 3 drafts: 1 warning, 2 info. `copydesk lint --fix` can fix 1."
        );
        summary.by_level = [0; 4];
        summary.fixed = 1;
        assert_eq!(summary.sentence(), "Fixed 1 finding. No findings left in 3 drafts.");
    }
}
