//! The quotations of one block with the speakers that the block itself names. It looks at no other block.

use crate::analysis::attribution::attach::{Fit, attach};
use crate::analysis::attribution::content;
use crate::analysis::attribution::frames::{Form, Frame, frames};
use crate::analysis::attribution::indirect::{self, Indirect};
use crate::analysis::attribution::kind;
use crate::analysis::attribution::paragraph;
use crate::analysis::attribution::shape;
use crate::analysis::attribution::signature;
use crate::analysis::attribution::subject::{How, is_finite};
use crate::analysis::attribution::unit::{Item, Page, Unit, units};
use crate::analysis::attribution::voice::{self, Voice};
use crate::analysis::facts::{QuotationKind, QuotationStatus};
use crate::analysis::quotations::{Region, insertions};
use crate::language::Language;
use crate::text::Span;

/// A quotation of a block; spans count in the block's text.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalQuotation {
    /// The region with its marks, or the content of an indirect quotation.
    pub span: Span,
    /// What is reported.
    pub content: Span,
    /// Direct, mixed, indirect or mention.
    pub kind: QuotationKind,
    /// Whether the closing mark stands in the block.
    pub closed: bool,
    /// Who says it, as far as the block tells.
    pub voice: Option<Voice>,
    /// How the speaker was found.
    pub status: QuotationStatus,
    /// Parts of one quotation share a group within the block.
    pub group: usize,
    /// How sure speaker and kind are, 0..=1.
    pub confidence: f32,
    /// Why.
    pub because: String,
    /// Bracketed words that are not the speaker's.
    pub insertions: Vec<Span>,
    /// Whether it is speech or writing, so that a quotation beside it may have the same speaker; a belief or a plan that
    /// the writer reports is not.
    pub is_speech: bool,
}

/// All that one block says about who speaks in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speech {
    /// The quotations, in order.
    pub quotations: Vec<LocalQuotation>,
    /// Who is led in by a colon at the end of the block.
    pub lead_in: Option<Voice>,
    /// Who is reported, in marks or without, by the last sentence of the block.
    pub last_voice: Option<Voice>,
    /// Whose name the block consists of, behind a dash: the signature of the quotation before it.
    pub signature: Option<Voice>,
    /// Whose name the block consists of, without a dash: what is left of a signature whose dash was read as the mark of a
    /// list.
    pub name_alone: Option<Voice>,
    /// Noun phrases that could have spoken, for the reader of a finding: subjects of the block, last first.
    pub candidates: Vec<Span>,
}

/// Finds the quotations of a block and who speaks in them. Linear in the length of the block.
#[must_use]
pub fn speech(text: &str, language: &Language, regions: &[Region]) -> Speech {
    let page = Page {
        text,
        language,
        regions,
    };
    let units = units(language, regions);
    let mut speech = Speech::default();
    let mut group = 0;
    let mut said: Option<Voice> = None;
    for unit in &units {
        let frames = frames(&page, unit);
        if let Some(voice) = signature::behind_dash(&page, unit) {
            paragraph::sign(unit, voice, &mut speech.quotations);
        }
        let first = speech.quotations.len();
        read_unit(&page, unit, &frames, &mut speech, &mut group);
        paragraph::announce(
            unit,
            said.as_ref(),
            speech.quotations.get_mut(first..).unwrap_or(&mut []),
        );
        let silent = speech
            .quotations
            .get(first..)
            .is_none_or(|found| found.iter().all(|quotation| !quotation.is_speech));
        said = silent.then(|| announcement(&page, unit, &frames)).flatten();
        collect_candidates(&page, unit, &frames, &mut speech);
    }
    speech
        .quotations
        .sort_by_key(|quotation| (quotation.span.start, quotation.span.end));
    paragraph::lend(text, &mut speech.quotations);
    if let Some(unit) = units.last() {
        close_block(&page, unit, &mut speech);
    }
    speech
}

