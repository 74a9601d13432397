//! Trains all parts in turn. The order of work and the seeds are fixed.

use std::path::PathBuf;
use std::time::Instant;

use copydesk::language::base::slots::Slots;
use copydesk::language::base::table::Table;
use copydesk::language::base::{Embedded, weights};

use crate::learner::{Cut, Learner};
use crate::treebank::{self, Tree};
use crate::{lemmas, measure, names, relations, silver, tagging, trees};

/// What to train from, and where to write.
pub struct Plan {
    pub out: PathBuf,
    /// The conventions of the last one are those of the program.
    pub treebanks: Vec<PathBuf>,
    pub names: Vec<PathBuf>,
    /// Parts that are not trained but taken from a weight file: the name of the part and the file.
    pub keep: Vec<(String, PathBuf)>,
}

/// How many parsers are averaged: for the trees of the silver sentences, and for the program.
const TEACHERS: u64 = 2;
const PARSERS: u64 = 6;

const NAME_CUT: Cut = Cut {
    threshold: 0.62,
    scale: 4.0,
};

/// The parts in the order of the weight file.
const PARTS: [&str; 5] = ["tagger", "again", "parser", "labels", "names"];

impl Plan {
    /// The table of a part: the one kept, else the one `train` makes.
    fn part(&self, part: &str, train: impl FnOnce() -> Vec<u8>) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let Some((_, path)) = self.keep.iter().find(|(kept, _)| kept == part) else {
            let started = Instant::now();
            let table = train();
            println!("{part}: {} bytes, {:.0?}", table.len(), started.elapsed());
            return Ok(table);
        };
        let bytes = std::fs::read(path)?;
        let tables = weights::tables(&bytes).ok_or("this is no weight file")?;
        let place = PARTS.iter().position(|known| *known == part).ok_or("no such part")?;
        println!("{part}: kept from {}", path.display());
        Ok(tables[place].to_vec())
    }
}

/// Trains and writes.
pub fn train(plan: &Plan) -> Result<(), Box<dyn std::error::Error>> {
    if let Some((part, _)) = plan.keep.iter().find(|(part, _)| !PARTS.contains(&part.as_str())) {
        return Err(format!("there is no part {part:?}; the parts are {}", PARTS.join(", ")).into());
    }
    std::fs::create_dir_all(&plan.out)?;
    if PARTS.iter().all(|part| plan.keep.iter().any(|(kept, _)| kept == part)) {
        let tables = PARTS.map(|part| plan.part(part, Vec::new));
        let [tagger, again, parser, labels, names] = tables;
        let bytes = weights::write([&tagger?, &again?, &parser?, &labels?, &names?]);
        std::fs::write(plan.out.join("english.bin"), &bytes)?;
        println!("english.bin: {} bytes", bytes.len());
        return Ok(());
    }
    let mut trees = read_trees(&plan.treebanks)?;
    let gold = trees.len();
    let started = Instant::now();
    std::fs::write(plan.out.join("lemmas.tsv"), lemmas::table(&trees))?;

    let first = tagging::FIRST
        .alone()
        .learn(|learner, rounds, seed| tagging::train_first(learner, &trees, rounds, seed));
    trees.extend(silver::read(&plan.names, &Table::read(&first).unwrap_or_default().0)?);

    let tagger = plan.part("tagger", || {
        tagging::FIRST.learn(|learner, rounds, seed| tagging::train_first(learner, &trees, rounds, seed))
    })?;
    let looks = tagging::jackknife(&trees);
    let doubts: usize = looks.iter().map(|look| look.doubts.len()).sum();
    println!("{doubts} words are looked at again, {:.0?}", started.elapsed());
    let again = plan.part("again", || {
        tagging::train_again(tagging::AGAIN, &trees, &looks, |_| true)
    })?;
    let tagged = tagging::tags_for_training(&trees, &looks);

    let (no_slots, no_table) = (Slots::write(Vec::new()), Table::write(Vec::new()));
    let tags_only = weights::write([&tagger, &again, &no_slots, &no_table, &no_table]);
    let tags_only = Embedded::read(Box::leak(tags_only.into_boxed_slice()))?;
    let learn_names = |takes: &dyn Fn(usize) -> bool| -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let learner: Learner = names::train(&plan.names, &tags_only, takes)?;
        Ok(Table::write(Learner::rows(&[learner], NAME_CUT)))
    };
    let all_names = learn_names(&|_| true)?;
    let names = plan.part("names", || all_names)?;
    let (odd, even) = (
        learn_names(&|place| place % 2 == 1)?,
        learn_names(&|place| place % 2 == 0)?,
    );
    let table = |bytes| Table::read(bytes).unwrap_or_default().0;
    let kinds = silver::classify(&trees, &tagged, [&table(&odd), &table(&even)]);
    println!("tags and names: {:.0?}", started.elapsed());

    // The silver sentences get their trees from a parser that is trained on gold alone.
    let learn_labels = |trees: &[Tree]| {
        relations::COURSE.learn(|learner, rounds, seed| relations::train(learner, trees, &tagged, &kinds, rounds, seed))
    };
    let teacher = [
        trees::train(&trees[..gold], &tagged, &kinds, TEACHERS),
        learn_labels(&trees[..gold]),
    ];
    let teacher = weights::write([&tagger, &again, &teacher[0], &teacher[1], &no_table]);
    let teacher = weights::Weights::read(&teacher).map_err(|error| error.to_string())?;
    silver::parse(&mut trees[gold..], &kinds[gold..], &teacher);
    println!("silver trees: {:.0?}", started.elapsed());

    let parser = plan.part("parser", || trees::train(&trees, &tagged, &kinds, PARSERS))?;
    let labels = plan.part("labels", || learn_labels(&trees))?;
    let bytes = weights::write([&tagger, &again, &parser, &labels, &names]);
    std::fs::write(plan.out.join("english.bin"), &bytes)?;
    println!("english.bin: {} bytes, {:.0?}", bytes.len(), started.elapsed());
    let read = weights::Weights::read(&bytes).map_err(|error| error.to_string())?;
    measure::on_trees("training set, first 1000", &trees[..1000.min(gold)], &read);
    Ok(())
}

/// All trees; those of any treebank but the last are marked as foreign.
fn read_trees(files: &[PathBuf]) -> Result<Vec<Tree>, Box<dyn std::error::Error>> {
    let mut trees = Vec::new();
    for path in files {
        trees.iter_mut().for_each(|tree: &mut Tree| tree.is_foreign = true);
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
    Ok(trees)
}
