//! What comes with drafts is not trusted: devices and pipes by the names of files, links that lead elsewhere, signs that a terminal
//! acts on, and lists made to take for ever.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use crate::changes::{git, has_git};
use crate::{Run, copydesk, folder, run, write};

const DRAFT: &str = "The ferry ferry left.\n";

/// Generous: the tests run many at a time, and what they look for took minutes.
const SOON: Duration = Duration::from_secs(20);

fn lint(folder: impl AsRef<Path>, arguments: &[&str]) -> Run {
    let mut command = copydesk(folder);
    command
        .args(["lint", "--format", "concise"])
        .args(arguments)
        .timeout(SOON);
    run(&mut command)
}

#[cfg(unix)]
fn link(to: &str, folder: &Path, name: &str) {
    std::os::unix::fs::symlink(to, folder.join(name)).unwrap();
}

#[cfg(unix)]
#[test]
fn an_ignore_file_that_is_a_device_or_has_no_end_of_braces_is_left_aside() {
    let braces = format!("x.md\n{}{}\n", "{a,".repeat(100_000), "}".repeat(100_000));
    let folder = folder(&[
        ("a/x.md", DRAFT),
        ("b/x.md", DRAFT),
        ("b/.gitignore", &braces),
        ("b/y.md", DRAFT),
    ]);
    link("/dev/zero", folder.path(), "a/.copydeskignore");
    let run = lint(&folder, &["."]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stdout.contains("2 findings in 2 of 2 drafts"), "{}", run.stdout);
    assert_eq!(run.stderr.matches("warning").count(), 2, "{}", run.stderr);
    for told in [".copydeskignore leads out of", "/b/.gitignore:2: the pattern is longer"] {
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
    assert_eq!(lint(&folder, &["--quiet", "."]).stderr, "");
    // Also where no walk comes by.
    let listed = lint(&folder, &["--force-exclude", "a/x.md"]);
    assert!(
        listed.stdout.contains("1 finding in 1 draft"),
        "{}{}",
        listed.stdout,
        listed.stderr
    );
    let facts = crate::run(
        copydesk(&folder)
            .args(["extract", "--format", "outline", "."])
            .timeout(SOON),
    );
    assert_eq!(facts.code, 0, "{}", facts.stderr);
}

#[cfg(unix)]
#[test]
fn a_list_reaches_no_file_over_a_link_out_of_the_repository() {
    let folder = folder(&[
        ("outside.md", DRAFT),
        ("far/away.md", DRAFT),
        ("desk/a.md", DRAFT),
        ("desk/news/b.md", DRAFT),
    ]);
    let desk = folder.path().join("desk");
    fs::create_dir(desk.join(".git")).unwrap();
    link("../outside.md", &desk, "out.md");
    link("../far", &desk, "far");
    link("../a.md", &desk, "news/in.md");
    let list = |arguments: &[&str], names: &str| {
        let mut command = copydesk(&desk);
        command.args(["lint", "--format", "concise"]).args(arguments);
        run(command.write_stdin(names))
    };
    for arguments in [
        &["--files-from", "-", "--fix"][..],
        &["--files-from", "-"],
        &["--force-exclude", "--fix", "out.md"],
    ] {
        let run = list(arguments, "out.md\nfar/away.md\n");
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.stdout);
        assert!(run.stderr.contains("out.md: a link leads out of"), "{}", run.stderr);
        assert_eq!(run.stdout, "", "{arguments:?}");
    }
    for file in ["outside.md", "far/away.md"] {
        assert_eq!(fs::read_to_string(folder.path().join(file)).unwrap(), DRAFT);
    }
    // A link to another draft of the repository is followed, and so is one that a person names.
    assert_eq!(list(&["--files-from", "-", "--fix"], "news/in.md\n").code, 0);
    assert_eq!(fs::read_to_string(desk.join("a.md")).unwrap(), "The ferry left.\n");
    let absolute = folder.path().join("far/away.md").display().to_string();
    assert_eq!(list(&["--files-from", "-"], &absolute).code, 1);
    assert_eq!(list(&["--fix", "out.md"], "").code, 0);
    assert!(desk.join("out.md").symlink_metadata().unwrap().is_symlink());
    assert_eq!(
        fs::read_to_string(folder.path().join("outside.md")).unwrap(),
        "The ferry left.\n"
    );
}

