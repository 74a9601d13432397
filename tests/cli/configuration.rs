//! `copydesk.toml`: found, read, and its mistakes told.

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
            "copydesk.toml:1: “date” must be a calendar day as YYYY-MM-DD",
        ),
        ("\n[rules\n", "copydesk.toml:2: this is not valid TOML"),
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
