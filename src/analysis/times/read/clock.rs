//! Clock times on their own: "10:30 p.m. EST", "noon". It never reads scores and ratios as clock times.

use crate::analysis::times::expression::Expression;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::words::{TimeClass, TimeList};

/// A clock time that begins at `at`: "10:30 p.m. EST", "8 a.m.", "2230 GMT", "noon", "10 o'clock".
#[must_use]
pub fn clock(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if let TimeClass::Noon(value) = reader.class(at) {
        // "Noon" in a name ("High Noon") has a capital in the middle of a sentence.
        return (!reader.is_capital(at) || at == 0).then(|| timed(at + 1, value));
    }
    if let Some(found) = middle_of_part(reader, at) {
        return Some(found);
    }
    if at > 0 && reader.is_glued(at) && !reader.is_any(at - 1, &["(", "-", "|", "@", "[", "“", "\""]) {
        return None;
    }
    if let TimeClass::Number(hour @ 1..=12) = reader.class(at)
        && is_o_clock(reader, at + 1)
    {
        return Some(timed(at + 4, &format!("{hour:02}:00")));
    }
    let first = reader.get(at)?;
    let value = first.number?;
    if first.span.len() == 4 {
        return four_figures(reader, at, value);
    }
    if let Some(end) = impossible(reader, at) {
        return Some(TimeMatch::time(end, Expression::NoSuchClock));
    }
    if first.span.len() > 2 || value > 24 {
        return None;
    }
    in_figures(reader, at, value)
}

fn timed(end: usize, clock: &str) -> TimeMatch {
    let clock = format!("T{clock}");
    TimeMatch::time(end, Expression::Clock { day: None, clock })
}

/// "mid-morning", "mid afternoon".
fn middle_of_part(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if !reader.is(at, "mid") {
        return None;
    }
    let part = reader.skip(at + 1, "-");
    match reader.class(part) {
        TimeClass::Part(code) => Some(timed(part + 1, code)),
        _ => None,
    }
}

fn is_o_clock(reader: TimeReader<'_>, at: usize) -> bool {
    reader.is(at, "o") && reader.is(at + 1, "'") && reader.is(at + 2, "clock")
}

/// "2230 GMT".
fn four_figures(reader: TimeReader<'_>, at: usize, value: u32) -> Option<TimeMatch> {
    let (hours, minutes) = (value / 100, value % 100);
    let is_led = reader.is_on(at.wrapping_sub(1), TimeList::LeadsClock);
    // "At 1900 hours"; "about 1900 hours of work" is a length.
    if is_led && reader.is_any(at + 1, &["hours", "hrs"]) && !reader.is(at + 2, "of") && hours < 24 && minutes < 60 {
        return Some(timed(at + 2, &format!("{hours:02}:{minutes:02}")));
    }
    let end = zone(reader, at + 1).filter(|_| !reader.is_glued(at + 1) && hours < 25 && minutes < 60)?;
    Some(timed(end, &format!("{hours:02}:{minutes:02}")))
}

/// Hour, minutes and seconds in figures: "10", "10:30", "9.30", "10:30:15".
struct ClockFigures {
    minutes: Option<u32>,
    seconds: Option<u32>,
    /// Whether a colon separates hour and minutes.
    has_colon: bool,
    /// One past the last figures.
    end: usize,
}

fn clock_figures(reader: TimeReader<'_>, at: usize) -> ClockFigures {
    let part = |mark: usize| -> Option<u32> {
        let token = reader.get(mark + 1)?;
        (reader.is_glued(mark) && token.glued && token.span.len() == 2)
            .then_some(token.number?)
            .filter(|part| *part < 60)
    };
    let colon = reader.is(at + 1, ":").then(|| part(at + 1)).flatten();
    let point = reader.is(at + 1, ".").then(|| part(at + 1)).flatten();
    let minutes = colon.or(point);
    let next = if minutes.is_some() { at + 3 } else { at + 1 };
    let seconds = colon.and_then(|_| reader.is(next, ":").then(|| part(next)).flatten());
    ClockFigures {
        minutes,
        seconds,
        has_colon: colon.is_some(),
        end: if seconds.is_some() { next + 2 } else { next },
    }
}

