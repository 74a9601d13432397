//! The options that a client gives: those that `copydesk.toml` has too, read into the same type, and those that only an
//! editor has. Unknown keys are not reported: an editor sends its own settings (the server's path and the like) in the same
//! section.

use std::time::Duration;

use serde_json::{Map, Value};

use crate::config::{OptionValue, Options, RuleOptions, is_level, parse_date};
use crate::engine::HintSettings;

/// The section of a client's settings that is ours.
pub const SECTION: &str = "copydesk";

/// Milliseconds. Whoever waits for longer than a minute has another unit in mind.
const LONGEST_DELAY: u64 = 60_000;

/// Megabytes. What is longer may not even arrive.
const MOST_MEGABYTES: usize = 64;

/// What a client sets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClientSettings {
    /// What `copydesk.toml` could say too.
    pub options: Options,
    /// Which notes are shown next to the text.
    pub hints: HintSettings,
    /// What a rename does to quoted words.
    pub quoted_names: QuotedNames,
    /// Where the pages of the rules are on the web: an address with `{code}` in it. Read once, at the start.
    pub rule_pages: Option<String>,
    /// How long after the last key new findings in the paragraph are held back.
    pub delay: Option<Duration>,
    /// Whether it is counted above the text who speaks how much.
    pub lenses: bool,
    /// Whether the search for symbols leaves out drafts that are not open.
    pub searches_open_only: bool,
    /// How long a draft may be, in bytes.
    pub largest: Option<usize>,
}

/// What a rename does to names inside quotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuotedNames {
    /// They are offered for a decision where the client can ask, and left alone where it cannot.
    #[default]
    Ask,
    /// They are left alone.
    Keep,
    /// They are changed like all others.
    Change,
}

/// Reads a client's settings, with our section around them or without; and says what is wrong with them.
pub fn read(settings: &Value) -> (ClientSettings, Vec<String>) {
    let mut reader = Reader::default();
    let section = settings.get(SECTION).unwrap_or(settings);
    if let Some(section) = section.as_object() {
        reader.section(section);
    } else if !section.is_null() {
        reader.wrong("", "a table of settings");
    }
    (reader.settings, reader.remarks)
}

/// The options of a file with those of a client on top.
pub fn merged(mut file: Options, client: &Options) -> Options {
    file.date = client.date.or(file.date);
    for (code, wanted) in &client.rules {
        let rule = file.rules.entry(code.clone()).or_default();
        if wanted.level.is_some() {
            rule.level.clone_from(&wanted.level);
        }
        rule.options
            .extend(wanted.options.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    file
}

#[derive(Default)]
struct Reader {
    settings: ClientSettings,
    remarks: Vec<String>,
}

impl Reader {
    fn wrong(&mut self, key: &str, wanted: &str) {
        let dot = if key.is_empty() { "" } else { "." };
        self.remarks
            .push(format!("the setting “{SECTION}{dot}{key}” must be {wanted}"));
    }

    fn section(&mut self, section: &Map<String, Value>) {
        match section.get("date") {
            // Settings pages of editors give an empty string for what is not set.
            None | Some(Value::Null) => {}
            Some(Value::String(text)) if text.is_empty() => {}
            Some(value) => {
                self.settings.options.date = value.as_str().and_then(parse_date);
                if self.settings.options.date.is_none() {
                    self.wrong("date", "a date as YYYY-MM-DD");
                }
            }
        }
        match section.get("rules") {
            None | Some(Value::Null) => {}
            Some(Value::Object(rules)) => rules.iter().for_each(|(code, value)| self.rule(code, value)),
            Some(_) => self.wrong("rules", "a table of rules"),
        }
        let mut hints = self.settings.hints;
        self.switch(section, "inlayHints", "pronounSpeakers", &mut hints.pronoun_speakers);
        self.switch(section, "inlayHints", "carriedSpeakers", &mut hints.carried_speakers);
        self.switch(section, "inlayHints", "calendarDays", &mut hints.calendar_days);
        self.settings.hints = hints;
        let mut all = !self.settings.searches_open_only;
        self.switch(section, "symbolSearch", "allDrafts", &mut all);
        self.settings.searches_open_only = !all;
        let mut lenses = self.settings.lenses;
        self.switch(section, "codeLens", "speakers", &mut lenses);
        self.settings.lenses = lenses;
        match nested(section, "diagnostics", "delay") {
            None => {}
            Some(value) => match value.as_u64().filter(|delay| *delay <= LONGEST_DELAY) {
                Some(delay) => self.settings.delay = Some(Duration::from_millis(delay)),
                None => self.wrong("diagnostics.delay", "a number of milliseconds, 60,000 at most"),
            },
        }
        match nested(section, "explain", "address").map(Value::as_str) {
            None | Some(Some("")) => {}
            Some(Some(address)) if address.starts_with("http") && address.contains("{code}") => {
                self.settings.rule_pages = Some(address.to_owned());
            }
            Some(_) => self.wrong("explain.address", "an address of the web with “{code}” in it"),
        }
        if let Some(value) = nested(section, "drafts", "maxMegabytes") {
            let megabytes = value.as_u64().and_then(|megabytes| usize::try_from(megabytes).ok());
            match megabytes.filter(|megabytes| (1..=MOST_MEGABYTES).contains(megabytes)) {
                Some(megabytes) => self.settings.largest = Some(megabytes * 1_000_000),
                None => self.wrong("drafts.maxMegabytes", "a whole number from 1 to 64"),
            }
        }
        match nested(section, "rename", "inQuotations").map(Value::as_str) {
            None => {}
            Some(Some("ask")) => self.settings.quoted_names = QuotedNames::Ask,
            Some(Some("never")) => self.settings.quoted_names = QuotedNames::Keep,
            Some(Some("always")) => self.settings.quoted_names = QuotedNames::Change,
            Some(_) => self.wrong("rename.inQuotations", "one of “ask”, “never” and “always”"),
        }
    }

    fn switch(&mut self, section: &Map<String, Value>, group: &str, name: &str, is_on: &mut bool) {
        match nested(section, group, name) {
            None => {}
            Some(Value::Bool(value)) => *is_on = *value,
            Some(_) => self.wrong(&format!("{group}.{name}"), "true or false"),
        }
    }

    fn rule(&mut self, code: &str, value: &Value) {
        let key = format!("rules.{code}");
        let mut rule = RuleOptions::default();
        match value {
            Value::Null => return,
            Value::String(_) => rule.level = self.level(&key, value),
            Value::Object(table) => {
                for (name, value) in table {
                    let key = format!("{key}.{name}");
                    if name == "level" {
                        rule.level = self.level(&key, value);
                    } else if let Some(option) = option(value) {
                        rule.options.insert(name.clone(), (0, option));
                    } else {
                        self.wrong(&key, "a whole number, true or false, a string or a list of strings");
                    }
                }
            }
            _ => self.wrong(&key, "a level, such as “warning” or “off”, or a table of options"),
        }
        self.settings.options.rules.insert(code.to_owned(), rule);
    }

    fn level(&mut self, key: &str, value: &Value) -> Option<String> {
        let level = value.as_str().filter(|level| is_level(level)).map(str::to_owned);
        if level.is_none() {
            self.wrong(key, "one of “off”, “hint”, “info”, “warning” and “error”");
        }
        level
    }
}

/// A value one level down; `null` counts as not set.
fn nested<'a>(section: &'a Map<String, Value>, group: &str, name: &str) -> Option<&'a Value> {
    section.get(group)?.get(name).filter(|value| !value.is_null())
}

