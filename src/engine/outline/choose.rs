//! Which events are worth a line: at most one of a paragraph, and the weightiest of the draft. It names nothing.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::{Event, EventId, EventStatus, Place, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::{Headline, Line};
use crate::engine::lookup::in_block;
use crate::language::{Relation, Tag, Upos, View};
use crate::markup::{BlockId, BlockKind};
use crate::text::table;

/// How many lines for events a thousand words of the draft may have.
const PER_THOUSAND_WORDS: usize = 15;

/// How many lines for events any draft may have.
const FEWEST: usize = 4;

/// What an event weighs that gets a line.
const WORTH_A_LINE: f32 = 1.0;

/// Words at the head of a sentence that another sentence explains.
static OPEN_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("open_words.txt")).collect());

/// The line of an event, chosen for the outline.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    /// The event.
    pub(super) event: EventId,
    /// Its line.
    pub(super) headline: Headline,
    /// Its sentence.
    pub(super) sentence: Place,
    /// Whether the sentence as a whole reports it: its status is then that of the line.
    pub(super) heads: bool,
}

impl Snapshot {
    pub(super) fn main_event(&self) -> Option<EventId> {
        let main = self.facts.main_event.as_ref().and_then(|main| main.event)?;
        let kind = self.kind_of(self.facts.event(main)?.trigger.block)?;
        // A caption shows the story from its side, a teaser sells it.
        let is_aside = match kind {
            BlockKind::Caption => true,
            BlockKind::Field(key) => ["image", "caption", "alt", "credit", "photo", "blurb", "teaser"]
                .iter()
                .any(|part| key.contains(part)),
            _ => false,
        };
        (!is_aside).then_some(main)
    }

    fn kind_of(&self, block: BlockId) -> Option<&BlockKind> {
        block.of(&self.markup.blocks).map(|block| &block.kind)
    }

    /// The events worth a line, by paragraph. None has the same line as one before it.
    pub(super) fn chosen_events(&self) -> BTreeMap<BlockId, Chosen> {
        let main = self.main_event();
        let mut best: BTreeMap<BlockId, (f32, Chosen)> = BTreeMap::new();
        for (id, event) in self.facts.events_with_ids() {
            let is_main = Some(id) == main;
            if !is_main && (event.retells.is_some() || self.has_no_line(event)) {
                continue;
            }
            let Some((weight, chosen)) = self.weighed(id, event, is_main) else {
                continue;
            };
            let block = event.trigger.block;
            if best.get(&block).is_none_or(|(most, _)| weight > *most) {
                best.insert(block, (weight, chosen));
            }
        }
        self.weightiest_lines(best)
    }

