//! What readers of notes share: lines, and passages as they are given. It reads no notes.

use smol_str::SmolStr;

use crate::text::Span;
use crate::verify::types::Passage;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The passages, in order.
    pub passages: Vec<Passage>,
    /// What is odd about the text, as a sentence without a period.
    pub remark: Option<String>,
}

/// The lines of a text without their ends, each with where it begins. They end as they do in editors.
pub fn lines_of(text: &str) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    let mut at = 0;
    let mut ended_in_return = false;
    for whole in text.split_inclusive(['\n', '\r']) {
        // The second half of “\r\n”.
        if !(ended_in_return && whole == "\n") {
            lines.push((at, whole.trim_end_matches(['\n', '\r'])));
        }
        ended_in_return = whole.ends_with('\r');
        at += whole.len();
    }
    lines
}

/// A passage of these words.
pub fn passage(span: Span, speaker: Option<&str>, time: Option<&str>) -> Passage {
    Passage {
        span,
        speaker: speaker.map(SmolStr::new),
        time: time.map(SmolStr::new),
    }
}
