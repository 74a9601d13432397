//! Files of hard cases: drafts with what copydesk makes of each in a list under it. A line that begins with `wrong: ` is
//! what it makes of the draft and should not. The mark belongs to the text of its line: where copydesk says something else,
//! the test fails and the mark goes. What such a line says is left to the tests that read the file.

use std::fmt::Write as _;
use std::path::Path;

/// How a line begins that is known to be wrong.
const WRONG: &str = "wrong: - ";

/// Compares the lists of a file with what `found` says about its drafts; `COPYDESK_UPDATE=1` rewrites them.
///
/// `fences` are the words after the three backticks that open a draft; `found` is given those and the draft.
pub fn check(file: &str, fences: &[&str], found: impl Fn(&str, &str) -> Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    let written = std::fs::read_to_string(&path).unwrap();
    let now = rewritten(&written, fences, found);
    if std::env::var_os("COPYDESK_UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let difference = similar::TextDiff::from_lines(&written, &now)
        .unified_diff()
        .context_radius(4)
        .to_string();
    assert!(
        difference.is_empty(),
        "{file}: a `wrong:` that goes is right now, or wrong in another way: mark it again\n{difference}"
    );
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
        while let Some(line) = lines.next_if(|line| line.starts_with("- ") || line.starts_with(WRONG)) {
            wrong.extend(line.strip_prefix(WRONG));
        }
        for found in found(fence, &draft) {
            // Each mark is for one line.
            let known = wrong.iter().position(|text| *text == found);
            let mark = known.map_or("- ", |at| {
                wrong.remove(at);
                WRONG
            });
            let _ = writeln!(out, "{mark}{found}");
        }
    }
    out
}

#[test]
fn a_mark_stays_with_the_text_of_its_line() {
    let written = "```draft\nabc\n```\nwrong: - b\n- c\nwrong: - d\n";
    let now = rewritten(written, &["draft"], |_, _| {
        ["a", "b", "b", "c"].map(str::to_owned).to_vec()
    });
    assert_eq!(now, "```draft\nabc\n```\n- a\nwrong: - b\n- b\n- c\n");
}
