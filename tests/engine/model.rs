//! A model of word lists and shapes, so that these tests find facts of every kind whatever the real model is.

use copydesk::language::{Model, Name, NameKind, Tag, Upos, Word};

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
const SMALL: [(&str, Upos, Tag); 14] = [
    ("the", Upos::Det, Tag::Determiner),
    ("a", Upos::Det, Tag::Determiner),
    ("an", Upos::Det, Tag::Determiner),
    ("in", Upos::Adp, Tag::Preposition),
    ("on", Upos::Adp, Tag::Preposition),
    ("of", Upos::Adp, Tag::Preposition),
    ("to", Upos::Adp, Tag::Preposition),
    ("that", Upos::Sconj, Tag::Preposition),
    ("and", Upos::Cconj, Tag::Coordinator),
    ("will", Upos::Aux, Tag::Modal),
    ("was", Upos::Aux, Tag::PastTense),
    ("not", Upos::Part, Tag::Adverb),
    ("minister", Upos::Noun, Tag::SingularNoun),
    ("mayor", Upos::Noun, Tag::SingularNoun),
];

impl Model for ListModel {
    fn annotate(&self, text: &str, words: &mut [Word]) -> Vec<Name> {
        for word in words.iter_mut() {
            let written = word.span.of(text);
            let lower = written.to_lowercase();
            let verb = SAYING.iter().find(|(form, _)| *form == lower);
            let small = SMALL.iter().find(|(form, ..)| *form == lower);
            let first = written.chars().next().unwrap_or(' ');
            (word.upos, word.tag) = match (verb, small) {
                (Some(_), _) => (Upos::Verb, Tag::PastTense),
                (_, Some((_, upos, tag))) => (*upos, *tag),
                _ if PRONOUNS.contains(&lower.as_str()) => (Upos::Pron, Tag::PersonalPronoun),
                _ if first.is_numeric() => (Upos::Num, Tag::Number),
                _ if !first.is_alphabetic() => (Upos::Punct, Tag::SentenceEnd),
                _ if first.is_uppercase() => (Upos::Propn, Tag::SingularName),
                _ => (Upos::Noun, Tag::SingularNoun),
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
