//! Expressions that need a date to count from: weekdays, "last week", "the weekend", "yesterday". It knows no amounts.

use crate::analysis::TimeKind;
use crate::analysis::times::expression::{Base, Expression};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::quantity::{amount_of_units, duration, skip_adjective};
use crate::analysis::times::reader::{Amount, Reader};
use crate::analysis::times::words::{Class, Unit, is_trap_after, is_trap_before};

/// "Monday", "last Friday", "on Tues.", "Mondays".
#[must_use]
pub fn weekday(reader: Reader<'_>, at: usize) -> Option<Match> {
    let (shift, from) = match reader.class(at) {
        Class::Shift(shift) => (Some(shift), at + 1),
        Class::Past => (Some(-1), at + 1),
        _ => (None, at),
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
            // "the following Monday" counts from what was told last; the verb decides, as without a word before it.
            let shift = shift.filter(|_| !reader.is_any(at, &["following", "previous", "preceding", "current"]));
            Some(Match::date(end, Expression::Weekday { weekday: number, shift }))
        }
        Class::Weekdays(number) => Some(Match::fixed(from + 1, TimeKind::Set, format!("XXXX-WXX-{number}"))),
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
            return (!name).then(|| Match::date(at + 1, days(amount, Base::Draft)));
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
    let past = reader.class(from) == Class::Shift(0) && reader.class(from + 1) == Class::Past;
    let from = if past { from + 1 } else { from };
    let behind = skip_adjective(reader, from + 1);
    match (reader.class(from), reader.class(behind)) {
        (Class::Shift(_) | Class::Past | Class::Latest, _) if amount_of_units(reader, from + 1).is_some() => {
            let (amount, unit, end) = amount_of_units(reader, from + 1)?;
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
        (Class::Shift(1), Class::Unit { plural: true, .. }) if reader.is_any(from, &["coming", "upcoming"]) => {
            Some(Match::fixed(behind + 1, TimeKind::Date, "FUTURE_REF"))
        }
        (Class::Shift(shift), Class::Part(code)) => Some(shifted_part(reader, from, shift, code)),
        (Class::Same, Class::Unit { unit, plural: false }) if !unit.is_clock() && unit != Unit::Weekend => {
            // "that day" needs no article, "same" does; "that year's" is fine, "that quarter of" is a part.
            (reader.is(from, "that") != article && !reader.is(behind + 1, "of"))
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

/// "the weekend", "the quarter", "the year", "the day before", "the day after tomorrow".
fn running(reader: Reader<'_>, at: usize, from: usize, article: bool) -> Option<Match> {
    if reader.is(from, "year") && reader.is_any(from + 1, &["-", "'"]) {
        let end = reader.skip(from + 2, "s");
        return (reader.is(end, "end")).then(|| Match::date(end + 1, Expression::Running(Unit::Year)));
    }
    let from = if article { skip_adjective(reader, from) } else { from };
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
    let ends = reader
        .get(next + 1)
        .is_none_or(|token| !token.lower.chars().all(char::is_alphanumeric));
    if reader.is_any(next, &["before", "earlier"]) && ends && !unit.is_clock() {
        return Some(Match::date(next + 1, offset(unit, -1, Base::Narrated)));
    }
    if reader.is_any(next, &["after", "later"]) && ends && !unit.is_clock() {
        return Some(Match::date(next + 1, offset(unit, 1, Base::Narrated)));
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
