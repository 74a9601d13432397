//! What the engine is given and what it gives: a draft, and the snapshot of one analyzed version. Nothing here is worked out.

use std::sync::Arc;

use crate::analysis::register::Register;
use crate::analysis::{BlockFacts, DraftSettings, Facts};
use crate::engine::lines::Lines;
use crate::markup::{Format, Markup};
use crate::rules::{self, Finding, Suppressed};

/// A draft to analyze.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The source text.
    pub text: Arc<str>,
    /// How to read it.
    pub read_as: ReadAs,
}

/// How to read a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadAs {
    /// Its markup.
    pub format: Format,
    /// What the fold needs to know besides the text.
    pub settings: DraftSettings,
    /// Which rules run and how.
    pub rules: Arc<rules::Settings>,
}

/// What is known of one version of a draft: an immutable value. What can be asked of it is in `engine/snapshot.rs`.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The source text.
    pub text: Arc<str>,
    /// Its blocks.
    pub markup: Arc<Markup>,
    /// The facts of each block.
    pub blocks: Vec<Arc<BlockFacts>>,
    /// The facts of the draft.
    pub facts: Arc<Facts>,
    /// The newsroom's actor file that the draft was read with.
    pub register: Option<Arc<Register>>,
    /// The findings, by place.
    pub findings: Vec<Finding>,
    /// What was found too, but comments in the draft say that it is not wanted; by place.
    pub suppressed: Vec<Suppressed>,
    /// The blocks without facts: those that are too long, and, with [`crate::engine::Cache::lenient`], those whose analysis failed.
    pub unread: Vec<usize>,
    /// The lines of its paragraphs in an outline, as far as somebody asked for them.
    pub(in crate::engine) lines: Lines,
}
