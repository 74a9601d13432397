//! How often each rule was found, in place of the findings. It counts and shows no draft.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::json;

use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::render::json;
use crate::rules;

/// `--statistics`.
#[derive(Default)]
pub struct Statistics {
    /// Whether programs read it.
    pub as_json: bool,
    by_rule: BTreeMap<&'static str, Counts>,
}

#[derive(Default)]
struct Counts {
    found: usize,
    fixable: usize,
    suppressed: usize,
}

impl Statistics {
    /// Nothing counted yet.
    pub fn new(as_json: bool) -> Self {
        Self {
            as_json,
            ..Self::default()
        }
    }

    /// The most frequent first.
    fn rows(&self) -> Vec<(&'static str, &Counts)> {
        let mut rows: Vec<_> = self.by_rule.iter().map(|(code, counts)| (*code, counts)).collect();
        rows.sort_by_key(|(code, counts)| (std::cmp::Reverse(counts.found), *code));
        rows
    }
}

impl Format for Statistics {
    fn draft(&mut self, draft: &Checked<'_>, _: &mut dyn Write) -> io::Result<()> {
        for (finding, set_aside) in draft.all() {
            let counts = self.by_rule.entry(finding.code).or_default();
            match set_aside {
                Some(_) => counts.suppressed += 1,
                None => {
                    counts.found += 1;
                    counts.fixable += usize::from(finding.safe_fix().is_some());
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, summary: Option<&Summary>, _: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        let rows = self.rows();
        if self.as_json {
            let rows: Vec<_> = rows
                .iter()
                .map(|(code, counts)| {
                    json!({
                        "code": code,
                        "count": counts.found,
                        "fixable": counts.fixable,
                        "suppressed": counts.suppressed,
                    })
                })
                .collect();
            json::write(out, &rows)?;
            return out.write_all(b"\n");
        }
        let width = rows.iter().map(|(code, _)| code.len()).max().unwrap_or(0);
        for (code, counts) in rows {
            let summary = rules::find(code).map_or("", |rule| rule.summary);
            let fixable = if counts.fixable > 0 { "[fix]" } else { "     " };
            writeln!(out, "{:>6}  {code:width$}  {fixable}  {summary}", counts.found)?;
        }
        match summary {
            Some(summary) => writeln!(out, "{}", summary.sentence()),
            None => Ok(()),
        }
    }
}
