//! Which events are worth a line: a few of each paragraph, one of which gets it, and the weightiest of the draft. It names
//! nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::{Event, EventId, EventStatus, Place, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::{Headline, Line as Shown};
use crate::engine::lines::Line;
use crate::engine::lookup::in_block;
use crate::engine::outline::alone::Reading;
use crate::engine::outline::main_line::MainLine;
use crate::engine::outline::shape::Shape;
use crate::language::Upos;
use crate::markup::{BlockId, BlockKind};

/// How many paragraphs of a thousand words may have the line of an event; about a quarter of them leave something open.
const PER_THOUSAND_WORDS: usize = 20;

/// How many of any draft may have one.
const FEWEST: usize = 6;

/// How many characters a line has at least that says enough for a reader to guess what a word of it stands for.
pub(super) const SHORT: usize = 75;

/// How many sentences of a paragraph are considered.
const SENTENCES: usize = 3;

/// What an event weighs that gets a line.
const WORTH_A_LINE: f32 = 1.0;

/// The line of an event, chosen for the outline.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    /// The event.
    pub(super) event: EventId,
    /// Its line.
    pub(super) line: String,
    /// The words that it shows.
    pub(super) shown: Arc<Shown>,
    /// Its sentence.
    pub(super) sentence: Place,
    /// Whether the sentence as a whole reports it: its status is then that of the line.
    pub(super) heads: bool,
    /// The full name of somebody whose surname the line gives, if no line above it does; else empty.
    pub(super) who: String,
}

/// The line of an event, chosen for the outline; `first` is the first event of its paragraph.
fn chosen(line: Line, first: usize) -> (f32, Chosen) {
    let chosen = Chosen {
        event: EventId(first + line.event),
        line: line.text,
        shown: line.shown,
        sentence: line.sentence,
        heads: line.heads,
        who: String::new(),
    };
    (line.weight, chosen)
}

impl Snapshot {
    fn kind_of(&self, block: BlockId) -> Option<&BlockKind> {
        block.of(&self.markup.blocks).map(|block| &block.kind)
    }

    /// The events worth a line, by paragraph: of each the best line of every sentence, the weightiest first.
    pub(super) fn chosen_events(&self, main: MainLine) -> BTreeMap<BlockId, Vec<Chosen>> {
        let main_block = main
            .event
            .and_then(|id| self.facts.event(id))
            .map(|event| event.trigger.block);
        let mut found: BTreeMap<BlockId, Vec<(f32, Chosen)>> = BTreeMap::new();
        let mut events = self.facts.events.iter().enumerate().peekable();
        while let Some((first, event)) = events.next() {
            let block = event.trigger.block;
            while events.next_if(|(_, event)| event.trigger.block == block).is_some() {}
            if Some(block) == main.headline {
                continue;
            }
            let lines = if Some(block) == main_block {
                self.lines_of(block, first, main.event)
            } else {
                self.lines.of_block(block, || self.lines_of(block, first, None))
            };
            if !lines.is_empty() {
                found.insert(block, lines.into_iter().map(|line| chosen(line, first)).collect());
            }
        }
        self.weightiest_lines(found)
    }

    /// The line of the weightiest event of each sentence of a paragraph, the first of equals; the weightiest first. `first` is
    /// the first of the events of the paragraph.
    fn lines_of(&self, block: BlockId, first: usize, main: Option<EventId>) -> Vec<Line> {
        let mut best: Vec<Line> = Vec::new();
        let events = self.facts.events.iter().skip(first);
        let of_block = events.take_while(|event| event.trigger.block == block);
        for (at, event) in of_block.enumerate() {
            let is_main = main == Some(EventId(first + at));
            if !is_main && (event.retells.is_some() || self.has_no_line(event)) {
                continue;
            }
            let Some(line) = self.weighed(event, is_main).map(|line| Line { event: at, ..line }) else {
                continue;
            };
            match best.iter_mut().find(|other| other.sentence == line.sentence) {
                Some(other) if line.weight > other.weight => *other = line,
                Some(_) => {}
                None => best.push(line),
            }
        }
        best.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        best.truncate(SENTENCES);
        best
    }

    /// As many paragraphs as the draft has room for.
    fn weightiest_lines(&self, found: BTreeMap<BlockId, Vec<(f32, Chosen)>>) -> BTreeMap<BlockId, Vec<Chosen>> {
        let words: usize = self
            .markup
            .blocks
            .iter()
            .zip(&self.blocks)
            .filter(|(block, _)| block.kind.is_body())
            .map(|(_, facts)| facts.language.words.len())
            .sum();
        let room = FEWEST.max((words * PER_THOUSAND_WORDS).div_ceil(1000));
        let weight = |lines: &[(f32, Chosen)]| lines.first().map_or(f32::MIN, |(weight, _)| *weight);
        let mut ranked: Vec<(BlockId, Vec<(f32, Chosen)>)> = found.into_iter().collect();
        ranked.sort_by(|(block, one), (next, other)| weight(other).total_cmp(&weight(one)).then(block.cmp(next)));
        ranked
            .into_iter()
            .take(room)
            .map(|(block, lines)| (block, lines.into_iter().map(|(_, chosen)| chosen).collect()))
            .collect()
    }

