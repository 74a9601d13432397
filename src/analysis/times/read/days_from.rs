//! Days before and after a named day: "the day before Christmas", "two days after the Nov. 4 vote". It knows no other unit.

use crate::analysis::times::expression::Expression;
use crate::analysis::times::read::dates::calendar_date;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::read::weekdays::weekday;

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
