//! Reads `copydesk.toml`: what can be used is used, and every mistake is reported with its line. It resolves nothing.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::config::options::{Options, OverrideOptions, RuleOptions};
use crate::config::problem::{Problem, suggestion};
use crate::config::terms;
use crate::config::values::{Reader, in_order};

/// A key of the file.
#[derive(Clone, Copy)]
pub(super) enum Key {
    Actors,
    Date,
    Exclude,
    Extend,
    Locale,
    Notes,
    Overrides,
    Profile,
    Publication,
    Rules,
    Terms,
    Timezone,
    Words,
}

impl Key {
    pub(super) const NAMES: [(&str, Key); 13] = [
        ("actors", Key::Actors),
        ("date", Key::Date),
        ("exclude", Key::Exclude),
        ("extend", Key::Extend),
        ("locale", Key::Locale),
        ("notes", Key::Notes),
        ("overrides", Key::Overrides),
        ("profile", Key::Profile),
        ("publication", Key::Publication),
        ("rules", Key::Rules),
        ("terms", Key::Terms),
        ("timezone", Key::Timezone),
        ("words", Key::Words),
    ];

    fn parse(name: &str) -> Option<Key> {
        Self::NAMES
            .into_iter()
            .find(|(known, _)| *known == name)
            .map(|(_, key)| key)
    }
}

impl Options {
    /// Reads the text of a configuration file. What can be used is used; the rest is reported.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<Problem>) {
        let mut reader = Reader::new(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        if let Some(error) = errors.first() {
            let line = error.span().map_or(1, |span| reader.line(span.start));
            let message = format!("not valid TOML: {}", error.message().trim_end());
            return (
                Self::default(),
                vec![Problem {
                    line,
                    key: String::new(),
                    message,
                    is_error: true,
                }],
            );
        }
        let options = options(&mut reader, table.get_ref());
        (options, reader.problems)
    }
}

fn options(reader: &mut Reader, table: &DeTable<'_>) -> Options {
    let mut options = Options::default();
    for (key, value) in in_order(table) {
        let name = key.get_ref().as_ref();
        match Key::parse(name) {
            Some(Key::Actors) => {
                options.actors_line = reader.line(key.span().start);
                options.actors = reader.path(name, value);
            }
            Some(Key::Date) => options.date = reader.date(name, value),
            Some(Key::Exclude) => {
                options.exclude_line = reader.line(key.span().start);
                options.exclude = reader.list(name, value).unwrap_or_default();
            }
            Some(Key::Extend) => {
                let line = reader.line(key.span().start);
                options.extend = reader.path(name, value).map(|path| (line, path));
            }
            Some(Key::Notes) => options.notes = reader.one_or_more(name, value),
            Some(Key::Overrides) => options.overrides = overrides(reader, value),
            Some(Key::Profile) => {
                let line = reader.line(key.span().start);
                options.profile = reader.profile(name, value).map(|profile| (line, profile));
            }
            Some(Key::Publication) => options.publication = reader.one_or_more(name, value),
            Some(Key::Terms) => options.terms = terms::read(reader, value),
            Some(Key::Timezone) => options.timezone = reader.timezone(name, value),
            Some(Key::Words) => options.words = reader.list(name, value).unwrap_or_default(),
            Some(Key::Locale) => options.locale = reader.locale(name, value),
            Some(Key::Rules) => options.rules = rules(reader, "rules", value),
            None => {
                let hint = suggestion(name, Key::NAMES.map(|(known, _)| known));
                reader.warn(key.span().start, name, format!("unknown key “{name}”{hint}"));
            }
        }
    }
    options
}

/// `[[overrides]]`, a table each. One that does not say for which drafts it is changes nothing.
fn overrides(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Vec<OverrideOptions> {
    const WANTED: &str = "a list of tables, each with “paths” and “rules”";
    let Some(list) = value.get_ref().as_array() else {
        reader.wrong("overrides", value, WANTED);
        return Vec::new();
    };
    let mut overrides = Vec::new();
    for value in list.iter() {
        let Some(table) = value.get_ref().as_table() else {
            reader.wrong("overrides", value, WANTED);
            continue;
        };
        let mut one = OverrideOptions::default();
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "paths" => {
                    one.line = reader.line(key.span().start);
                    one.paths = reader.list("overrides.paths", value).unwrap_or_default();
                }
                "rules" => one.rules = rules(reader, "overrides.rules", value),
                name => {
                    let hint = suggestion(name, ["paths", "rules"]);
                    let key_name = format!("overrides.{name}");
                    reader.warn(key.span().start, &key_name, format!("unknown key “{key_name}”{hint}"));
                }
            }
        }
        if one.paths.is_empty() {
            reader.wrong("overrides", value, WANTED);
        } else {
            overrides.push(one);
        }
    }
    overrides
}

