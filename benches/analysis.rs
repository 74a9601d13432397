//! How fast quotations, times and events are found, next to the tagging and parsing that they rest on. The text is made
//! up.

#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::hint::black_box;

use copydesk::analysis::{DraftSettings, attribution, events, fold, of_block, times};
use copydesk::language::{analyse, embedded};
use copydesk::markup::{Format, read};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const PARAGRAPH: &str = "Paula Quist, the transport minister of Norland, said on Tuesday, May 6, 2031, that the ferry line \
    between Port Amity and the island of Sel will be closed until the end of March, after two accidents last week in which \
    14 passengers were injured. Sel Line Ltd., which has operated the route since 1998, met the minister at 10:30 a.m. \
    yesterday and will ask a court on Thursday to overturn the decision within ten days.";

/// A paragraph that is mostly speech, in marks and without.
const SPEECH: &str = "“We will not wait for another accident,” said Paula Quist, the transport minister of Norland. She told \
    the union that the ferries were “as safe as any bridge”, and said it was too early to tell who would pay. “The harbour \
    was warned twice,” a person familiar with the inquiry said, adding that two letters had gone unanswered. According to \
    the operator, half of the crew has asked for leave; the minister denied the claim and vowed to “mend what is broken.”";

/// A results page: nothing but figures, days and scores.
const RESULTS: &str = "Sat 31 May 6-4 7:6 2031 10:30 31/12 1999 +47 31 40 20 25 3-2 5:1 ";

fn parts(criterion: &mut Criterion) {
    let model = embedded();
    let language = analyse(PARAGRAPH, model);
    let found = times::of_block(PARAGRAPH, &language);
    let mut group = criterion.benchmark_group("analysis");
    group.throughput(Throughput::Bytes(PARAGRAPH.len() as u64));
    group.bench_function("tag and parse", |bencher| {
        bencher.iter(|| analyse(black_box(PARAGRAPH), model));
    });
    group.bench_function("times", |bencher| {
        bencher.iter(|| times::of_block(black_box(PARAGRAPH), &language));
    });
    group.bench_function("events", |bencher| {
        bencher.iter(|| events::find(black_box(PARAGRAPH), &language, &found));
    });
    group.finish();
    let language = analyse(SPEECH, model);
    let mut group = criterion.benchmark_group("speech");
    group.throughput(Throughput::Bytes(SPEECH.len() as u64));
    group.bench_function("tag and parse", |bencher| {
        bencher.iter(|| analyse(black_box(SPEECH), model));
    });
    group.bench_function("quotations and speakers", |bencher| {
        bencher.iter(|| attribution::of_block(black_box(SPEECH), &language));
    });
    group.finish();
}

/// The same work per byte for one page of results and for ten.
fn results(criterion: &mut Criterion) {
    let model = embedded();
    let mut group = criterion.benchmark_group("results");
    for pages in [1, 10] {
        let text = RESULTS.repeat(40 * pages);
        let language = analyse(&text, model);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("times, {pages} pages"), |bencher| {
            bencher.iter(|| times::of_block(black_box(&text), &language));
        });
        let draft = text.replace("Sat", "\n\nSat");
        let markup = read(&draft, Format::Plain);
        let blocks: Vec<_> = markup
            .blocks
            .iter()
            .map(|block| std::sync::Arc::new(of_block(block, model)))
            .collect();
        group.bench_function(format!("fold, {pages} pages"), |bencher| {
            bencher.iter(|| fold(&markup, black_box(&blocks), &DraftSettings::default()));
        });
    }
    group.finish();
}

criterion_group!(benches, parts, results);
criterion_main!(benches);
