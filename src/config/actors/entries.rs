//! The entries in one portion of an actor file, every mistake with its line and key. It looks at no other portion.

use toml::de::DeTable;

use crate::analysis::register::{Entry, EntryKind, id_of};
use crate::config::actors::keys::ENTRY_KEYS;
use crate::config::actors::reader::{EntryReader, Portion, Value};
use crate::config::actors::values::kinds;
use crate::config::problem::suggestion;
use crate::config::values::in_order;

/// Reads one portion. Linear in its length.
pub(super) fn read_portion(text: &str) -> Portion {
    let mut reader = EntryReader::of(text);
    reader.read_all(text);
    reader.finish()
}

impl EntryReader {
    fn read_all(&mut self, text: &str) {
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
                    Some(list) => list.iter().for_each(|entry| self.read_entry(entry)),
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

    fn read_entry(&mut self, value: Value<'_, '_>) {
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
                "attributes" => entry.attributes = self.attributes(value),
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
            entry.id = id_of(&entry.name).into();
        }
        if self.errors() == known_problems {
            entry.titles.shrink_to_fit();
            self.entries.push(entry);
        }
    }
}
