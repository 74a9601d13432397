//! What an expression comes to: a TIMEX3 value, the days it names, how surely and why. Plain data.

use jiff::civil::Date;

use crate::analysis::times::calendar::Days;

/// What an expression comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolvedTime {
    /// TIMEX3 value.
    pub value: String,
    /// The days it names.
    pub days: Option<Days>,
    /// How sure the value is, 0..=1.
    pub confidence: f32,
    /// How it was resolved.
    pub because: String,
}

impl ResolvedTime {
    /// A value with its days.
    #[must_use]
    pub fn new((value, days): (String, Option<Days>), confidence: f32, because: impl Into<String>) -> Self {
        Self {
            value,
            days,
            confidence,
            because: because.into(),
        }
    }

    /// A value of which no day is known.
    #[must_use]
    pub fn unknown(value: impl Into<String>, because: impl Into<String>) -> Self {
        Self::new((value.into(), None), 0.3, because)
    }

    /// One day.
    #[must_use]
    pub fn day(date: Date, confidence: f32, because: impl Into<String>) -> Self {
        Self::new((date.to_string(), Some((date, date))), confidence, because)
    }
}
