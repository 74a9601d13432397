//! Who a draft is about, where it mentions them, and what one block shows of a mention before anything is known about the
//! rest of the draft. Plain data, no decisions.

use std::ops::Range;

use smol_str::SmolStr;

use crate::analysis::Place;
use crate::analysis::register::EntryId;
use crate::language::{Gender, Number, Person};
use crate::text::Span;

/// Index into [`crate::analysis::Facts::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub usize);

/// Index into [`crate::analysis::Facts::mentions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId(pub usize);

impl MentionId {
    /// The mention before it, in the order of the text.
    #[must_use]
    pub fn before(self) -> Option<MentionId> {
        self.0.checked_sub(1).map(MentionId)
    }

    /// As many mentions after it, in the order of the text; the draft may have fewer.
    pub fn following(self, count: usize) -> impl Iterator<Item = MentionId> {
        (self.0 + 1..=self.0 + count).map(MentionId)
    }

    /// The mentions around it that are fewer than `reach` away, and one more before it; the draft may have fewer.
    pub fn neighbors(self, reach: usize) -> impl Iterator<Item = MentionId> {
        (self.0.saturating_sub(reach)..self.0 + reach)
            .filter(move |at| *at != self.0)
            .map(MentionId)
    }
}

/// Somebody or something that acts or speaks in the draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actor {
    /// The fullest name, or the description where no name is given.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Titles and roles as the draft gives them, first one first.
    pub roles: Vec<Role>,
    /// The forms the draft uses with their counts, first used first.
    pub aliases: Vec<(String, usize)>,
    /// Where the draft mentions it, in the order of the text.
    pub mentions: Vec<MentionId>,
    /// The entry of the newsroom's actor file that it is. What the draft says wins wherever the two differ.
    pub entry: Option<EntryId>,
}

/// A title or role of an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// As written ("Chinese Foreign Minister").
    pub text: String,
    /// Where it is first given.
    pub place: Place,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum ActorKind {
    Person,
    Organization,
    Place,
    #[default]
    Other,
}

/// A stretch of text that refers to an actor.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The whole mention: for a name the name without titles, else the noun phrase or pronoun.
    pub place: Place,
    /// What it refers to.
    pub kind: ActorKind,
    /// Name, description or pronoun.
    pub form: MentionForm,
    /// The actor; `None` where it is not resolved.
    pub actor: Option<ActorId>,
    /// The named actors that a pronoun may refer to; empty where it is resolved, or nobody fits.
    pub could_be: Vec<ActorId>,
    /// How the name of a state, a capital or a seat of power is meant here.
    pub reading: Option<Reading>,
    /// How sure the actor is, 0..=1.
    pub confidence: f32,
    /// Why it was resolved so, or why it was not.
    pub because: SmolStr,
}

/// How the name of a state, a capital or a seat of power is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The government there: it acts or speaks.
    Government,
    /// The place.
    Place,
}

/// The form of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionForm {
    /// A name.
    Named,
    /// A description ("the minister").
    Nominal,
    /// A pronoun.
    Pronoun,
}

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
    /// The sentence it is in.
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
    /// Titles and roles that are with a name, or that a description is.
    pub roles: Vec<LocalRole>,
    /// The mention of the same block (an index into its list) that the grammar says is the same: an apposition, the
    /// description that a name follows, a bracketed acronym's long form.
    pub same_as: Option<(usize, MentionLink)>,
    /// The whole name where a part of it is left out ("North" in "North and South Norland").
    pub meant: Option<String>,
}

/// A title or role next to a name.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalRole {
    /// Where it is, without article and possessor's comma.
    pub span: Span,
    /// Lower-case base form of its head noun ("minister").
    pub head: SmolStr,
    /// Whether it is said to be past ("former", "then-").
    pub former: bool,
}

/// Why two mentions of a block are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionLink {
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
