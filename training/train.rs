//! Trains all parts in turn. The order of work and the seeds are fixed.

use std::path::PathBuf;
use std::time::Instant;

use copydesk::language::base::hashing::{Form, capitals};
use copydesk::language::base::table::{Slots, Table, Weights as _};
use copydesk::language::base::tagger::{self, Tag};
use copydesk::language::base::{Embedded, labels, parser, weights};

use crate::learner::{Cut, Learner, Random};
use crate::treebank::{self, Tree};
use crate::{lemmas, measure, names};

/// What to train from, and where to write.
pub struct Plan {
    pub out: PathBuf,
    pub treebanks: Vec<PathBuf>,
    pub names: Vec<PathBuf>,
}

const TAGGER_ROUNDS: usize = 7;
const PARSER_ROUNDS: usize = 7;
const LABEL_ROUNDS: usize = 6;
const FOLDS: usize = 5;
/// A right action that leads by less is strengthened all the same.
const MARGIN: i32 = 20;
/// How many of a hundred words are hidden from parser and labels in training.
const HIDDEN: u64 = 12;

/// How far the weights of each part are cut down.
const TAGGER_CUT: Cut = cut(1.0);
const PARSER_CUT: Cut = cut(1.8);
const LABEL_CUT: Cut = cut(1.15);
const NAME_CUT: Cut = cut(0.62);

const fn cut(threshold: f64) -> Cut {
    Cut { threshold, scale: 4.0 }
}

/// Trains and writes.
pub fn train(plan: &Plan) -> Result<(), Box<dyn std::error::Error>> {
    let mut trees = Vec::new();
    for path in &plan.treebanks {
        trees.extend(treebank::read(path)?);
    }
    if trees.is_empty() {
        return Err("no tree to train on".into());
    }
    println!(
        "{} sentences, {} words",
        trees.len(),
        trees.iter().map(|tree| tree.words.len()).sum::<usize>()
    );
    let started = Instant::now();
    std::fs::create_dir_all(&plan.out)?;
    std::fs::write(plan.out.join("lemmas.tsv"), lemmas::table(&trees))?;

    let tagger_table = Table::write(train_tagger(&trees, TAGGER_ROUNDS).rows(TAGGER_CUT));
    println!("tagger: {} bytes, {:.0?}", tagger_table.len(), started.elapsed());

    let name_table = {
        let (slots, table) = (Slots::write(Vec::new()), Table::write(Vec::new()));
        let tags_only = weights::write([&tagger_table, &slots, &table, &table]);
        let model = Embedded::read(Box::leak(tags_only.into_boxed_slice()))?;
        Table::write(names::train(&plan.names, &model)?.rows(NAME_CUT))
    };
    println!("names: {} bytes, {:.0?}", name_table.len(), started.elapsed());

    let tagged = jackknife(&trees);
    println!("tags for training: {:.0?}", started.elapsed());
    let (left, right) = std::thread::scope(|scope| {
        let left = scope.spawn(|| Slots::write(train_parser(&trees, &tagged).rows(PARSER_CUT)));
        let right = scope.spawn(|| Table::write(train_labels(&trees, &tagged).rows(LABEL_CUT)));
        (left.join(), right.join())
    });
    let parser_table = left.map_err(|_| "the parser's training broke")?;
    let label_table = right.map_err(|_| "the labels' training broke")?;
    println!(
        "parser: {} bytes, labels: {} bytes, {:.0?}",
        parser_table.len(),
        label_table.len(),
        started.elapsed()
    );
    let bytes = weights::write([&tagger_table, &parser_table, &label_table, &name_table]);
    std::fs::write(plan.out.join("english.bin"), &bytes)?;
    println!("english.bin: {} bytes, {:.0?}", bytes.len(), started.elapsed());
    let read = weights::Weights::read(&bytes).map_err(|error| error.to_string())?;
    measure::on_trees("training set, first 1000", &trees[..1000.min(trees.len())], &read);
    Ok(())
}

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

/// Trains a tagger.
fn train_tagger(trees: &[Tree], rounds: usize) -> Learner {
    let mut examples: Vec<(Vec<Form>, Vec<Tag>)> = Vec::new();
    for (index, tree) in trees.iter().enumerate() {
        let gold: Vec<Tag> = tree.words.iter().map(|word| word.tag).collect();
        if let Some(copy) = headline_copies(tree, index) {
            examples.push((copy, gold.clone()));
        }
        examples.push((tree.forms(), gold));
    }
    let mut learner = Learner::default();
    let mut random = Random(1);
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
                tagged.push(guess as Tag);
            }
        }
    }
    learner
}

