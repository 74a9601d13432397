//! One view of a sentence with its quotations folded into single items, over [`View`]. Every question is asked by an item's
//! index; a quotation, and an index outside, has the answer of no word. It decides nothing.
//!
//! “We leave at dawn,” Lund said of Weil. has six items: the quotation, *Lund*, *said*, *of*, *Weil*, the period.

use std::ops::Range;

use crate::analysis::quotations::Region;
use crate::language::{Relation, Tag, Upos, View, Word};
use crate::text::Span;

/// A word outside every quotation, or a quotation.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// A word.
    Word(WordItem<'a>),
    /// The index of a quotation of the block.
    Quotation(usize),
}

/// A word as its sentence holds it: found in the block and cut out of the text once, since every word is asked for its form by dozens of
/// questions.
#[derive(Clone, Copy, Debug)]
pub struct WordItem<'a> {
    /// The index among the words of the block.
    pub index: usize,
    /// The word.
    pub word: &'a Word,
    /// As the draft writes it.
    pub form: &'a str,
}

/// A sentence, or several where a quotation reaches over the ends of them.
#[derive(Clone, Debug)]
pub struct WholeSentence<'a> {
    /// Words and quotations in order.
    pub items: Vec<Item<'a>>,
    /// Its stretch of the block's text.
    pub span: Span,
}

/// The items of one sentence with the words and quotations of its block.
///
/// Questions are answered in constant time unless said otherwise.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The words of the block.
    pub view: View<'a>,
    /// The quotations of the block.
    pub regions: &'a [Region],
    /// The items of the sentence.
    pub items: &'a [Item<'a>],
    /// The sentence in the block's text.
    pub whole: Span,
}

impl<'a> Line<'a> {
    /// The view of one sentence.
    #[must_use]
    pub fn new(view: View<'a>, regions: &'a [Region], sentence: &'a WholeSentence<'a>) -> Self {
        Self {
            view,
            regions,
            items: &sentence.items,
            whole: sentence.span,
        }
    }

    /// How many items the sentence has.
    #[must_use]
    #[inline]
    pub fn len(self) -> usize {
        self.items.len()
    }

    /// The text of the block.
    #[must_use]
    #[inline]
    pub fn text(self) -> &'a str {
        self.view.text
    }

    /// The word at an item with its place and its form.
    #[inline]
    fn word_item(self, at: usize) -> Option<&'a WordItem<'a>> {
        match self.items.get(at)? {
            Item::Word(item) => Some(item),
            Item::Quotation(_) => None,
        }
    }

    /// The index of a word among the words of the block; `None` for a quotation.
    #[must_use]
    #[inline]
    pub fn index(self, at: usize) -> Option<usize> {
        self.word_item(at).map(|item| item.index)
    }

    /// The word at an item.
    #[must_use]
    #[inline]
    pub fn word(self, at: usize) -> Option<&'a Word> {
        self.word_item(at).map(|item| item.word)
    }

    /// The quotation at an item.
    #[must_use]
    #[inline]
    pub fn region(self, at: usize) -> Option<&'a Region> {
        match self.items.get(at)? {
            Item::Word(_) => None,
            Item::Quotation(index) => self.regions.get(*index),
        }
    }

    /// The words between the marks of the quotation at an item; empty for a word.
    #[must_use]
    #[inline]
    pub fn quoted(self, at: usize) -> &'a str {
        self.region(at).map_or("", |region| region.inner.of(self.text()))
    }

    /// The word as the draft writes it.
    #[must_use]
    #[inline]
    pub fn form(self, at: usize) -> &'a str {
        self.word_item(at).map_or("", |item| item.form)
    }

    /// The base form as the model gives it.
    #[must_use]
    #[inline]
    pub fn lemma(self, at: usize) -> &'a str {
        self.word(at).map_or("", |word| word.lemma.as_str())
    }

    /// The universal part of speech; [`Upos::X`] for a quotation.
    #[must_use]
    #[inline]
    pub fn upos(self, at: usize) -> Upos {
        self.word(at).map_or(Upos::X, |word| word.upos)
    }

    /// The Penn Treebank tag.
    #[must_use]
    #[inline]
    pub fn tag(self, at: usize) -> Tag {
        self.word(at).map_or(Tag::None, |word| word.tag)
    }

    /// The relation to the head.
    #[must_use]
    #[inline]
    pub fn relation(self, at: usize) -> Relation {
        self.word(at).map_or(Relation::None, |word| word.relation)
    }

    /// The head, as an index among the words of the block.
    #[must_use]
    #[inline]
    pub fn head(self, at: usize) -> Option<usize> {
        self.word(at)?.head
    }

    /// Whether the item is a word that reads `form`, whatever its case.
    #[must_use]
    #[inline]
    pub fn is(self, at: usize, form: &str) -> bool {
        !form.is_empty() && self.form(at).eq_ignore_ascii_case(form)
    }

    /// Whether the item is a word that reads one of `forms`, whatever its case.
    #[must_use]
    #[inline]
    pub fn is_any(self, at: usize, forms: &[&str]) -> bool {
        let word = self.form(at);
        !word.is_empty() && forms.iter().any(|form| word.eq_ignore_ascii_case(form))
    }

    /// Whether the item is a word that begins with a capital letter.
    #[must_use]
    #[inline]
    pub fn is_capitalized(self, at: usize) -> bool {
        self.form(at).starts_with(char::is_uppercase)
    }

    /// Whether the item is a word with one of these parts of speech.
    #[must_use]
    #[inline]
    pub fn has(self, at: usize, parts: &[Upos]) -> bool {
        self.word(at).is_some_and(|word| parts.contains(&word.upos))
    }

    /// Whether the item is a dash that is written as one: "—", "–", "--".
    #[must_use]
    #[inline]
    pub fn is_dash(self, at: usize) -> bool {
        matches!(self.form(at), "—" | "–" | "--")
    }

    /// Whether the item ends a sentence: ".", "!", "?".
    #[must_use]
    #[inline]
    pub fn is_stop(self, at: usize) -> bool {
        matches!(self.form(at), "." | "!" | "?")
    }

    /// Whether no blank parts the item from the next one: the hyphen of "vice-mayor".
    #[must_use]
    #[inline]
    pub fn touches_next(self, at: usize) -> bool {
        let next = self.word(at + 1);
        self.word(at)
            .zip(next)
            .is_some_and(|(word, next)| next.span.start == word.span.end)
    }

    /// Whether the item is a quotation.
    #[must_use]
    #[inline]
    pub fn is_quotation(self, at: usize) -> bool {
        matches!(self.items.get(at), Some(Item::Quotation(_)))
    }

    /// Whether one of the items is a quotation. Linear in the range.
    #[must_use]
    #[inline]
    pub fn holds_quotation(self, items: Range<usize>) -> bool {
        self.items
            .get(items)
            .is_some_and(|items| items.iter().any(|item| matches!(item, Item::Quotation(_))))
    }

    /// The stretch of text that a range of items covers. Linear in the range.
    #[must_use]
    pub fn span(self, items: Range<usize>) -> Span {
        let of = |item: &Item<'_>| match *item {
            Item::Word(item) => Some(item.word.span),
            Item::Quotation(index) => self.regions.get(index).map(|region| region.span),
        };
        let mut spans = self.items.get(items).unwrap_or(&[]).iter().filter_map(of);
        let Some(first) = spans.next() else {
            return Span::default();
        };
        spans.next_back().map_or(first, |last| first.join(last))
    }
}
