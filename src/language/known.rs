//! Sentences that were read before: a paragraph that somebody types into keeps all of its sentences but one. It reads none.

use rustc_hash::FxHashMap;

use crate::language::{Language, Name, Sentence, Word};
use crate::markup::dateline_end;

/// A text with its words and grammar.
#[derive(Clone, Copy, Debug)]
pub struct KnownText<'a> {
    text: &'a str,
    language: &'a Language,
    names: &'a [Name],
    /// Where its dateline ends.
    dateline: usize,
}

impl<'a> KnownText<'a> {
    /// A text as the same model read it, with the names that it has on its own.
    #[must_use]
    pub fn new(text: &'a str, language: &'a Language) -> Self {
        Self {
            text,
            language,
            names: &language.names,
            dateline: dateline_end(text).unwrap_or(0),
        }
    }

    /// The same text, where the names that it has on its own are these.
    #[must_use]
    pub fn with_names(self, names: &'a [Name]) -> Self {
        Self { names, ..self }
    }

    /// Its sentences outside of the dateline, to be looked up. Linear in their number.
    pub(super) fn sentences(self) -> KnownSentences<'a> {
        let mut by_text = FxHashMap::default();
        let sentences = self.language.sentences.iter();
        for sentence in sentences.filter(|sentence| sentence.span.end > self.dateline) {
            let written = (sentence.span.of(self.text), sentence.words.len());
            by_text.entry(written).or_insert(sentence);
        }
        KnownSentences {
            language: self.language,
            names: self.names,
            by_text,
        }
    }
}

/// Sentences that were read before, by what is written in them and how many words that is; the first one of each.
pub(super) struct KnownSentences<'a> {
    language: &'a Language,
    names: &'a [Name],
    by_text: FxHashMap<(&'a str, usize), &'a Sentence>,
}

impl KnownSentences<'_> {
    /// Gives the words of a sentence of `text` what they were given in the same sentence here, and finds its names; both as a
    /// model does. `None` if there is no such sentence. Linear in the sentence.
    pub fn annotate(&self, text: &str, words: &mut [Word]) -> Option<Vec<Name>> {
        let start = words.first()?.span.start;
        let written = text.get(start..words.last()?.span.end)?;
        let sentence = self.by_text.get(&(written, words.len()))?;
        let known = self.language.words.get(sentence.words.clone())?;
        let first = sentence.words.start;
        let mut pairs = words.iter().zip(known);
        let is_split_alike =
            pairs.all(|(word, known)| word.span.start - start == known.span.start.saturating_sub(sentence.span.start));
        if !is_split_alike {
            return None;
        }
        for (word, known) in words.iter_mut().zip(known) {
            *word = Word {
                span: word.span,
                head: known.head.map(|head| head.saturating_sub(first)),
                ..known.clone()
            };
        }
        let names = self.names;
        let from = names.partition_point(|name| name.words.start < first);
        let names = names.iter().skip(from);
        let inside = names.take_while(|name| name.words.end <= sentence.words.end);
        let names = inside.map(|name| Name {
            words: name.words.start - first..name.words.end - first,
            kind: name.kind,
        });
        Some(names.collect())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::language::{Model, analyse, analyse_again, embedded};

    /// Counts the sentences that are read.
    struct Counting(AtomicUsize);

    impl Model for Counting {
        fn annotate(&self, text: &str, words: &mut [Word]) -> Vec<Name> {
            self.0.fetch_add(1, Ordering::Relaxed);
            embedded().annotate(text, words)
        }
    }

    /// How many sentences of a text are read if another is known.
    fn read_of(after: &str, before: &str) -> usize {
        let known = analyse(before, embedded());
        let counting = Counting(AtomicUsize::new(0));
        let again = analyse_again(after, &counting, Some(KnownText::new(before, &known)));
        assert_eq!(again, analyse(after, embedded()), "{after}");
        counting.0.into_inner()
    }

    #[test]
    fn only_the_sentence_that_changed_is_read() {
        let before = "The ferry of Velden was late. She said that Bo Weil knew of it.";
        for (after, read) in [
            ("The ferry of Velden was so late. She said that Bo Weil knew of it.", 1),
            ("She said that Bo Weil knew of it. The ferry of Velden was late.", 0),
            (
                "The ferry of Velden was late. And so was Ana Lund. And so was Ana Lund.",
                2,
            ),
        ] {
            assert_eq!(read_of(after, before), read, "{after}");
        }
    }

    #[test]
    fn a_dateline_is_read_as_one() {
        let plain = "OSTBY, May 3. Ana Lund left. The ferry was late.";
        let filed = "OSTBY, May 3 — Ana Lund left. The ferry was late.";
        for (after, before) in [(plain, filed), (filed, plain), (filed, filed)] {
            assert!(read_of(after, before) < 3, "{after}");
        }
    }
}