    /// As many lines as the draft has room for.
    fn weightiest_lines(&self, best: BTreeMap<BlockId, (f32, Chosen)>) -> BTreeMap<BlockId, Chosen> {
        let words: usize = self
            .markup
            .blocks
            .iter()
            .zip(&self.blocks)
            .filter(|(block, _)| block.kind.is_body())
            .map(|(_, facts)| facts.language.words.len())
            .sum();
        let room = FEWEST.max((words * PER_THOUSAND_WORDS).div_ceil(1000));
        let mut ranked: Vec<(BlockId, f32, Chosen)> = best
            .into_iter()
            .map(|(block, (weight, chosen))| (block, weight, chosen))
            .collect();
        ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let headings = self
            .markup
            .blocks
            .iter()
            .filter(|block| matches!(block.kind, BlockKind::Heading(_)));
        let mut seen: FxHashSet<String> = headings.map(|heading| heading.text.trim().to_lowercase()).collect();
        ranked
            .into_iter()
            .filter(|(_, weight, chosen)| *weight == f32::MAX || seen.insert(chosen.headline.text.to_lowercase()))
            .take(room)
            .map(|(block, _, chosen)| (block, chosen))
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

    /// How much the line of an event says to a reader who skims; nothing if it says too little.
    fn weighed(&self, id: EventId, event: &Event, is_main: bool) -> Option<(f32, Chosen)> {
        let weight = self.weight(event);
        // The line can add so much at most.
        if !is_main && weight + 0.8 < WORTH_A_LINE {
            return None;
        }
        let headline = self.headline_at(event.trigger);
        let sentence = self.sentence_of(event.trigger);
        let shape = self.line_at(event.trigger).map(|(view, line)| {
            let shown = headline.text.to_lowercase();
            let is_named = line
                .words
                .first()
                .is_some_and(|first| !shown.starts_with(view.lower(*first).as_str()));
            Shape::of(view, &line, event, is_named)
        });
        let (added, heads) = shape.map_or((0.0, true), |shape| (shape.weight(), shape.heads));
        let chosen = Chosen {
            event: id,
            headline,
            sentence,
            heads,
        };
        if is_main {
            return Some((f32::MAX, chosen));
        }
        if chosen.headline.begins_inside || chosen.headline.is_torn || self.quotes_directly(sentence) {
            return None;
        }
        let weight = weight + added;
        (weight >= WORTH_A_LINE).then_some((weight, chosen))
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
        let told = if event.participants.is_empty() { 0.0 } else { 0.2 };
        let dated = if event.times.is_empty() { 0.0 } else { 0.4 };
        let located = if event.places.is_empty() { 0.0 } else { 0.2 };
        let planned = if event.status == EventStatus::Planned { 0.1 } else { 0.0 };
        let doubtful = if event.status == EventStatus::Possible {
            -0.4
        } else {
            0.0
        };
        group + actors * 0.35 + told + dated + located + planned + doubtful + alone
    }
}

/// What a line looks like to a reader.
struct Shape {
    heads: bool,
    serves_head: bool,
    opens_block: bool,
    is_cut: bool,
    begins_open: bool,
    has_open_subject: bool,
    is_ours: bool,
    has_no_subject: bool,
    asks: bool,
    is_short: bool,
}

impl Shape {
    fn of(view: View<'_>, line: &Line, event: &Event, is_named: bool) -> Self {
        let at = view.language.word_from(event.trigger.span.start);
        let sentence = view.sentence(at);
        let first = line.words.first().copied().unwrap_or(at);
        let root = sentence.clone().find(|word| view.relation(*word) == Relation::Root);
        let heads = Some(at) == root;
        Self {
            heads,
            serves_head: view.head(at).is_some() && view.head(at) == root,
            opens_block: sentence.start == 0,
            is_cut: line.is_cut,
            begins_open: begins_open(view, first) && !is_named,
            has_open_subject: root.is_some_and(|root| has_open_subject(view, first, root)),
            is_ours: view.is_any(first, &["we", "our", "you", "your"]),
            has_no_subject: root.is_none_or(|root| !has_subject(view, root)),
            asks: view.is(sentence.end.saturating_sub(1), "?") || view.tag(first).is_wh() && root != Some(first),
            is_short: line.words.len() < 4,
        }
    }

    fn weight(&self) -> f32 {
        let add = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
        add(self.heads, 0.5)
            + add(self.serves_head, 0.2)
            + add(self.opens_block, 0.3)
            + add(self.is_cut, -0.2)
            + add(self.begins_open, -2.0)
            + add(self.has_open_subject, -1.0)
            + add(self.is_ours, -0.4)
            + add(self.has_no_subject, -3.0)
            + add(self.asks, -2.0)
            + add(self.is_short, -1.0)
    }
}

/// Whether a line begins with a word that another sentence explains ("It", "Those", "Each would").
fn begins_open(view: View<'_>, first: usize) -> bool {
    let ours = view.is_any(first, &["we", "you", "our", "your"]);
    let pronoun = view.tag(first) == Tag::PersonalPronoun && !ours;
    let points = OPEN_WORDS.contains(view.lower(first).as_str())
        || view.is(first, "of") && OPEN_WORDS.contains(view.lower(first + 1).as_str());
    let counts = matches!(view.upos(first), Upos::Pron | Upos::Det | Upos::Num | Upos::Adj)
        && matches!(view.relation(first), Relation::Nsubj | Relation::NsubjPass)
        && !view.is_any(first + 1, &["of"])
        && !ours
        && view.relation(first) != Relation::Expl;
    pronoun || points || counts
}

/// "While in jail, he escaped": a pronoun acts, and nothing before it in the line says who that is.
fn has_open_subject(view: View<'_>, first: usize, root: usize) -> bool {
    let subject = view.subject_of(root).filter(|subject| *subject > first);
    subject.is_some_and(|subject| {
        view.is_any(subject, &["he", "she", "it", "they"])
            && !(first..subject).any(|word| view.is_nominal(word) && view.upos(word) != Upos::Pron)
    })
}

/// Whether somebody or something does what a sentence says, or "there" is something.
fn has_subject(view: View<'_>, root: usize) -> bool {
    let subjects = &[
        Relation::Nsubj,
        Relation::NsubjPass,
        Relation::NsubjOuter,
        Relation::Csubj,
        Relation::CsubjPass,
        Relation::Expl,
    ];
    let is_said = view.upos(root) == Upos::Verb || view.child_by(root, &[Relation::Cop]).is_some();
    is_said && view.child_by(root, subjects).is_some()
}
