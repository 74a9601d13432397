//! Words and grammar of a block: tokens, sentences, tagger, parser, names. It knows nothing about news.

mod abbreviations;
mod agreement;
pub mod base;
mod conllu;
mod model;
mod sentences;
mod tokens;
mod word;

pub use agreement::agree;
pub use base::{embedded, try_embedded};
pub use conllu::conllu;
pub use model::{Model, ShapeModel};
pub use sentences::split as split_sentences;
pub use tokens::tokenise;
pub use word::{Gender, Language, Morph, Name, NameKind, Number, Person, Sentence, Tense, Upos, Word};

use crate::text::Span;

/// Splits `text` into sentences and words and has `model` annotate them. Linear in the length of `text`.
#[must_use]
pub fn analyse(text: &str, model: &dyn Model) -> Language {
    let spans = tokens::tokenise(text);
    let ranges = sentences::split(text, &spans);
    let mut words: Vec<Word> = spans.into_iter().map(Word::at).collect();
    let mut sentences = Vec::with_capacity(ranges.len());
    let mut names = Vec::new();
    for range in ranges {
        let Some(slice) = words.get_mut(range.clone()) else {
            continue;
        };
        model.annotate(text, slice);
        names.extend(model.names(text, slice).into_iter().map(|name| Name {
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
    fn degenerate_text_is_read_in_linear_time() {
        let started = std::time::Instant::now();
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
        assert!(started.elapsed().as_secs() < 60, "took {:?}", started.elapsed());
    }

    #[test]
    fn an_empty_text_has_no_sentence() {
        assert_eq!(analyse(" \n\t", &ShapeModel), Language::default());
    }
}
