//! Measures how quotations are compared with notes: takes the quotations of real drafts, changes each in a known way, and counts
//! what is found; where an edge is changed, the text after the quick fix must be what was said. The same drafts and the same seed give the same table. Not a test: it needs drafts, and none are in the project.
//!
//! ```sh
//! cargo run --release --example quotes -- DRAFTS… [--seed N] [--pairs N] [--show KIND]
//! ```
//!
//! DRAFTS are files and folders. For each kind of change, --pairs quotations (300) are changed. The notes of a draft are its
//! quotations as a transcript, among the quotations of twenty other drafts.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a tool for the desk of the developer: a wrong file may stop it"
)]

mod changes;
mod dice;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use copydesk::analysis::{self, DraftSettings, QuotationKind};
use copydesk::language;
use copydesk::markup::{self, Format};
use copydesk::text::Span;
use copydesk::verify::{Checked, Notes, NotesFormat, Quoted, Verdict, Weight, folded_words, verify};

use changes::{Kind, changed};
use dice::Dice;

struct Options {
    drafts: Vec<PathBuf>,
    seed: u64,
    pairs: usize,
    show: Option<String>,
}

fn main() {
    let options = options();
    let mut files: Vec<PathBuf> = options.drafts.iter().flat_map(|path| files_of(path)).collect();
    files.sort();
    let drafts: Vec<Vec<String>> = files
        .iter()
        .map(|file| quotations(file))
        .filter(|quoted| !quoted.is_empty())
        .collect();
    let count: usize = drafts.iter().map(Vec::len).sum();
    println!(
        "{} drafts with {count} quotations of at least {FEWEST} words; seed {}",
        drafts.len(),
        options.seed
    );
    println!("\n| change | pairs | exact | folded | info | warning | absent | other | right |");
    println!("|---|---|---|---|---|---|---|---|---|");
    let started = Instant::now();
    let mut asked = 0;
    for kind in Kind::ALL {
        let counts = measure(kind, &drafts, &options);
        asked += counts.values().sum::<usize>();
        println!("{}", row(kind, &counts));
    }
    println!(
        "\n{asked} pairs in {:.1} s, each with notes of its own",
        started.elapsed().as_secs_f64()
    );
    others(&drafts, &options);
}

const FEWEST: usize = 6;

fn options() -> Options {
    let mut options = Options {
        drafts: Vec::new(),
        seed: 1,
        pairs: 300,
        show: None,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("a value after the option");
        match argument.as_str() {
            "--seed" => options.seed = value().parse().expect("--seed is a number"),
            "--pairs" => options.pairs = value().parse().expect("--pairs is a number"),
            "--show" => options.show = Some(value()),
            path => options.drafts.push(PathBuf::from(path)),
        }
    }
    assert!(!options.drafts.is_empty(), "name drafts, or a folder of them");
    options
}

fn files_of(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = std::fs::read_dir(path).expect("a folder of drafts");
    let files = entries.map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|ending| ending == "md" || ending == "txt"))
        .collect()
}

/// The marked quotations of a draft, without brackets and ellipses: those are what is put in.
fn quotations(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let format = Format::of_path(file);
    let markup = markup::read(&text, format);
    let blocks = analysis::of_blocks(&markup, language::embedded());
    let facts = analysis::fold(&markup, &blocks, &DraftSettings::default());
    let marked = facts
        .quotations
        .iter()
        .filter(|one| matches!(one.kind, QuotationKind::Direct | QuotationKind::Mixed));
    let words = marked.map(|one| {
        markup
            .text_of(one.place)
            .trim_matches(|c: char| "“”\"‘’' \n".contains(c))
            .to_owned()
    });
    let mut known = Vec::new();
    for quoted in words {
        let is_long = quoted.split_whitespace().count() >= FEWEST;
        if is_long && !quoted.contains(['[', '(', '…']) && !quoted.contains("..") && !known.contains(&quoted) {
            known.push(quoted);
        }
    }
    known
}

/// How often each outcome came out.
fn measure(kind: Kind, drafts: &[Vec<String>], options: &Options) -> BTreeMap<&'static str, usize> {
    let mut dice = Dice::new(options.seed ^ kind as u64);
    let mut counts = BTreeMap::new();
    for _ in 0..options.pairs * 40 {
        if counts.values().sum::<usize>() >= options.pairs {
            break;
        }
        let draft = dice.below(drafts.len());
        let nth = dice.below(drafts[draft].len());
        let original = &drafts[draft][nth];
        let other = &drafts[dice.below(drafts.len())];
        let another = other[dice.below(other.len())].clone();
        let Some(pair) = changed(kind, original, &another, &mut dice) else {
            continue;
        };
        let notes = transcript(drafts, draft, (original, &pair.said));
        let checked = look_up(&pair.written, &notes);
        let mut outcome = outcome(&checked);
        if kind.is_at_edge() && !folded_words(&pair.said).ends_with(&folded_words(&fixed(&pair.written, &checked))) {
            outcome = "other";
        }
        if options.show.as_deref() == Some(kind.name()) && is_right(kind, outcome) == Some(false) {
            println!(
                "{outcome}: {}\n    {}\n    {}",
                pair.written,
                pair.said,
                checked.shown(&pair.written)
            );
        }
        *counts.entry(outcome).or_insert(0) += 1;
    }
    counts
}

