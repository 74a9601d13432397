//! Weekdays, alone and with "last", "this coming", "nights". It knows no dates.

use crate::analysis::TimeKind;
use crate::analysis::times::dates::{behind_shifts, month_at, trailing_year};
use crate::analysis::times::expression::{Base, Expression};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::lists::List;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::{Class, HolidayRule, Unit};

/// "Monday", "last Friday", "on Tues.", "Mondays".
#[must_use]
pub fn weekday(reader: Reader<'_>, at: usize) -> Option<Match> {
    if let Some(nth) = nth(reader, at) {
        return nth_of_month(reader, at, nth);
    }
    // "the first Monday of the month" is no Monday of this week.
    if at.checked_sub(1).is_some_and(|before| nth(reader, before).is_some()) && reader.is_any(at + 1, &["of", "in"]) {
        return None;
    }
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
    let trapped = before.is_some_and(|before| reader.is_capital(before) && reader.is_on(before, List::TrapBefore))
        || reader.is_capital(from + 1) && reader.is_on(from + 1, List::TrapAfter);
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

/// "first", "second", "last" before a weekday that something holds: 1..=5, or -1 for the last one.
fn nth(reader: Reader<'_>, at: usize) -> Option<i8> {
    let nth = match reader.class(at) {
        Class::Ordinal(number @ 1..=5) => i8::try_from(number).ok()?,
        Class::Unit {
            unit: Unit::Second,
            plural: false,
        } => 2,
        Class::Shift(-1) if reader.is(at, "last") => -1,
        _ => return None,
    };
    let held = matches!(reader.class(at + 1), Class::Weekday { short: false, .. })
        && reader.is_any(at + 2, &["of", "in"])
        && (nth > 0 || !matches!(reader.class(at + 3), Class::Other | Class::Digits) || reader.is(at + 3, "the"));
    held.then_some(nth)
}

/// "the first Monday in May 2026", which has its day in every year.
fn nth_of_month(reader: Reader<'_>, at: usize, nth: i8) -> Option<Match> {
    let Class::Weekday { number: weekday, .. } = reader.class(at + 1) else {
        return None;
    };
    let (month, next) = month_at(reader, at + 3)?;
    let (year, end) = trailing_year(reader, next);
    let rule = HolidayRule::Weekday {
        month,
        weekday,
        nth,
        behind: 0,
    };
    Some(Match::date(end, Expression::Holiday { rule, year }))
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
