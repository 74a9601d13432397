//! Trains the two looks of the tagger, and gives every tree the tags that new text would get.

use copydesk::language::base::hashing::{Form, capitals};
use copydesk::language::base::lately::Lately;
use copydesk::language::base::parser;
use copydesk::language::base::table::{Scores as _, Table};
use copydesk::language::base::tagger::{self, Doubt, TagId};

use crate::course::Course;
use crate::learner::{Cut, Learner, Random};
use crate::treebank::Tree;

const FOLDS: usize = 5;
/// Sentences of one text are kept together, so that a tagger that has not seen a sentence has not seen its text either.
const TOGETHER: usize = 250;

/// The first look.
pub const FIRST: Course = Course {
    choosing: 2,
    rounds: 5,
    least: 1.0,
    orders: 3,
    cut: CUT,
};

/// The second look.
pub const AGAIN: Course = Course {
    choosing: 3,
    rounds: 4,
    least: 0.8,
    orders: 3,
    cut: CUT,
};

const CUT: Cut = Cut {
    threshold: 0.15,
    scale: 4.0,
};

/// The forms of some sentences once more as headlines write them.
fn headline_copies(tree: &Tree, index: usize) -> Option<Vec<Form>> {
    let copy: fn(&str) -> String = match index % 24 {
        0 => |word| word.to_uppercase(),
        12 => |word| {
            let mut letters = word.chars();
            match letters.next() {
                Some(first) if word.len() > 3 => first.to_uppercase().chain(letters).collect(),
                _ => word.to_owned(),
            }
        },
        _ => return None,
    };
    Some(tree.words.iter().map(|word| Form::new(&copy(&word.form))).collect())
}

/// Goes on with the training of a first look.
pub fn train_first(mut learner: Learner, trees: &[Tree], rounds: usize, seed: u64) -> Learner {
    let mut examples: Vec<(Vec<Form>, Vec<TagId>)> = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let gold: Vec<TagId> = tree.words.iter().map(|word| word.tag).collect();
        if let Some(copy) = headline_copies(tree, index) {
            examples.push((copy, gold.clone()));
        }
        examples.push((tree.forms(), gold));
    }
    let mut random = Random(seed);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut scores = vec![0; tagger::tags().len()];
    let mut features = Vec::new();
    for _ in 0..rounds {
        random.shuffle(&mut order);
        for &example in &order {
            let (forms, gold) = &examples[example];
            let style = capitals(forms);
            let mut tagged = Vec::with_capacity(forms.len());
            for at in 0..forms.len() {
                features.clear();
                tagger::extract(forms, style, &tagged, at, &mut features);
                scores.iter_mut().for_each(|score| *score = 0);
                learner.score(&features, &mut scores);
                let guess = tagger::best(&scores);
                learner.tick();
                learner.update(&features, usize::from(gold[at]), guess);
                tagged.push(guess as TagId);
            }
        }
    }
    learner
}

/// What a tagger says that has not seen the sentence.
#[derive(Clone, Default)]
pub struct Look {
    pub tags: Vec<TagId>,
    pub doubts: Vec<Doubt>,
}

/// The part of the trees that a tree is in.
pub fn fold_of(index: usize) -> usize {
    index / TOGETHER % FOLDS
}

/// Looks at every tree by a tagger that has not seen it, so that what comes after learns from the mistakes it will meet.
pub fn jackknife(trees: &[Tree]) -> Vec<Look> {
    let look = &|fold: usize| {
        let others: Vec<Tree> = trees
            .iter()
            .enumerate()
            .filter(|(index, _)| fold_of(*index) != fold)
            .map(|(_, tree)| tree.clone())
            .collect();
        let table = FIRST
            .alone()
            .learn(|learner, rounds, seed| train_first(learner, &others, rounds, seed));
        let (weights, _) = Table::read(&table).unwrap_or_default();
        let own = trees.iter().enumerate().filter(|(index, _)| fold_of(*index) == fold);
        own.map(|(index, tree)| {
            let (tags, doubts) = tagger::first_look(&weights, &tree.forms(), &mut Lately::default());
            (index, Look { tags, doubts })
        })
        .collect::<Vec<_>>()
    };
    let folds = std::thread::scope(|scope| {
        let running: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || look(fold))).collect();
        running
            .into_iter()
            .filter_map(|fold| fold.join().ok())
            .collect::<Vec<_>>()
    });
    let mut looks = vec![Look::default(); trees.len()];
    for (index, look) in folds.into_iter().flatten() {
        looks[index] = look;
    }
    looks
}

/// Trains the second look on first looks at the trees that `takes` lets in.
pub fn train_again(course: Course, trees: &[Tree], looks: &[Look], takes: impl Fn(usize) -> bool) -> Vec<u8> {
    let taken: Vec<usize> = (0..trees.len()).filter(|&index| takes(index)).collect();
    course.learn(|mut learner, rounds, seed| {
        let mut random = Random(seed);
        let mut order = taken.clone();
        let mut features = Vec::new();
        let mut sums = vec![0; tagger::tags().len()];
        for _ in 0..rounds {
            random.shuffle(&mut order);
            for &index in &order {
                let (tree, look) = (&trees[index], &looks[index]);
                let forms = tree.forms();
                let style = capitals(&forms);
                let mut tagged = look.tags.clone();
                for doubt in &look.doubts {
                    features.clear();
                    tagger::extract_again(&forms, style, &tagged, doubt.at, doubt.rival, &mut features);
                    sums.iter_mut().for_each(|sum| *sum = 0);
                    learner.score(&features, &mut sums);
                    // The first look counts in steps of a byte, what is learned here in whole updates. All tags compete:
                    // more is learned from that than from those alone that the program lets in.
                    for (sum, first) in sums.iter_mut().zip(&doubt.scores) {
                        *sum = *sum * CUT.scale as i32 + first;
                    }
                    let guess = tagger::best(&sums);
                    learner.tick();
                    learner.update(&features, usize::from(tree.words[doubt.at].tag), guess);
                    tagged[doubt.at] = guess as TagId;
                }
            }
        }
        learner
    })
}

/// The tags that new text would get.
pub fn tags_for_training(trees: &[Tree], looks: &[Look]) -> Vec<Vec<TagId>> {
    let tables: Vec<Vec<u8>> = (0..FOLDS)
        .map(|fold| train_again(AGAIN.alone(), trees, looks, |index| fold_of(index) != fold))
        .collect();
    trees
        .iter()
        .zip(looks)
        .enumerate()
        .map(|(index, (tree, look))| {
            let (weights, _) = Table::read(&tables[fold_of(index)]).unwrap_or_default();
            let forms = tree.forms();
            let mut tags = look.tags.clone();
            tagger::decide(&weights, &forms, capitals(&forms), look.doubts.clone(), &mut tags);
            // What is a node must be the same in gold tree and training: punctuation keeps its gold tag.
            for (word, tag) in tree.words.iter().zip(&mut tags) {
                if parser::is_punctuation(word.tag) != parser::is_punctuation(*tag) {
                    *tag = word.tag;
                }
            }
            tags
        })
        .collect()
}
