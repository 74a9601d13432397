//! Questions about the words of one sentence by their tags, for what its clauses are found by. It changes nothing.

use std::ops::Range;

use crate::language::{Relation, Tag, Upos, Word};
use crate::text::table::WordList;

/// The words of a sentence; an index outside has the answer of no word.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
}

/// The words of a verb: "had been", "was shot", "built".
pub struct Group {
    /// Where it begins, with the adverbs before it.
    pub start: usize,
    /// Its finite word.
    pub finite: usize,
    /// The word that heads its clause: the last verb, or what "is" says of the subject.
    pub head: usize,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, words: &'a [Word]) -> Self {
        Self { text, words }
    }

    pub fn len(self) -> usize {
        self.words.len()
    }

    pub fn tag(self, at: usize) -> Tag {
        self.words.get(at).map_or(Tag::None, |word| word.tag)
    }

    pub fn upos(self, at: usize) -> Upos {
        self.words.get(at).map_or(Upos::X, |word| word.upos)
    }

    pub fn head(self, at: usize) -> Option<usize> {
        self.words.get(at)?.head
    }

    pub fn relation(self, at: usize) -> Relation {
        self.words.get(at).map_or(Relation::None, |word| word.relation)
    }

    pub fn lemma(self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| word.lemma.as_str())
    }

    pub fn is_any(self, at: usize, forms: &[&str]) -> bool {
        let form = self.words.get(at).map_or("", |word| word.span.of(self.text));
        forms.iter().any(|other| form.eq_ignore_ascii_case(other))
    }

    /// Whether the word is on a list.
    pub fn is_on(self, at: usize, list: &WordList) -> bool {
        let form = self.words.get(at).map_or("", |word| word.span.of(self.text));
        list.has_in_any_case(form)
    }

    pub fn is_comma(self, at: usize) -> bool {
        self.tag(at) == Tag::Comma
    }

    pub fn is_nominal(self, at: usize) -> bool {
        matches!(self.upos(at), Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym)
            || self.upos(at) == Upos::Pron && matches!(self.tag(at), Tag::PersonalPronoun | Tag::SingularNoun)
    }

    /// "he left", "they left": a pronoun that can only be a subject.
    pub fn is_subject_pronoun(self, at: usize) -> bool {
        self.is_any(at, &["he", "she", "they", "we", "i"])
    }

    /// "who", "which", "when", "because", "that": a word that opens a clause inside another.
    pub fn opens_clause(self, at: usize) -> bool {
        let opens = self.upos(at) == Upos::Sconj && self.tag(at + 1) != Tag::Gerund;
        self.tag(at).is_wh() || opens || self.is_any(at, &["that"])
    }

    /// The first finite verb from a word on.
    pub fn next_verb(self, from: usize) -> Option<Group> {
        let finite = (from..self.len()).find(|at| self.begins_group(*at))?;
        let mut start = finite;
        while start > from && self.tag(start - 1) == Tag::Adverb {
            start -= 1;
        }
        Some(Group {
            start,
            finite,
            head: self.head_of_group(finite),
        })
    }

    /// Whether a group of verbs begins with this word: "was" of "was shot", "built".
    fn begins_group(self, at: usize) -> bool {
        self.tag(at).is_finite() && matches!(self.upos(at), Upos::Verb | Upos::Aux)
    }

    /// "will have been shot": the last verb of a group; "is the mayor": what the parse takes for the predicate after it.
    fn head_of_group(self, finite: usize) -> usize {
        if self.upos(finite) == Upos::Verb {
            return finite;
        }
        let mut last = finite;
        let mut at = finite + 1;
        while matches!(self.upos(at), Upos::Aux | Upos::Verb | Upos::Adv | Upos::Part) && self.tag(at) != Tag::To {
            if matches!(self.upos(at), Upos::Aux | Upos::Verb) {
                last = at;
            }
            if self.upos(at) == Upos::Verb {
                return at;
            }
            at += 1;
        }
        let Some(served) = self.head(last).filter(|head| *head > last) else {
            return last;
        };
        let mut between = last + 1..served;
        let is_served = match self.relation(last) {
            Relation::Cop => !self.has_comma(between),
            // "has since sold"
            Relation::Aux | Relation::AuxPass => between.all(|at| {
                matches!(
                    self.upos(at),
                    Upos::Adv | Upos::Aux | Upos::Part | Upos::Sconj | Upos::Adp
                )
            }),
            _ => false,
        };
        if is_served { served } else { last }
    }

    /// Where the run of nouns with what describes them begins that ends at a word.
    pub fn chunk_start(self, last: usize) -> usize {
        let mut first = last;
        while let Some(before) = first.checked_sub(1) {
            let belongs = self.is_nominal(before) && self.tag(before) != Tag::PersonalPronoun
                || matches!(self.upos(before), Upos::Adj | Upos::Det | Upos::Num)
                || matches!(
                    self.tag(before),
                    Tag::PossessivePronoun | Tag::PossessiveEnding | Tag::Hyphen
                );
            if !belongs || self.upos(first) == Upos::Det {
                break;
            }
            first = before;
        }
        first
    }

    /// The noun that heads the phrase which ends at a word: "trial" for "mayor" in "the trial of a mayor". It is not looked for
    /// before `from`.
    pub fn phrase_head(self, last: usize, from: usize) -> usize {
        let mut noun = last;
        while let Some(head) = self
            .head(noun)
            .filter(|head| (from..noun).contains(head) && self.is_nominal(*head))
        {
            noun = head;
        }
        noun
    }

    /// Whether one of the words is a comma.
    pub fn has_comma(self, mut words: Range<usize>) -> bool {
        words.any(|at| self.is_comma(at))
    }
}
