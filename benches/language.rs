//! How fast the linguistic base is, part by part, on a 90-word paragraph, and whether its time grows
//! as the text does. The text is made up.

#![allow(missing_docs, reason = "criterion's macros make public items")]

use std::hint::black_box;

use copydesk::language::base::hashing::Form;
use copydesk::language::base::lately::Lately;
use copydesk::language::base::parser::Scorer;
use copydesk::language::base::{labels, parser, tagger, try_embedded};
use copydesk::language::{analyse, names, split_sentences, tokenise};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

const PARAGRAPH: &str = "Paula Quist, the transport minister of Norland, said on Tuesday that the ferry line between \
    Port Amity and the island of Sel would be closed until the end of March, after two accidents in which 14 passengers \
    were injured. “We can't run a service that we don't believe is safe,” she told reporters in the capital. The owner, \
    Sel Line Ltd., which has operated the route since 1998, called the decision hasty and said it would ask a court to \
    overturn it within days.";

fn parts(criterion: &mut Criterion) {
    let words = tokenise(PARAGRAPH);
    let forms: Vec<Form> = words.iter().map(|span| Form::new(span.of(PARAGRAPH))).collect();
    let model = try_embedded().expect("the embedded weights fit");
    let weights = model.weights();
    let tagged = tagger::tag((&weights.tagger, &mut Lately::default()), &weights.again, &forms);
    let kinds = names::classify(&weights.names, &forms, &tagged);
    let heads: Vec<usize> = parser::parse(
        (&weights.parser, &mut Scorer::default()),
        &forms,
        &tagged,
        &kinds,
        parser::SEARCH,
    )
    .iter()
    .map(|arc| arc.head)
    .collect();
    let mut group = criterion.benchmark_group("language");
    group.throughput(Throughput::Elements(words.len() as u64));
    group.bench_function("tokens", |bencher| bencher.iter(|| tokenise(black_box(PARAGRAPH))));
    group.bench_function("sentences", |bencher| {
        bencher.iter(|| split_sentences(PARAGRAPH, black_box(&words)))
    });
    group.bench_function("tag", |bencher| {
        bencher.iter(|| {
            tagger::tag(
                (&weights.tagger, &mut Lately::default()),
                &weights.again,
                black_box(&forms),
            )
        })
    });
    group.bench_function("parse", |bencher| {
        bencher.iter(|| {
            parser::parse(
                (&weights.parser, &mut Scorer::default()),
                black_box(&forms),
                &tagged,
                &kinds,
                parser::SEARCH,
            )
        })
    });
    group.bench_function("labels", |bencher| {
        bencher.iter(|| {
            labels::label(
                (&weights.labels, &mut Lately::default()),
                black_box(&forms),
                &tagged,
                &kinds,
                &heads,
            )
        });
    });
    group.bench_function("names", |bencher| {
        bencher.iter(|| names::classify(&weights.names, black_box(&forms), &tagged))
    });
    group.bench_function("paragraph", |bencher| {
        bencher.iter(|| analyse(black_box(PARAGRAPH), model))
    });
    group.finish();
}

/// Each text and the same ten times as long: where the time is linear, both have one throughput. The last three are one
/// sentence each, however long.
fn growth(criterion: &mut Criterion) {
    let model = try_embedded().expect("the embedded weights fit");
    let texts = [
        ("paragraphs", PARAGRAPH.to_owned() + "\n"),
        ("words", "word the ".repeat(100)),
        ("names", "of Anna, ".repeat(100)),
        ("marks", "“ ".repeat(100)),
    ];
    let mut group = criterion.benchmark_group("growth");
    for (name, text) in texts {
        for times in [1, 10] {
            let text = text.repeat(times);
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(BenchmarkId::new(name, times), &text, |bencher, text| {
                bencher.iter(|| analyse(black_box(text), model));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, parts, growth);
criterion_main!(benches);
