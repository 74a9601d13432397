//! Dates that contradict the calendar. It states what the calendar says and judges nobody.

use jiff::civil::Date;

use crate::analysis::times::calendar::{in_words, plus_days, weekday_name};
use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::lexer;
use crate::analysis::times::nearest::{apart, nearest_day};
use crate::analysis::times::words::Class;
use crate::analysis::{CalendarFlag, CalendarFlagKind, Place};
use crate::language::calendar::month_name;
use crate::text::Span;

/// What contradicts the calendar in an expression at `place`, whose block has the text `text`.
#[must_use]
pub fn flag(expression: &Expression, place: Place, text: &str, anchor: Option<Date>) -> Option<CalendarFlag> {
    match expression {
        Expression::Day(day) => of_day(day, place, text, anchor),
        Expression::Clock { day: Some(day), .. } => flag(day, place, text, anchor),
        Expression::NoSuchClock => Some(impossible(
            place,
            false,
            format!("no clock shows {}", place.span.of(text)),
        )),
        _ => None,
    }
}

/// Whether a block is rather a table: results, rates, numbers by the dozen. Linear.
#[must_use]
pub fn is_tabular(text: &str) -> bool {
    let (mut words, mut figures) = (0, 0);
    for token in text.split(|c: char| !c.is_alphanumeric()) {
        match token.chars().next() {
            Some(first) if first.is_numeric() => figures += 1,
            Some(_) => words += 1,
            None => {}
        }
    }
    figures >= 8 && figures * 2 >= words
}

fn impossible(place: Place, inferred: bool, because: String) -> CalendarFlag {
    CalendarFlag {
        place,
        kind: CalendarFlagKind::ImpossibleDate,
        because,
        inferred,
        weekday: None,
        day: None,
    }
}

fn of_day(name: &DayName, place: Place, text: &str, anchor: Option<Date>) -> Option<CalendarFlag> {
    let year = match name.year {
        YearName::Given(year) => Some(year),
        YearName::Shift(shift) => anchor.and_then(|anchor| anchor.year().checked_add(i16::try_from(shift).ok()?)),
        YearName::Short(_) => return None,
        YearName::Unnamed | YearName::Nearest | YearName::Loose | YearName::Beside(_) | YearName::YearAgo => None,
    };
    let inferred = !matches!(name.year, YearName::Given(_));
    // A leap year when no year is given: 29 February exists in some.
    let exists = Date::new(year.unwrap_or(2000), name.month, name.day).ok();
    if exists.is_none() {
        let because = match year {
            Some(year) => format!("{} {year} has no day {}", month_name(name.month), name.day),
            None => format!("{} has no day {}", month_name(name.month), name.day),
        };
        return Some(impossible(place, inferred, because));
    }
    let claimed = name.weekday?;
    let weekday_of = |date: Date| date.weekday().to_monday_one_offset();
    let date = match year {
        Some(_) => exists?,
        None => nearest_day(anchor?, name.month, name.day)?,
    };
    // Old style and new style dates differ before the calendar reforms.
    if weekday_of(date) == claimed || date.year() < 1925 {
        return None;
    }
    // "03/04/2025" can be read in two orders, and one that fits is meant.
    if name.either_order && Date::new(date.year(), name.day, name.month).is_ok_and(|other| weekday_of(other) == claimed)
    {
        return None;
    }
    // Of a range any day may be meant: "Tuesday, June 3-5".
    if let Some((month, day)) = name.last
        && let Ok(last) = Date::new(date.year(), month, day)
        && (0..7)
            .map_while(|days| plus_days(date, days).filter(|date| *date <= last))
            .any(|date| weekday_of(date) == claimed)
    {
        return None;
    }
    // Far from the draft's date the year is a guess, and any neighbouring year will do.
    if let (None, Some(anchor)) = (year, anchor)
        && apart(date, anchor) > 60
    {
        let fits = |years: i16| {
            Date::new(date.year() + years, name.month, name.day).is_ok_and(|other| weekday_of(other) == claimed)
        };
        if fits(-1) || fits(1) {
            return None;
        }
    }
    let (weekday, day) = parts(name, place, text);
    Some(CalendarFlag {
        place,
        kind: CalendarFlagKind::WeekdayMismatch,
        because: format!(
            "the draft says {}, the calendar says {}",
            weekday_name(claimed),
            in_words(date)
        ),
        inferred,
        weekday: weekday.map(|place| (place, weekday_name(weekday_of(date)))),
        day: day.zip(day_with_weekday(date, claimed)),
    })
}

/// Where the weekday and the figures of the day stand.
fn parts(name: &DayName, place: Place, text: &str) -> (Option<Place>, Option<Place>) {
    let inner = place.span.of(text);
    let tokens = lexer::tokens(inner);
    let outer = |span: Span| {
        let start = place.span.start + span.start;
        Place::new(place.block, Span::new(start, start + span.len()))
    };
    let weekday = tokens
        .iter()
        .find(|token| matches!(token.class, Class::Weekday { .. }))
        .map(|token| outer(token.span));
    let is_month = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| matches!(token.class, Class::Month { .. }))
    };
    // Beside the month, so that no clock time is taken for the day; "the 3rd of June" has its month further on.
    let day = tokens
        .iter()
        .enumerate()
        .find(|(at, token)| {
            let near = (1..=3).any(|steps| is_month(at + steps) || at.checked_sub(steps).is_some_and(is_month));
            token.span.len() <= 2 && token.number == u32::try_from(name.day).ok() && near
        })
        .map(|(_, token)| outer(token.span));
    (weekday, day)
}

/// The day of the same month nearest to `date` that has the weekday.
fn day_with_weekday(date: Date, weekday: i8) -> Option<i8> {
    [-1, 1, -2, 2, -3, 3]
        .into_iter()
        .filter_map(|days| plus_days(date, days))
        .find(|other| other.weekday().to_monday_one_offset() == weekday)
        .filter(|other| other.month() == date.month())
        .map(Date::day)
}
