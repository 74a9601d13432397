//! The time expressions of one block, before any date is known: what each says, and which way its verb looks. It never looks at
//! another block, so that the cache can keep its facts.

use crate::analysis::times::direction::{direction, hangs_on_noun};
use crate::analysis::times::expression::{Base, Expression, YearName};
use crate::analysis::times::read::{TimeReader, listed_days, longest, widened};
use crate::analysis::times::types::{Direction, LocalTime, TimeKind};
use crate::analysis::times::words::{TimeToken, tokens};
use crate::language::{Language, View};
use crate::text::Span;

/// The time expressions of one block's text, in order and without overlap. Linear in the length of the text.
#[must_use]
pub fn of_block(text: &str, language: &Language) -> Vec<LocalTime> {
    let tokens = tokens(text);
    let reader = TimeReader { tokens: &tokens };
    let view = View::new(text, language);
    let mut times = Vec::new();
    let mut at = 0;
    let mut floor = 0;
    while at < tokens.len() {
        if let Some(listed) = listed_days(reader, at) {
            let last = listed.last().map_or(at, |time| time.end);
            for time in listed {
                let direction = direction_of(reader, view, &time.expression, at, last);
                times.push(LocalTime {
                    span: span_of(&tokens, time.start, time.end),
                    kind: TimeKind::Date,
                    expression: time.expression,
                    direction,
                });
            }
            at = last.max(at + 1);
            floor = at;
            continue;
        }
        let Some(found) = longest(reader, at) else {
            at += 1;
            continue;
        };
        let end = found.end.max(at + 1);
        let start = widened(reader, at, floor, found.kind);
        let direction = direction_of(reader, view, &found.expression, start, end);
        let is_range_end = is_range_end(reader, times.last(), floor, start);
        if let Some(before) = times.last_mut() {
            share_year(reader, before, floor, start, &found.expression);
        }
        times.push(LocalTime {
            span: span_of(&tokens, start, end),
            kind: found.kind,
            expression: in_its_sentence(found.expression, is_range_end, || hangs_on_noun(reader, view, end)),
            direction,
        });
        at = end;
        floor = end;
    }
    times
}

/// Where the verb puts what is in the tokens `start..end`.
fn direction_of(
    reader: TimeReader<'_>,
    view: View<'_>,
    expression: &Expression,
    start: usize,
    end: usize,
) -> Direction {
    if names_issue(reader, start) {
        Direction::Future
    } else if expression.needs_direction() {
        direction(reader, view, start, end)
    } else {
        Direction::Unknown
    }
}

fn span_of(tokens: &[TimeToken], start: usize, end: usize) -> Span {
    match (tokens.get(start), tokens.get(end - 1)) {
        (Some(first), Some(last)) => first.span.join(last.span),
        _ => Span::default(),
    }
}

/// How many tokens a line has at most that says in which issue a story runs.
const LONGEST_LINE: usize = 6;

/// "For Wednesday A1", "FOR SUNDAY METRO": the day of the paper is never over.
fn names_issue(reader: TimeReader<'_>, start: usize) -> bool {
    start == 1 && reader.is(0, "for") && reader.tokens.len() <= LONGEST_LINE
}

/// What the words around an expression add to it.
fn in_its_sentence(expression: Expression, is_range_end: bool, hangs_on_noun: impl Fn() -> bool) -> Expression {
    match expression {
        Expression::Month {
            month,
            year: YearName::Unnamed,
        } if hangs_on_noun() => Expression::Month {
            month,
            year: YearName::Loose,
        },
        // "from Friday to Monday": the end comes after the beginning, whatever day it is.
        Expression::Weekday {
            weekday, shift: None, ..
        } if is_range_end => Expression::Weekday {
            weekday,
            shift: Some(1),
            base: Base::Narrated,
        },
        expression => expression,
    }
}

/// "from March to May 1944", "June and July 1987": the year after the second month is that of the first one too, or the one that comes
/// next where the year turns between them.
fn share_year(reader: TimeReader<'_>, before: &mut LocalTime, floor: usize, start: usize, found: &Expression) {
    let joined = start == floor + 1 && reader.is_any(floor, &["to", "through", "until", "till", "-", "and", "or"]);
    if let (
        true,
        Expression::Month { month: first, year },
        Expression::Month {
            month: second,
            year: YearName::Given(given),
        },
    ) = (joined, &mut before.expression, found)
        && *year == YearName::Unnamed
    {
        *year = YearName::Given(given - i16::from(*first > *second));
    }
}

/// Whether a word of range joins an expression at `start` to a weekday that ends before `floor`.
fn is_range_end(reader: TimeReader<'_>, before: Option<&LocalTime>, floor: usize, start: usize) -> bool {
    let joined = start == floor + 1 && reader.is_any(floor, &["to", "through", "until", "till", "-"]);
    joined && before.is_some_and(|before| matches!(before.expression, Expression::Weekday { .. }))
}