/// Tags every tree by a tagger that has not seen it, so that what comes after learns from the mistakes it will meet.
fn jackknife(trees: &[Tree]) -> Vec<Vec<Tag>> {
    let mut tagged = vec![Vec::new(); trees.len()];
    let fold_of = |index: usize| index / 20 % FOLDS;
    let tag_fold = &|fold: usize| {
        let others: Vec<Tree> = trees
            .iter()
            .enumerate()
            .filter(|(index, _)| fold_of(*index) != fold)
            .map(|(_, tree)| tree.clone())
            .collect();
        let table = Table::write(train_tagger(&others, 4).rows(TAGGER_CUT));
        let mut tags = Vec::new();
        if let Some((weights, _)) = Table::read(&table) {
            for (index, tree) in trees.iter().enumerate().filter(|(index, _)| fold_of(*index) == fold) {
                tags.push((index, tagger::tag(&weights, &tree.forms())));
            }
        }
        tags
    };
    let folds = std::thread::scope(|scope| {
        let running: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || tag_fold(fold))).collect();
        running
            .into_iter()
            .filter_map(|fold| fold.join().ok())
            .collect::<Vec<_>>()
    });
    for (index, tags) in folds.into_iter().flatten() {
        tagged[index] = tags;
    }
    // What is a node must be the same in gold tree and training: punctuation keeps its gold tag.
    for (tree, tags) in trees.iter().zip(&mut tagged) {
        for (word, tag) in tree.words.iter().zip(tags) {
            if parser::is_punctuation(word.tag) != parser::is_punctuation(*tag) {
                *tag = word.tag;
            }
        }
    }
    tagged
}

/// Trains the parser with a dynamic oracle.
fn train_parser(trees: &[Tree], tagged: &[Vec<Tag>]) -> Learner {
    let mut learner = Learner::default();
    let mut random = Random(2);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let mut features = Vec::new();
    let golds: Vec<Vec<usize>> = trees.iter().map(node_heads).collect();
    for round in 0..PARSER_ROUNDS {
        random.shuffle(&mut order);
        for &index in &order {
            let forms = hide(trees[index].forms(), &mut random);
            let mut state = parser::State::new(&forms, &tagged[index]);
            let gold = &golds[index];
            while !state.is_done() {
                features.clear();
                state.extract(&mut features);
                let mut scores = [0; parser::ACTIONS];
                learner.score(&features, &mut scores);
                let valid = state.valid();
                let costs = state.costs(gold);
                let (guess, _) = parser::choose(&scores, &valid);
                let least = (0..parser::ACTIONS)
                    .filter(|&action| valid[action])
                    .map(|action| costs[action])
                    .min()
                    .unwrap_or(0);
                let right: [bool; parser::ACTIONS] =
                    std::array::from_fn(|action| valid[action] && costs[action] == least);
                let (best_right, _) = parser::choose(&scores, &right);
                learner.tick();
                let wrong: [bool; parser::ACTIONS] = std::array::from_fn(|action| valid[action] && !right[action]);
                if wrong.contains(&true) {
                    let (best_wrong, _) = parser::choose(&scores, &wrong);
                    if scores[best_right] - scores[best_wrong] <= MARGIN {
                        learner.update(&features, best_right, best_wrong);
                    }
                }
                let explores = round > 0 && !random.number().is_multiple_of(10);
                state.act(if right[guess] || explores { guess } else { best_right }, 0);
            }
        }
    }
    learner
}

/// Hides some words, so that trees are learned from tags, endings and places too.
fn hide(mut forms: Vec<Form>, random: &mut Random) -> Vec<Form> {
    for form in &mut forms {
        if random.number() % 100 < HIDDEN {
            form.word = 9;
        }
    }
    forms
}

/// The gold heads among the nodes; the root's dependents have the number of nodes.
fn node_heads(tree: &Tree) -> Vec<usize> {
    let places: Vec<usize> = (0..tree.words.len()).filter(|&at| tree.is_node(at)).collect();
    places
        .iter()
        .map(|&at| {
            let head = tree.node_head(at);
            if head == at {
                places.len()
            } else {
                places.binary_search(&head).unwrap_or(places.len())
            }
        })
        .collect()
}

/// Trains the relations on gold trees.
fn train_labels(trees: &[Tree], tagged: &[Vec<Tag>]) -> Learner {
    let mut learner = Learner::default();
    let mut random = Random(3);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let mut features = Vec::new();
    let relations = labels::relations();
    let mut scores = vec![0; relations.len()];
    for _ in 0..LABEL_ROUNDS {
        random.shuffle(&mut order);
        for &index in &order {
            let tree = &trees[index];
            let forms = hide(tree.forms(), &mut random);
            let heads: Vec<usize> = (0..forms.len()).map(|at| tree.node_head(at)).collect();
            let view = labels::Tree::new(&forms, &tagged[index], &heads);
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
                features.clear();
                view.extract(child, &given, &mut features);
                scores.iter_mut().for_each(|score| *score = 0);
                learner.score(&features, &mut scores);
                let guess = tagger::best(&scores);
                learner.tick();
                learner.update(&features, right, guess);
                given[child] = guess as u8;
            }
        }
    }
    learner
}
