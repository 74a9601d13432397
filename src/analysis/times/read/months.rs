//! Months without a day. A word that is also a name or a verb is a month only where something next to it says so.

use crate::analysis::times::expression::{Expression, YearName};
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::{leading_shift, month_at, trailing_year};
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::words::{TimeClass, TimeList};
use crate::language::calendar;

/// A month on its own or with a year.
#[must_use]
pub fn month(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let (shift, from) = leading_shift(reader, at).map_or((None, at), |(shift, next)| (Some(shift), next));
    let (number, next) = month_at(reader, from)?;
    let short = matches!(reader.class(from), TimeClass::Month { short: true, .. });
    let is_doubtful = short || is_another_word(number);
    let (year, end) = trailing_year(reader, reader.skip(next, "of"));
    if matches!(year, YearName::Given(_) | YearName::Shift(_)) {
        return Some(TimeMatch::date(end, Expression::Month { month: number, year }));
    }
    let attribute = is_attribute(reader, from);
    let helped = shift.is_some()
        || attribute
        || reader.is_on(from.wrapping_sub(1), TimeList::BeforeMonth)
            && !reader.is_capital_name(from + 1)
            && !(is_doubtful && is_beside_name(reader, from));
    let name_before = from > 0 && reader.is_capital(from - 1) && !reader.is_on(from - 1, TimeList::BeforeMonth);
    if (is_doubtful || name_before) && !helped || is_doubtful && is_infinitive(reader, from) {
        return None;
    }
    let unnamed = if attribute {
        YearName::Nearest
    } else {
        YearName::Unnamed
    };
    let year = shift.map_or(unnamed, YearName::Shifted);
    Some(TimeMatch::date(
        if short { next } else { from + 1 },
        Expression::Month { month: number, year },
    ))
}

/// "Augusta and Jan": joined with a name, the word is one as well; "March and May" are two months.
fn is_beside_name(reader: TimeReader<'_>, at: usize) -> bool {
    reader.is_any(at.wrapping_sub(1), &["and", "or", "to"]) && at > 1 && reader.is_capital_name(at - 2)
}

/// "March", "April", "May", "June" and "August" are names and other words too.
fn is_another_word(month: i8) -> bool {
    calendar::named(calendar::month_name(month)).is_some_and(|word| word.is_given_name || word.is_other_word)
}

/// "the March vote", "a June agreement".
fn is_attribute(reader: TimeReader<'_>, at: usize) -> bool {
    reader.is_on(at.wrapping_sub(1), TimeList::Owner) && reader.is_noun_like(at + 1) && !reader.is_capital(at + 1)
}

/// "to march" and "to May": a person or a verb; "March to May" has two months.
fn is_infinitive(reader: TimeReader<'_>, at: usize) -> bool {
    reader.before(at) == "to" && !matches!(reader.class(at.saturating_sub(2)), TimeClass::Month { .. })
}
