//! Calendar days in the words of a newsroom. It counts and words days and resolves none.

use jiff::civil::Date;

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

    /// In full: “Monday, October 27, 2025”, or two such days with a dash.
    #[must_use]
    pub fn in_words(self) -> String {
        let format = "%A, %B %-d, %Y";
        let first = self.first.strftime(format).to_string();
        if self.first == self.last {
            return first;
        }
        format!("{first} – {}", self.last.strftime(format))
    }

    /// In short: “Oct. 27, 2025”, “Oct. 25–26, 2025”, “Oct. 27 – Nov. 2, 2025”.
    #[must_use]
    pub fn in_short(self) -> String {
        let Self { first, last } = self;
        let same_year = first.year() == last.year();
        if first == last {
            in_short(last)
        } else if same_year && first.month() == last.month() {
            format!(
                "{} {}–{}, {}",
                month_in_short(first),
                first.day(),
                last.day(),
                last.year()
            )
        } else if same_year {
            format!("{} {} – {}", month_in_short(first), first.day(), in_short(last))
        } else {
            format!("{} – {}", in_short(first), in_short(last))
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

fn in_short(day: Date) -> String {
    format!("{} {}, {}", month_in_short(day), day.day(), day.year())
}

/// The month as news copy writes it before a day: “Sept.”, but “March” to “July” in full.
fn month_in_short(day: Date) -> String {
    match day.month() {
        3..=7 => day.strftime("%B").to_string(),
        9 => "Sept.".to_owned(),
        _ => day.strftime("%b.").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_and_several() {
        let day = |day| Date::new(2031, 5, day).unwrap();
        let one = Days::new((day(5), day(5)));
        assert_eq!(one.in_words(), "Monday, May 5, 2031");
        assert_eq!((one.in_short().as_str(), one.count()), ("May 5, 2031", 1));
        let two = Days::new((day(10), day(11)));
        assert_eq!((two.in_short().as_str(), two.count()), ("May 10–11, 2031", 2));
        let months = Days::new((day(28), Date::new(2031, 6, 3).unwrap()));
        assert_eq!(months.in_short(), "May 28 – June 3, 2031");
        let years = Days::new((day(28), Date::new(2032, 1, 3).unwrap()));
        assert_eq!(years.in_short(), "May 28, 2031 – Jan. 3, 2032");
    }
}
