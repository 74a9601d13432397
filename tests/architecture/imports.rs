//! `text -> markup -> language -> analysis -> rules -> engine -> render -> { lsp, cli }`, and `config` next to the
//! front ends.

use std::collections::BTreeSet;
use std::path::Path;

use crate::{root, rust_files};

/// What each room may use besides itself.
const ROOMS: [(&str, &[&str]); 13] = [
    ("text", &[]),
    ("verify", &["text"]),
    ("markup", &["text"]),
    ("language", &["text", "markup"]),
    ("analysis", &["text", "verify", "markup", "language"]),
    ("rules", &["text", "verify", "markup", "language", "analysis"]),
    ("engine", &["text", "verify", "markup", "language", "analysis", "rules"]),
    (
        "render",
        &["text", "verify", "markup", "language", "analysis", "rules", "engine"],
    ),
    ("people", &["text", "verify", "markup", "language", "analysis"]),
    ("config", &["text", "verify", "markup", "language", "analysis", "rules"]),
    ("history", &[]),
    (
        "lsp",
        &[
            "text", "verify", "markup", "language", "analysis", "rules", "engine", "render", "config", "history",
        ],
    ),
    (
        "cli",
        &[
            "text", "verify", "markup", "language", "analysis", "rules", "engine", "render", "people", "config",
            "history",
        ],
    ),
];

/// Files where two rooms that do not know each other meet, with the room they may use.
const DOORS: [(&str, &str); 1] = [("cli/commands/lsp.rs", "lsp")];

#[test]
fn imports_go_one_way() {
    let source = root().join("src");
    let mut wrong = Vec::new();
    for file in rust_files(&source) {
        let path = file.strip_prefix(&source).unwrap();
        let name = path.to_string_lossy().replace('\\', "/");
        if name == "lib.rs" || name == "main.rs" {
            continue;
        }
        let room = room_of(path);
        let (_, allowed) = ROOMS
            .iter()
            .find(|(known, _)| *known == room)
            .unwrap_or_else(|| panic!("src/{name} is in a room that tests/architecture does not know"));
        let text = std::fs::read_to_string(&file).unwrap();
        for (line, used) in rooms_used(&text) {
            let door = DOORS.contains(&(name.as_str(), used.as_str()));
            if used != room && !allowed.contains(&used.as_str()) && !door {
                wrong.push(format!("src/{name}:{line}: {room} must not use {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_is_there() {
    for (room, _) in ROOMS {
        assert!(root().join("src").join(room).join("mod.rs").is_file(), "{room}");
    }
}

/// The arrows of the picture, and those over other rooms, are what each room may use.
#[test]
fn the_picture_shows_what_each_room_may_use() {
    let page = std::fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let picture = page
        .split("```mermaid")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    let arrows: Vec<(&str, &str)> = (picture.lines())
        .filter_map(|line| line.trim().split_once(" -->"))
        .map(|(from, to)| (from, to.rsplit('|').next().unwrap_or(to).trim()))
        .collect();
    let drawn: BTreeSet<&str> = arrows.iter().flat_map(|(from, to)| [*from, *to]).collect();
    assert_eq!(drawn, ROOMS.iter().map(|(room, _)| *room).collect());
    for (room, allowed) in ROOMS {
        let mut used: BTreeSet<&str> = BTreeSet::new();
        let mut open = vec![room];
        while let Some(room) = open.pop() {
            let before = arrows.iter().filter(|(_, to)| *to == room).map(|(from, _)| *from);
            open.extend(before.filter(|before| used.insert(before)));
        }
        assert_eq!(used, allowed.iter().copied().collect(), "{room}");
    }
}

#[test]
fn text_to_rules_read_no_files_and_start_nothing() {
    let source = root().join("src");
    let mut wrong = Vec::new();
    for room in [
        "text", "verify", "markup", "language", "analysis", "rules", "engine", "render", "people",
    ] {
        for file in rust_files(&source.join(room)) {
            let text = std::fs::read_to_string(&file).unwrap();
            let shipped = text.split("#[cfg(test)]").next().unwrap_or("");
            for (number, line) in code_lines(shipped) {
                for barred in ["std::fs", "std::net", "std::process", "std::env", "tokio::", "async fn"] {
                    if line.contains(barred) {
                        wrong.push(format!("{}:{number}: {barred}", file.display()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_import_is_seen() {
    let text = "use crate::{text::Span, lsp};\nfn f() { crate::cli::run() }\n// crate::engine is no use\n\
                use crate::\n    rules;\n";
    let found: Vec<String> = rooms_used(text).into_iter().map(|(_, room)| room).collect();
    assert_eq!(found, ["text", "lsp", "cli", "rules"]);
}

fn room_of(path: &Path) -> String {
    path.components()
        .next()
        .unwrap()
        .as_os_str()
        .to_string_lossy()
        .into_owned()
}

/// The rooms that a file names after `crate::`, with their lines; grouped imports included.
fn rooms_used(text: &str) -> Vec<(usize, String)> {
    let mut code = String::new();
    for (_, line) in code_lines(text) {
        code.push_str(line);
        code.push('\n');
    }
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let rest = code[at + "crate::".len()..].trim_start();
        match rest.strip_prefix('{') {
            Some(group) => used.extend(top_level(group).into_iter().map(|room| (line, room))),
            None => used.push((line, identifier(rest))),
        }
    }
    used
}

/// The first names of the entries of a `{…}` group, as far as its own closing brace.
fn top_level(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut expects = true;
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => expects = true,
            _ if expects && character.is_alphabetic() => {
                names.push(identifier(&group[at..]));
                expects = false;
            }
            _ => {}
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The lines that are not comments, with comment lines left empty so that line numbers hold.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(index, line)| {
        let is_comment = line.trim_start().starts_with("//");
        (index + 1, if is_comment { "" } else { line })
    })
}
