//! The scores of the actions in a state. Parses side by side mostly look at the same words, and what was met lately is not
//! weighed again. It never chooses an action.

use crate::language::base::parser::features::{of_next, of_pair, of_rest, of_top, views};
use crate::language::base::parser::state::{ACTIONS, Nodes, State};
use crate::language::base::slots::Slots;

/// For each group of features, what it looked at lately.
#[derive(Default)]
pub(super) struct Scorer {
    pairs: Met,
    tops: Met,
    nexts: Met,
    rests: Met,
}

impl Scorer {
    /// The score of each action.
    pub fn score(&mut self, weights: &Slots<'_>, nodes: &Nodes, state: &State) -> [i32; ACTIONS] {
        let (pair, top, next, rest) = views(state);
        let of_groups = [
            self.pairs.get(pair.key(), || weights.sum(&of_pair(nodes, pair))),
            self.tops.get(top.key(), || weights.sum(&of_top(nodes, top))),
            self.nexts.get(next.key(), || weights.sum(&of_next(nodes, next))),
            self.rests.get(rest.key(), || weights.sum(&of_rest(nodes, rest))),
        ];
        let mut scores = [0; ACTIONS];
        for of_group in of_groups {
            for (score, more) in scores.iter_mut().zip(of_group) {
                *score += more;
            }
        }
        scores
    }
}

/// How many views are remembered: those of the last steps.
const LATELY: usize = 8;

/// The views that a group of features met lately, as hashes, and their scores.
#[derive(Default)]
struct Met {
    keys: [u64; LATELY],
    scores: [[i32; ACTIONS]; LATELY],
    oldest: usize,
}

impl Met {
    /// The scores of a view: as they are remembered, else as `weigh` gives them.
    fn get(&mut self, key: u64, weigh: impl FnOnce() -> [i32; ACTIONS]) -> [i32; ACTIONS] {
        // All keys are looked at, since a loop that stops early is harder to foresee.
        let found = (0..)
            .zip(&self.keys)
            .fold(LATELY, |found, (place, met)| if *met == key { place } else { found });
        if let Some(scores) = self.scores.get(found) {
            return *scores;
        }
        let scores = weigh();
        if let (Some(slot), Some(kept)) = (self.keys.get_mut(self.oldest), self.scores.get_mut(self.oldest)) {
            (*slot, *kept) = (key, scores);
        }
        self.oldest = (self.oldest + 1) % LATELY;
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::base::hashing::Form;
    use crate::language::base::parser::features::extract;
    use crate::language::base::tagger::tag_of;
    use crate::language::{Tag, Upos};

    #[test]
    fn what_is_remembered_is_what_would_be_weighed() {
        let text = "The mayor of Velden , who opened the bridge , said traffic had doubled";
        let forms: Vec<Form> = text.split(' ').map(Form::new).collect();
        let (noun, verb, mark) = (
            tag_of(Upos::Noun, Tag::SingularNoun),
            tag_of(Upos::Verb, Tag::PastTense),
            tag_of(Upos::Punct, Tag::Comma),
        );
        let tagged: Vec<_> = text
            .split(' ')
            .enumerate()
            .map(|(at, word)| match word {
                "," => mark,
                _ if at % 3 == 0 => verb,
                _ => noun,
            })
            .collect();
        let nodes = Nodes::new(&forms, &tagged, &vec![0; forms.len()]);
        let mut states: Vec<(State, Vec<u64>)> = Vec::new();
        // Parses that part and stay side by side.
        for seed in 0..6_usize {
            let mut state = State::new(&nodes);
            let mut steps = 0;
            while !state.is_done() {
                let mut features = Vec::new();
                extract(&nodes, &state, &mut features);
                states.push((state.clone(), features));
                let valid = state.valid();
                let open: Vec<usize> = (0..ACTIONS).filter(|&action| valid[action]).collect();
                steps += 1;
                state.act(open[(seed * 7 + steps * (1 + seed / 3)) % open.len()], 0);
            }
        }
        let mut rows = std::collections::BTreeMap::new();
        for &feature in states.iter().flat_map(|(_, features)| features) {
            let weight = |class: u8| (class, (feature >> (8 * class)) as i8);
            rows.insert(feature, (0..4).map(weight).collect());
        }
        let bytes = Slots::write(rows.into_iter().collect());
        let (weights, _) = Slots::read(&bytes).unwrap();
        let mut scorer = Scorer::default();
        for (state, features) in &states {
            assert_eq!(scorer.score(&weights, &nodes, state), weights.sum(features));
        }
    }
}
