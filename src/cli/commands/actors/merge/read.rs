//! A line that `extract` wrote, as the appearances of the people in it. It decides nothing about who they are.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::analysis::ActorKind;
use crate::analysis::register::{EntryId, Register};
use crate::cli::commands::jsonl::Line;
use crate::config::parse_date;
use crate::people::{self, Appearance, KnownEntry, Place, Shelf, Token, is_described, person_name, token};
use crate::render::facts::{Id, VERSION};

/// How many others of a document are noted with each: those with the smallest digests, so that two documents with the same people
/// have the same ones.
const MOST_COMPANIONS: usize = 16;

/// The newsroom's file of people, if there is one.
#[derive(Default)]
pub struct Known {
    register: Register,
    by_id: HashMap<String, EntryId>,
}

impl Known {
    /// The file.
    pub fn new(register: Register) -> Self {
        let ids = register.entries().iter().enumerate();
        let by_id = ids.map(|(at, entry)| (entry.id.to_string(), EntryId(at))).collect();
        Self { register, by_id }
    }
}

/// What a line says of its document, as far as people go.
#[derive(Deserialize)]
pub struct LineOf<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    version: Option<u32>,
    #[serde(borrow)]
    date: Option<Cow<'a, str>>,
    #[serde(borrow)]
    actors: Option<Vec<ActorOf<'a>>>,
    #[serde(borrow)]
    quotes: Option<Vec<QuoteOf<'a>>>,
    error: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct ActorOf<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
    entry: Option<EntryOf>,
}

#[derive(Deserialize)]
struct EntryOf {
    id: String,
    name: String,
    kind: String,
}

#[derive(Deserialize)]
struct QuoteOf<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    speaker: Option<SpeakerOf<'a>>,
}

#[derive(Deserialize)]
struct SpeakerOf<'a> {
    #[serde(borrow)]
    actor: Option<Cow<'a, str>>,
}

impl<'a> LineOf<'a> {
    /// Reads a line. `None` for the answer to a line that `extract` could not use, and for an empty one.
    pub fn read(line: &'a Line) -> Result<Option<Self>, String> {
        let bytes = match line {
            Line::Whole(bytes) => bytes,
            Line::TooLong => return Err("the line is longer than 200 MB".to_owned()),
        };
        if bytes.trim_ascii().is_empty() {
            return Ok(None);
        }
        let line: Self = serde_json::from_slice(bytes)
            .map_err(|error| format!("not a line that `copydesk extract --jsonl` writes: {error}"))?;
        if line.error.is_some() {
            return Ok(None);
        }
        match line.version {
            Some(VERSION) => {}
            Some(other) => {
                return Err(format!(
                    "facts of version {other}; this copydesk reads version {VERSION}"
                ));
            }
            None => return Err("no facts of `copydesk extract --jsonl`: “version” is missing".to_owned()),
        }
        if line.actors.is_none() {
            return Err("“actors” is missing; leave out `--fields`, or name it there".to_owned());
        }
        Ok(Some(line))
    }
}

/// What a document adds.
pub struct Found {
    /// Who is in it.
    pub appearances: Vec<Appearance>,
    /// The names of its people, each once.
    pub names: Vec<Token>,
}

/// The people of a document, and whatever else of it is in the newsroom's file.
pub fn appearances(line: LineOf<'_>, known: &Known) -> Found {
    let document = line
        .id
        .map_or_else(|| "null".to_owned(), |id| Id::of_line(id).text().into_owned());
    let date = line.date.as_deref().unwrap_or("").to_owned();
    let quotations = line.quotes.as_deref().map(quotations_by_actor);
    let mut appearances: Vec<Appearance> = Vec::new();
    for actor in line.actors.unwrap_or_default() {
        let entry = entry_of(&actor, &date, known);
        if entry.is_none() && (actor.kind != "person" || is_described(&actor.name)) {
            continue;
        }
        let name = person_name(&actor.name);
        if entry.is_none() && name.family.is_empty() {
            continue;
        }
        let shelf = shelf_of(&name, entry.as_ref());
        appearances.push(Appearance {
            shelf,
            key: name.key(),
            undated: date.is_empty(),
            date: date.clone(),
            document: document.clone(),
            quotations: quotations
                .as_ref()
                .map(|counts| counts.get(&*actor.id).copied().unwrap_or(0)),
            actor: actor.id.into_owned(),
            names: actor
                .aliases
                .into_iter()
                .filter(|alias| *alias != actor.name && is_form_of(alias, &name))
                .collect(),
            name: actor.name.into_owned(),
            titles: actor.roles,
            companions: Vec::new(),
            entry,
        });
    }
    let names = with_companions(&mut appearances);
    Found { appearances, names }
}

