//! Months without a day. A word that is also a name or a verb is a month only where something beside it says so.

use crate::analysis::times::dates::{month_at, trailing_year};
use crate::analysis::times::expression::{Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::lists::List;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::Class;

/// A month on its own or with a year.
#[must_use]
pub fn month(reader: Reader<'_>, at: usize) -> Option<Match> {
    let (shift, from) = match reader.class(at) {
        Class::Shift(shift) => (Some(shift), at + 1),
        Class::Past => (Some(-1), at + 1),
        _ => (None, at),
    };
    let (number, next) = month_at(reader, from)?;
    let short = matches!(reader.class(from), Class::Month { short: true, .. });
    let behind = reader.skip(next, "of");
    if let (YearName::Given(_) | YearName::Shift(_), _) = trailing_year(reader, behind) {
        let (year, end) = trailing_year(reader, behind);
        return Some(Match::date(end, Expression::Month { month: number, year }));
    }
    let doubtful = short || matches!(number, 3..=6 | 8);
    // "the March vote", "a June agreement".
    let attribute = reader.is_on(from.wrapping_sub(1), List::Owner)
        && reader.is_noun_like(from + 1)
        && !reader.is_capital(from + 1);
    let helped = shift.is_some()
        || attribute
        || reader.is_on(from.wrapping_sub(1), List::BeforeMonth) && !reader.is_capital_name(from + 1);
    let name_before = from > 0 && reader.is_capital(from - 1) && !reader.is_on(from - 1, List::BeforeMonth);
    if (doubtful || name_before) && !helped {
        return None;
    }
    // "to march" and "to May": a person or a verb.
    if doubtful && reader.before(from) == "to" && !matches!(reader.class(from.saturating_sub(2)), Class::Month { .. }) {
        return None;
    }
    let unnamed = if attribute {
        YearName::Nearest
    } else {
        YearName::Unnamed
    };
    let year = shift.map_or(unnamed, YearName::Beside);
    Some(Match::date(
        if short { next } else { from + 1 },
        Expression::Month { month: number, year },
    ))
}
