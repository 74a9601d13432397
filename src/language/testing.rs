//! Sentences with their grammar written out, so that no test depends on what a model makes of them. For tests only.

use crate::language::{Language, Relation, Sentence, Tag, Upos, View, Word, conllu};
use crate::text::Span;

/// Reads "form/lemma/tag/head/relation" tokens; heads count from 1 in the sentence, 0 is the root. The tag is a Penn
/// Treebank tag. Sentences are separated by " || ".
pub fn parsed(marked: &str) -> (String, Language) {
    let mut text = String::new();
    let mut language = Language::default();
    for sentence in marked.split(" || ") {
        let first = language.words.len();
        for token in sentence.split_whitespace() {
            let parts: Vec<&str> = token.split('/').collect();
            let [form, lemma, tag, head, relation] = parts[..] else {
                panic!("{token:?} has not five parts")
            };
            if !text.is_empty() && !matches!(form, "." | "," | ":" | "'s") {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(form);
            let mut word = Word::at(Span::new(start, text.len()));
            word.lemma = lemma.into();
            word.tag = Tag::from_name(tag).expect("a Penn tag");
            word.relation = match relation {
                "_" => Relation::None,
                name => Relation::from_name(name).expect("a relation"),
            };
            word.upos = upos(word.tag, word.relation);
            word.certainty = 1.0;
            word.head = head.parse::<usize>().unwrap().checked_sub(1).map(|head| head + first);
            language.words.push(word);
        }
        let span = language.words[first]
            .span
            .join(language.words[language.words.len() - 1].span);
        language.sentences.push(Sentence {
            span,
            words: first..language.words.len(),
        });
    }
    (text, language)
}

/// The universal part of speech that goes with a tag.
fn upos(tag: Tag, relation: Relation) -> Upos {
    match tag {
        _ if relation.is_kind_of(Relation::Aux) || relation == Relation::Cop => Upos::Aux,
        Tag::Modal => Upos::Aux,
        tag if tag.is_verb() => Upos::Verb,
        Tag::SingularNoun | Tag::PluralNoun => Upos::Noun,
        Tag::SingularName | Tag::PluralName => Upos::Propn,
        Tag::PersonalPronoun | Tag::PossessivePronoun | Tag::WhPronoun => Upos::Pron,
        Tag::Determiner => Upos::Det,
        Tag::Number => Upos::Num,
        Tag::Preposition | Tag::Particle => Upos::Adp,
        Tag::To | Tag::PossessiveEnding => Upos::Part,
        Tag::Adjective | Tag::SuperlativeAdjective => Upos::Adj,
        Tag::Coordinator => Upos::Cconj,
        Tag::Adverb => Upos::Adv,
        Tag::SentenceEnd | Tag::Comma | Tag::Colon | Tag::Hyphen | Tag::OpeningQuote | Tag::ClosingQuote => Upos::Punct,
        other => panic!("no part of speech for {other:?}"),
    }
}

/// Asks a question of the word that reads `form`.
pub fn ask<'a, T>(parsed: &'a (String, Language), form: &str, question: impl Fn(View<'a>, usize) -> T) -> T {
    let view = View::new(&parsed.0, &parsed.1);
    let at = (0..view.len()).find(|at| view.form(*at) == form);
    question(
        view,
        at.unwrap_or_else(|| panic!("no {form:?} in {}", conllu(&parsed.0, &parsed.1))),
    )
}
