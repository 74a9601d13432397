//! The published JSON Schema of `copydesk.toml`, made from the list of rules. It reads no file.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::analysis::Locale;
use crate::config::profiles;
use crate::rules::{AnyOption, Level, OptionKind, OptionValue, RULES, Rule, TermScope};

/// The JSON Schema of `copydesk.toml`, as pretty-printed JSON with a line break at the end. It is long because the schema is
/// written out here in one piece.
#[must_use]
pub fn config_schema() -> String {
    let mut rules: Map<String, Value> = RULES
        .iter()
        .map(|rule| (rule.code.to_owned(), rule_schema(rule)))
        .collect();
    let categories: BTreeSet<&str> = RULES.iter().map(|rule| rule.category.name()).collect();
    rules.extend(
        categories
            .into_iter()
            .map(|name| (name.to_owned(), category_schema(name))),
    );
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "copydesk configuration",
        "description": "How copydesk reads and checks the drafts of a folder.",
        "type": "object",
        "properties": {
            "actors": {
                "description": "The newsroom's list of people and organizations, as a path from this file's folder, such as desk/actors.toml; it must be in the same repository.",
                "type": "string"
            },
            "date": {
                "description": "The date from which to count days such as “Thursday” in drafts that give no date, such as 2031-04-30.",
                "type": "string"
            },
            "exclude": {
                "description": "Drafts to skip, as lines of a .gitignore.",
                "type": "array",
                "items": { "type": "string" }
            },
            "extend": {
                "description": "A configuration to begin with, as a path from this file's folder; it must be in the same repository. What is written here counts more.",
                "type": "string"
            },
            "locale": {
                "description": "Which English dates are written in: \"en-US\" (June 12, 2031) or \"en-GB\" (12 June 2031); by the draft where this is left out.",
                "enum": Locale::ALL.map(Locale::name)
            },
            "notes": {
                "description": "Files and folders with notes and transcripts that quotations are compared with, as paths from this file's folder; they must be in the same repository.",
                "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
            },
            "overrides": {
                "description": "What is different for some drafts; of two that fit, the later one counts.",
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["paths"],
                    "properties": {
                        "paths": {
                            "description": "Which drafts, as lines of a .gitignore.",
                            "type": "array",
                            "items": { "type": "string" }
                        },
                        "rules": { "$ref": "#/properties/rules" }
                    }
                }
            },
            "profile": {
                "description": "The house style to begin with.",
                "enum": profiles::names().collect::<Vec<_>>()
            },
            "publication": {
                "description": "The newsroom's own names and those of its reporters, who take no part in a story; one or several.",
                "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
            },
            "rules": {
                "description": "The level of each rule or category, or a table with a rule's level and options.",
                "type": "object",
                "properties": rules
            },
            "terms": terms_schema(),
            "timezone": {
                "description": "Where the newsroom is, such as Europe/Berlin: dates with a time and an offset are read there.",
                "type": "string"
            },
            "words": {
                "description": "Names that are right as they are, whatever a rule finds in them.",
                "type": "array",
                "items": { "type": "string" }
            }
        }
    });
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn terms_schema() -> Value {
    let texts =
        |description: &str| json!({ "description": description, "type": "array", "items": { "type": "string" } });
    json!({
        "description": "The newsroom's own list of words, found by the rule house-term.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "clean": texts("Sentences in which it must not be found, for lint --test-rules."),
                "flagged": texts("Sentences in which it must be found, for lint --test-rules."),
                "inflect": {
                    "description": "Whether regular forms (-s, -ed, -ing) of the words are found, too.",
                    "type": "boolean",
                    "default": false
                },
                "level": { "description": "How serious it is.", "enum": levels(), "default": "warning" },
                "message": { "description": "What is said of it, without a period; the words that were found follow.", "type": "string" },
                "pattern": {
                    "description": "A regular expression, in place of words; no look-around, no back references.",
                    "type": "string"
                },
                "replacement": {
                    "description": "What to write instead, one or several; with a pattern, $1 is its first group.",
                    "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
                },
                "safe": { "description": "Whether --fix makes the replacement.", "type": "boolean", "default": false },
                "scope": {
                    "description": "Where it is looked for: outside quotations, inside, or both.",
                    "enum": TermScope::NAMES.map(|(name, _)| name),
                    "default": "outside"
                },
                "words": texts("Words or phrases: small letters are found in any case, a capital only as it is.")
            }
        }
    })
}

fn category_schema(name: &str) -> Value {
    json!({ "description": format!("All rules about {name}."), "enum": levels() })
}

fn levels() -> Vec<&'static str> {
    std::iter::once("off").chain(Level::ALL.map(Level::name)).collect()
}

fn rule_schema(rule: &Rule) -> Value {
    let level = json!({ "enum": levels(), "default": rule.default_level().map_or("off", Level::name) });
    let mut options = Map::new();
    options.insert("level".to_owned(), level.clone());
    for option in rule.options {
        options.insert(option.name().to_owned(), option_schema(*option));
    }
    json!({
        "description": rule.summary,
        "anyOf": [level, { "type": "object", "properties": options }]
    })
}

fn option_schema(option: &dyn AnyOption) -> Value {
    let summary = option.summary();
    let default = match option.default() {
        OptionValue::Switch(on) => json!(on),
        OptionValue::Count(count) => json!(count),
        OptionValue::List(words) => json!(words),
        OptionValue::Word(word) => json!(word),
    };
    match option.kind() {
        OptionKind::Switch => json!({ "type": "boolean", "description": summary, "default": default }),
        OptionKind::Count => json!({ "type": "integer", "minimum": 0, "description": summary, "default": default }),
        OptionKind::List => json!({
            "type": "array",
            "items": { "type": "string" },
            "description": summary,
            "default": default
        }),
        OptionKind::Choice(words) => json!({ "enum": words(), "description": summary, "default": default }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::reader::Key;
    use crate::config::terms::TERM_KEYS;

    #[test]
    fn the_schema_knows_the_keys_and_rules_that_are_read() {
        let schema: Value = serde_json::from_str(&config_schema()).unwrap();
        let keys =
            |object: &Value| -> Vec<String> { object["properties"].as_object().unwrap().keys().cloned().collect() };
        assert_eq!(keys(&schema), Key::NAMES.map(|(name, _)| name));
        assert_eq!(keys(&schema["properties"]["terms"]["items"]), TERM_KEYS);
        let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        let named = keys(&schema["properties"]["rules"]);
        assert_eq!(named[..codes.len()], codes);
        assert!(named.contains(&"quotes".to_owned()));
    }
}
