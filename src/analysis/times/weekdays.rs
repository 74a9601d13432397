//! Weekdays, alone and with "last", "this coming", "nights". It knows no dates.

use crate::analysis::TimeKind;
use crate::analysis::times::dates::behind_shifts;
use crate::analysis::times::expression::{Base, Expression};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::lists::List;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::Class;

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
