//! A sentence that says only that somebody spoke, before a quotation that begins the next one: *Lund responded on Friday.* “We
//! leave at dawn.” It reads no quotations of the sentence itself.

use crate::analysis::attribution::frame::{CueForm, Frame, SubjectKind};
use crate::analysis::attribution::judge::voice;
use crate::analysis::attribution::lexicon::{WordClass, is_listed};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::paragraph::stance::{self, ends_after, moves_body};
use crate::analysis::attribution::types::{LocalQuotation, QuotationKind, QuotationStatus, Voice};
use crate::language::Upos;

/// How sure an announcement makes the speaker of the quotation after it.
const ANNOUNCED: f32 = 0.8;

/// How sure the stance that a sentence gives makes the speaker.
const IN_A_STANCE: f32 = 0.6;

/// The longest question that asks for what somebody says, in items.
const LONGEST_QUESTION: usize = 12;

/// Who is expected to speak in the next sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Announced {
    /// Who it is.
    pub voice: Voice,
    confidence: f32,
    because: &'static str,
}

/// Who speaks in a sentence that says only that somebody spoke ("Lund responded on Friday.") or, for one person, that
/// somebody judged ("Lund called it a mistake.") or took a stance ("Lund was skeptical.").
#[must_use]
pub fn announced(line: Line<'_>, frames: &[Frame]) -> Option<Announced> {
    let last = |holds: &dyn Fn(&Frame) -> bool| {
        let mut verbs = frames
            .iter()
            .rev()
            .filter(|frame| frame.form == CueForm::Verb && !frame.negated);
        verbs
            .find(|frame| holds(frame))
            .and_then(|frame| voice::of_frame(line, frame, None))
    };
    let is_person = |voice: &Voice| voice::is_person(line.text(), voice);
    let spoken = last(&spoke)
        .or_else(|| last(&|frame| judged(line, frame)).filter(is_person))
        .or_else(|| reacted(line, frames))
        .or_else(|| gestured(line))
        .or_else(|| asked_back(line));
    let announced = |voice: Voice, confidence: f32, because: &'static str| Announced {
        voice,
        confidence,
        because,
    };
    spoken
        .map(|voice| announced(voice, ANNOUNCED, "the sentence before says that somebody spoke"))
        .or_else(|| {
            let voice = stance::stance(line).filter(is_person)?;
            Some(announced(
                voice,
                IN_A_STANCE,
                "the sentence before says how somebody sees it",
            ))
        })
}

/// "Weil disagreed.", "Weil shook his head.": who takes over by answering without words, where a name says who it is.
fn reacted(line: Line<'_>, frames: &[Frame]) -> Option<Voice> {
    let frame = frames
        .iter()
        .rev()
        .find(|frame| line.tag(frame.cue.start).is_finite())?;
    let subject = frame.speaker.as_ref().filter(|subject| {
        let last = subject.items.end.saturating_sub(1);
        subject.items.start == 0 && line.has(last, &[Upos::Propn])
    })?;
    let answers = is_listed(WordClass::Reaction, &frame.lemma) && ends_after(line, frame.cue.end);
    let tight = frame.cue.start <= subject.items.end + 1 || subject.kind == SubjectKind::Apart;
    let moves = moves_body(line, frame.cue.end) && tight;
    if !(answers || moves) {
        return None;
    }
    cov_mark::hit!(another_person_takes_over);
    voice::of_frame(line, frame, None).filter(|voice| voice::is_person(line.text(), voice))
}

/// "Bo Weil laughs.", "Bo Weil smiles and shakes his head.": a gesture in the present, which has the form of a noun after a name.
fn gestured(line: Line<'_>) -> Option<Voice> {
    let verb = (1..line.len()).find(|&at| !line.has(at, &[Upos::Propn]))?;
    let base = line.form(verb).strip_suffix('s')?;
    let is_name = line.has(0, &[Upos::Propn]);
    let ends = ends_after(line, verb + 1) || line.is(verb + 1, "and") && moves_body(line, verb + 3);
    if !is_name || !ends || !is_listed(WordClass::Gesture, base) {
        return None;
    }
    cov_mark::hit!(a_gesture_after_a_name);
    Some(Voice {
        speaker: line.span(0..verb),
        cue: line.word(verb)?.span,
        lemma: base.to_owned(),
        addressee: None,
        source: None,
    })
}

