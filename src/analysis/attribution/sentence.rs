//! The quotations of one sentence, in marks and without, with the speakers that its frames name. It asks no other sentence
//! who speaks.

use crate::analysis::attribution::attach::{Fit, attach};
use crate::analysis::attribution::content;
use crate::analysis::attribution::frames::Frame;
use crate::analysis::attribution::indirect::{self, Indirect};
use crate::analysis::attribution::kind;
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::local::{LocalQuotation, Speech};
use crate::analysis::attribution::shape;
use crate::analysis::attribution::subject::How;
use crate::analysis::attribution::types::{QuotationKind, QuotationStatus};
use crate::analysis::attribution::voice;
use crate::analysis::quotations::{Region, insertions};
use crate::text::Span;

/// Reads the quotations of a sentence into `speech`; `group` is the last group that was given.
pub fn read_unit(line: Line<'_>, frames: &[Frame], speech: &mut Speech, group: &mut usize) {
    let source = voice::source_of(line, frames);
    // The frames that report a quotation, with its group.
    let mut used: Vec<(usize, usize)> = Vec::new();
    for at in 0..line.len() {
        let Some(region) = line.region(at) else { continue };
        let mut quotation = bare(line, at, region);
        // A verb that is no cue says nothing about who speaks whole sentences.
        let attached = attach(line, frames, at)
            .filter(|&(_, fit)| fit != Fit::Weak || quotation.kind == QuotationKind::Mixed || is_behind_dash(line, at));
        let fit = attached.map(|(_, fit)| fit);
        if let Some(why) = why_mention(line, frames, at, &quotation, fit, &speech.quotations) {
            mention(&mut quotation, why.to_owned(), 0.8);
            *group += 1;
        } else if let Some((index, fit)) = attached
            && let Some(frame) = frames.get(index)
        {
            if is_denied(line, at, frame, fit, &quotation) {
                let why = format!("“{}” is denied, so nobody is said to have used the words", frame.lemma);
                mention(&mut quotation, why, 0.5);
            } else {
                attribute(line, frame, fit, source.as_ref(), &mut quotation);
                // What is shouted or shown, and the second half of a split quotation, are all that is reported.
                if fit == Fit::Between || kind::is_uttered(line, at) {
                    quotation.content = region.inner;
                }
            }
            // Two quotations around one frame are one.
            let same =
                used.last().is_some_and(|&(frame, _)| frame == index) && !matches!(fit, Fit::Governs | Fit::Weak);
            if !same {
                *group += 1;
            }
            used.push((index, *group));
        } else {
            *group += 1;
            if let Some(voice) = voice::of_possessor(line, at) {
                quotation.status = voice::status_of(line, &voice);
                quotation.confidence = 0.85;
                quotation.because = format!("whose “{}” it is", voice.lemma);
                quotation.voice = Some(voice);
            }
        }
        quotation.group = *group;
        speech.quotations.push(quotation);
    }
    let in_use = |index: usize| used.iter().any(|&(frame, _)| frame == index);
    for found in indirect::indirect(line, frames, &in_use) {
        let joined = used.iter().find(|&&(frame, _)| found.frame == Some(frame));
        let group = joined.map_or_else(
            || {
                *group += 1;
                *group
            },
            |&(_, group)| group,
        );
        speech
            .quotations
            .extend(report(line, frames, source.as_ref(), &found, group));
    }
}

/// Why the marked words at item `at` are nobody's speech; `None` where they are somebody's. `fit` is that of the frame beside
/// them, and `earlier` are the quotations before them in the paragraph.
fn why_mention(
    line: Line<'_>,
    frames: &[Frame],
    at: usize,
    quotation: &LocalQuotation,
    fit: Option<Fit>,
    earlier: &[LocalQuotation],
) -> Option<&'static str> {
    let weak = fit.is_none_or(|fit| fit == Fit::Weak);
    // A few words behind a quotation of the same paragraph that end as a sentence does go on with it.
    let goes_on = quotation.kind == QuotationKind::Direct
        && at == 0
        && earlier
            .iter()
            .any(|earlier| earlier.is_speech && earlier.kind == QuotationKind::Direct);
    kind::mention(line, at)
        .filter(|&why| !(why == kind::TITLE_CASE && goes_on))
        .filter(|&why| {
            let reported = why != kind::BEFORE_WORK && fit == Some(Fit::Behind) || why == kind::TITLE_CASE && !weak;
            !reported || kind::is_object_of_preposition(line, at)
        })
        .or_else(|| {
            let short = quotation.kind == QuotationKind::Mixed && kind::is_short(quotation.content.of(line.text()));
            let reported = || {
                voice::of_possessor(line, at).is_some()
                    || kind::is_uttered(line, at)
                    || indirect::leads(line, frames, at)
            };
            (weak && short && !reported()).then_some("a few words that no cue reports")
        })
}

