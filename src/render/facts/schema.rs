//! The published JSON Schemas of what `extract --jsonl` reads and of what `extract` writes. They are made of the types
//! themselves.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::render::facts::id::Id;
use crate::render::facts::types::{Document, Refusal};

/// The schema of a line that `extract --jsonl` writes, and of an object of `extract`, as pretty-printed JSON with a line break at
/// the end.
#[must_use]
pub fn output_schema() -> String {
    printed::<Answer>(SchemaSettings::draft07().for_serialize())
}

/// The schema of a line that `extract --jsonl` reads.
#[must_use]
pub fn input_schema() -> String {
    printed::<InputLine>(SchemaSettings::draft07())
}

fn printed<T: JsonSchema>(settings: SchemaSettings) -> String {
    let schema: Schema = settings.into_generator().into_root_schema_for::<T>();
    // A schema is JSON as it is.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// What `copydesk extract` says about a document, or why a line could not be used.
#[derive(JsonSchema)]
#[schemars(untagged, title = "copydesk extract: output")]
#[allow(dead_code, clippy::large_enum_variant, reason = "only its shape is used")]
enum Answer {
    Document(Document),
    Refusal(Refusal),
}

/// A line that `copydesk extract --jsonl` reads. Fields that are not named here are passed over.
#[derive(JsonSchema)]
#[schemars(title = "copydesk extract --jsonl: input")]
#[allow(dead_code, reason = "only its shape is used")]
struct InputLine {
    id: Id,
    /// The document.
    text: String,
    /// Its markup; `plain` where nothing is said.
    format: Option<Markup>,
    /// The day it is read against.
    reference_date: Option<ReferenceDate>,
    /// The section of the paper; it is given back.
    section: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its shape is used")]
enum ReferenceDate {
    /// A date (2031-04-30), or a timestamp (2031-04-30T10:00:00Z), of which the day counts.
    Written(#[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}"))] String),
    /// A moment in milliseconds since 1970, as pandas writes it.
    Milliseconds(i64),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[allow(dead_code, reason = "only its shape is used")]
enum Markup {
    Plain,
    Markdown,
    Html,
    Archieml,
}
