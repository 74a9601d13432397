//! Input that is not a draft: a clear message, or fewer facts, and never a panic.

use std::time::{Duration, Instant};

use crate::{Run, copydesk, folder, run, write};

/// Runs `lint` on one file with these bytes next to a draft that is fine.
fn lint_beside_a_draft(name: &str, bytes: &[u8]) -> Run {
    let folder = folder(&[("fine.txt", "The council met on Monday.\n")]);
    write(folder.path(), name, bytes);
    run(copydesk(&folder).args(["lint", "."]))
}

#[track_caller]
fn assert_refused(run: &Run, message: &str) {
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains(message), "{}", run.stderr);
    assert!(
        run.stdout.contains("in 1 draft."),
        "the other draft is linted: {}",
        run.stdout
    );
    assert_no_panic(run);
}

#[track_caller]
fn assert_no_panic(run: &Run) {
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    assert!(!run.stderr.contains("a bug in copydesk"), "{}", run.stderr);
}

#[test]
fn a_binary_file() {
    let run = lint_beside_a_draft("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_refused(&run, "picture.txt: looks like a binary file (a NUL byte at byte 8)");
}

#[test]
fn invalid_utf_8() {
    let run = lint_beside_a_draft("latin.txt", b"The caf\xe9 closed.");
    assert_refused(&run, "latin.txt: not valid UTF-8 at byte 7; save the file as UTF-8");
}

#[test]
fn utf_16() {
    let run = lint_beside_a_draft("wide.txt", b"\xff\xfeT\0h\0e\0");
    assert_refused(&run, "wide.txt: is encoded as UTF-16; save the file as UTF-8");
}

#[test]
fn an_empty_file() {
    let folder = folder(&[("empty.txt", ""), ("space.md", " \n\n")]);
    let lint = run(copydesk(&folder).args(["lint", "."]));
    assert_eq!((lint.code, lint.stdout.as_str()), (0, "No findings in 2 drafts.\n"));
    let extract = run(copydesk(&folder).args(["extract", "empty.txt"]));
    assert_eq!(extract.code, 0);
    let facts: serde_json::Value = serde_json::from_str(&extract.stdout).unwrap();
    assert_eq!(facts["quotes"], serde_json::json!([]));
}

#[test]
fn a_file_above_the_limit() {
    let run = lint_beside_a_draft("archive.txt", &vec![b'a'; 50_000_000]);
    assert_refused(&run, "archive.txt: 50000000 bytes is above the limit of 10000000 bytes");
    assert!(run.stderr.contains("--max-size"), "{}", run.stderr);
}

#[test]
fn standard_input_above_the_limit() {
    let folder = folder(&[]);
    let run = run(copydesk(&folder)
        .args(["lint", "-", "--max-size", "1KB"])
        .write_stdin("word ".repeat(500)));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("above the limit of 1000 bytes"), "{}", run.stderr);
}

#[test]
fn a_raised_limit_is_kept_to() {
    let folder = folder(&[("long.txt", "word ")]);
    let run = run(copydesk(&folder).args(["lint", "long.txt", "--max-size", "4"]));
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("5 bytes is above the limit of 4 bytes"),
        "{}",
        run.stderr
    );
}

/// Far above what a linear reading takes on a busy machine, and far below what a quadratic one would.
const PATIENCE: Duration = Duration::from_secs(300);

/// The longest paragraph that is read, or nearly so.
const LINE_LENGTH: usize = 250_000;

#[test]
fn what_is_too_long_to_be_prose_is_not_read_and_that_is_said() {
    let sentence = "“We met twice,” Rao said, and the the talks went on. ";
    let long = sentence.repeat(300_000 / sentence.len());
    let folder = folder(&[(
        "line.txt",
        &format!("The the ferry left.\n\n{long}\n\nRosa Weil waited.\n"),
    )]);
    for command in ["lint", "extract"] {
        let run = run(copydesk(&folder).args([command, "line.txt"]));
        assert_no_panic(&run);
        let said = "line.txt:3: this paragraph is too long to be prose and was not read";
        assert!(run.stderr.contains(said), "{command}: {}", run.stderr);
    }
    let lint = run(copydesk(&folder).args(["lint", "--format", "concise", "line.txt"]));
    assert_eq!(lint.stdout.matches("doubled-word").count(), 1, "{}", lint.stdout);
}

