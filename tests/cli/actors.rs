//! `copydesk actors` and `copydesk schema`, and drafts read with an actor file.

use std::fs;

use serde_json::Value;

use crate::{copydesk, folder, run, write};

const FILE: &str = "# Who is who.\n\n[[actor]]\nname = \"Mirela Dovak\"\nkind = \"person\" # checked\n\
    misspellings = [\"Mirella Dovak\"]\ntitle = \"Foreign Minister\"\n";

const DRAFT: &str = "Mirella Dovak met Tomas Brandt, the foreign secretary, on Monday.\n";

#[test]
fn a_misspelled_name_is_found_and_mended_with_the_file_above_the_draft() {
    let folder = folder(&[(".git/HEAD", ""), ("actors.toml", FILE), ("news/story.txt", DRAFT)]);
    let lint = run(copydesk(&folder).args(["lint", "news", "--format", "json"]));
    assert_eq!(lint.code, 1, "{}", lint.stderr);
    let findings: Value = serde_json::from_str(&lint.stdout).unwrap();
    assert_eq!(findings[0]["code"], "actor-mismatch");
    assert_eq!(findings[0]["level"], "error");
    run(copydesk(&folder).args(["lint", "--fix", "news"]));
    let mended = fs::read_to_string(folder.path().join("news/story.txt")).unwrap();
    assert!(mended.starts_with("Mirela Dovak met"), "{mended}");
}

#[test]
fn the_file_can_be_named_and_left_out() {
    let folder = folder(&[
        (".git/HEAD", ""),
        ("desk/who.toml", FILE),
        ("story.txt", DRAFT),
        ("copydesk.toml", "actors = \"desk/who.toml\"\n"),
    ]);
    let lint = |arguments: &[&str]| run(copydesk(&folder).args(["lint", "story.txt"]).args(arguments)).code;
    assert_eq!(lint(&[]), 1);
    assert_eq!(lint(&["--isolated"]), 0);
    assert_eq!(lint(&["--isolated", "--actors", "desk/who.toml"]), 1);
    assert_eq!(lint(&["--config", "copydesk.toml"]), 1);
    let mut jsonl = copydesk(&folder);
    jsonl.args(["extract", "--jsonl", "--actors", "desk/who.toml"]);
    jsonl.write_stdin(format!(
        "{{\"id\": 1, \"text\": {}}}\n",
        serde_json::to_string(DRAFT).unwrap()
    ));
    let answer: Value = serde_json::from_str(&run(&mut jsonl).stdout).unwrap();
    assert_eq!(answer["actors"][0]["entry"]["id"], "mirela-dovak");
    assert_eq!(answer["actors"][0]["name"], "Mirella Dovak");
    assert_eq!(answer["findings"][0]["code"], "actor-mismatch");
}

#[test]
fn a_file_with_mistakes_or_outside_stops_the_run() {
    let folder = folder(&[
        ("secret.toml", FILE),
        ("desk/.git/HEAD", ""),
        ("desk/story.txt", DRAFT),
        ("desk/actors.toml", "[[actor]]\nname = \"Rosa Weil\"\n"),
    ]);
    let desk = folder.path().join("desk");
    let bad = run(copydesk(&desk).args(["lint", "story.txt"]));
    assert_eq!(bad.code, 2);
    assert!(
        bad.stderr.contains("actors.toml:1: this entry has no “kind”"),
        "{}",
        bad.stderr
    );
    write(
        &desk,
        "copydesk.toml",
        b"date = 2031-05-05\nactors = \"../secret.toml\"\n",
    );
    let outside = run(copydesk(&desk).args(["lint", "story.txt"]));
    assert_eq!(outside.code, 2);
    assert!(
        outside.stderr.contains("copydesk.toml:2: the actor file "),
        "{}",
        outside.stderr
    );
    assert!(outside.stderr.contains("leads out of"), "{}", outside.stderr);
}

