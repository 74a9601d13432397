//! The quotations of one block with the speakers that the block itself names. It looks at no other block.

use crate::analysis::attribution::frames::{Frame, frames};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::paragraph;
use crate::analysis::attribution::sentence;
use crate::analysis::attribution::signature;
use crate::analysis::attribution::types::{QuotationKind, QuotationStatus};
use crate::analysis::attribution::units::units;
use crate::analysis::attribution::voice::{self, Voice};
use crate::analysis::quotations::Region;
use crate::language::{Language, View};
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
    let view = View::new(text, language);
    let units = units(language, regions);
    let mut speech = Speech::default();
    let mut group = 0;
    let mut said: Option<Voice> = None;
    for unit in &units {
        let line = Line::new(view, regions, unit);
        let frames = frames(line);
        if let Some(voice) = signature::behind_dash(line) {
            paragraph::sign(line, voice, &mut speech.quotations);
        }
        let first = speech.quotations.len();
        sentence::read_unit(line, &frames, &mut speech, &mut group);
        paragraph::announce(
            line,
            said.as_ref(),
            speech.quotations.get_mut(first..).unwrap_or(&mut []),
        );
        let silent = speech
            .quotations
            .get(first..)
            .is_none_or(|found| found.iter().all(|quotation| !quotation.is_speech));
        said = silent.then(|| paragraph::announcement(line, &frames)).flatten();
        collect_candidates(line, &frames, &mut speech);
    }
    speech
        .quotations
        .sort_by_key(|quotation| (quotation.span.start, quotation.span.end));
    paragraph::lend(text, &mut speech.quotations);
    if let Some(unit) = units.last() {
        close_block(Line::new(view, regions, unit), &mut speech);
    }
    speech
}

fn collect_candidates(line: Line<'_>, frames: &[Frame], speech: &mut Speech) {
    for frame in frames {
        if let Some(subject) = &frame.speaker {
            speech.candidates.push(line.span(subject.items.clone()));
        }
    }
    let excess = speech.candidates.len().saturating_sub(4);
    speech.candidates.drain(..excess);
}

fn close_block(line: Line<'_>, speech: &mut Speech) {
    if speech.quotations.is_empty() {
        speech.signature = signature::behind_dash(line);
        speech.name_alone = signature::alone(line);
    }
    let last = line.len().saturating_sub(1);
    let frames = frames(line);
    if line.is(last, ":") {
        let frame = frames
            .iter()
            .rev()
            .find(|frame| frame.speaker.is_some() && frame.cue.end <= last + 1);
        speech.lead_in = frame.and_then(|frame| voice::of_frame(line, frame, None));
    }
    speech.last_voice = speech
        .quotations
        .iter()
        .filter(|quotation| quotation.is_speech && quotation.span.end > line.whole.start)
        .filter_map(|quotation| quotation.voice.clone())
        .next_back();
    speech.candidates.reverse();
}
