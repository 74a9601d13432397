//! The list of rules, as a table and as JSON. It knows no rule by name.

use serde::Serialize;

use crate::render::json;
use crate::rules::{Level, OptionValue, Rule};

#[derive(Debug, Serialize)]
struct RuleEntry {
    code: &'static str,
    level: &'static str,
    category: &'static str,
    summary: &'static str,
    since: &'static str,
    options: Vec<OptionEntry>,
}

#[derive(Debug, Serialize)]
struct OptionEntry {
    name: &'static str,
    default: OptionDefault,
    summary: &'static str,
}

/// A default as JSON has it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum OptionDefault {
    Switch(bool),
    Count(usize),
    List(Vec<String>),
    Word(String),
}

impl From<OptionValue> for OptionDefault {
    fn from(value: OptionValue) -> Self {
        match value {
            OptionValue::Switch(on) => Self::Switch(on),
            OptionValue::Count(count) => Self::Count(count),
            OptionValue::List(words) => Self::List(words),
            OptionValue::Word(word) => Self::Word(word),
        }
    }
}

/// The rules as a JSON array.
pub fn json(rules: &[&Rule]) -> String {
    let entries: Vec<_> = rules.iter().map(|rule| entry(rule)).collect();
    // The type holds nothing that JSON cannot say.
    json::pretty(&entries)
}

/// The rules as a table for people: code, default level, category, what it flags.
pub fn table(rules: &[&Rule]) -> String {
    let entries: Vec<_> = rules.iter().map(|rule| entry(rule)).collect();
    let width = |column: fn(&RuleEntry) -> &str| entries.iter().map(|entry| column(entry).len()).max().unwrap_or(0);
    let (code, level, category) = (
        width(|entry| entry.code),
        width(|entry| entry.level),
        width(|entry| entry.category),
    );
    entries
        .iter()
        .map(|entry| {
            let RuleEntry {
                code: name,
                level: at,
                category: about,
                summary,
                ..
            } = entry;
            format!("{name:code$}  {at:level$}  {about:category$}  {summary}\n")
        })
        .collect()
}

fn entry(rule: &Rule) -> RuleEntry {
    RuleEntry {
        code: rule.code,
        level: rule.default_level().map_or("off", Level::name),
        category: rule.category.name(),
        summary: rule.summary,
        since: rule.since,
        options: rule
            .options
            .iter()
            .map(|option| OptionEntry {
                name: option.name(),
                default: option.default().into(),
                summary: option.summary(),
            })
            .collect(),
    }
}
