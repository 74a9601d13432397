//! What the story is about: who, what, when, where, by position, frequency and closeness to the draft's date. It
//! chooses among what the draft says and words nothing itself.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::events::circumstances;
use crate::analysis::events::fold::Known;
use crate::analysis::events::tree::Tree;
use crate::analysis::times::days_apart;
use crate::analysis::{ActorKind, BlockFacts, Event, EventStatus, MainEvent, MentionForm, Place, TimeKind};
use crate::language::Upos;
use crate::markup::{Block, BlockKind, Furniture, Markup};
use crate::text::Span;

/// How many sentences at the head of a draft may tell what it is about.
const HEAD_SENTENCES: usize = 6;

/// The main event, unless the draft tells nothing.
#[must_use]
pub fn main_event(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    events: &[Event],
    known: Known<'_>,
) -> Option<MainEvent> {
    let event = best_event(events);
    let clause = head_clause(markup, blocks);
    let when = when(markup, known);
    let place = place(markup, blocks, known);
    if event.is_none() && clause.is_none() {
        return None;
    }
    let (who, what) = match clause {
        Some((who, what)) => (who, Some(what)),
        None => {
            let event = event.and_then(|event| events.get(event));
            (
                event
                    .and_then(|event| event.participants.first())
                    .map(|participant| participant.place),
                event.map(|event| event.trigger),
            )
        }
    };
    Some(MainEvent {
        event,
        who,
        what,
        when,
        place,
    })
}

/// Early, often told, with somebody in it, and no mere saying.
fn best_event(events: &[Event]) -> Option<usize> {
    let mut told: FxHashMap<usize, usize> = FxHashMap::default();
    for (index, event) in events.iter().enumerate() {
        *told.entry(event.retells.unwrap_or(index)).or_default() += 1;
    }
    let total = events.len().max(1) as f32;
    let score = |(index, event): (usize, &Event)| -> f32 {
        let position = 1.0 - index as f32 / total;
        let early = if index < 12 { 1.0 - index as f32 / 24.0 } else { 0.0 };
        let frequency = told
            .get(&index)
            .map_or(0.0, |count| (*count as f32 - 1.0).min(4.0) / 4.0);
        let weight = match event.group {
            "Talks" | "Agreement" | "Force" | "Life" | "Law" | "Sanction" | "Politics" | "Protest" => 0.35,
            "Economy" | "Culture" | "Movement" | "Refusal" | "Threat" | "Demand" | "Criticism" | "Support" => 0.25,
            "Statement" => -0.5,
            "State" | "Course" => -0.3,
            _ => 0.0,
        };
        let known = if event.participants.iter().any(|participant| participant.actor.is_some()) {
            0.15
        } else {
            0.0
        };
        let dated = if event.times.is_empty() { 0.0 } else { 0.1 };
        let off = if event.background || event.status == EventStatus::Denied || event.retells.is_some() {
            -1.0
        } else {
            0.0
        };
        position * 0.4 + early * 0.5 + frequency * 0.4 + weight + known + dated + off
    };
    events
        .iter()
        .enumerate()
        .map(|(index, event)| (index, score((index, event))))
        .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)))
        .map(|(index, _)| index)
}

/// Subject and verb phrase of the first sentence at the head that has both.
fn head_clause(markup: &Markup, blocks: &[Arc<BlockFacts>]) -> Option<(Option<Place>, Place)> {
    let mut seen = 0;
    let mut without_subject = None;
    for (number, (block, facts)) in markup.blocks.iter().zip(blocks).enumerate() {
        if matches!(
            block.kind,
            BlockKind::Furniture(
                Furniture::Slug | Furniture::Byline | Furniture::Dateline | Furniture::Embargo | Furniture::EndMark
            ) | BlockKind::TableCell
                | BlockKind::Caption
        ) {
            continue;
        }
        let tree = Tree::new(&block.text, &facts.language);
        for sentence in &facts.language.sentences {
            if seen >= HEAD_SENTENCES {
                return without_subject;
            }
            seen += 1;
            let display = seen == 1 && is_display(block, facts);
            let found = if display {
                of_headline(&tree, sentence.words.clone())
            } else {
                None
            };
            if let Some((who, what)) = found.or_else(|| subject_and_verb(&tree, sentence.words.clone())) {
                let found = (who.map(|who| Place::new(number, who)), Place::new(number, what));
                if found.0.is_some() {
                    return Some(found);
                }
                without_subject = without_subject.or(Some(found));
            }
        }
    }
    without_subject
}

/// Whether a block is a headline: a heading, or a single sentence without a full stop.
fn is_display(block: &Block, facts: &BlockFacts) -> bool {
    matches!(block.kind, BlockKind::Heading(_) | BlockKind::Field(_))
        || facts.language.sentences.len() == 1 && block.text.len() < 200 && !block.text.trim_end().ends_with('.')
}

/// A headline read by its tags: parsers are not at home in headlines. Up to the first finite verb it says who.
fn of_headline(tree: &Tree<'_>, words: Range<usize>) -> Option<(Option<Span>, Span)> {
    // "World Cup 2030: Fans celebrate": what stands before a colon is a label, unless the verb stands there.
    let colon = words.clone().find(|at| tree.lower(*at) == ":");
    let is_verb = |at: usize| tree.upos(at) == Upos::Verb && matches!(tree.xpos(at), "VBZ" | "VBD" | "VBP" | "VBN");
    let words = match colon {
        Some(colon) if !(words.start..colon).any(is_verb) && colon + 1 < words.end => colon + 1..words.end,
        _ => words,
    };
    let verb = words.clone().find(|at| is_verb(*at))?;
    let group = (words.start..verb)
        .rev()
        .take_while(|at| matches!(tree.upos(*at), Upos::Aux | Upos::Adv | Upos::Part))
        .last()
        .unwrap_or(verb);
    let subject = (words.start..group)
        .find(|at| tree.upos(*at) != Upos::Punct)
        .filter(|first| (1..=8).contains(&(group - first)))?;
    let has_noun =
        (subject..group).any(|at| matches!(tree.upos(at), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num));
    has_noun.then_some(())?;
    let end = end_of_what(tree, verb, words.end);
    Some((Some(tree.span(subject..group)), tree.span(group..end)))
}

