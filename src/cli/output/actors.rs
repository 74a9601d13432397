//! What `copydesk actors` prints, for people and as JSON. It reads no file.

use std::collections::HashMap;
use std::fmt::Write;

use serde::Serialize;

use crate::analysis::ActorKind;
use crate::analysis::register::{Entry, EntryKind, initials_of, is_slip_of_name, key};
use crate::cli::output::lines::Position;
use crate::cli::output::printable;
use crate::config::{ActorFile, toml_of};
use crate::render::json;

#[derive(Debug, Serialize)]
struct EntryOutput<'a> {
    id: &'a str,
    kind: &'static str,
    name: &'a str,
    aliases: &'a [smol_str::SmolStr],
    misspellings: &'a [smol_str::SmolStr],
    titles: Vec<TitleOutput<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pronouns: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    attributes: serde_json::Map<String, serde_json::Value>,
    line: usize,
}

#[derive(Debug, Serialize)]
struct TitleOutput<'a> {
    title: &'a str,
    #[serde(rename = "valid-from", skip_serializing_if = "Option::is_none")]
    valid_from: Option<String>,
    #[serde(rename = "valid-until", skip_serializing_if = "Option::is_none")]
    valid_until: Option<String>,
}

#[derive(Debug, Serialize)]
struct ProblemOutput<'a> {
    path: String,
    line: usize,
    key: &'a str,
    level: &'static str,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct MissingOutput<'a> {
    path: &'a str,
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    mentions: usize,
    line: usize,
    column: usize,
}

/// An actor of a draft who is not in the actor file.
#[derive(Clone, Debug)]
pub struct Missing {
    /// The draft, as it was given.
    pub path: String,
    /// The fullest name in the draft.
    pub name: String,
    /// What the draft takes it for.
    pub kind: ActorKind,
    /// The first role that the draft gives it.
    pub role: Option<String>,
    /// How often it is mentioned.
    pub mentions: usize,
    /// Where it is first named.
    pub at: Position,
}

/// The entries as a table: id, kind, name, titles.
pub fn table(entries: &[Entry]) -> String {
    let width = |text: fn(&Entry) -> &str| {
        entries
            .iter()
            .map(|entry| text(entry).chars().count())
            .max()
            .unwrap_or(0)
    };
    let (id, kind, name) = (
        width(|entry| &entry.id).min(40),
        width(|entry| entry.kind.name()),
        width(|entry| &entry.name).min(40),
    );
    let mut text = String::new();
    for entry in entries {
        let titles: Vec<_> = entry.titles.iter().map(|title| title.text.as_str()).collect();
        let line = format!(
            "{:id$}  {:kind$}  {:name$}  {}",
            entry.id,
            entry.kind.name(),
            entry.name,
            titles.join(", ")
        );
        let _ = writeln!(text, "{}", printable(line.trim_end()));
    }
    text
}

/// The entries as a JSON array.
pub fn json(entries: &[Entry]) -> String {
    let entries: Vec<_> = entries.iter().map(entry).collect();
    pretty(&entries)
}

fn entry(entry: &Entry) -> EntryOutput<'_> {
    EntryOutput {
        id: &entry.id,
        kind: entry.kind.name(),
        name: &entry.name,
        aliases: &entry.aliases,
        misspellings: &entry.misspellings,
        titles: entry
            .titles
            .iter()
            .map(|title| TitleOutput {
                title: &title.text,
                valid_from: title.valid_from.map(|day| day.to_string()),
                valid_until: title.valid_until.map(|day| day.to_string()),
            })
            .collect(),
        pronouns: entry.pronouns.as_deref(),
        affiliation: entry.affiliation.as_deref(),
        note: entry.note.as_deref(),
        link: entry.link.as_deref(),
        attributes: (entry.attributes.iter())
            .map(|(name, value)| (name.to_string(), value.as_str().into()))
            .collect(),
        line: entry.line,
    }
}

/// What is wrong with a file, a line for each, and a summary.
pub fn problems(file: &ActorFile) -> String {
    let mut text = String::new();
    for problem in &file.problems {
        let level = if problem.is_error { "error" } else { "warning" };
        let line = format!("{}:{}: {level}: {}", file.path.display(), problem.line, problem.message);
        let _ = writeln!(text, "{}", printable(&line));
    }
    let errors = file.problems.iter().filter(|problem| problem.is_error).count();
    let path = printable(&file.path.display().to_string());
    let entries = plural(file.register.entries().len(), "entry", "entries");
    let _ = match (errors, file.problems.len()) {
        (0, 0) => writeln!(text, "{path}: {entries}, no problems"),
        (0, all) => writeln!(text, "{path}: {entries}, {}", plural(all, "warning", "warnings")),
        (errors, _) => {
            let errors = plural(errors, "error", "errors");
            writeln!(
                text,
                "{path}: {errors}; fix them before drafts can be checked against this file"
            )
        }
    };
    text
}

