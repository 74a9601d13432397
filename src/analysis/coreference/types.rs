//! Those that a draft mentions while its mentions are walked in order, and what is found about a mention. Plain data, no
//! decisions.

use std::borrow::Cow;

use smol_str::SmolStr;

use crate::analysis::actors::{ActorId, ActorKind, Function, MentionId};
use crate::language::{Gender, Number};
use crate::markup::BlockId;

/// Index of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct EntityId(pub usize);

/// Somebody or something mentioned: an actor with a name, or one that is only described.
#[derive(Clone, Debug)]
pub(super) struct Entity<'a> {
    /// The named actor that it is.
    pub actor: Option<ActorId>,
    /// Its name, or the description that introduced it.
    pub name: Cow<'a, str>,
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
    pub modifiers: Vec<SmolStr>,
    /// Mentions met so far.
    pub mentions: Vec<MentionId>,
    /// Whether one of them is in the writer's own words.
    pub is_in_own_words: bool,
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
