//! The outline of a draft: what an editor skims. It orders and names facts and never finds new ones.
//!
//! Ranges nest, and siblings do not overlap: each event at the top owns the paragraphs from its own to the next such
//! event. So the outline reads well where a client sorts by position, and where it keeps the order given here: the main
//! event first, what lies before the story last.

use std::collections::BTreeMap;

use crate::analysis::{Event, EventStatus, Place, Quotation, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::{Told, one_line};
use crate::markup::BlockKind;
use crate::text::Span;

/// One line of the outline. All spans count in the source; the spans of the children lie inside `span`, and
/// `selection` lies inside `span` too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineItem {
    /// Reads as a headline ("Wang calls Rubio").
    pub name: String,
    /// "who -> whom, when, where"; may be empty.
    pub detail: String,
    /// What it is.
    pub kind: OutlineKind,
    /// Everything it stands for.
    pub span: Span,
    /// What to jump to.
    pub selection: Span,
    /// Its parts.
    pub children: Vec<OutlineItem>,
}

/// What a line of the outline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutlineKind {
    /// What the story is about.
    MainEvent,
    /// Something that happened or goes on.
    Event,
    /// Something that is to come.
    PlannedEvent,
    /// Something that may have happened or may come.
    PossibleEvent,
    /// Something that did not happen, or is denied.
    DeniedEvent,
    /// Something that lies before the story.
    BackgroundEvent,
    /// Somebody's words.
    Quotation,
    /// A heading.
    Heading,
}

/// How many characters of a quotation a line shows.
const QUOTATION_CHARS: usize = 60;

/// How many events one paragraph may add, its first one included.
const EVENTS_OF_PARAGRAPH: usize = 3;

/// How many quotations one paragraph may add.
const QUOTATIONS_OF_PARAGRAPH: usize = 2;

impl Snapshot {
    /// The outline: events with their parts and quotations, and headings. Every list is in the order it is to be read in.
    #[must_use]
    pub fn outline(&self) -> Vec<OutlineItem> {
        let chosen = self.chosen_events();
        let main = self.facts.main_event.as_ref().and_then(|main| main.event);
        let heads = self.heads(&chosen);
        let mut items: Vec<(u8, OutlineItem)> = Vec::new();
        let starts: Vec<usize> = heads.keys().copied().collect();
        for (position, (block, head)) in heads.iter().enumerate() {
            let last = starts.get(position + 1).map_or(self.markup.blocks.len(), |next| *next);
            let mut item = match head {
                Some(event) => self.event_item(*event, Some(*event) == main),
                None => self.heading_item(*block),
            };
            item.children = self.parts(*block..last, *head, &chosen);
            let own = (*block..last)
                .filter_map(|block| self.markup.blocks.get(block))
                .map(|block| block.span)
                .reduce(Span::join)
                .unwrap_or(item.selection);
            item.span = item
                .children
                .iter()
                .fold(own.join(item.selection), |span, child| span.join(child.span));
            let rank = match item.kind {
                OutlineKind::MainEvent => 0,
                OutlineKind::BackgroundEvent => 2,
                _ => 1,
            };
            items.push((rank, item));
        }
        items.sort_by_key(|(rank, item)| (*rank, item.span.start));
        items.into_iter().map(|(_, item)| item).collect()
    }

