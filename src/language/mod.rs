//! Words and grammar of a block: tokens, sentences, tagger, parser, names. It knows nothing about news.

mod abbreviations;
pub mod base;
mod by_phrases;
mod conllu;
mod dependents;
mod grammar;
mod known;
mod model;
pub mod names;
mod noun_phrase;
mod sentences;
mod tags;
#[cfg(test)]
pub mod testing;
mod tokens;
mod view;
mod word;

pub use base::{embedded, forget_weighed, try_embedded, weights_digest};
pub use conllu::conllu;
pub use dependents::Dependents;
pub use known::KnownText;
pub use model::{Model, ShapeModel};
pub use names::{NameEvidence, Poll, agree, agreed, is_newspaper_word, shows_kind};
pub use sentences::split as split_sentences;
pub use tags::{Relation, Tag};
pub use tokens::tokenise;
pub use view::View;
pub use word::{Gender, Language, Morph, Name, NameKind, Number, Person, Sentence, Tense, Upos, Word};

/// The words of the calendar are words of the language; `markup` reads them too, so that they are kept in `text`.
pub use crate::text::calendar;

use crate::markup::dateline_end;
use crate::text::Span;

/// Splits `text` into sentences and words and has `model` annotate them. Linear in the length of `text`.
#[must_use]
pub fn analyse(text: &str, model: &dyn Model) -> Language {
    analyse_again(text, model, None)
}

/// The same, where another text may have had some of the sentences: these are not read again.
#[must_use]
pub fn analyse_again(text: &str, model: &dyn Model, before: Option<KnownText<'_>>) -> Language {
    let spans = tokens::tokenise(text);
    let ranges = sentences::split(text, &spans);
    let dateline = dateline_end(text).unwrap_or(0);
    let before = before.map(KnownText::sentences);
    let mut words: Vec<Word> = spans.into_iter().map(Word::at).collect();
    let mut sentences = Vec::with_capacity(ranges.len());
    let mut names = Vec::new();
    for range in ranges {
        let Some(slice) = words.get_mut(range.clone()) else {
            continue;
        };
        let is_dateline = slice.last().is_some_and(|word| word.span.end <= dateline);
        let known = before
            .as_ref()
            .filter(|_| !is_dateline)
            .and_then(|before| before.annotate(text, slice));
        let mut found = known.unwrap_or_else(|| model.annotate(text, slice));
        if is_dateline {
            found = names::in_dateline(text, slice, found);
        }
        names.extend(found.into_iter().map(|name| Name {
            words: name.words.start + range.start..name.words.end + range.start,
            kind: name.kind,
        }));
        for word in slice.iter_mut() {
            word.head = word.head.map(|head| head + range.start);
        }
        if let (Some(first), Some(last)) = (slice.first(), slice.last()) {
            sentences.push(Sentence {
                span: Span::new(first.span.start, last.span.end),
                words: range,
            });
        }
    }
    Language {
        words,
        sentences,
        names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degenerate_text_is_read_whole() {
        let pieces = [
            "a",
            "word ",
            ". ",
            "“",
            "\" ",
            "Mr. ",
            "A. ",
            "U.S. ",
            "?” The ",
            "\u{4e2d}\u{3002}",
            "? Ana Of The ",
            "\n",
        ];
        for piece in pieces {
            let text = piece.repeat(300_000);
            let language = analyse(&text, &ShapeModel);
            let covered: usize = language.sentences.iter().map(|sentence| sentence.words.len()).sum();
            assert_eq!(covered, language.words.len(), "for {piece:?}");
        }
    }

    #[test]
    fn the_embedded_model_keeps_inside_degenerate_text() {
        for piece in ["Anna ", "word the ", "“ ", "of Anna, ", "\u{4e2d}\u{6587} ", "- "] {
            let text = piece.repeat(8_000);
            let language = analyse(&text, embedded());
            let inside = |at: Option<usize>| at.is_none_or(|at| at < language.words.len());
            assert!(language.words.iter().all(|word| inside(word.head)), "for {piece:?}");
        }
        let token = "x".repeat(5_000_000);
        assert_eq!(analyse(&token, embedded()).words.len(), 1);
    }

    #[test]
    fn heads_stay_inside_their_sentence() {
        let language = analyse(
            "Ana Rao left early. The others, she said, stayed until noon.",
            embedded(),
        );
        assert_eq!(language.sentences.len(), 2);
        for sentence in &language.sentences {
            let words = language.words_of(sentence);
            assert_eq!(words.iter().filter(|word| word.relation == Relation::Root).count(), 1);
            assert!(
                words
                    .iter()
                    .filter_map(|word| word.head)
                    .all(|head| sentence.words.contains(&head))
            );
        }
        let said = language.words.iter().position(|word| word.lemma == "say");
        let she = language.words.iter().find(|word| word.lemma == "she");
        assert_eq!(
            she.map(|word| (word.head, word.relation)),
            Some((said, Relation::Nsubj))
        );
    }

    #[test]
    fn an_empty_text_has_no_sentence() {
        assert_eq!(analyse(" \n\t", &ShapeModel), Language::default());
    }
}