/// Where what happened ends: at the next clause.
fn end_of_what(tree: &Tree<'_>, verb: usize, limit: usize) -> usize {
    let mut end = limit;
    while end > verb + 1 && tree.upos(end - 1) == Upos::Punct {
        end -= 1;
    }
    let mut cut = verb + 1;
    let closes = |at: usize| {
        matches!(
            tree.lower(at).as_str(),
            "," | ";" | ":" | "—" | "–" | "after" | "as" | "when" | "while" | "because" | "and"
        ) && at - verb > 3
            || matches!(tree.lower(at).as_str(), "after" | "as" | "when" | "but") && at > verb + 1
    };
    while cut < end && !closes(cut) {
        cut += 1;
    }
    cut
}

fn subject_and_verb(tree: &Tree<'_>, words: Range<usize>) -> Option<(Option<Span>, Span)> {
    let root = words
        .clone()
        .find(|at| tree.relation(*at) == "root")
        .filter(|root| tree.upos(*root) == Upos::Verb)
        .or_else(|| {
            words
                .clone()
                .find(|at| tree.upos(*at) == Upos::Verb && !matches!(tree.relation(*at), "amod" | "acl"))
        })?;
    let subject = tree.children_by(root, &["nsubj", "nsubj:pass"]).next();
    let subject = match subject {
        Some(subject) => Some(subject),
        None if !tree.is_parsed(root) => (words.start..root)
            .rev()
            .find(|at| matches!(tree.upos(*at), Upos::Noun | Upos::Propn)),
        None => None,
    };
    let first = tree
        .children_by(root, &["aux", "aux:pass"])
        .filter(|aux| *aux < root)
        .fold(root, usize::min);
    let cut = end_of_what(tree, root, words.end);
    let what = tree.span(first..cut);
    let who = subject.map(|subject| tree.span(tree.phrase(subject)));
    Some((who, what))
}

/// Early, often told, close to the draft's date, to the day.
fn when(markup: &Markup, known: Known<'_>) -> Option<Place> {
    let total = markup.blocks.len().max(1) as f32;
    let mut count: FxHashMap<&str, f32> = FxHashMap::default();
    for time in known.times {
        *count.entry(time.value.as_str()).or_default() += 1.0;
    }
    let score = |time: &crate::analysis::Time| -> Option<f32> {
        let (first, last) = time.days?;
        let position = 1.0 - time.place.block as f32 / total;
        let frequency = count
            .get(time.value.as_str())
            .map_or(0.0, |count| (count / 4.0).min(1.0));
        let close = known
            .anchor
            .map_or(0.5, |anchor| 1.0 / (1.0 + days_apart(first, anchor) as f32 / 7.0));
        let precise = if first == last { 1.0 } else { 0.3 };
        let line = markup
            .blocks
            .get(time.place.block)
            .is_some_and(|block| block.text.len() < time.place.span.len() + 30);
        Some(0.24 * position + 0.16 * frequency + 0.4 * close + 0.2 * precise - if line { 0.5 } else { 0.0 })
    };
    known
        .times
        .iter()
        .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time))
        .filter_map(|time| Some((score(time)?, time.place)))
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
        .map(|(_, place)| place)
}

/// Early and often named, behind a preposition of place.
fn place(markup: &Markup, blocks: &[Arc<BlockFacts>], known: Known<'_>) -> Option<Place> {
    let mut offset = 0;
    let mut candidates: Vec<(usize, Place)> = Vec::new();
    for (number, (block, facts)) in markup.blocks.iter().zip(blocks).enumerate() {
        let furniture = matches!(block.kind, BlockKind::Furniture(_) | BlockKind::TableCell);
        // What is said late is not where the story is.
        if !furniture && offset < REACH {
            let tree = Tree::new(&block.text, &facts.language);
            for phrase in circumstances::place_phrases(&tree, &facts.times) {
                let first = phrase
                    .clone()
                    .find(|at| tree.upos(*at) == Upos::Propn)
                    .unwrap_or(phrase.start);
                let span = tree.span(first..phrase.end);
                candidates.push((offset + span.start, Place::new(number, span)));
            }
        }
        offset += block.text.len();
    }
    let text_of = |place: Place| {
        markup
            .blocks
            .get(place.block)
            .map_or("", |block| place.span.of(&block.text))
    };
    let mut count: FxHashMap<&str, f32> = FxHashMap::default();
    for mention in known
        .mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Named)
    {
        *count.entry(text_of(mention.place)).or_default() += 1.0;
    }
    let is_place: FxHashSet<Place> = known
        .mentions
        .iter()
        .filter(|mention| mention.kind == ActorKind::Place)
        .map(|mention| mention.place)
        .collect();
    candidates
        .into_iter()
        .map(|(offset, place)| {
            let position = 1.0 / (1.0 + offset as f32 / 600.0);
            let frequency = count.get(text_of(place)).map_or(0.0, |count| (count / 5.0).min(1.0));
            let kind = if is_place.contains(&place) { 0.15 } else { 0.0 };
            (0.5 * position + 0.25 * frequency + kind, place)
        })
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
        .map(|(_, place)| place)
}

/// How many bytes into a draft its place is looked for.
const REACH: usize = 3000;
