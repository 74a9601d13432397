//! Clock times and parts of the day, alone and beside a day. It never reads scores and ratios as clock times.

use crate::analysis::TimeKind;
use crate::analysis::times::expression::Expression;
use crate::analysis::times::grammar::{Match, day_like};
use crate::analysis::times::lists::List;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::Class;

/// A clock time that begins at `at`: "10:30 p.m. EST", "8 a.m.", "2230 GMT", "noon", "10 o'clock".
#[must_use]
pub fn clock(reader: Reader<'_>, at: usize) -> Option<Match> {
    if let Class::Noon(value) = reader.class(at) {
        // "Noon" in a name ("High Noon") has a capital in the middle of a sentence.
        return (!reader.is_capital(at) || at == 0).then(|| timed(at + 1, value.to_owned()));
    }
    if reader.is(at, "mid")
        && let Class::Part(code) = reader.class(if reader.is(at + 1, "-") { at + 2 } else { at + 1 })
    {
        let end = if reader.is(at + 1, "-") { at + 3 } else { at + 2 };
        return Some(timed(end, code.to_owned()));
    }
    if at > 0 && reader.is_glued(at) && !reader.is_any(at - 1, &["(", "-", "|", "@", "[", "“", "\""]) {
        return None;
    }
    let clock_word = |next: usize| reader.is(next, "o") && reader.is(next + 1, "'") && reader.is(next + 2, "clock");
    if let Class::Number(hour @ 1..=12) = reader.class(at)
        && clock_word(at + 1)
    {
        return Some(timed(at + 4, format!("{hour:02}:00")));
    }
    let first = reader.get(at)?;
    let value = first.number?;
    if first.span.len() == 4 {
        let (hours, minutes) = (value / 100, value % 100);
        let zoned = zone(reader, at + 1).filter(|_| !reader.is_glued(at + 1) && hours < 25 && minutes < 60);
        return zoned.map(|end| timed(end, format!("{hours:02}:{minutes:02}")));
    }
    if let Some(end) = impossible(reader, at) {
        return Some(Match {
            end,
            kind: TimeKind::Time,
            expression: Expression::NoSuchClock,
        });
    }
    if first.span.len() > 2 || value > 24 {
        return None;
    }
    let part = |mark: usize| -> Option<u32> {
        let token = reader.get(mark + 1)?;
        (reader.is_glued(mark) && token.glued && token.span.len() == 2)
            .then_some(token.number?)
            .filter(|part| *part < 60)
    };
    let colon = reader.is(at + 1, ":").then(|| part(at + 1)).flatten();
    let point = reader.is(at + 1, ".").then(|| part(at + 1)).flatten();
    let minutes = colon.or(point);
    let mut next = if minutes.is_some() { at + 3 } else { at + 1 };
    let seconds = colon.and_then(|_| reader.is(next, ":").then(|| part(next)).flatten());
    if seconds.is_some() {
        next += 2;
    }
    let half = half_of_day(reader, next);
    if let Some((_, behind)) = half {
        next = behind;
    } else if clock_word(next) {
        return Some(timed(next + 3, format!("{value:02}:00")));
    }
    if half.is_none()
        && value <= 12
        && let Some((later, behind)) = in_part_of_day(reader, next)
    {
        let hour = if later && value < 12 { value + 12 } else { value };
        return Some(timed(behind, format!("{hour:02}:{:02}", minutes.unwrap_or(0))));
    }
    let zone = zone(reader, next);
    let led = reader.is_on(at.wrapping_sub(1), List::LeadsClock);
    // A colon may stand in a score, a ratio or a verse: something must say that it is a time.
    let sure = half.is_some() || minutes.is_some() && (zone.is_some() || colon.is_some() && led);
    let stands_alone = colon.is_some() && value < 24 && at == 0;
    let told = sure || stands_alone || colon.is_some() && day_beside(reader, at, next);
    if !told || half.is_some() && value > 12 && minutes.is_none() {
        return None;
    }
    let hour = match half {
        Some((true, _)) if value < 12 => value + 12,
        Some((false, _)) if value == 12 => 0,
        _ => value,
    };
    let mut written = format!("{hour:02}:{:02}", minutes.unwrap_or(0));
    if let Some(seconds) = seconds {
        written.push_str(&format!(":{seconds:02}"));
    }
    Some(timed(zone.unwrap_or(next), written))
}

fn timed(end: usize, clock: String) -> Match {
    Match {
        end,
        kind: TimeKind::Time,
        expression: Expression::Clock {
            day: None,
            clock: format!("T{clock}"),
        },
    }
}

/// The index behind "25:10 GMT", "8:75 p.m.": a clock time by the letters behind it, which no clock shows. Scores and
/// ratios have no such letters.
fn impossible(reader: Reader<'_>, at: usize) -> Option<usize> {
    let hour = reader.figures(at, 1..=2)?;
    let minute = reader.get(at + 2)?;
    let whole = reader.is(at + 1, ":") && reader.is_glued(at + 1) && minute.glued && minute.span.len() == 2;
    let minutes = minute.number?;
    let half = half_of_day(reader, at + 3).map(|(_, end)| end);
    let end = half.or_else(|| zone(reader, at + 3))?;
    let shown = hour <= 24 && minutes < 60 && (hour < 24 || minutes == 0);
    (whole && !shown).then_some(end)
}

