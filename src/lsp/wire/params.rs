//! Parameters as the types of the protocol take them, from parameters as clients send them. What is missing is not made up.

use serde::Deserialize;
use serde_json::{Value, json};
use serde_path_to_error::{Path, Segment};
use tower_lsp::ls_types as lsp;

use crate::lsp::wire::remarks::{Odd, Remarks};
use crate::lsp::wire::spelling::Spellings;

/// In place of a version that is none: no client counts below zero.
pub const UNKNOWN_VERSION: i32 = i32::MIN;

/// Bytes. A draft of the greatest size that can be set, with every letter escaped, fits in.
pub const LARGEST_BODY: u64 = 400 * 1024 * 1024;

/// So many fields of what a client says of itself may be odd; with more, all of it counts as odd.
const MOST_ODD_FIELDS: usize = 200;

/// The parameters of a message in a form that can be read.
pub fn mended(method: &str, params: Option<Value>, spellings: &mut Spellings, remarks: &mut Remarks) -> Option<Value> {
    match method {
        // They have none, and would be refused with any.
        "shutdown" | "exit" => None,
        "initialize" | "initialized" | "workspace/didChangeConfiguration" => {
            let mut params = params.filter(Value::is_object).unwrap_or_else(|| json!({}));
            mend(method, &mut params, spellings, remarks);
            Some(params)
        }
        _ => {
            let mut params = params?;
            mend(method, &mut params, spellings, remarks);
            Some(params)
        }
    }
}

fn mend(method: &str, params: &mut Value, spellings: &mut Spellings, remarks: &mut Remarks) {
    encode_uris(params, spellings, remarks);
    match method {
        "initialize" => initialize(params, remarks),
        "textDocument/didOpen" => {
            version(params, remarks);
            let document = params.get_mut("textDocument").and_then(Value::as_object_mut);
            if let Some(document) = document
                && !document.get("languageId").is_some_and(Value::is_string)
            {
                // The file's name then decides.
                document.insert("languageId".to_owned(), json!(""));
            }
            let text = params.get("textDocument").and_then(|document| document.get("text"));
            expect(method, has_name(params) && text.is_some_and(Value::is_string), remarks);
        }
        "textDocument/didChange" => {
            version(params, remarks);
            let changes = params.get_mut("contentChanges").and_then(Value::as_array_mut);
            changes.into_iter().flatten().for_each(change);
            let changes = params.get("contentChanges").and_then(Value::as_array);
            let can_be_read = changes.is_some_and(|changes| changes.iter().all(is_change));
            expect(method, has_name(params) && can_be_read, remarks);
        }
        "workspace/didChangeConfiguration" => {
            if let Some(fields) = params.as_object_mut() {
                fields.entry("settings").or_insert(Value::Null);
            }
        }
        _ => {}
    }
}

/// Encodes names of drafts, wherever they are.
fn encode_uris(value: &mut Value, spellings: &mut Spellings, remarks: &mut Remarks) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if key.ends_with("uri") || key.ends_with("Uri") => {
                        encode(text, spellings, remarks);
                    }
                    _ => encode_uris(value, spellings, remarks),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::String(text) if text.starts_with("file:") => encode(text, spellings, remarks),
                    _ => encode_uris(item, spellings, remarks),
                }
            }
        }
        _ => {}
    }
}

fn encode(text: &mut String, spellings: &mut Spellings, remarks: &mut Remarks) {
    if let Some(encoded) = spellings.read(text) {
        remarks.say(Odd::Uri, || {
            format!("“{text}” is not a URI and is read as “{encoded}”; later cases are not logged")
        });
        *text = encoded;
    }
}

/// Takes out what cannot be read of what a client says of itself, field by field.
fn initialize(params: &mut Value, remarks: &mut Remarks) {
    let Some(fields) = params.as_object_mut() else { return };
    // No editor is process 0, and the server would end with it.
    let process = fields.get("processId").and_then(Value::as_u64);
    if !process.is_some_and(|process| (1..=u64::from(u32::MAX)).contains(&process)) {
        fields.insert("processId".to_owned(), Value::Null);
    }
    if !fields.get("capabilities").is_some_and(Value::is_object) {
        fields.insert("capabilities".to_owned(), json!({}));
    }
    for _ in 0..MOST_ODD_FIELDS {
        let Err(error) = serde_path_to_error::deserialize::<_, lsp::InitializeParams>(&*params) else {
            return;
        };
        remarks.say(Odd::Initialize, || {
            format!(
                "“{}” in the client's capabilities is ignored: {}",
                error.path(),
                error.inner()
            )
        });
        if !remove(params, error.path()) {
            break;
        }
    }
    *params = json!({ "capabilities": {} });
}

/// Takes out the value at a path, or the innermost value around it that there is.
fn remove(value: &mut Value, path: &Path) -> bool {
    let segments: Vec<&Segment> = path
        .iter()
        .filter(|segment| matches!(segment, Segment::Map { .. } | Segment::Seq { .. }))
        .collect();
    remove_at(value, &segments)
}

