//! The answer to `copydesk/sources`: who speaks in a draft, with every label ready. It counts nothing itself.

use serde::Serialize;
use tower_lsp::ls_types as lsp;

use crate::analysis::QuotationKind;
use crate::engine::{Snapshot, Source, SourceKind, SourceQuotation, one_line, said_summary};
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::edit::Draft;
use crate::lsp::proto::notes::location_in_notes;
use crate::lsp::proto::views::{SOURCES_SCHEMA, Scale, Words, counted, dotted, empty_message};

/// How many characters of a quotation a line shows.
const LINE_CHARS: usize = 96;

/// How many characters of the notes, or of what differs from them, are shown.
const PASSAGE_CHARS: usize = 280;

/// Who speaks in a draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SourcesView {
    schema: u32,
    uri: lsp::Uri,
    version: i32,
    /// One line for the whole.
    summary: String,
    /// What to show if there are no items.
    empty_message: String,
    words: usize,
    /// How many quotations have which verdict; empty without notes.
    notes_summary: String,
    /// What to show of the notes if there are none.
    no_notes_message: &'static str,
    items: Vec<SourceItem>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct SourceItem {
    /// The same in every version of the draft.
    id: String,
    kind: &'static str,
    label: String,
    title: String,
    description: String,
    tooltip: String,
    is_named: bool,
    share: f64,
    share_label: String,
    words: usize,
    quotation_count: usize,
    first_reference: Option<Words>,
    quotations: Vec<QuotationItem>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct QuotationItem {
    kind: &'static str,
    label: String,
    description: String,
    tooltip: String,
    words: usize,
    /// All of it, from the first part to the last one.
    range: lsp::Range,
    parts: Vec<lsp::Range>,
    speaker: Option<Words>,
    notes: Option<SaidItem>,
}

/// What the notes say of a quotation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct SaidItem {
    verdict: &'static str,
    label: &'static str,
    needs_look: bool,
    /// “they have these words, but for fillers (“um”)”
    description: String,
    places: Vec<SaidPlace>,
}

/// A place in the notes.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct SaidPlace {
    /// “talk.srt, line 12, LUND, 00:04”
    label: String,
    /// The words there with those around them.
    passage: String,
    /// Where to jump to; `null` where the notes have no address.
    location: Option<lsp::Location>,
}

/// The view of a draft's sources.
pub fn sources_view(draft: &Draft<'_>, snapshot: &Snapshot, client: &Capabilities) -> SourcesView {
    let scale = Scale { draft, client };
    let sources = snapshot.sources();
    let voices = sources.list.iter().filter(|source| !source.kind.is_group()).count();
    let quotations = sources.list.iter().map(|source| source.quotations.len()).sum();
    let summary = dotted([
        counted(voices, "source", "sources").as_str(),
        &counted(quotations, "quotation", "quotations"),
        &counted(sources.words, "quoted word", "quoted words"),
    ]);
    let said = sources.list.iter().flat_map(|source| &source.quotations);
    let said = said.filter_map(SourceQuotation::worst_said);
    SourcesView {
        schema: SOURCES_SCHEMA,
        uri: draft.uri.clone(),
        version: draft.number,
        summary,
        empty_message: empty_message(snapshot, "Nobody is quoted in this draft yet."),
        words: sources.words,
        notes_summary: said_summary(said.map(|card| (card.verdict, card.label()))),
        no_notes_message: match snapshot.facts.notes {
            Some(_) => "There is no quotation to compare with the notes.",
            None => "There are no notes for this draft.",
        },
        items: sources
            .list
            .iter()
            .map(|source| item(source, sources.words, &scale))
            .collect(),
    }
}

fn item(source: &Source, all_words: usize, scale: &Scale<'_>) -> SourceItem {
    let label = source_label(source);
    let share_label = share_label(source.words, all_words);
    let count = counted(source.quotations.len(), "quotation", "quotations");
    let words = counted(source.words, "quoted word", "quoted words");
    SourceItem {
        id: format!("{}:{}", source.kind.name(), source.name.to_lowercase()),
        kind: source.kind.name(),
        label: label.to_owned(),
        title: source.title.clone(),
        description: dotted([share_label.as_str(), &source.title]),
        tooltip: dotted([
            if source.title.is_empty() {
                label.to_owned()
            } else {
                format!("{label}, {}", source.title)
            }
            .as_str(),
            &count,
            &format!("{words} ({share_label})"),
        ]),
        is_named: source.is_named,
        share: share(source.words, all_words),
        share_label,
        words: source.words,
        quotation_count: source.quotations.len(),
        first_reference: source.first_reference.as_ref().map(|said| Words::of(said, scale)),
        quotations: source
            .quotations
            .iter()
            .map(|one| quotation(source, one, scale))
            .collect(),
    }
}

