//! One view of a sentence while its names are found: its words, what the lists say about them, where a line breaks. It holds
//! no name and decides nothing.

use std::ops::Range;

use crate::language::base::hashing::{Capitals, Case, Form, capitals};
use crate::language::names::lists::{self, Lists};
use crate::language::{NameKind, Word};

/// A sentence while its names are found.
///
/// Every question is asked by a word's index; an index outside has the answer of no word. All answers take constant time.
pub struct NameLine<'a> {
    text: &'a str,
    words: &'a [Word],
    forms: &'a [Form],
    lists: Vec<Lists>,
    /// How the sentence uses capitals.
    pub capitals: Capitals,
    /// Whether it is rather a table of results than a sentence.
    pub is_table: bool,
}

impl<'a> NameLine<'a> {
    /// The view of a sentence of `text`.
    #[must_use]
    pub fn new(text: &'a str, words: &'a [Word], forms: &'a [Form]) -> Self {
        Self {
            text,
            words,
            forms,
            lists: lists::look_up(forms),
            capitals: capitals(forms),
            is_table: is_table(forms),
        }
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.forms.len()
    }

    /// The word with its tag.
    pub(super) fn tagged(&self, at: usize) -> Option<&'a Word> {
        self.words.get(at)
    }

    /// The word as the draft writes it.
    pub(super) fn written(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.span.of(self.text))
    }

    /// The normal form of the word, see [`word`](crate::language::base::hashing::word).
    pub(super) fn word(&self, at: usize) -> u64 {
        self.forms.get(at).map_or(0, |form| form.word)
    }

    /// Its form.
    pub(super) fn form(&self, at: usize) -> Form {
        self.forms.get(at).copied().unwrap_or_default()
    }

    /// How it is written.
    pub(super) fn case(&self, at: usize) -> Case {
        self.forms.get(at).map_or(Case::Mark, |form| form.case)
    }

    /// Whether a name can be written so: "Word", "WORD", "McRae", "W."
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.case(at).is_capital()
    }

    /// Whether it is a figure: "1,200", "19th".
    pub(super) fn is_figure(&self, at: usize) -> bool {
        self.forms.get(at).is_some_and(is_figure)
    }

    /// The lists that the word is on.
    pub(super) fn lists(&self, at: usize) -> Lists {
        self.lists.get(at).copied().unwrap_or_default()
    }

    /// Whether it is on one of `lists`.
    pub(super) fn is_on(&self, at: usize, lists: Lists) -> bool {
        self.lists(at).any(lists)
    }

    /// Whether it is a title with a capital letter: "Envoy".
    pub(super) fn is_title(&self, at: usize) -> bool {
        self.is_capital(at) && self.is_on(at, Lists::TITLE)
    }

    /// Whether these words are one whole entry of the names of `lists`.
    pub(super) fn is_entry(&self, words: Range<usize>, lists: Lists) -> bool {
        self.is_on(words.start, lists)
            && !self.lists(words.start).goes_on()
            && (words.start + 1..words.end).all(|at| self.lists(at).goes_on())
            && !self.lists(words.end).goes_on()
    }

    /// The kind of a listed body that begins with this word: a place or else an organization.
    pub(super) fn kind_of_body(&self, at: usize) -> NameKind {
        if self.is_on(at, Lists::ANY_PLACE) {
            NameKind::Place
        } else {
            NameKind::Organization
        }
    }

    /// Whether a line break or a dash with spaces parts the word from the one before it.
    pub(super) fn starts_anew(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let (Some(before), Some(word)) = (before, self.words.get(at)) else {
            return false;
        };
        let gap = self.text.get(before.span.end..word.span.start).unwrap_or("");
        gap.contains('\n') || !gap.is_empty() && matches!(self.written(at), "-" | "–" | "—" | "--")
    }
}

/// Whether a sentence is rather a table of results than a sentence: a quarter of its words are figures.
pub(super) fn is_table(forms: &[Form]) -> bool {
    let figures = forms.iter().filter(|form| is_figure(form)).count();
    figures >= 2 && figures * 4 >= forms.len()
}

/// Whether a word is a score or a count, and no date.
pub(super) fn is_score(form: &Form) -> bool {
    use crate::language::base::hashing::word;
    const DATE: u64 = word("0000-00-00");
    const YEAR: u64 = word("0000");
    is_figure(form) && form.word != DATE && form.word != YEAR
}

fn is_figure(form: &Form) -> bool {
    matches!(form.case, Case::Figure | Case::FigureAndLetter)
}