fn option(value: &Value) -> Option<OptionValue> {
    match value {
        Value::Bool(value) => Some(OptionValue::Boolean(*value)),
        Value::String(text) => Some(OptionValue::Text(text.clone())),
        Value::Number(number) => number.as_i64().map(OptionValue::Integer),
        Value::Array(list) => {
            let texts = list.iter().map(|item| item.as_str().map(str::to_owned));
            texts.collect::<Option<_>>().map(OptionValue::List)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_are_read_with_or_without_their_section() {
        let section = json!({"date": "2031-04-30", "path": "/bin/copydesk", "rules": {"doubled-word": "off",
            "unattributed-quote": {"level": "error", "min-words": 8}}});
        let (settings, remarks) = read(&section);
        let options = &settings.options;
        assert_eq!(remarks, [""; 0]);
        assert_eq!(options.date, parse_date("2031-04-30"));
        assert_eq!(options.rules["doubled-word"].level.as_deref(), Some("off"));
        let quote = &options.rules["unattributed-quote"];
        assert_eq!(quote.options["min-words"], (0, OptionValue::Integer(8)));
        assert_eq!(read(&json!({ "copydesk": section })).0, settings);
    }

    #[test]
    fn settings_that_only_an_editor_has() {
        let (settings, remarks) = read(&json!({
            "inlayHints": { "pronounSpeakers": false, "calendarDays": true, "carriedSpeakers": null },
            "rename": { "inQuotations": "always" },
            "diagnostics": { "delay": 250 },
        }));
        assert_eq!(remarks, [""; 0]);
        assert_eq!(settings.delay, Some(Duration::from_millis(250)));
        let expected = HintSettings {
            pronoun_speakers: false,
            carried_speakers: true,
            calendar_days: true,
        };
        assert_eq!(settings.hints, expected);
        assert_eq!(settings.quoted_names, QuotedNames::Change);
        let (settings, remarks) = read(&json!({
            "inlayHints": { "pronounSpeakers": "no" },
            "rename": { "inQuotations": true },
            "diagnostics": { "delay": 0.8 },
        }));
        assert_eq!(settings, ClientSettings::default());
        assert_eq!(
            remarks,
            [
                "the setting “copydesk.inlayHints.pronounSpeakers” must be true or false",
                "the setting “copydesk.diagnostics.delay” must be a number of milliseconds, 60,000 at most",
                "the setting “copydesk.rename.inQuotations” must be one of “ask”, “never” and “always”",
            ]
        );
    }

    #[test]
    fn wrong_values_are_reported_and_the_rest_is_used() {
        let (settings, remarks) = read(&json!({"date": 3, "rules": {"a": "loud", "b": 5, "c": "hint"}}));
        assert_eq!(settings.options.rules["c"].level.as_deref(), Some("hint"));
        assert_eq!(remarks.len(), 3);
        assert_eq!(remarks[0], "the setting “copydesk.date” must be a date as YYYY-MM-DD");
        assert_eq!(read(&Value::Null).1, [""; 0]);
        assert_eq!(read(&json!([1])).1.len(), 1);
    }

    #[test]
    fn the_client_wins_over_the_file_key_by_key() {
        let (file, _) = Options::read("date = 2031-04-30\n[rules.a]\nlevel = \"error\"\nmin-words = 8\n");
        let (client, _) = read(&json!({"rules": {"a": "off"}}));
        let both = merged(file.clone(), &client.options);
        assert_eq!(both.date, file.date);
        assert_eq!(both.rules["a"].level.as_deref(), Some("off"));
        assert_eq!(both.rules["a"].options, file.rules["a"].options);
    }
}
