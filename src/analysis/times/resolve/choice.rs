//! Which weekday, weekend or year is meant, by the draft's date and the direction of the verb. It remembers nothing.

use jiff::civil::Date;

use crate::analysis::locale::Locale;
use crate::analysis::times::calendar::{
    Days, apart, days_until, earliest_day, half, holiday_in, in_words, latest_day, moved, nearest_day, plus_days,
    quarter, season, weekend_of,
};
use crate::analysis::times::expression::{Expression, HolidayRule, YearName};
use crate::analysis::times::resolve::resolved::ResolvedTime;
use crate::analysis::times::resolve::written::month_of;
use crate::analysis::times::types::Direction;
use crate::analysis::times::unit::TimeUnit;

/// The day that a weekday names.
#[must_use]
pub fn weekday(
    weekday: i8,
    shift: Option<i32>,
    direction: Direction,
    anchor: Date,
    locale: Locale,
) -> Option<ResolvedTime> {
    let ahead = days_until(anchor, weekday);
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
            "no verb decides, so the last one up to",
        ),
        // A week lies between the day of a decision and the day that was decided on.
        (None, Direction::Either) if today => (0, 0.7, "the day of"),
        (None, Direction::Either) => return None,
    };
    let date = plus_days(anchor, days)?;
    let because = format!("{}: {how} {}", in_words(date, locale), in_words(anchor, locale));
    Some(ResolvedTime::day(date, confidence, because))
}

/// The day of a month in the year that is meant: by the verb, unless another is far nearer to the draft's date.
#[must_use]
pub fn day_of_year(month: i8, day: i8, direction: Direction, anchor: Date) -> Option<Date> {
    let near = nearest_day(anchor, month, day);
    let by_verb = match direction {
        Direction::Future | Direction::Either => earliest_day(anchor, month, day),
        Direction::Past => latest_day(anchor, month, day),
        Direction::Unknown => near,
    };
    // A verb's tense is no proof against a date that is days from the draft's.
    match (by_verb, near) {
        (Some(chosen), Some(near)) if apart(chosen, anchor) > FAR && apart(near, anchor) < NEAR => Some(near),
        (chosen, near) => chosen.or(near),
    }
}

/// The days between a draft's date and a day that a verb's tense chose against one that is much nearer.
const FAR: i32 = 300;
/// The days within which the nearer one is meant.
const NEAR: i32 = 60;

/// "’69", "’25": the year that two figures name.
#[must_use]
pub fn full_year(short: i16) -> i16 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// A month, season, quarter or half of a year in the year that is meant.
#[must_use]
pub fn part_of_year(
    expression: &Expression,
    direction: Direction,
    anchor: Date,
    locale: Locale,
) -> Option<ResolvedTime> {
    let year_by = |name: YearName, direction: Direction, days: &dyn Fn(i16) -> Option<Days>| {
        year_without_name(name, direction, anchor, days)
    };
    let is_last = matches!(expression, Expression::Season { year: YearName::Shifted(shift), .. } if *shift < 0);
    let value = match expression {
        Expression::Month {
            month,
            year: YearName::Given(year),
        } => return Some(month_of(*month, *year)),
        Expression::Month { month, year } => {
            let year = year_by(*year, direction, &|year| month_days(year, *month))?;
            let because = format!("month nearest to the draft's date, {}", in_words(anchor, locale));
            let value = month_of(*month, year);
            return Some(ResolvedTime::new((value.value, value.days), 0.8, because));
        }
        Expression::Season { code, year } => {
            // "Last summer" in the middle of September is not the one whose last days are still to come.
            let days = |year| {
                let (first, last) = season(year, code).1?;
                Some((first, plus_days(last, if is_last { SEASON_ENDS } else { 0 })?))
            };
            season(year_by(*year, direction, &days)?, code)
        }
        // Quarters are reported for a year or more: the nearest one is meant, whatever the verb says.
        Expression::Quarter { quarter: number, year } => {
            let days = |year| quarter(year, *number).1;
            quarter(year_by(*year, Direction::Unknown, &days)?, *number)
        }
        Expression::Half { half: number, year } => {
            half(year_by(*year, direction, &|year| half(year, *number).1)?, *number)
        }
        _ => return None,
    };
    Some(ResolvedTime::new(
        value,
        0.8,
        format!("counted from {}", in_words(anchor, locale)),
    ))
}

