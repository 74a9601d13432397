//! Days before and after a named day: "the day before Christmas", "two days after the Nov. 4 vote", "a week on Thursday".

use crate::analysis::times::expression::Expression;
use crate::analysis::times::read::dates::calendar_date;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::read::weekdays::{days_after_next, weekday};
use crate::analysis::times::types::TimeKind;
use crate::analysis::times::words::TimeClass;

/// "before Christmas", "after the Nov. 4 vote" after an amount of days.
#[must_use]
pub fn days_from(reader: TimeReader<'_>, at: usize, amount: i32) -> Option<TimeMatch> {
    let days = match reader.word(at) {
        "before" => -amount,
        "after" => amount,
        _ => return None,
    };
    let next = reader.skip(at + 1, "the");
    let found = calendar_date(reader, next).or_else(|| weekday(reader, next))?;
    let day = match found.expression {
        day @ (Expression::Day(_) | Expression::Weekday { .. } | Expression::Holiday { .. }) => Box::new(day),
        _ => return None,
    };
    Some(TimeMatch::date(found.end, Expression::DaysFrom { day, days }))
}

/// "on Thursday", "from Monday", "ago Tuesday" after an amount of days or weeks: counted from the next such weekday. Which
/// Tuesday "two weeks ago Tuesday" counts from, readers do not agree.
#[must_use]
pub fn from_weekday(reader: TimeReader<'_>, at: usize, days: i32) -> Option<TimeMatch> {
    let ago = reader.is(at, "ago");
    let next = if ago {
        reader.skip(reader.skip(at + 1, "on"), "last")
    } else {
        at + 1
    };
    let TimeClass::Weekday { number, short: false } = reader.class(next) else {
        return None;
    };
    if !reader.is_capital(next) {
        return None;
    }
    match reader.word(at) {
        "ago" => Some(TimeMatch::fixed(next + 1, TimeKind::Date, format!("XXXX-WXX-{number}"))),
        "from" => Some(TimeMatch::date(next + 1, days_after_next(number, days))),
        // "Worked two days on Monday" is no count.
        "on" if days % 7 == 0 => Some(TimeMatch::date(next + 1, days_after_next(number, days))),
        _ => None,
    }
}
