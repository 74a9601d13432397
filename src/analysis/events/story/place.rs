//! Where a story is, by position and frequency. Nothing is looked up outside the draft except the names of states,
//! which say less than a town does.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::events::EventKind;
use crate::analysis::events::circumstances;
use crate::analysis::events::context::EventContext;
use crate::analysis::events::story::head::{StoryBlock, sentence_of};
use crate::analysis::events::story::whereabouts::is_whereabouts;
use crate::analysis::{ActorKind, Event, Mention, MentionForm, Place};
use crate::language::{Upos, View};
use crate::markup::{BlockId, Markup};
use crate::text::Span;

/// How far into a draft its place is looked for, in bytes.
const REACH: usize = 3000;

/// After how many bytes a place counts half as early.
const HALF_AS_EARLY: f32 = 600.0;

/// How often a place must be named to count as much as it can.
const OFTEN: f32 = 5.0;

/// How many blocks at the head of a story are its headline and lead, and how much less a place below them counts if
/// something else happens there.
const LEADING: usize = 3;
const ELSEWHERE: f32 = 0.2;

/// The lowest weight that makes a name the place of a story.
const LEAST: f32 = 0.15;

/// How much more a name counts if it is in the headline.
const HEADED: f32 = 0.15;

/// How much less a name counts if it may not say where the story is: the town of the dateline, where it is filed; a
/// name inside a clause that describes somebody; the name of a body, which may be no place; a name before a noun of the
/// headline.
const FILED: f32 = 0.12;
const ASIDE: f32 = 0.15;
const BODY: f32 = 0.15;
const BEFORE_NOUN: f32 = 0.2;

/// Early and often named, after a preposition of place; a town or a house rather than its country.
#[must_use]
pub fn place(
    markup: &Markup,
    story: &[StoryBlock<'_>],
    events: &[Arc<Event>],
    main: Option<&Event>,
    known: EventContext<'_>,
) -> Option<Place> {
    let candidates = candidates(story, known.mentions);
    let counts = counts(markup, &candidates, known.mentions);
    let count = |candidate: &PlaceCandidate| counts.get(markup.text_of(candidate.place)).copied().unwrap_or(0.0);
    let begins = story
        .iter()
        .take(LEADING)
        .map(|story| story.id)
        .collect::<FxHashSet<_>>();
    let own = main.and_then(|main| sentence_of(story, main.trigger));
    let is_of_other = |candidate: &PlaceCandidate, is_meant: fn(&Event) -> bool| {
        places_of_others(events, main, candidate.place.block, is_meant)
            .any(|other| other.covers(candidate.place) || candidate.place.covers(other))
    };
    // "Police arrested two men in Velden." after another event: the place is that of the arrest, unless the draft comes back to it.
    // "He said in Velden" may be where the story is.
    let may_be_scene = |candidate: &&PlaceCandidate| {
        let is_own = own.is_none_or(|own| own.covers(candidate.place));
        is_own
            || candidate.is_at_head
            || count(candidate) > 1.0
            || !is_of_other(candidate, |event| event.kind != EventKind::Say)
    };
    let score = |candidate: &PlaceCandidate| {
        let is_elsewhere = !begins.contains(&candidate.place.block) && is_of_other(candidate, |_| true);
        let elsewhere = if is_elsewhere { ELSEWHERE } else { 0.0 };
        let kind = if candidate.is_said_of_place {
            Some(ActorKind::Place)
        } else {
            kind_at(known.mentions, candidate.place)
        };
        weight(candidate, markup.text_of(candidate.place), count(candidate), kind) - elsewhere
    };
    candidates
        .iter()
        .filter(may_be_scene)
        .map(|candidate| (score(candidate), candidate.place))
        .filter(|(score, _)| *score > LEAST)
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
        .map(|(_, place)| place)
}

/// How much the name at a place, which the draft names so often, counts by itself.
fn weight(candidate: &PlaceCandidate, text: &str, count: f32, kind: Option<ActorKind>) -> f32 {
    let position = 1.0 / (1.0 + candidate.offset as f32 / HALF_AS_EARLY);
    let frequency = (count / OFTEN).min(1.0);
    let kind = match kind {
        Some(ActorKind::Place) => 0.3,
        None if is_state(text) => 0.3,
        Some(ActorKind::Organization) if !circumstances::is_house(text) => -BODY,
        _ => 0.0,
    };
    let wide = if is_state(text) { 0.15 } else { 0.0 };
    0.6 * position + 0.15 * frequency + kind - wide - candidate.less
}

/// Where the events of a block take place that are others than the main one and that are meant.
fn places_of_others<'a>(
    events: &'a [Arc<Event>],
    main: Option<&'a Event>,
    block: BlockId,
    is_meant: fn(&Event) -> bool,
) -> impl Iterator<Item = Place> {
    let from = events.partition_point(|event| event.trigger.block < block);
    let of_block = events
        .iter()
        .skip(from)
        .take_while(move |event| event.trigger.block == block);
    let others = of_block.filter(move |event| {
        is_meant(event) && main.is_some_and(|main| event.kind != main.kind || event.lemma != main.lemma)
    });
    others.flat_map(|event| event.places.iter().copied())
}

