//! Versions of a draft to be checked, one after the other. The rules say what is found; here is only what they are given of the
//! last version.

use std::sync::Arc;

use crate::analysis::register::Register;
use crate::analysis::{BlockFacts, Facts, List, Mention, SameBlocks};
use crate::markup::Markup;
use crate::rules::{self, Checked, Input, Kept, Last, Since};

/// A version of a draft, with its facts and the settings to check it with.
#[derive(Debug)]
pub(super) struct Version {
    pub(super) text: Arc<str>,
    pub(super) markup: Arc<Markup>,
    pub(super) blocks: Vec<Arc<BlockFacts>>,
    pub(super) facts: Arc<Facts>,
    pub(super) register: Option<Arc<Register>>,
    /// The mentions of the version before, and the blocks of which nothing new is known since.
    pub(super) since: (List<Mention>, SameBlocks),
    pub(super) rules: Arc<rules::Settings>,
}

/// A version that was checked.
#[derive(Debug)]
pub(super) struct Check {
    version: Version,
    kept: Kept,
}

impl Version {
    /// What is found in it.
    pub(super) fn check(&self) -> Checked {
        rules::check(&self.input(), &self.rules)
    }

    /// The same where the last version was checked, too. With it, what the next one is given.
    pub(super) fn check_after(mut self, last: Option<Check>) -> (Checked, Check) {
        let is_same_file = |last: &Check| match (&last.version.register, &self.register) {
            (Some(was), Some(is)) => Arc::ptr_eq(was, is),
            (was, is) => was.is_none() && is.is_none(),
        };
        let mut last = last.filter(|last| last.version.rules == self.rules && is_same_file(last));
        let last = last.as_mut().map(|last| Last {
            kept: std::mem::take(&mut last.kept),
            input: last.version.input(),
        });
        let (checked, kept) = rules::check_again(&self.input(), &self.rules, last);
        // The version before is let go.
        self.since = Default::default();
        (checked, Check { version: self, kept })
    }

    fn input(&self) -> Input<'_> {
        Input {
            source: &self.text,
            markup: &self.markup,
            blocks: &self.blocks,
            facts: &self.facts,
            register: self.register.as_deref(),
            since: Some(Since {
                mentions: &self.since.0,
                same: &self.since.1,
            }),
        }
    }
}

impl Check {
    /// How many blocks the rules on blocks ran on.
    pub(super) fn checked(&self) -> usize {
        self.kept.checked()
    }
}
