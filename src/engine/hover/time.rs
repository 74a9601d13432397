//! The card of a time expression: the calendar days it names and how they were found. It guesses no day.

use crate::analysis::Time;
use crate::engine::days::Days;
use crate::engine::hover::types::TimeCard;
use crate::engine::types::Snapshot;

/// The card of a time expression.
pub(super) fn card(snapshot: &Snapshot, time: &Time) -> TimeCard {
    TimeCard {
        text: snapshot.text_of(time.place).to_owned(),
        kind: time.kind,
        value: time.value.clone(),
        days: time.days.map(|days| Days::new(days, snapshot.facts.locale)),
        confidence: time.confidence,
        because: time.because.clone(),
    }
}
