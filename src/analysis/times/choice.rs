//! Which weekday, weekend or year is meant, by the draft's date and the direction of the verb. It remembers nothing.

use jiff::civil::Date;

use crate::analysis::times::calendar::{self, Days};
use crate::analysis::times::expression::{Direction, YearName};
use crate::analysis::times::nearest::apart;
use crate::analysis::times::resolve::Resolved;
use crate::analysis::times::words::{HolidayRule, Unit};

/// The day that a weekday names.
#[must_use]
pub fn weekday(weekday: i8, shift: Option<i32>, direction: Direction, anchor: Date) -> Option<Resolved> {
    let ahead = calendar::days_until(anchor, weekday);
    let today = ahead == 0;
    let next = if today { 7 } else { ahead };
    let (days, confidence, how) = match (shift, direction) {
        (Some(shift), _) if shift < 0 => (if today { -7 } else { ahead - 7 }, 0.75, "the last one before"),
        (Some(0), Direction::Past) if !today => (ahead - 7, 0.7, "the last one before"),
        (Some(0), _) => (ahead, 0.8, "the next one from"),
        // "next Friday" on a Wednesday is in two days to some and in nine to others.
        (Some(_), _) => (
            next,
            if ahead > 0 && ahead < 4 { 0.5 } else { 0.75 },
            "the next one after",
        ),
        (None, Direction::Future) => (
            ahead,
            if today { 0.6 } else { 0.9 },
            "a verb that looks ahead, so the next one from",
        ),
        (None, Direction::Past) => (
            if today { 0 } else { ahead - 7 },
            0.95,
            "a verb in the past, so the last one up to",
        ),
        (None, Direction::Unknown) => (
            if today { 0 } else { ahead - 7 },
            0.7,
            "no verb tells, so the last one up to",
        ),
    };
    let date = calendar::plus_days(anchor, days)?;
    let because = format!("{}: {how} {}", calendar::in_words(date), calendar::in_words(anchor));
    Some(Resolved::new(
        (date.to_string(), Some((date, date))),
        confidence,
        because,
    ))
}

/// How many days off a month may begin or end for it to be meant whatever a loose verb says.
const CLOSE: i32 = 31;

/// The year of a month, season, quarter or half whose days in a year `days` gives.
#[must_use]
pub fn year_without_name(
    name: YearName,
    direction: Direction,
    anchor: Date,
    days: &dyn Fn(i16) -> Option<Days>,
) -> Option<i16> {
    let this = anchor.year();
    // A month that is about to begin or just over is meant rather than that of another year.
    if name == YearName::Loose {
        let by_verb = year_without_name(YearName::Unnamed, direction, anchor, days)?;
        let near = year_without_name(YearName::Nearest, direction, anchor, days)?;
        let (first, last) = days(near)?;
        let close = apart(first, anchor).min(apart(last, anchor)) <= CLOSE;
        return Some(if close { near } else { by_verb });
    }
    let (first, last) = days(this)?;
    let (over, ahead) = (last < anchor, first > anchor);
    Some(match (name, direction) {
        (YearName::Given(year), _) => year,
        (YearName::Short(short), _) if short < 50 => 2000 + short,
        (YearName::Short(short), _) => 1900 + short,
        // "last June" is the last one that is over, "next June" the next one to begin.
        (YearName::Beside(shift), _) if shift < 0 => {
            if over {
                this
            } else {
                this - 1
            }
        }
        (YearName::Beside(shift), _) if shift > 0 => {
            if ahead {
                this
            } else {
                this + 1
            }
        }
        (YearName::Beside(_), _) => this,
        (YearName::Shift(shift), _) => this.checked_add(i16::try_from(shift).ok()?)?,
        (YearName::YearAgo, _) => year_without_name(YearName::Unnamed, Direction::Past, anchor, days)? - 1,
        (YearName::Unnamed, Direction::Future) => {
            if over {
                this + 1
            } else {
                this
            }
        }
        (YearName::Unnamed, Direction::Past) => {
            if ahead {
                this - 1
            } else {
                this
            }
        }
        (YearName::Unnamed, Direction::Unknown) | (YearName::Nearest | YearName::Loose, _) => {
            let middle = |days: Days| apart(days.0, anchor) + apart(days.1, anchor);
            // A named month that lies as far ahead as behind is the one that is over.
            let ahead = |days: Days| {
                if name == YearName::Nearest && days.0 > anchor {
                    2
                } else {
                    1
                }
            };
            [this - 1, this, this + 1]
                .into_iter()
                .filter_map(|year| Some((middle(days(year)?) * ahead(days(year)?), year)))
                .min_by_key(|(distance, _)| *distance)
                .map_or(this, |(_, year)| year)
        }
    })
}

/// The day of a holiday that is meant.
#[must_use]
pub fn holiday(rule: HolidayRule, year: YearName, direction: Direction, anchor: Date) -> Option<Date> {
    let days = |year: i16| calendar::holiday(rule, year).map(|date| (date, date));
    let year = year_without_name(year, direction, anchor, &days)?;
    calendar::holiday(rule, year)
}

/// The weekend that is meant.
#[must_use]
pub fn weekend(shift: Option<i32>, direction: Direction, anchor: Date) -> Option<Resolved> {
    let on_weekend = anchor.weekday().to_monday_one_offset() >= 6;
    let weeks = match (shift, direction) {
        (Some(shift), _) if shift < 0 => -1,
        (Some(0), Direction::Past) | (None, Direction::Past | Direction::Unknown) if !on_weekend => -1,
        (Some(shift), _) if shift > 0 => 1,
        _ => 0,
    };
    let date = calendar::moved(anchor, Unit::Week, weeks)?;
    // "next weekend" early in the week may mean the coming one.
    let confidence = if shift.is_some_and(|shift| shift > 0) {
        0.5
    } else {
        0.85
    };
    let because = format!("counted from {}", calendar::in_words(anchor));
    Some(Resolved::new(calendar::weekend_of(date), confidence, because))
}
