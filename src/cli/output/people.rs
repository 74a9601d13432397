//! The tables of `actors merge` as they are serialized: a published format, apart from the types it is made from. The comments are
//! in the published schemas.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::cli::args::PeopleFormat;
use crate::people::{Cause, Link, Person, TitleSeen};
use crate::render::{CSV_MARK, csv_record, json};

/// A person of an archive.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "copydesk actors merge: a person")]
struct PersonRow {
    /// The person's id: `entry:` with the id in actors.toml, `wikidata:` where its link gives that, else `p:` with a digest.
    id: String,
    /// The newsroom's name, or the one that most documents use.
    name: String,
    /// `person`, or what actors.toml says.
    kind: String,
    /// Every form of the name that was seen, the most used first; at most 64.
    names: Vec<String>,
    /// Titles and roles as documents give them, the first one first; at most 64.
    titles: Vec<TitleRow>,
    /// How many documents have the person.
    documents: u64,
    /// How many quotations they have; `null` where a document was read without `quotes`.
    quotations: Option<u64>,
    /// The first day (YYYY-MM-DD).
    first: Option<String>,
    /// The last day.
    last: Option<String>,
    /// The id in actors.toml.
    entry: Option<String>,
    /// The id in Wikidata, from the link in actors.toml.
    wikidata: Option<String>,
    /// Why these are one person, in words.
    why: String,
    /// Others of the same name who may be the same person after all; at most three.
    apart: Vec<ApartRow>,
}

/// A title or role.
#[derive(Serialize, JsonSchema)]
struct TitleRow {
    /// As the first document writes it.
    title: String,
    /// The first day that a document gives it.
    first: Option<String>,
    /// The last day.
    last: Option<String>,
    /// How many documents give it.
    documents: u64,
}

/// Somebody of the same name.
#[derive(Serialize, JsonSchema)]
struct ApartRow {
    /// Their id.
    person: String,
    /// Why they were left apart.
    #[schemars(extend("enum" = ["titles-contradict", "several-fit", "one-document", "too-little-in-common"]))]
    because: &'static str,
}

/// Who a person of a document is.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "copydesk actors merge: a link")]
struct LinkRow {
    /// The document's `id`; one that is no string, as its JSON.
    document: String,
    /// The `id` of the actor in it.
    actor: String,
    /// The name there.
    name: String,
    /// The id of the person; `null` where that is not sure.
    person: Option<String>,
    /// Why it is not sure.
    #[schemars(extend("enum" = ["lone-name", "several-fit", "too-little-in-common", "other-than-file", null]))]
    refused: Option<&'static str>,
    /// The ids of those whom it may be; at most three.
    candidates: Vec<String>,
}

/// The schema of a person, as pretty-printed JSON with a line break at the end.
#[must_use]
pub fn person_schema() -> String {
    printed::<PersonRow>()
}

/// The schema of a link.
#[must_use]
pub fn link_schema() -> String {
    printed::<LinkRow>()
}