/// The quotations of a draft as a transcript, one of them in other words, among those of other drafts.
fn transcript(drafts: &[Vec<String>], draft: usize, (original, said): (&str, &str)) -> Notes {
    let mut text = String::new();
    let others = (0..drafts.len()).cycle().skip(draft + 1).take(20.min(drafts.len() - 1));
    let all = std::iter::once(draft).chain(others).flat_map(|at| &drafts[at]);
    // What was said twice is found where it is right.
    for quoted in all.filter(|quoted| *quoted == original || !quoted.contains(original.trim_end_matches(['.', ',']))) {
        text.push_str("LUND: ");
        text.push_str(if quoted == original { said } else { quoted });
        text.push_str("\n\n");
    }
    Notes::of_text("talk.txt", &text, NotesFormat::Text)
}

fn look_up(text: &str, notes: &Notes) -> Checked {
    let brackets = text
        .match_indices('[')
        .map(|(at, _)| Span::new(at, at + text[at..].find(']').unwrap() + 1));
    let insertions: Vec<Span> = brackets.collect();
    let quoted = Quoted {
        text,
        insertions: &insertions,
        ..Quoted::default()
    };
    verify(&quoted, notes)
}

/// The quotation with the words of the notes, as the quick fix writes it.
fn fixed(written: &str, checked: &Checked) -> String {
    let mut text = written.to_owned();
    for change in checked.changes.iter().rev() {
        let said = match (change.place.is_empty(), change.place.start) {
            (true, 0) => format!("{} ", change.said),
            (true, _) => format!(" {}", change.said),
            _ => change.said.clone(),
        };
        text.replace_range(change.place.start..change.place.end, &said);
    }
    text
}

fn outcome(checked: &Checked) -> &'static str {
    match checked.verdict {
        Verdict::Exact => "exact",
        Verdict::Folded => "folded",
        Verdict::Near if checked.weight() == Some(Weight::Slight) => "info",
        Verdict::Near => "warning",
        Verdict::Absent => "absent",
        _ => "other",
    }
}

/// Whether an outcome is right: what is harmless is folded, what is not is shown as a difference.
fn is_right(kind: Kind, outcome: &str) -> Option<bool> {
    match outcome {
        "exact" | "folded" => Some(kind.is_harmless()),
        "info" | "warning" | "absent" => Some(!kind.is_harmless()),
        _ => Some(false),
    }
}

fn row(kind: Kind, counts: &BTreeMap<&'static str, usize>) -> String {
    let all: usize = counts.values().sum();
    let of = |outcome: &str| counts.get(outcome).copied().unwrap_or(0);
    let right: usize = counts
        .iter()
        .filter(|(outcome, _)| is_right(kind, outcome) == Some(true))
        .map(|(_, count)| count)
        .sum();
    format!(
        "| {} | {all} | {} | {} | {} | {} | {} | {} | {:.1} % |",
        kind.name(),
        of("exact"),
        of("folded"),
        of("info"),
        of("warning"),
        of("absent"),
        of("other"),
        100.0 * right as f64 / all.max(1) as f64
    )
}

/// Quotations that the notes do not have at all: how often something near is seen in them.
fn others(drafts: &[Vec<String>], options: &Options) {
    let mut dice = Dice::new(options.seed);
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let half = drafts.len() / 2;
    if half == 0 {
        return;
    }
    let notes: String = drafts[..half]
        .iter()
        .flatten()
        .map(|quoted| format!("{quoted}\n\n"))
        .collect();
    let notes = Notes::of_text("talk.txt", &notes, NotesFormat::Text);
    let started = Instant::now();
    for _ in 0..options.pairs {
        let draft = &drafts[half + dice.below(drafts.len() - half)];
        let text = &draft[dice.below(draft.len())];
        let checked = look_up(text, &notes);
        if options.show.as_deref() == Some("others") && checked.verdict != Verdict::Absent {
            println!("{}: {}", checked.verdict.name(), checked.shown(text));
        }
        *counts.entry(outcome(&checked)).or_default() += 1;
    }
    println!(
        "{} quotations of other drafts, in {:.0} ms: {counts:?}",
        options.pairs,
        started.elapsed().as_secs_f64() * 1000.0
    );
}
