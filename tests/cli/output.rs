//! The formats of findings, where they go, and what becomes of them if they cannot be written.

use std::fs;

use serde_json::{Value, json};

use crate::{Run, copydesk, folder, run, write};

/// A warning with a safe fix, one without a fix, and one that is not wanted.
const DRAFT: &str = "<!-- copydesk: ignore doubled-word: as sung -->\nThe the quay.\n\n\
                     Öl 🛢 ferry ferry.\n\nThe vote was on April 31.\n";

fn lint(arguments: &[&str]) -> Run {
    let folder = folder(&[("news/story.md", DRAFT), ("news/clean.md", "All quiet.\n")]);
    run(copydesk(&folder).arg("lint").args(arguments))
}

#[test]
fn concise_is_a_line_a_finding() {
    let run = lint(&["--format", "concise"]);
    let lines: Vec<_> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 3, "{}", run.stdout);
    assert_eq!(
        lines[0],
        "news/story.md:4:12: warning[doubled-word]: Repeated word: “ferry” [fix]"
    );
    assert!(lines[1].starts_with("news/story.md:6:"), "{}", run.stdout);
    assert!(lines[2].starts_with("2 findings in 1 of 2 drafts"), "{}", run.stdout);
}

#[test]
fn jsonl_has_what_json_has() {
    let array: Value = serde_json::from_str(&lint(&["--format", "json"]).stdout).unwrap();
    let lines = lint(&["--format", "jsonl"]).stdout;
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(array, Value::Array(lines.clone()));
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[2]["suppressed"]["reason"], "as sung");
}

#[track_caller]
fn assert_is_sarif(text: &str) -> Value {
    let schema: Value = serde_json::from_str(include_str!("data/sarif-2.1.0.schema.json")).unwrap();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.enable_format_assertions();
    compiler
        .add_resource("https://schemas.example/sarif.json", schema)
        .unwrap();
    let index = compiler
        .compile("https://schemas.example/sarif.json", &mut schemas)
        .unwrap();
    let log: Value = serde_json::from_str(text).unwrap();
    if let Err(error) = schemas.validate(&log, index) {
        panic!("{error:#}\n{text}");
    }
    log
}

#[test]
fn sarif_is_valid_and_keeps_what_is_suppressed() {
    let log = assert_is_sarif(&lint(&["--format", "sarif"]).stdout);
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    let rule = results[0]["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], "doubled-word");
    let place = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "news/story.md");
    assert_eq!(
        place["region"],
        json!({"startLine": 4, "startColumn": 12, "endLine": 4, "endColumn": 17})
    );
    assert_eq!(results[0]["suppressions"], json!([]));
    assert_eq!(
        results[2]["suppressions"],
        json!([{"kind": "inSource", "justification": "as sung"}])
    );
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    assert!(results[0]["fixes"][0]["artifactChanges"][0]["replacements"].is_array());
}

#[test]
fn rules_name_their_pages_where_these_have_an_address() {
    let address = "https://desk.example/rules/{code}.html";
    let page = "https://desk.example/rules/doubled-word.html";
    let log = assert_is_sarif(&lint(&["--format", "sarif", "--explain-address", address]).stdout);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["helpUri"] == page));
    // Without one, the page itself is the help.
    let log = assert_is_sarif(&lint(&["--format", "sarif"]).stdout);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        assert!(rule.get("helpUri").is_none());
        let page = rule["help"]["markdown"].as_str().unwrap();
        assert!(page.contains("## Why"), "{page}");
    }
    let reviewdog = lint(&["--format", "rdjson", "--explain-address", address]).stdout;
    let reviewdog: Value = serde_json::from_str(&reviewdog).unwrap();
    assert_eq!(reviewdog["diagnostics"][0]["code"]["url"], page);
    for wrong in ["https://desk.example/", "rules/{code}", "https://desk.example/{code} <"] {
        let refused = lint(&["--explain-address", wrong]);
        assert_eq!(refused.code, 2, "{wrong}");
        assert!(refused.stderr.contains("an address of the web"), "{}", refused.stderr);
    }
}

#[test]
fn sarif_says_which_drafts_could_not_be_read_and_encodes_every_name() {
    let folder = folder(&[("a b#%.md", "The the end.\n")]);
    write(folder.path(), "picture.txt", b"\x89PNG\0");
    let run = run(copydesk(&folder).args(["lint", "--format", "sarif"]));
    assert_eq!(run.code, 2);
    let log = assert_is_sarif(&run.stdout);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let told = invocation["toolExecutionNotifications"][0]["message"]["text"]
        .as_str()
        .unwrap();
    assert!(told.contains("binary file"), "{told}");
    let uri = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "a%20b%23%25.md");
}

