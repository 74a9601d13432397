//! Calendar days in the words of a newsroom. It counts and words days and resolves none.

use jiff::civil::Date;

use crate::analysis::{Locale, times};

/// How many days are shown as a range.
const FEW: i32 = 9;

/// A stretch of calendar days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    first: Date,
    last: Date,
    locale: Locale,
}

impl Days {
    /// The days from the first to the last, to be written as `locale` does.
    #[must_use]
    pub fn new((first, last): (Date, Date), locale: Locale) -> Self {
        Self { first, last, locale }
    }

    /// Whether they are shown as days: a longer time, as “in 2012”, says when too loosely.
    #[must_use]
    pub fn are_few(self) -> bool {
        times::days_apart(self.first, self.last) < FEW
    }

    /// In full: “Monday, October 27, 2025” or “Monday 27 October 2025”, or two such days with a dash.
    #[must_use]
    pub fn in_words(self) -> String {
        let first = times::in_words(self.first, self.locale);
        if self.first == self.last {
            return first;
        }
        format!("{first} – {}", times::in_words(self.last, self.locale))
    }

    /// In short: “Oct. 27, 2025”, “Oct. 25–26, 2025”, “Oct. 27 – Nov. 2, 2025”; “27 Oct 2025”, “25–26 Oct 2025”,
    /// “27 Oct – 2 Nov 2025”.
    #[must_use]
    pub fn in_short(self) -> String {
        let Self { first, last, locale } = self;
        let (year, same_year) = (last.year(), first.year() == last.year());
        let same_month = same_year && first.month() == last.month();
        if first == last {
            format!("{}{}", day_in_short(last, locale), year_in_short(last, locale))
        } else if !same_year {
            format!(
                "{}{} – {}{}",
                day_in_short(first, locale),
                year_in_short(first, locale),
                day_in_short(last, locale),
                year_in_short(last, locale)
            )
        } else if !same_month {
            format!(
                "{} – {}{}",
                day_in_short(first, locale),
                day_in_short(last, locale),
                year_in_short(last, locale)
            )
        } else {
            let days = format!("{}–{}", first.day(), last.day());
            match locale {
                Locale::American => format!("{} {days}, {year}", month_in_short(last, locale)),
                Locale::British => format!("{days} {} {year}", month_in_short(last, locale)),
            }
        }
    }

    /// How many days they are; 0 where the first is after the last.
    #[must_use]
    pub fn count(self) -> i32 {
        self.first
            .until(self.last)
            .map_or(0, |span| (span.get_days() + 1).max(0))
    }
}

/// “Oct. 27”, “27 Oct”.
fn day_in_short(day: Date, locale: Locale) -> String {
    let month = month_in_short(day, locale);
    match locale {
        Locale::American => format!("{month} {}", day.day()),
        Locale::British => format!("{} {month}", day.day()),
    }
}

/// The year after a day: “, 2025”, “ 2025”.
fn year_in_short(day: Date, locale: Locale) -> String {
    match locale {
        Locale::American => format!(", {}", day.year()),
        Locale::British => format!(" {}", day.year()),
    }
}

/// The month as news copy writes it beside a day: “Sept.”, but “March” to “July” in full; “Sep” in British copy.
fn month_in_short(day: Date, locale: Locale) -> String {
    match (locale, day.month()) {
        (Locale::British, _) => day.strftime("%b").to_string(),
        (Locale::American, 3..=7) => day.strftime("%B").to_string(),
        (Locale::American, 9) => "Sept.".to_owned(),
        (Locale::American, _) => day.strftime("%b.").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: (i16, i8, i8), last: (i16, i8, i8), locale: Locale) -> Days {
        let date = |(year, month, day)| Date::new(year, month, day).unwrap();
        Days::new((date(first), date(last)), locale)
    }

    #[test]
    fn one_day_and_several() {
        let american = |first, last| days(first, last, Locale::American);
        let one = american((2031, 5, 5), (2031, 5, 5));
        assert_eq!(one.in_words(), "Monday, May 5, 2031");
        assert_eq!((one.in_short().as_str(), one.count()), ("May 5, 2031", 1));
        let two = american((2031, 5, 10), (2031, 5, 11));
        assert_eq!((two.in_short().as_str(), two.count()), ("May 10–11, 2031", 2));
        let months = american((2031, 5, 28), (2031, 6, 3));
        assert_eq!(months.in_short(), "May 28 – June 3, 2031");
        let years = american((2031, 5, 28), (2032, 1, 3));
        assert_eq!(years.in_short(), "May 28, 2031 – Jan. 3, 2032");
    }

    #[test]
    fn british_drafts_have_the_day_first() {
        let british = |first, last| days(first, last, Locale::British);
        let one = british((2031, 5, 5), (2031, 5, 5));
        assert_eq!(one.in_words(), "Monday 5 May 2031");
        assert_eq!(one.in_short(), "5 May 2031");
        assert_eq!(british((2031, 5, 10), (2031, 5, 11)).in_short(), "10–11 May 2031");
        assert_eq!(british((2031, 5, 28), (2031, 6, 3)).in_short(), "28 May – 3 Jun 2031");
        assert_eq!(
            british((2031, 5, 28), (2032, 1, 3)).in_short(),
            "28 May 2031 – 3 Jan 2032"
        );
    }
}
