//! The outline of a draft: what an editor skims. It orders and names facts and never finds new ones.
//!
//! Ranges nest, and siblings do not overlap: each event at the top owns the paragraphs from its own to the next such
//! event, and a section all that is under its heading. So the outline reads well where a client sorts by position,
//! and where it keeps the order given here: the main event first, then what has a day, then the rest, then the sections;
//! the background comes last.

mod choose;
mod names;

pub(in crate::engine) use names::Names;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::{BlockId, EventId, EventStatus, Place, Quotation, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::{EventTellings, one_line};
use crate::engine::outline::choose::Head;
use crate::text::Span;

/// One line of the outline. All spans count in the source; the spans of the children are inside `span`, and so is
/// `selection`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineItem {
    /// Reads as a headline ("Wang calls Rubio").
    pub name: String,
    /// "who -> whom, when, where"; may be empty.
    pub detail: String,
    /// What it is.
    pub kind: OutlineKind,
    /// Everything it covers.
    pub span: Span,
    /// What to jump to.
    pub selection: Span,
    /// Its parts.
    pub children: Vec<OutlineItem>,
}

/// What a line of the outline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutlineKind {
    /// What the story is about.
    MainEvent,
    /// Something that happened or goes on.
    Event,
    /// Something still to come.
    PlannedEvent,
    /// Something that may have happened or may come.
    PossibleEvent,
    /// Something that did not happen, or is denied.
    DeniedEvent,
    /// Background: something before the story.
    BackgroundEvent,
    /// Somebody's words.
    Quotation,
    /// A heading.
    Heading,
}

/// How many characters of a quotation a line shows.
const QUOTATION_CHARS: usize = 60;

/// How many quotations one paragraph may add.
const QUOTATIONS_OF_PARAGRAPH: usize = 2;

impl Snapshot {
    /// The outline: events with their parts and quotations, and headings. Every list is in reading order.
    pub(in crate::engine) fn outline_items(&self) -> Vec<OutlineItem> {
        let names = Names::new(self);
        let chosen = self.chosen_events(&names);
        let heads = self.heads(&chosen);
        let starts: Vec<usize> = heads.keys().copied().collect();
        let mut ranked: Vec<(u8, OutlineItem)> = Vec::new();
        let mut section: Option<(OutlineItem, Vec<(u8, OutlineItem)>)> = None;
        for (position, (block, head)) in heads.iter().enumerate() {
            let end = starts.get(position + 1).map_or(self.markup.blocks.len(), |next| *next);
            let item = self.top_item(*block..end, *head, &chosen, &names);
            match head {
                Head::Heading => {
                    ranked.extend(section.take().map(closed));
                    section = Some((item, Vec::new()));
                }
                Head::Event(event) => {
                    let entry = (Self::rank(*event, &item, &names), item);
                    match &mut section {
                        // The main event is at the top, wherever it is reported.
                        Some((_, entries)) if entry.0 > 0 => entries.push(entry),
                        _ => {
                            ranked.extend(section.take().map(closed));
                            ranked.push(entry);
                        }
                    }
                }
            }
        }
        ranked.extend(section.take().map(closed));
        in_order(ranked)
    }

    /// A line at the top with all that its paragraphs say.
    fn top_item(
        &self,
        blocks: Range<usize>,
        head: Head,
        chosen: &BTreeMap<usize, Vec<EventId>>,
        names: &Names<'_>,
    ) -> OutlineItem {
        let (mut item, event) = match head {
            Head::Event(event) => (self.event_item(event, names), Some(event)),
            Head::Heading => (self.heading_item(blocks.start), None),
        };
        item.children = self.parts(blocks.clone(), event, chosen, names);
        item.span = blocks
            .filter_map(|block| self.markup.blocks.get(block))
            .map(|block| block.span)
            .chain(item.children.iter().map(|child| child.span))
            .fold(item.selection, Span::join);
        item
    }

    /// Main event, what has a day, the rest, sections, background.
    fn rank(event: EventId, item: &OutlineItem, names: &Names<'_>) -> u8 {
        let dated = |told: EventTellings<'_>| told.time().is_some_and(|time| time.days.is_some());
        match item.kind {
            OutlineKind::MainEvent => 0,
            OutlineKind::BackgroundEvent => 4,
            _ if names.told(event).is_some_and(dated) => 1,
            _ => 2,
        }
    }

