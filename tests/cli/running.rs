//! How a run is started and repeated: lists of drafts, what is left out, the cache, `--watch`, completions, manual pages.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::{Run, copydesk, folder, run, write};

const DRAFT: &str = "The ferry ferry left.\n";

fn lint_list(folder: impl AsRef<Path>, list: &[u8], arguments: &[&str]) -> Run {
    let mut command = copydesk(folder);
    command
        .args(["lint", "--format", "concise", "--files-from", "-"])
        .args(arguments);
    run(command.write_stdin(list.to_vec()))
}

#[test]
fn a_list_names_the_drafts_and_what_is_no_draft_is_passed_over() {
    let folder = folder(&[
        ("a.md", DRAFT),
        ("b.md", DRAFT),
        ("c.md", DRAFT),
        ("main.rs", "fn main() {}"),
    ]);
    let lines = lint_list(&folder, b"a.md\nmain.rs\nb.md\na.md\n", &[]);
    assert!(lines.stdout.contains("2 findings in 2 of 2 drafts"), "{}", lines.stdout);
    let nothing = lint_list(&folder, b"", &[]);
    assert_eq!(
        (nothing.code, nothing.stdout.as_str(), nothing.stderr.as_str()),
        (0, "", "")
    );
    let more = lint_list(&folder, b"a.md\0", &["c.md"]);
    assert!(more.stdout.contains("2 findings in 2 of 2 drafts"), "{}", more.stdout);
    let gone = lint_list(&folder, b"nowhere.md\0a.md\0", &[]);
    assert_eq!(gone.code, 2);
    assert!(gone.stderr.contains("nowhere.md: no such file"), "{}", gone.stderr);
    assert!(gone.stdout.contains("in 1 draft"), "{}", gone.stdout);
}

#[cfg(unix)]
#[test]
fn no_name_in_a_list_is_taken_for_anything_else() {
    for name in ["--fix.md", "--config=x.md", "a\nb.md", " .md", "-.md", "é\u{1b}.md"] {
        let folder = folder(&[(name, DRAFT)]);
        let run = lint_list(&folder, format!("{name}\0").as_bytes(), &[]);
        assert_eq!(run.code, 1, "{name:?}: {}", run.stderr);
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), DRAFT);
    }
}

#[test]
fn ignored_drafts_are_left_out_and_with_force_exclude_also_those_that_are_named() {
    let files = [
        (".copydeskignore", "old/\n*.raw.md\n!keep.raw.md\n"),
        ("copydesk.toml", "exclude = [\"wire/\"]\n"),
        ("a.md", DRAFT),
        ("old/b.md", DRAFT),
        ("c.raw.md", DRAFT),
        ("keep.raw.md", DRAFT),
        ("wire/d.md", DRAFT),
    ];
    let folder = folder(&files);
    let count = |arguments: &[&str]| {
        let run = run(copydesk(&folder).args(["lint", "--format", "concise"]).args(arguments));
        run.stdout.lines().filter(|line| line.contains("warning[")).count()
    };
    assert_eq!(count(&[]), 2);
    let named = ["a.md", "old/b.md", "c.raw.md", "wire/d.md"];
    assert_eq!(count(&named), 4);
    assert_eq!(count(&[&["--force-exclude"], &named[..]].concat()), 1);
    let nothing = run(copydesk(&folder).args(["lint", "--force-exclude", "wire/d.md"]));
    assert_eq!((nothing.code, nothing.stdout.as_str()), (0, ""));
    assert!(nothing.stderr.contains("nothing to check"), "{}", nothing.stderr);
    let quiet = run(copydesk(&folder).args(["lint", "-q", "--force-exclude", "wire/d.md"]));
    assert_eq!(quiet.stderr, "");
    let listed = lint_list(&folder, named.join("\n").as_bytes(), &[]);
    assert!(listed.stdout.contains("1 finding in 1 draft"), "{}", listed.stdout);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_does_not_hang() {
    let folder = folder(&[("a.md", DRAFT)]);
    let made = Command::new("mkfifo").arg(folder.path().join("pipe.md")).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    let run = run(copydesk(&folder)
        .args(["lint", "pipe.md", "a.md", "/dev/zero"])
        .timeout(Duration::from_secs(60)));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("pipe.md: is not a file"), "{}", run.stderr);
    assert!(run.stderr.contains("/dev/zero: is not a file"), "{}", run.stderr);
    assert!(run.stdout.contains("in 1 draft"), "{}", run.stdout);
}

fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => files_below(&path),
            path => vec![path],
        })
        .collect()
}

#[test]
fn results_are_kept_by_content_and_settings() {
    let draft = format!("<!-- copydesk: ignore doubled-word: sic -->\nThe the.\n\n{DRAFT}");
    let folder = folder(&[("a.md", &draft), ("b.md", "All quiet.\n")]);
    let cache = tempfile::tempdir().unwrap();
    let lint = |arguments: &[&str]| {
        run(copydesk(&folder)
            .env("XDG_CACHE_HOME", cache.path())
            .args(["lint", "--format", "json"])
            .args(arguments))
    };
    let kept = || files_below(cache.path()).len();
    let fresh = lint(&["--no-cache"]).stdout;
    assert_eq!(kept(), 0);
    assert_eq!(lint(&[]).stdout, fresh);
    assert_eq!(kept(), 2);
    assert_eq!(lint(&[]).stdout, fresh);
    assert_eq!(kept(), 2);
    assert_eq!(lint(&["--ignore", "doubled-word"]).code, 0);
    assert_eq!(lint(&["--date", "2031-05-05"]).stdout, fresh);
    assert_eq!(kept(), 6);
    // What was damaged is made again.
    for file in files_below(cache.path()) {
        fs::write(file, "{").unwrap();
    }
    assert_eq!(lint(&[]).stdout, fresh);
    assert_eq!(lint(&["--fix"]).code, 0);
    assert!(
        fs::read_to_string(folder.path().join("a.md"))
            .unwrap()
            .contains("The ferry left.")
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for file in files_below(cache.path()) {
            assert_eq!(
                file.metadata().unwrap().permissions().mode() & 0o077,
                0,
                "{}",
                file.display()
            );
        }
    }
}

