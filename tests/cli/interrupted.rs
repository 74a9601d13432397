//! What a run leaves behind that is interrupted or killed while it writes fixes: whole drafts, old or new, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use crate::{copydesk, folder, run};

const OLD: &str = "The ferry ferry left.\n";
const NEW: &str = "The ferry left.\n";
const DRAFTS: usize = 1_500;

/// Begins to fix many drafts, sends a signal as soon as the first of them are fixed, and gives the folder and the signal that the
/// run ended with; `None` if it was through before.
fn interrupted(signal: &str) -> (tempfile::TempDir, Option<i32>) {
    let names: Vec<_> = (0..DRAFTS).map(|number| format!("draft-{number}.md")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), OLD)).collect();
    let folder = folder(&files);
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["lint", "--no-cache", "--fix", "--quiet", "--jobs", "2"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let first = folder.path().join("draft-0.md");
    while fs::read_to_string(&first).unwrap() == OLD && begun.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_micros(200));
    }
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(sent.unwrap().success());
    let status = child.wait().unwrap();
    (folder, std::os::unix::process::ExitStatusExt::signal(&status))
}

/// What is in a folder besides drafts. Each draft must be whole.
fn besides_drafts(folder: &Path) -> BTreeSet<String> {
    let mut drafts = 0;
    let mut others = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if !name.starts_with("draft-") {
            others.insert(name);
            continue;
        }
        let text = fs::read_to_string(entry.path()).unwrap();
        assert!(text == OLD || text == NEW, "{name}: {text:?}");
        drafts += 1;
    }
    assert_eq!(drafts, DRAFTS);
    others
}

#[test]
fn an_interruption_leaves_whole_drafts_and_nothing_else() {
    for (name, number) in [("-INT", 2), ("-TERM", 15)] {
        let (folder, signal) = interrupted(name);
        assert_eq!(signal, Some(number), "{name}");
        assert_eq!(besides_drafts(folder.path()), BTreeSet::new(), "{name}");
    }
}

#[test]
fn the_next_run_removes_what_a_killed_one_left() {
    let (folder, signal) = interrupted("-KILL");
    assert_eq!(signal, Some(9));
    let mut left = besides_drafts(folder.path());
    assert!(
        left.iter().all(|name| name.starts_with(".copydesk-unfinished-")),
        "{left:?}"
    );
    // Whether the run was killed while it wrote is luck; that it was is made sure here.
    left.insert(".copydesk-unfinished-killed".to_owned());
    for name in &left {
        let file = fs::File::create(folder.path().join(name)).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(2 * 60 * 60))
            .unwrap();
    }
    let fixed = run(copydesk(&folder).args(["lint", "--fix", "--no-cache"]));
    assert_eq!(fixed.code, 0, "{}", fixed.stderr);
    assert_eq!(besides_drafts(folder.path()), BTreeSet::new());
    let old = run(copydesk(&folder).args(["lint", "--no-cache"]));
    assert_eq!(old.code, 0, "{}", old.stdout);
}

#[test]
fn what_was_refused_is_not_said_to_be_fixable() {
    let folder = folder(&[("a.md", OLD)]);
    fs::hard_link(folder.path().join("a.md"), folder.path().join("other name")).unwrap();
    let refused = run(copydesk(&folder).args(["lint", "--fix", "--no-cache", "a.md"]));
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("2 names (hard links)"), "{}", refused.stderr);
    assert!(refused.stdout.contains("1 finding in 1 draft"), "{}", refused.stdout);
    assert!(!refused.stdout.contains("can fix"), "{}", refused.stdout);
}
