//! Quotations compared with notes: 200 of them with 2 MB of transcript, of which some are said, some nearly, some not at all; the index
//! on its own; and notes that are made to keep a search busy.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark may fail")]

use std::hint::black_box;

use copydesk::verify::{Notes, NotesFormat, Quoted, verify};
use criterion::{Criterion, criterion_group, criterion_main};

/// Words in about the frequencies of speech: small ones often, others rarely.
const SMALL: &str =
    "the of and to we in it is that a for on not with as be they this have are by will from but at or was our";
const STEMS: &str = "harbor ferry crane board council winter storm money boat union strike ship price grain road school tax vote plan \
                     train house river market budget town state paper letter engine signal border summer office street bridge";

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn word(&mut self) -> String {
        let pick = |list: &str, at: usize| list.split_whitespace().nth(at).unwrap_or("word").to_owned();
        match self.below(10) {
            0..6 => pick(SMALL, self.below(28)),
            6..9 => pick(STEMS, self.below(34)),
            // The long tail of a language.
            _ => format!("{}{}", pick(STEMS, self.below(34)), self.below(3_000)),
        }
    }

    fn sentence(&mut self) -> String {
        let words: Vec<String> = (0..8 + self.below(24)).map(|_| self.word()).collect();
        words.join(" ")
    }
}

fn transcript(dice: &mut Dice) -> (String, Vec<String>) {
    let (mut text, mut sentences) = (String::new(), Vec::new());
    let mut second = 0;
    while text.len() < 2_000_000 {
        let sentence = dice.sentence();
        second += 7;
        text.push_str(&format!(
            "[{:02}:{:02}:{:02}] ",
            second / 3600,
            second / 60 % 60,
            second % 60
        ));
        text.push_str(["LUND: ", "WEIL: ", "Q: "].get(dice.below(3)).unwrap_or(&""));
        text.push_str(&sentence);
        text.push_str(".\n\n");
        sentences.push(sentence);
    }
    (text, sentences)
}

/// Every third as it was said, every third with a word changed, every third never said.
fn quotations(dice: &mut Dice, sentences: &[String]) -> Vec<String> {
    let quoted = (0..200).map(|number| {
        let said = sentences.get(dice.below(sentences.len())).cloned().unwrap_or_default();
        match number % 3 {
            0 => said,
            1 => {
                let mut words: Vec<String> = said.split(' ').map(str::to_owned).collect();
                let at = dice.below(words.len());
                if let Some(word) = words.get_mut(at) {
                    *word = "velden".to_owned();
                }
                words.join(" ")
            }
            _ => dice.sentence(),
        }
    });
    quoted.collect()
}

fn look_up(quotations: &[String], notes: &Notes) -> usize {
    let found = quotations.iter().filter(|text| {
        let quoted = Quoted {
            text,
            insertions: &[],
            speaker: Some("Ana Lund"),
            ..Quoted::default()
        };
        verify(&quoted, notes).found.is_some()
    });
    found.count()
}

fn notes(criterion: &mut Criterion) {
    let mut dice = Dice(7);
    let (text, sentences) = transcript(&mut dice);
    let quoted = quotations(&mut dice, &sentences);
    let index = |text: &str| Notes::of_text("talk.txt", text, NotesFormat::Text);
    criterion.bench_function("an index of 2 MB of notes", |bencher| {
        bencher.iter(|| index(black_box(&text)));
    });
    let known = index(&text);
    criterion.bench_function("200 quotations in 2 MB of notes", |bencher| {
        bencher.iter(|| look_up(black_box(&quoted), &known));
    });
    let hostile = index(&"we go on and ".repeat(150_000));
    let asked = ["we go on and ".repeat(30) + "we stop"];
    criterion.bench_function("a quotation in 2 MB of four words", |bencher| {
        bencher.iter(|| look_up(black_box(&asked), &hostile));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = notes
}
criterion_main!(benches);