fn rules(reader: &mut Reader, key: &str, value: &Spanned<DeValue<'_>>) -> BTreeMap<String, RuleOptions> {
    let mut rules = BTreeMap::new();
    let Some(table) = value.get_ref().as_table() else {
        reader.wrong(key, value, "a table of rules, such as doubled-word = \"off\"");
        return rules;
    };
    for (code, value) in in_order(table) {
        let key = format!("{key}.{}", code.get_ref());
        let mut rule = RuleOptions {
            line: reader.line(code.span().start),
            ..RuleOptions::default()
        };
        match value.get_ref() {
            DeValue::String(_) => rule.level = reader.level(&key, value),
            DeValue::Table(table) => rule_table(reader, &key, table, &mut rule),
            _ => reader.wrong(
                &key,
                value,
                "a level, such as \"warning\" or \"off\", or a table of options",
            ),
        }
        rules.insert(code.get_ref().to_string(), rule);
    }
    rules
}

fn rule_table(reader: &mut Reader, rule_key: &str, table: &DeTable<'_>, rule: &mut RuleOptions) {
    for (name, value) in in_order(table) {
        let key = format!("{rule_key}.{}", name.get_ref());
        if name.get_ref() == "level" {
            rule.level = reader.level(&key, value);
        } else if let Some(option) = reader.option(&key, value) {
            let line = reader.line(name.span().start);
            rule.options.insert(name.get_ref().to_string(), (line, option));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Locale;
    use crate::config::options::OptionValue;

    #[test]
    fn every_key_is_read() {
        let text = "date = 2031-04-30\nexclude = [\"archive/\"]\nlocale = \"en-GB\"\nwords = [\"Mullry\"]\n[rules]\ndoubled-word = \"off\"\n\n\
                    [rules.unattributed-quote]\nlevel = \"error\"\nmin-words = 8\n";
        let (options, problems) = Options::read(text);
        assert_eq!(problems, []);
        assert_eq!(options.date, crate::config::parse_date("2031-04-30"));
        assert_eq!(options.exclude, ["archive/"]);
        assert_eq!(options.locale, Some(Locale::British));
        assert_eq!(options.rules["doubled-word"].level.as_deref(), Some("off"));
        let rule = &options.rules["unattributed-quote"];
        assert_eq!(rule.level.as_deref(), Some("error"));
        assert_eq!(rule.options["min-words"], (10, OptionValue::Integer(8)));
        assert_eq!(options.words, ["Mullry"]);
    }

    #[test]
    fn overrides_profiles_and_zones_are_read() {
        let text = "profile = \"ap\"\nextend = \"base.toml\"\ntimezone = \"Europe/Berlin\"\n[[overrides]]\n\
                    paths = [\"opinion/\"]\nrules.long-lead = \"off\"\n[[overrides]]\npaths = [\"x\"]\n";
        let (options, problems) = Options::read(text);
        assert_eq!(problems, []);
        assert_eq!(options.profile, Some((1, "ap".to_owned())));
        assert_eq!(options.extend, Some((2, "base.toml".to_owned())));
        assert!(options.timezone.is_some());
        let paths: Vec<_> = options
            .overrides
            .iter()
            .map(|one| (one.line, one.paths.clone()))
            .collect();
        assert_eq!(paths, [(5, vec!["opinion/".to_owned()]), (8, vec!["x".to_owned()])]);
        assert_eq!(options.overrides[0].rules["long-lead"].level.as_deref(), Some("off"));
        let text = "profile = \"times\"\ntimezone = \"Moon\"\noverrides = 3\n[other]\n";
        let (_, problems) = Options::read(text);
        let told: Vec<_> = problems.iter().map(|one| (one.line, one.is_error)).collect();
        assert_eq!(told, [(1, true), (2, true), (3, true), (4, false)]);
        let (_, problems) = Options::read("[[overrides]]\nrules.long-lead = \"off\"\n");
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn unknown_keys_are_reported_and_the_rest_is_used() {
        let (options, problems) = Options::read("# house style\nexlude = []\ndate = \"2031-04-30\"\n");
        assert!(options.date.is_some());
        let [problem] = problems.as_slice() else {
            panic!("{problems:?}")
        };
        assert_eq!((problem.line, problem.is_error), (2, false));
        assert_eq!(problem.message, "unknown key “exlude”; did you mean “exclude”?");
    }

    #[test]
    fn wrong_values_are_errors_with_their_line() {
        let text = "date = \"yesterday\"\nexclude = 3\nlocale = \"fr\"\n[rules]\ndoubled-word = \"loud\"\nother = 5\n";
        let (options, problems) = Options::read(text);
        assert_eq!(options.date, None);
        let lines: Vec<_> = problems
            .iter()
            .map(|problem| (problem.line, problem.is_error))
            .collect();
        assert_eq!(lines, [(1, true), (2, true), (3, true), (5, true), (6, true)]);
    }

    #[test]
    fn text_that_is_no_toml_is_one_error() {
        let (options, problems) = Options::read("date = 2031-04-30\n[rules\n");
        assert_eq!(options, Options::default());
        let [problem] = problems.as_slice() else {
            panic!("{problems:?}")
        };
        assert_eq!((problem.line, problem.is_error), (2, true));
    }
}
