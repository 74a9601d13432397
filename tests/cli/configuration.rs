//! `copydesk.toml`: found, read, and its mistakes reported.

use std::fs;

use crate::{copydesk, folder, run};

#[test]
fn excluded_drafts_are_passed_over_unless_they_are_named() {
    let folder = folder(&[
        ("copydesk.toml", "exclude = [\"archive/\"]\n"),
        ("archive/old.txt", "Old."),
        ("new.txt", "New."),
    ]);
    let all = run(copydesk(&folder).args(["lint", "."]));
    assert_eq!(all.stdout, "No findings in 1 draft.\n");
    let named = run(copydesk(&folder).args(["lint", "new.txt", "archive/old.txt"]));
    assert_eq!(named.stdout, "No findings in 2 drafts.\n");
    let isolated = run(copydesk(&folder).args(["lint", ".", "--isolated"]));
    assert_eq!(isolated.stdout, "No findings in 2 drafts.\n");
}

#[test]
fn unknown_keys_are_warnings() {
    let folder = folder(&[("copydesk.toml", "# desk\nexlude = []\n"), ("new.txt", "New.")]);
    let run = run(copydesk(&folder).args(["lint", "new.txt"]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr
            .contains("copydesk.toml:2: unknown key “exlude”; did you mean “exclude”?"),
        "{}",
        run.stderr
    );
}

#[test]
fn wrong_values_stop_the_run() {
    for (text, message) in [
        (
            "date = \"soon\"\n",
            "copydesk.toml:1: “date” must be a date as YYYY-MM-DD",
        ),
        ("\n[rules\n", "copydesk.toml:2: not valid TOML"),
        (
            "exclude = [\"a[\"]\n",
            "copydesk.toml:1: “exclude” has a pattern that cannot be read",
        ),
    ] {
        let folder = folder(&[("copydesk.toml", text), ("new.txt", "New.")]);
        let run = run(copydesk(&folder).args(["lint", "new.txt"]));
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}

#[test]
fn a_named_configuration_must_be_there() {
    let folder = folder(&[("new.txt", "New.")]);
    let run = run(copydesk(&folder).args(["lint", "--config", "house.toml"]));
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("house.toml: the configuration cannot be read"),
        "{}",
        run.stderr
    );
}

#[test]
fn rules_are_set_by_the_nearest_configuration() {
    let draft = "The ferry ferry left.\n";
    let folder = folder(&[
        ("copydesk.toml", "[rules]\ndoubled-word = \"error\"\n"),
        ("quiet/copydesk.toml", "[rules]\ndoubled-word = \"off\"\n"),
        ("quiet/deep/a.txt", draft),
        ("loud/b.txt", draft),
    ]);
    let findings = |arguments: &[&str]| -> Vec<(String, String)> {
        let run = run(copydesk(&folder).args(["lint", "--format", "json"]).args(arguments));
        let findings: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        findings
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| (text(&finding["path"]), text(&finding["level"])))
            .collect()
    };
    assert_eq!(findings(&["."]), [("loud/b.txt".to_owned(), "error".to_owned())]);
    assert_eq!(
        findings(&["quiet/deep/a.txt", "--isolated"]),
        [("quiet/deep/a.txt".to_owned(), "warning".to_owned())]
    );
    let fixed = findings(&["--config", "quiet/copydesk.toml", "."]);
    assert_eq!(fixed, []);
}

