//! What the notes say of a quotation, for whoever points at it and for lists of quotations. It compares nothing.

use std::collections::BTreeMap;

use crate::analysis::notes::Verification;
use crate::engine::headline::one_line;
use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::text::Span;
use crate::verify::{NotesPlace, Verdict};

/// What is shown of the notes for one quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidCard {
    /// What came of it.
    pub verdict: Verdict,
    /// What had to be overlooked, with the words that were left out.
    pub overlooked: String,
    /// The quotation with what differs in brackets; empty where nothing does.
    pub differences: String,
    /// Whether somebody has to look at it: words of weight differ, somebody else says them, or nobody does, and it is no
    /// translation.
    pub needs_look: bool,
    /// Where it is.
    pub found: Option<NotesPlace>,
    /// The words there, with those around them, on one line; may be empty.
    pub passage: String,
    /// Whether the paragraph says that the words are translated.
    pub is_translated: bool,
    /// Whether the notes have no labels and do not have the speaker's name.
    pub names_nobody: bool,
}

impl SaidCard {
    /// The verdict in a word or two, for a list.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self.verdict {
            Verdict::Exact => "exact",
            Verdict::Folded => "folded",
            _ if self.is_translated => "translated",
            Verdict::Near => "near",
            Verdict::OtherSpeaker => "from another speaker",
            Verdict::Absent => "absent",
            Verdict::TooShort => "too short",
            Verdict::GivenUp => "not searched",
            Verdict::Unread => "notes not read",
        }
    }

    /// What the notes say, as the rest of a sentence about them; what differs is cut after `longest` characters.
    #[must_use]
    pub fn in_a_sentence(&self, longest: usize) -> String {
        let translated = if self.is_translated {
            " (the paragraph says that it is translated)"
        } else {
            ""
        };
        match self.verdict {
            Verdict::Exact => format!("they have these words, letter for letter{}", self.unnamed()),
            Verdict::Folded => format!("they have these words, but for {}{}", self.overlooked, self.unnamed()),
            Verdict::Near => format!("words differ{translated}: “{}”", one_line(&self.differences, longest)),
            Verdict::OtherSpeaker => "in them, somebody else says these words".to_owned(),
            Verdict::Absent => format!("they do not have these words{translated}"),
            Verdict::GivenUp => "they repeat themselves too often to be searched".to_owned(),
            Verdict::TooShort => "too few words to look for".to_owned(),
            Verdict::Unread => "none of them could be read".to_owned(),
        }
    }

    fn unnamed(&self) -> &'static str {
        match self.names_nobody {
            true => "; they do not name the speaker",
            false => "",
        }
    }

    /// Who speaks there and when, as the notes have it: “LUND, 00:04”; may be empty.
    #[must_use]
    pub fn speaker_and_time(&self) -> String {
        let found = self.found.as_ref();
        let named = found.map(|found| [found.speaker.as_deref(), found.time.as_deref()]);
        named.into_iter().flatten().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// How many verdicts there are of each kind, by their labels, as a sentence: “3 quotations compared with the notes: 2 exact, 1
/// near.” Empty without any.
#[must_use]
pub fn said_summary(said: impl Iterator<Item = (Verdict, &'static str)>) -> String {
    let mut counts: BTreeMap<(Verdict, &'static str), usize> = BTreeMap::new();
    for (verdict, label) in said {
        *counts.entry((verdict, label)).or_default() += 1;
    }
    let parts: Vec<String> = counts
        .iter()
        .map(|((_, label), count)| format!("{count} {label}"))
        .collect();
    match counts.values().sum() {
        0 => String::new(),
        1 => format!("1 quotation compared with the notes: {}.", parts.join(", ")),
        all => format!("{all} quotations compared with the notes: {}.", parts.join(", ")),
    }
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
        overlooked: checked.overlooked(),
        differences,
        needs_look: checked.needs_look() && !one.is_translated,
        passage: checked.found.as_ref().map(passage).unwrap_or_default(),
        found: checked.found.clone(),
        is_translated: one.is_translated,
        names_nobody: names_nobody(snapshot, one),
    })
}

/// Whether the notes that have the words say nowhere who speaks.
fn names_nobody(snapshot: &Snapshot, one: &Verification) -> bool {
    let facts = &snapshot.facts;
    let is_unlabelled = one
        .checked
        .found
        .as_ref()
        .is_some_and(|found| found.source.labels.is_empty());
    let quotation = one.quotation.and_then(|index| facts.quotations.get(index));
    let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref());
    let name = speaker.map(|speaker| speaker.resolved.as_deref().unwrap_or(&speaker.text));
    let family = name.and_then(|name| name.split_whitespace().next_back());
    let is_named = |family: &str| facts.notes.as_ref().is_some_and(|notes| notes.name_somebody(family));
    is_unlabelled && !family.is_some_and(is_named)
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
