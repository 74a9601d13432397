//! Steps over the grammar of one block: heads, children, noun phrases. It decides nothing about events.

use std::ops::Range;

use crate::language::{Language, Relation, Tag, Upos, Word};
use crate::text::Span;

/// The words of a block with their children.
#[derive(Debug)]
pub struct Tree<'a> {
    /// The block's text.
    pub text: &'a str,
    /// The block's words.
    pub language: &'a Language,
    children: Vec<Vec<usize>>,
}

/// How far a step over heads may go; deeper than any sentence needs.
const DEPTH: usize = 60;

impl<'a> Tree<'a> {
    /// The tree of a block. Linear.
    #[must_use]
    pub fn new(text: &'a str, language: &'a Language) -> Self {
        let mut children = vec![Vec::new(); language.words.len()];
        for (index, word) in language.words.iter().enumerate() {
            if let Some(list) = word.head.and_then(|head| children.get_mut(head)) {
                list.push(index);
            }
        }
        Self {
            text,
            language,
            children,
        }
    }

    /// The word at an index.
    #[must_use]
    pub fn word(&self, index: usize) -> Option<&'a Word> {
        self.language.words.get(index)
    }

    /// The text of a word in lower case.
    #[must_use]
    pub fn lower(&self, index: usize) -> String {
        self.word(index)
            .map_or_else(String::new, |word| word.span.of(self.text).to_lowercase())
    }

    /// The base form of a word in lower case.
    #[must_use]
    pub fn lemma(&self, index: usize) -> String {
        match self.word(index) {
            Some(word) if !word.lemma.is_empty() => word.lemma.to_lowercase(),
            _ => self.lower(index),
        }
    }

    /// The part of speech.
    #[must_use]
    pub fn upos(&self, index: usize) -> Upos {
        self.word(index).map_or(Upos::X, |word| word.upos)
    }

    /// The Penn Treebank tag.
    #[must_use]
    pub fn tag(&self, index: usize) -> Tag {
        self.word(index).map_or(Tag::None, |word| word.tag)
    }

    /// The relation to the head.
    #[must_use]
    pub fn relation(&self, index: usize) -> Relation {
        self.word(index).map_or(Relation::None, |word| word.relation)
    }

    /// The head.
    #[must_use]
    pub fn head(&self, index: usize) -> Option<usize> {
        self.word(index)?.head
    }

    /// Whether a parser ran over the word.
    #[must_use]
    pub fn is_parsed(&self, index: usize) -> bool {
        self.relation(index) != Relation::None
    }

    /// The children.
    #[must_use]
    pub fn children(&self, index: usize) -> &[usize] {
        self.children.get(index).map_or(&[], Vec::as_slice)
    }

    /// The children with one of these relations.
    pub fn children_by(&self, index: usize, relations: &'static [Relation]) -> impl Iterator<Item = usize> {
        self.children(index)
            .iter()
            .copied()
            .filter(move |child| relations.contains(&self.relation(*child)))
    }

    /// The heads from a word upwards, nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.head(index), |at| self.head(*at)).take(DEPTH)
    }

    /// The preposition of a nominal, in lower case.
    #[must_use]
    pub fn case(&self, index: usize) -> Option<String> {
        self.children_by(index, &[Relation::Case])
            .filter(|child| *child < index)
            .map(|child| self.lower(child))
            .next()
    }

    /// The words of the sentence that holds a word.
    #[must_use]
    pub fn sentence(&self, index: usize) -> Range<usize> {
        let start = self.word(index).map_or(0, |word| word.span.start);
        self.language
            .sentence_at(start)
            .and_then(|at| self.language.sentences.get(at))
            .map_or(0..self.language.words.len(), |sentence| sentence.words.clone())
    }

    /// The base noun phrase of a nominal: its modifiers before it and the rest of its name behind it.
    #[must_use]
    pub fn phrase(&self, index: usize) -> Range<usize> {
        if !self.is_parsed(index) {
            return self.chunk(index);
        }
        let mut first = index;
        let mut last = index;
        let mut waiting = vec![index];
        for _ in 0..DEPTH {
            let Some(at) = waiting.pop() else { break };
            for child in self.children(at) {
                let relation = self.relation(*child);
                let before = matches!(
                    relation,
                    Relation::Det
                        | Relation::Amod
                        | Relation::Compound
                        | Relation::Nummod
                        | Relation::NmodPoss
                        | Relation::Flat
                        | Relation::Case
                        | Relation::Advmod
                        | Relation::NmodDesc
                        | Relation::DetPredet
                        | Relation::Goeswith
                ) && *child < at
                    && !(relation == Relation::Case && at == index);
                let behind = matches!(
                    relation,
                    Relation::Flat | Relation::Goeswith | Relation::NmodDesc | Relation::Compound
                ) && *child > at
                    || relation == Relation::Case && *child > at && at != index;
                if before || behind {
                    first = first.min(*child);
                    last = last.max(*child);
                    waiting.push(*child);
                }
            }
        }
        // "thousands of refugees", "a group of envoys": what is counted belongs to the phrase.
        if crate::analysis::events::lexicon::is("partitive", &self.lower(index))
            && let Some(counted) = self
                .children_by(index, &[Relation::Nmod])
                .find(|child| self.case(*child).as_deref() == Some("of"))
            && counted > last
            && counted - last < 8
        {
            last = counted;
        }
        // "President Petr Holub": a name behind its title, which some parses take for an apposition.
        let follows = self
            .children_by(index, &[Relation::Appos])
            .find(|child| *child > last && *child - last <= 2);
        if let Some(name) = follows
            && self.upos(name) == Upos::Propn
            && !(last + 1..name).any(|between| self.upos(between) == Upos::Punct)
        {
            last = self
                .children_by(name, &[Relation::Flat, Relation::Compound])
                .fold(name, usize::max);
        }
        // "Prime Minister Joan Ambe", whatever the parse makes of the name.
        let limit = self.sentence(index).end;
        if crate::analysis::actors::tables::noun(&self.lower(last)).is_some_and(|(_, noun)| noun.title)
            && self
                .word(last)
                .is_some_and(|word| word.span.of(self.text).starts_with(char::is_uppercase))
        {
            // "Secretary of State Mara Brandt": the office goes on behind its "of".
            if self.lower(last + 1) == "of" && last + 2 < limit && self.upos(last + 2) == Upos::Propn {
                last += 2;
            }
            while last + 1 < limit && self.upos(last + 1) == Upos::Propn && last - index < 8 {
                last += 1;
            }
        }
        first..last + 1
    }

    /// The run of nominal words around a word, by tags alone.
    #[must_use]
    pub fn chunk(&self, index: usize) -> Range<usize> {
        let sentence = self.sentence(index);
        // "scores of refugees" is looked at from its first noun.
        let nominal = |at: usize| {
            matches!(
                self.upos(at),
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Det | Upos::Pron
            ) || self.tag(at) == Tag::PossessiveEnding
        };
        let mut first = index;
        while first > sentence.start && nominal(first - 1) && self.upos(first) != Upos::Det && index - first < 8 {
            first -= 1;
        }
        let mut last = index;
        while last + 1 < sentence.end && matches!(self.upos(last + 1), Upos::Noun | Upos::Propn) && last - index < 6 {
            last += 1;
        }
        first..last + 1
    }

    /// How many words at the head of the block are a dateline that runs into the text ("PORT SENN — Crews …").
    #[must_use]
    pub fn dateline(&self) -> usize {
        let shouted = |at: usize| {
            self.word(at).is_some_and(|word| {
                let text = word.span.of(self.text);
                text.len() > 2 && !text.chars().any(char::is_lowercase)
            })
        };
        let dash = |at: &usize| matches!(self.lower(*at).as_str(), "—" | "–" | "-" | "--");
        (1..self.language.words.len().min(10))
            .find(dash)
            .filter(|_| shouted(0))
            .map_or(0, |dash| dash + 1)
    }

    /// The span of a range of words.
    #[must_use]
    pub fn span(&self, words: Range<usize>) -> Span {
        self.language.span_of(words)
    }
}