fn printed<T: JsonSchema>() -> String {
    let schema: Schema = SchemaSettings::draft07()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>();
    // A schema is JSON as it is.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// The first line of the people as CSV.
pub fn person_header() -> String {
    header(&[
        "id",
        "name",
        "kind",
        "names",
        "titles",
        "documents",
        "quotations",
        "first",
        "last",
        "entry",
        "wikidata",
        "why",
        "apart",
    ])
}

/// The first line of the links as CSV.
pub fn link_header() -> String {
    header(&["document", "actor", "name", "person", "refused", "candidates"])
}

fn header(names: &[&str]) -> String {
    CSV_MARK.to_owned() + &csv_record(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
}

/// A person as a row with its line end.
pub fn person_row(person: Person, format: PeopleFormat) -> Vec<u8> {
    let row = PersonRow {
        id: person.id,
        name: person.name,
        kind: person.kind,
        names: most_used_first(person.names),
        titles: person.titles.into_iter().map(title_row).collect(),
        documents: person.documents,
        quotations: person.quotations,
        first: person.first,
        last: person.last,
        entry: person.entry.as_ref().map(|entry| entry.id.clone()),
        wikidata: person.entry.and_then(|entry| entry.wikidata),
        why: person.why,
        apart: person
            .apart
            .into_iter()
            .map(|apart| ApartRow {
                person: apart.person,
                because: apart.cause.name(),
            })
            .collect(),
    };
    match format {
        PeopleFormat::Jsonl => line(&row),
        PeopleFormat::Csv => person_record(row).into_bytes(),
    }
}

fn person_record(row: PersonRow) -> String {
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    let titles = row.titles.iter().map(|title| match (&title.first, &title.last) {
        (Some(first), Some(last)) => format!("{} ({first} to {last})", title.title),
        _ => title.title.clone(),
    });
    let apart = row
        .apart
        .iter()
        .map(|apart| format!("{} ({})", apart.person, apart.because));
    csv_record(&[
        row.id,
        row.name,
        row.kind,
        row.names.join("; "),
        titles.collect::<Vec<_>>().join("; "),
        row.documents.to_string(),
        number(row.quotations),
        row.first.unwrap_or_default(),
        row.last.unwrap_or_default(),
        row.entry.unwrap_or_default(),
        row.wikidata.unwrap_or_default(),
        row.why,
        apart.collect::<Vec<_>>().join("; "),
    ])
}

/// A link as a row with its line end.
pub fn link_row(link: Link, format: PeopleFormat) -> Vec<u8> {
    let Link {
        document,
        actor,
        name,
        person,
        refused,
        candidates,
    } = link;
    let refused = refused.map(Cause::name);
    match format {
        PeopleFormat::Jsonl => line(&LinkRow {
            document,
            actor,
            name,
            person,
            refused,
            candidates,
        }),
        PeopleFormat::Csv => {
            let (person, refused) = (person.unwrap_or_default(), refused.unwrap_or_default().to_owned());
            csv_record(&[document, actor, name, person, refused, candidates.join("; ")]).into_bytes()
        }
    }
}

fn line(row: &impl Serialize) -> Vec<u8> {
    (json::text_of(row) + "\n").into_bytes()
}

fn title_row(title: TitleSeen) -> TitleRow {
    TitleRow {
        title: title.title,
        first: title.first,
        last: title.last,
        documents: title.documents,
    }
}

fn most_used_first(names: BTreeMap<String, u64>) -> Vec<String> {
    let mut names: Vec<(String, u64)> = names.into_iter().collect();
    names.sort_by_key(|(name, documents)| (std::cmp::Reverse(*documents), name.clone()));
    names.into_iter().map(|(name, _)| name).collect()
}

/// What came of a merge, in numbers.
#[derive(Debug, Default)]
pub struct Totals {
    documents: u64,
    people: u64,
    several: u64,
    links: u64,
    refused: BTreeMap<Cause, u64>,
    apart: BTreeMap<Cause, u64>,
}

impl Totals {
    /// Of so many documents, of which nothing is counted yet.
    pub fn of(documents: u64) -> Self {
        Self {
            documents,
            ..Self::default()
        }
    }

    /// Counts a person.
    pub fn add_person(&mut self, person: &Person) {
        self.people += 1;
        self.several += u64::from(person.documents > 1);
        if let Some(apart) = person.apart.first() {
            *self.apart.entry(apart.cause).or_default() += 1;
        }
    }

    /// Counts a link.
    pub fn add_link(&mut self, link: &Link) {
        self.links += 1;
        if let Some(cause) = link.refused {
            *self.refused.entry(cause).or_default() += 1;
        }
    }

    /// What a person who looks at the run is told.
    pub fn summary(&self) -> String {
        let causes = |causes: &BTreeMap<Cause, u64>| match causes.is_empty() {
            true => String::new(),
            false => {
                let each: Vec<String> = causes
                    .iter()
                    .map(|(cause, count)| format!("{} {count}", cause.name()))
                    .collect();
                format!(" ({})", each.join(", "))
            }
        };
        let (open, apart) = (self.refused.values().sum::<u64>(), self.apart.values().sum::<u64>());
        format!(
            "{} documents, {} mentions of people: {} people, {} of them in several documents; {apart} left apart from somebody of \
             the same name{}; {open} mentions left open{}",
            self.documents,
            self.links,
            self.people,
            self.several,
            causes(&self.apart),
            causes(&self.refused),
        )
    }
}