/// Whether a frame says that a fragment was not said: what is shouted or shown was used all the same.
fn is_denied(line: Line<'_>, at: usize, frame: &Frame, fit: Fit, quotation: &LocalQuotation) -> bool {
    frame.negated
        && !kind::is_uttered(line, at)
        && matches!(fit, Fit::Governs | Fit::Before)
        && quotation.kind == QuotationKind::Mixed
}

/// Makes a quotation a mention, which has no speaker.
fn mention(quotation: &mut LocalQuotation, because: String, confidence: f32) {
    quotation.kind = QuotationKind::Mention;
    quotation.status = QuotationStatus::None;
    quotation.because = because;
    quotation.confidence = confidence;
}

/// The parts of what is reported without marks.
fn report<'a>(
    line: Line<'a>,
    frames: &[Frame],
    source: Option<&(usize, Span)>,
    found: &'a Indirect,
    group: usize,
) -> impl Iterator<Item = LocalQuotation> + 'a {
    let frame = found.frame.and_then(|index| frames.get(index));
    let voice = match frame {
        Some(frame) => voice::of_frame(line, frame, source),
        None => voice::of_noun(line, found.cue.start),
    };
    let because = match &voice {
        Some(voice) => format!("subject of “{}”, which reports the words", voice.lemma),
        None => format!(
            "“{}” does not tell whose words they are",
            line.span(found.cue.clone()).of(line.text())
        ),
    };
    found.parts.iter().map(move |part| {
        let span = line.span(part.clone());
        LocalQuotation {
            span,
            content: span,
            kind: QuotationKind::Indirect,
            closed: true,
            status: voice
                .as_ref()
                .map_or(QuotationStatus::None, |voice| voice::status_of(line, voice)),
            because: because.clone(),
            voice: voice.clone(),
            group,
            confidence: found.confidence,
            insertions: Vec::new(),
            is_speech: found.is_speech,
        }
    })
}

/// A quotation of which nothing is known but its marks.
fn bare(line: Line<'_>, at: usize, region: &Region) -> LocalQuotation {
    LocalQuotation {
        span: region.span,
        content: region.inner,
        kind: if shape::is_fragment(line, at, region) {
            QuotationKind::Mixed
        } else {
            QuotationKind::Direct
        },
        closed: region.closed,
        voice: None,
        status: QuotationStatus::Unattributed,
        group: 0,
        confidence: 0.5,
        because: String::new(),
        insertions: insertions(line.text(), region.inner),
        is_speech: true,
    }
}

fn attribute(line: Line<'_>, frame: &Frame, fit: Fit, source: Option<&(usize, Span)>, quotation: &mut LocalQuotation) {
    let Some(voice) = voice::of_frame(line, frame, source) else {
        return;
    };
    if quotation.kind == QuotationKind::Mixed {
        let behind = matches!(fit, Fit::Ends | Fit::Behind);
        if let Some(clause) = content::reported(line, frame, behind) {
            let span = line.span(clause);
            if span.covers(quotation.content)
                && !shape::holds_sentences(line, quotation)
                && !(fit == Fit::Before && content::stands_alone(line, frame, quotation.span))
            {
                quotation.content = span;
            }
        }
    }
    quotation.status = voice::status_of(line, &voice);
    let hedge = match frame.speaker.as_ref().map(|subject| subject.how) {
        Some(How::Apart | How::Shared) => 0.93,
        Some(How::Relative | How::Agent) => 0.95,
        _ => 1.0,
    };
    quotation.confidence = fit.confidence(quotation.kind == QuotationKind::Mixed) * hedge;
    quotation.because = voice::because(frame, fit);
    quotation.voice = Some(voice);
}

/// "Lund embraced the old ways -- “A strap did us no harm.”": whether a dash leads into the quotation.
fn is_behind_dash(line: Line<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| line.is_dash(before))
}