    /// Headings, captions, and what somebody says in a quotation: the outline shows these in another way.
    fn has_no_line(&self, event: &Event) -> bool {
        let is_body = self.kind_of(event.trigger.block).is_some_and(BlockKind::is_body);
        let in_quote = event
            .trigger
            .block
            .of(&self.markup.blocks)
            .is_some_and(|block| block.in_quote);
        !is_body || in_quote || self.is_quoted(event.trigger)
    }

    /// The line of an event with how much it says to a reader who skims; nothing if it says too little.
    fn weighed(&self, event: &Event, is_main: bool) -> Option<Line> {
        let weight = self.weight(event);
        // The line can add so much at most.
        if !is_main && weight + 0.8 < WORTH_A_LINE {
            return None;
        }
        let block = event.trigger.block;
        let (view, shown) = self.line_at(event.trigger)?;
        let headline = self.headline_of(block, view, &shown, is_main);
        let sentence = self.sentence_of(event.trigger);
        let reading = Reading {
            snapshot: self,
            block,
            view,
            line: &shown,
        };
        let shape = Shape::of(&reading, event.trigger.span.start, &headline);
        let (added, heads) = (shape.weight(), shape.heads);
        let line = |weight: f32, text: String| Line {
            weight,
            event: 0,
            text,
            shown: Arc::new(shown),
            sentence,
            heads,
        };
        if is_main {
            return Some(line(f32::MAX, headline.text));
        }
        if headline.begins_inside || headline.is_torn || self.quotes_directly(sentence) {
            return None;
        }
        let weight = weight + added;
        (weight >= WORTH_A_LINE).then(|| line(weight, headline.text))
    }

    fn shape(&self, at: Place, headline: &Headline) -> Option<Shape> {
        let (view, line) = self.line_at(at)?;
        let reading = Reading {
            snapshot: self,
            block: at.block,
            view,
            line: &line,
        };
        Some(Shape::of(&reading, at.span.start, headline))
    }

    /// Whether the line about a place is a whole statement that no other sentence explains.
    pub(super) fn reads_alone(&self, at: Place, headline: &Headline) -> bool {
        self.shape(at, headline).is_some_and(|shape| shape.reads_alone())
    }

    /// Whether the line of an event could stand at the head of an outline, and whether the event is what its sentence as a
    /// whole reports.
    pub(super) fn heads_alone(&self, event: &Event, headline: &Headline) -> Option<bool> {
        let shape = self.shape(event.trigger, headline)?;
        let is_whole =
            !headline.begins_inside && !headline.is_torn && !self.quotes_directly(self.sentence_of(event.trigger));
        (is_whole && shape.reads_alone()).then_some(shape.heads)
    }

    /// The sentence of a place; of a heading all of it.
    pub(in crate::engine) fn sentence_of(&self, place: Place) -> Place {
        let language = place.block.of(&self.blocks).map(|block| &block.language);
        let sentence = language.and_then(|language| {
            let at = language.sentence_at(place.span.start)?;
            language.sentences.get(at)
        });
        sentence.map_or(place, |sentence| Place::new(place.block, sentence.span))
    }

    /// Whether a sentence has words that somebody says whole: the outline shows these.
    fn quotes_directly(&self, sentence: Place) -> bool {
        in_block(&self.facts.quotations, sentence.block, |quotation| quotation.place)
            .any(|quotation| quotation.kind == QuotationKind::Direct && quotation.place.span.overlaps(sentence.span))
    }

    /// How much an event says to a reader who skims, whatever its line.
    pub(in crate::engine) fn weight(&self, event: &Event) -> f32 {
        let group = event.kind.group().outline_weight();
        let actors = event
            .participants
            .iter()
            .filter(|participant| participant.actor.is_some())
            .count()
            .min(2) as f32;
        let is_bare = event.participants.is_empty() && event.times.is_empty();
        let is_noun = self.word_at(event.trigger).is_some_and(|word| word.upos != Upos::Verb);
        // "talks", "the deal": a noun on its own says nothing.
        let alone = if is_bare && is_noun { -0.8 } else { 0.0 };
        let peopled = if event.participants.is_empty() { 0.0 } else { 0.2 };
        let dated = if event.times.is_empty() { 0.0 } else { 0.4 };
        let located = if event.places.is_empty() { 0.0 } else { 0.2 };
        let planned = if event.status == EventStatus::Planned { 0.1 } else { 0.0 };
        let doubtful = if event.status == EventStatus::Possible {
            -0.4
        } else {
            0.0
        };
        group + actors * 0.35 + peopled + dated + located + planned + doubtful + alone
    }
}
