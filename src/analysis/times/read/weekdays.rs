//! Weekdays, alone and with "last", "this coming", "nights". It knows no dates.

use crate::analysis::times::expression::{Base, Expression, HolidayRule};
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::{after_shifts, leading_shift, month_at, trailing_year};
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::types::TimeKind;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::{TimeClass, TimeList};

/// "Monday", "last Friday", "on Tues.", "Mondays".
#[must_use]
pub fn weekday(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if let Some(nth) = nth(reader, at) {
        return nth_of_month(reader, at, nth);
    }
    // "the first Monday of the month" is no Monday of this week.
    if at.checked_sub(1).is_some_and(|before| nth(reader, before).is_some()) && reader.is_any(at + 1, &["of", "in"]) {
        return None;
    }
    let from = after_shifts(reader, at);
    if !reader.is_capital(from) || is_part_of_name(reader, from) {
        return None;
    }
    match reader.class(from) {
        TimeClass::Weekday { number, short } => {
            let shift = from
                .checked_sub(1)
                .filter(|_| from > at)
                .and_then(|last| leading_shift(reader, last));
            let shift = shift.map(|(shift, _)| shift);
            let led = shift.is_some() || reader.is_any(from.wrapping_sub(1), &["on", "until", "by"]);
            if short && (!led || reader.is_capital(from + 1)) {
                return None;
            }
            let end = if short { reader.skip(from + 1, ".") } else { from + 1 };
            parts_of_weekday(reader, end, number).or_else(|| {
                // "the following Monday" counts from what was mentioned last; the verb decides, as without a word before it.
                let narrated = reader.is_any(at, &["previous", "preceding"]);
                let shift = shift.filter(|_| narrated || !reader.is_any(at, &["following", "current"]));
                let base = if narrated { Base::Narrated } else { Base::Draft };
                let weekday = number;
                Some(TimeMatch::date(end, Expression::Weekday { weekday, shift, base }))
            })
        }
        TimeClass::Weekdays(number) => Some(TimeMatch::fixed(from + 1, TimeKind::Set, format!("XXXX-WXX-{number}"))),
        _ => None,
    }
}

/// "Black Friday", "the Sunday Times".
fn is_part_of_name(reader: TimeReader<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    before.is_some_and(|before| reader.is_capital(before) && reader.is_on(before, TimeList::TrapBefore))
        || reader.is_capital(at + 1) && reader.is_on(at + 1, TimeList::TrapAfter)
}

/// "first", "second", "last" before a weekday that something holds: 1..=5, or -1 for the last one.
fn nth(reader: TimeReader<'_>, at: usize) -> Option<i8> {
    let nth = match reader.class(at) {
        TimeClass::Ordinal(number @ 1..=5) => i8::try_from(number).ok()?,
        TimeClass::Unit {
            unit: TimeUnit::Second,
            plural: false,
        } => 2,
        TimeClass::Shift(-1) if reader.is(at, "last") => -1,
        _ => return None,
    };
    let held = matches!(reader.class(at + 1), TimeClass::Weekday { short: false, .. })
        && reader.is_any(at + 2, &["of", "in"])
        && (nth > 0
            || !matches!(reader.class(at + 3), TimeClass::Other | TimeClass::Digits)
            || reader.is(at + 3, "the"));
    held.then_some(nth)
}

/// "the first Monday in May 2026", which has its day in every year.
fn nth_of_month(reader: TimeReader<'_>, at: usize, nth: i8) -> Option<TimeMatch> {
    let TimeClass::Weekday { number: weekday, .. } = reader.class(at + 1) else {
        return None;
    };
    let (month, next) = month_at(reader, at + 3)?;
    let (year, end) = trailing_year(reader, next);
    let rule = HolidayRule::Weekday {
        month,
        weekday,
        nth,
        after: 0,
    };
    Some(TimeMatch::date(end, Expression::Holiday { rule, year }))
}

/// "Monday nights", "Monday and Tuesday nights": what happens every week, by the first weekday.
fn parts_of_weekday(reader: TimeReader<'_>, at: usize, weekday: i8) -> Option<TimeMatch> {
    let value = |code: &str| format!("XXXX-WXX-{weekday}T{code}");
    if let TimeClass::Parts(code) = reader.class(at) {
        return Some(TimeMatch::fixed(at + 1, TimeKind::Set, value(code)));
    }
    let is_second = reader.is(at, "and") && matches!(reader.class(at + 1), TimeClass::Weekday { .. });
    match reader.class(at + 2) {
        TimeClass::Parts(code) if is_second => Some(TimeMatch::fixed(at, TimeKind::Set, value(code))),
        _ => None,
    }
}
