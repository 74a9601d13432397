//! What happens again and again: "every Tuesday", "daily". It never names a day.

use crate::analysis::times::read::amounts::{Amount, Quantity, amount_of_units};
use crate::analysis::times::read::duration::duration;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::types::TimeKind;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::TimeClass;

/// "every Tuesday", "each year", "every two weeks", "daily".
#[must_use]
pub fn set(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if let TimeClass::Frequency(value) = reader.class(at) {
        let name = reader.is_capital(at) && at > 0;
        return (!name).then(|| TimeMatch::fixed(at + 1, TimeKind::Set, value));
    }
    if reader.is(at, "per")
        && let TimeClass::Unit { unit, plural: false } = reader.class(at + 1)
        && unit != TimeUnit::Second
    {
        return Some(TimeMatch::fixed(
            at + 2,
            TimeKind::Set,
            duration(Amount::Exact(1), unit),
        ));
    }
    if reader.class(at) != TimeClass::Every {
        return None;
    }
    // "second" is a unit, too: "every second Tuesday" comes every other week.
    let is_second = reader.is(at + 1, "second")
        && matches!(
            reader.class(at + 2),
            TimeClass::Unit { .. } | TimeClass::Weekday { .. } | TimeClass::Month { .. }
        );
    let from = if is_second || reader.is(at + 1, "other") || reader.class(at + 1) == TimeClass::Ordinal(2) {
        at + 2
    } else {
        at + 1
    };
    let times = if from > at + 1 { 2 } else { 1 };
    match reader.class(from) {
        TimeClass::Unit { unit, plural: false } => Some(TimeMatch::fixed(
            from + 1,
            TimeKind::Set,
            duration(Amount::Exact(times), unit),
        )),
        TimeClass::Weekday { number, short: false } => {
            Some(TimeMatch::fixed(from + 1, TimeKind::Set, format!("XXXX-WXX-{number}")))
        }
        TimeClass::Month { number, short: false } => {
            Some(TimeMatch::fixed(from + 1, TimeKind::Set, format!("XXXX-{number:02}")))
        }
        TimeClass::Season { code, .. } => Some(TimeMatch::fixed(from + 1, TimeKind::Set, format!("XXXX-{code}"))),
        TimeClass::Part(code) => Some(TimeMatch::fixed(from + 1, TimeKind::Set, format!("XXXX-XX-XXT{code}"))),
        _ => {
            let Quantity { amount, unit, end } = amount_of_units(reader, from)?;
            Some(TimeMatch::fixed(end, TimeKind::Set, duration(amount, unit)))
        }
    }
}