/// The name; of groups what they are.
pub(super) fn source_label(source: &Source) -> &str {
    match source.kind {
        SourceKind::Unattributed => "Unattributed",
        SourceKind::Unclear => "Speaker not clear",
        SourceKind::Anonymous => "Anonymous",
        _ => source.name.as_str(),
    }
}

fn quotation(source: &Source, quotation: &SourceQuotation, scale: &Scale<'_>) -> QuotationItem {
    let parts: Vec<&str> = quotation.parts.iter().map(|part| part.text.as_str()).collect();
    let whole = quotation
        .parts
        .iter()
        .map(|part| part.span)
        .reduce(crate::text::Span::join);
    let range = scale.range(whole.unwrap_or_default());
    let line = format!("line {}", range.start.line + 1);
    let kind = match quotation.kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Mixed => "mixed",
        QuotationKind::Indirect => "indirect",
        QuotationKind::Mention => "mention",
    };
    // Who it is said to be if the item above does not say so.
    let speaker = quotation.speaker.as_ref().filter(|_| source.kind.is_group());
    let manner = if quotation.kind == QuotationKind::Indirect {
        "not in quotation marks"
    } else {
        ""
    };
    let notes = said_item(quotation, scale);
    QuotationItem {
        kind,
        // “We are here,” she said: the comma belongs to the sentence around it.
        label: one_line(&parts.join(" … "), LINE_CHARS)
            .replace(",”", "”")
            .replace(",\"", "\""),
        description: dotted([
            speaker.map_or("", |said| said.text.as_str()),
            manner,
            &line,
            notes.as_ref().map_or("", |notes| notes.label),
        ]),
        tooltip: tooltip(
            &dotted([parts.join(" … ").as_str(), &quotation.because]),
            notes.as_ref(),
        ),
        words: quotation.words,
        range,
        parts: quotation.parts.iter().map(|part| scale.range(part.span)).collect(),
        speaker: quotation.speaker.as_ref().map(|said| Words::of(said, scale)),
        notes,
    }
}

/// What the notes say of a quotation: of its parts the verdict that matters most, and the places of all.
fn said_item(quotation: &SourceQuotation, scale: &Scale<'_>) -> Option<SaidItem> {
    let worst = quotation.worst_said()?;
    let places = quotation.said.iter().filter_map(|card| {
        let found = card.found.as_ref()?;
        let named = card.speaker_and_time();
        let separator = if named.is_empty() { "" } else { ", " };
        Some(SaidPlace {
            label: format!("{}{separator}{named}", found.named()),
            passage: one_line(&card.passage, PASSAGE_CHARS),
            location: location_in_notes(&found.source, found.span, scale.client.encoding),
        })
    });
    Some(SaidItem {
        verdict: worst.verdict.name(),
        label: worst.label(),
        needs_look: worst.needs_look,
        description: worst.in_a_sentence(PASSAGE_CHARS),
        places: places.collect(),
    })
}

/// What is known of a quotation, with what the notes say below it.
fn tooltip(about: &str, notes: Option<&SaidItem>) -> String {
    let Some(notes) = notes else { return about.to_owned() };
    let mut lines = vec![about.to_owned(), format!("Notes: {}", notes.description)];
    lines.extend(
        notes
            .places
            .iter()
            .map(|place| format!("“{}” ({})", place.passage, place.label)),
    );
    lines.join("\n")
}

/// Percent, with one decimal.
pub(super) fn share(words: usize, all: usize) -> f64 {
    let tenths = (words * 1000 + all / 2).checked_div(all).unwrap_or(0);
    u32::try_from(tenths).map_or(0.0, |tenths| f64::from(tenths) / 10.0)
}

/// Percent, as people read them.
pub(super) fn share_label(words: usize, all: usize) -> String {
    let percent = (words * 100 + all / 2).checked_div(all).unwrap_or(0);
    match (words, percent) {
        (1.., 0) => "<1%".to_owned(),
        _ => format!("{percent}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_in_percent() {
        assert_eq!((share(1, 3), share_label(1, 3).as_str()), (33.3, "33%"));
        assert_eq!((share(0, 0), share_label(0, 0).as_str()), (0.0, "0%"));
        assert_eq!(share_label(1, 900), "<1%");
        assert_eq!(share_label(0, 900), "0%");
        assert_eq!((share(7, 7), share_label(7, 7).as_str()), (100.0, "100%"));
    }
}
