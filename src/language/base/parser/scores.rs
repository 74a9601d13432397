//! The scores of the actions in a state. Parses side by side mostly look at the same words, and so do two versions of a sentence;
//! what was met lately is not weighed again. It never chooses an action.

use crate::language::base::lately::Lately;
use crate::language::base::parser::features::{of_ahead, of_kin, of_next, of_pair, of_rest, of_top};
use crate::language::base::parser::state::{ACTIONS, Nodes, State};
use crate::language::base::parser::views::{Views, views};
use crate::language::base::slots::Slots;

/// How many groups of features there are.
const GROUPS: usize = 6;

/// For each group of features, the scores of what it looked at lately.
#[derive(Debug, Default)]
pub struct Scorer {
    lately: [Lately<[i16; ACTIONS]>; GROUPS],
    /// The features that are weighed.
    features: Vec<u64>,
}

impl Scorer {
    /// The score of each action.
    pub(super) fn score(&mut self, weights: &Slots<'_>, nodes: &Nodes, state: &State) -> [i32; ACTIONS] {
        let Views {
            ahead,
            pair,
            top,
            next,
            rest,
        } = views(state);
        let kin = top.kin.key(nodes);
        let keys = [
            ahead.key(nodes),
            pair.key(nodes),
            kin,
            top.key(nodes, kin),
            next.key(nodes),
            rest.key(nodes),
        ];
        let mut known = [None; GROUPS];
        for ((known, lately), key) in known.iter_mut().zip(&self.lately).zip(keys) {
            *known = lately.known(key);
        }
        // All that is not known is weighed together, so that many reads are under way at once.
        let features = &mut self.features;
        features.clear();
        let [has_ahead, has_pair, has_kin, has_top, has_next, has_rest] = known.map(|known| known.is_some());
        let sizes = [
            put(features, has_ahead, || of_ahead(nodes, ahead)),
            put(features, has_pair, || of_pair(nodes, pair)),
            put(features, has_kin, || of_kin(nodes, top.kin)),
            put(features, has_top, || of_top(nodes, top)),
            put(features, has_next, || of_next(nodes, next)),
            put(features, has_rest, || of_rest(nodes, rest)),
        ];
        let weighed = weights.sums(features, sizes);
        let mut scores = [0; ACTIONS];
        for (((lately, key), known), weighed) in self.lately.iter_mut().zip(keys).zip(known).zip(weighed) {
            let of_group = known.unwrap_or_else(|| {
                lately.keep(key, weighed);
                weighed
            });
            for (score, more) in scores.iter_mut().zip(of_group) {
                *score += i32::from(more);
            }
        }
        scores
    }
}

/// Adds the features of a group whose scores are not known; how many these are.
#[inline]
fn put<const N: usize>(features: &mut Vec<u64>, is_known: bool, of_group: impl FnOnce() -> [u64; N]) -> usize {
    if is_known {
        return 0;
    }
    features.extend(of_group());
    N
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
