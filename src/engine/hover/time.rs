//! The card of a time expression: the calendar days it names and how they were found. It guesses no day.

use crate::analysis::Time;
use crate::engine::days::Days;
use crate::engine::hover::types::TimeCard;
use crate::engine::types::Snapshot;

/// The rules that say a day could be another one.
const DOUBTS: [&str; 3] = ["impossible-date", "stale-future", "weekday-mismatch"];

/// How sure a day is at most that one of them doubts.
const DOUBTED: f32 = 0.5;

/// The card of a time expression.
pub(super) fn card(snapshot: &Snapshot, time: &Time) -> TimeCard {
    let span = snapshot.source_span(time.place);
    // A day that a finding doubts is not sure.
    let is_doubted = snapshot
        .findings
        .iter()
        .any(|finding| DOUBTS.contains(&finding.code) && finding.span.overlaps(span));
    let confidence = if is_doubted {
        time.confidence.min(DOUBTED)
    } else {
        time.confidence
    };
    TimeCard {
        text: snapshot.text_of(time.place).to_owned(),
        kind: time.kind,
        value: time.value.clone(),
        days: time.days.map(|days| Days::new(days, snapshot.facts.locale)),
        confidence,
        because: time.because.clone(),
    }
}
