//! `copydesk.toml`: found, read, and its mistakes reported.

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
