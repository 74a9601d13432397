//! One view of the words of a block: every question is asked by a word's index, and an index outside has the answer of no
//! word. It borrows, costs nothing to make, and decides nothing.

use std::ops::Range;

use smol_str::{SmolStr, StrExt};

use crate::language::{Dependents, Language, Relation, Tag, Upos, Word};
use crate::text::Span;

/// How far a walk over heads may go; deeper than any sentence needs.
const DEPTH: usize = 60;

/// The words of a block with its text.
///
/// Questions are answered in constant time unless said otherwise.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The block's text.
    pub text: &'a str,
    /// The block's words and grammar.
    pub language: &'a Language,
    dependents: Option<&'a Dependents>,
}

impl<'a> View<'a> {
    /// The view of a block.
    #[must_use]
    pub const fn new(text: &'a str, language: &'a Language) -> Self {
        Self {
            text,
            language,
            dependents: None,
        }
    }

    /// The same view with lists of the words that depend on each word, so that [`View::children`] takes no look at the
    /// sentence. `dependents` are those of the block.
    #[must_use]
    #[inline]
    pub const fn with_dependents(self, dependents: &'a Dependents) -> Self {
        Self {
            dependents: Some(dependents),
            ..self
        }
    }

    /// The word at `at`.
    #[must_use]
    #[inline]
    pub fn word(self, at: usize) -> Option<&'a Word> {
        self.language.words.get(at)
    }

    /// How many words the block has.
    #[must_use]
    #[inline]
    pub fn len(self) -> usize {
        self.language.words.len()
    }

    /// Whether the block has no word.
    #[must_use]
    #[inline]
    pub fn is_empty(self) -> bool {
        self.language.words.is_empty()
    }

    /// The word as the draft writes it; empty outside.
    #[must_use]
    #[inline]
    pub fn form(self, at: usize) -> &'a str {
        self.word(at).map_or("", |word| word.span.of(self.text))
    }

    /// The word in lowercase; empty outside.
    #[must_use]
    pub fn lower(self, at: usize) -> SmolStr {
        small(self.form(at))
    }

    /// The base form in lowercase; the word itself where no lemma is known.
    #[must_use]
    #[inline]
    pub fn lemma(self, at: usize) -> SmolStr {
        match self.word(at) {
            Some(word) if is_small(&word.lemma) && !word.lemma.is_empty() => word.lemma.clone(),
            Some(word) if !word.lemma.is_empty() => small(&word.lemma),
            _ => self.lower(at),
        }
    }

    /// Whether the word reads `form`, whatever its case (of ASCII letters).
    #[must_use]
    #[inline]
    pub fn is(self, at: usize, form: &str) -> bool {
        let fits = |word: &Word| word.span.len() == form.len() && word.span.of(self.text).eq_ignore_ascii_case(form);
        !form.is_empty() && self.word(at).is_some_and(fits)
    }

    /// Whether the word reads one of `forms`, whatever its case (of ASCII letters).
    #[must_use]
    #[inline]
    pub fn is_any(self, at: usize, forms: &[&str]) -> bool {
        let word = self.form(at);
        !word.is_empty() && forms.iter().any(|form| word.eq_ignore_ascii_case(form))
    }

    /// Whether the word begins with a capital letter.
    #[must_use]
    #[inline]
    pub fn is_capitalized(self, at: usize) -> bool {
        self.form(at).starts_with(char::is_uppercase)
    }

    /// The universal part of speech; [`Upos::X`] outside.
    #[must_use]
    #[inline]
    pub fn upos(self, at: usize) -> Upos {
        self.word(at).map_or(Upos::X, |word| word.upos)
    }

    /// The Penn Treebank tag; [`Tag::None`] outside.
    #[must_use]
    #[inline]
    pub fn tag(self, at: usize) -> Tag {
        self.word(at).map_or(Tag::None, |word| word.tag)
    }

    /// The relation to the head; [`Relation::None`] outside and where no parser ran.
    #[must_use]
    #[inline]
    pub fn relation(self, at: usize) -> Relation {
        self.word(at).map_or(Relation::None, |word| word.relation)
    }

    /// The head.
    #[must_use]
    #[inline]
    pub fn head(self, at: usize) -> Option<usize> {
        self.word(at)?.head
    }

    /// Whether a parser ran over the word.
    #[must_use]
    #[inline]
    pub fn is_parsed(self, at: usize) -> bool {
        self.relation(at) != Relation::None
    }

    /// The heads from a word upwards, nearest first.
    #[inline]
    pub fn ancestors(self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.head(at), move |above| self.head(*above)).take(DEPTH)
    }

    /// The words whose head is `at`, in order. Linear in the sentence, unless the view has their lists.
    pub fn children(self, at: usize) -> impl Iterator<Item = usize> {
        let (listed, scanned) = match self.dependents {
            Some(dependents) => (dependents.list(at), 0..0),
            None => (&[][..], self.sentence(at)),
        };
        listed
            .iter()
            .copied()
            .chain(scanned.filter(move |child| self.head(*child) == Some(at)))
    }

    /// The children with one of these relations, in order.
    #[inline]
    pub fn children_by(self, at: usize, relations: &'static [Relation]) -> impl Iterator<Item = usize> {
        self.children(at)
            .filter(move |child| relations.contains(&self.relation(*child)))
    }

    /// The first child with one of these relations.
    #[must_use]
    #[inline]
    pub fn child_by(self, at: usize, relations: &'static [Relation]) -> Option<usize> {
        self.children_by(at, relations).next()
    }

    /// The words of the sentence that holds the word; of the whole block where there is none. Logarithmic.
    #[must_use]
    pub fn sentence(self, at: usize) -> Range<usize> {
        let start = self.word(at).map_or(0, |word| word.span.start);
        self.language
            .sentence_at(start)
            .and_then(|sentence| self.language.sentences.get(sentence))
            .map_or(0..self.len(), |sentence| sentence.words.clone())
    }

    /// The stretch of text that a range of words covers.
    #[must_use]
    #[inline]
    pub fn span(self, words: Range<usize>) -> Span {
        self.language.span_of(words)
    }
}

/// A word in small letters. Nearly all words are short and ASCII, and need no memory of their own.
fn small(word: &str) -> SmolStr {
    if is_small(word) {
        word.into()
    } else if word.is_ascii() {
        word.to_ascii_lowercase_smolstr()
    } else {
        word.to_lowercase().into()
    }
}

/// Whether a word is as it would be in small letters; nearly all are, and need only be copied.
fn is_small(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn an_index_outside_has_the_answer_of_no_word() {
        let text = "Ana Rao said É.";
        let language = analyse(text, embedded());
        let view = View::new(text, &language);
        assert_eq!((view.form(2), view.lower(3).as_str()), ("said", "é"));
        assert_eq!((view.tag(2), view.relation(2)), (Tag::PastTense, Relation::Root));
        assert!(view.is(2, "SAID") && view.is_any(2, &["says", "said"]) && view.is_capitalized(0));
        assert_eq!((view.form(99), view.upos(99), view.tag(99)), ("", Upos::X, Tag::None));
        assert!(!view.is(99, "") && view.head(99).is_none() && !view.is_parsed(99));
    }

    #[test]
    fn children_and_heads_agree() {
        let text = "It rained. The mayor of Velden said the bridge would open.";
        let language = analyse(text, embedded());
        let view = View::new(text, &language);
        for at in 0..view.len() {
            assert!(view.children(at).all(|child| view.head(child) == Some(at)));
            assert!(view.ancestors(at).all(|above| view.sentence(at).contains(&above)));
        }
    }
}
