//! The values of an entry's keys: strings, names, titles, days, links. It knows no entry and reports what is wrong
//! through the reader.

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::analysis::register::{EntryKind, Title};
use crate::config::actors::keys::TITLE_KEYS;
use crate::config::actors::reader::{EntryReader, Value};
use crate::config::date::date_of;
use crate::config::problem::suggestion;
use crate::config::values::in_order;

/// Names, titles and ids are no longer than this, in bytes.
const LONGEST: usize = 200;

impl EntryReader {
    /// One of the kinds.
    pub(super) fn kind(&mut self, value: Value<'_, '_>) -> Option<EntryKind> {
        let kind = value.get_ref().as_str().and_then(EntryKind::from_name);
        if kind.is_none() {
            let written = value.get_ref().as_str().unwrap_or("");
            let hint = suggestion(written, EntryKind::ALL.map(EntryKind::name));
            self.wrong("actor.kind", value, &format!("{}{hint}", kinds()));
        }
        kind
    }

    /// Any string; `None` where nothing is written in it.
    pub(super) fn text(&mut self, key: &str, value: Value<'_, '_>) -> Option<SmolStr> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(key, value, "a string, such as \"text\"");
        }
        text.map(str::trim).filter(|text| !text.is_empty()).map(SmolStr::new)
    }

    /// A string of some letters on one line.
    pub(super) fn name(&mut self, key: &str, value: Value<'_, '_>) -> Option<SmolStr> {
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

    /// A list of names; those with mistakes are left out.
    pub(super) fn names(&mut self, key: &str, value: Value<'_, '_>) -> Vec<SmolStr> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, value, "a list of strings, such as [\"one\", \"two\"]");
            return Vec::new();
        };
        let mut names = Vec::with_capacity(list.len());
        names.extend(list.iter().filter_map(|name| self.name(key, name)));
        names
    }

    /// Adds a list of titles.
    pub(super) fn titles(&mut self, value: Value<'_, '_>, titles: &mut Vec<Title>) {
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

    /// A title, with the days between which it is held if it is a table.
    pub(super) fn title(&mut self, key: &str, value: Value<'_, '_>) -> Option<Title> {
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

    /// Attributes: names with their values, in the order of the file; those with mistakes are left out.
    pub(super) fn attributes(&mut self, value: Value<'_, '_>) -> Vec<(SmolStr, SmolStr)> {
        const KEY: &str = "actor.attributes";
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(KEY, value, "a table of strings, such as { desk = \"Business\" }");
            return Vec::new();
        };
        let mut attributes = Vec::with_capacity(table.len());
        for (name, value) in in_order(table) {
            let (written, line) = (name.get_ref().trim(), self.line(name.span().start));
            if written.len() > LONGEST || !written.chars().any(char::is_alphanumeric) {
                let message = format!("the name of an attribute has letters, and no more than {LONGEST} bytes");
                self.tell(line, KEY, message, true);
                continue;
            }
            let value = self.name(&format!("{KEY}.{written}"), value);
            attributes.extend(value.map(|value| (SmolStr::new(written), value)));
        }
        attributes
    }

    /// A day; anything else is reported.
    fn date(&mut self, key: &str, value: Value<'_, '_>) -> Option<Date> {
        let date = date_of(value.get_ref());
        if date.is_none() {
            self.wrong(key, value, "a calendar day as YYYY-MM-DD");
        }
        date
    }

    /// Links are shown in editors: they lead to pages and nowhere else.
    pub(super) fn link(&mut self, value: Value<'_, '_>) -> Option<SmolStr> {
        let link = self.text("actor.link", value)?;
        let is_page = link.starts_with("https://") || link.starts_with("http://");
        if !is_page || link.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
            self.wrong("actor.link", value, "an address that begins with https:// or http://");
            return None;
        }
        Some(link)
    }
}

/// The kinds that an entry may have, in words.
pub(super) fn kinds() -> String {
    let [first @ .., last] = EntryKind::ALL.map(|kind| format!("\"{}\"", kind.name()));
    format!("{} or {last}", first.join(", "))
}
