//! What goes from one paragraph to the next: a speaker, and how it is linked. Plain data, no decisions.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::analysis::BlockFacts;
use crate::analysis::attribution::types::{Quotation, QuotationStatus, Voice};
use crate::markup::{Block, BlockId};

/// A speaker that the next block may take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The block that names it.
    pub block: BlockId,
    /// Who it is.
    pub voice: Voice,
    /// Its noun phrase, in words.
    pub text: SmolStr,
    /// How it was found there.
    pub status: QuotationStatus,
    /// What in the paragraph before links it to the next one.
    pub link: ChainLink,
    /// Over how many paragraphs it was carried already.
    pub chain: usize,
    /// The group of its last quotation.
    pub group: usize,
    /// The last word of its name, in lowercase.
    pub name: String,
}

/// What links a speaker to the next paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainLink {
    /// The paragraph before ends in a quotation of this speaker.
    Quotation,
    /// The paragraph before ends in indirect speech of this speaker.
    Indirect,
    /// The paragraph before ends in a colon.
    LeadIn,
    /// The paragraph before ends in a stance of this speaker: "Lund was skeptical."
    Stance,
    /// The paragraph before is about nobody else.
    About,
    /// One plain sentence without a person is between.
    Plain,
}

/// What a block hands on to the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedOn {
    /// Who may go on speaking.
    pub carried: Option<Arc<Carried>>,
    /// Whether somebody may go on speaking, but it is not sure who.
    pub contested: bool,
    /// Whom the block is about who may speak next, as [`Carried::name`]; not whoever is named in the words themselves.
    pub about: Option<SmolStr>,
    /// Who asks, if the block ends in a question, as [`Carried::name`].
    pub asks: Option<SmolStr>,
}

impl HandedOn {
    /// Nobody goes on.
    pub const NOBODY: HandedOn = HandedOn {
        carried: None,
        contested: false,
        about: None,
        asks: None,
    };

    /// Somebody goes on, nobody knows who.
    pub const CONTESTED: HandedOn = HandedOn {
        carried: None,
        contested: true,
        about: None,
        asks: None,
    };

    /// Somebody, if it is anybody.
    #[must_use]
    pub fn of(carried: Option<Carried>) -> Self {
        Self {
            carried: carried.map(Arc::new),
            contested: false,
            about: None,
            asks: None,
        }
    }
}

/// A block with what it is known to say.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// Its number.
    pub id: BlockId,
    /// Its text.
    pub block: &'a Block,
    /// Its facts.
    pub facts: &'a BlockFacts,
}

/// All that a block and those after it may see of those before it, but for the genders of names.
#[derive(Clone, Debug, Default)]
pub struct FoldState {
    /// What the block before hands on.
    pub handed_on: HandedOn,
    /// Who spoke in the section so far.
    pub heard: Vec<Arc<Carried>>,
    /// How many groups are given.
    pub groups: usize,
    /// The last paragraph.
    pub before: Option<BlockId>,
    /// The last quotations, which may still change.
    pub near: Vec<Arc<Quotation>>,
}

impl FoldState {
    /// Whether another one is the same.
    #[must_use]
    pub fn is_as(&self, other: &Self) -> bool {
        let pairs = || self.near.iter().zip(&other.near);
        self.groups == other.groups
            && self.before == other.before
            && self.handed_on == other.handed_on
            && self.heard == other.heard
            && self.near.len() == other.near.len()
            && pairs().all(|(one, other)| Arc::ptr_eq(one, other) || one == other)
    }

    /// Whether somebody in it goes by one of these names.
    #[must_use]
    pub fn names_any(&self, names: &[SmolStr]) -> bool {
        let mut known = self.heard.iter().chain(&self.handed_on.carried);
        known.any(|known| names.iter().any(|name| *name == known.name))
    }
}
