//! The quotations of one sentence, in marks and without, stage by stage: which frame is chosen (`matching`), what kind of
//! quotation it is and who speaks (`judge`), which words are reported (`report`). It asks no other sentence who speaks.

use crate::analysis::attribution::frame::Frame;
use crate::analysis::attribution::judge::{self, WhyMention, voice};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::matching::{self, Fit};
use crate::analysis::attribution::report::{self, Unmarked};
use crate::analysis::attribution::types::{LocalQuotation, QuotationKind, QuotationStatus};
use crate::analysis::quotations::{Region, insertions};
use crate::text::Span;

/// How sure it is that a quotation nobody is found for is one.
const UNATTRIBUTED: f32 = 0.5;

/// How sure a mention is, and one that is found because its words are denied.
const MENTION: f32 = 0.8;
const DENIED: f32 = 0.5;

/// How sure the holder of a possessive is the speaker: Lund's “not one cent” promise.
const POSSESSOR: f32 = 0.85;

/// A sentence with what is known about it before its quotations are read.
struct Surroundings<'a> {
    line: Line<'a>,
    frames: &'a [Frame],
    /// The document that the sentence is taken from.
    source: Option<Span>,
    /// Whether the paragraph has a direct quotation before the sentence.
    follows_direct: bool,
}

/// The quotations of a sentence. `earlier` are those before it in the paragraph; `groups` gives each a group.
#[must_use]
pub fn quotations(
    line: Line<'_>,
    frames: &[Frame],
    earlier: &[LocalQuotation],
    groups: &mut Groups,
) -> Vec<LocalQuotation> {
    let sentence = Surroundings {
        line,
        frames,
        source: voice::source_of(line, frames),
        follows_direct: earlier
            .iter()
            .any(|earlier| earlier.is_speech && earlier.kind == QuotationKind::Direct),
    };
    groups.of_frames.clear();
    let mut found: Vec<LocalQuotation> = (0..line.len())
        .filter_map(|at| marked(&sentence, at, line.region(at)?, groups))
        .collect();
    let reporting: Vec<usize> = groups.of_frames.iter().map(|&(frame, _)| frame).collect();
    for one in report::unmarked(line, frames, &|frame| reporting.contains(&frame)) {
        let group = groups.of_unmarked(one.frame);
        found.extend(without_marks(&sentence, &one, group));
    }
    found
}

/// Gives quotations their groups: those around one frame are one.
#[derive(Debug, Default)]
pub struct Groups {
    last: usize,
    /// The frames of the sentence that report a quotation, with its group.
    of_frames: Vec<(usize, usize)>,
}

impl Groups {
    fn fresh(&mut self) -> usize {
        self.last += 1;
        self.last
    }

    /// The group of a quotation that a frame reports: “We leave,” Lund said, “at dawn.” is one.
    fn of_frame(&mut self, frame: usize, fit: Fit) -> usize {
        let before = self.of_frames.last().map(|&(frame, _)| frame);
        if before != Some(frame) || matches!(fit, Fit::Governs | Fit::Weak) {
            self.fresh();
        }
        self.of_frames.push((frame, self.last));
        self.last
    }

    /// The group of what a frame reports next to a quotation: that of the quotation.
    fn of_unmarked(&mut self, frame: Option<usize>) -> usize {
        let quotation = self.of_frames.iter().find(|&&(known, _)| Some(known) == frame);
        quotation.map(|&(_, group)| group).unwrap_or_else(|| self.fresh())
    }
}

/// The quotation in marks at an item.
fn marked(sentence: &Surroundings<'_>, at: usize, region: &Region, groups: &mut Groups) -> Option<LocalQuotation> {
    let line = sentence.line;
    let mut quotation = unattributed(line, at, region);
    let chosen = chosen_frame(sentence, at, quotation.kind);
    // What is only the place of something, no verb reports.
    let chosen = chosen.filter(|(_, frame, _)| !judge::is_where(line, frame.cue.start, at));
    let fit = chosen.map(|(_, _, fit)| fit);
    if let Some(mention) = why_mention(sentence, at, &quotation, fit) {
        make_mention(&mut quotation, mention.why().to_owned(), MENTION);
        quotation.group = groups.fresh();
    } else if let Some((index, frame, fit)) = chosen {
        if is_denied(line, at, frame, fit, quotation.kind) {
            let why = format!("“{}” is denied or only supposed, so nobody is quoted", frame.lemma);
            make_mention(&mut quotation, why, DENIED);
        } else {
            attribute(sentence, at, frame, fit, &mut quotation);
        }
        quotation.group = groups.of_frame(index, fit);
    } else {
        attribute_to_possessor(line, at, &mut quotation);
        quotation.group = groups.fresh();
    }
    Some(quotation)
}

/// A quotation of which nothing is known but its marks.
fn unattributed(line: Line<'_>, at: usize, region: &Region) -> LocalQuotation {
    LocalQuotation {
        span: region.span,
        content: region.inner,
        kind: if judge::is_fragment(line, at) {
            QuotationKind::Mixed
        } else {
            QuotationKind::Direct
        },
        closed: region.closed,
        voice: None,
        status: QuotationStatus::Unattributed,
        group: 0,
        confidence: UNATTRIBUTED,
        because: String::new(),
        insertions: insertions(line.text(), region.inner),
        is_lent: false,
        contested: false,
        is_speech: true,
    }
}

/// The frame that reports a quotation, with its index and its fit.
fn chosen_frame<'a>(sentence: &Surroundings<'a>, at: usize, kind: QuotationKind) -> Option<(usize, &'a Frame, Fit)> {
    let (index, fit) = matching::choose(sentence.line, sentence.frames, at)?;
    // A verb that is not a cue says nothing about who speaks whole sentences, with one exception: Lund embraced the old ways -- “A strap did us
    // no harm.”
    let after_dash = || at.checked_sub(1).is_some_and(|before| sentence.line.is_dash(before));
    let reports = fit != Fit::Weak || kind == QuotationKind::Mixed || after_dash();
    Some((index, sentence.frames.get(index).filter(|_| reports)?, fit))
}

