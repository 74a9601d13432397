//! Applying fixes to a text and writing the result back. It never applies a fix to words that may be somebody's.

use std::io::Write;
use std::path::Path;

use crate::cli::error::CliError;
use crate::cli::replacement::{Over, Replacement};
use crate::rules::{Finding, Fix, FixSafety};

/// Which fixes are applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixesWanted {
    /// Those that are safe.
    Safe,
    /// These, and those that are only suggested: the fix of a finding that has no other, outside words that may be somebody's.
    Suggested,
}

/// The fix of a finding that is applied.
pub fn fix_of(finding: &Finding, wanted: FixesWanted) -> Option<&Fix> {
    let only = || match finding.fixes.as_slice() {
        [only] if wanted == FixesWanted::Suggested && only.safety == FixSafety::Suggest => Some(only),
        _ => None,
    };
    finding.safe_fix().or_else(only)
}

/// The text with the wanted fixes of `findings` applied, and how many were. Of two fixes that touch, the first one wins;
/// the other is found again on the next pass.
pub fn apply(text: &str, findings: &[Finding], wanted: FixesWanted) -> (String, usize) {
    let wanted = findings.iter().filter_map(|finding| fix_of(finding, wanted));
    let fixes = Fix::together(wanted, text);
    let mut fixed = String::with_capacity(text.len());
    let mut done = 0;
    for edit in fixes.iter().flat_map(|fix| &fix.edits) {
        fixed.push_str(text.get(done..edit.span.start).unwrap_or(""));
        fixed.push_str(&edit.text);
        done = edit.span.end;
    }
    fixed.push_str(text.get(done..).unwrap_or(""));
    (fixed, fixes.len())
}

/// Replaces the content of a file in one step: a reader sees the old text or the new one, also after a power cut.
///
/// Links are followed, permissions are kept, and a file that no longer holds `before` is left alone.
pub fn replace(path: &Path, before: &str, after: &str) -> Result<(), CliError> {
    let mut replacement = Replacement::new(path)?;
    let written = replacement.write_all(after.as_bytes());
    written.map_err(|error| replacement.error(error))?;
    replacement.finish_over(&Over::This(before.as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::rules::{Edit, Level};
    use crate::text::Span;

    fn finding(safety: FixSafety, start: usize, end: usize) -> Finding {
        Finding {
            code: "doubled-word",
            level: Level::Warning,
            span: Span::new(start, end),
            message: String::new(),
            help: String::new(),
            related: Vec::new(),
            fixes: vec![Fix {
                title: String::new(),
                safety,
                edits: vec![Edit {
                    span: Span::new(start, end),
                    text: String::new(),
                }],
            }],
            unnecessary: true,
        }
    }

    #[test]
    fn only_safe_fixes_are_applied() {
        let findings = [finding(FixSafety::Safe, 3, 7), finding(FixSafety::Suggest, 8, 12)];
        assert_eq!(
            apply("the the cat cat", &findings, FixesWanted::Safe),
            ("the cat cat".to_owned(), 1)
        );
    }

    #[test]
    fn suggested_fixes_are_applied_where_they_are_wanted_and_change_no_speech() {
        let mut two = finding(FixSafety::Suggest, 0, 4);
        two.fixes.extend(two.fixes.clone());
        let findings = [
            two,
            finding(FixSafety::Suggest, 8, 12),
            finding(FixSafety::Quoted, 12, 16),
        ];
        let fixed = apply("the the cat cat cat", &findings, FixesWanted::Suggested);
        assert_eq!(fixed, ("the the cat cat".to_owned(), 1));
    }

    #[test]
    fn of_fixes_that_touch_the_first_is_applied() {
        let findings = [finding(FixSafety::Safe, 4, 8), finding(FixSafety::Safe, 0, 4)];
        assert_eq!(
            apply("the the the", &findings, FixesWanted::Safe),
            ("the the".to_owned(), 1)
        );
    }

    #[test]
    fn a_fix_outside_the_text_is_left_out() {
        assert_eq!(
            apply("Öl", &[finding(FixSafety::Safe, 1, 9)], FixesWanted::Safe),
            ("Öl".to_owned(), 0)
        );
    }

    #[test]
    fn a_file_that_changed_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("story.txt");
        fs::write(&file, "new text").unwrap();
        assert!(matches!(
            replace(&file, "old text", "fixed"),
            Err(CliError::Changed { .. })
        ));
        assert_eq!(fs::read_to_string(&file).unwrap(), "new text");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("story.txt");
        let link = folder.path().join("link.txt");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        replace(&link, "old", "new").unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    }
}