#[cfg(unix)]
#[test]
fn a_configuration_that_is_a_link_out_of_the_repository_is_refused() {
    let folder = folder(&[
        ("far/copydesk.toml", "[rules]\ndoubled-word = \"off\"\n"),
        ("desk/news/a.md", DRAFT),
        ("desk/shared.toml", "[rules]\ndoubled-word = \"off\"\n"),
    ]);
    let desk = folder.path().join("desk");
    fs::create_dir(desk.join(".git")).unwrap();
    link("../../far/copydesk.toml", &desk, "news/copydesk.toml");
    for arguments in [
        &["lint", "."][..],
        &["lint", "--show-settings", "news/a.md"],
        &["lint", "--test-rules", "news"],
    ] {
        let run = run(copydesk(&desk).args(arguments));
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.stdout);
        for told in ["/news/copydesk.toml leads out of", "put a copy in its place"] {
            assert!(run.stderr.contains(told), "{arguments:?}: {}", run.stderr);
        }
    }
    // One that a person names may be anywhere, and so may one inside the repository.
    assert_eq!(lint(&desk, &["--config", "news/copydesk.toml", "."]).code, 0);
    fs::remove_file(desk.join("news/copydesk.toml")).unwrap();
    link("../shared.toml", &desk, "news/copydesk.toml");
    assert_eq!(lint(&desk, &["."]).code, 0);
}

#[test]
fn whatever_a_repository_says_of_drafts_their_lines_are_compared() {
    if !has_git() {
        return;
    }
    let folder = folder(&[("a.md", "All quiet.\n"), (".gitattributes", "*.md -diff\n")]);
    let here = folder.path();
    git(here, &["init", "-q", "-b", "main"]);
    git(here, &["add", "-A"]);
    git(here, &["commit", "-q", "-m", "One"]);
    write(here, "a.md", format!("All quiet.\n{DRAFT}").as_bytes());
    for attributes in ["*.md -diff\n", "*.md binary\n", "*.md diff=odd\n"] {
        git(here, &["config", "diff.odd.binary", "true"]);
        write(here, ".gitattributes", attributes.as_bytes());
        for arguments in [&["--since", "main"][..], &["--since", "main", "--changed-lines"]] {
            let run = lint(here, arguments);
            assert_eq!(run.code, 1, "{attributes}{arguments:?}: {}{}", run.stdout, run.stderr);
        }
        let diff = git(here, &["diff", "main"]);
        let run = run(copydesk(here).args(["lint", "--changed-lines"]).write_stdin(diff));
        assert_eq!(run.code, 2, "{}", run.stdout);
        assert!(
            run.stderr.contains("a.md, which git takes for binary"),
            "{}",
            run.stderr
        );
    }
}

/// What a terminal acts on, in a draft: escapes, controls of two bytes, and what turns the direction of text around.
const ODD: &str = "Mayor\u{1b}[2J Anna\u{9b}31m Weil\u{202e} said: “We \u{1b}]0;x\u{7} will\u{85} go go on Monday,” she said.\n\n\
                   </script> “It is a \u{7f}\u{2028}lie,” said Bo\u{9d} Lund. He resigned on \u{9b}Tuesday.\n";

fn assert_harmless(text: &str, what: &str) {
    let is_harmful = |character: char| {
        let is_allowed = matches!(character, '\n' | '\t') || character == '\r' && text.contains("\r\n");
        character.is_control() && !is_allowed || matches!(character, '\u{202e}' | '\u{2028}')
    };
    assert!(!text.contains(is_harmful), "{what}: {text:?}");
}

#[test]
fn nothing_that_is_shown_moves_a_cursor() {
    let folder = folder(&[
        ("old/x.md", "All quiet.\n"),
        ("x.md", ODD),
        ("y.md", ODD),
        ("x.notes.md", "We won't\u{9b} go\u{202e}.\n"),
    ]);
    // As on a terminal: what is not stripped on the way is what the program writes.
    let as_on_a_terminal = |arguments: &[&str]| {
        let run = run(copydesk(&folder).args(arguments).env("CLICOLOR_FORCE", "1"));
        assert!(!run.stdout.is_empty(), "{arguments:?}: {}", run.stderr);
        assert_harmless(&run.stdout, &format!("{arguments:?}"));
        run.stdout
    };
    let formats = "json outline quotes actors events times findings conllu ninjs json-ld activitystreams timeline timeline-csv \
         timeline-json";
    for format in formats.split(' ') {
        as_on_a_terminal(&["extract", "--format", format, "x.md", "y.md"]);
    }
    as_on_a_terminal(&["extract", "--format", "quotes", "--as", "jsonl", "x.md"]);
    for format in ["text", "csv", "json"] {
        as_on_a_terminal(&["report", "--format", format, "x.md"]);
        if format != "csv" {
            as_on_a_terminal(&["verify", "--format", format, "x.md"]);
        }
    }
    for format in ["markdown", "json"] {
        as_on_a_terminal(&["diff", "--format", format, "old/x.md", "x.md"]);
    }
    for format in ["json", "toml"] {
        as_on_a_terminal(&["actors", "missing", "--format", format, "x.md"]);
    }
}