#[test]
fn check_tells_what_is_wrong_and_fails() {
    let folder = folder(&[
        ("good.toml", FILE),
        ("odd.toml", "actors = 1\n"),
        ("bad.toml", "[[actor]]\nkind = \"person\"\n"),
    ]);
    for (file, code, message) in [
        ("good.toml", 0, "good.toml: 1 entry, no problems"),
        (
            "odd.toml",
            1,
            "odd.toml:1: warning: unknown key “actors”; did you mean “actor”?",
        ),
        ("bad.toml", 1, "bad.toml:1: error: this entry has no “name”"),
    ] {
        let run = run(copydesk(&folder).args(["actors", "check", file]));
        assert_eq!(run.code, code, "{file}");
        assert!(run.stdout.contains(message), "{}", run.stdout);
    }
    write(folder.path(), "latin.toml", b"name = \"Andr\xe9\"\n");
    let latin = run(copydesk(&folder).args(["actors", "check", "latin.toml", "--format", "json"]));
    let problems: Value = serde_json::from_str(&latin.stdout).unwrap();
    assert_eq!(
        (&problems[0]["line"], &problems[0]["level"]),
        (&1.into(), &"error".into())
    );
    assert_eq!(run(copydesk(&folder).args(["actors", "check", "none.toml"])).code, 2);
    assert_eq!(
        run(copydesk(&folder).args(["actors", "list", "--file", "bad.toml"])).code,
        2
    );
}

#[test]
fn a_table_is_imported_and_nothing_is_lost() {
    let folder = folder(&[
        ("actors.toml", FILE),
        (
            "people.csv",
            "name,kind,aliases,title,valid-from\nMirela Dovak,,M. Dovak,Member of Parliament,\nSel Line,organization,,,\n\
             Tomas Brandt,person,,Foreign Secretary,2030-02-11\n",
        ),
    ]);
    let diff = run(copydesk(&folder).args(["actors", "import", "people.csv", "--diff"]));
    assert_eq!(diff.code, 1);
    assert!(diff.stdout.contains("+name = \"Sel Line\""), "{}", diff.stdout);
    let read = || fs::read_to_string(folder.path().join("actors.toml")).unwrap();
    assert_eq!(read(), FILE);
    let import = run(copydesk(&folder).args(["actors", "import", "people.csv"]));
    assert_eq!(import.code, 0, "{}", import.stderr);
    assert!(
        import.stdout.ends_with("actors.toml: 2 added, 1 extended\n"),
        "{}",
        import.stdout
    );
    let now = read();
    for kept in [
        "# Who is who.",
        "# checked",
        "M. Dovak",
        "Member of Parliament",
        "valid-from = 2030-02-11",
    ] {
        assert!(now.contains(kept), "{now}");
    }
    // Once more changes nothing.
    run(copydesk(&folder).args(["actors", "import", "people.csv"]));
    assert_eq!(read(), now);
    let list = run(copydesk(&folder).args(["actors", "list", "--format", "json"]));
    let entries: Value = serde_json::from_str(&list.stdout).unwrap();
    assert_eq!(entries.as_array().unwrap().len(), 3);
    assert_eq!(entries[2]["titles"][0]["valid-from"], "2030-02-11");
}

#[test]
fn a_row_with_a_mistake_keeps_the_file_as_it_is() {
    let folder = folder(&[
        ("actors.toml", FILE),
        ("people.csv", "name,kind\nRosa Weil,persn\nMirella Dovak,person\n"),
    ]);
    let wrong = run(copydesk(&folder).args(["actors", "import", "people.csv"]));
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.stderr.contains("people.csv:2: “persn” is not a kind"),
        "{}",
        wrong.stderr
    );
    // A name that the file has as a misspelling.
    write(folder.path(), "people.csv", b"name\nMirella Dovak\n");
    let taken = run(copydesk(&folder).args(["actors", "import", "people.csv"]));
    assert_eq!(taken.code, 2);
    assert!(
        taken.stderr.contains("“Mirella Dovak” is the name of"),
        "{}",
        taken.stderr
    );
    assert_eq!(fs::read_to_string(folder.path().join("actors.toml")).unwrap(), FILE);
}

