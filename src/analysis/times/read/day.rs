//! The longest time expression without a clock time that begins at a token. It looks a bounded number of tokens ahead, so that a
//! text of nothing but numbers costs no more than any other.

use crate::analysis::times::read::dates::calendar_date;
use crate::analysis::times::read::figures::figures;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::quantity::quantity;
use crate::analysis::times::read::quarters::quarter;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::read::references::reference;
use crate::analysis::times::read::relative::relative;
use crate::analysis::times::read::seasons::season;
use crate::analysis::times::read::sets::set;
use crate::analysis::times::read::weekdays::weekday;
use crate::analysis::times::read::years::year;
use crate::analysis::times::words::TimeClass;

/// The longest expression without a clock time; of two equally long ones, the first in the order of the list below.
#[must_use]
pub fn day_like(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if is_program(reader, at) {
        return None;
    }
    let mut best: Option<TimeMatch> = None;
    // One after the other: ten expressions side by side for every token of a text are a kilobyte to write and to read.
    let mut keep = |found: Option<TimeMatch>| {
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| found.end > best.end)
        {
            best = Some(found);
        }
    };
    keep(calendar_date(reader, at));
    keep(figures(reader, at));
    keep(year(reader, at));
    keep(weekday(reader, at));
    keep(relative(reader, at));
    keep(quantity(reader, at));
    keep(quarter(reader, at));
    keep(season(reader, at));
    keep(set(reader, at));
    keep(reference(reader, at));
    best
}

/// How many tokens before and after the name of a program are asked whether the text is running text.
const NEAR: usize = 4;

/// "This Week", "60 Minutes": a unit with a capital in running text is part of a name.
fn is_program(reader: TimeReader<'_>, at: usize) -> bool {
    let TimeClass::Unit { unit, .. } = reader.class(at + 1) else {
        return false;
    };
    let named = match reader.class(at) {
        TimeClass::Shift(_) | TimeClass::Past => reader.is_capital(at),
        TimeClass::Digits => unit.is_clock(),
        _ => false,
    };
    let lower = |at: usize| {
        reader
            .get(at)
            .is_some_and(|token| !token.capital && token.lower.chars().all(char::is_alphabetic))
    };
    let before = || (1..=NEAR).any(|back| at.checked_sub(back).is_some_and(lower));
    named && reader.is_capital(at + 1) && (before() || (2..=NEAR).any(|ahead| lower(at + ahead)))
}
