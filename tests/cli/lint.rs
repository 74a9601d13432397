//! `lint`: which drafts are read, how findings are reported, what is fixed.

use std::fs;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use crate::{copydesk, folder, run};

const DRAFT: &str = "Löwen 🛢 port.\n\nThe ferry ferry left on time, and the crew crew cheered.\n";
const FIXED: &str = "Löwen 🛢 port.\n\nThe ferry left on time, and the crew cheered.\n";

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
fn findings_come_with_the_words_they_are_about() {
    let folder = folder(&[("story.txt", "All quiet.\n\nThe ferry ferry left.\n")]);
    let run = run(copydesk(&folder).args(["lint", "story.txt"]));
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("warning[doubled-word]: "), "{}", run.stdout);
    assert!(run.stdout.contains("--> story.txt:3:"), "{}", run.stdout);
    assert!(run.stdout.contains("3 | The ferry ferry left."), "{}", run.stdout);
    assert!(
        run.stdout
            .contains("1 finding in 1 draft: 1 warning. `copydesk lint --fix` can fix 1."),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains('\u{1b}'));
}

#[test]
fn json_counts_bytes_for_programs_and_characters_for_people() {
    let folder = folder(&[("story.txt", "🛢 The ferry ferry left.\n")]);
    let run = run(copydesk(&folder).args(["lint", "--format", "json", "story.txt"]));
    assert_eq!(run.code, 1);
    let findings: Value = serde_json::from_str(&run.stdout).unwrap();
    let [finding] = findings.as_array().unwrap().as_slice() else {
        panic!("{findings}")
    };
    assert_eq!(finding["path"], "story.txt");
    assert_eq!(
        (&finding["code"], &finding["level"]),
        (&json!("doubled-word"), &json!("warning"))
    );
    let (start, end) = (
        finding["span"]["start"].as_u64().unwrap(),
        finding["span"]["end"].as_u64().unwrap(),
    );
    assert!(
        "🛢 The ferry ferry left.\n"
            .get(start as usize..end as usize)
            .unwrap()
            .contains("ferry")
    );
    // The barrel is one character of four bytes.
    assert_eq!(finding["start"], json!({"line": 1, "column": start - 3 + 1}));
    assert_eq!(finding["end"], json!({"line": 1, "column": end - 3 + 1}));
    assert_eq!(finding["fix"]["safety"], "safe");
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

#[test]
fn the_failing_level_decides_on_the_exit_code() {
    let folder = folder(&[("story.txt", DRAFT)]);
    for (level, code) in [("hint", 1), ("info", 1), ("warning", 1), ("error", 0), ("never", 0)] {
        assert_eq!(
            run(copydesk(&folder).args(["lint", "--fail-on", level])).code,
            code,
            "{level}"
        );
    }
}

#[test]
fn rules_are_selected_and_ignored_by_name() {
    let folder = folder(&[("story.txt", DRAFT)]);
    assert_eq!(
        run(copydesk(&folder).args(["lint", "--select", "doubled-word"])).code,
        1
    );
    assert_eq!(
        run(copydesk(&folder).args(["lint", "--select", "unclosed-quote"])).code,
        0
    );
    assert_eq!(
        run(copydesk(&folder).args(["lint", "--ignore", "doubled-word,unclosed-quote"])).code,
        0
    );
}

#[test]
fn an_unknown_rule_is_told_before_anything_is_linted() {
    let folder = folder(&[("story.txt", DRAFT)]);
    for arguments in [["lint", "--select", "double-word"], ["lint", "--ignore", "double-word"]] {
        let run = run(copydesk(&folder).args(arguments));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(
            run.stderr
                .contains("unknown rule “double-word”; did you mean “doubled-word”?"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn safe_fixes_are_written_and_the_rest_is_told() {
    let folder = folder(&[("story.txt", DRAFT), ("clean.txt", "Nothing here.\n")]);
    let before = fs::metadata(folder.path().join("clean.txt"))
        .unwrap()
        .modified()
        .unwrap();
    let run = run(copydesk(&folder).args(["lint", "--fix"]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("story.txt")).unwrap(), FIXED);
    assert_eq!(run.stdout, "Fixed 2 findings. No findings left in 2 drafts.\n");
    assert_eq!(
        fs::metadata(folder.path().join("clean.txt"))
            .unwrap()
            .modified()
            .unwrap(),
        before
    );
}

#[test]
fn the_time_of_change_is_that_of_the_fix() {
    let folder = folder(&[("story.txt", DRAFT)]);
    let draft = folder.path().join("story.txt");
    let old = SystemTime::now() - Duration::from_secs(24 * 60 * 60);
    fs::File::options()
        .append(true)
        .open(&draft)
        .unwrap()
        .set_modified(old)
        .unwrap();
    let changed = || fs::metadata(&draft).unwrap().modified().unwrap();
    let was = changed();
    // What is only looked at keeps its time, so that nothing is built or synchronized again because of it.
    for arguments in [&["lint"][..], &["lint", "--diff"]] {
        run(copydesk(&folder).args(arguments));
        assert_eq!(changed(), was, "{arguments:?}");
    }
    assert_eq!(run(copydesk(&folder).args(["lint", "--fix"])).code, 0);
    assert!(changed() > was + Duration::from_secs(60 * 60));
    let fixed = changed();
    assert_eq!(run(copydesk(&folder).args(["lint", "--fix"])).code, 0);
    assert_eq!(changed(), fixed);
}

#[test]
fn a_diff_shows_the_fixes_and_changes_nothing() {
    let folder = folder(&[("story.txt", DRAFT)]);
    let run = run(copydesk(&folder).args(["lint", "--diff"]));
    assert_eq!(run.code, 1);
    assert_eq!(
        run.stdout,
        "--- a/story.txt\n+++ b/story.txt\n@@ -1,3 +1,3 @@\n Löwen 🛢 port.\n \n\
         -The ferry ferry left on time, and the crew crew cheered.\n+The ferry left on time, and the crew cheered.\n"
    );
    assert_eq!(fs::read_to_string(folder.path().join("story.txt")).unwrap(), DRAFT);
}

#[test]
fn suggested_fixes_are_made_on_demand_and_quoted_words_stay() {
    let draft = "OSTBY, May 7, 2031 (NPA) - The the ministers meet at 8 p.m. tonight in the old harbor.\n\n\
                 “We we meet again,\" Ana Weil said.\n";
    let fixed = "OSTBY, May 7, 2031 (NPA) - The ministers meet at 8 p.m. Wednesday in the old harbor.\n\n\
                 “We we meet again,\" Ana Weil said.\n";
    let folder = folder(&[("story.txt", draft)]);
    // What the cache remembers knows no words that may be somebody's.
    run(copydesk(&folder).args(["lint"]));
    let shown = run(copydesk(&folder).args(["lint", "--diff", "--fix-suggested"]));
    assert!(
        shown
            .stdout
            .contains("+OSTBY, May 7, 2031 (NPA) - The ministers meet at 8 p.m. Wednesday")
    );
    assert_eq!(fs::read_to_string(folder.path().join("story.txt")).unwrap(), draft);
    run(copydesk(&folder).args(["lint", "--fix-suggested"]));
    assert_eq!(fs::read_to_string(folder.path().join("story.txt")).unwrap(), fixed);
}

#[test]
fn a_draft_on_standard_input_is_fixed_to_standard_output() {
    let folder = folder(&[]);
    let run = run(copydesk(&folder).args(["lint", "--fix", "-"]).write_stdin(DRAFT));
    assert_eq!((run.code, run.stdout.as_str()), (0, FIXED));
    assert_eq!(run.stderr, "Fixed 2 findings. No findings left in 1 draft.\n");
}

#[test]
fn standard_input_goes_by_the_name_it_is_given() {
    let folder = folder(&[("news/copydesk.toml", "[rules]\ndoubled-word = \"error\"\n")]);
    let arguments = ["lint", "-", "--stdin-filename", "news/story.md", "--format", "json"];
    let run = run(copydesk(&folder).args(arguments).write_stdin(DRAFT));
    let findings: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(
        (&findings[0]["path"], &findings[0]["level"]),
        (&json!("news/story.md"), &json!("error"))
    );
}

#[test]
fn the_output_does_not_depend_on_the_number_of_workers() {
    let names: Vec<_> = (0..150).map(|number| format!("draft-{number}.txt")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), DRAFT)).collect();
    let folder = folder(&files);
    let with = |jobs: &str| run(copydesk(&folder).args(["lint", "--jobs", jobs])).stdout;
    let one = with("1");
    assert_eq!(one, with("7"));
    assert!(one.contains("300 findings in 150 of 150 drafts"), "{one}");
}

#[test]
fn what_a_comment_leaves_out_is_counted_and_kept_in_the_json() {
    let draft = "<!-- copydesk: ignore doubled-word: as sung -->\nThe ferry ferry left.\n\nThe the end.\n";
    let folder = folder(&[("story.md", draft)]);
    let text = run(copydesk(&folder).args(["lint", "--fix", "story.md"]));
    assert_eq!(
        (text.code, text.stdout.as_str()),
        (0, "Fixed 1 finding. No findings left in 1 draft; 1 suppressed.\n")
    );
    let fixed = fs::read_to_string(folder.path().join("story.md")).unwrap();
    assert_eq!(fixed, draft.replace("The the", "The"));
    let json = run(copydesk(&folder).args(["lint", "--format", "json", "story.md"]));
    assert_eq!(json.code, 0);
    let findings: Value = serde_json::from_str(&json.stdout).unwrap();
    let suppressed = &findings[0]["suppressed"];
    assert_eq!(
        (&suppressed["reason"], &suppressed["start"]["line"]),
        (&json!("as sung"), &json!(1))
    );
    assert_eq!(findings.as_array().unwrap().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_diff_applies_whatever_the_draft_is_called() {
    use std::process::Command;
    let names = [
        "story.md",
        "a b.md",
        "\"q\".md",
        "é\\.md",
        "tab\t.md",
        "--fix.md",
        "line\nend.md",
        "deep/er/x.md",
    ];
    for tool in ["git", "patch"] {
        if Command::new(tool).arg("--version").output().is_err() {
            continue;
        }
        for name in names.iter().filter(|name| tool == "git" || !name.contains('\n')) {
            let folder = folder(&[(name, "One.\r\n\r\nThe ferry ferry left on time.\n\nThe end")]);
            let diff = run(copydesk(&folder).args(["lint", "--diff"]));
            assert_eq!(diff.code, 1, "{}", diff.stderr);
            let mut command = assert_cmd::Command::new(tool);
            command.args(if tool == "git" {
                vec!["apply", "-"]
            } else {
                vec!["-p1", "--binary"]
            });
            let applied = run(command.current_dir(folder.path()).write_stdin(diff.stdout.clone()));
            assert_eq!(
                applied.code, 0,
                "{tool} {name:?}: {}{}{}",
                applied.stdout, applied.stderr, diff.stdout
            );
            let fixed = fs::read_to_string(folder.path().join(name)).unwrap();
            assert_eq!(
                fixed, "One.\r\n\r\nThe ferry left on time.\n\nThe end",
                "{tool} {name:?}"
            );
        }
    }
}

#[test]
fn a_diff_of_returns_alone_is_refused_and_a_passing_run_passes() {
    let mac = folder(&[("mac.md", "One.\rThe ferry ferry left.\r")]);
    let refused = run(copydesk(&mac).args(["lint", "--diff"]));
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("carriage return alone"), "{}", refused.stderr);
    let story = folder(&[("story.txt", DRAFT)]);
    assert_eq!(
        run(copydesk(&story).args(["lint", "--diff", "--fail-on", "never"])).code,
        0
    );
}

const GERMAN: &str = "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke über den Fluss zu schließen. Die Bürger \
                      müssen nun einen anderen Weg nehmen, sagte die Bürgermeisterin, und das wird noch lange so bleiben.\n";

#[test]
fn a_draft_in_another_language_is_left_alone_and_said_to_be() {
    let folder = folder(&[("bericht.txt", GERMAN), ("story.txt", "The ferry ferry left.\n")]);
    let verbose = || run(copydesk(&folder).args(["lint", "--verbose"]));
    // The second time it is remembered.
    for notes in [verbose().stderr, verbose().stderr] {
        assert!(notes.contains("bericht.txt is in German and was left alone"), "{notes}");
    }
    let verbose = verbose();
    assert!(
        verbose.stdout.contains("; 1 draft left alone, not in English."),
        "{}",
        verbose.stdout
    );
    let quiet = run(copydesk(&folder).args(["lint"]));
    assert!(!quiet.stderr.contains("German"), "{}", quiet.stderr);
    let json = run(copydesk(&folder).args(["lint", "--format", "json"]));
    let entries: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(entries[0], json!({ "path": "bericht.txt", "left_alone": "deu" }));
    let others = entries.as_array().unwrap().iter().skip(1);
    assert!(others.clone().count() > 0);
    assert!(
        others
            .clone()
            .all(|entry| entry["path"] == "story.txt" && entry["code"].is_string())
    );
    let lines = run(copydesk(&folder).args(["lint", "--format", "jsonl", "bericht.txt"]));
    assert_eq!(lines.stdout, "{\"path\":\"bericht.txt\",\"left_alone\":\"deu\"}\n");
    assert_eq!(lines.code, 0);
}
