//! A stretch of a file as the JSON formats write it: bytes for programs, lines and columns for people. It reads no file.

use serde::Serialize;

use crate::cli::notes::positions;
use crate::cli::output::lines::{Lines, Position};
use crate::text::Span;
use crate::verify::NotesSource;

/// Where something begins and ends.
#[derive(Debug, Serialize)]
pub struct Stretch {
    span: Bytes,
    start: Position,
    end: Position,
}

/// The same in bytes.
#[derive(Debug, Serialize)]
pub struct Bytes {
    start: usize,
    end: usize,
}

impl Stretch {
    /// A stretch of the text that has these lines.
    pub fn of(span: Span, lines: &Lines<'_>) -> Self {
        Self {
            span: Bytes::of(span),
            start: lines.position(span.start),
            end: lines.position(span.end),
        }
    }

    /// A stretch of notes.
    pub fn in_notes(notes: &NotesSource, span: Span) -> Self {
        let (start, end) = positions(notes, span);
        Self {
            span: Bytes::of(span),
            start,
            end,
        }
    }
}

impl Bytes {
    /// The bytes of a stretch.
    pub fn of(span: Span) -> Self {
        Self {
            start: span.start,
            end: span.end,
        }
    }
}
