//! Trains the relations, on gold trees with predicted tags.

use copydesk::language::base::labels;
use copydesk::language::base::table::Scores as _;
use copydesk::language::base::tagger::{self, TagId};

use crate::course::Course;
use crate::foreign;
use crate::learner::{Cut, Learner, Random};
use crate::treebank::Tree;
use crate::trees::hide;

/// How relations are learned.
pub const COURSE: Course = Course {
    choosing: 3,
    rounds: 4,
    least: 1.2,
    orders: 6,
    cut: Cut {
        threshold: 0.15,
        scale: 4.0,
    },
};

/// Goes on with the training of a learner.
pub fn train(
    mut learner: Learner,
    trees: &[Tree],
    tagged: &[Vec<TagId>],
    kinds: &[Vec<u8>],
    rounds: usize,
    seed: u64,
) -> Learner {
    let mut random = Random(seed);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let (mut marked, mut features) = (Vec::new(), Vec::new());
    let relations = labels::relations();
    let mut scores = vec![0; relations.len()];
    for _ in 0..rounds {
        random.shuffle(&mut order);
        for &index in &order {
            let tree = &trees[index];
            let forms = hide(tree.forms(), &mut random);
            let heads: Vec<usize> = (0..forms.len()).map(|at| tree.node_head(at)).collect();
            let view = labels::RelationTree::new(&forms, &tagged[index], &kinds[index], &heads);
            let mut given = vec![255; forms.len()];
            for child in view.order() {
                if !tree.is_node(child) {
                    continue;
                }
                let Some(right) = relations
                    .iter()
                    .position(|relation| *relation == tree.words[child].relation)
                else {
                    continue;
                };
                if heads[child] == child {
                    given[child] = right as u8;
                    continue;
                }
                marked.clear();
                view.extract(child, &given, &mut marked);
                let known = foreign::features(&marked, tree.is_foreign, &mut features);
                scores.iter_mut().for_each(|score| *score = 0);
                learner.score(&features, &mut scores);
                let guess = tagger::best(&scores);
                learner.tick();
                learner.update(&features[..known], right, guess);
                learner.update_foreign(&features[known..], right, guess);
                given[child] = guess as u8;
            }
        }
    }
    learner
}
