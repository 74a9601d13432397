//! Units that the story is in or that something else bounds: "the quarter", "the day before Christmas", "year-end".

use crate::analysis::TimeKind;
use crate::analysis::times::dates::calendar;
use crate::analysis::times::expression::{Base, DayName, Expression, YearName};
use crate::analysis::times::grammar::Match;
use crate::analysis::times::lists::List;
use crate::analysis::times::quantity::{duration, skip_adjective};
use crate::analysis::times::reader::{Amount, Reader};
use crate::analysis::times::relative::{days, offset};
use crate::analysis::times::weekdays::weekday;
use crate::analysis::times::words::{Class, Unit};
use crate::analysis::times::years::year_in_words;

/// "before Christmas", "after the Nov. 4 vote" behind an amount of days.
#[must_use]
pub fn beside_day(reader: Reader<'_>, at: usize, amount: i32) -> Option<Match> {
    let days = match reader.word(at) {
        "before" => -amount,
        "after" => amount,
        _ => return None,
    };
    let next = reader.skip(at + 1, "the");
    let found = calendar(reader, next).or_else(|| weekday(reader, next))?;
    let day = match found.expression {
        day @ (Expression::Day(_) | Expression::Weekday { .. } | Expression::Holiday { .. }) => Box::new(day),
        _ => return None,
    };
    Some(Match::date(found.end, Expression::Beside { day, days }))
}

/// "year-end" is a day, "year's end" tells no more than the year.
fn year_end(reader: Reader<'_>, at: usize, from: usize) -> Option<Match> {
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
        return Some(Match::date(end + 1, Expression::Running(Unit::Year)));
    }
    let led = |words: &[&str]| reader.is_any(at.wrapping_sub(1), words);
    // "Year-end sales" tells no day.
    if !led(&["by", "before", "until", "at", "since", "from", "around"]) && reader.is_noun_like(end + 1) {
        return None;
    }
    let year = YearName::Shift(if led(&["since", "from"]) { -1 } else { 0 });
    let day = DayName {
        year,
        month: 12,
        day: 31,
        weekday: None,
        last: None,
        either_order: false,
    };
    Some(Match::date(end + 1, Expression::Day(day)))
}

/// "the weekend", "the quarter", "the year", "the day before", "the day after tomorrow".
#[must_use]
pub fn running(reader: Reader<'_>, at: usize, from: usize, article: bool) -> Option<Match> {
    if let Some(found) = year_end(reader, at, from) {
        return Some(found);
    }
    let from = if article { skip_adjective(reader, from) } else { from };
    // "in the weeks before the vote".
    if let Class::Unit { unit, plural: true } = reader.class(from)
        && article
        && reader.is_any(at.wrapping_sub(1), &["in", "during", "over"])
        && reader.is_on(from + 1, List::Bounds)
    {
        return Some(Match::fixed(
            from + 1,
            TimeKind::Duration,
            duration(Amount::Vague, unit),
        ));
    }
    let Class::Unit { unit, plural: false } = reader.class(from) else {
        return None;
    };
    let possessive = at > 0 && reader.before(at) == "its";
    if !article && !possessive {
        return None;
    }
    let next = from + 1;
    if unit == Unit::Day
        && let Class::RelativeDay(amount @ (-1 | 1)) = reader.class(next + 1)
        && reader.is_any(next, &["before", "after"])
    {
        return Some(Match::date(next + 2, days(amount * 2, Base::Draft)));
    }
    if unit == Unit::Year {
        if let Some(year) = reader.year(next) {
            return Some(Match::date(next + 1, Expression::Year(year)));
        }
        if let Some((year, end)) = year_in_words(reader, next) {
            return Some(Match::date(end, Expression::Year(year)));
        }
    }
    if unit == Unit::Day
        && let Some(found) = beside_day(reader, next, 1)
    {
        return Some(found);
    }
    // "the month before last", "the week after next".
    if reader.is(next, "before") && reader.is(next + 1, "last") {
        return Some(Match::date(next + 2, offset(unit, -2, Base::Draft)));
    }
    if reader.is(next, "after") && reader.is(next + 1, "next") {
        return Some(Match::date(next + 2, offset(unit, 2, Base::Draft)));
    }
    let ends = reader
        .get(next + 1)
        .is_none_or(|token| !token.lower.chars().all(char::is_alphanumeric));
    if reader.is_any(next, &["before", "earlier"]) && ends && !unit.is_clock() {
        return Some(Match::date(next + 1, offset(unit, -1, Base::Narrated)));
    }
    if reader.is_any(next, &["after", "later"]) && ends && !unit.is_clock() {
        return Some(Match::date(next + 1, offset(unit, 1, Base::Narrated)));
    }
    if reader.is(next, "of")
        && matches!(unit, Unit::Week | Unit::Weekend)
        && let Some(day) = calendar(reader, next + 1)
        && matches!(day.expression, Expression::Day(_))
    {
        let (end, day) = (day.end, Box::new(day.expression));
        return Some(Match::date(end, Expression::Holding { unit, day }));
    }
    // "the quarter ended Sept. 30" is the one that holds the day.
    if unit == Unit::Quarter
        && reader.is_any(next, &["ended", "ending"])
        && let Some(day) = calendar(reader, next + 1)
        && matches!(day.expression, Expression::Day(_))
    {
        let day = Box::new(day.expression);
        return Some(Match::date(next, Expression::Holding { unit, day }));
    }
    if reader.is_any(next, &["-", "of"]) && unit != Unit::Weekend {
        return None;
    }
    if unit == Unit::Year && reader.is_any(next, &["ended", "ending", "to", "through"]) {
        return Some(Match::fixed(next, TimeKind::Duration, "P1Y"));
    }
    // "the week before the vote", "the year he left": what follows says which one, and not the draft's date.
    if reader.is_any(next, &["before", "after", "when", "since", "leading", "prior"]) {
        return None;
    }
    match unit {
        Unit::Weekend => Some(Match::date(next, Expression::Weekend(None))),
        Unit::Quarter | Unit::Month | Unit::Year | Unit::Week => Some(Match::date(next, Expression::Running(unit))),
        _ => None,
    }
}
