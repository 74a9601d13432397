//! The entries in one portion of an actor file, every mistake with its line and key. It looks at no other portion.

use jiff::civil::Date;
use smol_str::SmolStr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::analysis::register::{self, Entry, EntryKind, Title};
use crate::config::actors::read::MOST_PROBLEMS;
use crate::config::date::parse_date;
use crate::config::options::in_order;
use crate::config::problem::{Problem, suggestion};

/// The keys of an entry, in the order in which they are best written.
pub const ENTRY_KEYS: [&str; 11] = [
    "id",
    "kind",
    "name",
    "aliases",
    "misspellings",
    "title",
    "titles",
    "pronouns",
    "affiliation",
    "note",
    "link",
];

/// The keys of a title that is written as a table.
pub const TITLE_KEYS: [&str; 3] = ["title", "valid-from", "valid-until"];

/// Names, titles and ids are no longer than this, in bytes.
const LONGEST: usize = 200;

/// What one portion says. Lines count from the start of the portion, from 1.
pub(super) struct Portion {
    pub entries: Vec<Entry>,
    /// The first [`MOST_PROBLEMS`] mistakes.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub untold: usize,
    /// How many line breaks it has.
    pub line_breaks: usize,
    /// Whether it is no TOML.
    pub is_broken: bool,
}

