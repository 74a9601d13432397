//! Seasons: "last summer", "the spring of 2031". A spring and a fall are other things too.

use crate::analysis::times::expression::{Expression, YearName};
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::{leading_shift, year_after_of};
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::words::{TimeClass, TimeList};

/// "last summer", "the spring of 2025", "summer 2026", "in winter".
#[must_use]
pub fn season(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let (shift, from) =
        leading_shift(reader, at).map_or((None, reader.skip(at, "the")), |(shift, next)| (Some(shift), next));
    let TimeClass::Season { code, plural: false } = reader.class(from) else {
        return None;
    };
    let (year, end) = year_after_of(reader, from + 1);
    if year != YearName::Unnamed {
        return Some(TimeMatch::date(end, Expression::Season { code, year }));
    }
    let led = reader.is_on(at.wrapping_sub(1), TimeList::LeadsSeason);
    // "the fall of the government", "a spring": a season needs more than its name.
    let alone = led
        && !reader.is(from + 1, "of")
        && !reader.is_capital(from)
        && (code != "FA" || from > at || reader.is(from, "autumn"));
    (shift.is_some() || alone).then(|| {
        let year = shift.map_or(YearName::Unnamed, YearName::Shifted);
        TimeMatch::date(from + 1, Expression::Season { code, year })
    })
}
