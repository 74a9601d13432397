//! A model of word lists and shapes, so that these tests find facts of every kind whatever the real model is.

use copydesk::language::{Model, Name, NameKind, Upos, Word};

pub struct ListModel;

const SAYING: [(&str, &str); 6] = [
    ("said", "say"),
    ("told", "tell"),
    ("met", "meet"),
    ("announced", "announce"),
    ("denied", "deny"),
    ("visited", "visit"),
];
const PRONOUNS: [&str; 6] = ["he", "she", "they", "it", "we", "i"];
const SMALL: [(&str, Upos, &str); 14] = [
    ("the", Upos::Det, "DT"),
    ("a", Upos::Det, "DT"),
    ("an", Upos::Det, "DT"),
    ("in", Upos::Adp, "IN"),
    ("on", Upos::Adp, "IN"),
    ("of", Upos::Adp, "IN"),
    ("to", Upos::Adp, "IN"),
    ("that", Upos::Sconj, "IN"),
    ("and", Upos::Cconj, "CC"),
    ("will", Upos::Aux, "MD"),
    ("was", Upos::Aux, "VBD"),
    ("not", Upos::Part, "RB"),
    ("minister", Upos::Noun, "NN"),
    ("mayor", Upos::Noun, "NN"),
];

impl Model for ListModel {
    fn annotate(&self, text: &str, words: &mut [Word]) -> Vec<Name> {
        for word in words.iter_mut() {
            let written = word.span.of(text);
            let lower = written.to_lowercase();
            let verb = SAYING.iter().find(|(form, _)| *form == lower);
            let small = SMALL.iter().find(|(form, ..)| *form == lower);
            let first = written.chars().next().unwrap_or(' ');
            (word.upos, word.xpos) = match (verb, small) {
                (Some(_), _) => (Upos::Verb, "VBD"),
                (_, Some((_, upos, xpos))) => (*upos, *xpos),
                _ if PRONOUNS.contains(&lower.as_str()) => (Upos::Pron, "PRP"),
                _ if first.is_numeric() => (Upos::Num, "CD"),
                _ if !first.is_alphabetic() => (Upos::Punct, "."),
                _ if first.is_uppercase() => (Upos::Propn, "NNP"),
                _ => (Upos::Noun, "NN"),
            };
            word.lemma = verb.map_or(lower.as_str(), |(_, lemma)| *lemma).into();
        }
        let mut names: Vec<Name> = Vec::new();
        for (at, word) in words.iter().enumerate().filter(|(_, word)| word.upos == Upos::Propn) {
            let is_place = ["Velden", "Ostrava", "Marlow"].contains(&word.span.of(text));
            match names.last_mut().filter(|name| name.words.end == at) {
                Some(name) => name.words.end = at + 1,
                None => names.push(Name {
                    words: at..at + 1,
                    kind: if is_place { NameKind::Place } else { NameKind::Person },
                }),
            }
        }
        names
    }
}