/// Reads one portion. Linear in its length.
pub(super) fn read_portion(text: &str) -> Portion {
    let mut reader = Reader {
        line_starts: line_starts(text),
        entries: Vec::new(),
        problems: Vec::new(),
        untold: 0,
        is_broken: false,
    };
    reader.all(text);
    Portion {
        entries: reader.entries,
        problems: reader.problems,
        untold: reader.untold,
        line_breaks: reader.line_starts.len() - 1,
        is_broken: reader.is_broken,
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    let breaks = text.match_indices('\n');
    std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
}

struct Reader {
    line_starts: Vec<usize>,
    entries: Vec<Entry>,
    problems: Vec<Problem>,
    untold: usize,
    is_broken: bool,
}

type Value<'a, 'i> = &'a Spanned<DeValue<'i>>;

impl Reader {
    fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    fn tell(&mut self, line: usize, key: &str, message: String, is_error: bool) {
        if self.problems.len() >= MOST_PROBLEMS {
            self.untold += usize::from(is_error);
            return;
        }
        self.problems.push(Problem {
            line,
            key: key.to_owned(),
            message,
            is_error,
        });
    }

    fn wrong(&mut self, key: &str, value: Value<'_, '_>, wanted: &str) {
        let line = self.line(value.span().start);
        self.tell(line, key, format!("“{key}” must be {wanted}"), true);
    }

    fn all(&mut self, text: &str) {
        let (table, errors) = DeTable::parse_recoverable(text);
        if let Some(error) = errors.first() {
            let line = error.span().map_or_else(|| self.line(0), |span| self.line(span.start));
            let message = format!("this is not valid TOML: {}", error.message().trim_end());
            self.tell(line, "", message, true);
            self.is_broken = true;
            return;
        }
        for (key, value) in in_order(table.get_ref()) {
            match key.get_ref().as_ref() {
                "actor" => match value.get_ref().as_array() {
                    Some(list) => list.iter().for_each(|entry| self.entry(entry)),
                    None => self.wrong("actor", value, "a list of entries; each begins with [[actor]]"),
                },
                unknown => {
                    let line = self.line(key.span().start);
                    let hint = suggestion(unknown, ["actor"]);
                    self.tell(line, unknown, format!("unknown key “{unknown}”{hint}"), false);
                }
            }
        }
    }

    fn entry(&mut self, value: Value<'_, '_>) {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong("actor", value, "a list of tables; each begins with [[actor]]");
            return;
        };
        let line = self.line(value.span().start);
        let mut entry = Entry {
            line,
            ..Entry::named("", EntryKind::Person, "")
        };
        let known_problems = self.errors();
        let (mut has_kind, mut has_name) = (false, false);
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "id" => entry.id = self.name("actor.id", value).unwrap_or_default(),
                "kind" => {
                    has_kind = true;
                    entry.kind = self.kind(value).unwrap_or(EntryKind::Other);
                }
                "name" => {
                    has_name = true;
                    entry.name = self.name("actor.name", value).unwrap_or_default();
                }
                "aliases" => entry.aliases = self.names("actor.aliases", value),
                "misspellings" => entry.misspellings = self.names("actor.misspellings", value),
                "title" => entry.titles.extend(self.title("actor.title", value)),
                "titles" => self.titles(value, &mut entry.titles),
                "pronouns" => entry.pronouns = self.text("actor.pronouns", value),
                "affiliation" => entry.affiliation = self.text("actor.affiliation", value),
                "note" => entry.note = self.text("actor.note", value),
                "link" => entry.link = self.link(value),
                unknown => {
                    let line = self.line(key.span().start);
                    let hint = suggestion(unknown, ENTRY_KEYS);
                    self.tell(
                        line,
                        &format!("actor.{unknown}"),
                        format!("unknown key “{unknown}” in an entry{hint}"),
                        false,
                    );
                }
            }
        }
        if !has_name {
            self.tell(line, "actor.name", "this entry has no “name”".to_owned(), true);
        }
        if !has_kind {
            let message = format!("this entry has no “kind”; it must be {}", kinds());
            self.tell(line, "actor.kind", message, true);
        }
        if entry.id.is_empty() {
            entry.id = register::key(&entry.name).replace(' ', "-").into();
        }
        if self.errors() == known_problems {
            entry.titles.shrink_to_fit();
            self.entries.push(entry);
        }
    }

    fn errors(&self) -> (usize, usize) {
        (
            self.problems.iter().filter(|problem| problem.is_error).count(),
            self.untold,
        )
    }

    fn kind(&mut self, value: Value<'_, '_>) -> Option<EntryKind> {
        let kind = value.get_ref().as_str().and_then(EntryKind::from_name);
        if kind.is_none() {
            let written = value.get_ref().as_str().unwrap_or("");
            let hint = suggestion(written, EntryKind::ALL.map(EntryKind::name));
            self.wrong("actor.kind", value, &format!("{}{hint}", kinds()));
        }
        kind
    }

    fn text(&mut self, key: &str, value: Value<'_, '_>) -> Option<SmolStr> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(key, value, "a string, such as \"text\"");
        }
        text.map(str::trim).filter(|text| !text.is_empty()).map(SmolStr::new)
    }

    /// A string of some letters on one line.
    fn name(&mut self, key: &str, value: Value<'_, '_>) -> Option<SmolStr> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, value, "a string, such as \"Rosa Weil\"");
            return None;
        };
        let text = text.trim();
        if text.len() > LONGEST {
            self.wrong(key, value, &format!("no longer than {LONGEST} bytes"));
            return None;
        }
        if text.chars().any(char::is_control) || !text.chars().any(char::is_alphanumeric) {
            self.wrong(key, value, "a name on one line, with at least one letter");
            return None;
        }
        Some(SmolStr::new(text))
    }

    fn names(&mut self, key: &str, value: Value<'_, '_>) -> Vec<SmolStr> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, value, "a list of strings, such as [\"one\", \"two\"]");
            return Vec::new();
        };
        let mut names = Vec::with_capacity(list.len());
        names.extend(list.iter().filter_map(|name| self.name(key, name)));
        names
    }

    fn titles(&mut self, value: Value<'_, '_>, titles: &mut Vec<Title>) {
        match value.get_ref().as_array() {
            Some(list) => {
                let read: Vec<Title> = list
                    .iter()
                    .filter_map(|title| self.title("actor.titles", title))
                    .collect();
                titles.extend(read);
            }
            None => self.wrong(
                "actor.titles",
                value,
                "a list of titles; each is a string or { title = \"…\", valid-from = 2031-04-30 }",
            ),
        }
    }

    fn title(&mut self, key: &str, value: Value<'_, '_>) -> Option<Title> {
        let mut title = Title {
            text: SmolStr::default(),
            valid_from: None,
            valid_until: None,
        };
        let Some(table) = value.get_ref().as_table() else {
            if value.get_ref().as_str().is_none() {
                self.wrong(key, value, "a string or { title = \"…\", valid-from = 2031-04-30 }");
                return None;
            }
            title.text = self.name(key, value)?;
            return Some(title);
        };
        for (name, value) in in_order(table) {
            let key = format!("{key}.{}", name.get_ref());
            match name.get_ref().as_ref() {
                "title" => title.text = self.name(&key, value)?,
                "valid-from" => title.valid_from = self.date(&key, value),
                "valid-until" => title.valid_until = self.date(&key, value),
                unknown => {
                    let line = self.line(name.span().start);
                    let hint = suggestion(unknown, TITLE_KEYS);
                    self.tell(line, &key, format!("unknown key “{unknown}” in a title{hint}"), false);
                }
            }
        }
        if title.text.is_empty() {
            let line = self.line(value.span().start);
            self.tell(line, key, format!("“{key}” has no “title”"), true);
            return None;
        }
        if let (Some(from), Some(until)) = (title.valid_from, title.valid_until)
            && from > until
        {
            let line = self.line(value.span().start);
            let message = format!("“valid-from” ({from}) is later than “valid-until” ({until})");
            self.tell(line, key, message, true);
        }
        Some(title)
    }

    /// A day, with or without quotation marks: TOML has dates of its own.
    fn date(&mut self, key: &str, value: Value<'_, '_>) -> Option<Date> {
        let date = match value.get_ref() {
            DeValue::String(text) => parse_date(text),
            DeValue::Datetime(date) => parse_date(&date.to_string()),
            _ => None,
        };
        if date.is_none() {
            self.wrong(key, value, "a calendar day as YYYY-MM-DD");
        }
        date
    }

    /// Links are shown in editors: they lead to pages and nowhere else.
    fn link(&mut self, value: Value<'_, '_>) -> Option<SmolStr> {
        let link = self.text("actor.link", value)?;
        let is_page = link.starts_with("https://") || link.starts_with("http://");
        if !is_page || link.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
            self.wrong("actor.link", value, "an address that begins with https:// or http://");
            return None;
        }
        Some(link)
    }
}

fn kinds() -> String {
    let [first @ .., last] = EntryKind::ALL.map(|kind| format!("\"{}\"", kind.name()));
    format!("{} or {last}", first.join(", "))
}
