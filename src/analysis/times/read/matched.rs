//! A time expression that was read: from one token to before another. It says nothing of verbs and dates.

use crate::analysis::times::expression::Expression;
use crate::analysis::times::types::TimeKind;

/// A time expression up to a token.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeMatch {
    /// One past its last token.
    pub end: usize,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// What it says.
    pub expression: Expression,
}

impl TimeMatch {
    /// A date up to `end`.
    #[must_use]
    pub fn date(end: usize, expression: Expression) -> Self {
        Self {
            end,
            kind: TimeKind::Date,
            expression,
        }
    }

    /// A time of day up to `end`.
    #[must_use]
    pub fn time(end: usize, expression: Expression) -> Self {
        Self {
            end,
            kind: TimeKind::Time,
            expression,
        }
    }

    /// A length of time up to `end`.
    #[must_use]
    pub fn duration(end: usize, value: impl Into<String>) -> Self {
        Self::fixed(end, TimeKind::Duration, value)
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
