//! A day and a clock time that belong together: "Monday morning", "10 p.m. Wednesday". It reads neither by itself.

use crate::analysis::times::expression::Expression;
use crate::analysis::times::read::clock::clock;
use crate::analysis::times::read::day::day_like;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::TimeClass;

/// The longest expression that begins at `at`, with the clock time or the part of the day that belongs to it.
#[must_use]
pub fn longest(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let day = day_like(reader, at);
    let clock = clock(reader, at).map(|clock| with_day(reader, clock));
    match (day, clock) {
        (Some(day), Some(clock)) if clock.end > day.end => Some(clock),
        (Some(day), _) => Some(after_day(reader, day)),
        (None, clock) => clock,
    }
}

/// A clock time with the day after it: "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon on Thursday", "8 a.m. today".
fn with_day(reader: TimeReader<'_>, clock: TimeMatch) -> TimeMatch {
    let next = reader.skip(reader.skip(after_second_zone(reader, clock.end), ","), "on");
    let Some(day) = day_like(reader, next) else {
        return clock;
    };
    // "11 p.m. last night": the part of the day says no more than the clock does.
    let inner = match day.expression {
        Expression::Clock { day: Some(inner), .. } => *inner,
        expression => expression,
    };
    if !names_day(&inner) {
        return clock;
    }
    joined(inner, day.end, clock).unwrap_or_else(|clock| clock)
}

/// The index after "(0620 GMT)": "9:20 a.m. (0620 GMT) Friday".
fn after_second_zone(reader: TimeReader<'_>, at: usize) -> usize {
    if !reader.is(at, "(") {
        return at;
    }
    match clock(reader, at + 1) {
        Some(zoned) if reader.is(zoned.end, ")") => zoned.end + 1,
        _ => at,
    }
}

/// A day with what follows it: "Monday morning", "Oct. 3, at 5 p.m.", "July 4 @ 8:13am PDT".
fn after_day(reader: TimeReader<'_>, day: TimeMatch) -> TimeMatch {
    if !names_day(&day.expression) {
        return day;
    }
    if let TimeClass::Part(code) = reader.class(day.end) {
        // "Monday Night Football" is a name.
        if reader.is_capital(day.end) || reader.is(day.end, "overnight") {
            return day;
        }
        return TimeMatch::time(day.end + 1, Expression::part_of(day.expression, code));
    }
    // A period ends the sentence.
    let next = reader.skip(day.end, ",");
    let next = if reader.is_any(next, &["at", "@", "|", "-"]) {
        next + 1
    } else {
        next
    };
    let Some(found) = clock(reader, next) else {
        return day;
    };
    // "on Monday, 10 p.m. Tuesday" is two times.
    if with_day(reader, found.clone()).end > found.end {
        return day;
    }
    let end = found.end;
    joined(day.expression.clone(), end, found).unwrap_or(day)
}

/// A clock time on a day; the clock time again where it cannot be on a day ("25:10 GMT").
fn joined(day: Expression, end: usize, clock: TimeMatch) -> Result<TimeMatch, TimeMatch> {
    match clock.expression {
        Expression::Clock { day: None, clock } => Ok(TimeMatch::time(
            end,
            Expression::Clock {
                day: Some(Box::new(day)),
                clock,
            },
        )),
        _ => Err(clock),
    }
}

fn names_day(expression: &Expression) -> bool {
    match expression {
        Expression::Day(day) => day.last.is_none(),
        Expression::Weekday { .. } | Expression::DayOfMonth(_) => true,
        Expression::Offset { unit, .. } => *unit == TimeUnit::Day,
        _ => false,
    }
}
