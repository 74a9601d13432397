//! Help, usage errors, exit codes.

use crate::{copydesk, folder, run};

#[test]
fn every_subcommand_has_help_with_examples() {
    for subcommand in [
        "",
        "lsp",
        "lint",
        "extract",
        "report",
        "diff",
        "verify",
        "explain",
        "rules",
        "actors",
        "actors list",
        "actors check",
        "actors import",
        "actors merge",
        "actors missing",
        "schema",
        "completions",
        "man",
        "init",
    ] {
        let arguments: Vec<_> = subcommand.split_whitespace().chain(["--help"]).collect();
        let run = run(copydesk(".").args(arguments));
        assert_eq!(run.code, 0);
        assert!(
            run.stdout.contains("Examples:\n  copydesk "),
            "{subcommand}: {}",
            run.stdout
        );
    }
}

#[test]
fn wrong_usage_is_exit_code_2() {
    for arguments in [
        ["lint", "--date=tomorrow"],
        ["lint", "--max-size=many"],
        ["lint", "--format=docx"],
        ["blink", "."],
    ] {
        let run = run(copydesk(".").args(arguments));
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
    }
}

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let folder = folder(&[]);
    let colourful = |arguments: &[&str], no_color: bool| {
        let mut command = copydesk(&folder);
        if no_color {
            command.env("NO_COLOR", "1");
        }
        run(command.args(arguments)).stderr.contains('\u{1b}')
    };
    assert!(!colourful(&["lint", "nowhere.txt"], false));
    assert!(colourful(&["lint", "nowhere.txt", "--color", "always"], false));
    assert!(!colourful(&["lint", "nowhere.txt", "--color", "never"], false));
    assert!(!colourful(&["lint", "nowhere.txt"], true));
}
