//! The search for the best tree: a few parses side by side, fewer where one is clearly best. It never trains.

use crate::language::base::parser::scores::Scorer;
use crate::language::base::parser::state::{ACTIONS, Nodes, SHIFT, State};
use crate::language::base::slots::Slots;

/// How widely to search.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    /// Parses side by side at most.
    pub width: usize,
    /// A parse that trails the best one by more is given up.
    pub gap: i32,
}

/// Sentences with more nodes are parsed without alternatives, so that the work stays linear.
const LONGEST: u32 = 250;

struct Hypothesis {
    state: State,
    score: i32,
    future: u64,
}

#[derive(Clone, Copy)]
struct Candidate {
    score: i32,
    parent: usize,
    action: usize,
    margin: i32,
}

/// The last state of the best parse.
pub(super) fn best_parse((weights, scorer): (&Slots<'_>, &mut Scorer), nodes: &Nodes, search: Search) -> State {
    let width = if nodes.root() > LONGEST { 1 } else { search.width };
    let mut beam = vec![Hypothesis {
        state: State::new(nodes),
        score: 0,
        future: 0,
    }];
    let mut spare: Vec<Hypothesis> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::with_capacity(width * ACTIONS);
    while beam.first().is_some_and(|first| !first.state.is_done()) {
        candidates.clear();
        for (parent, hypothesis) in beam.iter().enumerate() {
            let scores = scorer.score(weights, nodes, &hypothesis.state);
            let valid = hypothesis.state.valid();
            for action in 0..ACTIONS {
                if let Some(margin) = lead(&scores, &valid, action) {
                    let step = scores.get(action).copied().unwrap_or(0);
                    candidates.push(Candidate {
                        score: hypothesis.score.saturating_add(step),
                        parent,
                        action,
                        margin,
                    });
                }
            }
        }
        let top = candidates.iter().map(|candidate| candidate.score).max().unwrap_or(0);
        candidates.retain(|candidate| top.saturating_sub(candidate.score) <= search.gap);
        // A stable order: of equals the earlier comes first.
        candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
        advance(&mut beam, &mut spare, &candidates, width);
    }
    beam.into_iter()
        .next()
        .map_or_else(|| State::new(nodes), |best| best.state)
}

/// Moves to the best candidates. Of those with the same future the best is kept.
fn advance(beam: &mut Vec<Hypothesis>, spare: &mut Vec<Hypothesis>, candidates: &[Candidate], width: usize) {
    if let ([first, rest @ ..], [hypothesis]) = (candidates, beam.as_mut_slice())
        && (rest.is_empty() || width == 1)
    {
        hypothesis.state.act(first.action, first.margin);
        hypothesis.score = first.score;
        return;
    }
    let mut kept = 0;
    for candidate in candidates {
        if kept == width {
            break;
        }
        let Some(parent) = beam.get(candidate.parent) else {
            continue;
        };
        // Places of an earlier step are used again, so that nothing is allocated.
        if spare.len() == kept {
            spare.push(Hypothesis {
                state: parent.state.clone(),
                score: 0,
                future: 0,
            });
        }
        let Some((slot, before)) = spare.get_mut(..=kept).and_then(<[_]>::split_last_mut) else {
            break;
        };
        slot.state.clone_from(&parent.state);
        slot.state.act(candidate.action, candidate.margin);
        slot.score = candidate.score;
        slot.future = slot.state.future();
        if before.iter().all(|other| other.future != slot.future) {
            kept += 1;
        }
    }
    std::mem::swap(beam, spare);
    beam.truncate(kept);
}

/// By how much an action leads the best other possible one; [`FORCED`] where there is no other, none if not possible.
fn lead(scores: &[i32; ACTIONS], valid: &[bool; ACTIONS], action: usize) -> Option<i32> {
    if valid.get(action) != Some(&true) {
        return None;
    }
    let rival = scores
        .iter()
        .zip(valid)
        .enumerate()
        .filter(|(other, (_, valid))| *other != action && **valid)
        .map(|(_, (score, _))| *score)
        .max();
    let score = scores.get(action).copied().unwrap_or(0);
    Some(rival.map_or(FORCED, |rival| score.saturating_sub(rival)))
}

/// The best possible action.
#[must_use]
pub fn choose(scores: &[i32; ACTIONS], valid: &[bool; ACTIONS]) -> usize {
    let mut best = None;
    for (action, (&score, &valid)) in scores.iter().zip(valid).enumerate() {
        if valid && best.is_none_or(|(_, top)| score > top) {
            best = Some((action, score));
        }
    }
    best.map_or(SHIFT, |(action, _)| action)
}

/// The margin where only one action was possible.
pub(super) const FORCED: i32 = i32::MAX / 2;
