//! From a text to its facts and findings as JSON, for programs that have the library and not the command line. It reads no file and
//! asks no clock: a day that is not given and not in the text is not known.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use crate::analysis::DraftSettings;
use crate::engine::{self, Cache, Draft, ReadAs};
use crate::language::embedded;
use crate::markup::Format;
use crate::render::facts::{Document, Field, Id, Label, OffsetUnit, Shape};
use crate::rules::{self, Level};

/// How a text is read and what is said of it. As JSON it has these names, all of them optional; a name that is not here is a mistake.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FactSettings {
    /// What the document is called.
    pub id: String,
    /// The markup: `plain` (also where nothing is said), `markdown`, `html`, `archieml`.
    pub format: Option<String>,
    /// The day that the text is read against (YYYY-MM-DD).
    pub reference_date: Option<String>,
    /// The lists that are wanted; all where there are none. Without `findings` no rules run.
    pub fields: Vec<Field>,
    /// What offsets count.
    pub offsets: OffsetUnit,
    /// The level of rules by their code: `error`, `warning`, `info`, `hint` or `off`.
    pub rules: BTreeMap<String, String>,
}

/// The facts and findings of a text, as `copydesk extract` writes them. Linear in the text.
///
/// ```
/// use copydesk::render::facts::{FactSettings, analyse};
///
/// let settings: FactSettings = serde_json::from_str(r#"{"reference_date": "2031-04-30", "fields": ["quotes"]}"#).unwrap();
/// let facts = analyse("“We met twice,” Ana Kovač said on Monday.", &settings).unwrap();
/// let facts: serde_json::Value = serde_json::from_str(&facts).unwrap();
/// assert_eq!(facts["quotes"][0]["speaker"]["text"], "Ana Kovač");
/// ```
///
/// # Errors
/// If the settings name a format, a day, a rule or a level that there is not; in words for whoever wrote them.
pub fn analyse(text: &str, settings: &FactSettings) -> Result<String, String> {
    let shape = Shape {
        fields: settings.fields.clone(),
        offsets: settings.offsets,
    };
    let draft = Draft {
        text: text.into(),
        read_as: ReadAs {
            format: format_of(settings)?,
            settings: DraftSettings {
                reference_date: day_of(settings)?,
                ..DraftSettings::default()
            },
            rules: Arc::new(rules_of(settings, shape.has(Field::Findings))?),
        },
    };
    let cache = match shape.needs_events() {
        true => Cache::default(),
        false => Cache::without_events(),
    };
    let snapshot = engine::analyse(&draft, &cache, embedded());
    let label = Label {
        id: Id::of_path(&settings.id),
        section: None,
    };
    serde_json::to_string(&Document::of(label, &snapshot, &shape)).map_err(|error| error.to_string())
}

fn format_of(settings: &FactSettings) -> Result<Format, String> {
    match &settings.format {
        None => Ok(Format::Plain),
        Some(name) => {
            Format::parse(name).ok_or_else(|| format!("“{name}” is no format; use plain, markdown, html or archieml"))
        }
    }
}

fn day_of(settings: &FactSettings) -> Result<Option<Date>, String> {
    let Some(day) = &settings.reference_date else {
        return Ok(None);
    };
    match day.parse::<Date>() {
        Ok(date) if date.to_string() == *day => Ok(Some(date)),
        _ => Err(format!("“{day}” is no day; write it as YYYY-MM-DD")),
    }
}

fn rules_of(settings: &FactSettings, are_wanted: bool) -> Result<rules::Settings, String> {
    let mut chosen = rules::Settings::default();
    for (code, level) in &settings.rules {
        let rule = rules::find(code).ok_or_else(|| format!("there is no rule “{code}”"))?;
        let level = match level.as_str() {
            "off" => None,
            name => Some(Level::from_name(name).ok_or_else(|| format!("“{name}” is no level of a rule"))?),
        };
        chosen.set_level(rule, level);
    }
    if !are_wanted {
        chosen.select([]);
    }
    Ok(chosen)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn facts(text: &str, settings: &str) -> Result<Value, String> {
        let settings: FactSettings = serde_json::from_str(settings).map_err(|error| error.to_string())?;
        Ok(serde_json::from_str(&analyse(text, &settings)?).unwrap())
    }

    const TEXT: &str = "“We met on the the pier,” Ana Kovač said on Monday.";

    #[test]
    fn facts_and_findings_come_as_extract_writes_them() {
        let facts = facts(
            TEXT,
            r#"{"id": "a", "reference_date": "2031-04-30", "offsets": "chars"}"#,
        )
        .unwrap();
        assert_eq!((&facts["id"], &facts["date"]), (&"a".into(), &"2031-04-30".into()));
        assert_eq!(facts["actors"][0]["name"], "Ana Kovač");
        assert_eq!(facts["times"][0]["value"], "2031-04-28");
        assert_eq!(facts["findings"][0]["code"], "doubled-word");
    }

    #[test]
    fn rules_can_be_turned_off() {
        let off = facts(TEXT, r#"{"rules": {"doubled-word": "off"}}"#).unwrap();
        assert_eq!(off["findings"], Value::Array(Vec::new()));
        assert_eq!(facts(TEXT, r#"{"fields": ["times"]}"#).unwrap().get("findings"), None);
    }

    #[test]
    fn what_there_is_not_is_an_error() {
        for settings in [
            r#"{"format": "docx"}"#,
            r#"{"reference_date": "2031-02-30"}"#,
            r#"{"rules": {"no-such-rule": "off"}}"#,
            r#"{"rules": {"doubled-word": "loud"}}"#,
            r#"{"fields": ["qoutes"]}"#,
            r#"{"colour": "red"}"#,
        ] {
            assert!(facts("x", settings).is_err(), "{settings}");
        }
    }
}
