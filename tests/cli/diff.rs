//! `diff`: what a new version of a draft changes.

use serde_json::Value;

use crate::changes::{git, has_git};
use crate::{copydesk, folder, run, write};

const OLD: &str = "# Ferries to stay in port\n\nCrews called a strike on Monday, and 2.3 million passengers have to wait.\n\n\
    “We have a promise in writing,” Mayor Rosa Weil said.\n\nThe harbor was quiet.\n";

const NEW: &str = "# Ferries to stay in port\n\nThe harbor was quiet.\n\nCrews called a strike on Monday, and 2.4 million passengers \
    have to wait.\n\n“We have a promise in writing,” Mayor Rosa Weil said.\n\n“Nobody will sail before the talks,” said Anton \
    Brask, a pilot.\n";

#[test]
fn an_update_is_told_by_topic() {
    let folder = folder(&[("old.md", OLD), ("new.md", NEW)]);
    let run = run(copydesk(&folder).args(["diff", "old.md", "new.md"]));
    let expected = "\
Quotations
  + paragraph 4: Anton Brask: “Nobody will sail before the talks,”

Names
  + paragraph 4: Anton Brask, pilot

Figures
  ~ paragraph 2: 2.3 million passengers → 2.4 million passengers
";
    assert_eq!((run.code, run.stdout.as_str()), (1, expected), "{}", run.stderr);
}

#[test]
fn a_folder_of_a_revision_is_no_draft() {
    if !has_git() {
        return;
    }
    let folder = folder(&[("desk/old.md", OLD), ("new.md", NEW)]);
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", "One"]);
    for name in ["HEAD:desk", "HEAD:desk/"] {
        let run = run(copydesk(&folder).args(["diff", name, "new.md"]));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        let told = "“HEAD” is no file; name a file in it, such as `HEAD:desk/story.md`";
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
}

#[test]
fn an_advisory_has_a_sentence_for_each_change() {
    let folder = folder(&[("old_1.md", OLD), ("new.md", NEW)]);
    let run = run(copydesk(&folder).args(["diff", "--format", "markdown", "new.md", "old_1.md"]));
    let expected = "\
Changes from new.md to old\\_1.md:

- Removes a quotation in paragraph 4 (of the old version): Anton Brask: “Nobody will sail before the talks,”
- Removes a name in paragraph 4 (of the old version): Anton Brask, pilot
- Changes a figure in paragraph 1: 2.4 million passengers → 2.3 million passengers
";
    assert_eq!((run.code, run.stdout.as_str()), (1, expected), "{}", run.stderr);
}

#[test]
fn the_same_facts_are_no_change() {
    let moved = OLD.replace("The harbor was quiet.\n", "").replace(
        "# Ferries to stay in port\n",
        "# Ferries to stay in port\n\nThe harbor was quiet.\n",
    );
    let folder = folder(&[("old.md", OLD), ("new.md", &moved)]);
    let run = run(copydesk(&folder).args(["diff", "old.md", "new.md"]));
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (
            0,
            "No quotation, name, title, figure, date or finding was added, removed or changed.\n"
        )
    );
}

#[test]
fn json_has_the_places_in_both_versions() {
    let folder = folder(&[("old.md", OLD)]);
    let run = run(copydesk(&folder)
        .args(["diff", "--format", "json", "old.md", "-"])
        .write_stdin(NEW));
    let told: Value = serde_json::from_str(&run.stdout).unwrap();
    let figure = told["changes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|change| change["topic"] == "figure")
        .unwrap();
    assert_eq!(figure["change"], "changed");
    for (version, text) in [("old", OLD), ("new", NEW)] {
        let noted = &figure[version];
        let at = |name: &str| usize::try_from(noted[name].as_u64().unwrap()).unwrap();
        assert_eq!(&text[at("start")..at("end")], noted["text"].as_str().unwrap());
    }
    assert_eq!((&figure["old"]["line"], &figure["new"]["line"]), (&3.into(), &5.into()));
}

#[test]
fn a_version_can_be_in_a_revision() {
    if !has_git() {
        return;
    }
    let folder = folder(&[("news/story.md", OLD), ("story.md", "Another story.\n")]);
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", "One"]);
    write(folder.path(), "news/story.md", NEW.as_bytes());
    let same = run(copydesk(&folder).args(["diff", "HEAD:news/story.md", "main:news/story.md"]));
    assert_eq!(same.code, 0, "{}{}", same.stdout, same.stderr);
    let changed = run(copydesk(&folder).args(["diff", "HEAD:news/story.md", "news/story.md"]));
    assert_eq!(changed.code, 1, "{}", changed.stderr);
    assert!(
        changed.stdout.contains("+ paragraph 4: Anton Brask"),
        "{}",
        changed.stdout
    );
    let below = folder.path().join("news");
    let here = run(copydesk(&below).args(["diff", "HEAD:./story.md", "story.md"]));
    assert_eq!(here.stdout, changed.stdout, "{}", here.stderr);
    let two = run(copydesk(&below).args(["diff", "HEAD:story.md", "story.md"]));
    assert_eq!(two.code, 2);
    assert!(
        two.stderr.contains("write `HEAD:./story.md` for the second"),
        "{}",
        two.stderr
    );
    for (version, told) in [
        ("nowhere:story.md", "git knows no revision “nowhere”"),
        ("HEAD:gone.md", "“HEAD” has no file “gone.md”"),
        ("--upload-pack=x:story.md", "git knows no revision"),
        ("gone.md", "gone.md: no such file or folder"),
    ] {
        let run = run(copydesk(&folder).args(["diff", "--", version, "story.md"]));
        assert_eq!(run.code, 2, "{version}");
        assert!(run.stderr.contains(told), "{version}: {}", run.stderr);
    }
}

#[test]
fn git_runs_nothing_of_the_repository() {
    if !has_git() {
        return;
    }
    let folder = folder(&[("story.md", OLD), (".gitattributes", "*.md diff=x filter=x\n")]);
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", "One"]);
    for key in [
        "diff.x.textconv",
        "diff.x.command",
        "filter.x.smudge",
        "core.fsmonitor",
        "core.sshCommand",
    ] {
        git(folder.path(), &["config", key, "touch ran; cat"]);
    }
    let run = run(copydesk(&folder).args(["diff", "HEAD:story.md", "story.md"]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!folder.path().join("ran").exists());
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let german = "Die Fähre fährt heute nicht, weil der Hafen im Nebel liegt und niemand weiß, wann er sich hebt. Am Kai warten seit dem Morgen viele Leute, die noch vor dem Abend zu Hause sein wollten. Der Kapitän sagte, man müsse eben Geduld haben.\n";
    let folder = folder(&[("old.md", OLD), ("fremd.md", german)]);
    for (arguments, told) in [
        (
            ["old.md", "fremd.md"],
            "fremd.md: is in German; copydesk compares drafts in English only",
        ),
        (["-", "-"], "only one of the two versions can come from standard input"),
    ] {
        let run = run(copydesk(&folder).arg("diff").args(arguments).write_stdin(""));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
}
