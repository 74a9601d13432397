//! The list of a newsroom's terms, ready to be looked for. Nothing is looked for here.

use sha2::{Digest, Sha256};

use crate::rules::terms::index::Index;
use crate::rules::terms::types::Term;

/// The terms of a newsroom. To make the list costs time for each of its words; to ask it does not.
#[derive(Clone, Default)]
pub struct Terms {
    list: Vec<Term>,
    pub(super) index: Index,
    digest: [u8; 32],
}

impl Terms {
    /// A list of terms.
    #[must_use]
    pub fn new(list: Vec<Term>) -> Self {
        Self {
            index: Index::of(&list),
            digest: Sha256::digest(format!("{list:?}")).into(),
            list,
        }
    }

    /// The terms, in the order in which they are written.
    #[must_use]
    pub fn list(&self) -> &[Term] {
        &self.list
    }
}

/// Long lists are compared and shown by a digest: results are kept by what the settings show of themselves.
impl std::fmt::Debug for Terms {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Terms({}, {:x?})", self.list.len(), self.digest)
    }
}

impl PartialEq for Terms {
    fn eq(&self, other: &Self) -> bool {
        self.list.len() == other.list.len() && self.digest == other.digest
    }
}
