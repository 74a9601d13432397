//! Measures the base against treebanks, on gold words and on raw text, and its speed.

use std::path::PathBuf;
use std::time::Instant;

use copydesk::language::base::lately::Lately;
use copydesk::language::base::parser::Scorer;
use copydesk::language::base::weights::Weights;
use copydesk::language::base::{Embedded, labels, parser, tagger, try_embedded};
use copydesk::language::{Language, Model, Upos, analyse};
use copydesk::text::Span;

use crate::treebank::{self, Tree};

/// Prints the figures of each file, with the embedded weights or with those of a file.
pub fn measure(files: &[PathBuf], weights: Option<&PathBuf>) -> Result<(), Box<dyn std::error::Error>> {
    let bytes: Option<&'static [u8]> = match weights {
        Some(path) => Some(Box::leak(std::fs::read(path)?.into_boxed_slice())),
        None => None,
    };
    let started = Instant::now();
    let model = match bytes {
        Some(bytes) => Embedded::read(bytes)?,
        None => *try_embedded()?,
    };
    println!("start-up {:.2?}", started.elapsed());
    for file in files {
        let trees = treebank::read(file)?;
        let name = file
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        on_trees(&name, &trees, model.weights());
        on_text(&name, &trees, &model);
    }
    Ok(())
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Gold words, predicted tags.
pub fn on_trees(name: &str, trees: &[Tree], weights: &Weights<'_>) {
    let (mut words, mut upos, mut xpos, mut nodes, mut attached, mut labelled) = (0, 0, 0, 0, 0, 0);
    let mut margins: Vec<(i32, bool)> = Vec::new();
    let mut confused = std::collections::BTreeMap::new();
    let (mut bins, mut lemmas) = ([[0_usize; 2]; 6], 0);
    for tree in trees {
        let forms = tree.forms();
        let tagged = tagger::tag((&weights.tagger, &mut Lately::default()), &weights.again, &forms);
        for (word, tag) in tree.words.iter().zip(&tagged) {
            let guess = tagger::tags()[usize::from(*tag)];
            words += 1;
            upos += usize::from(guess.0 == word.upos);
            xpos += usize::from(guess.1 == word.penn);
            let lemma = copydesk::language::base::lemma::lemma(&word.form, guess.0, guess.1);
            lemmas += usize::from(lemma.eq_ignore_ascii_case(&word.lemma));
        }
        if weights.parser.is_empty() {
            continue;
        }
        let kinds = copydesk::language::names::classify(&weights.names, &forms, &tagged);
        let arcs = parser::parse(
            (&weights.parser, &mut Scorer::default()),
            &forms,
            &tagged,
            &kinds,
            parser::SEARCH,
        );
        let heads: Vec<usize> = arcs.iter().map(|arc| arc.head).collect();
        let given = labels::label(
            (&weights.labels, &mut Lately::default()),
            &forms,
            &tagged,
            &kinds,
            &heads,
        );
        for at in (0..forms.len()).filter(|&at| tree.words[at].upos != Upos::Punct) {
            nodes += 1;
            let fits = heads[at] == tree.words[at].head;
            attached += usize::from(fits);
            let relation = labels::relations()
                .get(usize::from(given[at]))
                .copied()
                .unwrap_or_default();
            labelled += usize::from(fits && relation == tree.words[at].relation);
            margins.push((arcs[at].margin, fits));
            if fits && relation != tree.words[at].relation {
                *confused.entry((tree.words[at].relation, relation)).or_insert(0_usize) += 1;
            }
            let bin = (parser::certainty(arcs[at].margin) * 10.0 - 4.0) as usize;
            bins[bin.min(5)][usize::from(fits)] += 1;
        }
    }
    println!(
        "{name}: gold words: UPOS {:.2} XPOS {:.2} lemma {:.2} UAS {:.2} LAS {:.2}",
        percent(upos, words),
        percent(xpos, words),
        percent(lemmas, words),
        percent(attached, nodes),
        percent(labelled, nodes)
    );
    if std::env::var_os("SHOW").is_some() {
        margins.sort_unstable();
        for tenth in margins.chunks(margins.len() / 12 + 1) {
            let right = tenth.iter().filter(|arc| arc.1).count();
            println!(
                "    margin from {}: {:.1} right",
                tenth[0].0,
                percent(right, tenth.len())
            );
        }
        let mut confused: Vec<_> = confused.into_iter().collect();
        confused.sort_by_key(|pair| std::cmp::Reverse(pair.1));
        for ((gold, given), count) in confused.iter().take(25) {
            println!("    {} read as {}: {count}", gold.name(), given.name());
        }
    }
    for (bin, [wrong, right]) in bins.iter().enumerate().filter(|(_, bin)| bin[0] + bin[1] > 0) {
        println!(
            "    certainty bin {bin}: {} arcs, {:.1} right",
            wrong + right,
            percent(*right, wrong + right)
        );
    }
}

