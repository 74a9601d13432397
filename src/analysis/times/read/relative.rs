//! Expressions that need a date to count from: "last week", "yesterday", "that morning". It knows no amounts.

use crate::analysis::times::expression::{Base, Expression, YearName};
use crate::analysis::times::read::amounts::{Amount, Quantity, amount_of_units, skip_adjective};
use crate::analysis::times::read::duration::duration;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::read::running::running;
use crate::analysis::times::types::TimeKind;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::{TimeClass, TimeList};

/// "yesterday", "tonight", "last week", "this year", "the next two days", "that day", "the weekend", "this morning".
#[must_use]
pub fn relative(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    match reader.class(at) {
        TimeClass::RelativeDay(amount) => relative_day(reader, at, amount),
        TimeClass::Tonight => Some(TimeMatch::time(
            at + 1,
            Expression::part_of(Expression::days(0, Base::Draft), "NI"),
        )),
        _ => led_unit(reader, at),
    }
}

/// "yesterday"; not "USA Today", which is a paper, nor "today's youth", which means nowadays.
fn relative_day(reader: TimeReader<'_>, at: usize, amount: i32) -> Option<TimeMatch> {
    let name = reader.is_capital(at) && at > 0 && reader.is_capital(at - 1);
    let nowadays = amount == 0
        && reader.is(at + 1, "'")
        && reader.is(at + 2, "s")
        && (reader.is_on(at + 3, TimeList::Nowadays) || reader.is_on(at + 4, TimeList::Nowadays));
    (!name && !nowadays).then(|| TimeMatch::date(at + 1, Expression::days(amount, Base::Draft)))
}

/// The words before a unit: "the last", "that same", "this past".
#[derive(Clone, Copy)]
struct UnitLead {
    /// Its first token.
    start: usize,
    /// The word that says which one: "last", "same", "past".
    word: usize,
    /// Whether it begins with "the".
    article: bool,
    /// "that same day" is the same day.
    that_same: bool,
    /// "this past week" is last week.
    this_past: bool,
}

impl UnitLead {
    fn read(reader: TimeReader<'_>, start: usize) -> Self {
        let from = reader.skip(start, "the");
        let article = from > start;
        let that_same = !article && reader.is(from, "that") && reader.is(from + 1, "same");
        let from = if that_same { from + 1 } else { from };
        let this_past = reader.class(from) == TimeClass::Shift(0) && reader.class(from + 1) == TimeClass::Past;
        Self {
            start,
            word: if this_past { from + 1 } else { from },
            article,
            that_same,
            this_past,
        }
    }
}

/// "last week", "the next two days", "that same day", "this morning", "the weekend".
fn led_unit(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let lead = UnitLead::read(reader, at);
    let from = lead.word;
    // "The strike will last three days."
    if reader.is(from, "last") && !lead.article && reader.is_on(from.wrapping_sub(1), TimeList::Modal) {
        return None;
    }
    let unit_at = skip_adjective(reader, from + 1);
    match (reader.class(from), reader.class(unit_at)) {
        (TimeClass::Shift(_) | TimeClass::Past | TimeClass::Latest, _)
            if amount_of_units(reader, from + 1).is_some() =>
        {
            led_amount(reader, from + 1)
        }
        (TimeClass::Shift(shift), TimeClass::Unit { unit, plural: false }) => {
            shifted_unit(reader, from, shift, unit, unit_at)
        }
        (TimeClass::Past, TimeClass::Unit { unit, plural: false }) => Some(past_unit(lead, unit, unit_at + 1)),
        (TimeClass::Latest, TimeClass::Unit { unit, plural: false }) if !unit.is_clock() => {
            Some(TimeMatch::date(unit_at + 1, Expression::offset(unit, -1, Base::Draft)))
        }
        // "in coming months" has no bounds, "the coming months" has.
        (TimeClass::Shift(1), TimeClass::Unit { plural: true, .. })
            if !lead.article && reader.is_any(from, &["coming", "upcoming"]) =>
        {
            Some(TimeMatch::fixed(unit_at + 1, TimeKind::Date, "FUTURE_REF"))
        }
        (TimeClass::Shift(_) | TimeClass::Past, TimeClass::Unit { unit, plural: true })
            if unit != TimeUnit::Quarter || !lead.article =>
        {
            Some(TimeMatch::duration(unit_at + 1, duration(Amount::Vague, unit)))
        }
        (TimeClass::PastReference, TimeClass::Unit { plural: true, .. }) if reader.is(from, "recent") => {
            Some(TimeMatch::fixed(unit_at + 1, TimeKind::Date, "PAST_REF"))
        }
        (TimeClass::Latest, _) if reader.is(from + 1, "period") => {
            let quarter = Expression::offset(TimeUnit::Quarter, -1, Base::Draft);
            Some(TimeMatch::date(from + 2, quarter))
        }
        (TimeClass::Shift(shift), TimeClass::Part(code)) => Some(shifted_part(reader, from, shift, code)),
        (TimeClass::Same, TimeClass::Unit { unit, plural: false }) if !unit.is_clock() && unit != TimeUnit::Weekend => {
            same_unit(reader, lead, unit, unit_at + 1)
        }
        (
            TimeClass::Same,
            TimeClass::Unit {
                unit: TimeUnit::Weekend,
                ..
            },
        ) => Some(TimeMatch::date(unit_at + 1, Expression::Weekend(None))),
        (TimeClass::Same, TimeClass::Part(code)) => Some(narrated_part(unit_at + 1, code)),
        // "in the morning" of the day mentioned last.
        (TimeClass::Part(code @ ("MO" | "AF" | "EV")), _) if lead.article && reader.before(at) == "in" => {
            Some(narrated_part(from + 1, code))
        }
        _ => running(reader, lead.start, from, lead.article),
    }
}

