//! How fast the parts that see the whole draft are, on 100,000 words with 5,000 names: what each keystroke pays once its own
//! block is read. The text is made up.

#![allow(
    missing_docs,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "criterion's macros make public items, and the draft is made here"
)]

use std::fmt::Write as _;
use std::hint::black_box;

use copydesk::analysis::{self, DraftSettings, MentionForm, actors, attribution, coreference, interviews};
use copydesk::language::{self, embedded};
use copydesk::markup::{self, Format};
use criterion::{Criterion, criterion_group, criterion_main};

const GIVEN: [&str; 10] = [
    "Ana", "Milan", "Paula", "Tomas", "Rosa", "Viktor", "Ines", "Pavel", "Zoe", "Omar",
];
const FAMILY: [&str; 12] = [
    "Orbel", "Quist", "Weil", "Holt", "Marsh", "Roth", "Lind", "Brandt", "Okafor", "Varga", "Sorel", "Tamm",
];
const FILLER: &str = "The ferry line between the port and the island would be closed until the end of the month, after two \
    accidents in which passengers were injured, and nobody could say at the time when it would be opened again or who would \
    pay for the repairs that the engineers had asked for since the spring.";

/// About 100,000 words in which people are introduced, named again and meant by pronouns.
fn draft() -> String {
    let mut text = String::new();
    for paragraph in 0..1250 {
        let given = GIVEN[paragraph % GIVEN.len()];
        let family = FAMILY[paragraph / GIVEN.len() % FAMILY.len()];
        let other = FAMILY[(paragraph + 5) % FAMILY.len()];
        let _ = write!(
            text,
            "{given} {family}, the minister of transport, met {other} in Geneva on Tuesday. {FILLER} “We will not wait,” \
             {family} said, and {other} agreed with her. She left for the capital.\n\n"
        );
    }
    text
}

fn folds(criterion: &mut Criterion) {
    let markup = markup::read(&draft(), Format::Plain);
    let alone: Vec<_> = markup
        .blocks
        .iter()
        .map(|block| std::sync::Arc::new(analysis::of_block(block, embedded())))
        .collect();
    let blocks = analysis::of_blocks(&markup, embedded());
    let quoted = attribution::fold(&markup, &blocks, &interviews::fold(&markup, &blocks));
    let words: usize = blocks.iter().map(|facts| facts.language.words.len()).sum();
    let names = blocks
        .iter()
        .flat_map(|facts| &facts.mentions)
        .filter(|mention| mention.form == MentionForm::Named)
        .count();
    println!("{words} words, {names} names");
    let mut group = criterion.benchmark_group("draft of 100,000 words");
    group.sample_size(20);
    group.bench_function("words and grammar", |bencher| {
        bencher.iter(|| {
            for block in &markup.blocks {
                black_box(language::analyse(&block.text, embedded()));
            }
        });
    });
    group.bench_function("quotations and speakers", |bencher| {
        bencher.iter(|| {
            for (block, facts) in markup.blocks.iter().zip(&blocks) {
                black_box(attribution::of_block(&block.text, &facts.language));
            }
            attribution::fold(&markup, &blocks, &interviews::fold(&markup, &blocks))
        });
    });
    group.bench_function("agreement on names", |bencher| {
        bencher.iter(|| analysis::agreed_names(black_box(&alone)))
    });
    group.bench_function("actors and coreference", |bencher| {
        bencher.iter(|| {
            let (mut actors, mut mentions) = actors::fold(&markup, black_box(&blocks));
            let last = (&mut coreference::KeptReferences::default(), None);
            coreference::resolve((&markup, &blocks), &mut actors, &mut mentions, &quoted, last);
            (actors, mentions)
        })
    });
    group.bench_function("the whole fold", |bencher| {
        bencher.iter(|| analysis::fold(&markup, black_box(&blocks), &DraftSettings::default()))
    });
    group.finish();
}

criterion_group!(benches, folds);
criterion_main!(benches);
