//! Repeated words as plain data, no decisions.

use crate::text::Span;

/// A word, or two words of grammar, written twice running with nothing but white space between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// What is written first, in the block's text.
    pub first: Span,
    /// The same again.
    pub second: Span,
    /// Why it may be no slip; `None` where nothing is known.
    pub reason: Option<RepeatReason>,
}

/// Why a word may be written twice running.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepeatReason {
    /// Grammar or weight calls for it, wherever it is (“had had”, “very very”).
    Usage,
    /// It is how people talk (“no no”), so that it may be right in quoted words only.
    Spoken,
    /// It is a name (“Walla Walla”).
    Name,
    /// It is a letter that is spelled out (“a a b”).
    Spelled,
    /// The writer marks it as meant: *sic*.
    Sic,
}