/// Why the marked words at item `at` are nobody's speech; `None` where they are somebody's. `fit` is that of the frame next to
/// them.
fn why_mention(
    sentence: &Surroundings<'_>,
    at: usize,
    quotation: &LocalQuotation,
    fit: Option<Fit>,
) -> Option<WhyMention> {
    let line = sentence.line;
    let weak = fit.is_none_or(|fit| fit == Fit::Weak);
    let by_shape = judge::mention(line, at).filter(|&mention| {
        // A few words after a quotation of the same paragraph that end as a sentence does go on with it.
        let goes_on = quotation.kind == QuotationKind::Direct && at == 0 && sentence.follows_direct;
        let reported =
            mention != WhyMention::BeforeWork && fit == Some(Fit::After) || mention == WhyMention::TitleCase && !weak;
        !(mention == WhyMention::TitleCase && goes_on) && (!reported || judge::is_object_of_preposition(line, at))
    });
    by_shape.or_else(|| {
        let short = quotation.kind == QuotationKind::Mixed && judge::is_short(quotation.content.of(line.text()));
        let reported = || {
            voice::of_possessor(line, at).is_some()
                || judge::is_uttered(line, at)
                || report::leads(line, sentence.frames, at)
        };
        (weak && short && !reported()).then_some(WhyMention::Short)
    })
}

/// Whether a frame says that the words were not said, or only might have been: what is shouted or shown was used all the same.
fn is_denied(line: Line<'_>, at: usize, frame: &Frame, fit: Fit, kind: QuotationKind) -> bool {
    let is_unsaid = frame.negated && !judge::is_uttered(line, at) && kind == QuotationKind::Mixed;
    let leads = matches!(fit, Fit::Governs | Fit::Before);
    leads && (is_unsaid || judge::is_disowned(line, frame.cue.start, at))
        || kind == QuotationKind::Mixed && judge::is_supposed_before(line, at)
}

/// Makes a quotation a mention, which has no speaker.
fn make_mention(quotation: &mut LocalQuotation, because: String, confidence: f32) {
    quotation.kind = QuotationKind::Mention;
    quotation.status = QuotationStatus::None;
    quotation.because = because;
    quotation.confidence = confidence;
}

/// Gives a quotation to the speaker of its frame.
fn attribute(sentence: &Surroundings<'_>, at: usize, frame: &Frame, fit: Fit, quotation: &mut LocalQuotation) {
    let line = sentence.line;
    let Some(voice) = voice::of_frame(line, frame, sentence.source) else {
        return;
    };
    // What is shouted or shown, and the second half of a split quotation, are all that is reported.
    if fit != Fit::Between
        && !judge::is_uttered(line, at)
        && let Some(clause) = clause_around(line, frame, fit, quotation)
    {
        quotation.content = clause;
    }
    quotation.status = voice::status_of(line.text(), &voice);
    quotation.confidence = matching::confidence(line, frame, fit, quotation.kind == QuotationKind::Mixed);
    quotation.because = matching::because(frame, fit);
    quotation.voice = Some(voice);
}

/// The clause around a fragment that its frame reports; `None` where the marked words are all that is reported.
fn clause_around(line: Line<'_>, frame: &Frame, fit: Fit, quotation: &LocalQuotation) -> Option<Span> {
    if quotation.kind != QuotationKind::Mixed {
        return None;
    }
    let clause = line.span(report::reported(line, frame, matches!(fit, Fit::Ends | Fit::After))?);
    let quoted = quotation.content.of(line.text());
    let alone = judge::holds_sentences(line.text(), quotation.span.start, quoted)
        || fit == Fit::Before && report::is_whole_report(line, frame, quotation.span);
    (clause.covers(quotation.content) && !alone).then_some(clause)
}

/// Gives a quotation without a frame to the one whose words it is: Lund's “not one cent” promise.
fn attribute_to_possessor(line: Line<'_>, at: usize, quotation: &mut LocalQuotation) {
    if let Some(voice) = voice::of_possessor(line, at) {
        quotation.status = voice::status_of(line.text(), &voice);
        quotation.confidence = POSSESSOR;
        quotation.because = format!("possessor of “{}”", voice.lemma);
        quotation.voice = Some(voice);
    }
}

/// The parts of what is reported without marks.
fn without_marks(sentence: &Surroundings<'_>, found: &Unmarked, group: usize) -> Vec<LocalQuotation> {
    let line = sentence.line;
    let voice = match found.frame.and_then(|index| sentence.frames.get(index)) {
        Some(frame) => voice::of_frame(line, frame, sentence.source),
        None => voice::of_noun(line, found.cue.start),
    };
    let because = match &voice {
        Some(voice) => format!("subject of “{}”, which reports the words", voice.lemma),
        None => format!(
            "“{}” does not say whose words they are",
            line.span(found.cue.clone()).of(line.text())
        ),
    };
    let status = voice
        .as_ref()
        .map_or(QuotationStatus::None, |voice| voice::status_of(line.text(), voice));
    let parts = found.parts.iter().map(|part| {
        let span = line.span(part.clone());
        LocalQuotation {
            span,
            content: span,
            kind: QuotationKind::Indirect,
            closed: true,
            voice: voice.clone(),
            status,
            group,
            confidence: found.confidence,
            because: because.clone(),
            insertions: Vec::new(),
            is_lent: false,
            contested: false,
            is_speech: found.is_speech,
        }
    });
    parts.collect()
}
