//! Where a story is, by position and frequency. It looks nothing up outside the draft but the names of states, which say
//! less than a town does.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::events::circumstances;
use crate::analysis::events::context::EventContext;
use crate::analysis::{ActorKind, BlockFacts, MentionForm, Place};
use crate::language::View;
use crate::markup::{BlockId, BlockKind, Markup};

/// How many bytes into a draft its place is looked for.
const REACH: usize = 3000;

/// After how many bytes a place counts half as early.
const HALF_AS_EARLY: f32 = 600.0;

/// How often a place must be named to count as much as it can.
const OFTEN: f32 = 5.0;

/// Early and often named, after a preposition of place; a town or a house rather than its country.
#[must_use]
pub fn place(markup: &Markup, blocks: &[Arc<BlockFacts>], known: EventContext<'_>) -> Option<Place> {
    let named = known
        .mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Named);
    let mut counts: FxHashMap<&str, f32> = FxHashMap::default();
    for mention in named {
        *counts.entry(markup.text_of(mention.place)).or_default() += 1.0;
    }
    let places: FxHashSet<Place> = known
        .mentions
        .iter()
        .filter(|mention| mention.kind == ActorKind::Place)
        .map(|mention| mention.place)
        .collect();
    let score = |offset: usize, place: Place| {
        let text = markup.text_of(place);
        let position = 1.0 / (1.0 + offset as f32 / HALF_AS_EARLY);
        let frequency = counts.get(text).map_or(0.0, |count| (count / OFTEN).min(1.0));
        let kind = if places.contains(&place) { 0.3 } else { 0.0 };
        let wide = if is_state(text) { 0.15 } else { 0.0 };
        0.6 * position + 0.15 * frequency + kind - wide
    };
    candidates(markup, blocks)
        .into_iter()
        .map(|(offset, place)| (score(offset, place), place))
        .max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1)))
        .map(|(_, place)| place)
}

/// The names after a preposition of place at the head of a draft, each with its byte in it. What is said late is not where
/// the story is.
fn candidates(markup: &Markup, blocks: &[Arc<BlockFacts>]) -> Vec<(usize, Place)> {
    let mut offset = 0;
    let mut candidates = Vec::new();
    for (id, (block, facts)) in BlockId::number(markup.blocks.iter().zip(blocks)) {
        if offset >= REACH {
            break;
        }
        if !matches!(block.kind, BlockKind::Furniture(_) | BlockKind::TableCell) {
            let view = View::new(&block.text, &facts.language);
            for phrase in circumstances::place_phrases(view, &facts.times) {
                let span = circumstances::place_name(view, phrase);
                candidates.push((offset + span.start, Place::new(id, span)));
            }
        }
        offset += block.text.len();
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
}
