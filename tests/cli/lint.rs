//! `lint`: which drafts are read, and how findings are told.

use crate::{copydesk, folder, run};

#[test]
fn folders_are_searched_for_drafts_and_ignored_files_passed_over() {
    let folder = folder(&[
        (".gitignore", "old/\n"),
        ("a.md", "A."),
        ("b.txt", "B."),
        ("deep/er/c.html", "<p>C.</p>"),
        ("old/d.txt", "D."),
        (".hidden/e.txt", "E."),
        ("notes.rs", "fn main() {}"),
    ]);
    let all = run(copydesk(&folder).args(["lint", "--verbose"]));
    let mut read: Vec<_> = all
        .stderr
        .lines()
        .filter_map(|line| line.strip_prefix("reading "))
        .collect();
    read.sort_unstable();
    assert_eq!(read, ["a.md", "b.txt", "deep/er/c.html"]);
    let named = run(copydesk(&folder).args(["lint", "old/d.txt", ".hidden/e.txt", "notes.rs", "./notes.rs"]));
    assert_eq!(named.stdout, "No findings in 3 drafts.\n");
}

#[test]
fn quiet_prints_findings_only() {
    let folder = folder(&[("a.md", "A.")]);
    let run = run(copydesk(&folder).args(["lint", "--quiet"]));
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
}

#[test]
fn json_without_findings_is_an_empty_array() {
    let folder = folder(&[("a.md", "A.")]);
    assert_eq!(run(copydesk(&folder).args(["lint", "--format", "json"])).stdout, "[]\n");
}
