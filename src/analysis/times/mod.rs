//! Time expressions with their TIMEX3 values, and dates that contradict the calendar. It gives no advice.
//!
//! Two steps: [`find`] reads one block and says what each expression means before any date is known; [`resolve`] sets
//! the expressions of a draft against its date and against each other.

mod anchor;
mod calendar;
mod choice;
mod clock;
mod counted;
mod dates;
mod direction;
mod expression;
mod figures;
mod flags;
mod grammar;
mod holidays;
mod lexer;
mod lists;
mod months;
mod nearest;
mod quantity;
mod quarters;
mod reader;
mod relative;
mod resolve;
mod running;
mod sets;
#[cfg(test)]
mod tests;
mod told;
mod types;
mod verbs;
mod weekdays;
mod words;
mod written;
mod years;

pub use calendar::in_words;
pub use expression::{Base, DayName, Direction, Expression, LocalTime, YearName};
pub use nearest::apart as days_apart;
pub use types::{Anchor, AnchorSource, CalendarFlag, CalendarFlagKind, Time, TimeKind};
pub use crate::language::calendar::{is_month, is_weekday};
pub use words::Unit;

use std::sync::Arc;

use crate::analysis::{BlockFacts, DraftSettings, Place};
use crate::language::Language;
use crate::markup::{BlockKind, Furniture, Markup};
use crate::text::Span;

/// The time expressions of one block's text, in order and without overlap. Linear in the length of the text.
#[must_use]
pub fn find(text: &str, language: &Language) -> Vec<LocalTime> {
    let tokens = lexer::tokens(text);
    let reader = reader::Reader { tokens: &tokens };
    let mut times = Vec::new();
    let mut at = 0;
    let mut floor = 0;
    while at < tokens.len() {
        let Some(found) = grammar::longest(reader, at) else {
            at += 1;
            continue;
        };
        let end = found.end.max(at + 1);
        let start = grammar::widened(reader, at, floor, found.kind);
        let span = match (tokens.get(start), tokens.get(end - 1)) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        };
        let direction = if found.expression.needs_direction() {
            direction::direction(reader, language, start, end)
        } else {
            Direction::Unknown
        };
        let expression = match found.expression {
            Expression::Month {
                month,
                year: YearName::Unnamed,
            } if direction::hangs_on_noun(reader, language, end) => Expression::Month {
                month,
                year: YearName::Loose,
            },
            // "from Friday to Monday": the end comes after the beginning, whatever day it is.
            Expression::Weekday {
                weekday, shift: None, ..
            } if is_range_end(reader, times.last(), floor, start) => Expression::Weekday {
                weekday,
                shift: Some(1),
                base: Base::Narrated,
            },
            expression => expression,
        };
        times.push(LocalTime {
            span,
            kind: found.kind,
            expression,
            direction,
        });
        at = end;
        floor = end;
    }
    times
}

/// Whether a word of range joins an expression at `start` to a weekday that ends before `floor`.
fn is_range_end(reader: reader::Reader<'_>, before: Option<&LocalTime>, floor: usize, start: usize) -> bool {
    let joined = start == floor + 1 && reader.is_any(floor, &["to", "through", "until", "till", "-"]);
    joined && before.is_some_and(|before| matches!(before.expression, Expression::Weekday { .. }))
}

/// The times of a draft, what contradicts the calendar, and the date the draft is read against.
#[must_use]
pub fn resolve(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    settings: &DraftSettings,
) -> (Vec<Time>, Vec<CalendarFlag>, Option<Anchor>) {
    let anchor = anchor::anchor(markup, blocks, settings);
    let date = anchor.as_ref().map(|anchor| anchor.date);
    let mut story = resolve::Story::new(date);
    let mut times = Vec::new();
    let mut flags = Vec::new();
    for (index, (block, facts)) in markup.blocks.iter().zip(blocks).enumerate() {
        if matches!(block.kind, BlockKind::Furniture(Furniture::Slug | Furniture::Byline)) {
            continue;
        }
        let mut tabular = None;
        for time in &facts.times {
            let place = Place::new(index, time.span);
            // Tables hold results and rates, and headings of their own: their dates are nobody's prose.
            if block.kind != BlockKind::TableCell
                && let Some(flag) = flags::flag(&time.expression, place, &block.text, date)
                && !*tabular.get_or_insert_with(|| flags::is_tabular(&block.text))
            {
                flags.push(flag);
            }
            let resolved = story.resolve(&time.expression, time.direction);
            times.push(Time {
                place,
                kind: time.kind,
                value: resolved.value,
                days: resolved.days,
                confidence: resolved.confidence,
                because: resolved.because,
            });
        }
    }
    (times, flags, anchor)
}
