//! Dates as messages and hovers write them. It reads none.

use jiff::civil::{Date, Weekday};

use crate::analysis::locale::Locale;
use crate::language::calendar as words;

/// The English name of a weekday; Monday is 1.
#[must_use]
pub fn weekday_name(weekday: i8) -> &'static str {
    Weekday::from_monday_one_offset(weekday).map_or("", words::weekday_name)
}

/// A day with its weekday: "Monday, October 27, 2025", "Monday 27 October 2025".
#[must_use]
pub fn in_words(date: Date, locale: Locale) -> String {
    let weekday = words::weekday_name(date.weekday());
    let month = words::month_name(date.month());
    let (day, year) = (date.day(), date.year());
    match locale {
        Locale::American => format!("{weekday}, {month} {day}, {year}"),
        Locale::British => format!("{weekday} {day} {month} {year}"),
    }
}

/// A day without its weekday: "October 27, 2025", "27 October 2025".
#[must_use]
pub fn day_in_words(date: Date, locale: Locale) -> String {
    let month = words::month_name(date.month());
    let (day, year) = (date.day(), date.year());
    match locale {
        Locale::American => format!("{month} {day}, {year}"),
        Locale::British => format!("{day} {month} {year}"),
    }
}

/// "October 2025", in both.
#[must_use]
pub fn month_in_words(date: Date) -> String {
    format!("{} {}", words::month_name(date.month()), date.year())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_locale_has_its_order() {
        let day = date(2031, 6, 12);
        assert_eq!(in_words(day, Locale::American), "Thursday, June 12, 2031");
        assert_eq!(in_words(day, Locale::British), "Thursday 12 June 2031");
        assert_eq!(day_in_words(day, Locale::American), "June 12, 2031");
        assert_eq!(day_in_words(day, Locale::British), "12 June 2031");
        assert_eq!(month_in_words(day), "June 2031");
    }
}