    /// The events worth a line, by paragraph, the weightiest first.
    fn chosen_events(&self) -> BTreeMap<usize, Vec<usize>> {
        let main = self.facts.main_event.as_ref().and_then(|main| main.event);
        let mut chosen: BTreeMap<usize, Vec<(f32, usize)>> = BTreeMap::new();
        let quoted = |place: Place| {
            // Quotations come in the order of the text and are few in a block.
            let from = self
                .facts
                .quotations
                .partition_point(|quotation| quotation.place.block < place.block);
            self.facts
                .quotations
                .get(from..)
                .unwrap_or(&[])
                .iter()
                .take_while(|quotation| quotation.place.block == place.block)
                .any(|quotation| {
                    matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
                        && quotation.place.covers(place)
                })
        };
        for (index, event) in self.facts.events.iter().enumerate() {
            // What somebody tells in a quotation is shown by the quotation.
            if Some(index) != main && quoted(event.trigger) {
                continue;
            }
            let weight = if Some(index) == main { 9.0 } else { weight(event) };
            if event.retells.is_none() && weight >= 1.0 {
                chosen.entry(event.trigger.block).or_default().push((weight, index));
            }
        }
        chosen
            .into_iter()
            .map(|(block, mut events)| {
                events.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
                events.truncate(EVENTS_OF_PARAGRAPH);
                (block, events.into_iter().map(|(_, index)| index).collect())
            })
            .collect()
    }

    /// The paragraphs at which a line at the top begins, with its event; a heading has none.
    fn heads(&self, chosen: &BTreeMap<usize, Vec<usize>>) -> BTreeMap<usize, Option<usize>> {
        let mut heads = BTreeMap::new();
        let main = self.facts.main_event.as_ref().and_then(|main| main.event);
        let main_block = main
            .and_then(|main| self.facts.events.get(main))
            .map(|event| event.trigger.block);
        for (index, block) in self.markup.blocks.iter().enumerate() {
            let event = chosen.get(&index).and_then(|events| events.first()).copied();
            match block.kind {
                BlockKind::Heading(_) if Some(index) != main_block => {
                    if !block.text.trim().is_empty() {
                        heads.insert(index, None);
                    }
                }
                _ => {
                    if event.is_some() {
                        heads.insert(index, event);
                    }
                }
            }
        }
        heads
    }

    /// What stands beneath a line: the other events and the quotations of its paragraphs, in the order of the text.
    fn parts(
        &self,
        blocks: std::ops::Range<usize>,
        head: Option<usize>,
        chosen: &BTreeMap<usize, Vec<usize>>,
    ) -> Vec<OutlineItem> {
        let mut parts: Vec<OutlineItem> = chosen
            .range(blocks.clone())
            .flat_map(|(_, events)| events)
            .filter(|event| Some(**event) != head)
            .map(|event| self.event_item(*event, false))
            .collect();
        let mut counted: BTreeMap<usize, usize> = BTreeMap::new();
        for quotation in self.facts.quotations.iter().filter(|quotation| {
            blocks.contains(&quotation.place.block)
                && !matches!(quotation.kind, QuotationKind::Mention | QuotationKind::Indirect)
        }) {
            let count = counted.entry(quotation.place.block).or_default();
            *count += 1;
            if *count <= QUOTATIONS_OF_PARAGRAPH {
                parts.push(self.quotation_item(quotation));
            }
        }
        parts.sort_by_key(|part| (part.selection.start, part.selection.end));
        parts
    }

    fn event_item(&self, index: usize, is_main: bool) -> OutlineItem {
        let Some(event) = self.facts.events.get(index) else {
            return self.heading_item(0);
        };
        let told = Told {
            event,
            tellings: std::iter::once(event)
                .chain(self.facts.events.iter().filter(|other| other.retells == Some(index)))
                .collect(),
        };
        let selection = self.source_span(event.trigger);
        let kind = match event.status {
            _ if is_main => OutlineKind::MainEvent,
            _ if event.background => OutlineKind::BackgroundEvent,
            EventStatus::Planned => OutlineKind::PlannedEvent,
            EventStatus::Possible => OutlineKind::PossibleEvent,
            EventStatus::Denied => OutlineKind::DeniedEvent,
            EventStatus::Done | EventStatus::Ongoing => OutlineKind::Event,
        };
        OutlineItem {
            name: self.headline(&told),
            detail: self.event_detail(&told),
            kind,
            span: selection,
            selection,
            children: Vec::new(),
        }
    }