/// "the next two days"; "the last 44-year-olds" are people.
fn led_amount(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let Quantity { amount, unit, end } = amount_of_units(reader, at)?;
    let is_age = reader.is(end, "-") && reader.is_any(end + 1, &["old", "olds"]);
    (!is_age).then(|| TimeMatch::duration(end, duration(amount, unit)))
}

/// "last week", "this year", "next weekend", "this minute".
fn shifted_unit(reader: TimeReader<'_>, from: usize, shift: i32, unit: TimeUnit, unit_at: usize) -> Option<TimeMatch> {
    let end = unit_at + 1;
    // "the last day", "the last week of May": the last one of something, and not the one before this one.
    if reader.is(from, "last") && (unit == TimeUnit::Day || reader.is(end, "of")) {
        return None;
    }
    if unit == TimeUnit::Weekend {
        return Some(TimeMatch::date(end, Expression::Weekend(Some(shift))));
    }
    if unit.is_clock() {
        return Some(TimeMatch::duration(end, duration(Amount::Exact(1), unit)));
    }
    if unit == TimeUnit::Year && shift == -1 && is_period(reader, from, end) {
        return Some(TimeMatch::date(end, Expression::QuarterOf(YearName::YearAgo)));
    }
    let narrated = reader.is_any(from, &["previous", "preceding", "following"]) || unit == TimeUnit::Day && shift != 0;
    let base = if narrated { Base::Narrated } else { Base::Draft };
    Some(TimeMatch::date(end, Expression::offset(unit, shift, base)))
}

/// "the same period last year", "last year's quarter".
fn is_period(reader: TimeReader<'_>, from: usize, end: usize) -> bool {
    let period = |at: usize| reader.is_any(at, &["period", "quarter"]);
    period(from.wrapping_sub(1)) || reader.is(end, "'") && reader.is(end + 1, "s") && period(end + 2)
}

/// "this past weekend", "past week", "the past year".
fn past_unit(lead: UnitLead, unit: TimeUnit, end: usize) -> TimeMatch {
    if unit == TimeUnit::Weekend {
        TimeMatch::date(end, Expression::Weekend(Some(-1)))
    } else if lead.this_past || unit == TimeUnit::Week && !lead.article {
        TimeMatch::date(end, Expression::offset(unit, -1, Base::Draft))
    } else {
        TimeMatch::duration(end, duration(Amount::Exact(1), unit))
    }
}

/// "that day" needs no article, "the same day" does; "that year's" is fine, "that quarter of" is a part.
fn same_unit(reader: TimeReader<'_>, lead: UnitLead, unit: TimeUnit, end: usize) -> Option<TimeMatch> {
    let fits = reader.is(lead.word, "that") != lead.article || lead.that_same;
    (fits && !reader.is(end, "of")).then(|| TimeMatch::date(end, Expression::offset(unit, 0, Base::Narrated)))
}

/// "this morning", "next morning", "last night".
fn shifted_part(reader: TimeReader<'_>, from: usize, shift: i32, code: &'static str) -> TimeMatch {
    let base = if reader.is_any(from, &["next", "following", "previous"]) {
        Base::Narrated
    } else {
        Base::Draft
    };
    TimeMatch::time(from + 2, Expression::part_of(Expression::days(shift, base), code))
}

/// "that morning", "in the morning".
fn narrated_part(end: usize, code: &str) -> TimeMatch {
    TimeMatch::time(end, Expression::part_of(Expression::days(0, Base::Narrated), code))
}
