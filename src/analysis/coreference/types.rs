//! Those that a draft mentions while its mentions are walked in order, and what is found about a mention. Plain data, no
//! decisions.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::analysis::actors::{ActorId, ActorKind, Function, MentionId};
use crate::language::{Gender, Number};
use crate::markup::BlockId;

/// Index of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct EntityId(pub usize);

/// Somebody or something mentioned: an actor with a name, or one that is only described.
#[derive(Clone, Debug)]
pub(super) struct Entity {
    /// The named actor that it is.
    pub actor: Option<ActorId>,
    /// Its name, or the description that introduced it.
    pub name: SmolStr,
    pub kind: ActorKind,
    /// Whether the name may be a person's although it was read as another: no list has it, and nothing in it says what it is.
    pub may_be_person: bool,
    pub number: Option<Number>,
    /// Gender that the draft marks.
    pub gender: Option<Gender>,
    /// Gender of the pronouns that were resolved to it, or else the one that its given name usually goes with: a weak cue
    /// that stays in here.
    pub usual_gender: Option<Gender>,
    /// Lower-case words that determine the first description ("chinese", "foreign").
    pub modifiers: Arc<[SmolStr]>,
    /// Mentions met so far.
    pub mentions: MetSoFar,
    /// Whether one of them is in the writer's own words.
    pub is_in_own_words: bool,
    /// Whether it was called "he" or "she", and whether it was called "it".
    pub called: Called,
}

/// Which pronouns were resolved to an entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Called {
    pub person: bool,
    pub thing: bool,
}

/// How many of the first mentions are remembered.
pub(super) const FIRST: usize = 8;

/// The mentions of an entity that were met so far: how many, and the first of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MetSoFar {
    count: usize,
    last: Option<MentionId>,
    first: [Option<MentionId>; FIRST],
}

impl MetSoFar {
    pub fn len(&self) -> usize {
        self.count
    }

    /// The first of them, [`FIRST`] at most.
    pub fn first(&self) -> impl Iterator<Item = MentionId> {
        self.first.iter().copied().flatten()
    }

    /// Adds one, unless it is the last one again.
    pub fn add(&mut self, id: MentionId) {
        if self.last == Some(id) {
            return;
        }
        if let Some(slot) = self.first.get_mut(self.count) {
            *slot = Some(id);
        }
        self.count += 1;
        self.last = Some(id);
    }
}

/// What of an entity changes as its mentions are met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct EntityState {
    count: usize,
    gender: Option<Gender>,
    usual_gender: Option<Gender>,
    is_in_own_words: bool,
}

impl Entity {
    /// What it is like now.
    pub fn state(&self) -> EntityState {
        EntityState {
            count: self.mentions.len(),
            gender: self.gender,
            usual_gender: self.usual_gender,
            is_in_own_words: self.is_in_own_words,
        }
    }

    /// Whether another one is introduced in the same words, as far as anybody asks.
    pub fn begins_like(&self, other: &Entity) -> bool {
        self.name == other.name
            && self.kind == other.kind
            && self.number == other.number
            && self.gender == other.gender
            && self.usual_gender == other.usual_gender
            && self.modifiers == other.modifiers
            && self.may_be_person == other.may_be_person
    }
}

/// A mention that was met, with what it refers to.
#[derive(Clone, Copy, Debug)]
pub(super) struct MetMention {
    pub id: MentionId,
    pub entity: EntityId,
    /// Sentence, counted through the draft.
    pub sentence: usize,
    pub block: BlockId,
    pub function: Function,
}

/// What is found about one mention.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// It refers to somebody met before.
    Found {
        entity: EntityId,
        confidence: f32,
        because: SmolStr,
    },
    /// It introduces somebody.
    New,
    /// It is not resolved; why.
    Open { because: SmolStr },
    /// It is not resolved, since these fit equally well.
    Tie { between: Vec<EntityId>, because: SmolStr },
}

impl Outcome {
    /// It surely refers to `entity`, for a reason that is given elsewhere.
    pub fn sure(entity: EntityId) -> Self {
        Outcome::Found {
            entity,
            confidence: 1.0,
            because: SmolStr::default(),
        }
    }

    /// It is not resolved.
    pub fn open(because: &'static str) -> Self {
        Outcome::Open {
            because: SmolStr::new_static(because),
        }
    }
}
