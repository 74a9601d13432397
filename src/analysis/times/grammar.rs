//! The longest time expression that begins at a token. It looks a bounded number of tokens ahead, so that a text of
//! nothing but numbers costs no more than any other.

use crate::analysis::TimeKind;
use crate::analysis::times::expression::Expression;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::Class;
use crate::analysis::times::{clock, dates, figures, quantity, quarters, relative, sets, weekdays, years};

/// A time expression from one token to before another.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// One past its last token.
    pub end: usize,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// What it says.
    pub expression: Expression,
}

impl Match {
    /// A date up to `end`.
    #[must_use]
    pub fn date(end: usize, expression: Expression) -> Self {
        Self {
            end,
            kind: TimeKind::Date,
            expression,
        }
    }

    /// A value that needs no date.
    #[must_use]
    pub fn fixed(end: usize, kind: TimeKind, value: impl Into<String>) -> Self {
        Self {
            end,
            kind,
            expression: Expression::Fixed(value.into()),
        }
    }
}

/// The longest expression that begins at `at`, with the clock time or the part of the day that belongs to it.
#[must_use]
pub fn longest(reader: Reader<'_>, at: usize) -> Option<Match> {
    let day = day_like(reader, at);
    let clock = clock::clock(reader, at).map(|clock| clock::with_day(reader, clock));
    match (day, clock) {
        (Some(day), Some(clock)) if clock.end > day.end => Some(clock),
        (Some(day), _) => Some(clock::behind_day(reader, day)),
        (None, clock) => clock,
    }
}

/// The longest expression without a clock time.
#[must_use]
pub fn day_like(reader: Reader<'_>, at: usize) -> Option<Match> {
    let mut best: Option<Match> = None;
    if is_programme(reader, at) {
        return None;
    }
    for found in [
        dates::calendar(reader, at),
        figures::figures(reader, at),
        years::year(reader, at),
        weekdays::weekday(reader, at),
        relative::shifted(reader, at),
        quantity::quantity(reader, at),
        quarters::quarter(reader, at),
        quarters::season(reader, at),
        sets::set(reader, at),
        sets::reference(reader, at),
    ]
    .into_iter()
    .flatten()
    {
        if best.as_ref().is_none_or(|best| found.end > best.end) {
            best = Some(found);
        }
    }
    best
}

/// "This Week", "60 Minutes": a unit with a capital in running text is part of a name.
fn is_programme(reader: Reader<'_>, at: usize) -> bool {
    let Class::Unit { unit, .. } = reader.class(at + 1) else {
        return false;
    };
    let named = match reader.class(at) {
        Class::Shift(_) | Class::Past => reader.is_capital(at),
        Class::Digits => unit.is_clock(),
        _ => false,
    };
    let lower = |at: usize| {
        reader
            .get(at)
            .is_some_and(|token| !token.capital && token.lower.chars().all(char::is_alphabetic))
    };
    let near = (1..=4).any(|back| at.checked_sub(back).is_some_and(lower));
    named && reader.is_capital(at + 1) && (near || (2..=4).any(|ahead| lower(at + ahead)))
}

/// The first token of an expression that begins at `at`, with the words before it that belong to it ("the end of",
/// "nearly", "early"). It never goes back before `floor`.
#[must_use]
pub fn widened(reader: Reader<'_>, at: usize, floor: usize, kind: TimeKind) -> usize {
    let mut start = at;
    for _ in 0..5 {
        let Some(before) = start.checked_sub(1).filter(|before| *before >= floor) else {
            break;
        };
        let word = reader.word(before);
        let belongs = match reader.class(before) {
            Class::Edge => {
                matches!(word, "early" | "late" | "mid") || reader.is(before + 1, "of") && kind != TimeKind::Duration
            }
            Class::About => kind == TimeKind::Duration && !matches!(word, "only" | "just"),
            Class::Ago => word == "earlier" && kind == TimeKind::Date,
            Class::Later => word == "later" && kind == TimeKind::Date,
            _ => match word {
                "the" | "its" => !matches!(reader.word(start), "a" | "an" | "the"),
                "of" => {
                    reader.class(before.saturating_sub(1)) == Class::Edge
                        && before > floor
                        && matches!(
                            reader.before(before),
                            "end" | "start" | "beginning" | "middle" | "close"
                        )
                }
                "-" => matches!(reader.before(before), "mid" | "late" | "early") && before > floor,
                "'" => reader.is_glued(start) && reader.get(start).is_some_and(|token| token.number.is_some()),
                "more" | "less" | "at" | "up" | "to" | "no" => {
                    kind == TimeKind::Duration
                        && match word {
                            "more" | "less" => reader.is(start, "than"),
                            "at" => reader.is_any(start, &["least", "most"]),
                            "up" => reader.is(start, "to"),
                            "to" => reader.is(before.saturating_sub(1), "up"),
                            _ => reader.is_any(start, &["more", "less"]),
                        }
                }
                _ => false,
            },
        };
        if !belongs {
            break;
        }
        start = before;
    }
    // A trailing "to" or "of" without its first word is none of ours.
    if reader.is_any(start, &["to", "of", "-"]) {
        at
    } else {
        start
    }
}