/// "10:30 p.m. EST", "9.30pm", "8 at night", "at 10:30".
fn in_figures(reader: TimeReader<'_>, at: usize, hour: u32) -> Option<TimeMatch> {
    let figures = clock_figures(reader, at);
    let minutes = figures.minutes.unwrap_or(0);
    let half = half_of_day(reader, figures.end);
    let next = half.map_or(figures.end, |(_, end)| end);
    if half.is_none() && is_o_clock(reader, next) {
        return Some(timed(next + 3, &format!("{hour:02}:00")));
    }
    if half.is_none()
        && hour <= 12
        && let Some((later, end)) = in_part_of_day(reader, next)
    {
        let hour = if later && hour < 12 { hour + 12 } else { hour };
        return Some(timed(end, &format!("{hour:02}:{minutes:02}")));
    }
    let zone = zone(reader, next).or_else(|| half.and_then(|_| zone_alone(reader, next)));
    let led = reader.is_on(at.wrapping_sub(1), TimeList::LeadsClock);
    // A colon may be that of a score, a ratio or a verse: something must say that it is a time.
    let sure = half.is_some() || figures.minutes.is_some() && (zone.is_some() || figures.has_colon && led);
    let is_alone = figures.has_colon && hour < 24 && at == 0;
    let is_time = sure || is_alone || figures.has_colon && has_adjacent_day(reader, at, next);
    if !is_time || half.is_some() && hour > 12 && figures.minutes.is_none() {
        return None;
    }
    let hour = match half {
        Some((true, _)) if hour < 12 => hour + 12,
        Some((false, _)) if hour == 12 => 0,
        _ => hour,
    };
    let seconds = figures
        .seconds
        .map(|seconds| format!(":{seconds:02}"))
        .unwrap_or_default();
    Some(timed(zone.unwrap_or(next), &format!("{hour:02}:{minutes:02}{seconds}")))
}

/// The index after "25:10 GMT", "8:75 p.m.", "14:30 a.m.": a clock time by the letters after it, which no clock shows. Scores and
/// ratios have no such letters.
fn impossible(reader: TimeReader<'_>, at: usize) -> Option<usize> {
    let hour = reader.figures(at, 1..=2)?;
    let minute = reader.get(at + 2)?;
    let whole = reader.is(at + 1, ":") && reader.is_glued(at + 1) && minute.glued && minute.span.len() == 2;
    let minutes = minute.number?;
    let half = half_of_day(reader, at + 3);
    let is_morning = half.is_some_and(|(is_later, _)| !is_later);
    let half = half.map(|(_, end)| end);
    let end = half.or_else(|| zone(reader, at + 3))?;
    let shown = hour <= 24 && minutes < 60 && (hour < 24 || minutes == 0) && !(is_morning && hour > 12);
    (whole && !shown).then_some(end)
}

/// "4 in the morning", "8 at night": whether after noon, and the index after it.
fn in_part_of_day(reader: TimeReader<'_>, at: usize) -> Option<(bool, usize)> {
    let part = match reader.word(at) {
        "in" if reader.is(at + 1, "the") => at + 2,
        "at" => at + 1,
        _ => return None,
    };
    match reader.class(part) {
        TimeClass::Part("MO") => Some((false, part + 1)),
        TimeClass::Part("AF" | "EV") => Some((true, part + 1)),
        TimeClass::Part("NI") if reader.is(at, "at") => Some((true, part + 1)),
        _ => None,
    }
}

/// "am", "p.m.": whether after noon, and the index after it.
fn half_of_day(reader: TimeReader<'_>, at: usize) -> Option<(bool, usize)> {
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

/// The index after a zone: "GMT", "local time".
fn zone(reader: TimeReader<'_>, at: usize) -> Option<usize> {
    if reader.class(at) == TimeClass::Zone && reader.is_capital(at) {
        return Some(at + 1);
    }
    let kind = if reader.is_any(at + 1, &["standard", "daylight", "summer"]) {
        at + 2
    } else {
        at + 1
    };
    (reader.is_on(at, TimeList::ZonePlace) && reader.is(kind, "time")).then_some(kind + 1)
}

/// The index after a zone that a clock time alone makes one: "7:30 p.m. Eastern"; not "7:30 p.m. Central Park".
fn zone_alone(reader: TimeReader<'_>, at: usize) -> Option<usize> {
    let is_place = reader.is_any(at, &["eastern", "central", "mountain", "pacific"]);
    (is_place && reader.is_capital(at) && !reader.is_capital_name(at + 1)).then_some(at + 1)
}

fn has_adjacent_day(reader: TimeReader<'_>, at: usize, next: usize) -> bool {
    let day = |at: usize| matches!(reader.class(at), TimeClass::Month { .. } | TimeClass::Weekday { .. });
    let next = reader.skip_stop(next);
    let before = at.saturating_sub(if reader.is(at.wrapping_sub(1), ",") { 2 } else { 1 });
    day(next) || day(next + 1) || at > 0 && (day(before) || reader.year(before).is_some())
}
