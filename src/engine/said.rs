//! What the notes say of a quotation, for whoever points at it. It compares nothing.

use crate::analysis::notes::Verification;
use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::text::Span;
use crate::verify::{Fold, NotesPlace, Verdict};

/// What a hover shows of the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidCard {
    /// What came of it.
    pub verdict: Verdict,
    /// What had to be overlooked.
    pub folds: Vec<Fold>,
    /// The sounds that were left out.
    pub fillers: Vec<String>,
    /// The quotation with what differs in brackets; empty where nothing does.
    pub differences: String,
    /// Where it is.
    pub found: Option<NotesPlace>,
    /// The words there, with those around them, on one line; may be empty.
    pub passage: String,
    /// Whether the paragraph says that the words are translated.
    pub is_translated: bool,
}

/// Characters of the notes that are shown before and after the words.
const AROUND: usize = 60;

/// What the notes say of a quotation, by its index.
pub(super) fn card(snapshot: &Snapshot, quotation: usize) -> Option<SaidCard> {
    let one = snapshot.facts.verification_of(quotation)?;
    let checked = &one.checked;
    let differences = match checked.changes.is_empty() {
        true => String::new(),
        false => checked.shown(snapshot.text_of(one.words)),
    };
    Some(SaidCard {
        verdict: checked.verdict,
        folds: checked.folds.clone(),
        fillers: checked.fillers.clone(),
        differences,
        passage: checked.found.as_ref().map(passage).unwrap_or_default(),
        found: checked.found.clone(),
        is_translated: one.is_translated,
    })
}

/// The quotation at a place of the source, and where its words are in the notes. Only among the words themselves: the cue leads to
/// the speaker.
pub(super) fn place_in_notes(snapshot: &Snapshot, offset: usize) -> Option<(Span, &NotesPlace)> {
    let (one, span) = verification_at(snapshot, offset)?;
    Some((span, one.checked.found.as_ref()?))
}

fn verification_at(snapshot: &Snapshot, offset: usize) -> Option<(&Verification, Span)> {
    let (block, _) = snapshot.locate(offset)?;
    let here = in_block(&snapshot.facts.verifications, block, |one| one.words);
    let spans = here.map(|one| (one, snapshot.source_span(one.words)));
    let mut inside = spans.filter(|(_, span)| span.touches(offset));
    inside.next()
}

/// The words in the notes with those around them.
fn passage(found: &NotesPlace) -> String {
    let text = &*found.source.text;
    // The label and the time stamp before a passage are shown by themselves.
    let after_label = found
        .source
        .passages
        .partition_point(|passage| passage.span.start <= found.span.start);
    let passage = after_label.checked_sub(1).and_then(|at| found.source.passages.get(at));
    let from = passage.map_or(0, |passage| passage.span.start);
    let before = text.get(from..found.span.start).unwrap_or("");
    let after = text.get(found.span.end..).unwrap_or("");
    let start = before
        .char_indices()
        .rev()
        .take(AROUND)
        .last()
        .map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let is_cut = (start > 0, end < after.len());
    let before = before.get(start..).unwrap_or("");
    let after = after.get(..end).unwrap_or("");
    // Words, and not their halves; paragraphs around have nothing to do with it.
    let before = before.rsplit("\n\n").next().unwrap_or("");
    let after = after.split("\n\n").next().unwrap_or("");
    let before = match is_cut.0 {
        true => before.split_once(char::is_whitespace).map_or("", |(_, rest)| rest),
        false => before,
    };
    let after = match is_cut.1 {
        true => after.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest),
        false => after,
    };
    let whole = format!("{before}{}{after}", found.span.of(text));
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}
