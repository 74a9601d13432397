//! Dates that contradict the calendar. It states what the calendar says and judges nobody.

use jiff::civil::Date;

use crate::analysis::Place;
use crate::analysis::locale::Locale;
use crate::analysis::times::calendar::nearest::{apart, nearest_day};
use crate::analysis::times::calendar::units::plus_days;
use crate::analysis::times::calendar::written::{in_words, weekday_name};
use crate::analysis::times::expression::{DayName, Expression, YearName};
use crate::analysis::times::types::{CalendarFlag, CalendarFlagKind, LocalTime};
use crate::analysis::times::words::{TimeClass, tokens};
use crate::language::calendar::month_name;
use crate::text::Span;

/// What contradicts the calendar in an expression at `place`, whose block has the text `text`.
#[must_use]
pub fn flag(
    expression: &Expression,
    place: Place,
    text: &str,
    anchor: Option<Date>,
    locale: Locale,
) -> Option<CalendarFlag> {
    match expression {
        Expression::Day(day) => of_day(day, place, text, anchor, locale),
        Expression::Clock { day: Some(day), .. } => flag(day, place, text, anchor, locale),
        Expression::NoSuchClock => Some(impossible(
            place,
            false,
            format!("no clock shows {}", place.span.of(text)),
        )),
        _ => None,
    }
}

/// A block with so many numbers may be a table.
const TABLE_FIGURES: usize = 8;

/// Whether a block is rather a table: results, rates, numbers by the dozen. The figures of dates do not count: a list of
/// dates is prose. Linear.
#[must_use]
pub fn is_tabular(text: &str, times: &[LocalTime]) -> bool {
    let (mut words, mut figures) = (0, 0);
    let mut times = times
        .iter()
        .filter(|time| matches!(time.expression, Expression::Day(_)))
        .peekable();
    for token in text.split(|c: char| !c.is_alphanumeric()) {
        let at = token.as_ptr().addr() - text.as_ptr().addr();
        while times.next_if(|time| time.span.end <= at).is_some() {}
        if times.peek().is_some_and(|time| time.span.start <= at) {
            words += 1;
            continue;
        }
        match token.chars().next() {
            Some(first) if first.is_numeric() => figures += 1,
            Some(_) => words += 1,
            None => {}
        }
    }
    figures >= TABLE_FIGURES && figures * 2 >= words
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

/// Dates before this year may be of the old style, which differs from the new one.
const CALENDARS_AGREE: i16 = 1925;

/// So many days from the draft's date the year that is nearest is a guess.
const FAR: i32 = 60;

fn of_day(name: &DayName, place: Place, text: &str, anchor: Option<Date>, locale: Locale) -> Option<CalendarFlag> {
    let year = match name.year {
        YearName::Given(year) => Some(year),
        YearName::Shift(shift) => anchor.and_then(|anchor| anchor.year().checked_add(i16::try_from(shift).ok()?)),
        YearName::Short(_) => return None,
        YearName::Unnamed | YearName::Nearest | YearName::Loose | YearName::Shifted(_) | YearName::YearAgo => None,
    };
    let inferred = !matches!(name.year, YearName::Given(_));
    // A leap year when no year is given: 29 February exists in some.
    let Ok(exists) = Date::new(year.unwrap_or(2000), name.month, name.day) else {
        return Some(impossible(place, inferred, no_such_day(name, year)));
    };
    let claimed = name.weekday?;
    let date = match year {
        Some(_) => exists,
        None => nearest_day(anchor?, name.month, name.day)?,
    };
    if weekday_of(date) == claimed
        || date.year() < CALENDARS_AGREE
        || fits_in_other_order(name, date, claimed)
        || fits_in_range(name, date, claimed)
        || year.is_none() && fits_in_other_year(name, date, claimed, anchor)
    {
        return None;
    }
    let (weekday, day) = parts(name, place, text);
    Some(CalendarFlag {
        place,
        kind: CalendarFlagKind::WeekdayMismatch,
        because: format!(
            "the draft says {}, the calendar says {}",
            weekday_name(claimed),
            in_words(date, locale)
        ),
        inferred,
        weekday: weekday.map(|place| (place, weekday_name(weekday_of(date)))),
        day: day.zip(day_with_weekday(date, claimed)),
    })
}

fn weekday_of(date: Date) -> i8 {
    date.weekday().to_monday_one_offset()
}

fn no_such_day(name: &DayName, year: Option<i16>) -> String {
    let month = month_name(name.month);
    match year {
        Some(year) => format!("{month} {year} has no day {}", name.day),
        None => format!("{month} has no day {}", name.day),
    }
}

/// "03/04/2025" can be read in two orders, and one that fits is meant.
fn fits_in_other_order(name: &DayName, date: Date, claimed: i8) -> bool {
    name.either_order && Date::new(date.year(), name.day, name.month).is_ok_and(|other| weekday_of(other) == claimed)
}

/// Of a range any day may be meant: "Tuesday, June 3-5".
fn fits_in_range(name: &DayName, date: Date, claimed: i8) -> bool {
    let last = name
        .last
        .and_then(|(month, day)| Date::new(date.year(), month, day).ok());
    last.is_some_and(|last| {
        (0..7)
            .map_while(|days| plus_days(date, days).filter(|date| *date <= last))
            .any(|date| weekday_of(date) == claimed)
    })
}

/// Far from the draft's date the year is a guess, and any neighboring year will do.
fn fits_in_other_year(name: &DayName, date: Date, claimed: i8, anchor: Option<Date>) -> bool {
    anchor.is_some_and(|anchor| apart(date, anchor) > FAR)
        && [-1, 1].into_iter().any(|years| {
            Date::new(date.year() + years, name.month, name.day).is_ok_and(|other| weekday_of(other) == claimed)
        })
}

/// Where the weekday and the figures of the day are.
fn parts(name: &DayName, place: Place, text: &str) -> (Option<Place>, Option<Place>) {
    let inner = place.span.of(text);
    let tokens = tokens(inner);
    let outer = |span: Span| {
        let start = place.span.start + span.start;
        Place::new(place.block, Span::new(start, start + span.len()))
    };
    let weekday = tokens
        .iter()
        .find(|token| matches!(token.class, TimeClass::Weekday { .. }))
        .map(|token| outer(token.span));
    let is_month = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| matches!(token.class, TimeClass::Month { .. }))
    };
    // Next to the month, so that no clock time is taken for the day; "the 3rd of June" has its month further on.
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
        .find(|other| weekday_of(*other) == weekday)
        .filter(|other| other.month() == date.month())
        .map(Date::day)
}