#[test]
fn github_annotations_count_from_the_root_of_the_repository() {
    let folder = folder(&[(".git/HEAD", ""), ("news/story.md", DRAFT)]);
    let lint = || {
        let mut lint = copydesk(folder.path().join("news"));
        lint.args(["lint", "--format", "github"]);
        lint
    };
    let in_workspace = run(lint().env("GITHUB_WORKSPACE", folder.path()));
    // Elsewhere, too, as in a step that runs in a container.
    let elsewhere = run(lint().env_remove("GITHUB_WORKSPACE"));
    for run in [in_workspace, elsewhere] {
        let first = run.stdout.lines().next().unwrap();
        assert!(
            first.starts_with(
                "::warning title=copydesk (doubled-word),file=news/story.md,line=4,endLine=4,col=12,endColumn=17::Repeated word"
            ),
            "{first}"
        );
    }
}

#[test]
fn gitlab_fingerprints_do_not_change_where_lines_move() {
    let prints = |draft: &str| -> Vec<String> {
        let folder = folder(&[("story.md", draft)]);
        let run = run(copydesk(&folder).args(["lint", "--format", "gitlab"]));
        let issues: Value = serde_json::from_str(&run.stdout).unwrap();
        let issues = issues.as_array().unwrap();
        assert_eq!(issues[0]["location"]["path"], "story.md");
        assert_eq!(issues[0]["severity"], "major");
        issues
            .iter()
            .map(|issue| issue["fingerprint"].as_str().unwrap().to_owned())
            .collect()
    };
    let before = prints(DRAFT);
    assert_eq!(before.len(), 2);
    assert_ne!(before[0], before[1]);
    assert_eq!(prints(&format!("A new line.\n\n{DRAFT}")), before);
    assert_eq!(lint(&["--format", "gitlab", "news/clean.md"]).stdout, "[]\n");
}

#[test]
fn xml_is_well_formed_whatever_a_draft_and_its_name_hold() {
    let folder = folder(&[("a<&\"'.md", "The \u{1b}[31m <&> \u{9b}1m end end.\n"), ("b.md", DRAFT)]);
    write(folder.path(), "picture.txt", b"\x89PNG\0");
    let report = |format: &str| run(copydesk(&folder).args(["lint", "--format", format])).stdout;
    let text = report("checkstyle");
    let document = roxmltree::Document::parse(&text).unwrap();
    let errors: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("error"))
        .collect();
    assert_eq!(errors.len(), 4, "{text}");
    assert_eq!(errors[0].attribute("source"), Some("copydesk.doubled-word"));
    assert_eq!(errors[0].parent().unwrap().attribute("name"), Some("a<&\"'.md"));
    let text = report("junit");
    let document = roxmltree::Document::parse(&text).unwrap();
    let count = |name: &str| document.descendants().filter(|node| node.has_tag_name(name)).count();
    assert_eq!(
        (count("failure"), count("skipped"), count("error")),
        (3, 1, 1),
        "{text}"
    );
}

#[test]
fn junit_fails_only_what_fails_the_run() {
    let run = lint(&["--format", "junit", "--fail-on", "never"]);
    assert_eq!(run.code, 0);
    assert!(!run.stdout.contains("<failure"), "{}", run.stdout);
    assert!(run.stdout.contains("<system-out>news/story.md:4:12:"), "{}", run.stdout);
}

#[test]
fn rdjson_counts_bytes_and_suggests_single_edits() {
    let report: Value = serde_json::from_str(&lint(&["--format", "rdjson"]).stdout).unwrap();
    let first = &report["diagnostics"][0];
    assert_eq!(first["location"]["range"]["start"], json!({"line": 4, "column": 16}));
    assert_eq!(first["severity"], "WARNING");
    assert_eq!(first["suggestions"].as_array().unwrap().len(), 1);
}

#[test]
fn statistics_count_the_most_frequent_rule_first() {
    let text = lint(&["--statistics"]);
    assert_eq!(text.code, 1);
    assert!(text.stdout.starts_with("     1  doubled-word"), "{}", text.stdout);
    let counts: Value = serde_json::from_str(&lint(&["--statistics", "--format", "json"]).stdout).unwrap();
    assert_eq!(
        counts[0],
        json!({"code": "doubled-word", "count": 1, "fixable": 1, "suppressed": 1})
    );
    assert_eq!(lint(&["--statistics", "--format", "sarif"]).code, 2);
}