/// "His message to voters?": who is about to say what the writer asks for.
fn asked_back(line: Line<'_>) -> Option<Voice> {
    let asks = line.len().checked_sub(1).is_some_and(|last| line.is(last, "?"));
    if !asks || line.len() > LONGEST_QUESTION || (0..line.len()).any(|at| line.has(at, &[Upos::Verb, Upos::Aux])) {
        return None;
    }
    let noun = (1..line.len()).find(|&at| is_listed(WordClass::Utterance, line.lemma(at)))?;
    cov_mark::hit!(the_writer_asks_for_what_is_said);
    voice::of_noun(line, noun).filter(|voice| line.span(0..1).start == voice.speaker.start)
}

/// Gives the quotation that begins a sentence to the speaker that the sentence before announces.
pub fn give(line: Line<'_>, announced: Option<&Announced>, quotations: &mut [LocalQuotation]) {
    let (Some(announced), Some(quotation)) = (announced, quotations.first_mut()) else {
        return;
    };
    if quotation.status == QuotationStatus::Unattributed
        && quotation.kind == QuotationKind::Direct
        && quotation.span.start == line.whole.start
    {
        quotation.because = format!("{}: “{}”", announced.because, announced.voice.lemma);
        quotation.confidence = announced.confidence;
        quotation.status = QuotationStatus::Attributed;
        quotation.voice = Some(announced.voice.clone());
    }
}

fn spoke(frame: &Frame) -> bool {
    frame.class.speaks() && frame.class.that
}

/// "Lund called it a mistake.": a finite verb of describing with its subject before it.
fn judged(line: Line<'_>, frame: &Frame) -> bool {
    frame.class.describe
        && matches!(frame.speaker_kind(), Some(SubjectKind::Before | SubjectKind::Apart))
        && line.tag(frame.cue.start).is_finite()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::frame::frames;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn who_answers_without_words_takes_over() {
        cov_mark::check!(another_person_takes_over);
        cov_mark::check!(a_gesture_after_a_name);
        let of = |text: &str| {
            with_line(text, |line| {
                announced(line, &frames(line)).map(|found| found.voice.speaker.of(text).to_owned())
            })
        };
        assert_eq!(of("Bo Weil disagreed.").as_deref(), Some("Bo Weil"));
        assert_eq!(of("Bo Weil shook his head.").as_deref(), Some("Bo Weil"));
        let apart = "Bo Weil, who fishes there, rolled his eyes.";
        assert_eq!(of(apart).as_deref(), Some("Bo Weil"));
        assert_eq!(of("Bo Weil answered the door.").as_deref(), None);
        assert_eq!(of("He shook his head.").as_deref(), None);
        assert_eq!(of("Bo Weil laughs.").as_deref(), Some("Bo Weil"));
        assert_eq!(of("Bo Weil smiles and shakes his head.").as_deref(), Some("Bo Weil"));
        assert_eq!(of("Ostby schools.").as_deref(), None);
    }

    #[test]
    fn whose_message_is_asked_for_is_announced() {
        cov_mark::check!(the_writer_asks_for_what_is_said);
        let of = |text: &str| {
            with_line(text, |line| {
                announced(line, &frames(line)).map(|found| found.voice.speaker.of(text).to_owned())
            })
        };
        assert_eq!(of("His message to voters?").as_deref(), Some("His"));
        assert_eq!(of("Weil’s answer to the critics?").as_deref(), Some("Weil"));
        assert_eq!(of("The answer to the critics?").as_deref(), None);
        assert_eq!(of("His message was what?").as_deref(), None);
    }

    #[test]
    fn who_spoke_or_judged_is_announced() {
        let of = |text: &str| {
            with_line(text, |line| {
                announced(line, &frames(line)).map(|found| found.voice.speaker.of(text).to_owned())
            })
        };
        assert_eq!(of("Ana Lund answered on Friday.").as_deref(), None);
        assert_eq!(of("Ana Lund responded on Friday.").as_deref(), Some("Ana Lund"));
        assert_eq!(of("Ana Lund called it a mistake.").as_deref(), Some("Ana Lund"));
        assert_eq!(of("Officials called it a mistake.").as_deref(), None);
    }
}