/// Raw text, a paragraph at a time.
fn on_text(name: &str, trees: &[Tree], model: &dyn Model) {
    let mut paragraphs: Vec<Vec<&Tree>> = Vec::new();
    for tree in trees {
        let opens = tree.opens_paragraph || tree.opens_document || paragraphs.is_empty();
        match paragraphs.last_mut() {
            Some(last) if !opens => last.push(tree),
            _ => paragraphs.push(vec![tree]),
        }
    }
    let (mut gold_words, mut found_words, mut right_words, mut right_tags) = (0, 0, 0, 0);
    let (mut gold_ends, mut found_ends, mut right_ends) = (0, 0, 0);
    let mut took = std::time::Duration::ZERO;
    let shows = std::env::var_os("SHOW").is_some();
    for paragraph in &paragraphs {
        let mut text = String::new();
        let mut gold: Vec<(Span, Upos)> = Vec::new();
        let mut ends = Vec::new();
        for tree in paragraph {
            if !text.is_empty() {
                text.push(' ');
            }
            gold.extend(tree.words.iter().map(|word| (word.span.shifted(text.len()), word.upos)));
            text.push_str(tree.text.trim_end());
            ends.push(text.len());
        }
        let started = Instant::now();
        let language: Language = analyse(&text, model);
        took += started.elapsed();
        gold_words += gold.len();
        found_words += language.words.len();
        for word in &language.words {
            if let Some((_, upos)) = gold.iter().find(|(span, _)| *span == word.span) {
                right_words += 1;
                right_tags += usize::from(*upos == word.upos);
            } else if shows {
                let near: Vec<&str> = gold
                    .iter()
                    .filter(|(span, _)| span.overlaps(word.span))
                    .map(|(span, _)| span.of(&text))
                    .collect();
                println!("    word {:?} for {near:?}", word.span.of(&text));
            }
        }
        gold_ends += ends.len();
        found_ends += language.sentences.len();
        for sentence in &language.sentences {
            if ends.contains(&sentence.span.end) {
                right_ends += 1;
            } else if shows {
                let from = text.floor_char_boundary(sentence.span.end.saturating_sub(25));
                let to = text.floor_char_boundary(sentence.span.end + 25);
                println!(
                    "    false end {:?} | {:?}",
                    &text[from..sentence.span.end],
                    &text[sentence.span.end..to]
                );
            }
        }
        if shows {
            for end in ends
                .iter()
                .filter(|end| !language.sentences.iter().any(|sentence| sentence.span.end == **end))
            {
                let from = text.floor_char_boundary(end.saturating_sub(25));
                let to = text.floor_char_boundary((end + 25).min(text.len()));
                println!("    missed end {:?} | {:?}", &text[from..*end], &text[*end..to]);
            }
        }
    }
    let f = |right: usize, gold: usize, found: usize| 200.0 * right as f64 / (gold + found).max(1) as f64;
    println!(
        "{name}: raw text: words F1 {:.2}, sentence ends P {:.2} R {:.2}, UPOS (unaligned wrong) {:.2}; {:.0} tokens a second",
        f(right_words, gold_words, found_words),
        percent(right_ends, found_ends),
        percent(right_ends, gold_ends),
        percent(right_tags, gold_words),
        found_words as f64 / took.as_secs_f64()
    );
}

/// Prints the shortest of many runs of each part on one paragraph, which is what an idle machine needs.
pub fn speed(text: &str, model: &Embedded) {
    use copydesk::language::base::hashing::Form;
    use copydesk::language::{names, split_sentences, tokenise};
    let words = tokenise(text);
    let forms: Vec<Form> = words.iter().map(|span| Form::new(span.of(text))).collect();
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
    let shortest = |name: &str, part: &dyn Fn() -> usize| {
        let mut best = std::time::Duration::MAX;
        let mut sum = 0;
        for _ in 0..3000 {
            let started = Instant::now();
            sum += part();
            best = best.min(started.elapsed());
        }
        println!("{name}: {best:.1?} for {} words ({sum})", words.len());
    };
    shortest("tokens", &|| tokenise(text).len());
    shortest("sentences", &|| split_sentences(text, &words).len());
    shortest("forms", &|| {
        words
            .iter()
            .map(|span| Form::new(span.of(text)).word as usize & 1)
            .sum()
    });
    shortest("tag", &|| {
        tagger::tag((&weights.tagger, &mut Lately::default()), &weights.again, &forms).len()
    });
    shortest("parse", &|| {
        parser::parse(
            (&weights.parser, &mut Scorer::default()),
            &forms,
            &tagged,
            &kinds,
            parser::SEARCH,
        )
        .len()
    });
    shortest("labels", &|| {
        labels::label(
            (&weights.labels, &mut Lately::default()),
            &forms,
            &tagged,
            &kinds,
            &heads,
        )
        .len()
    });
    shortest("names", &|| names::classify(&weights.names, &forms, &tagged).len());
    shortest("all", &|| analyse(text, model).words.len());
}