#[test]
fn several_reports_are_written_at_once() {
    let folder = folder(&[("story.md", DRAFT)]);
    let arguments = [
        "lint",
        "--format",
        "concise",
        "--report",
        "sarif=lint.sarif",
        "--report",
        "junit=lint.xml",
    ];
    let run = run(copydesk(&folder).args(arguments));
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("story.md:4:12:"), "{}", run.stdout);
    assert_is_sarif(&fs::read_to_string(folder.path().join("lint.sarif")).unwrap());
    assert!(
        fs::read_to_string(folder.path().join("lint.xml"))
            .unwrap()
            .contains("<failure")
    );
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        3,
        "nothing unfinished is left"
    );
}

#[test]
fn an_output_file_replaces_standard_output() {
    let folder = folder(&[("story.md", DRAFT)]);
    let run = run(copydesk(&folder).args(["lint", "--color", "always", "--output-file", "lint.txt"]));
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    let report = fs::read_to_string(folder.path().join("lint.txt")).unwrap();
    assert!(report.contains("story.md:4:12"), "{report}");
    assert!(!report.contains('\u{1b}'), "no colors in a file: {report}");
}

#[test]
fn a_report_that_cannot_be_written_is_told_before_anything_is_done() {
    let run = lint(&["--fix", "--report", "sarif=nowhere/lint.sarif"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(
        run.stderr.contains("nowhere/lint.sarif: cannot be written"),
        "{}",
        run.stderr
    );
}

#[cfg(target_os = "linux")]
#[test]
fn findings_are_not_lost_where_nothing_can_be_written() {
    let folder = folder(&[("story.md", DRAFT)]);
    for arguments in [&["lint", "--output-file", "/dev/full"][..], &["lint"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(arguments)
            .current_dir(folder.path())
            .stdout(full)
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains("No space left"), "{stderr}");
        assert!(stderr.contains("story.md:4:12: warning[doubled-word]"), "{stderr}");
    }
}

#[cfg(unix)]
#[test]
fn findings_are_told_where_the_fixes_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("news/story.md", DRAFT)]);
    let news = folder.path().join("news");
    fs::set_permissions(&news, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(news.join("probe"), "").is_ok() {
        // The superuser writes everywhere.
        return;
    }
    let run = run(copydesk(&folder).args(["lint", "--fix", "--format", "concise"]));
    fs::set_permissions(&news, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("cannot be written"), "{}", run.stderr);
    assert!(run.stdout.contains("story.md:4:12:"), "{}", run.stdout);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_error_is_no_panic() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let folder = folder(&[("story.md", DRAFT)]);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["lint", "--verbose", "nowhere.md", "story.md"])
        .current_dir(folder.path())
        .stderr(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stdout).unwrap().contains("doubled-word"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_does_not_change_the_exit_code() {
    let many: Vec<_> = (0..200).map(|number| format!("draft-{number}.md")).collect();
    let files: Vec<_> = many.iter().map(|name| (name.as_str(), DRAFT)).collect();
    let folder = folder(&files);
    for (level, code) in [("warning", 1), ("never", 0)] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(["lint", "--fail-on", level])
            .current_dir(folder.path())
            .stdout(writer)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code));
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

#[cfg(unix)]
#[test]
fn no_control_character_of_a_name_or_a_draft_reaches_the_terminal() {
    let name = "a\n::error::b\u{1b}[31m\u{9b}1m.md";
    let folder = folder(&[(
        name,
        "The \u{1b}]0;x\u{7} end\u{9b}2J end\u{9b}2J. The the \u{85} way.\n",
    )]);
    for format in [
        "text",
        "concise",
        "json",
        "jsonl",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjson",
    ] {
        let run = run(copydesk(&folder).args(["lint", "--format", format, "--verbose"]));
        for output in [&run.stdout, &run.stderr] {
            let wrong: String = output.chars().filter(|one| one.is_control() && *one != '\n').collect();
            assert_eq!(wrong, "", "{format}: {output:?}");
        }
        assert!(
            !run.stdout.lines().any(|line| line.starts_with("::error")),
            "{format}: {}",
            run.stdout
        );
        assert!(run.stdout.contains("doubled-word"), "{format}: {}", run.stdout);
    }
}

#[test]
fn codes_link_to_their_pages_where_the_terminal_can_follow() {
    let folder = folder(&[("story.md", DRAFT)]);
    for format in ["text", "concise"] {
        let linked = |force: &str| {
            let arguments = ["lint", "--color", "always", "--format", format];
            run(copydesk(&folder).env("FORCE_HYPERLINK", force).args(arguments)).stdout
        };
        assert!(
            linked("1").contains("/docs/rules/doubled-word.md\u{1b}\\"),
            "{}",
            linked("1")
        );
        assert!(!linked("0").contains("]8;;"), "{}", linked("0"));
    }
}