fn read_unit(page: &Page<'_>, unit: &Unit, frames: &[Frame], speech: &mut Speech, group: &mut usize) {
    let source = voice::source_of(page, unit, frames);
    let mut used: Vec<(usize, usize)> = Vec::new();
    let mut previous: Option<(usize, usize)> = None;
    for (at, item) in unit.items.iter().enumerate() {
        let Item::Quote(region) = *item else { continue };
        let Some(region) = page.regions.get(region) else {
            continue;
        };
        let mention = kind::mention(page, unit, at);
        let mut quotation = bare(page, unit, at, region);
        // A verb that is no cue says nothing about who speaks whole sentences.
        let attached = attach(page, unit, frames, at).filter(|&(_, fit)| {
            fit != Fit::Weak || quotation.kind == QuotationKind::Mixed || is_behind_dash(page, unit, at)
        });
        let weak = attached.is_none_or(|(_, fit)| fit == Fit::Weak);
        let possessor = voice::of_possessor(page, unit, at);
        // A few words behind a quotation of the same paragraph that end as a sentence does go on with it.
        let goes_on = quotation.kind == QuotationKind::Direct
            && at == 0
            && speech
                .quotations
                .iter()
                .any(|earlier| earlier.is_speech && earlier.kind == QuotationKind::Direct);
        let mention = mention
            .filter(|&why| !(why == kind::TITLE_CASE && goes_on))
            .filter(|&why| {
                let reported = why != kind::BEFORE_WORK && matches!(attached, Some((_, Fit::Behind))) || why == kind::TITLE_CASE && !weak;
                !reported || kind::is_object_of_preposition(page, unit, at)
            })
            .or_else(|| {
                let short = quotation.kind == QuotationKind::Mixed && kind::is_short(region.inner.of(page.text));
                let reported =
                    possessor.is_some() || kind::is_uttered(page, unit, at) || indirect::leads(page, unit, frames, at);
                (weak && short && !reported).then_some("a few words that no cue reports")
            });
        if let Some(why) = mention {
            quotation.kind = QuotationKind::Mention;
            quotation.status = QuotationStatus::None;
            quotation.because = why.to_owned();
            quotation.confidence = 0.8;
            *group += 1;
            quotation.group = *group;
            speech.quotations.push(quotation);
            continue;
        }
        if let Some((index, fit)) = attached
            && let Some(frame) = frames.get(index)
        {
            if frame.negated
                && !kind::is_uttered(page, unit, at)
                && matches!(fit, Fit::Governs | Fit::Before)
                && quotation.kind == QuotationKind::Mixed
            {
                quotation.kind = QuotationKind::Mention;
                quotation.status = QuotationStatus::None;
                quotation.because = format!("“{}” is denied, so nobody is said to have used the words", frame.lemma);
                quotation.confidence = 0.5;
            } else {
                attribute(page, unit, frame, fit, source.as_ref(), &mut quotation);
                // What is shouted or shown, and the second half of a split quotation, are all that is reported.
                if fit == Fit::Between || kind::is_uttered(page, unit, at) {
                    quotation.content = region.inner;
                }
            }
            // Two quotations around one frame are one.
            let same = previous.is_some_and(|(frame, _)| frame == index) && fit != Fit::Governs && fit != Fit::Weak;
            if !same {
                *group += 1;
            }
            previous = Some((index, at));
            used.push((index, *group));
        } else {
            *group += 1;
            if let Some(voice) = possessor {
                quotation.status = voice::status_of(page, &voice);
                quotation.confidence = 0.85;
                quotation.because = format!("whose “{}” it is", voice.lemma);
                quotation.voice = Some(voice);
            }
        }
        quotation.group = *group;
        speech.quotations.push(quotation);
    }
    let in_use = |index: usize| used.iter().any(|&(frame, _)| frame == index);
    for found in indirect::indirect(page, unit, frames, &in_use) {
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
            .extend(report(page, unit, frames, source.as_ref(), &found, group));
    }
}

/// The parts of what is reported without marks.
fn report<'a>(
    page: &'a Page<'_>,
    unit: &'a Unit,
    frames: &[Frame],
    source: Option<&(usize, Span)>,
    found: &'a Indirect,
    group: usize,
) -> impl Iterator<Item = LocalQuotation> + 'a {
    let frame = found.frame.and_then(|index| frames.get(index));
    let voice = match frame {
        Some(frame) => voice::of_frame(page, unit, frame, source),
        None => voice::of_noun(page, unit, found.cue.start),
    };
    let because = match &voice {
        Some(voice) => format!("subject of “{}”, which reports the words", voice.lemma),
        None => format!(
            "“{}” does not tell whose words they are",
            page.span(unit, found.cue.clone()).of(page.text)
        ),
    };
    found.parts.iter().map(move |part| {
        let span = page.span(unit, part.clone());
        LocalQuotation {
            span,
            content: span,
            kind: QuotationKind::Indirect,
            closed: true,
            status: voice
                .as_ref()
                .map_or(QuotationStatus::None, |voice| voice::status_of(page, voice)),
            because: because.clone(),
            voice: voice.clone(),
            group,
            confidence: found.confidence,
            insertions: Vec::new(),
            is_speech: found.is_speech,
        }
    })
}

