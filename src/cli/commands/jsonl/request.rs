//! A line of `extract --jsonl` as a draft, or why it is none. It analyzes nothing.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::value::RawValue;

use crate::analysis::DraftSettings;
use crate::cli::commands::jsonl::types::Settings;
use crate::config;
use crate::engine::{Draft, ReadAs};
use crate::markup::Format;
use crate::render::facts::{Id, Label};

/// A document to analyze.
pub struct Request {
    /// What its sender says of it.
    pub label: Label,
    /// The draft.
    pub draft: Draft,
}

/// Why a line is no document.
#[derive(Debug)]
pub struct Refused {
    /// The line's own name, where it could be read.
    pub id: Option<Id>,
    /// What is wrong with it, and what to do.
    pub error: String,
}

/// The fields of a line, each as it is written. Of two with the same name the later one counts.
type Fields<'a> = HashMap<String, &'a RawValue>;

/// Reads a line; what cannot be used is refused, with the line's id where it has one.
pub fn read(line: &[u8], settings: &Settings) -> Result<Request, Refused> {
    let no_id = |error: String| Refused { id: None, error };
    if line.trim_ascii().is_empty() {
        return Err(no_id("the line is empty".to_owned()));
    }
    let text = std::str::from_utf8(line)
        .map_err(|error| no_id(format!("the line is not valid UTF-8 at byte {}", error.valid_up_to())))?;
    let fields: Fields<'_> = match serde_json::from_str(text) {
        Ok(fields) => fields,
        Err(error) if error.is_data() => return Err(no_id("the line is JSON but not an object".to_owned())),
        Err(error) => return Err(no_id(format!("the line is not JSON: {}", json_error(&error)))),
    };
    let id = match fields.get("id") {
        Some(id) => Id::of_line(id),
        None => return Err(no_id("“id” is missing".to_owned())),
    };
    match section_of(&fields).and_then(|section| Ok((section, draft_of(&fields, settings)?))) {
        Ok((section, draft)) => Ok(Request {
            label: Label { id, section },
            draft,
        }),
        Err(error) => Err(Refused { id: Some(id), error }),
    }
}

fn section_of(fields: &Fields<'_>) -> Result<Option<String>, String> {
    let section = optional(fields, "section").map(string).transpose();
    section.map_err(|_| "“section” must be a string".to_owned())
}

/// A field that is there and not `null`.
fn optional<'a>(fields: &Fields<'a>, name: &str) -> Option<&'a RawValue> {
    fields.get(name).copied().filter(|value| value.get() != "null")
}

fn string(value: &RawValue) -> Result<String, serde_json::Error> {
    serde_json::from_str(value.get())
}

fn draft_of(fields: &Fields<'_>, settings: &Settings) -> Result<Draft, String> {
    let text = match fields.get("text") {
        Some(value) if value.get().starts_with('"') => {
            string(value).map_err(|error| format!("“text” cannot be read: {}", json_error(&error)))?
        }
        None => return Err("“text” is missing".to_owned()),
        Some(_) => return Err("“text” must be a string".to_owned()),
    };
    if text.len() as u64 > settings.max_size {
        let sizes = format!("{} bytes, above the limit of {}", text.len(), settings.max_size);
        return Err(format!("“text” has {sizes}; raise it with --max-size"));
    }
    let format = match optional(fields, "format") {
        None => Format::Plain,
        Some(value) => string(value)
            .ok()
            .and_then(|name| Format::parse(&name))
            .ok_or("“format” must be plain, markdown, html or archieml")?,
    };
    let reference_date = match optional(fields, "reference_date") {
        None => settings.reference_date,
        Some(value) => Some(
            day_of(value, settings)
                .ok_or("“reference_date” must be a date as YYYY-MM-DD, a timestamp that begins with one, or milliseconds since 1970")?,
        ),
    };
    Ok(Draft {
        text: text.into(),
        read_as: ReadAs {
            format,
            settings: DraftSettings {
                reference_date,
                fallback_date: settings.fallback_date,
                locale: settings.locale,
                timezone: settings.timezone.clone(),
                publication: Arc::clone(&settings.publication),
                file_name: None,
                register: settings.register.clone(),
                notes: None,
            },
            rules: Arc::clone(&settings.rules),
        },
    })
}

/// A day in any of the ways in which it may be given.
fn day_of(value: &RawValue, settings: &Settings) -> Option<Date> {
    let timezone = settings.timezone.as_ref();
    match string(value) {
        Ok(day) => config::parse_day(&day, timezone),
        Err(_) => config::day_of_milliseconds(serde_json::from_str(value.get()).ok()?, timezone),
    }
}

/// The parser counts lines, which says nothing here: every document is one line.
fn json_error(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or(&message);
    format!("{what} (byte {})", error.column())
}