/// Whether a form that a document uses is a form of the name, and not a pronoun or a description.
fn is_form_of(form: &str, name: &people::PersonName) -> bool {
    !is_described(form) && person_name(form).family == name.family
}

/// Notes with each who else is there, and gives all of their names.
fn with_companions(appearances: &mut [Appearance]) -> Vec<Token> {
    let is_full = |one: &Appearance| one.shelf.place != Place::Alone && one.key.contains(' ');
    let mut names: Vec<Token> = appearances
        .iter()
        .filter(|one| is_full(one))
        .map(|one| token(&one.key))
        .collect();
    names.sort_unstable();
    names.dedup();
    for one in appearances.iter_mut().filter(|one| is_full(one)) {
        let own = token(&one.key);
        one.companions = names
            .iter()
            .copied()
            .filter(|name| *name != own)
            .take(MOST_COMPANIONS)
            .collect();
    }
    names
}

fn shelf_of(name: &people::PersonName, entry: Option<&KnownEntry>) -> Shelf {
    match (entry, name.initial()) {
        // No name has the mark, so that nobody else is on that shelf.
        (Some(KnownEntry { wikidata: Some(id), .. }), _) => Shelf {
            family: format!("\u{1}{id}"),
            place: Place::Known,
        },
        (Some(KnownEntry { id, .. }), _) => Shelf {
            family: format!("\u{1}\u{1}{id}"),
            place: Place::Known,
        },
        (None, Some(initial)) => Shelf {
            family: name.family.clone(),
            place: Place::Initial(initial),
        },
        (None, None) => Shelf {
            family: name.family.clone(),
            place: Place::Alone,
        },
    }
}

/// The entry that the facts name, or that the file has under the full name.
fn entry_of(actor: &ActorOf<'_>, date: &str, known: &Known) -> Option<KnownEntry> {
    let kind = match &*actor.kind {
        "person" => ActorKind::Person,
        "organization" => ActorKind::Organization,
        "place" => ActorKind::Place,
        _ => ActorKind::Other,
    };
    let by_name = || {
        let entry = known.register.find(&actor.name)?.entry;
        known.register.get(entry)?.kind.can_be(kind).then_some(entry)
    };
    let id = match &actor.entry {
        Some(given) => known.by_id.get(&given.id).copied(),
        None => by_name(),
    };
    let Some(entry) = id.and_then(|id| known.register.get(id)) else {
        let given = actor.entry.as_ref()?;
        return Some(KnownEntry {
            id: given.id.clone(),
            name: given.name.clone(),
            kind: given.kind.clone(),
            wikidata: None,
            doubt: None,
        });
    };
    let held = entry.titles_on(parse_date(date)).map(|title| title.text.as_str());
    let all = entry.titles.iter().map(|title| title.text.as_str());
    Some(KnownEntry {
        id: entry.id.to_string(),
        name: entry.name.to_string(),
        kind: entry.kind.name().to_owned(),
        wikidata: entry.link.as_deref().and_then(people::wikidata_of),
        doubt: people::doubt(&actor.roles, held, all),
    })
}

/// How many quotations each actor has. Marked words that quote nobody are none.
fn quotations_by_actor(quotes: &[QuoteOf<'_>]) -> HashMap<String, u64> {
    let mut counts = HashMap::new();
    for quote in quotes.iter().filter(|quote| quote.kind != "mention") {
        if let Some(actor) = quote.speaker.as_ref().and_then(|speaker| speaker.actor.as_deref()) {
            *counts.entry(actor.to_owned()).or_default() += 1;
        }
    }
    counts
}
