//! Expressions that need a date to count from: "last week", "yesterday", "that morning". It knows no amounts.

use crate::analysis::TimeKind;
use crate::analysis::times::expression::{Base, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::lists::List;
use crate::analysis::times::quantity::{amount_of_units, duration, skip_adjective};
use crate::analysis::times::reader::{Amount, Reader};
use crate::analysis::times::running::running;
use crate::analysis::times::words::{Class, Unit};

/// "yesterday", "tonight", "last week", "this year", "the next two days", "that day", "the weekend", "this morning".
#[must_use]
pub fn shifted(reader: Reader<'_>, at: usize) -> Option<Match> {
    match reader.class(at) {
        Class::RelativeDay(amount) => {
            // "USA Today" is a paper.
            let name = reader.is_capital(at) && at > 0 && reader.is_capital(at - 1);
            let nowadays = amount == 0
                && reader.is(at + 1, "'")
                && reader.is(at + 2, "s")
                && (reader.is_on(at + 3, List::Nowadays) || reader.is_on(at + 4, List::Nowadays));
            return (!name && !nowadays).then(|| Match::date(at + 1, days(amount, Base::Draft)));
        }
        Class::Tonight => {
            return Some(Match {
                end: at + 1,
                kind: TimeKind::Time,
                expression: part_of(days(0, Base::Draft), "NI"),
            });
        }
        _ => {}
    }
    let from = reader.skip(at, "the");
    let article = from > at;
    // "that same day" is the same day.
    let that_same = !article && reader.is(from, "that") && reader.is(from + 1, "same");
    let from = if that_same { from + 1 } else { from };
    let past = reader.class(from) == Class::Shift(0) && reader.class(from + 1) == Class::Past;
    let from = if past { from + 1 } else { from };
    let behind = skip_adjective(reader, from + 1);
    match (reader.class(from), reader.class(behind)) {
        (Class::Shift(_) | Class::Past | Class::Latest, _) if amount_of_units(reader, from + 1).is_some() => {
            let (amount, unit, end) = amount_of_units(reader, from + 1)?;
            if reader.is(end, "-") && reader.is_any(end + 1, &["old", "olds"]) {
                return None;
            }
            Some(Match::fixed(end, TimeKind::Duration, duration(amount, unit)))
        }
        // "the last day", "the last week of May": the last one of something, and not the one before this one.
        (Class::Shift(-1), Class::Unit { unit, plural: false })
            if reader.is(from, "last") && (unit == Unit::Day || reader.is(behind + 1, "of")) =>
        {
            None
        }
        (Class::Shift(shift), Class::Unit { unit, plural: false }) => {
            Some(shifted_unit(reader, from, shift, unit, behind))
        }
        (Class::Past, Class::Unit { unit, plural: false }) => {
            if unit == Unit::Weekend {
                return Some(Match::date(behind + 1, Expression::Weekend(Some(-1))));
            }
            if past || unit == Unit::Week && !article {
                return Some(Match::date(behind + 1, offset(unit, -1, Base::Draft)));
            }
            Some(Match::fixed(
                behind + 1,
                TimeKind::Duration,
                duration(Amount::Exact(1), unit),
            ))
        }
        (Class::Latest, Class::Unit { unit, plural: false }) if !unit.is_clock() => {
            Some(Match::date(behind + 1, offset(unit, -1, Base::Draft)))
        }
        // "in coming months" has no bounds, "the coming months" has.
        (Class::Shift(1), Class::Unit { plural: true, .. })
            if !article && reader.is_any(from, &["coming", "upcoming"]) =>
        {
            Some(Match::fixed(behind + 1, TimeKind::Date, "FUTURE_REF"))
        }
        (Class::Shift(_) | Class::Past, Class::Unit { unit, plural: true }) if unit != Unit::Quarter || !article => {
            Some(Match::fixed(
                behind + 1,
                TimeKind::Duration,
                duration(Amount::Vague, unit),
            ))
        }
        (Class::PastReference, Class::Unit { plural: true, .. }) if reader.is(from, "recent") => {
            Some(Match::fixed(behind + 1, TimeKind::Date, "PAST_REF"))
        }
        (Class::Latest, _) if reader.is(from + 1, "period") => {
            Some(Match::date(from + 2, offset(Unit::Quarter, -1, Base::Draft)))
        }
        (Class::Shift(shift), Class::Part(code)) => Some(shifted_part(reader, from, shift, code)),
        (Class::Same, Class::Unit { unit, plural: false }) if !unit.is_clock() && unit != Unit::Weekend => {
            // "that day" needs no article, "same" does; "that year's" is fine, "that quarter of" is a part.
            ((reader.is(from, "that") != article || that_same) && !reader.is(behind + 1, "of"))
                .then(|| Match::date(behind + 1, offset(unit, 0, Base::Narrated)))
        }
        (
            Class::Same,
            Class::Unit {
                unit: Unit::Weekend, ..
            },
        ) => Some(Match::date(behind + 1, Expression::Weekend(None))),
        (Class::Same, Class::Part(code)) => Some(Match {
            end: behind + 1,
            kind: TimeKind::Time,
            expression: part_of(days(0, Base::Narrated), code),
        }),
        // "in the morning" of the day told last.
        _ if article && reader.before(at) == "in" && matches!(reader.class(from), Class::Part("MO" | "AF" | "EV")) => {
            let Class::Part(code) = reader.class(from) else {
                return None;
            };
            Some(Match {
                end: from + 1,
                kind: TimeKind::Time,
                expression: part_of(days(0, Base::Narrated), code),
            })
        }
        _ => running(reader, at, from, article),
    }
}

fn shifted_unit(reader: Reader<'_>, from: usize, shift: i32, unit: Unit, behind: usize) -> Match {
    let end = behind + 1;
    if unit == Unit::Weekend {
        return Match::date(end, Expression::Weekend(Some(shift)));
    }
    if unit.is_clock() {
        return Match::fixed(end, TimeKind::Duration, duration(Amount::Exact(1), unit));
    }
    // "the same period last year", "last year's quarter".
    let period = |at: usize| reader.is_any(at, &["period", "quarter"]);
    if unit == Unit::Year
        && shift == -1
        && (period(from.wrapping_sub(1)) || reader.is(end, "'") && reader.is(end + 1, "s") && period(end + 2))
    {
        return Match::date(end, Expression::QuarterOf(YearName::YearAgo));
    }
    let narrated = reader.is_any(from, &["previous", "preceding", "following"]) || unit == Unit::Day && shift != 0;
    let base = if narrated { Base::Narrated } else { Base::Draft };
    Match::date(end, offset(unit, shift, base))
}

fn shifted_part(reader: Reader<'_>, from: usize, shift: i32, code: &'static str) -> Match {
    let base = if reader.is(from, "next") || reader.is(from, "following") || reader.is(from, "previous") {
        Base::Narrated
    } else {
        Base::Draft
    };
    Match {
        end: from + 2,
        kind: TimeKind::Time,
        expression: part_of(days(shift, base), code),
    }
}

/// A unit counted from a base.
#[must_use]
pub fn offset(unit: Unit, amount: i32, base: Base) -> Expression {
    Expression::Offset { unit, amount, base }
}

/// Days counted from a base.
#[must_use]
pub fn days(amount: i32, base: Base) -> Expression {
    offset(Unit::Day, amount, base)
}

fn part_of(day: Expression, code: &str) -> Expression {
    Expression::Clock {
        day: Some(Box::new(day)),
        clock: format!("T{code}"),
    }
}