#[test]
fn a_new_file_is_made_where_there_is_none() {
    let folder = folder(&[(".git/HEAD", ""), ("people.csv", "name;kind\nRosa Weil;person\n")]);
    assert_eq!(run(copydesk(&folder).args(["actors", "import", "people.csv"])).code, 0);
    let text = fs::read_to_string(folder.path().join("actors.toml")).unwrap();
    assert_eq!(text, "[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n");
}

#[test]
fn imports_at_the_same_time_lose_no_row() {
    const RUNS: usize = 12;
    let folder = folder(&[(".git/HEAD", ""), ("actors.toml", FILE)]);
    let table = |number: usize| format!("name;kind\nOrla Quist-{number};person\n");
    let import = |number: usize| {
        let mut command = copydesk(&folder);
        let run = run(command.args(["actors", "import", "-"]).write_stdin(table(number)));
        (number, run.code)
    };
    let codes: Vec<_> = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..RUNS).map(|number| scope.spawn(move || import(number))).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    let text = fs::read_to_string(folder.path().join("actors.toml")).unwrap();
    for (number, code) in codes {
        // Where the system has no locks, a run may see that it came too late.
        assert!(code == 0 || cfg!(not(unix)), "{number}: {code}");
        assert!(
            code != 0 || text.contains(&format!("Orla Quist-{number}\"")),
            "{number}: {text}"
        );
    }
}

#[test]
fn whoever_is_missing_is_listed() {
    let folder = folder(&[(".git/HEAD", ""), ("actors.toml", FILE), ("story.txt", DRAFT)]);
    let text = run(copydesk(&folder).args(["actors", "missing", "story.txt"]));
    assert_eq!(text.code, 1, "{}", text.stderr);
    assert!(
        text.stdout
            .starts_with("story.txt:1:19: Tomas Brandt, foreign secretary (person, "),
        "{}",
        text.stdout
    );
    assert_eq!(text.stdout.lines().count(), 1);
    let toml = run(copydesk(&folder).args(["actors", "missing", "story.txt", "--format", "toml"]));
    assert_eq!(toml.stdout, "[[actor]]\nname = \"Tomas Brandt\"\nkind = \"person\"\n");
    write(
        folder.path(),
        "more.toml",
        format!("{FILE}\n{}", toml.stdout).as_bytes(),
    );
    let nobody = run(copydesk(&folder).args(["actors", "missing", "story.txt", "--actors", "more.toml"]));
    assert_eq!((nobody.code, nobody.stdout.as_str()), (0, "Nobody is missing.\n"));
}

#[test]
fn schemas_are_printed() {
    for file in ["actors", "config"] {
        let run = run(copydesk(".").args(["schema", file]));
        let schema: Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!((run.code, &schema["type"]), (0, &"object".into()));
    }
}

#[test]
fn a_name_that_is_nearly_another_one_gets_no_entry() {
    let one = "Mayor Tomas Brandvold left. Tomas Brandvold, 54, was calm. Ines Orlova stayed.\n";
    let other = "The ferry that Tomas Brandwold bought is late, and so is Ines Orlova.\n";
    let folder = folder(&[(".git/HEAD", ""), ("a.txt", one), ("b.txt", other)]);
    let toml = run(copydesk(&folder).args(["actors", "missing", "--format", "toml", "a.txt", "b.txt"]));
    assert_eq!(
        toml.stdout,
        "[[actor]]\nname = \"Tomas Brandvold\"\nkind = \"person\"\n\n\
         [[actor]]\nname = \"Ines Orlova\"\nkind = \"person\"\n\n\
         # Left out: “Tomas Brandwold” (b.txt:1) is nearly “Tomas Brandvold”. Make it one of the misspellings, or an entry if it is \
         somebody else.\n"
    );
}
