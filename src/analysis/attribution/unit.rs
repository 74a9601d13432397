//! Sentences with their quotations folded into single items, so that frames can be matched over them.

use std::ops::Range;

use crate::analysis::attribution::cues::{self, Cue};
use crate::analysis::quotations::Region;
use crate::language::{Language, Upos, Word};
use crate::text::Span;

/// A word outside every quotation, or a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Index into [`Language::words`].
    Word(usize),
    /// Index into the regions of the block.
    Quote(usize),
}

/// A sentence that no quotation crosses the ends of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Words and quotations in order.
    pub items: Vec<Item>,
    /// Its stretch of the block's text.
    pub span: Span,
}

impl Unit {
    /// Whether the item is a quotation.
    #[must_use]
    pub fn is_quotation(&self, at: usize) -> bool {
        matches!(self.items.get(at), Some(Item::Quote(_)))
    }

    /// Whether a quotation stands among the items of a range.
    #[must_use]
    pub fn holds_quotation(&self, items: Range<usize>) -> bool {
        self.items
            .get(items)
            .is_some_and(|items| items.iter().any(|item| matches!(item, Item::Quote(_))))
    }
}

/// What the matchers look at: the words of a block and its regions.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The block's text.
    pub text: &'a str,
    /// Its words.
    pub language: &'a Language,
    /// Its quotations.
    pub regions: &'a [Region],
}

impl<'a> Page<'a> {
    /// The word at an item; `None` for a quotation and behind the ends.
    #[must_use]
    pub fn word(&self, unit: &Unit, at: usize) -> Option<&'a Word> {
        match unit.items.get(at)? {
            Item::Word(index) => self.language.words.get(*index),
            Item::Quote(_) => None,
        }
    }

    /// The text of a word.
    #[must_use]
    pub fn form(&self, word: &Word) -> &'a str {
        word.span.of(self.text)
    }

    /// Whether the item is a word with this text, compared without case.
    #[must_use]
    pub fn is(&self, unit: &Unit, at: usize, form: &str) -> bool {
        self.word(unit, at)
            .is_some_and(|word| self.form(word).eq_ignore_ascii_case(form))
    }

    /// Whether the item is a word with one of these parts of speech.
    #[must_use]
    pub fn has(&self, unit: &Unit, at: usize, tags: &[Upos]) -> bool {
        self.word(unit, at).is_some_and(|word| tags.contains(&word.upos))
    }

    /// The stretch of text that a range of items covers.
    #[must_use]
    pub fn span(&self, unit: &Unit, items: Range<usize>) -> Span {
        let of = |item: &Item| match *item {
            Item::Word(index) => self.language.words.get(index).map(|word| word.span),
            Item::Quote(index) => self.regions.get(index).map(|region| region.span),
        };
        let mut spans = unit.items.get(items).unwrap_or(&[]).iter().filter_map(of);
        let Some(first) = spans.next() else {
            return Span::default();
        };
        spans.next_back().map_or(first, |last| first.join(last))
    }
}

/// The longest sentence that is taken for the frame of a quotation before it, in words.
const LONGEST_TAG: usize = 5;

/// “Is it?” Lund asked. A name and a verb of saying behind a question are its frame, whatever the capital says.
fn is_tag(words: &[Word]) -> bool {
    words.len() <= LONGEST_TAG
        && words
            .iter()
            .position(|word| word.upos == Upos::Verb)
            .is_some_and(|verb| {
                (1..=2).contains(&verb)
                    && words
                        .get(verb)
                        .is_some_and(|word| cues::cue(&word.lemma).is_some_and(Cue::speaks))
                    && words
                        .get(verb + 1)
                        .is_none_or(|word| matches!(word.upos, Upos::Punct | Upos::Adv))
                    && words
                        .iter()
                        .take(verb)
                        .all(|word| matches!(word.upos, Upos::Propn | Upos::Noun))
            })
}

/// Splits a block into units: its sentences, joined wherever a quotation crosses their ends or a tag follows one.
#[must_use]
pub fn units(language: &Language, regions: &[Region]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut region = 0;
    let mut reaches = 0;
    for sentence in &language.sentences {
        let behind_quotation = units
            .last()
            .is_some_and(|unit| matches!(unit.items.last(), Some(Item::Quote(_))));
        let joined = sentence.span.start < reaches || behind_quotation && is_tag(language.words_of(sentence));
        if !joined {
            units.push(Unit {
                items: Vec::new(),
                span: sentence.span,
            });
        }
        let Some(unit) = units.last_mut() else { continue };
        unit.span = unit.span.join(sentence.span);
        for index in sentence.words.clone() {
            let Some(word) = language.words.get(index) else {
                continue;
            };
            while regions
                .get(region)
                .is_some_and(|quote| quote.span.end <= word.span.start)
            {
                region += 1;
            }
            match regions.get(region) {
                Some(quote) if quote.span.start < word.span.end => {
                    if unit.items.last() != Some(&Item::Quote(region)) {
                        unit.items.push(Item::Quote(region));
                    }
                    reaches = quote.span.end;
                }
                _ => unit.items.push(Item::Word(index)),
            }
        }
    }
    units
}
