//! A line of `extract --jsonl` as a draft, or why it is none. It analyzes nothing.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::analysis::DraftSettings;
use crate::cli::commands::jsonl::types::Settings;
use crate::cli::output::extract::Refusal;
use crate::config;
use crate::engine::{Draft, ReadAs};
use crate::markup::Format;

/// A document to analyze.
pub struct Request {
    /// What its sender calls it: a string or a number.
    pub id: Value,
    /// The draft.
    pub draft: Draft,
}

/// Reads a line; what cannot be used is refused, with the line's id where it has one.
pub fn read(line: &[u8], settings: &Settings) -> Result<Request, Refusal> {
    let no_id = |error: String| Refusal { id: None, error };
    if line.trim_ascii().is_empty() {
        return Err(no_id("the line is empty".to_owned()));
    }
    let text = std::str::from_utf8(line)
        .map_err(|error| no_id(format!("the line is not valid UTF-8 at byte {}", error.valid_up_to())))?;
    let mut fields: Map<String, Value> = match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(no_id("the line is JSON but not an object".to_owned())),
        Err(error) => return Err(no_id(format!("the line is not JSON: {}", json_error(&error)))),
    };
    let id = match fields.remove("id") {
        Some(id @ (Value::String(_) | Value::Number(_))) => id,
        None | Some(Value::Null) => return Err(no_id("“id” is missing".to_owned())),
        Some(_) => return Err(no_id("“id” must be a string or a number".to_owned())),
    };
    match draft_of(fields, settings) {
        Ok(draft) => Ok(Request { id, draft }),
        Err(error) => Err(Refusal { id: Some(id), error }),
    }
}

fn draft_of(mut fields: Map<String, Value>, settings: &Settings) -> Result<Draft, String> {
    let text = match fields.remove("text") {
        Some(Value::String(text)) => text,
        None => return Err("“text” is missing".to_owned()),
        Some(_) => return Err("“text” must be a string".to_owned()),
    };
    if text.len() as u64 > settings.max_size {
        let sizes = format!("{} bytes, above the limit of {}", text.len(), settings.max_size);
        return Err(format!("“text” has {sizes}; raise it with --max-size"));
    }
    let format = match fields.get("format") {
        None | Some(Value::Null) => Format::Plain,
        Some(value) => value
            .as_str()
            .and_then(Format::parse)
            .ok_or("“format” must be plain, markdown, html or archieml")?,
    };
    let reference_date = match fields.get("reference_date") {
        None | Some(Value::Null) => settings.reference_date,
        Some(value) => Some(
            value
                .as_str()
                .and_then(config::parse_date)
                .ok_or("“reference_date” must be a date as YYYY-MM-DD")?,
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
            },
            rules: Arc::clone(&settings.rules),
        },
    })
}

/// The parser counts lines, which says nothing here: every document is one line.
fn json_error(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or(&message);
    format!("{what} (byte {})", error.column())
}