/// Who speaks in a sentence that says only that somebody spoke ("Lund issued a statement on Friday.") or judged ("Lund
/// called it a mistake.").
fn announcement(page: &Page<'_>, unit: &Unit, frames: &[Frame]) -> Option<Voice> {
    let spoke = |frame: &&Frame| frame.class.speaks() && frame.class.that;
    let judged = |frame: &&Frame| {
        frame.class.describe
            && frame
                .speaker
                .as_ref()
                .is_some_and(|subject| matches!(subject.how, How::Before | How::Apart))
            && page
                .word(unit, frame.cue.start)
                .is_some_and(|word| is_finite(word.xpos))
    };
    let verbs = || {
        frames
            .iter()
            .rev()
            .filter(|frame| frame.form == Form::Verb && !frame.negated)
    };
    let told = verbs()
        .find(spoke)
        .and_then(|frame| voice::of_frame(page, unit, frame, None));
    told.or_else(|| {
        verbs()
            .find(judged)
            .and_then(|frame| voice::of_frame(page, unit, frame, None))
            .filter(|voice| voice.is_person(page.text))
    })
}

/// "Lund embraced the old ways -- “A strap did us no harm.”": whether a dash leads into the quotation.
fn is_behind_dash(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    let mark = at.checked_sub(1).and_then(|before| page.word(unit, before));
    mark.is_some_and(|mark| matches!(page.form(mark), "--" | "—" | "–"))
}

/// A quotation of which nothing is known but its marks.
fn bare(page: &Page<'_>, unit: &Unit, at: usize, region: &Region) -> LocalQuotation {
    LocalQuotation {
        span: region.span,
        content: region.inner,
        kind: if shape::is_fragment(page, unit, at, region) {
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
        insertions: insertions(page.text, region.inner),
        is_speech: true,
    }
}

fn attribute(
    page: &Page<'_>,
    unit: &Unit,
    frame: &Frame,
    fit: Fit,
    source: Option<&(usize, Span)>,
    quotation: &mut LocalQuotation,
) {
    let Some(voice) = voice::of_frame(page, unit, frame, source) else {
        return;
    };
    if quotation.kind == QuotationKind::Mixed {
        let behind = matches!(fit, Fit::Ends | Fit::Behind);
        if let Some(clause) = content::reported(page, unit, frame, behind) {
            let span = content::span(page, unit, clause);
            if span.covers(quotation.content)
                && !shape::holds_sentences(page, quotation)
                && !(fit == Fit::Before && content::stands_alone(page, unit, frame, quotation.span))
            {
                quotation.content = span;
            }
        }
    }
    quotation.status = voice::status_of(page, &voice);
    let hedge = match frame.speaker.as_ref().map(|subject| subject.how) {
        Some(How::Apart | How::Shared) => 0.93,
        Some(How::Relative | How::Agent) => 0.95,
        _ => 1.0,
    };
    quotation.confidence = fit.confidence(quotation.kind == QuotationKind::Mixed) * hedge;
    quotation.because = voice::because(frame, fit);
    quotation.voice = Some(voice);
}

fn collect_candidates(page: &Page<'_>, unit: &Unit, frames: &[Frame], speech: &mut Speech) {
    for frame in frames {
        if let Some(subject) = &frame.speaker {
            speech.candidates.push(page.span(unit, subject.items.clone()));
        }
    }
    let excess = speech.candidates.len().saturating_sub(4);
    speech.candidates.drain(..excess);
}

fn close_block(page: &Page<'_>, unit: &Unit, speech: &mut Speech) {
    if speech.quotations.is_empty() {
        speech.signature = signature::behind_dash(page, unit);
        speech.name_alone = signature::alone(page, unit);
    }
    let last = unit.items.len().saturating_sub(1);
    let frames = frames(page, unit);
    if page.is(unit, last, ":") {
        let frame = frames
            .iter()
            .rev()
            .find(|frame| frame.speaker.is_some() && frame.cue.end <= last + 1);
        speech.lead_in = frame.and_then(|frame| voice::of_frame(page, unit, frame, None));
    }
    speech.last_voice = speech
        .quotations
        .iter()
        .filter(|quotation| quotation.is_speech && quotation.span.end > unit.span.start)
        .filter_map(|quotation| quotation.voice.clone())
        .next_back();
    speech.candidates.reverse();
}
