//! What is known about a word, a sentence and a name. Plain data, no decisions.

use std::ops::Range;

use smol_str::SmolStr;

use crate::language::tags::{Relation, Tag};
use crate::text::Span;

/// The words and grammar of one block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Language {
    /// All words of the block (Universal Dependencies words: "don't" is two), in order, without overlap.
    pub words: Vec<Word>,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The names, in order, without overlap.
    pub names: Vec<Name>,
}

impl Language {
    /// The words of one sentence.
    #[must_use]
    pub fn words_of(&self, sentence: &Sentence) -> &[Word] {
        self.words.get(sentence.words.clone()).unwrap_or(&[])
    }

    /// The index of the sentence that holds the byte `offset` of the block's text.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        let next = self.sentences.partition_point(|sentence| sentence.span.end <= offset);
        self.sentences
            .get(next)
            .filter(|sentence| sentence.span.start <= offset)
            .map(|_| next)
    }

    /// The indices of the sentences that overlap `span`.
    #[must_use]
    pub fn sentences_in(&self, span: Span) -> Range<usize> {
        let start = self
            .sentences
            .partition_point(|sentence| sentence.span.end <= span.start);
        let end = self
            .sentences
            .partition_point(|sentence| sentence.span.start < span.end);
        start..end.max(start)
    }

    /// The index of the first word that ends after the byte `offset` of the block's text.
    #[must_use]
    pub fn word_from(&self, offset: usize) -> usize {
        self.words.partition_point(|word| word.span.end <= offset)
    }

    /// The indices of the words that overlap `span`.
    #[must_use]
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let start = self.word_from(span.start);
        let end = self.words.partition_point(|word| word.span.start < span.end);
        start..end.max(start)
    }

    /// The span that a range of words covers.
    #[must_use]
    pub fn span_of(&self, words: Range<usize>) -> Span {
        match self.words.get(words) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it is in the block's text, without outer white space.
    pub span: Span,
    /// Its words, as indices into [`Language::words`].
    pub words: Range<usize>,
}

/// One word.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Where it is in the block's text.
    pub span: Span,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn Treebank tag ; [`Tag::None`] where no model ran.
    pub tag: Tag,
    /// Base form, lower case except for proper nouns.
    pub lemma: SmolStr,
    /// Number, tense and the like, as far as they are known.
    pub morph: Morph,
    /// The head, as an index into [`Language::words`]; `None` for the root of a sentence, or where no parser ran.
    pub head: Option<usize>,
    /// Universal Dependencies relation to the head; [`Relation::Root`] for a root, [`Relation::None`] where no parser ran.
    pub relation: Relation,
    /// How sure the parser is of head and relation, 0..=1; 0 where no parser ran.
    pub certainty: f32,
}

impl Word {
    /// A word about which only its position is known.
    #[must_use]
    pub fn at(span: Span) -> Self {
        Self {
            span,
            upos: Upos::X,
            tag: Tag::None,
            lemma: SmolStr::default(),
            morph: Morph::default(),
            head: None,
            relation: Relation::None,
            certainty: 0.0,
        }
    }
}

/// Universal parts of speech (universaldependencies.org, version 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are the tag set's own")]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Morphology, as far as the rules need it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Morph {
    /// Of nouns, pronouns and verbs.
    pub number: Option<Number>,
    /// Of pronouns and verbs.
    pub person: Option<Person>,
    /// Of finite verbs.
    pub tense: Option<Tense>,
    /// Of pronouns and titles.
    pub gender: Option<Gender>,
    /// Whether a participle is passive.
    pub passive: bool,
}

/// Grammatical number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Number {
    Singular,
    Plural,
}

/// Grammatical person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Person {
    First,
    Second,
    Third,
}

/// Tense of a finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Tense {
    Past,
    Present,
}

/// Gender that a word itself marks ("she", "Mr.", "spokeswoman").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Gender {
    Feminine,
    Masculine,
    Neuter,
}

/// A name of somebody or something, without titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words, as indices into [`Language::words`].
    pub words: Range<usize>,
    /// What bears the name.
    pub kind: NameKind,
}

/// What bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum NameKind {
    Person,
    Organization,
    Place,
    /// Works, events, products, nationalities.
    Other,
}

impl Upos {
    /// All tags with the names they have in CoNLL-U.
    const NAMES: [(Upos, &'static str); 17] = [
        (Upos::Adj, "ADJ"),
        (Upos::Adp, "ADP"),
        (Upos::Adv, "ADV"),
        (Upos::Aux, "AUX"),
        (Upos::Cconj, "CCONJ"),
        (Upos::Det, "DET"),
        (Upos::Intj, "INTJ"),
        (Upos::Noun, "NOUN"),
        (Upos::Num, "NUM"),
        (Upos::Part, "PART"),
        (Upos::Pron, "PRON"),
        (Upos::Propn, "PROPN"),
        (Upos::Punct, "PUNCT"),
        (Upos::Sconj, "SCONJ"),
        (Upos::Sym, "SYM"),
        (Upos::Verb, "VERB"),
        (Upos::X, "X"),
    ];

    /// The tag's name in CoNLL-U ("NOUN").
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(upos, _)| *upos == self)
            .map_or("X", |(_, name)| name)
    }

    /// The tag with this name in CoNLL-U.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(upos, _)| *upos)
    }
}