    fn heading_item(&self, index: usize) -> OutlineItem {
        let text = self.markup.blocks.get(index).map_or("", |block| block.text.as_str());
        let selection = self.source_span(Place::new(index, Span::new(0, text.len())));
        OutlineItem {
            name: one_line(text, QUOTATION_CHARS),
            detail: String::new(),
            kind: OutlineKind::Heading,
            span: selection,
            selection,
            children: Vec::new(),
        }
    }

    fn quotation_item(&self, quotation: &Quotation) -> OutlineItem {
        let span = self.source_span(quotation.place);
        let speaker = quotation
            .speaker
            .as_ref()
            .map(|speaker| speaker.resolved.clone().unwrap_or_else(|| speaker.text.clone()));
        OutlineItem {
            name: one_line(self.text_of(quotation.place), QUOTATION_CHARS),
            detail: speaker.unwrap_or_default(),
            kind: OutlineKind::Quotation,
            span,
            selection: span,
            children: Vec::new(),
        }
    }
}

/// How much an event tells a reader who skims; below 1 it gets no line.
fn weight(event: &Event) -> f32 {
    let group = match event.group {
        "Talks" | "Agreement" | "Sanction" | "Force" | "Politics" | "Protest" | "Law" => 1.0,
        "Life" | "Refusal" | "Threat" | "Demand" | "Criticism" | "Support" | "Economy" | "Movement" => 0.7,
        "Culture" => 0.5,
        "Statement" | "State" | "Course" => -1.0,
        _ => 0.0,
    };
    let actors = event
        .participants
        .iter()
        .filter(|participant| participant.actor.is_some())
        .count()
        .min(2) as f32;
    let told = if event.participants.is_empty() { 0.0 } else { 0.2 };
    let dated = if event.times.is_empty() { 0.0 } else { 0.4 };
    let located = if event.places.is_empty() { 0.0 } else { 0.2 };
    let planned = if event.status == EventStatus::Planned { 0.1 } else { 0.0 };
    let doubtful = if event.status == EventStatus::Possible {
        -0.4
    } else {
        0.0
    };
    group + actors * 0.35 + told + dated + located + planned + doubtful
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Cache, Draft, analyse};
    use crate::language;

    const STORY: &str = include_str!("../../examples/summit-call.txt");

    fn outline_of(text: &str) -> Vec<OutlineItem> {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        analyse(&draft, &Cache::default(), language::embedded()).outline()
    }

    /// Checks one list and what is beneath it; gives the number of lines.
    fn check_nesting(items: &[OutlineItem], inside: Span) -> usize {
        let mut spans: Vec<Span> = items.iter().map(|item| item.span).collect();
        spans.sort();
        assert!(spans.windows(2).all(|pair| !pair[0].overlaps(pair[1])) || inside.len() < STORY.len());
        items
            .iter()
            .map(|item| {
                assert!(inside.covers(item.span), "{item:?} leaves {inside:?}");
                assert!(item.span.covers(item.selection), "{item:?}");
                assert!(!item.name.is_empty(), "{item:?}");
                1 + check_nesting(&item.children, item.span)
            })
            .sum()
    }

    #[test]
    fn a_story_reads_main_event_first_and_nests() {
        let outline = outline_of(STORY);
        let lines = check_nesting(&outline, Span::new(0, STORY.len()));
        assert!(lines <= 25, "{lines} lines");
        assert_eq!(outline[0].kind, OutlineKind::MainEvent);
        assert_eq!(outline[0].selection.of(STORY), "call");
        assert!(outline.iter().skip(1).all(|item| item.kind != OutlineKind::MainEvent));
        let planned = outline
            .iter()
            .find(|item| item.kind == OutlineKind::PlannedEvent)
            .unwrap();
        assert!(planned.detail.contains("Thursday 8 May 2031"), "{planned:?}");
        assert!(
            outline[0]
                .children
                .iter()
                .any(|child| child.kind == OutlineKind::Quotation)
        );
    }

    #[test]
    fn an_empty_draft_has_no_lines() {
        assert!(outline_of("").is_empty());
        assert!(outline_of("\n\n—\n").is_empty());
    }
}
