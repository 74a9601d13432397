//! CoNLL-U: what the base sees, for researchers and for debugging. It writes and never reads.

use std::fmt::Write;

use crate::language::{Gender, Language, Name, Number, Person, Relation, Sentence, Tense, Word};

/// The sentences of a block in CoNLL-U. A sentence is followed by an empty line; words keep their place in the block in
/// the last column (`TokenRange=start:end`, bytes).
#[must_use]
pub fn conllu(text: &str, language: &Language) -> String {
    let mut out = String::new();
    let mut names = language.names.as_slice();
    for sentence in &language.sentences {
        let line: String = sentence.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(out, "# text = {line}");
        for (number, word) in language.words_of(sentence).iter().enumerate() {
            let place = sentence.words.start + number;
            while let [first, rest @ ..] = names
                && first.words.end <= place
            {
                names = rest;
            }
            let name = names.first().filter(|name| name.words.contains(&place));
            row(&mut out, text, language, sentence, number, word, name);
        }
        out.push('\n');
    }
    out
}

fn row(
    out: &mut String,
    text: &str,
    language: &Language,
    sentence: &Sentence,
    number: usize,
    word: &Word,
    name: Option<&Name>,
) {
    let or_blank = |field: &'static str| if field.is_empty() { "_" } else { field };
    let head = match word.head {
        Some(head) => (head + 1).saturating_sub(sentence.words.start).to_string(),
        None if word.relation == Relation::Root => "0".to_owned(),
        None => "_".to_owned(),
    };
    let place = sentence.words.start + number;
    let follows = language
        .words
        .get(place + 1)
        .is_some_and(|next| next.span.start == word.span.end);
    let mut notes = Vec::new();
    if let Some(name) = name {
        let part = if name.words.start == place { "B" } else { "I" };
        notes.push(format!("Name={part}-{:?}", name.kind));
    }
    if follows {
        notes.push("SpaceAfter=No".to_owned());
    }
    notes.push(format!("TokenRange={}:{}", word.span.start, word.span.end));
    let form: String = word.span.of(text).split_whitespace().collect();
    let lemma = if word.lemma.is_empty() {
        "_"
    } else {
        word.lemma.as_str()
    };
    let _ = writeln!(
        out,
        "{}\t{form}\t{lemma}\t{}\t{}\t{}\t{head}\t{}\t_\t{}",
        number + 1,
        word.upos.name(),
        or_blank(word.tag.name()),
        features(word),
        or_blank(word.relation.name()),
        notes.join("|"),
    );
}

fn features(word: &Word) -> String {
    let morph = &word.morph;
    let fields = [
        morph.gender.map(|gender| match gender {
            Gender::Feminine => "Gender=Fem",
            Gender::Masculine => "Gender=Masc",
            Gender::Neuter => "Gender=Neut",
        }),
        morph.number.map(|number| match number {
            Number::Singular => "Number=Sing",
            Number::Plural => "Number=Plur",
        }),
        morph.person.map(|person| match person {
            Person::First => "Person=1",
            Person::Second => "Person=2",
            Person::Third => "Person=3",
        }),
        morph.tense.map(|tense| match tense {
            Tense::Past => "Tense=Past",
            Tense::Present => "Tense=Pres",
        }),
        morph.passive.then_some("Voice=Pass"),
    ];
    let known: Vec<&str> = fields.into_iter().flatten().collect();
    if known.is_empty() {
        "_".to_owned()
    } else {
        known.join("|")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn a_row_has_ten_fields_and_every_word_a_row() {
        let text = "“We won’t go,” she\nsaid. It rained.";
        let language = analyse(text, embedded());
        let written = conllu(text, &language);
        let rows: Vec<&str> = written
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        assert_eq!(rows.len(), language.words.len());
        assert!(rows.iter().all(|row| row.split('\t').count() == 10));
        assert!(written.starts_with("# text = “We won’t go,” she said.\n"));
        assert!(written.contains("\tn’t\tnot\tPART\t"), "{written}");
        assert!(
            written.contains("SpaceAfter=No|TokenRange=3:5") || written.contains("TokenRange=3:5"),
            "{written}"
        );
    }
}