    /// What is under a line: the other events and the quotations of its paragraphs, in the order of the text.
    fn parts(
        &self,
        blocks: Range<usize>,
        head: Option<EventId>,
        chosen: &BTreeMap<usize, Vec<EventId>>,
        names: &Names<'_>,
    ) -> Vec<OutlineItem> {
        let mut parts: Vec<OutlineItem> = chosen
            .range(blocks.clone())
            .flat_map(|(_, events)| events)
            .filter(|event| Some(**event) != head)
            .map(|event| self.event_item(*event, names))
            .collect();
        let mut counted: BTreeMap<usize, usize> = BTreeMap::new();
        let from = |block: usize| {
            self.facts
                .quotations
                .partition_point(|quotation| quotation.place.block.0 < block)
        };
        let quotations = self.facts.quotations.get(from(blocks.start)..from(blocks.end));
        for quotation in quotations
            .unwrap_or(&[])
            .iter()
            .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
        {
            let count = counted.entry(quotation.place.block.0).or_default();
            *count += 1;
            if *count <= QUOTATIONS_OF_PARAGRAPH {
                parts.push(self.quotation_item(quotation));
            }
        }
        parts.sort_by_key(|part| (part.selection.start, part.selection.end));
        parts
    }

    fn event_item(&self, id: EventId, names: &Names<'_>) -> OutlineItem {
        let Some(told) = names.told(id) else {
            return self.heading_item(0);
        };
        let event = told.event;
        let selection = self.source_span(event.trigger);
        let kind = match event.status {
            _ if Some(id) == self.main_event() => OutlineKind::MainEvent,
            _ if event.background => OutlineKind::BackgroundEvent,
            EventStatus::Planned => OutlineKind::PlannedEvent,
            EventStatus::Possible => OutlineKind::PossibleEvent,
            EventStatus::Denied => OutlineKind::DeniedEvent,
            EventStatus::Done | EventStatus::Ongoing => OutlineKind::Event,
        };
        OutlineItem {
            name: names.of(id).to_owned(),
            detail: self.event_detail(&told),
            kind,
            span: selection,
            selection,
            children: Vec::new(),
        }
    }

    fn heading_item(&self, index: usize) -> OutlineItem {
        let text = self.markup.blocks.get(index).map_or("", |block| block.text.as_str());
        let selection = self.source_span(Place::new(BlockId(index), Span::new(0, text.len())));
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

/// A section with its events as its parts, after what is directly under its heading.
fn closed((mut heading, entries): (OutlineItem, Vec<(u8, OutlineItem)>)) -> (u8, OutlineItem) {
    heading.children.extend(in_order(entries));
    heading.span = heading
        .children
        .iter()
        .map(|child| child.span)
        .fold(heading.span, Span::join);
    (3, heading)
}

fn in_order(mut ranked: Vec<(u8, OutlineItem)>) -> Vec<OutlineItem> {
    ranked.sort_by_key(|(rank, item)| (*rank, item.span.start));
    ranked.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Cache, Draft, ReadAs, analyse};
    use crate::language;
    use crate::markup::Format;

    const STORY: &str = include_str!("../../../examples/summit-call.txt");

    const SECTIONS: &str = include_str!("../../../examples/ferry-strike.md");

    fn outline_of(text: &str) -> Vec<OutlineItem> {
        outline_in(text, Format::Plain)
    }

    fn outline_in(text: &str, format: Format) -> Vec<OutlineItem> {
        let draft = Draft {
            text: text.into(),
            read_as: ReadAs {
                format,
                ..ReadAs::default()
            },
        };
        analyse(&draft, &Cache::default(), language::embedded()).outline()
    }

    /// Checks that siblings are apart and parts inside their whole, in one list and all beneath it; gives the number of lines.
    fn check_nesting(items: &[OutlineItem], inside: Span) -> usize {
        let mut spans: Vec<Span> = items.iter().map(|item| item.span).collect();
        spans.sort();
        assert!(
            spans.windows(2).all(|pair| !pair[0].overlaps(pair[1])),
            "siblings overlap in {items:?}"
        );
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
    fn siblings_inside_a_section_do_not_overlap_either() {
        let outline = outline_in(SECTIONS, Format::Markdown);
        let lines = check_nesting(&outline, Span::new(0, SECTIONS.len()));
        assert!(lines > outline.len(), "no line has parts: {outline:?}");
    }

    #[test]
    fn an_empty_draft_has_no_lines() {
        assert!(outline_of("").is_empty());
        assert!(outline_of("\n\n—\n").is_empty());
    }
}
