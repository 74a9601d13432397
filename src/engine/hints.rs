//! Small notes next to the text: who “he” is, who goes on speaking, which day “Monday” is. They repeat facts and never
//! judge.

use crate::analysis::{MentionForm, Place, Quotation, QuotationKind, QuotationStatus, Time, TimeKind};
use crate::engine::days::Days;
use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::text::Span;

/// Which notes are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HintSettings {
    /// Who a pronoun is that names a speaker.
    pub pronoun_speakers: bool,
    /// Who goes on speaking in a quotation without a speaker of its own.
    pub carried_speakers: bool,
    /// The calendar day of a weekday or a relative day.
    pub calendar_days: bool,
}

impl Default for HintSettings {
    fn default() -> Self {
        Self {
            pronoun_speakers: true,
            carried_speakers: true,
            calendar_days: false,
        }
    }
}

/// A note next to the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where it is shown, in the source.
    pub offset: usize,
    /// What it says, without brackets.
    pub text: String,
    /// Whether it is before what it belongs to, not after.
    pub is_before: bool,
    /// Why, as one sentence; may be empty.
    pub because: String,
}

/// A longer stretch of days is not a calendar day.
const MOST_DAYS: i32 = 7;

/// The notes in a stretch of the source, in the order of the text.
pub(super) fn hints(snapshot: &Snapshot, within: Span, wanted: HintSettings) -> Vec<Hint> {
    let mut hints = Vec::new();
    for quotation in &snapshot.facts.quotations {
        if wanted.pronoun_speakers {
            hints.extend(pronoun_hint(snapshot, quotation));
        }
        if wanted.carried_speakers {
            hints.extend(carried_hint(snapshot, quotation));
        }
    }
    if wanted.calendar_days {
        hints.extend(snapshot.facts.times.iter().filter_map(|time| day_hint(snapshot, time)));
    }
    hints.retain(|hint| within.touches(hint.offset));
    hints.sort_by_key(|hint| hint.offset);
    // The parts of a split quotation have one speaker.
    hints.dedup_by(|hint, last| hint.offset == last.offset && hint.text == last.text);
    hints
}

fn pronoun_hint(snapshot: &Snapshot, quotation: &Quotation) -> Option<Hint> {
    let speaker = quotation.speaker.as_ref()?;
    let name = speaker.resolved.as_ref()?;
    let mention = in_block(&snapshot.facts.mentions, speaker.place.block, |mention| mention.place)
        .find(|mention| mention.place == speaker.place)?;
    if mention.form != MentionForm::Pronoun || quotation.status == QuotationStatus::Carried {
        return None;
    }
    // Who reads “she” after two women may think of the other one.
    if !mention
        .actor
        .is_some_and(|actor| snapshot.can_only_mean(mention.place, actor))
    {
        return None;
    }
    Some(Hint {
        offset: snapshot.source_span(speaker.place).end,
        text: name.clone(),
        is_before: false,
        because: mention.because.to_string(),
    })
}

fn carried_hint(snapshot: &Snapshot, quotation: &Quotation) -> Option<Hint> {
    let speaker = quotation.speaker.as_ref()?;
    let is_marked = matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed);
    if quotation.status != QuotationStatus::Carried || !is_marked {
        return None;
    }
    Some(Hint {
        offset: snapshot.source_span(quotation.place).start,
        text: speaker.resolved.clone().unwrap_or_else(|| speaker.text.clone()),
        is_before: true,
        because: quotation.because.clone(),
    })
}

fn day_hint(snapshot: &Snapshot, time: &Time) -> Option<Hint> {
    let days = Days::new(time.days?, snapshot.facts.locale);
    let says_the_day = |place: Place| snapshot.text_of(place).contains(|c: char| c.is_ascii_digit());
    if time.kind != TimeKind::Date || days.count() > MOST_DAYS || says_the_day(time.place) {
        return None;
    }
    Some(Hint {
        offset: snapshot.source_span(time.place).end,
        text: days.in_short(),
        is_before: false,
        because: time.because.clone(),
    })
}
