//! The answer to `copydesk/story`: a draft at a glance, with every label ready. It judges nothing: who speaks much is a fact and no
//! finding.

use serde::Serialize;
use tower_lsp::ls_types as lsp;

use crate::engine::{Relation, Snapshot, Source};
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::edit::Draft;
use crate::lsp::proto::views::sources::{share, share_label, source_label};
use crate::lsp::proto::views::timeline::{TimelineView, timeline_view};
use crate::lsp::proto::views::{STORY_SCHEMA, Scale, counted, dotted, empty_message, grouped};
use crate::render::status_word;

/// A draft at a glance.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StoryView {
    schema: u32,
    uri: lsp::Uri,
    version: i32,
    /// The headline; empty if there is none.
    title: String,
    /// What to show if nobody speaks and nothing happens.
    empty_message: String,
    figures: Vec<Figure>,
    speakers: Vec<SpeakerItem>,
    timeline: TimelineView,
    parties: Vec<PartyItem>,
    relations: Vec<RelationItem>,
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Figure {
    label: &'static str,
    value: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct SpeakerItem {
    kind: &'static str,
    label: String,
    title: String,
    words: usize,
    share: f64,
    share_label: String,
    quotation_count: usize,
    /// “30% of the quoted words · 2 quotations · first on line 3”
    description: String,
    /// How far into the draft they first speak, in percent.
    first_at: f64,
    range: Option<lsp::Range>,
}

/// Somebody who does something to somebody else, or to whom it is done.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct PartyItem {
    label: String,
    /// In how many of the relations they are.
    count: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct RelationItem {
    /// Places in the list of parties.
    from: usize,
    to: usize,
    /// “Brask will meet Weil”
    label: String,
    /// “Planned · line 9”
    description: String,
    /// “Planned”, “Denied”; empty of what took place.
    status_label: &'static str,
    range: lsp::Range,
}

/// The view of a draft as a whole.
pub fn story_view(draft: &Draft<'_>, snapshot: &Snapshot, client: &Capabilities) -> StoryView {
    let scale = Scale { draft, client };
    let sources = snapshot.sources();
    let length = snapshot.text.len();
    let speakers: Vec<SpeakerItem> = sources
        .list
        .iter()
        .map(|source| speaker(source, sources.words, length, &scale))
        .collect();
    let (parties, relations) = relations(&snapshot.relations(), &scale);
    StoryView {
        schema: STORY_SCHEMA,
        uri: draft.uri.clone(),
        version: draft.number,
        title: snapshot.title(),
        empty_message: empty_message(snapshot, "This draft has no quotations and no dates yet."),
        figures: figures(snapshot, &sources.list, sources.words),
        speakers,
        timeline: timeline_view(draft, snapshot, client),
        parties,
        relations,
    }
}

fn figures(snapshot: &Snapshot, sources: &[Source], quoted: usize) -> Vec<Figure> {
    let paragraphs = snapshot.paragraphs();
    let words = paragraphs.words();
    let voices: Vec<&Source> = sources.iter().filter(|source| !source.kind.is_group()).collect();
    let quotations: usize = sources.iter().map(|source| source.quotations.len()).sum();
    let figure = |label, count: usize| Figure {
        label,
        value: grouped(count),
    };
    vec![
        figure("Words", words),
        figure("Paragraphs", paragraphs.list().len()),
        figure("Sources", voices.len()),
        figure("Named sources", voices.iter().filter(|source| source.is_named).count()),
        figure("Quotations", quotations),
        Figure {
            label: "Words inside quotation marks",
            value: share_label(quoted, words),
        },
    ]
}

fn speaker(source: &Source, all_words: usize, length: usize, scale: &Scale<'_>) -> SpeakerItem {
    let first = source
        .quotations
        .iter()
        .filter_map(|quotation| quotation.parts.first())
        .map(|part| part.span);
    let first = first.min_by_key(|span| span.start);
    let range = first.map(|span| scale.range(span));
    let share_label = share_label(source.words, all_words);
    let line = range.map_or_else(String::new, |range| format!("first on line {}", range.start.line + 1));
    SpeakerItem {
        kind: source.kind.name(),
        label: source_label(source).to_owned(),
        title: source.title.clone(),
        words: source.words,
        share: share(source.words, all_words),
        description: dotted([
            format!("{share_label} of the quoted words").as_str(),
            &counted(source.quotations.len(), "quotation", "quotations"),
            &line,
        ]),
        share_label,
        quotation_count: source.quotations.len(),
        first_at: share(first.map_or(0, |span| span.start), length),
        range,
    }
}

/// Those who take part, those in most relations first, and what is between them.
fn relations(relations: &[Relation], scale: &Scale<'_>) -> (Vec<PartyItem>, Vec<RelationItem>) {
    let mut parties: Vec<PartyItem> = Vec::new();
    for name in relations.iter().flat_map(|relation| [&relation.who, &relation.whom]) {
        match parties.iter_mut().find(|party| party.label == *name) {
            Some(party) => party.count += 1,
            None => parties.push(PartyItem {
                label: name.clone(),
                count: 1,
            }),
        }
    }
    parties.sort_by_key(|party| std::cmp::Reverse(party.count));
    let place = |name: &str| parties.iter().position(|party| party.label == name).unwrap_or_default();
    let items = relations.iter().map(|relation| {
        let range = scale.range(relation.span);
        let status_label = status_word(Some(relation.status));
        RelationItem {
            from: place(&relation.who),
            to: place(&relation.whom),
            label: relation.what.clone(),
            description: dotted([status_label, &format!("line {}", range.start.line + 1)]),
            status_label,
            range,
        }
    });
    let items = items.collect();
    (parties, items)
}
