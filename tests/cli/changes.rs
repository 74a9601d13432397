//! What is known and what changed: baselines, git, diffs on standard input.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::{Run, copydesk, folder, run, write};

const DRAFT: &str = "The ferry ferry left.\n\nAll quiet.\n";

fn lint(folder: impl AsRef<Path>, arguments: &[&str]) -> Run {
    run(copydesk(folder).args(["lint", "--format", "concise"]).args(arguments))
}

#[test]
fn a_baseline_lets_pass_what_it_knows_and_nothing_else() {
    let folder = folder(&[("news/a.md", DRAFT), ("news/b.md", DRAFT)]);
    let written = lint(&folder, &["--write-baseline", "baseline.json", "news"]);
    assert_eq!(written.code, 0, "{}", written.stderr);
    assert!(
        written.stderr.contains("baseline.json now knows 2 findings"),
        "{}",
        written.stderr
    );
    // What is known from now on is not shown once more.
    assert_eq!(written.stdout, "No findings in 2 drafts; 2 in the baseline.\n");
    let moved = format!("A new first line.\n\n{DRAFT}\nThe crew crew cheered.\n");
    write(folder.path(), "news/a.md", moved.as_bytes());
    // From another folder, too.
    let run = lint(folder.path().join("news"), &["--baseline", "../baseline.json"]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (
            1,
            "a.md:7:10: warning[doubled-word]: Repeated word: “crew” [fix]\n\
             1 finding in 1 of 2 drafts: 1 warning; 2 in the baseline. `copydesk lint --fix` can fix 1.\n"
        )
    );
    assert_eq!(run.stderr, "");
    let json = ["lint", "--baseline", "baseline.json", "--format", "jsonl", "news/b.md"];
    let json = crate::run(copydesk(&folder).args(json));
    let finding: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(finding["suppressed"]["reason"], "in the baseline");
}

#[test]
fn entries_that_no_longer_hold_are_told_and_pruned() {
    let folder = folder(&[("a.md", DRAFT), ("b.md", DRAFT), ("c.md", DRAFT)]);
    assert_eq!(lint(&folder, &["--write-baseline", "known.json"]).code, 0);
    write(folder.path(), "a.md", b"All quiet.\n");
    fs::rename(folder.path().join("b.md"), folder.path().join("moved.md")).unwrap();
    // Neither a rule that does not run nor a draft that is not read says anything about its entries.
    for arguments in [&["--ignore", "doubled-word"][..], &["c.md"]] {
        let run = lint(&folder, &[&["--baseline", "known.json"], arguments].concat());
        assert!(!run.stderr.contains("a.md"), "{}", run.stderr);
        assert!(!run.stderr.contains("2 entries"), "{}", run.stderr);
    }
    let told = lint(&folder, &["--baseline", "known.json"]);
    assert_eq!(told.code, 0, "{}", told.stdout);
    assert!(told.stderr.contains("1 entry no longer holds"), "{}", told.stderr);
    assert!(
        lint(&folder, &["--baseline", "known.json", "--prune-baseline"])
            .stderr
            .contains("1 entry taken out")
    );
    assert_eq!(lint(&folder, &["--baseline", "known.json"]).stderr, "");
    let known: Value = serde_json::from_str(&fs::read_to_string(folder.path().join("known.json")).unwrap()).unwrap();
    assert_eq!(known["findings"].as_object().unwrap().len(), 2, "{known}");
}

