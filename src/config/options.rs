//! `copydesk.toml` as it is written: every key optional, every mistake reported with its line. It resolves nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::analysis::Locale;
use crate::config::date::date_of;
use crate::config::problem::{Problem, suggestion};
use crate::rules::Level;

/// The keys of the file. `None` and empty mean: not written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// `date`: the day that drafts are read against if they give none themselves.
    pub date: Option<Date>,
    /// `actors`: the actor file, counted from the folder of the configuration.
    pub actors: Option<String>,
    /// The line of `actors`, from 1.
    pub actors_line: usize,
    /// `exclude`: drafts to leave out, as lines of a `.gitignore`.
    pub exclude: Vec<String>,
    /// The line of `exclude`, from 1.
    pub exclude_line: usize,
    /// `locale`: which English dates are written in, whatever the draft is written in.
    pub locale: Option<Locale>,
    /// `words`: words that are right as they are, whatever a rule finds in them.
    pub words: Vec<String>,
    /// `[rules]`: by the rule's code, with the line it is written on.
    pub rules: BTreeMap<String, RuleOptions>,
}

/// What is written about one rule: `doubled-word = "off"`, or a table of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleOptions {
    /// The line of the key, from 1.
    pub line: usize,
    /// The level as written: "off", "hint", "info", "warning" or "error".
    pub level: Option<String>,
    /// The rule's own options, with their lines.
    pub options: BTreeMap<String, (usize, OptionValue)>,
}

/// The value of a rule's option.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum OptionValue {
    Integer(i64),
    Boolean(bool),
    Text(String),
    List(Vec<String>),
}

/// A key of the file.
#[derive(Clone, Copy)]
pub(super) enum Key {
    Actors,
    Date,
    Exclude,
    Locale,
    Rules,
    Words,
}

impl Key {
    pub(super) const NAMES: [(&str, Key); 6] = [
        ("actors", Key::Actors),
        ("date", Key::Date),
        ("exclude", Key::Exclude),
        ("locale", Key::Locale),
        ("rules", Key::Rules),
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
        let mut options = Self::default();
        let mut reader = Reader {
            text,
            problems: Vec::new(),
        };
        let (table, errors) = DeTable::parse_recoverable(text);
        if let Some(error) = errors.first() {
            let line = error.span().map_or(1, |span| reader.line(span.start));
            let message = format!("not valid TOML: {}", error.message().trim_end());
            return (
                options,
                vec![Problem {
                    line,
                    key: String::new(),
                    message,
                    is_error: true,
                }],
            );
        }
        for (key, value) in in_order(table.get_ref()) {
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
                Some(Key::Locale) => options.locale = reader.locale(name, value),
                Some(Key::Rules) => options.rules = reader.rules(value),
                Some(Key::Words) => options.words = reader.list(name, value).unwrap_or_default(),
                None => {
                    let hint = suggestion(name, Key::NAMES.map(|(known, _)| known));
                    reader.warn(key.span().start, name, format!("unknown key “{name}”{hint}"));
                }
            }
        }
        (options, reader.problems)
    }
}

/// The entries of a table in the order of the file, so that problems come in the order of the file too.
pub(super) fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Entry<'a, 'i>> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

pub(super) type Entry<'a, 'i> = (&'a Spanned<std::borrow::Cow<'i, str>>, &'a Spanned<DeValue<'i>>);

struct Reader<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn line(&self, offset: usize) -> usize {
        1 + self.text.bytes().take(offset).filter(|&byte| byte == b'\n').count()
    }

    fn warn(&mut self, offset: usize, key: &str, message: String) {
        self.problems.push(Problem::new(self.line(offset), key, message, false));
    }

    fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let line = self.line(value.span().start);
        let message = format!("“{key}” must be {wanted}");
        self.problems.push(Problem::new(line, key, message, true));
    }

    /// A day; anything else is reported.
    fn date(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Date> {
        let date = date_of(value.get_ref());
        if date.is_none() {
            self.wrong(key, value, "a date as YYYY-MM-DD");
        }
        date
    }

    /// "en-US" or "en-GB"; anything else is reported.
    fn locale(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Locale> {
        let locale = value.get_ref().as_str().and_then(Locale::from_name);
        if locale.is_none() {
            let names = Locale::ALL.map(|locale| format!("\"{}\"", locale.name()));
            self.wrong(key, value, &names.join(" or "));
        }
        locale
    }

    fn path(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let path = value.get_ref().as_str().filter(|path| !path.is_empty());
        if path.is_none() {
            self.wrong(
                key,
                value,
                "the path of a list of people and organizations, such as \"desk/actors.toml\"",
            );
        }
        path.map(str::to_owned)
    }

    fn list(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
        let list = value.get_ref().as_array().and_then(|list| {
            list.iter()
                .map(|item| item.get_ref().as_str().map(str::to_owned))
                .collect()
        });
        if list.is_none() {
            self.wrong(key, value, "a list of strings, such as [\"one\", \"two\"]");
        }
        list
    }

    fn rules(&mut self, value: &Spanned<DeValue<'_>>) -> BTreeMap<String, RuleOptions> {
        let mut rules = BTreeMap::new();
        let Some(table) = value.get_ref().as_table() else {
            self.wrong("rules", value, "a table of rules, such as doubled-word = \"off\"");
            return rules;
        };
        for (code, value) in in_order(table) {
            let key = format!("rules.{}", code.get_ref());
            let mut rule = RuleOptions {
                line: self.line(code.span().start),
                ..RuleOptions::default()
            };
            match value.get_ref() {
                DeValue::String(_) => rule.level = self.level(&key, value),
                DeValue::Table(table) => self.rule_table(&key, table, &mut rule),
                _ => self.wrong(
                    &key,
                    value,
                    "a level, such as \"warning\" or \"off\", or a table of options",
                ),
            }
            rules.insert(code.get_ref().to_string(), rule);
        }
        rules
    }

    fn rule_table(&mut self, rule_key: &str, table: &DeTable<'_>, rule: &mut RuleOptions) {
        for (name, value) in in_order(table) {
            let key = format!("{rule_key}.{}", name.get_ref());
            if name.get_ref() == "level" {
                rule.level = self.level(&key, value);
            } else if let Some(option) = self.option(&key, value) {
                let line = self.line(name.span().start);
                rule.options.insert(name.get_ref().to_string(), (line, option));
            }
        }
    }

    fn level(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let level = value
            .get_ref()
            .as_str()
            .filter(|level| is_level(level))
            .map(str::to_owned);
        if level.is_none() {
            self.wrong(
                key,
                value,
                "one of \"off\", \"hint\", \"info\", \"warning\" and \"error\"",
            );
        }
        level
    }

    fn option(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<OptionValue> {
        match value.get_ref() {
            DeValue::Boolean(value) => Some(OptionValue::Boolean(*value)),
            DeValue::String(text) => Some(OptionValue::Text(text.to_string())),
            DeValue::Array(_) => self.list(key, value).map(OptionValue::List),
            DeValue::Integer(number) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                if number.is_none() {
                    self.wrong(key, value, "a smaller number");
                }
                number.map(OptionValue::Integer)
            }
            _ => {
                self.wrong(key, value, "a number, true or false, a string or a list of strings");
                None
            }
        }
    }
}

/// Whether a rule can be set to this: the name of a level, or “off”.
#[must_use]
pub fn is_level(name: &str) -> bool {
    name == OFF || Level::ALL.iter().any(|level| level.name() == name)
}

/// What turns a rule off.
const OFF: &str = "off";

#[cfg(test)]
mod tests {
    use super::*;

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
