//! The card of a time expression: the calendar days it names and how they were found. It guesses no day.

use jiff::civil::Date;

use crate::analysis::{Time, TimeKind};
use crate::engine::Snapshot;

/// A time expression and the days it names.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeCard {
    /// As the draft has it.
    pub text: String,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// TIMEX3 value; empty where unknown.
    pub value: String,
    /// The days it names, where it is resolved.
    pub days: Option<Days>,
    /// How sure the value is, 0..=1.
    pub confidence: f32,
    /// One sentence: how it was resolved.
    pub because: String,
}

/// A stretch of calendar days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    first: Date,
    last: Date,
}

impl Days {
    /// The days from the first to the last.
    #[must_use]
    pub fn new((first, last): (Date, Date)) -> Self {
        Self { first, last }
    }

    /// In full: “Monday, 27 October 2025”, or two such days with a dash.
    #[must_use]
    pub fn in_words(self) -> String {
        let format = "%A, %-d %B %Y";
        let first = self.first.strftime(format).to_string();
        if self.first == self.last {
            return first;
        }
        format!("{first} – {}", self.last.strftime(format))
    }

    /// In short: “27 Oct 2025”, “25–26 Oct 2025”, “27 Oct – 2 Nov 2025”.
    #[must_use]
    pub fn in_short(self) -> String {
        let last = self.last.strftime("%-d %b %Y");
        let (first, same_year) = (self.first, self.first.year() == self.last.year());
        if first == self.last {
            last.to_string()
        } else if same_year && first.month() == self.last.month() {
            format!("{}–{last}", first.day())
        } else if same_year {
            format!("{} – {last}", first.strftime("%-d %b"))
        } else {
            format!("{} – {last}", first.strftime("%-d %b %Y"))
        }
    }

    /// How many days they are; 0 where the first lies behind the last.
    #[must_use]
    pub fn count(self) -> i32 {
        self.first
            .until(self.last)
            .map_or(0, |span| (span.get_days() + 1).max(0))
    }
}

impl Snapshot {
    pub(super) fn time_card(&self, time: &Time) -> TimeCard {
        TimeCard {
            text: self.text_of(time.place).to_owned(),
            kind: time.kind,
            value: time.value.clone(),
            days: time.days.map(Days::new),
            confidence: time.confidence,
            because: time.because.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_and_several() {
        let day = |day| Date::new(2031, 5, day).unwrap();
        let one = Days::new((day(5), day(5)));
        assert_eq!(one.in_words(), "Monday, 5 May 2031");
        assert_eq!((one.in_short().as_str(), one.count()), ("5 May 2031", 1));
        let two = Days::new((day(10), day(11)));
        assert_eq!((two.in_short().as_str(), two.count()), ("10–11 May 2031", 2));
        let months = Days::new((day(28), Date::new(2031, 6, 3).unwrap()));
        assert_eq!(months.in_short(), "28 May – 3 Jun 2031");
        let years = Days::new((day(28), Date::new(2032, 1, 3).unwrap()));
        assert_eq!(years.in_short(), "28 May 2031 – 3 Jan 2032");
    }
}