#[test]
fn an_unknown_rule_is_a_warning() {
    let folder = folder(&[
        ("copydesk.toml", "[rules]\ndoubled-words = \"off\"\n"),
        ("new.txt", "New."),
    ]);
    let run = run(copydesk(&folder).args(["lint", "new.txt"]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let message = "copydesk.toml:2: unknown rule “doubled-words”; did you mean “doubled-word”?";
    assert!(run.stderr.contains(message), "{}", run.stderr);
}

const DOUBLED: &str = "The ferry ferry left.\n";

fn levels(folder: impl AsRef<std::path::Path>, arguments: &[&str]) -> Vec<String> {
    let run = run(copydesk(folder)
        .args(["lint", "--format", "concise", "--quiet"])
        .args(arguments));
    assert_eq!(run.stderr, "");
    run.stdout
        .lines()
        .map(|line| line.split([':', '[']).map(str::trim).collect::<Vec<_>>()[..4].join(" "))
        .collect()
}

#[test]
fn overrides_count_for_some_drafts() {
    let config = "[rules]\ndoubled-word = \"info\"\n[[overrides]]\npaths = [\"opinion/\"]\nrules.doubled-word = \"off\"\n\
                  [[overrides]]\npaths = [\"*.wire.md\"]\nrules.doubled-word = \"error\"\n";
    let folder = folder(&[
        ("copydesk.toml", config),
        ("a.md", DOUBLED),
        ("opinion/b.md", DOUBLED),
        ("opinion/c.wire.md", DOUBLED),
    ]);
    assert_eq!(levels(&folder, &[]), ["a.md 1 11 info", "opinion/c.wire.md 1 11 error"]);
    assert_eq!(levels(folder.path().join("opinion"), &["b.md"]), [""; 0]);
    assert_eq!(
        levels(&folder, &["--select", "doubled-word", "opinion/b.md"]),
        ["opinion/b.md 1 11 warning"]
    );
}

#[test]
fn a_configuration_extends_another_one_inside_the_repository_only() {
    let desk = folder(&[
        ("outside.toml", "[rules]\ndoubled-word = \"off\"\n"),
        ("repo/.git/HEAD", ""),
        (
            "repo/house/base.toml",
            "exclude = [\"old/\"]\n[rules]\ndoubled-word = \"hint\"\nlong-lead = \"hint\"\n",
        ),
        (
            "repo/news/copydesk.toml",
            "extend = \"../house/base.toml\"\n[rules]\ndoubled-word = \"error\"\n",
        ),
        ("repo/news/a.md", DOUBLED),
        ("repo/house/old/b.md", DOUBLED),
        ("repo/sport/copydesk.toml", "extend = \"../../outside.toml\"\n"),
        ("repo/sport/c.md", DOUBLED),
        ("repo/loop/copydesk.toml", "extend = \"copydesk.toml\"\n"),
        ("repo/loop/d.md", DOUBLED),
    ]);
    let repo = desk.path().join("repo");
    assert_eq!(levels(&repo, &["news"]), ["news/a.md 1 11 error"]);
    for (folder, told) in [("sport", "leads out of"), ("loop", "in a circle")] {
        let run = run(copydesk(&repo).args(["lint", folder]));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{folder}");
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
}

#[test]
fn categories_can_be_selected_and_ignored() {
    let folder = folder(&[("a.md", "The ferry ferry left on April 31.\n")]);
    assert_eq!(levels(&folder, &["--select", "time"]), ["a.md 1 25 error"]);
    assert_eq!(levels(&folder, &["--ignore", "time"]), ["a.md 1 11 warning"]);
    assert_eq!(levels(&folder, &["--select", "time,doubled-word"]).len(), 2);
    let unknown = run(copydesk(&folder).args(["lint", "--select", "tine"]));
    assert!(unknown.stderr.contains("did you mean “time”"), "{}", unknown.stderr);
}

#[test]
fn a_moment_is_read_in_the_zone_of_the_newsroom() {
    let draft = "---\ndate: 2031-05-05T22:30:00Z\n---\nThe council will meet tomorrow, the mayor said.\n";
    let day = |config: &str| {
        let folder = folder(&[("copydesk.toml", config), ("a.md", draft)]);
        let facts: serde_json::Value =
            serde_json::from_str(&run(copydesk(&folder).args(["extract", "a.md"])).stdout).unwrap();
        facts["times"].to_string()
    };
    let (there, here) = (day("timezone = \"Europe/Berlin\"\n"), day(""));
    assert!(there.contains("2031-05-07"), "{there}");
    assert!(here.contains("2031-05-06"), "{here}");
}

#[test]
fn what_a_draft_is_read_with_can_be_shown() {
    let folder = folder(&[
        (
            "copydesk.toml",
            "extend = \"desk/base.toml\"\ndate = 2031-05-05\nexclude = [\"old/\"]\nnotes = [\"transcripts/\"]\n",
        ),
        ("desk/base.toml", "profile = \"ap\"\nexclude = [\"drafts/\"]\n"),
        ("a.md", DOUBLED),
        ("old/b.md", DOUBLED),
    ]);
    let shown = run(copydesk(&folder).args(["lint", "--show-settings", "a.md"]));
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    for line in [
        "profile = \"ap\"",
        "exclude = [\"old/\"]",
        "notes = [\"transcripts/\"]",
        "# exclude = [\"drafts/\"] in ",
        "date = 2031-05-05",
        "locale = \"en-US\"",
        "[rules.long-lead]\nlevel = \"hint\"\nmax-words = 40",
    ] {
        assert!(shown.stdout.contains(line), "{line}: {}", shown.stdout);
    }
    // What is shown is a configuration that can be read.
    crate::write(folder.path(), "shown.toml", shown.stdout.as_bytes());
    let again = run(copydesk(&folder).args(["lint", "--config", "shown.toml", "--show-settings", "a.md"]));
    let rules = |text: &str| text.split_once("\n[rules").unwrap().1.to_owned();
    assert_eq!(rules(&again.stdout), rules(&shown.stdout), "{}", again.stderr);
    let files = run(copydesk(&folder).args(["lint", "--show-files"]));
    assert_eq!((files.code, files.stdout.as_str()), (0, "a.md\n"));
}

#[test]
fn init_writes_a_configuration_and_replaces_none() {
    let folder = folder(&[("a.md", DOUBLED)]);
    let init = run(copydesk(&folder).args(["init", "--profile", "guardian"]));
    assert_eq!(init.code, 0, "{}", init.stderr);
    let text = fs::read_to_string(folder.path().join("copydesk.toml")).unwrap();
    assert!(text.contains("\nprofile = \"guardian\"\n"), "{text}");
    assert_eq!(levels(&folder, &[]), ["a.md 1 11 warning"]);
    let again = run(copydesk(&folder).args(["init"]));
    assert_eq!(again.code, 2);
    assert_eq!(fs::read_to_string(folder.path().join("copydesk.toml")).unwrap(), text);
}

#[test]
fn a_category_turns_no_rule_on() {
    let draft = "“It rained in Ostby all day,” Rosa Weil admitted.\n";
    let lint = |rules: &str| {
        let folder = folder(&[("copydesk.toml", rules), ("a.md", draft)]);
        run(copydesk(&folder).args(["lint", "--format", "concise", "a.md"]))
    };
    let of_category = lint("[rules]\nattribution = \"error\"\n");
    assert_eq!(
        (of_category.code, of_category.stdout.as_str()),
        (0, "No findings in 1 draft.\n")
    );
    let by_name = lint("[rules]\nloaded-attribution-verb = \"error\"\n");
    assert!(
        by_name.stdout.contains("error[loaded-attribution-verb]"),
        "{}",
        by_name.stdout
    );
}
