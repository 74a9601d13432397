//! Speakers that the sentences of one paragraph lend each other. It never looks past the paragraph.

use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::local::LocalQuotation;
use crate::analysis::attribution::subject::How;
use crate::analysis::attribution::types::{QuotationKind, QuotationStatus};
use crate::analysis::attribution::voice::{self, Voice};
use crate::text::Span;

/// How many words may stand between a quotation and the next one for both to have one speaker.
const NEAR: usize = 12;

/// Who speaks in a sentence that says only that somebody spoke ("Lund issued a statement on Friday.") or judged ("Lund
/// called it a mistake.").
#[must_use]
pub fn announcement(line: Line<'_>, frames: &[Frame]) -> Option<Voice> {
    let spoke = |frame: &&Frame| frame.class.speaks() && frame.class.that;
    let judged = |frame: &&Frame| {
        frame.class.describe
            && frame
                .speaker
                .as_ref()
                .is_some_and(|subject| matches!(subject.how, How::Before | How::Apart))
            && line.tag(frame.cue.start).is_finite()
    };
    let verbs = || {
        frames
            .iter()
            .rev()
            .filter(|frame| frame.form == Form::Verb && !frame.negated)
    };
    let told = verbs().find(spoke).and_then(|frame| voice::of_frame(line, frame, None));
    told.or_else(|| {
        verbs()
            .find(judged)
            .and_then(|frame| voice::of_frame(line, frame, None))
            .filter(|voice| voice.is_person(line.text()))
    })
}

/// Gives the quotation that begins a sentence to the speaker whom the sentence before announces.
pub fn announce(line: Line<'_>, said: Option<&Voice>, quotations: &mut [LocalQuotation]) {
    let (Some(said), Some(quotation)) = (said, quotations.first_mut()) else {
        return;
    };
    if quotation.status == QuotationStatus::Unattributed
        && quotation.kind == QuotationKind::Direct
        && quotation.span.start == line.whole.start
    {
        quotation.because = format!("the sentence before says that somebody spoke: “{}”", said.lemma);
        quotation.confidence = 0.8;
        quotation.status = QuotationStatus::Attributed;
        quotation.voice = Some(said.clone());
    }
}

/// Gives the quotation right before a signature ("—Ana Lund") to the one who signs.
pub fn sign(line: Line<'_>, voice: Voice, quotations: &mut [LocalQuotation]) {
    let Some(last) = quotations.last_mut() else { return };
    if last.status == QuotationStatus::Unattributed
        && last.kind == QuotationKind::Direct
        && last.span.end <= line.whole.start
        && line.whole.start - last.span.end <= 2
    {
        last.status = QuotationStatus::Attributed;
        last.confidence = 0.95;
        "named behind the dash".clone_into(&mut last.because);
        last.voice = Some(voice);
    }
}

/// Gives quotations without a frame of their own the speaker of the quotation before or behind them in the paragraph.
/// Linear in their number.
pub fn lend(text: &str, quotations: &mut [LocalQuotation]) {
    let later = next_direct(quotations);
    let mut earlier: Option<usize> = None;
    for index in 0..quotations.len() {
        if let Some(lent) = lent(text, quotations, index, earlier, later.get(index).copied().flatten())
            && let Some(quotation) = quotations.get_mut(index)
        {
            quotation.voice = lent.voice;
            quotation.status = lent.status;
            quotation.confidence = lent.confidence;
            lent.because.clone_into(&mut quotation.because);
            if quotation.kind == QuotationKind::Direct {
                quotation.group = lent.group;
            }
        }
        if quotations
            .get(index)
            .is_some_and(|quotation| quotation.voice.is_some() && quotation.is_speech)
        {
            earlier = Some(index);
        }
    }
}

struct Lent {
    voice: Option<Voice>,
    status: QuotationStatus,
    group: usize,
    confidence: f32,
    because: &'static str,
}

fn lent(
    text: &str,
    quotations: &[LocalQuotation],
    index: usize,
    earlier: Option<usize>,
    later: Option<usize>,
) -> Option<Lent> {
    let quotation = quotations
        .get(index)
        .filter(|quotation| quotation.status == QuotationStatus::Unattributed)?;
    let direct = quotation.kind == QuotationKind::Direct;
    let earlier = earlier.and_then(|index| quotations.get(index));
    let later = later
        .and_then(|index| quotations.get(index))
        .filter(|other| only_few_words(text, quotation.span, other.span));
    let (from, confidence, because) = match (earlier, later) {
        (Some(other), _) if direct && other.kind != QuotationKind::Indirect => {
            (other, 0.95, "goes on with the quotation before it in the paragraph")
        }
        (Some(other), _) if direct => (other, 0.85, "follows what the same paragraph reports without marks"),
        (None, Some(other)) if direct => (
            other,
            0.9,
            "the frame behind the next quotation names the speaker of both",
        ),
        (Some(other), _) => (other, 0.7, "the speaker of the paragraph"),
        _ => return None,
    };
    Some(Lent {
        voice: from.voice.clone(),
        status: from.status,
        group: from.group,
        confidence,
        because,
    })
}

/// For each quotation the next direct one that has a speaker.
fn next_direct(quotations: &[LocalQuotation]) -> Vec<Option<usize>> {
    let mut next = vec![None; quotations.len()];
    let mut seen = None;
    for (index, (quotation, slot)) in quotations.iter().zip(next.iter_mut()).enumerate().rev() {
        *slot = seen;
        if quotation.kind == QuotationKind::Direct && quotation.voice.is_some() {
            seen = Some(index);
        }
    }
    next
}

fn only_few_words(text: &str, first: Span, second: Span) -> bool {
    text.get(first.end..second.start)
        .is_some_and(|between| between.split_whitespace().nth(NEAR).is_none())
}
