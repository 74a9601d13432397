//! Dependency heads by arc-eager transitions. Punctuation is seen by features and is not a node; labels come later.

mod features;
mod scores;
mod search;
mod state;
mod views;

use crate::language::base::hashing::Form;
use crate::language::base::slots::Slots;
use crate::language::base::tagger::TagId;

pub use features::extract;
pub use scores::Scorer;
pub use search::{Search, choose};
use state::NONE;
pub use state::{ACTIONS, LEFT, Nodes, REDUCE, RIGHT, SHIFT, State, is_punctuation};

/// How the program searches.
pub const SEARCH: Search = Search { width: 5, gap: 320 };

/// What the parser says about one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The head, a place in the sentence; the word itself where it is the root.
    pub head: usize,
    /// By how much the attaching action won.
    pub margin: i32,
}

/// Parses a tagged sentence; the scorer knows what it weighed lately, with the same weights.
#[must_use]
pub fn parse(
    (weights, scorer): (&Slots<'_>, &mut Scorer),
    forms: &[Form],
    tagged: &[TagId],
    kinds: &[u8],
    search: Search,
) -> Vec<Arc> {
    let nodes = Nodes::new(forms, tagged, kinds);
    let state = search::best_parse((weights, scorer), &nodes, search);
    arcs(&nodes, &state, forms.len())
}

/// The heads, one for each word of the sentence. Punctuation gets the highest node it follows, the end mark the root.
fn arcs(nodes: &Nodes, state: &State, words: usize) -> Vec<Arc> {
    let root = state.root();
    let is_root = |node: u32| matches!(state.family(node).head, head if head == root || head == NONE);
    let first_root = (0..root).find(|&node| is_root(node));
    let main = first_root.map_or(0, |first| nodes.node(first).place as usize);
    let mut arcs = vec![Arc { head: main, margin: 0 }; words];
    let mut is_node = vec![false; words];
    for (index, node) in (0..).zip(nodes.words()) {
        let family = state.family(index);
        let head = if Some(index) == first_root {
            node.place as usize
        } else if is_root(index) {
            main
        } else {
            nodes.node(family.head).place as usize
        };
        if let (Some(arc), Some(mark)) = (arcs.get_mut(node.place as usize), is_node.get_mut(node.place as usize)) {
            *arc = Arc {
                head,
                margin: family.margin,
            };
            *mark = true;
        }
    }
    attach_punctuation(&mut arcs, &is_node);
    arcs
}

fn attach_punctuation(arcs: &mut [Arc], is_node: &[bool]) {
    let mut last = None;
    let end = is_node.iter().rposition(|is_node| *is_node);
    for place in 0..arcs.len() {
        if is_node.get(place) == Some(&true) {
            last = Some(place);
            continue;
        }
        if end.is_some_and(|end| place > end) {
            continue;
        }
        let Some(mut node) = last else { continue };
        // The highest node whose subtree comes before the mark; a few steps are enough.
        for _ in 0..8 {
            match arcs.get(node) {
                Some(arc) if arc.head < place && arc.head != node => node = arc.head,
                _ => break,
            }
        }
        if let Some(arc) = arcs.get_mut(place) {
            arc.head = node;
        }
    }
}

/// How sure an arc with this margin is, 0..=1; fitted on trees that the parser was not trained on.
#[must_use]
pub fn certainty(margin: i32) -> f32 {
    if margin >= search::FORCED {
        return 0.86;
    }
    1.0 - 0.56 * (-(margin.max(0) as f32) / 215.0).exp()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Tag;
    use crate::language::base::table::Row;
    use crate::language::base::tagger::tag_of;

    fn sentence(words: &[(&str, crate::language::Upos, Tag)]) -> (Vec<Form>, Vec<TagId>, Vec<u8>) {
        let forms = words.iter().map(|word| Form::new(word.0)).collect();
        let tagged = words.iter().map(|word| tag_of(word.1, word.2)).collect();
        (forms, tagged, vec![0; words.len()])
    }

    #[test]
    fn whatever_the_weights_say_the_heads_are_a_tree() {
        let (noun, mark) = (
            ("tide", crate::language::Upos::Noun, Tag::SingularNoun),
            (",", crate::language::Upos::Punct, Tag::Comma),
        );
        let words: Vec<_> = (0..40).map(|at| if at % 7 == 3 { mark } else { noun }).collect();
        let (forms, tagged, kinds) = sentence(&words);
        let nodes = Nodes::new(&forms, &tagged, &kinds);
        let state = State::new(&nodes);
        // Weights without sense, on features that occur.
        let mut features = Vec::new();
        extract(&nodes, &state, &mut features);
        let rows: Vec<Row> = features
            .into_iter()
            .map(|feature| {
                (
                    feature,
                    (0..4).map(|class| (class, (feature >> (8 * class)) as i8)).collect(),
                )
            })
            .collect();
        for bytes in [Slots::write(Vec::new()), Slots::write(rows)] {
            let (weights, _) = Slots::read(&bytes).unwrap();
            for width in [1, 2, 8] {
                let search = Search { width, gap: 600 };
                let arcs = parse((&weights, &mut Scorer::default()), &forms, &tagged, &kinds, search);
                assert_eq!(arcs.len(), words.len());
                assert_eq!(arcs.iter().enumerate().filter(|(at, arc)| arc.head == *at).count(), 1);
                for at in 0..arcs.len() {
                    let mut place = at;
                    for _ in 0..arcs.len() {
                        place = arcs[place].head;
                    }
                    assert_eq!(arcs[place].head, place, "a circle at {at}");
                }
            }
        }
    }

    #[test]
    fn parses_with_the_same_future_are_known_as_such() {
        let words = [("a", crate::language::Upos::Noun, Tag::SingularNoun); 3];
        let (forms, tagged, kinds) = sentence(&words);
        let nodes = Nodes::new(&forms, &tagged, &kinds);
        let after = |actions: &[usize], margin: i32| {
            let mut state = State::new(&nodes);
            for action in actions {
                state.act(*action, margin);
            }
            state.future()
        };
        assert_eq!(after(&[SHIFT, RIGHT], 1), after(&[SHIFT, RIGHT], 2));
        assert_ne!(after(&[SHIFT, RIGHT], 1), after(&[SHIFT, SHIFT], 1));
        assert_ne!(after(&[SHIFT, RIGHT], 1), after(&[SHIFT, LEFT, SHIFT], 1));
    }
}
