//! Files of hard cases: drafts with what copydesk makes of each in a list under it. A line that begins with `wrong: ` is
//! what it makes of the draft and should not. What such a line says is left to the tests that read the file.

use std::fmt::Write as _;
use std::path::Path;

/// Compares the lists of a file with what `found` tells of its drafts; `COPYDESK_UPDATE=1` writes them anew.
///
/// `fences` are the words behind the three backticks that open a draft; `found` is given those and the draft.
pub fn check(file: &str, fences: &[&str], found: impl Fn(&str, &str) -> Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    let written = std::fs::read_to_string(&path).unwrap();
    let now = rewritten(&written, fences, found);
    if std::env::var_os("COPYDESK_UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let plain = |text: &str| text.replace("wrong: - ", "- ");
    let difference = similar::TextDiff::from_lines(&plain(&written), &plain(&now))
        .unified_diff()
        .context_radius(4)
        .to_string();
    assert!(difference.is_empty(), "{file}\n{difference}");
}

/// The file with the lines under each draft as copydesk sees it now.
fn rewritten(written: &str, fences: &[&str], found: impl Fn(&str, &str) -> Vec<String>) -> String {
    let mut out = String::new();
    let mut lines = written.lines().peekable();
    while let Some(line) = lines.next() {
        let _ = writeln!(out, "{line}");
        let Some(fence) = line.strip_prefix("```").filter(|fence| fences.contains(fence)) else {
            continue;
        };
        let mut draft = String::new();
        for line in lines.by_ref() {
            let _ = writeln!(out, "{line}");
            if line == "```" {
                break;
            }
            let _ = writeln!(draft, "{line}");
        }
        let mut wrong = Vec::new();
        while lines
            .peek()
            .is_some_and(|line| line.starts_with("- ") || line.starts_with("wrong: - "))
        {
            wrong.push(lines.next().unwrap().starts_with("wrong: "));
        }
        for (index, found) in found(fence, &draft).into_iter().enumerate() {
            let known = wrong.get(index).copied().unwrap_or(false);
            let _ = writeln!(out, "{}- {found}", if known { "wrong: " } else { "" });
        }
    }
    out
}