/// "4 in the morning", "8 at night": whether after noon, and the index behind it.
fn in_part_of_day(reader: Reader<'_>, at: usize) -> Option<(bool, usize)> {
    let part = match reader.word(at) {
        "in" if reader.is(at + 1, "the") => at + 2,
        "at" => at + 1,
        _ => return None,
    };
    match reader.class(part) {
        Class::Part("MO") => Some((false, part + 1)),
        Class::Part("AF" | "EV") => Some((true, part + 1)),
        Class::Part("NI") if reader.is(at, "at") => Some((true, part + 1)),
        _ => None,
    }
}

/// "am", "p.m.": whether after noon, and the index behind it.
fn half_of_day(reader: Reader<'_>, at: usize) -> Option<(bool, usize)> {
    match reader.word(at) {
        "am" | "pm" => Some((reader.is(at, "pm"), at + 1)),
        "a" | "p"
            if reader.is(at + 1, ".")
                && reader.is_glued(at + 1)
                && reader.is(at + 2, "m")
                && reader.is_glued(at + 2) =>
        {
            let stop = reader.is(at + 3, ".") && reader.is_glued(at + 3);
            Some((reader.is(at, "p"), if stop { at + 4 } else { at + 3 }))
        }
        _ => None,
    }
}

/// The index behind a zone: "GMT", "local time", "(1430 GMT)" is not one.
fn zone(reader: Reader<'_>, at: usize) -> Option<usize> {
    if reader.class(at) == Class::Zone && reader.is_capital(at) {
        return Some(at + 1);
    }
    (reader.is_on(at, List::ZonePlace) && reader.is(at + 1, "time")).then_some(at + 2)
}

fn day_beside(reader: Reader<'_>, at: usize, next: usize) -> bool {
    let day = |at: usize| matches!(reader.class(at), Class::Month { .. } | Class::Weekday { .. });
    let next = reader.skip_stop(next);
    let before = at.saturating_sub(if reader.is(at.wrapping_sub(1), ",") { 2 } else { 1 });
    day(next) || day(next + 1) || at > 0 && (day(before) || reader.year(before).is_some())
}

/// A clock time with the day behind it: "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon on Thursday", "8 a.m. today".
#[must_use]
pub fn with_day(reader: Reader<'_>, clock: Match) -> Match {
    let mut behind = clock.end;
    // "9:20 a.m. (0620 GMT) Friday".
    if reader.is(behind, "(")
        && let Some(zoned) = self::clock(reader, behind + 1)
        && reader.is(zoned.end, ")")
    {
        behind = zoned.end + 1;
    }
    let next = reader.skip(reader.skip(behind, ","), "on");
    let Some(day) = day_like(reader, next) else {
        return clock;
    };
    // "11 p.m. last night": the part of the day says no more than the clock does.
    let day = match day.expression {
        Expression::Clock { day: Some(inner), .. } => Match::date(day.end, *inner),
        expression => Match::date(day.end, expression),
    };
    if !names_day(&day.expression) {
        return clock;
    }
    if let Expression::Clock {
        day: None,
        clock: written,
    } = clock.expression
    {
        return Match {
            end: day.end,
            kind: TimeKind::Time,
            expression: Expression::Clock {
                day: Some(Box::new(day.expression)),
                clock: written,
            },
        };
    }
    clock
}

/// A day with what follows it: "Monday morning", "Oct. 3, at 5 p.m.", "July 4 @ 8:13am PDT".
#[must_use]
pub fn behind_day(reader: Reader<'_>, day: Match) -> Match {
    if !names_day(&day.expression) {
        return day;
    }
    if let Class::Part(code) = reader.class(day.end) {
        // "Monday Night Football" is a name.
        if reader.is_capital(day.end) || reader.is(day.end, "overnight") {
            return day;
        }
        return Match {
            end: day.end + 1,
            kind: TimeKind::Time,
            expression: Expression::Clock {
                day: Some(Box::new(day.expression)),
                clock: format!("T{code}"),
            },
        };
    }
    // A full stop ends the sentence.
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
    match found.expression {
        Expression::Clock { day: None, clock } => Match {
            end: found.end,
            kind: TimeKind::Time,
            expression: Expression::Clock {
                day: Some(Box::new(day.expression)),
                clock,
            },
        },
        _ => day,
    }
}

fn names_day(expression: &Expression) -> bool {
    use crate::analysis::times::words::Unit;
    match expression {
        Expression::Day(day) => day.last.is_none(),
        Expression::Weekday { .. } | Expression::DayOfMonth(_) => true,
        Expression::Offset { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}
