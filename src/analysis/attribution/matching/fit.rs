//! How a frame and a quotation relate to each other, how sure that makes the speaker, and how a reader is told why. It matches
//! nothing.

use crate::analysis::attribution::frame::{CueForm, Frame, SubjectKind};
use crate::analysis::attribution::line::Line;
use crate::language::{Tag, Upos};

/// How a frame and a quotation relate to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// The frame follows the quotation directly: “…,” she said.
    After,
    /// The frame leads into the quotation directly: She said: “…”
    Before,
    /// The frame is between two parts of one quotation.
    Between,
    /// The cue governs the clause that holds the fragment.
    Governs,
    /// The sentence ends in the frame: "The plan is “odd”, she said."
    Ends,
    /// Only a verb that is not a cue is near.
    Weak,
}

/// How often a frame that fits so names the right speaker, 0..=1, as counted on published news (docs/quotations.md). `mixed`
/// says whether the marked words are a fragment.
#[must_use]
pub fn confidence(line: Line<'_>, frame: &Frame, fit: Fit, mixed: bool) -> f32 {
    let of_fit = match (fit, mixed) {
        (Fit::After, false) => 0.97,
        (Fit::After, true) => 0.92,
        (Fit::Between, false) => 0.94,
        (Fit::Ends, true) => 0.92,
        (Fit::Before, false) | (Fit::Governs, true) => 0.9,
        (Fit::Governs, false) => 0.88,
        (Fit::Between, true) | (Fit::Ends, false) => 0.85,
        (Fit::Before, true) => 0.68,
        (Fit::Weak, _) => 0.5,
    };
    let of_subject = match frame.speaker_kind() {
        Some(SubjectKind::Apart | SubjectKind::Shared | SubjectKind::Retold) => 0.93,
        Some(SubjectKind::Governed) => 0.7,
        Some(SubjectKind::Relative | SubjectKind::Agent) => 0.95,
        Some(SubjectKind::Before | SubjectKind::Inverted) | None => 1.0,
    };
    of_fit * of_subject * of_words(line, frame, fit, mixed)
}

/// How much less sure the words of a frame make its speaker: an infinitive ("to say") has none of its own, and in front of a fragment
/// a subject that is no name was more often wrong, unless it is right before a verb that governs the fragment.
fn of_words(line: Line<'_>, frame: &Frame, fit: Fit, mixed: bool) -> f32 {
    let cue = frame.cue.start;
    let infinitive = line.tag(cue) == Tag::BaseVerb && cue.checked_sub(1).is_some_and(|before| line.is(before, "to"));
    let of_form = if infinitive { 0.75 } else { 1.0 };
    let last = frame
        .speaker
        .as_ref()
        .and_then(|subject| subject.items.end.checked_sub(1));
    let named = last.is_none_or(|last| line.is_capitalized(last) && !line.has(last, &[Upos::Pron]));
    let apart = frame.speaker_kind() != Some(SubjectKind::Before);
    let unsure = fit == Fit::Before || fit == Fit::Governs && apart;
    of_form * if mixed && unsure && !named { 0.85 } else { 1.0 }
}

/// Why a frame names the speaker, in the words of a reporter.
#[must_use]
pub fn because(frame: &Frame, fit: Fit) -> String {
    let cue = &frame.lemma;
    match (frame.form, fit) {
        (CueForm::Phrase, _) => format!("named by “{cue}” in the same sentence"),
        (CueForm::Colon, _) => "named before the colon".to_owned(),
        (CueForm::Dash, _) => "named after the dash".to_owned(),
        (_, Fit::After) => format!("subject of “{cue}”, right after the quotation"),
        (_, Fit::Before) => format!("subject of “{cue}”, which leads into the quotation"),
        (_, Fit::Between) => format!("subject of “{cue}”, between the two parts of the quotation"),
        (_, Fit::Governs) => format!("subject of “{cue}” in the same sentence"),
        (_, Fit::Ends) => format!("subject of “{cue}” at the end of the sentence"),
        (_, Fit::Weak) => format!("subject of “{cue}”, the nearest verb before the quotation"),
    }
}
