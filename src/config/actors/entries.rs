//! The entries in one portion of an actor file, every mistake with its line and key. It looks at no other portion.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::analysis::register::{self, Entry, EntryKind};
use crate::config::options::in_order;
use crate::config::problem::{Problem, suggestion};

/// More mistakes than these are counted and not reported one by one.
pub(super) const MOST_PROBLEMS: usize = 100;

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

/// Reads one portion, entry by entry.
pub(super) struct Reader {
    line_starts: Vec<usize>,
    entries: Vec<Entry>,
    problems: Vec<Problem>,
    untold: usize,
    is_broken: bool,
}

/// A value with its place.
pub(super) type Value<'a, 'i> = &'a Spanned<DeValue<'i>>;

impl Reader {
    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    /// Notes a mistake, or counts it where there are too many.
    pub(super) fn tell(&mut self, line: usize, key: &str, message: String, is_error: bool) {
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

    /// Notes that a value is not what its key wants.
    pub(super) fn wrong(&mut self, key: &str, value: Value<'_, '_>, wanted: &str) {
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
}

/// The kinds that an entry may have, in words.
pub(super) fn kinds() -> String {
    let [first @ .., last] = EntryKind::ALL.map(|kind| format!("\"{}\"", kind.name()));
    format!("{} or {last}", first.join(", "))
}