/// How many days after the last month of a season the sun ends it.
const SEASON_ENDS: i32 = 21;

fn month_days(year: i16, month: i8) -> Option<Days> {
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.last_of_month()))
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
    let (first, last) = days(this)?;
    let (over, ahead) = (last < anchor, first > anchor);
    Some(match (name, direction) {
        (YearName::Given(year), _) => year,
        (YearName::Short(short), _) => full_year(short),
        // "last June" is the last one that is over, "next June" the next one to begin.
        (YearName::Shifted(shift), _) if shift < 0 => this - i16::from(!over),
        (YearName::Shifted(shift), _) if shift > 0 => this + i16::from(!ahead),
        (YearName::Shifted(_), _) => this,
        (YearName::Shift(shift), _) => this.checked_add(i16::try_from(shift).ok()?)?,
        (YearName::YearAgo, _) => year_without_name(YearName::Unnamed, Direction::Past, anchor, days)? - 1,
        (YearName::Unnamed, Direction::Future | Direction::Either) => this + i16::from(over),
        (YearName::Unnamed, Direction::Past) => this - i16::from(ahead),
        (YearName::Unnamed, Direction::Unknown) => nearest_year(anchor, days, 1)?,
        (YearName::Nearest, _) => nearest_year(anchor, days, AHEAD)?,
        // A month that is about to begin or just over is meant rather than that of another year.
        (YearName::Loose, _) => {
            let near = nearest_year(anchor, days, AHEAD)?;
            let (first, last) = days(near)?;
            if apart(first, anchor).min(apart(last, anchor)) <= CLOSE {
                near
            } else {
                year_without_name(YearName::Unnamed, direction, anchor, days)?
            }
        }
    })
}

/// How much farther a named month seems that is yet to come: one that is as far ahead as back is the one that is over.
const AHEAD: i32 = 2;

/// The year that brings the days nearest to the draft's date; days that are yet to come seem `ahead` times as far.
fn nearest_year(anchor: Date, days: &dyn Fn(i16) -> Option<Days>, ahead: i32) -> Option<i16> {
    let this = anchor.year();
    let distance = |(first, last): Days| {
        let middle = apart(first, anchor) + apart(last, anchor);
        if first > anchor { middle * ahead } else { middle }
    };
    let nearest = [this - 1, this, this + 1]
        .into_iter()
        .filter_map(|year| Some((distance(days(year)?), year)))
        .min_by_key(|(distance, _)| *distance);
    Some(nearest.map_or(this, |(_, year)| year))
}

/// The day of a holiday that is meant.
#[must_use]
pub fn holiday(
    rule: HolidayRule,
    year: YearName,
    direction: Direction,
    anchor: Date,
    locale: Locale,
) -> Option<ResolvedTime> {
    let days = |year: i16| holiday_in(rule, year).map(|date| (date, date));
    let date = holiday_in(rule, year_without_name(year, direction, anchor, &days)?)?;
    let because = format!(
        "{}, the one nearest to {}",
        in_words(date, locale),
        in_words(anchor, locale)
    );
    Some(ResolvedTime::day(date, 0.8, because))
}

/// The weekend that is meant.
#[must_use]
pub fn weekend(shift: Option<i32>, direction: Direction, anchor: Date, locale: Locale) -> Option<ResolvedTime> {
    let on_weekend = anchor.weekday().to_monday_one_offset() >= 6;
    let weeks = match (shift, direction) {
        (Some(shift), _) if shift < 0 => -1,
        (Some(0), Direction::Past) | (None, Direction::Past | Direction::Unknown) if !on_weekend => -1,
        (Some(shift), _) if shift > 0 => 1,
        _ => 0,
    };
    let date = moved(anchor, TimeUnit::Week, weeks)?;
    // "next weekend" early in the week may mean the coming one.
    let confidence = if shift.is_some_and(|shift| shift > 0) {
        0.5
    } else {
        0.85
    };
    let because = format!("counted from {}", in_words(anchor, locale));
    Some(ResolvedTime::new(weekend_of(date), confidence, because))
}
