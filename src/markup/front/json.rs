//! The scalars of JSON front matter; comments and trailing commas are never a reason not to read it.

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::text::Span;

use crate::markup::front::Scalar;

/// The scalars of the JSON object in `content`, or where and why it cannot be read.
pub(super) fn scalars(source: &str, content: Span) -> Result<Vec<Scalar>, (Span, String)> {
    let options = ParseOptions::default();
    let parsed = parse_to_ast(content.of(source), &CollectOptions::default(), &options).map_err(|error| {
        let range = error.range();
        let span = Span::new(range.start, range.end).shifted(content.start);
        (span, format!("The JSON front matter cannot be read: {}", error.kind()))
    })?;
    let mut scalars = Vec::new();
    if let Some(value) = &parsed.value {
        collect(source, content.start, "", value, &mut scalars);
    }
    Ok(scalars)
}

fn collect(source: &str, base: usize, key: &str, value: &Value<'_>, scalars: &mut Vec<Scalar>) {
    let range = value.range();
    let raw = Span::new(range.start, range.end).shifted(base);
    match value {
        Value::Object(object) => {
            for ObjectProp { name, value, .. } in &object.properties {
                let key = if key.is_empty() {
                    name.as_str().to_owned()
                } else {
                    format!("{key}.{}", name.as_str())
                };
                collect(source, base, &key, value, scalars);
            }
        }
        Value::Array(array) => {
            for value in &array.elements {
                collect(source, base, key, value, scalars);
            }
        }
        Value::StringLit(text) => scalars.push(Scalar {
            key: key.to_owned(),
            value: text.value.to_string(),
            raw,
            is_text: true,
        }),
        Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => scalars.push(Scalar {
            key: key.to_owned(),
            value: raw.of(source).to_owned(),
            raw,
            is_text: false,
        }),
    }
}
