//! The name that whoever sent a document has for it. It is given back to the letter and never looked into.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::value::RawValue;

/// What a document is called: any JSON value, kept as it was written, so that a number with more digits than a float has, or an
/// object with its spaces, comes back as it was.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Id(Box<RawValue>);

impl Id {
    /// The name that a line gives.
    pub fn of_line(value: &RawValue) -> Self {
        Self(value.to_owned())
    }

    /// The path of a file.
    pub fn of_path(path: &str) -> Self {
        // A string can always be written as JSON.
        Self(serde_json::value::to_raw_value(path).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }

    /// As text: what a string says, any other value as it is written.
    pub fn text(&self) -> Cow<'_, str> {
        match serde_json::from_str::<String>(self.0.get()) {
            Ok(text) => Cow::Owned(text),
            Err(_) => Cow::Borrowed(self.0.get()),
        }
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "What the document is called: any JSON value, given back as it was written." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_given_back_to_the_letter() {
        for written in ["\"a\\u00e9\"", "12345678901234567890.10", "{\"b\":  [1, null]}", "null"] {
            let value: Box<RawValue> = serde_json::from_str(written).unwrap();
            assert_eq!(serde_json::to_string(&Id::of_line(&value)).unwrap(), written);
        }
        assert_eq!(Id::of_path("a \"b\".txt").text(), "a \"b\".txt");
        let number: Box<RawValue> = serde_json::from_str("7.0").unwrap();
        assert_eq!(Id::of_line(&number).text(), "7.0");
    }
}