#[test]
fn a_cache_that_cannot_be_written_is_done_without() {
    let folder = folder(&[("a.md", DRAFT), ("file", "")]);
    let run = run(copydesk(&folder)
        .env("XDG_CACHE_HOME", folder.path().join("file"))
        .args(["lint", "a.md"]));
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
}

#[test]
fn watching_lints_again_when_a_draft_changes() {
    let folder = folder(&[("a.md", DRAFT)]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["lint", "--watch", "--format", "concise"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (sender, lines) = mpsc::channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    std::thread::spawn(move || {
        out.lines()
            .map_while(Result::ok)
            .for_each(|line| drop(sender.send(line)))
    });
    let next = || lines.recv_timeout(Duration::from_secs(120)).expect("a line");
    assert!(next().starts_with("a.md:1:11: warning[doubled-word]"));
    assert!(next().starts_with("1 finding"));
    write(folder.path(), "a.md", b"The ferry left.\n");
    let after = next();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(after, "No findings in 1 draft.");
}

#[test]
fn every_shell_has_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = run(copydesk(".").args(["completions", shell]));
        assert_eq!(run.code, 0);
        assert!(run.stdout.contains("write-baseline"), "{shell}");
    }
    let folder = folder(&[]);
    let script = run(copydesk(".").args(["completions", "bash"])).stdout;
    write(folder.path(), "copydesk.bash", script.as_bytes());
    if let Ok(status) = Command::new("bash")
        .arg("-n")
        .arg(folder.path().join("copydesk.bash"))
        .status()
    {
        assert!(status.success());
    }
}

#[test]
fn there_is_a_manual_page_for_each_subcommand() {
    let folder = folder(&[]);
    assert_eq!(run(copydesk(&folder).args(["man", "--folder", "man1"])).code, 0);
    let names: Vec<_> = files_below(&folder.path().join("man1"))
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    for name in ["copydesk.1", "copydesk-lint.1", "copydesk-actors-check.1"] {
        assert!(names.contains(&name.to_owned()), "{names:?}");
    }
    let page = fs::read_to_string(folder.path().join("man1/copydesk-lint.1")).unwrap();
    assert!(
        page.contains("copydesk\\-lint") || page.contains("copydesk-lint"),
        "{page}"
    );
    assert!(page.contains("files\\-from"), "{page}");
    let first = run(copydesk(".").arg("man")).stdout;
    assert_eq!(
        first,
        fs::read_to_string(folder.path().join("man1/copydesk.1")).unwrap()
    );
}

#[test]
fn the_manual_pages_have_no_fault_that_their_readers_know() {
    let folder = folder(&[]);
    assert_eq!(run(copydesk(&folder).args(["man", "--folder", "man1"])).code, 0);
    let pages = files_below(&folder.path().join("man1"));
    let mut checked = false;
    for (program, arguments) in [
        ("mandoc", &["-T", "lint", "-W", "warning"][..]),
        ("groff", &["-man", "-ww", "-z", "-K", "utf8"]),
    ] {
        let Ok(output) = Command::new(program).args(arguments).args(&pages).output() else {
            continue;
        };
        checked = true;
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8_lossy(&told).into_owned();
        // A date would change the pages with the day that they are made.
        let faults: Vec<&str> = told.lines().filter(|line| !line.contains("missing date")).collect();
        assert!(faults.is_empty(), "{program}: {faults:#?}");
    }
    if !checked {
        eprintln!("left out: neither mandoc nor groff is installed");
    }
    let page = fs::read_to_string(folder.path().join("man1/copydesk-lint.1")).unwrap();
    assert!(page.contains(".SH \"EXAMPLES\"\n.nf\n\\&  copydesk lint "), "{page}");
    assert!(page.contains(".SH \"EXIT CODES\"\n.nf\n\\&  0  "), "{page}");
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupted_run_leaves_nothing_behind() {
    let many: Vec<_> = (0..400).map(|number| format!("draft-{number}.md")).collect();
    let files: Vec<_> = many.iter().map(|name| (name.as_str(), DRAFT)).collect();
    let folder = folder(&files);
    let unfinished = || {
        let names = fs::read_dir(folder.path())
            .unwrap()
            .flatten()
            .map(|entry| entry.file_name());
        names
            .filter(|name| name.to_string_lossy().starts_with(".copydesk-"))
            .count()
    };
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["lint", "--no-cache", "--report", "json=report.json"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let begun = std::time::Instant::now();
    while unfinished() == 0 && begun.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(1));
    }
    let killed = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
    let status = child.wait().unwrap();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(15));
    assert_eq!(unfinished(), 0);
    assert!(!folder.path().join("report.json").exists());
}