#[test]
fn one_line_as_long_as_a_book() {
    let sentence = "“We met twice,” Rao said, and the talks went on for a while. ";
    let folder = folder(&[("line.txt", &sentence.repeat(LINE_LENGTH / sentence.len()))]);
    let started = Instant::now();
    let run = run(copydesk(&folder).args(["lint", "line.txt", "--fail-on", "never"]));
    assert_no_panic(&run);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
}

#[test]
fn unbalanced_marks_everywhere() {
    let marks = [
        "“", "”", "\"", "‘", "’", "'", "''", "«", "»", "„", "‚", "‹", "›", "(", "[", "`", "*", "_", "{{<", "%}",
    ];
    let mut text = String::new();
    for first in marks {
        for second in marks {
            text.push_str(&format!(
                "{first}We go {second}on{first} now{second}{second} she said {first}\n\n"
            ));
        }
    }
    for name in ["marks.txt", "marks.md"] {
        let folder = folder(&[(name, &text)]);
        let lint = run(copydesk(&folder).args(["lint", name, "--fail-on", "never"]));
        assert_no_panic(&lint);
        assert_eq!(lint.code, 0, "{}", lint.stderr);
        let extract = run(copydesk(&folder).args(["extract", name]));
        assert_no_panic(&extract);
        assert_spans_are_inside(&text, &serde_json::from_str(&extract.stdout).unwrap());
    }
}

#[test]
fn front_matter_that_does_not_parse() {
    for front in [
        "---\ntitle: [\n---\n",
        "+++\ntitle = \n+++\n",
        "---\ntitle: no end\n\n",
        "---\n\t- : :\n---\n",
    ] {
        let folder = folder(&[("story.md", &format!("{front}\nThe council met on Monday.\n"))]);
        let run = run(copydesk(&folder).args(["lint", "story.md", "--fail-on", "never"]));
        assert_no_panic(&run);
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
}

#[test]
fn a_missing_path() {
    let folder = folder(&[("fine.txt", "The council met.\n")]);
    let run = run(copydesk(&folder).args(["lint", "nowhere.txt", "fine.txt"]));
    assert_refused(&run, "nowhere.txt: no such file or folder");
}

#[test]
fn a_folder_without_drafts() {
    let folder = folder(&[("code/main.rs", "fn main() {}")]);
    let run = run(copydesk(&folder).args(["lint", "code"]));
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert!(
        run.stderr.contains("warning: code: no drafts in this folder"),
        "{}",
        run.stderr
    );
}

#[cfg(unix)]
#[test]
fn an_unreadable_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("closed.txt", "Secret."), ("fine.txt", "The council met.\n")]);
    let closed = folder.path().join("closed.txt");
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&closed).is_ok() {
        // The superuser reads everything; a folder in place of the file is refused to everybody.
        std::fs::remove_file(&closed).unwrap();
        std::os::unix::fs::symlink("closed.txt", &closed).unwrap();
    }
    let run = run(copydesk(&folder).args(["lint", "closed.txt", "fine.txt"]));
    assert_refused(&run, "closed.txt: cannot be read:");
}

#[cfg(unix)]
#[test]
fn a_closed_standard_output() {
    use std::process::{Command, Stdio};
    let line = "{\"id\": 1, \"text\": \"“We met,” Rao said.\"}\n".repeat(2000);
    let folder = folder(&[("lines.jsonl", &line)]);
    for arguments in [["extract", "--jsonl"], ["rules", "--quiet"], ["lint", "."]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(arguments)
            .current_dir(folder.path())
            .stdin(std::fs::File::open(folder.path().join("lines.jsonl")).unwrap())
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(!stderr.contains("panicked"), "{arguments:?}: {stderr}");
        assert!(!stderr.contains("error"), "{arguments:?}: {stderr}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_an_error_for_every_command() {
    let folder = folder(&[("story.md", "The ferry left.\n")]);
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["rules"],
        &["man"],
        &["extract", "story.md"],
        &["lint", "--show-files"],
        &["lint", "--test-rules"],
    ] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .args(arguments)
            .current_dir(folder.path())
            .stdout(full)
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            stderr.contains("standard output cannot be written"),
            "{arguments:?}: {stderr}"
        );
    }
}

/// Every `start` and `end` is inside the text and does not cut a character.
#[track_caller]
pub fn assert_spans_are_inside(text: &str, value: &serde_json::Value) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| assert_spans_are_inside(text, item)),
        serde_json::Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
                assert!(text.get(start..end).is_some(), "{start}..{end} in {fields:?}");
            }
            fields.values().for_each(|field| assert_spans_are_inside(text, field));
        }
        _ => {}
    }
}
