//! Expressions that need a date to count from: weekdays, "last week", "the weekend", "yesterday". It knows no amounts.

use crate::analysis::TimeKind;
use crate::analysis::times::dates::{behind_shifts, calendar};
use crate::analysis::times::expression::{Base, DayName, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::quantity::{amount_of_units, duration, skip_adjective};
use crate::analysis::times::reader::{Amount, Reader};
use crate::analysis::times::words::{Class, Unit, is_nowadays, is_trap_after, is_trap_before};
use crate::analysis::times::years::year_in_words;

/// "Monday", "last Friday", "on Tues.", "Mondays".
#[must_use]
pub fn weekday(reader: Reader<'_>, at: usize) -> Option<Match> {
    let from = behind_shifts(reader, at);
    let shift = match from.checked_sub(1).filter(|_| from > at).map(|last| reader.class(last)) {
        Some(Class::Shift(shift)) => Some(shift),
        Some(Class::Past) => Some(-1),
        _ => None,
    };
    if !reader.is_capital(from) {
        return None;
    }
    let before = from.checked_sub(1);
    let trapped = before.is_some_and(|before| reader.is_capital(before) && is_trap_before(reader.word(before)))
        || reader.is_capital(from + 1) && is_trap_after(reader.word(from + 1));
    if trapped {
        return None;
    }
    match reader.class(from) {
        Class::Weekday { number, short } => {
            let led = shift.is_some() || reader.is_any(from.wrapping_sub(1), &["on", "until", "by"]);
            if short && (!led || reader.is_capital(from + 1)) {
                return None;
            }
            let end = if short && reader.is(from + 1, ".") {
                from + 2
            } else {
                from + 1
            };
            if let Some(code) = plural_part(reader, end) {
                let end = if matches!(reader.class(end), Class::Parts(_)) {
                    end + 1
                } else {
                    end
                };
                return Some(Match::fixed(end, TimeKind::Set, format!("XXXX-WXX-{number}T{code}")));
            }
            // "the following Monday" counts from what was told last; the verb decides, as without a word before it.
            let narrated = reader.is_any(at, &["previous", "preceding"]);
            let shift = shift.filter(|_| narrated || !reader.is_any(at, &["following", "current"]));
            let base = if narrated { Base::Narrated } else { Base::Draft };
            let weekday = number;
            Some(Match::date(end, Expression::Weekday { weekday, shift, base }))
        }
        Class::Weekdays(number) => Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-WXX-{number}"))),
        _ => None,
    }
}

/// The part of the day in "Monday nights" and "Monday and Tuesday nights" behind the first weekday.
fn plural_part(reader: Reader<'_>, at: usize) -> Option<&'static str> {
    let at = match reader.class(at + 1) {
        Class::Weekday { .. } if reader.is(at, "and") => at + 2,
        _ => at,
    };
    match reader.class(at) {
        Class::Parts(code) => Some(code),
        _ => None,
    }
}

/// "yesterday", "tonight", "last week", "this year", "the next two days", "that day", "the weekend", "this morning".
#[must_use]
pub fn shifted(reader: Reader<'_>, at: usize) -> Option<Match> {
    match reader.class(at) {
        Class::RelativeDay(amount) => {
            // "USA Today" is a paper.
            let name = reader.is_capital(at) && at > 0 && reader.is_capital(at - 1);
            let nowadays = amount == 0
                && reader.is(at + 1, "'")
                && reader.is(at + 2, "s")
                && (is_nowadays(reader.word(at + 3)) || is_nowadays(reader.word(at + 4)));
            return (!name && !nowadays).then(|| Match::date(at + 1, days(amount, Base::Draft)));
        }
        Class::Tonight => {
            return Some(Match {
                end: at + 1,
                kind: TimeKind::Time,
                expression: part_of(days(0, Base::Draft), "NI"),
            });
        }
        _ => {}
    }
    let from = reader.skip(at, "the");
    let article = from > at;
    // "that same day" is the same day.
    let that_same = !article && reader.is(from, "that") && reader.is(from + 1, "same");
    let from = if that_same { from + 1 } else { from };
    let past = reader.class(from) == Class::Shift(0) && reader.class(from + 1) == Class::Past;
    let from = if past { from + 1 } else { from };
    let behind = skip_adjective(reader, from + 1);
    match (reader.class(from), reader.class(behind)) {
        (Class::Shift(_) | Class::Past | Class::Latest, _) if amount_of_units(reader, from + 1).is_some() => {
            let (amount, unit, end) = amount_of_units(reader, from + 1)?;
            if reader.is(end, "-") && reader.is_any(end + 1, &["old", "olds"]) {
                return None;
            }
            Some(Match::fixed(end, TimeKind::Duration, duration(amount, unit)))
        }
        (Class::Shift(shift), Class::Unit { unit, plural: false }) => {
            Some(shifted_unit(reader, from, shift, unit, behind))
        }
        (Class::Past, Class::Unit { unit, plural: false }) => {
            if unit == Unit::Weekend {
                return Some(Match::date(behind + 1, Expression::Weekend(Some(-1))));
            }
            if past || unit == Unit::Week && !article {
                return Some(Match::date(behind + 1, offset(unit, -1, Base::Draft)));
            }
            Some(Match::fixed(
                behind + 1,
                TimeKind::Duration,
                duration(Amount::Exact(1), unit),
            ))
        }
        (Class::Latest, Class::Unit { unit, plural: false }) if !unit.is_clock() => {
            Some(Match::date(behind + 1, offset(unit, -1, Base::Draft)))
        }
        // "in coming months" has no bounds, "the coming months" has.
        (Class::Shift(1), Class::Unit { plural: true, .. })
            if !article && reader.is_any(from, &["coming", "upcoming"]) =>
        {
            Some(Match::fixed(behind + 1, TimeKind::Date, "FUTURE_REF"))
        }
        (Class::Shift(_) | Class::Past, Class::Unit { unit, plural: true }) if unit != Unit::Quarter || !article => {
            Some(Match::fixed(
                behind + 1,
                TimeKind::Duration,
                duration(Amount::Vague, unit),
            ))
        }
        (Class::PastReference, Class::Unit { plural: true, .. }) if reader.is(from, "recent") => {
            Some(Match::fixed(behind + 1, TimeKind::Date, "PAST_REF"))
        }
        (Class::Latest, _) if reader.is(from + 1, "period") => {
            Some(Match::date(from + 2, offset(Unit::Quarter, -1, Base::Draft)))
        }
        (Class::Shift(shift), Class::Part(code)) => Some(shifted_part(reader, from, shift, code)),
        (Class::Same, Class::Unit { unit, plural: false }) if !unit.is_clock() && unit != Unit::Weekend => {
            // "that day" needs no article, "same" does; "that year's" is fine, "that quarter of" is a part.
            ((reader.is(from, "that") != article || that_same) && !reader.is(behind + 1, "of"))
                .then(|| Match::date(behind + 1, offset(unit, 0, Base::Narrated)))
        }
        (
            Class::Same,
            Class::Unit {
                unit: Unit::Weekend, ..
            },
        ) => Some(Match::date(behind + 1, Expression::Weekend(None))),
        (Class::Same, Class::Part(code)) => Some(Match {
            end: behind + 1,
            kind: TimeKind::Time,
            expression: part_of(days(0, Base::Narrated), code),
        }),
        // "in the morning" of the day told last.
        _ if article && reader.before(at) == "in" && matches!(reader.class(from), Class::Part("MO" | "AF" | "EV")) => {
            let Class::Part(code) = reader.class(from) else {
                return None;
            };
            Some(Match {
                end: from + 1,
                kind: TimeKind::Time,
                expression: part_of(days(0, Base::Narrated), code),
            })
        }
        _ => running(reader, at, from, article),
    }
}

fn shifted_unit(reader: Reader<'_>, from: usize, shift: i32, unit: Unit, behind: usize) -> Match {
    let end = behind + 1;
    if unit == Unit::Weekend {
        return Match::date(end, Expression::Weekend(Some(shift)));
    }
    if unit.is_clock() {
        return Match::fixed(end, TimeKind::Duration, duration(Amount::Exact(1), unit));
    }
    // "the same period last year", "last year's quarter".
    let period = |at: usize| reader.is_any(at, &["period", "quarter"]);
    if unit == Unit::Year
        && shift == -1
        && (period(from.wrapping_sub(1)) || reader.is(end, "'") && reader.is(end + 1, "s") && period(end + 2))
    {
        return Match::date(end, Expression::QuarterOf(YearName::YearAgo));
    }
    let narrated = reader.is_any(from, &["previous", "preceding", "following"]) || unit == Unit::Day && shift != 0;
    let base = if narrated { Base::Narrated } else { Base::Draft };
    Match::date(end, offset(unit, shift, base))
}

fn shifted_part(reader: Reader<'_>, from: usize, shift: i32, code: &'static str) -> Match {
    let base = if reader.is(from, "next") || reader.is(from, "following") || reader.is(from, "previous") {
        Base::Narrated
    } else {
        Base::Draft
    };
    Match {
        end: from + 2,
        kind: TimeKind::Time,
        expression: part_of(days(shift, base), code),
    }
}

/// "before Christmas", "after the Nov. 4 vote" behind an amount of days.
#[must_use]
pub fn beside_day(reader: Reader<'_>, at: usize, amount: i32) -> Option<Match> {
    let days = match reader.word(at) {
        "before" => -amount,
        "after" => amount,
        _ => return None,
    };
    let next = reader.skip(at + 1, "the");
    let found = calendar(reader, next).or_else(|| weekday(reader, next))?;
    let day = match found.expression {
        day @ (Expression::Day(_) | Expression::Weekday { .. } | Expression::Holiday { .. }) => Box::new(day),
        _ => return None,
    };
    Some(Match::date(found.end, Expression::Beside { day, days }))
}

/// "year-end" is a day, "year's end" tells no more than the year.
fn year_end(reader: Reader<'_>, at: usize, from: usize) -> Option<Match> {
    let end = match reader.word(from + 1) {
        "-" => from + 2,
        "'" => reader.skip(from + 2, "s"),
        "end" => from + 1,
        _ => return None,
    };
    if !reader.is(from, "year") || !reader.is(end, "end") || reader.is_glued_letter(end + 1) {
        return None;
    }
    if !reader.is(from + 1, "-") {
        return Some(Match::date(end + 1, Expression::Running(Unit::Year)));
    }
    let led = |words: &[&str]| reader.is_any(at.wrapping_sub(1), words);
    // "Year-end sales" tells no day.
    if !led(&["by", "before", "until", "at", "since", "from", "around"]) && reader.is_noun_like(end + 1) {
        return None;
    }
    let year = YearName::Shift(if led(&["since", "from"]) { -1 } else { 0 });
    let day = DayName {
        year,
        month: 12,
        day: 31,
        weekday: None,
        last: None,
        either_order: false,
    };
    Some(Match::date(end + 1, Expression::Day(day)))
}

/// "the weekend", "the quarter", "the year", "the day before", "the day after tomorrow".
fn running(reader: Reader<'_>, at: usize, from: usize, article: bool) -> Option<Match> {
    if let Some(found) = year_end(reader, at, from) {
        return Some(found);
    }
    let from = if article { skip_adjective(reader, from) } else { from };
    // "in the weeks before the vote".
    if let Class::Unit { unit, plural: true } = reader.class(from)
        && article
        && reader.is_any(at.wrapping_sub(1), &["in", "during", "over"])
        && reader.is_any(
            from + 1,
            &[
                "before",
                "after",
                "since",
                "ahead",
                "leading",
                "that",
                "following",
                "to",
            ],
        )
    {
        return Some(Match::fixed(
            from + 1,
            TimeKind::Duration,
            duration(Amount::Vague, unit),
        ));
    }
    let Class::Unit { unit, plural: false } = reader.class(from) else {
        return None;
    };
    let possessive = at > 0 && reader.before(at) == "its";
    if !article && !possessive {
        return None;
    }
    let next = from + 1;
    if unit == Unit::Day
        && let Class::RelativeDay(amount @ (-1 | 1)) = reader.class(next + 1)
        && reader.is_any(next, &["before", "after"])
    {
        return Some(Match::date(next + 2, days(amount * 2, Base::Draft)));
    }
    if unit == Unit::Year {
        if let Some(year) = reader.year(next) {
            return Some(Match::date(next + 1, Expression::Year(year)));
        }
        if let Some((year, end)) = year_in_words(reader, next) {
            return Some(Match::date(end, Expression::Year(year)));
        }
    }
    if unit == Unit::Day
        && let Some(found) = beside_day(reader, next, 1)
    {
        return Some(found);
    }
    let ends = reader
        .get(next + 1)
        .is_none_or(|token| !token.lower.chars().all(char::is_alphanumeric));
    if reader.is_any(next, &["before", "earlier"]) && ends && !unit.is_clock() {
        return Some(Match::date(next + 1, offset(unit, -1, Base::Narrated)));
    }
    if reader.is_any(next, &["after", "later"]) && ends && !unit.is_clock() {
        return Some(Match::date(next + 1, offset(unit, 1, Base::Narrated)));
    }
    if reader.is(next, "of")
        && matches!(unit, Unit::Week | Unit::Weekend)
        && let Some(day) = calendar(reader, next + 1)
        && matches!(day.expression, Expression::Day(_))
    {
        let (end, day) = (day.end, Box::new(day.expression));
        return Some(Match::date(end, Expression::Holding { unit, day }));
    }
    // "the quarter ended Sept. 30" is the one that holds the day.
    if unit == Unit::Quarter
        && reader.is_any(next, &["ended", "ending"])
        && let Some(day) = calendar(reader, next + 1)
        && matches!(day.expression, Expression::Day(_))
    {
        let day = Box::new(day.expression);
        return Some(Match::date(next, Expression::Holding { unit, day }));
    }
    if reader.is_any(next, &["-", "of"]) && unit != Unit::Weekend {
        return None;
    }
    if unit == Unit::Year && reader.is_any(next, &["ended", "ending", "to", "through"]) {
        return Some(Match::fixed(next, TimeKind::Duration, "P1Y"));
    }
    match unit {
        Unit::Weekend => Some(Match::date(next, Expression::Weekend(None))),
        Unit::Quarter | Unit::Month | Unit::Year | Unit::Week => Some(Match::date(next, Expression::Running(unit))),
        _ => None,
    }
}

pub fn offset(unit: Unit, amount: i32, base: Base) -> Expression {
    Expression::Offset { unit, amount, base }
}

fn days(amount: i32, base: Base) -> Expression {
    offset(Unit::Day, amount, base)
}

fn part_of(day: Expression, code: &str) -> Expression {
    Expression::Clock {
        day: Some(Box::new(day)),
        clock: format!("T{code}"),
    }
}
