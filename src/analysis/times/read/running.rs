//! Units that the story is in or that something else bounds: "the quarter", "the day before", "year-end". It knows no amounts.

use crate::analysis::times::expression::{Base, DayName, Expression, YearName};
use crate::analysis::times::read::amounts::{Amount, skip_adjective};
use crate::analysis::times::read::dates::calendar_date;
use crate::analysis::times::read::days_from::days_from;
use crate::analysis::times::read::duration::duration;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::year_in_words;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::{TimeClass, TimeList};

/// "the weekend", "the quarter", "the year", "the day before", "the day after tomorrow"; `from` is the token after the article.
#[must_use]
pub fn running(reader: TimeReader<'_>, at: usize, from: usize, article: bool) -> Option<TimeMatch> {
    if let Some(found) = year_end(reader, at, from) {
        return Some(found);
    }
    let from = if article { skip_adjective(reader, from) } else { from };
    if article && let Some(found) = bounded_units(reader, at, from) {
        return Some(found);
    }
    let TimeClass::Unit { unit, plural: false } = reader.class(from) else {
        return None;
    };
    if !article && reader.before(at) != "its" {
        return None;
    }
    let next = from + 1;
    let named = match unit {
        TimeUnit::Day => day_by_another(reader, next),
        TimeUnit::Year => year_by_its_name(reader, next),
        _ => None,
    };
    named
        .or_else(|| neighbor(reader, next, unit))
        .or_else(|| holding(reader, next, unit))
        .or_else(|| alone(reader, next, unit))
}

/// "year-end" is a day, "year's end" says no more than the year.
fn year_end(reader: TimeReader<'_>, at: usize, from: usize) -> Option<TimeMatch> {
    let end = match reader.word(from + 1) {
        "-" => from + 2,
        "'" => reader.skip(from + 2, "s"),
        "end" => from + 1,
        _ => return None,
    };
    if !reader.is(from, "year") || !reader.is(end, "end") || reader.is_glued_letter(end + 1) {
        return None;
    }
    if !reader.is(from + 1, "-") {
        return Some(TimeMatch::date(end + 1, Expression::Running(TimeUnit::Year)));
    }
    let led = |words: &[&str]| reader.is_any(at.wrapping_sub(1), words);
    // "Year-end sales" names no day.
    if !led(&["by", "before", "until", "at", "since", "from", "around"]) && reader.is_noun_like(end + 1) {
        return None;
    }
    let year = YearName::Shift(if led(&["since", "from"]) { -1 } else { 0 });
    Some(TimeMatch::date(end + 1, Expression::Day(DayName::plain(year, 12, 31))))
}

/// "in the weeks before the vote".
fn bounded_units(reader: TimeReader<'_>, at: usize, from: usize) -> Option<TimeMatch> {
    let TimeClass::Unit { unit, plural: true } = reader.class(from) else {
        return None;
    };
    let bounded =
        reader.is_any(at.wrapping_sub(1), &["in", "during", "over"]) && reader.is_on(from + 1, TimeList::Bounds);
    bounded.then(|| TimeMatch::duration(from + 1, duration(Amount::Vague, unit)))
}

/// "the day before yesterday", "the day after tomorrow", "the day before Christmas".
fn day_by_another(reader: TimeReader<'_>, next: usize) -> Option<TimeMatch> {
    if let TimeClass::RelativeDay(amount @ (-1 | 1)) = reader.class(next + 1)
        && reader.is_any(next, &["before", "after"])
    {
        return Some(TimeMatch::date(next + 2, Expression::days(amount * 2, Base::Draft)));
    }
    days_from(reader, next, 1)
}

/// "the year 2031", "the year two thousand".
fn year_by_its_name(reader: TimeReader<'_>, next: usize) -> Option<TimeMatch> {
    let in_figures = reader.year(next).map(|year| (year, next + 1));
    let (year, end) = in_figures.or_else(|| year_in_words(reader, next))?;
    Some(TimeMatch::date(end, Expression::Year(year)))
}

/// "the month before last", "the week after next", "the day before", "the year after".
fn neighbor(reader: TimeReader<'_>, next: usize, unit: TimeUnit) -> Option<TimeMatch> {
    if reader.is(next, "before") && reader.is(next + 1, "last") {
        return Some(TimeMatch::date(next + 2, Expression::offset(unit, -2, Base::Draft)));
    }
    if reader.is(next, "after") && reader.is(next + 1, "next") {
        return Some(TimeMatch::date(next + 2, Expression::offset(unit, 2, Base::Draft)));
    }
    let ends = reader
        .get(next + 1)
        .is_none_or(|token| !token.lower.chars().all(char::is_alphanumeric));
    let amount = match reader.word(next) {
        "before" | "earlier" => -1,
        "after" | "later" => 1,
        _ => return None,
    };
    (ends && !unit.is_clock()).then(|| TimeMatch::date(next + 1, Expression::offset(unit, amount, Base::Narrated)))
}

/// "the week of March 6", "the quarter ended Sept. 30": the one that holds the day.
fn holding(reader: TimeReader<'_>, next: usize, unit: TimeUnit) -> Option<TimeMatch> {
    let is_week = reader.is(next, "of") && matches!(unit, TimeUnit::Week | TimeUnit::Weekend);
    let is_quarter = unit == TimeUnit::Quarter && reader.is_any(next, &["ended", "ending"]);
    if !is_week && !is_quarter {
        return None;
    }
    let day = calendar_date(reader, next + 1).filter(|day| matches!(day.expression, Expression::Day(_)))?;
    let end = if is_week { day.end } else { next };
    let day = Box::new(day.expression);
    Some(TimeMatch::date(end, Expression::Holding { unit, day }))
}

/// "the weekend", "the quarter", "the year ended June 30".
fn alone(reader: TimeReader<'_>, next: usize, unit: TimeUnit) -> Option<TimeMatch> {
    if reader.is_any(next, &["-", "of"]) && unit != TimeUnit::Weekend {
        return None;
    }
    if unit == TimeUnit::Year && reader.is_any(next, &["ended", "ending", "to", "through"]) {
        return Some(TimeMatch::duration(next, duration(Amount::Exact(1), TimeUnit::Year)));
    }
    // "the week before the vote", "the year he left": what follows says which one, and not the draft's date.
    if reader.is_any(next, &["before", "after", "when", "since", "leading", "prior"]) {
        return None;
    }
    match unit {
        TimeUnit::Weekend => Some(TimeMatch::date(next, Expression::Weekend(None))),
        TimeUnit::Quarter | TimeUnit::Month | TimeUnit::Year | TimeUnit::Week => {
            Some(TimeMatch::date(next, Expression::Running(unit)))
        }
        _ => None,
    }
}
