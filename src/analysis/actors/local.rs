//! A mention as one block shows it, before anything is known of the rest of the draft. It never names an actor.

use std::ops::Range;

use smol_str::SmolStr;

use crate::analysis::{ActorKind, MentionForm};
use crate::language::{Gender, Number, Person};
use crate::text::Span;

/// A name, a description or a pronoun in one block. Spans and word indices count in the block.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalMention {
    /// What is shown as the mention: a name without titles, else the noun phrase or the pronoun.
    pub span: Span,
    /// The same as words.
    pub words: Range<usize>,
    /// The whole noun phrase, with title before and apposition after a name.
    pub phrase: Span,
    /// The head word: of a name its last word.
    pub head: usize,
    /// The sentence it stands in.
    pub sentence: usize,
    /// Name, description or pronoun.
    pub form: MentionForm,
    /// What it refers to, as far as the words say.
    pub kind: Option<ActorKind>,
    /// One or several.
    pub number: Option<Number>,
    /// Gender that the words mark ("Mrs", "spokesman", "she"); never that of a given name.
    pub gender: Option<Gender>,
    /// First, second or third; of pronouns.
    pub person: Option<Person>,
    /// Whether it can be a person.
    pub animate: Option<bool>,
    /// What it does in its clause.
    pub function: Function,
    /// The verb it belongs to, as a word index.
    pub governor: Option<usize>,
    /// How a description is determined.
    pub determiner: Determiner,
    /// Titles and roles that stand with a name, or that a description is.
    pub roles: Vec<LocalRole>,
    /// The mention of the same block (an index into its list) that the grammar says is the same: an apposition, the
    /// description that a name follows, a bracketed acronym's long form.
    pub same_as: Option<(usize, Link)>,
    /// The whole name where a part of it is left out ("North" in "North and South Norland").
    pub meant: Option<String>,
}

/// A title or role beside a name.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalRole {
    /// Where it stands, without article and possessor's comma.
    pub span: Span,
    /// Lower-case base form of its head noun ("minister").
    pub head: SmolStr,
    /// Whether it is said to be past ("former", "then-").
    pub former: bool,
}

/// Why two mentions of a block are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// "Rosa Weil, the captain," or "the captain, Rosa Weil,".
    Apposition,
    /// "Rosa Weil is the captain".
    Copula,
    /// "the Harbour Workers' Union (HWU)".
    Acronym,
}

/// What a mention does in its clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Function {
    /// Subject of a verb.
    Subject,
    /// Object of a verb.
    Object,
    /// Owner ("Weil's ship").
    Possessor,
    /// After a preposition.
    Oblique,
    /// Anything else, or not known.
    #[default]
    Other,
}

/// How a description is determined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Determiner {
    /// "the", "this", "that".
    Definite,
    /// "a", "another", "some".
    Indefinite,
    /// "her", "the company's".
    Possessed,
    /// None; names and pronouns too.
    #[default]
    Bare,
}