/// How often the draft names each of the candidates, as they are written.
fn counts<'a>(markup: &'a Markup, candidates: &[PlaceCandidate], mentions: &[Mention]) -> FxHashMap<&'a str, f32> {
    let texts = candidates.iter().map(|candidate| markup.text_of(candidate.place));
    let mut counts: FxHashMap<&str, f32> = texts.map(|text| (text, 0.0)).collect();
    // One bit for each length below that of a word; longer names share the last.
    let bit = |length: usize| 1_u64 << length.min(63);
    let lengths = counts.keys().fold(0, |bits, text| bits | bit(text.len()));
    let named = mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Named && lengths & bit(mention.place.span.len()) != 0);
    for mention in named {
        if let Some(count) = counts.get_mut(markup.text_of(mention.place)) {
            *count += 1.0;
        }
    }
    counts
}

/// What the name at a place is; `None` where there is none.
fn kind_at(mentions: &[Mention], place: Place) -> Option<ActorKind> {
    let start = |place: Place| (place.block, place.span.start);
    let from = mentions.partition_point(|mention| start(mention.place) < start(place));
    let near = mentions.iter().skip(from);
    let at = near
        .take_while(|mention| start(mention.place) == start(place))
        .filter(|mention| mention.place == place);
    at.filter(|mention| mention.form == MentionForm::Named)
        .last()
        .map(|mention| mention.kind)
}

/// A name that may say where a story is.
struct PlaceCandidate {
    /// The bytes of headline and story before it.
    offset: usize,
    place: Place,
    /// How much less it counts for the words around it.
    less: f32,
    /// Whether it is in the headline or the dateline.
    is_at_head: bool,
    /// Whether it is a name that the story has after "in" and the like, whatever it was taken for.
    is_said_of_place: bool,
}

/// The names of one word that a story has after a preposition of place.
fn names_of_places<'a>(story: &[StoryBlock<'a>]) -> FxHashSet<&'a str> {
    let mut names = FxHashSet::default();
    for story in story.iter().take_while(|story| story.offset < REACH) {
        let view = View::new(&story.block.text, &story.facts.language);
        let phrases = circumstances::place_phrases(view, &story.facts.times);
        names.extend(
            phrases
                .into_iter()
                .map(|phrase| circumstances::place_name(view, phrase).of(view.text)),
        );
    }
    names
}

/// The names after a preposition of place at the head of a story, the town of its dateline, and the names of places
/// before the nouns of its headline. A name far down is not where the story is.
fn candidates(story: &[StoryBlock<'_>], mentions: &[Mention]) -> Vec<PlaceCandidate> {
    let said = names_of_places(story);
    let mut candidates = Vec::new();
    for story in story.iter().take_while(|story| story.offset < REACH) {
        let view = View::new(&story.block.text, &story.facts.language);
        let mut add = |span: Span, less: f32, is_said_of_place: bool| {
            candidates.push(PlaceCandidate {
                offset: story.offset + span.start,
                place: Place::new(story.id, span),
                less,
                is_at_head: story.is_headline() || story.is_in_dateline(span),
                is_said_of_place,
            });
        };
        for phrase in circumstances::place_phrases(view, &story.facts.times) {
            if story.is_outside(view.span(phrase.clone())) || is_whereabouts(view, phrase.clone(), &story.facts.events)
            {
                continue;
            }
            let less = if circumstances::is_in_description(view, phrase.start) {
                ASIDE
            } else {
                0.0
            };
            let headed = if story.is_headline() { HEADED } else { 0.0 };
            add(circumstances::place_name(view, phrase), less - headed, false);
        }
        for name in &view.language.names {
            let span = view.span(name.words.clone());
            let is_place = kind_at(mentions, Place::new(story.id, span)) == Some(ActorKind::Place);
            let is_before_noun = story.is_headline() && view.upos(name.words.end) == Upos::Noun;
            let is_said = name.words.len() == 1 && said.contains(span.of(view.text));
            if is_place && span.start == 0 && story.is_in_dateline(span) {
                add(span, FILED, false);
            } else if is_before_noun && (is_place || is_said) {
                // "Senn ferry accident": a town that is somebody's last name elsewhere.
                add(span, BEFORE_NOUN, is_said);
            }
        }
    }
    candidates
}

/// "Norland", "northern Norland": the name of a state, which says less than a town does.
fn is_state(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or(text);
    let state = tables::state(text).or_else(|| tables::state(last));
    matches!(state, Some(StateWord::Name(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_no_town() {
        assert!(is_state("France") && is_state("northern France"));
        assert!(!is_state("Velden") && !is_state(""));
    }

    #[test]
    fn a_house_is_a_place_and_a_board_is_none() {
        assert!(circumstances::is_house("Orbel High School") && !circumstances::is_house("Board of Velden"));
    }
}
