//! The scores of the actions in a state. Parses side by side mostly look at the same words, and so do two versions of a sentence;
//! what was met lately is not weighed again. It never chooses an action.

use crate::language::base::lately::Lately;
use crate::language::base::parser::features::{of_ahead, of_kin, of_next, of_pair, of_rest, of_top};
use crate::language::base::parser::state::{ACTIONS, Nodes, State};
use crate::language::base::parser::views::{Views, views};
use crate::language::base::slots::Slots;

/// For each group of features, the scores of what it looked at lately.
#[derive(Debug, Default)]
pub struct Scorer {
    aheads: Lately<[i32; ACTIONS]>,
    pairs: Lately<[i32; ACTIONS]>,
    kins: Lately<[i32; ACTIONS]>,
    tops: Lately<[i32; ACTIONS]>,
    nexts: Lately<[i32; ACTIONS]>,
    rests: Lately<[i32; ACTIONS]>,
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
        let of_groups = [
            self.aheads
                .get(ahead.key(nodes), || weights.sum(&of_ahead(nodes, ahead))),
            self.pairs.get(pair.key(nodes), || weights.sum(&of_pair(nodes, pair))),
            self.kins.get(kin, || weights.sum(&of_kin(nodes, top.kin))),
            self.tops.get(top.key(nodes, kin), || weights.sum(&of_top(nodes, top))),
            self.nexts.get(next.key(nodes), || weights.sum(&of_next(nodes, next))),
            self.rests.get(rest.key(nodes), || weights.sum(&of_rest(nodes, rest))),
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
