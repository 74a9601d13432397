//! Whether a time is counted from another day than the draft's: words that were said or written then, and months of an old story. It
//! looks at one block, and only says that the draft's date is the wrong one to count from.

use jiff::civil::Date;

use crate::analysis::BlockFacts;
use crate::analysis::times::expression::{Base, DayName, Expression, YearName};
use crate::analysis::times::types::{Direction, LocalTime};
use crate::analysis::times::unit::TimeUnit;
use crate::markup::Block;
use crate::text::{Span, one_covers};

/// Whether the draft's date says nothing about a time of a block.
#[must_use]
pub fn is_of_another_time(block: &Block, facts: &BlockFacts, time: &LocalTime, date: Option<Date>) -> bool {
    let Some(date) = date else { return false };
    match &time.expression {
        Expression::Weekday { shift: None, .. } => is_said_then(block, facts, time, |other| is_far(other, date, 1)),
        Expression::Offset {
            unit,
            amount,
            base: Base::Draft,
        } => {
            let is_other =
                |other: &Expression| is_far(other, date, 1) || *unit == TimeUnit::Day && is_other_weekday(other, date);
            is_said_then(block, facts, time, is_other) || *amount > 0 && is_foreseen_then(block, facts, time, date)
        }
        Expression::Month {
            year: YearName::Unnamed | YearName::Loose,
            ..
        } => time.direction != Direction::Future && follows_old_month(facts, time, date),
        _ => false,
    }
}

/// “We vote tomorrow,” Lund said Tuesday.: whether a time is in quoted words and the sentence around them names when they were said.
fn is_said_then(block: &Block, facts: &BlockFacts, time: &LocalTime, is_then: impl Fn(&Expression) -> bool) -> bool {
    let marked = facts.speech.marked();
    let Some(quoted) = marked.iter().find(|quoted| quoted.covers(time.span)) else {
        return false;
    };
    let is_beside = |span: Span| {
        let between = match span.start >= quoted.end {
            true => Span::new(quoted.end, span.start),
            false => Span::new(span.end, quoted.start.max(span.end)),
        };
        !one_covers(&marked, span) && between.len() <= BESIDE_QUOTATION && !between.of(&block.text).contains(". ")
    };
    facts
        .times
        .iter()
        .any(|other| is_then(&other.expression) && is_beside(other.span))
}

/// How far from quoted words the time of their frame may be, in bytes.
const BESIDE_QUOTATION: usize = 80;

/// "In a diary entry for 3 September 1939 she wrote that she would go to Leeds tomorrow": whether a sentence tells of another time what
/// was yet to come then.
fn is_foreseen_then(block: &Block, facts: &BlockFacts, time: &LocalTime, date: Date) -> bool {
    let language = &facts.language;
    let Some(sentence) = language
        .sentence_at(time.span.start)
        .and_then(|index| language.sentences.get(index))
    else {
        return false;
    };
    let before = Span::new(sentence.span.start, time.span.start.max(sentence.span.start));
    before.of(&block.text).contains(" would ")
        && facts
            .times
            .iter()
            .any(|other| before.covers(other.span) && is_far(&other.expression, date, 1))
}

/// "He joined up in May 1944. He came home on leave in June.": whether the time before is a month or a day of an old year.
fn follows_old_month(facts: &BlockFacts, time: &LocalTime, date: Date) -> bool {
    let before = facts.times.iter().rev().find(|other| other.span.end <= time.span.start);
    let sentence = |time: &LocalTime| facts.language.sentence_at(time.span.start);
    before.is_some_and(|before| {
        sentence(before) != sentence(time)
            && !matches!(before.expression, Expression::Year(_))
            && is_far(&before.expression, date, MONTHS)
    })
}

/// After a time so many months away, a month without a year is no longer the draft's next or last one.
const MONTHS: i32 = 12;

/// Whether a time with its year lies more than so many months from the draft's date.
fn is_far(expression: &Expression, date: Date, months_apart: i32) -> bool {
    let (year, month) = match expression {
        Expression::Day(DayName {
            year: YearName::Given(year),
            month,
            ..
        })
        | Expression::Month {
            year: YearName::Given(year),
            month,
        } => (*year, Some(*month)),
        Expression::Clock { day: Some(day), .. } => return is_far(day, date, months_apart),
        Expression::Year(year) => (*year, None),
        _ => return false,
    };
    let months = |year: i16, month: i8| i32::from(year) * 12 + i32::from(month);
    match month {
        Some(month) => (months(year, month) - months(date.year(), date.month())).abs() > months_apart,
        None => year != date.year(),
    }
}

/// Whether a weekday is not the draft's.
fn is_other_weekday(expression: &Expression, date: Date) -> bool {
    matches!(expression, Expression::Weekday { weekday, shift: None, .. } if date.weekday().to_monday_one_offset() != *weekday)
}