fn remove_at(value: &mut Value, path: &[&Segment]) -> bool {
    let Some((first, rest)) = path.split_first() else {
        return false;
    };
    let child = match (first, &mut *value) {
        (Segment::Map { key }, Value::Object(fields)) => fields.get_mut(key),
        (Segment::Seq { index }, Value::Array(items)) => items.get_mut(*index),
        _ => None,
    };
    let Some(child) = child else { return false };
    if remove_at(child, rest) {
        return true;
    }
    match (first, value) {
        (Segment::Map { key }, Value::Object(fields)) => fields.remove(key).is_some(),
        (Segment::Seq { index }, Value::Array(items)) => {
            items.remove(*index);
            true
        }
        _ => false,
    }
}

/// Replaces a version that is none.
fn version(params: &mut Value, remarks: &mut Remarks) {
    let Some(document) = params.get_mut("textDocument").and_then(Value::as_object_mut) else {
        return;
    };
    let version = document.get("version");
    let is_one = version
        .and_then(Value::as_i64)
        .is_some_and(|number| i32::try_from(number).is_ok_and(|number| number != UNKNOWN_VERSION));
    if !is_one {
        remarks.say(Odd::Version, || {
            let version = version.map_or_else(|| "no version".to_owned(), |version| format!("version {version}"));
            format!("a draft with {version} is read; its findings are sent without a version")
        });
        document.insert("version".to_owned(), json!(UNKNOWN_VERSION));
    }
}

/// Reads an edit as the client must have meant it: places before the start are the start, those after the end the end.
fn change(change: &mut Value) {
    let Some(fields) = change.as_object_mut() else { return };
    // Nobody needs it, and clients disagree on what it counts.
    fields.remove("rangeLength");
    for end in ["start", "end"] {
        for part in ["line", "character"] {
            let number = fields
                .get_mut("range")
                .and_then(|range| range.get_mut(end)?.get_mut(part))
                .filter(|number| number.as_u64().is_none_or(|number| number > u64::from(u32::MAX)));
            if let Some(number) = number
                && let Some(far) = number.as_f64()
            {
                // A cast of this kind stops at the ends of what fits.
                *number = json!(far as u32);
            }
        }
    }
}

/// Whether the draft is named.
fn has_name(params: &Value) -> bool {
    let name = params.get("textDocument").and_then(|document| document.get("uri"));
    name.is_some_and(|name| lsp::Uri::deserialize(name).is_ok())
}

/// Whether an edit can be read. Its text may be long and is not copied to find out.
fn is_change(change: &Value) -> bool {
    let range = change.get("range").unwrap_or(&Value::Null);
    change.get("text").is_some_and(Value::is_string) && Option::<lsp::Range>::deserialize(range).is_ok()
}

/// Says so if a notification cannot be read: nobody is answered.
fn expect(method: &str, can_be_read: bool, remarks: &mut Remarks) {
    if !can_be_read {
        remarks.say(Odd::Notification, || {
            format!(
                "a “{method}” cannot be read and is ignored: the server's text of the draft may now differ from the editor's"
            )
        });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    fn read(method: &str, params: Value) -> (Value, Vec<String>) {
        let said = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&said);
        let mut remarks = Remarks::new(move |text| log.lock().unwrap().push(text));
        let params = mended(method, Some(params), &mut Spellings::default(), &mut remarks).unwrap();
        let said = said.lock().unwrap().clone();
        (params, said)
    }

    #[test]
    fn an_odd_field_of_the_client_costs_that_field_alone() {
        let odd = json!({
            "processId": -1,
            "capabilities": {
                "general": { "positionEncodings": ["utf-8", 7, "utf-16"] },
                "workspace": { "configuration": "yes", "applyEdit": true },
                "textDocument": { "hover": 3, "rename": { "prepareSupport": true } },
            },
            "workspaceFolders": [{ "uri": "file:///a", "name": "a" }, { "uri": 3 }],
        });
        let (params, said) = read("initialize", odd);
        let expected = json!({
            "processId": null,
            "capabilities": {
                "general": { "positionEncodings": ["utf-8", "utf-16"] },
                "workspace": { "applyEdit": true },
                "textDocument": { "rename": { "prepareSupport": true } },
            },
            "workspaceFolders": [{ "uri": "file:///a", "name": "a" }],
        });
        assert_eq!(params, expected);
        assert_eq!(said.len(), 1, "{said:?}");
        for nothing in [json!(null), json!([]), json!({}), json!({ "capabilities": [] })] {
            let (params, _) = read("initialize", nothing);
            assert_eq!(params["capabilities"], json!({}));
        }
    }

    #[test]
    fn an_odd_version_loses_no_edit() {
        for version in [json!(null), json!(99_999_999_999_u64), json!("three"), json!(1.5)] {
            let (params, said) = read(
                "textDocument/didChange",
                json!({ "textDocument": { "uri": "file:///a b", "version": version }, "contentChanges": [{
                    "range": { "start": { "line": -1, "character": 0 }, "end": { "line": 5e12, "character": 0 } },
                    "rangeLength": -4, "text": "x" }] }),
            );
            let expected = json!({
                "textDocument": { "uri": "file:///a%20b", "version": UNKNOWN_VERSION },
                "contentChanges": [{
                    "range": { "start": { "line": 0, "character": 0 }, "end": { "line": u32::MAX, "character": 0 } },
                    "text": "x" }],
            });
            assert_eq!(params, expected);
            assert_eq!(said.len(), 2, "{said:?}");
        }
    }
}