/// The same as a JSON array.
pub fn problems_json(file: &ActorFile) -> String {
    let problems: Vec<_> = file
        .problems
        .iter()
        .map(|problem| ProblemOutput {
            path: file.path.display().to_string(),
            line: problem.line,
            key: &problem.key,
            level: if problem.is_error { "error" } else { "warning" },
            message: &problem.message,
        })
        .collect();
    pretty(&problems)
}

/// Who is missing, a line for each.
pub fn missing(missing: &[Missing]) -> String {
    let mut text = String::new();
    for actor in missing {
        let role = actor.role.as_ref().map_or_else(String::new, |role| format!(", {role}"));
        let line = format!(
            "{}:{}:{}: {}{role} ({}, {})",
            actor.path,
            actor.at.line,
            actor.at.column,
            actor.name,
            kind(actor.kind),
            plural(actor.mentions, "mention", "mentions")
        );
        let _ = writeln!(text, "{}", printable(&line));
    }
    text
}

/// The same as a JSON array.
pub fn missing_json(missing: &[Missing]) -> String {
    let missing: Vec<_> = missing
        .iter()
        .map(|actor| MissingOutput {
            path: &actor.path,
            name: &actor.name,
            kind: kind(actor.kind),
            role: actor.role.as_deref(),
            mentions: actor.mentions,
            line: actor.at.line,
            column: actor.at.column,
        })
        .collect();
    pretty(&missing)
}

/// Those who are missing as entries, each once. Titles are left out: the draft may be wrong about them. So are names that are
/// nearly another one: an entry would say that they are right.
pub fn missing_toml(missing: &[Missing]) -> String {
    let names = once(missing);
    let mut alike: HashMap<String, Vec<&MissingName<'_>>> = HashMap::new();
    for name in &names {
        alike.entry(initials_of(&name.key)).or_default().push(name);
    }
    let right = |name: &MissingName<'_>| {
        let others = alike.get(&initials_of(&name.key))?;
        others.iter().find(|other| name.is_slip_of(other)).copied()
    };
    let texts = names.iter().map(|name| match right(name) {
        Some(other) => format!(
            "# Left out: “{}” ({}:{}) is nearly “{}”. Make it one of the misspellings, or an entry if it is somebody else.\n",
            printable(&name.actor.name),
            printable(&name.actor.path),
            name.actor.at.line,
            printable(&other.actor.name)
        ),
        None => entry_of(name.actor),
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// A name with all its mentions.
struct MissingName<'a> {
    key: String,
    /// Where it is first.
    actor: &'a Missing,
    mentions: usize,
    /// Its place among the names.
    place: usize,
}

/// Every name once, in the order of the drafts.
fn once(missing: &[Missing]) -> Vec<MissingName<'_>> {
    let mut names: Vec<MissingName<'_>> = Vec::new();
    let mut places = HashMap::new();
    for actor in missing {
        let key = key(&actor.name);
        let place = *places.entry(key.clone()).or_insert(names.len());
        match names.get_mut(place) {
            Some(name) => name.mentions += actor.mentions,
            None => names.push(MissingName {
                key,
                actor,
                mentions: actor.mentions,
                place,
            }),
        }
    }
    names
}

impl MissingName<'_> {
    /// Whether it is probably meant to be the other one, which is written more often, or first.
    fn is_slip_of(&self, other: &Self) -> bool {
        let is_rarer = (self.mentions, other.place) < (other.mentions, self.place);
        is_rarer && is_slip_of_name(&self.key, &other.key)
    }
}

fn entry_of(actor: &Missing) -> String {
    let kind = EntryKind::from_name(kind(actor.kind)).unwrap_or(EntryKind::Other);
    let id = crate::analysis::register::id_of(&actor.name);
    toml_of(&Entry::named(&id, kind, &printable(&actor.name)))
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Organization => "organization",
        ActorKind::Place => "place",
        ActorKind::Other => "other",
    }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn pretty(value: &impl Serialize) -> String {
    json::pretty(value)
}
