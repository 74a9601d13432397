//! The values of `copydesk.toml`, each read as what its key needs; a mistake is reported with its line. It knows no keys.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::analysis::Locale;
use crate::config::date::date_of;
use crate::config::options::{OptionValue, is_level};
use crate::config::problem::Problem;
use crate::config::profiles;

/// The entries of a table in the order of the file, so that problems come in the order of the file too.
pub(super) fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Entry<'a, 'i>> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

pub(super) type Entry<'a, 'i> = (&'a Spanned<std::borrow::Cow<'i, str>>, &'a Spanned<DeValue<'i>>);

/// Reads values, and notes what is wrong with them.
pub(super) struct Reader {
    /// Where lines end.
    line_ends: Vec<usize>,
    pub(super) problems: Vec<Problem>,
}

impl Reader {
    /// Ready for the values of a text.
    pub(super) fn new(text: &str) -> Self {
        Self {
            line_ends: memchr::memchr_iter(b'\n', text.as_bytes()).collect(),
            problems: Vec::new(),
        }
    }

    pub(super) fn line(&self, offset: usize) -> usize {
        1 + self.line_ends.partition_point(|&end| end < offset)
    }

    pub(super) fn warn(&mut self, offset: usize, key: &str, message: String) {
        let (line, key) = (self.line(offset), key.to_owned());
        self.problems.push(Problem {
            line,
            key,
            message,
            is_error: false,
        });
    }

    pub(super) fn wrong(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let line = self.line(value.span().start);
        let message = format!("“{key}” must be {wanted}");
        let key = key.to_owned();
        self.problems.push(Problem {
            line,
            key,
            message,
            is_error: true,
        });
    }

    /// A day; anything else is reported.
    pub(super) fn date(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Date> {
        let date = date_of(value.get_ref());
        if date.is_none() {
            self.wrong(key, value, "a date as YYYY-MM-DD");
        }
        date
    }

    /// "en-US" or "en-GB"; anything else is reported.
    pub(super) fn locale(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Locale> {
        let locale = value.get_ref().as_str().and_then(Locale::from_name);
        if locale.is_none() {
            let names = Locale::ALL.map(|locale| format!("\"{}\"", locale.name()));
            self.wrong(key, value, &names.join(" or "));
        }
        locale
    }

    pub(super) fn path(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let path = value.get_ref().as_str().filter(|path| !path.is_empty());
        if path.is_none() {
            self.wrong(key, value, "the path of a file, such as \"desk/actors.toml\"");
        }
        path.map(str::to_owned)
    }

    pub(super) fn list(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
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

    pub(super) fn text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(key, value, "a string");
        }
        text.map(str::to_owned)
    }

    /// A string, or a list of strings.
    pub(super) fn one_or_more(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        match value.get_ref() {
            DeValue::String(text) => vec![text.to_string()],
            _ => self.list(key, value).unwrap_or_default(),
        }
    }

    pub(super) fn switch(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> bool {
        let is_on = value.get_ref().as_bool();
        if is_on.is_none() {
            self.wrong(key, value, "true or false");
        }
        is_on.unwrap_or(false)
    }

    pub(super) fn level(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
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

    pub(super) fn option(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<OptionValue> {
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

    /// The name of a zone of the IANA database.
    pub(super) fn timezone(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<TimeZone> {
        let zone = value.get_ref().as_str().and_then(|name| TimeZone::get(name).ok());
        if zone.is_none() {
            self.wrong(key, value, "the name of a time zone, such as \"Europe/Berlin\"");
        }
        zone
    }

    /// The name of a profile.
    pub(super) fn profile(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let name = value.get_ref().as_str().filter(|name| profiles::is_known(name));
        if name.is_none() {
            let names: Vec<_> = profiles::names().map(|name| format!("\"{name}\"")).collect();
            self.wrong(key, value, &format!("one of {}", names.join(", ")));
        }
        name.map(str::to_owned)
    }
}
