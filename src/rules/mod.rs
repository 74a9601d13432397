//! Opinions: from facts to findings. A rule reads facts and settings and writes findings; it changes nothing.

mod finding;

pub use finding::{Edit, Finding, Fix, FixSafety, Level, Related};

use crate::analysis::Facts;
use crate::markup::Markup;

/// What a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The draft's source text.
    pub source: &'a str,
    /// Its blocks.
    pub markup: &'a Markup,
    /// The facts of each block.
    pub blocks: &'a [std::sync::Arc<crate::analysis::BlockFacts>],
    /// The facts of the draft.
    pub facts: &'a Facts,
    /// Which rules run and how.
    pub settings: &'a Settings,
}

/// Which rules run, at which level, with which options.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {}

/// Runs the rules; findings come sorted by place, then code.
#[must_use]
pub fn check(context: &Context<'_>) -> Vec<Finding> {
    let _ = context;
    Vec::new()
}
