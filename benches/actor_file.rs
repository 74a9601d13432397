//! How long an actor file of fifty thousand entries takes to load, and what it costs in memory. The entries are made up.

#![allow(
    missing_docs,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "criterion's macros make public items, and a bench may fail loudly"
)]

use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::path::Path;

use copydesk::config::load_actors;
use criterion::{Criterion, criterion_group, criterion_main};

const ENTRIES: usize = 50_000;

/// Writes a file in which every entry has two titles, an alias, a misspelling, a note and a link. It is never held as a
/// whole: the allocator would keep what was freed, and the figure for what reading costs would be another.
fn write_file(path: &Path) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    for number in 0..ENTRIES {
        let (given, family) = (syllables(number / 251, 3), syllables(number % 251 + 1_000, 3));
        write!(
            file,
            "[[actor]]\nid = \"actor-{number}\"\nname = \"{given} {family}\"\nkind = \"person\"\naliases = [\"{given} Q. {family}\"]\n\
             misspellings = [\"{given} {family}t\"]\ntitles = [\n  {{ title = \"Member of the Council\", valid-from = 2029-09-01 }},\n  \
             {{ title = \"harbour master\", valid-from = 2020-01-01, valid-until = 2029-08-31 }},\n]\npronouns = \"they/them\"\n\
             affiliation = \"Northern Straits Forum\"\nnote = \"Ask the desk before the first use.\"\n\
             link = \"https://example.org/people/{number}\"\n\n"
        )
        .unwrap();
    }
}

fn syllables(mut number: usize, count: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "do", "fi", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "va", "we", "zu",
    ];
    let mut name = String::new();
    for _ in 0..count {
        name.push_str(SYLLABLES.get(number % SYLLABLES.len()).unwrap());
        number /= SYLLABLES.len();
    }
    let mut letters = name.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

/// A figure of this process in kilobytes, where the system gives it.
fn kilobytes(figure: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(figure)?.strip_prefix(':'));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}

fn load(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("actors.toml");
    write_file(&path);
    let length = path.metadata().unwrap().len();
    let before = kilobytes("VmRSS");
    let read = load_actors(&path).unwrap();
    assert_eq!((read.problems.len(), read.register.entries().len()), (0, ENTRIES));
    let (kept, most) = (kilobytes("VmRSS") - before, kilobytes("VmHWM") - before);
    eprintln!("{ENTRIES} entries, a file of {length} bytes: {kept} KB kept, {most} KB at most while it is read");
    criterion.bench_function("actor file of 50,000 entries", |bencher| {
        bencher.iter(|| load_actors(black_box(&path)).unwrap());
    });
    let names: Vec<&str> = read
        .register
        .entries()
        .iter()
        .take(1000)
        .map(|entry| entry.name.as_str())
        .collect();
    criterion.bench_function("1,000 names looked up", |bencher| {
        bencher.iter(|| {
            names
                .iter()
                .filter(|name| read.register.find(black_box(name)).is_some())
                .count()
        });
    });
}

criterion_group!(benches, load);
criterion_main!(benches);