#[test]
fn the_values_in_json_are_those_of_the_draft() {
    let folder = folder(&[("x.md", ODD), ("x.txt", ODD)]);
    let json = run(copydesk(&folder).args(["extract", "x.md"])).stdout;
    assert!(json.contains("\\u0085 go go"), "{json}");
    let facts: Value = serde_json::from_str(&json).unwrap();
    let quotes = facts["quotes"].as_array().unwrap();
    for quote in quotes {
        let [start, end] = ["start", "end"].map(|side| usize::try_from(quote[side].as_u64().unwrap()).unwrap());
        assert_eq!(quote["text"], ODD[start..end], "{quote}");
    }
    assert!(
        quotes[0]["text"].as_str().unwrap().contains("will\u{85} go"),
        "{}",
        quotes[0]
    );
    // A page may have it in a script.
    let linked = run(copydesk(&folder).args(["extract", "--format", "json-ld", "x.txt"])).stdout;
    assert!(linked.contains("\\u003c/script>"), "{linked}");
    let line = serde_json::json!({ "id": "</script>", "text": ODD }).to_string();
    let lines = ["extract", "--jsonl", "--format", "json-ld"];
    let answer = run(copydesk(&folder).args(lines).write_stdin(line)).stdout;
    assert!(!answer.contains('<'), "{answer}");
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert!(answer["articleBody"].as_str().unwrap().contains("</script>"));
}

#[test]
fn an_argument_that_is_refused_is_shown_and_sent_to_no_terminal() {
    let folder = folder(&[]);
    for arguments in [
        &["lint", "--bogus\u{1b}[2Jx"][..],
        &["lint", "--format", "\u{9b}2J"],
        &["\u{1b}[2J"],
    ] {
        let run = run(copydesk(&folder).args(arguments).env("CLICOLOR_FORCE", "1"));
        assert_eq!(run.code, 2);
        assert!(
            run.stderr.contains("␛[2J") || run.stderr.contains("\u{fffd}2J"),
            "{:?}",
            run.stderr
        );
        for harmful in ["\u{1b}[2J", "\u{9b}"] {
            assert!(!run.stderr.contains(harmful), "{:?}", run.stderr);
        }
    }
    // What is not hostile has its colors.
    let run = run(copydesk(&folder).args(["lint", "--bogus"]).env("CLICOLOR_FORCE", "1"));
    assert!(run.stderr.contains('\u{1b}'), "{}", run.stderr);
}

#[test]
fn a_configuration_of_many_mistakes_takes_no_longer_than_its_length() {
    let mut keys = String::new();
    for number in 0..50_000 {
        let _ = writeln!(keys, "k{number} = 1");
    }
    let folder = folder(&[("a.md", DRAFT), ("copydesk.toml", &keys)]);
    let run = lint(&folder, &["a.md"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("copydesk.toml:50000: unknown key “k49999”"));
}

#[cfg(unix)]
#[test]
fn nothing_is_left_half_written_and_no_link_gives_way() {
    let full = folder(&[]);
    // Without room for a single byte.
    let script = format!(
        "ulimit -f 0; trap '' XFSZ; exec {} init",
        env!("CARGO_BIN_EXE_copydesk")
    );
    let ended = std::process::Command::new("sh")
        .args(["-c", &script])
        .current_dir(&full)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(2), "{told}");
    assert!(told.contains("copydesk.toml: cannot be written"), "{told}");
    assert_eq!(fs::read_dir(full.path()).unwrap().count(), 0);
    let folder = folder(&[("a.md", DRAFT)]);
    link("gone/lint.json", folder.path(), "lint.json");
    for arguments in [
        &["--output-file", "lint.json"][..],
        &["--report", "json=lint.json"],
        &["--write-baseline", "lint.json"],
    ] {
        let run = lint(&folder, arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(
            run.stderr
                .contains("it is a link to gone/lint.json, which is not there"),
            "{}",
            run.stderr
        );
    }
    assert!(folder.path().join("lint.json").symlink_metadata().unwrap().is_symlink());
    link("gone.toml", folder.path(), "copydesk.toml");
    let run = run(copydesk(&folder).arg("init"));
    assert!(run.stderr.contains("is there already"), "{}", run.stderr);
}
