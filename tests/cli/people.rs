//! `copydesk actors merge`: who is who over an archive.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::{Run, copydesk, folder, run, write};

/// What `extract` says of a document, as far as a merge reads it. A person is `name`, or `name, title`.
fn facts(id: &str, date: Option<&str>, people: &[&str]) -> String {
    let actors: Vec<Value> = people
        .iter()
        .enumerate()
        .map(|(number, person)| {
            let (name, title) = person.split_once(", ").unwrap_or((person, ""));
            let roles: Vec<&str> = Some(title).filter(|title| !title.is_empty()).into_iter().collect();
            json!({"id": format!("a{number}"), "name": name, "type": "person", "roles": roles, "aliases": [name], "mentions": 1})
        })
        .collect();
    let quotes = json!([{"kind": "direct", "speaker": {"actor": "a0"}}, {"kind": "mention", "speaker": null}]);
    json!({"id": id, "version": 2, "date": date, "actors": actors, "quotes": quotes}).to_string() + "\n"
}

fn archive() -> String {
    [
        facts(
            "2031/1",
            Some("2031-01-05"),
            &["Rosa Weil, harbour captain", "Tom Holt"],
        ),
        facts("2031/2", Some("2031-02-05"), &["Rosa Weíl, captain", "Weil, captain"]),
        facts("2031/3", Some("2031-03-05"), &["ROSA WEIL, poet", "Ida Rusk"]),
        facts("2031/4", None, &["Rosa Weil, poet", "the young man"]),
    ]
    .concat()
}

struct Merge {
    run: Run,
    people: Vec<Value>,
    links: Vec<Value>,
}

fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn merge_in(folder: &Path, arguments: &[&str], input: &str) -> Merge {
    let run = run(copydesk(folder)
        .args(["actors", "merge", "--links", "who.jsonl"])
        .args(arguments)
        .write_stdin(input));
    let links = fs::read_to_string(folder.join("who.jsonl")).unwrap_or_default();
    Merge {
        people: rows(&run.stdout),
        links: rows(&links),
        run,
    }
}

fn merge(input: &str) -> Merge {
    merge_in(folder(&[]).path(), &["--isolated"], input)
}

