//! Which words before a time belong to it: "the end of", "nearly", "early". It reads no time itself.

use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::types::TimeKind;
use crate::analysis::times::words::TimeClass;

/// How many words before a time may belong to it.
const MOST: usize = 5;

/// The first token of an expression that begins at `at`, with the words before it that belong to it. It never goes back
/// before `floor`.
#[must_use]
pub fn widened(reader: TimeReader<'_>, at: usize, floor: usize, kind: TimeKind) -> usize {
    let mut start = at;
    for _ in 0..MOST {
        let Some(before) = start.checked_sub(1).filter(|before| *before >= floor) else {
            break;
        };
        if !belongs(reader, before, floor, kind) {
            break;
        }
        start = before;
    }
    // A trailing "to" or "of" without its first word does not count.
    if reader.is_any(start, &["to", "of", "-"]) {
        at
    } else {
        start
    }
}

/// Whether the word at `at` belongs to the time right after it.
fn belongs(reader: TimeReader<'_>, at: usize, floor: usize, kind: TimeKind) -> bool {
    let next = at + 1;
    let word = reader.word(at);
    match reader.class(at) {
        TimeClass::Edge => {
            matches!(word, "early" | "late" | "mid") || reader.is(next, "of") && kind != TimeKind::Duration
        }
        TimeClass::About => kind == TimeKind::Duration && !matches!(word, "only" | "just"),
        TimeClass::Ago => word == "earlier" && kind == TimeKind::Date,
        TimeClass::Later => word == "later" && kind == TimeKind::Date,
        _ => match word {
            "the" | "its" => !reader.is_any(next, &["a", "an", "the"]),
            "of" => {
                at > floor
                    && reader.class(at - 1) == TimeClass::Edge
                    && reader.is_any(at - 1, &["end", "start", "beginning", "middle", "close"])
            }
            "-" => at > floor && reader.is_any(at - 1, &["mid", "late", "early"]),
            "'" => reader.is_glued(next) && reader.get(next).is_some_and(|token| token.number.is_some()),
            _ => kind == TimeKind::Duration && belongs_to_length(reader, at),
        },
    }
}

/// "more than", "at least", "up to", "no less" before a length of time.
fn belongs_to_length(reader: TimeReader<'_>, at: usize) -> bool {
    let next = at + 1;
    match reader.word(at) {
        "more" | "less" => reader.is(next, "than"),
        "at" => reader.is_any(next, &["least", "most"]),
        "up" => reader.is(next, "to"),
        "to" => reader.is(at.saturating_sub(1), "up"),
        "no" => reader.is_any(next, &["more", "less"]),
        _ => false,
    }
}
