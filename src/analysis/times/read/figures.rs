//! Dates in figures alone. It takes no score, version or telephone number for one.

use jiff::civil::Date;

use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;

/// Dates in figures: "2025-10-27", "10/27/2025", "27.10.2025", "20251027".
#[must_use]
pub fn figures(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let first = reader.get(at)?;
    first.number?;
    if at > 0 && first.glued && !reader.is_any(at - 1, &["(", "[", "\"", "“", "'"]) {
        return None;
    }
    if first.span.len() == COMPACT {
        return if reader.is_glued(at + 1) && !reader.is_any(at + 1, &[",", ".", ")", ";", ":"]) {
            None
        } else {
            compact(reader, at)
        };
    }
    let day = FigureParts::read(reader, at)?.day()?;
    ((1..=12).contains(&day.month) && (1..=31).contains(&day.day))
        .then(|| TimeMatch::date(at + 5, Expression::Day(day)))
}

/// Dates in figures, as [`figures`], with "20251027" also where letters or a hyphen follow, as in a file name.
#[must_use]
pub fn figures_anywhere(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    figures(reader, at).or_else(|| compact(reader, at))
}

/// How many figures "20251027" has.
const COMPACT: usize = 8;

/// "20251027".
fn compact(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let token = reader.get(at).filter(|token| token.span.len() == COMPACT)?;
    let value = token.number?;
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
    let exists = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    exists.then_some(())?;
    let year = YearName::Given(i16::try_from(year).ok()?);
    let day = DayName::plain(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some(TimeMatch::date(at + 1, Expression::Day(day)))
}

/// Three numbers with the same mark between them.
struct FigureParts<'a> {
    mark: &'a str,
    /// The values.
    values: [u32; 3],
    /// How many figures each has.
    lengths: [usize; 3],
}

impl<'a> FigureParts<'a> {
    fn read(reader: TimeReader<'a>, at: usize) -> Option<Self> {
        let mark = reader.word(at + 1);
        if !matches!(mark, "-" | "/" | ".") || !reader.is(at + 3, mark) {
            return None;
        }
        if !(at + 1..=at + 4).all(|part| reader.is_glued(part)) || reader.is_glued_figure(at + 5) {
            return None;
        }
        let tokens = [reader.get(at)?, reader.get(at + 2)?, reader.get(at + 4)?];
        let [first, second, third] = tokens;
        Some(Self {
            mark,
            values: [first.number?, second.number?, third.number?],
            lengths: tokens.map(|token| token.span.len()),
        })
    }

    /// The day they name, whether it exists or not; nothing where they are rather a version or a section.
    fn day(&self) -> Option<DayName> {
        let [first, second, third] = self.values;
        match self.lengths {
            // "2025-10-27", "2025.10.27".
            [4, 1..=2, 1..=2] if (1000..2200).contains(&first) => {
                let year = YearName::Given(i16::try_from(first).ok()?);
                let day = day_of(year, second, third)?;
                (self.mark != "." || exists(&day)).then_some(day)
            }
            [1..=2, 1..=2, 4] => {
                let day = self.in_one_of_two_orders(YearName::Given(i16::try_from(third).ok()?))?;
                // "31.04.2025" may be a section or a version, "31/04/2025" is a date.
                (self.mark == "/" || exists(&day)).then_some(day)
            }
            // "3.4.25" may be a version or a section; only slashes carry short years.
            [1..=2, 1..=2, 2] if self.mark == "/" => {
                self.in_one_of_two_orders(YearName::Short(i16::try_from(third).ok()?))
            }
            _ => None,
        }
    }

    /// "27.10.2025" has the day first, "10/27/2025" the month, and "03/04/2025" may mean either.
    fn in_one_of_two_orders(&self, year: YearName) -> Option<DayName> {
        let [first, second, _] = self.values;
        if self.mark == "." || first > 12 && second <= 12 {
            return day_of(year, second, first);
        }
        let either_order = first <= 12 && second <= 12;
        Some(DayName {
            either_order,
            ..day_of(year, first, second)?
        })
    }
}

fn day_of(year: YearName, month: u32, day: u32) -> Option<DayName> {
    Some(DayName::plain(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}

fn exists(day: &DayName) -> bool {
    match day.year {
        YearName::Given(year) => Date::new(year, day.month, day.day).is_ok(),
        _ => true,
    }
}