#[test]
fn one_person_has_one_row_and_every_document_a_link() {
    let Merge { run, people, links } = merge(&archive());
    assert_eq!(run.code, 0, "{}", run.stderr);
    let names: Vec<(&str, u64)> = people
        .iter()
        .map(|person| (person["name"].as_str().unwrap(), person["documents"].as_u64().unwrap()))
        .collect();
    assert_eq!(
        names,
        [("Tom Holt", 1), ("Ida Rusk", 1), ("Rosa Weíl", 2), ("Rosa Weil", 2)]
    );
    let captain = &people[2];
    assert_eq!(
        (&captain["first"], &captain["last"]),
        (&json!("2031-01-05"), &json!("2031-02-05"))
    );
    assert_eq!(captain["quotations"], 2);
    assert_eq!(captain["names"], json!(["Rosa Weil", "Rosa Weíl"]));
    assert_eq!(
        captain["titles"][0],
        json!({"title": "harbour captain", "first": "2031-01-05", "last": "2031-01-05", "documents": 1})
    );
    assert_eq!(captain["why"], "the same name, and a title in common");
    assert_eq!(
        captain["apart"],
        json!([{"person": people[3]["id"], "because": "too-little-in-common"}])
    );
    assert_eq!(links.len(), 7);
    let of = |document: &str, actor: &str| {
        let link = links
            .iter()
            .find(|link| link["document"] == document && link["actor"] == actor);
        link.unwrap_or_else(|| panic!("{document} {actor}"))
    };
    assert_eq!(of("2031/2", "a0")["person"], captain["id"]);
    let alone = of("2031/2", "a1");
    assert_eq!(
        (&alone["person"], &alone["refused"]),
        (&Value::Null, &json!("lone-name"))
    );
    assert_eq!(alone["candidates"][0], captain["id"]);
    assert!(
        run.stderr.contains("4 documents") && run.stderr.contains("lone-name 1"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_order_of_the_lines_and_the_number_of_files_make_no_difference() {
    let text = archive();
    let expected = merge(&text);
    let mut lines: Vec<&str> = text.lines().collect();
    lines.reverse();
    // What is there twice counts once.
    lines.push(lines[0]);
    let folder = folder(&[("a.jsonl", &lines[..2].join("\n")), ("b.jsonl", &lines[2..].join("\n"))]);
    let found = merge_in(folder.path(), &["--isolated", "b.jsonl", "a.jsonl"], "");
    assert_eq!(found.people, expected.people);
    assert_eq!(found.links, expected.links);
}

#[test]
fn whoever_the_newsroom_knows_is_who_it_says() {
    let file = "[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\nlink = \"https://www.wikidata.org/wiki/Q42\"\n\
        title = \"Foreign Minister\"\n\n[[actor]]\nname = \"Tom Holt\"\nkind = \"person\"\n";
    let folder = folder(&[(".git/HEAD", ""), ("actors.toml", file)]);
    let more = facts("2031/5", Some("2031-04-01"), &["Rosa Weil, Defence Minister"]);
    let Merge { people, links, .. } = merge_in(folder.path(), &[], &(archive() + &more));
    let rosa = &people[1];
    assert_eq!(
        (&rosa["id"], &rosa["wikidata"], &rosa["documents"]),
        (&json!("wikidata:Q42"), &json!("Q42"), &json!(4))
    );
    assert_eq!(rosa["entry"], "rosa-weil");
    assert!(people.iter().any(|person| person["id"] == "entry:tom-holt"));
    let other = links.iter().find(|link| link["document"] == "2031/5").unwrap();
    assert_eq!(
        (&other["person"], &other["refused"]),
        (&Value::Null, &json!("other-than-file"))
    );
    assert_eq!(other["candidates"], json!(["wikidata:Q42"]));
}

#[test]
fn tables_for_spreadsheets_have_a_header_and_no_formula() {
    let folder = folder(&[]);
    let input = facts("=1+1", Some("2031-01-05"), &["Rosa Weil, captain"])
        + &facts("2", Some("2031-01-06"), &["Rosa Weil, captain"]);
    let run = run(copydesk(&folder)
        .args(["actors", "merge", "--isolated", "--as", "csv", "--links", "who.csv"])
        .write_stdin(input));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let mut lines = run.stdout.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("\u{feff}id,name,kind,names,titles,documents,quotations,first,last,")
    );
    assert!(
        lines.next().unwrap().contains("captain (2031-01-05 to 2031-01-06)"),
        "{}",
        run.stdout
    );
    let links = fs::read_to_string(folder.path().join("who.csv")).unwrap();
    assert!(links.contains("'=1+1,a0,Rosa Weil,p:"), "{links}");
}

#[test]
fn lines_that_cannot_be_used_are_named_and_cost_no_other() {
    let input = "no JSON\n".to_owned()
        + "{\"id\": 1, \"version\": 2}\n"
        + "{\"id\": 1, \"version\": 3, \"actors\": []}\n"
        + "{\"id\": 1, \"version\": 2, \"line\": 4, \"error\": \"no text\"}\n\n"
        + &archive();
    let found = merge(&input);
    assert_eq!((found.run.code, found.people.len()), (1, 4), "{}", found.run.stderr);
    for part in [
        "stdin>:1: not a line",
        ":2: “actors” is missing",
        ":3: facts of version 3",
    ] {
        assert!(found.run.stderr.contains(part), "{part}: {}", found.run.stderr);
    }
    assert!(!found.run.stderr.contains(":4:"), "{}", found.run.stderr);
    let skipped = merge_in(folder(&[]).path(), &["--isolated", "--on-error", "skip"], &input);
    assert_eq!((skipped.run.code, skipped.people), (0, found.people));
}

#[test]
fn nothing_gives_empty_tables() {
    let found = merge("");
    assert_eq!((found.run.code, found.people.len(), found.links.len()), (0, 0, 0));
    let folder = folder(&[]);
    let missing = run(copydesk(&folder).args(["actors", "merge", "nowhere.jsonl"]));
    assert_eq!(missing.code, 2);
    assert!(
        missing.stderr.contains("nowhere.jsonl: no such file"),
        "{}",
        missing.stderr
    );
}

/// What is held in memory is 16 MB: this is more, so that it is sorted in files.
#[test]
fn an_archive_that_memory_does_not_hold_is_sorted_on_disk() {
    let folder = folder(&[]);
    let mut text = String::new();
    let padding = "x".repeat(500);
    for number in 0..30_000 {
        let title = format!("Rosa Weil, captain of the {padding}");
        let other = format!("Tom Holt{}, mayor", number % 500);
        text.push_str(&facts(&format!("d{number:05}"), Some("2031-01-05"), &[&title, &other]));
    }
    write(folder.path(), "facts.jsonl", text.as_bytes());
    let temporary = folder.path().join("tmp");
    fs::create_dir(&temporary).unwrap();
    let mut command = copydesk(&folder);
    command
        .env("TMPDIR", &temporary)
        .args(["actors", "merge", "--isolated", "--links", "who.jsonl", "facts.jsonl"]);
    let run = run(&mut command);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let people = rows(&run.stdout);
    assert_eq!(people.len(), 501);
    let rosa = people.iter().find(|person| person["name"] == "Rosa Weil").unwrap();
    assert_eq!(rosa["documents"], 30_000);
    assert_eq!(
        fs::read_to_string(folder.path().join("who.jsonl"))
            .unwrap()
            .lines()
            .count(),
        60_000
    );
    assert_eq!(fs::read_dir(&temporary).unwrap().count(), 0, "nothing is left");
}

#[test]
fn rows_are_as_the_schemas_say() {
    let Merge { people, links, .. } = merge(&archive());
    for (what, rows) in [("people", people), ("people-links", links)] {
        let schema = run(copydesk(".").args(["schema", what])).stdout;
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("schema.json", schema).unwrap();
        let compiled = compiler.compile("schema.json", &mut schemas).unwrap();
        for row in rows {
            if let Err(error) = schemas.validate(&row, compiled) {
                panic!("{row}: {error}");
            }
        }
    }
}

/// The facts of real drafts, from the text to the table.
#[test]
fn drafts_go_all_the_way() {
    let folder = folder(&[]);
    let line = |id: u32, text: &str| json!({"id": id, "text": text, "reference_date": "2031-04-30"}).to_string() + "\n";
    let input = line(
        1,
        "“We met twice,” the harbour minister, Ana Kovač, said.\n\nKovač spoke in Löwen.",
    ) + &line(2, "Harbour Minister Ana Kovac met Rui Tavares. “It is done,” she said.")
        + &line(3, "“No,” Kovač said.");
    let facts = run(copydesk(&folder)
        .args(["extract", "--jsonl", "--fields", "quotes,actors"])
        .write_stdin(input));
    let Merge { people, links, .. } = merge(&facts.stdout);
    let ana = people
        .iter()
        .find(|person| person["documents"] == 2)
        .unwrap_or_else(|| panic!("{people:?}"));
    assert_eq!(ana["name"], "Ana Kovač");
    assert_eq!(ana["quotations"], 2);
    assert!(
        links
            .iter()
            .any(|link| link["document"] == "3" && link["candidates"][0] == ana["id"])
    );
}
