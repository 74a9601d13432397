//! What a report says of one quotation and of one place. It cuts no words.

use crate::analysis::QuotationKind;
use crate::engine::{Paragraphs, SaidCard, Snapshot, SourceQuotation};
use crate::text::{Encoding, LineIndex, Span};
use crate::verify::{NotesPlace, Verdict};

/// A place in a draft as people count.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TextSpot {
    /// The paragraph of the running text, from 1; `None` outside of it.
    pub paragraph: Option<usize>,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// How much of the running text is before its paragraph, in percent of the words.
    pub percent: f64,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportQuotation {
    /// "direct", "mixed" or "indirect".
    pub kind: &'static str,
    /// Its words with their marks, the parts of a split quotation with an ellipsis between them.
    pub text: String,
    /// How many words are between its marks.
    pub words: usize,
    /// The words of the draft for who says it; may be empty.
    pub speaker: String,
    /// Why it is theirs, as one sentence; may be empty.
    pub because: String,
    /// Where it begins.
    pub spot: TextSpot,
    /// What the notes say of it.
    pub said: Option<ReportSaid>,
}

/// What the notes say of a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportSaid {
    /// What came of the comparison.
    pub verdict: Verdict,
    /// The same in a word or two.
    pub label: &'static str,
    /// Whether somebody has to look at it.
    pub needs_look: bool,
    /// What the notes say, as the rest of a sentence about them.
    pub says: String,
    /// “talk.srt, line 12, LUND, 00:04”; empty where the words are nowhere.
    pub place: String,
}

/// Characters of what differs that a report shows.
const LONGEST: usize = 600;

impl ReportSaid {
    fn of(card: &SaidCard) -> Self {
        let place = card.found.as_ref().map(NotesPlace::named);
        let named = card.speaker_and_time();
        let parts: Vec<String> = place
            .into_iter()
            .chain([named])
            .filter(|part| !part.is_empty())
            .collect();
        Self {
            verdict: card.verdict,
            label: card.label(),
            needs_look: card.needs_look,
            says: card.in_a_sentence(LONGEST),
            place: parts.join(", "),
        }
    }
}

/// What turns offsets of a draft into places.
pub struct TextScale<'a> {
    snapshot: &'a Snapshot,
    lines: LineIndex,
    paragraphs: Paragraphs,
}

impl<'a> TextScale<'a> {
    /// The scale of a draft. Linear in its text.
    pub fn of(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            lines: LineIndex::new(&snapshot.text),
            paragraphs: snapshot.paragraphs(),
        }
    }

    /// Its paragraphs.
    pub fn paragraphs(&self) -> &Paragraphs {
        &self.paragraphs
    }

    /// The place where a stretch of the source begins.
    pub fn spot(&self, span: Span) -> TextSpot {
        let at = self.lines.column(&self.snapshot.text, span.start, Encoding::Utf32);
        let paragraph = self.paragraphs.number_at(span.start);
        let before = paragraph
            .and_then(|number| self.paragraphs.list().get(number - 1))
            .map_or(0, |paragraph| paragraph.words_before);
        TextSpot {
            paragraph,
            line: at.line + 1,
            column: at.column + 1,
            percent: percent(before, self.paragraphs.words()),
        }
    }

    /// A quotation with its place.
    pub fn quoted(&self, quotation: &SourceQuotation) -> ReportQuotation {
        let parts: Vec<&str> = quotation.parts.iter().map(|part| part.text.as_str()).collect();
        let first = quotation.parts.first();
        ReportQuotation {
            kind: kind_name(quotation.kind),
            text: parts.join(" … "),
            words: quotation.words,
            speaker: quotation
                .speaker
                .as_ref()
                .map(|said| said.text.clone())
                .unwrap_or_default(),
            because: quotation.because.clone(),
            spot: first.map(|part| self.spot(part.span)).unwrap_or_default(),
            said: quotation.worst_said().map(ReportSaid::of),
        }
    }
}

fn kind_name(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Mixed => "mixed",
        QuotationKind::Indirect => "indirect",
        QuotationKind::Mention => "mention",
    }
}

/// A part of a whole in percent, with one decimal; 0 of nothing.
pub(in crate::render) fn percent(part: usize, whole: usize) -> f64 {
    let tenths = (part as u64 * 1000 + whole as u64 / 2)
        .checked_div(whole as u64)
        .unwrap_or(0);
    // No count of words comes near the numbers that a float does not have.
    tenths as f64 / 10.0
}