#[test]
fn a_baseline_is_not_written_where_a_draft_could_not_be_read() {
    let folder = folder(&[("a.md", DRAFT)]);
    write(folder.path(), "b.md", b"\xff\xff");
    assert_eq!(lint(&folder, &["--write-baseline", "known.json"]).code, 2);
    assert!(!folder.path().join("known.json").exists());
    write(folder.path(), "known.json", b"{}");
    let run = lint(&folder, &["--baseline", "known.json"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("not a baseline"), "{}", run.stderr);
}

/// Runs git in a folder as nobody in particular.
pub fn git(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new("git")
        .args([
            "-c",
            "user.name=Desk",
            "-c",
            "user.email=desk@example.org",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// Whether git is there to be asked.
pub fn has_git() -> bool {
    Command::new("git").arg("--version").output().is_ok()
}

/// A repository with one commit on `main`, and a branch on which a draft was renamed and changed.
fn repository(name: &str) -> tempfile::TempDir {
    let long = format!("{DRAFT}\n{}", "A line that is there twice over.\n\n".repeat(9));
    let folder = folder(&[("old.md", DRAFT), (name, &long)]);
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", "One"]);
    git(folder.path(), &["checkout", "-q", "-b", "desk"]);
    let moved = folder.path().join("moved").join(name);
    fs::create_dir_all(moved.parent().unwrap()).unwrap();
    fs::rename(folder.path().join(name), &moved).unwrap();
    fs::write(&moved, format!("{long}The crew crew cheered.\n")).unwrap();
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", "Two"]);
    write(folder.path(), "new.md", b"The the new one.\n");
    folder
}

const HOSTILE: &str = "--config=x é\n\"b/\\\t\u{1b}.md";

#[cfg(unix)]
#[test]
fn only_what_changed_since_a_revision_is_linted() {
    if !has_git() {
        return;
    }
    for name in ["story.md", HOSTILE] {
        let folder = repository(name);
        let all = lint(&folder, &["--since", "main"]);
        assert!(
            all.stdout.contains("3 findings in 2 of 2 drafts"),
            "{}{}",
            all.stdout,
            all.stderr
        );
        assert!(!all.stdout.contains("old.md"), "{}", all.stdout);
        let lines = lint(&folder, &["--since", "main", "--changed-lines"]);
        assert!(
            lines
                .stdout
                .contains("2 findings in 2 of 2 drafts: 2 warnings; 1 on lines that did not change"),
            "{}{}",
            lines.stdout,
            lines.stderr
        );
        assert!(lines.stdout.contains("“crew”"));
        assert!(lines.stdout.contains("new.md"));
        let below = lint(folder.path().join("moved"), &["--since", "main", "--changed-lines"]);
        assert!(
            below.stdout.contains("1 finding in 1 draft"),
            "{}{}",
            below.stdout,
            below.stderr
        );
    }
}

#[cfg(unix)]
#[test]
fn only_lines_that_a_diff_changes_are_reported() {
    if !has_git() {
        return;
    }
    for name in ["story.md", HOSTILE] {
        let folder = repository(name);
        let diff = git(folder.path(), &["diff", "main"]);
        for place in [folder.path().to_owned(), folder.path().join("moved")] {
            let run = run(copydesk(&place)
                .args(["lint", "--changed-lines", "--format", "concise"])
                .write_stdin(diff.clone()));
            assert_eq!(run.code, 1, "{}", run.stderr);
            assert!(
                run.stdout
                    .contains("1 finding in 1 draft: 1 warning; 1 on lines that did not change"),
                "{}{}",
                run.stdout,
                run.stderr
            );
        }
    }
}

#[test]
fn without_a_diff_nothing_passes_by_mistake() {
    let folder = folder(&[("a.md", DRAFT)]);
    let names = run(copydesk(&folder)
        .args(["lint", "--changed-lines"])
        .write_stdin("a.md\n"));
    assert_eq!(names.code, 2);
    assert!(names.stderr.contains("not a unified diff"), "{}", names.stderr);
    let empty = run(copydesk(&folder).args(["lint", "--changed-lines"]).write_stdin(""));
    assert_eq!((empty.code, empty.stdout.as_str()), (0, ""));
    let outside = lint(&folder, &["--since", "main"]);
    assert_eq!(outside.code, 2);
    if has_git() {
        assert!(
            outside.stderr.contains("is not in a git repository"),
            "{}",
            outside.stderr
        );
    }
}

#[test]
fn a_revision_is_no_option() {
    if !has_git() {
        return;
    }
    let folder = repository("story.md");
    for revision in ["--output=x", "nowhere"] {
        let run = lint(&folder, &[&format!("--since={revision}")]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains("git knows no revision"), "{}", run.stderr);
    }
    assert!(!folder.path().join("x").exists());
}

#[test]
fn an_empty_diff_is_told() {
    let folder = folder(&[("a.md", DRAFT)]);
    let empty = run(copydesk(&folder).args(["lint", "--changed-lines"]).write_stdin(""));
    assert_eq!(empty.code, 0, "{}", empty.stderr);
    assert!(
        empty.stderr.contains("the diff on standard input is empty"),
        "{}",
        empty.stderr
    );
}

#[test]
fn no_report_and_no_baseline_takes_the_place_of_a_draft() {
    let folder = folder(&[("a.md", DRAFT), ("b.md", DRAFT)]);
    for arguments in [
        &["--write-baseline", "a.md", "b.md"][..],
        &["--output-file", "a.md", "a.md"],
        &["--report", "json=b.md", "."],
        &["--fix", "--output-file", "./a.md", "a.md"],
    ] {
        let run = lint(&folder, arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.stderr.contains("was left unchanged"), "{}", run.stderr);
        for draft in ["a.md", "b.md"] {
            assert_eq!(
                fs::read_to_string(folder.path().join(draft)).unwrap(),
                DRAFT,
                "{arguments:?}"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn no_filter_of_a_repository_runs() {
    if !has_git() {
        return;
    }
    let folder = folder(&[("a.md", DRAFT), (".gitattributes", "*.md filter=e\n")]);
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", "One"]);
    for (key, value) in [
        ("clean", "touch ran; cat"),
        ("process", "touch ran"),
        ("required", "true"),
    ] {
        git(folder.path(), &["config", &format!("filter.e.{key}"), value]);
    }
    write(
        folder.path(),
        "a.md",
        format!("{DRAFT}\nThe crew crew left.\n").as_bytes(),
    );
    for arguments in [&["--since", "HEAD"][..], &["--since", "HEAD", "--changed-lines"]] {
        let run = lint(&folder, arguments);
        assert!(run.stdout.contains("“crew”"), "{}{}", run.stdout, run.stderr);
        assert!(!folder.path().join("ran").exists(), "{arguments:?}");
    }
}
