//! An analysed draft: an immutable value that front ends read.

use std::sync::Arc;

use crate::analysis::register::Register;
use crate::analysis::{BlockFacts, DraftSettings, Facts, Place};
use crate::markup::{Format, Markup};
use crate::rules::{self, Finding};
use crate::text::Span;

/// A draft to analyse.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The source text.
    pub text: Arc<str>,
    /// Its markup.
    pub format: Format,
    /// What the fold needs to know beside the text.
    pub settings: DraftSettings,
    /// Which rules run and how.
    pub rules: Arc<rules::Settings>,
}

/// What is known of one version of a draft.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// The source text.
    pub text: Arc<str>,
    /// Its blocks.
    pub markup: Markup,
    /// The facts of each block.
    pub blocks: Vec<Arc<BlockFacts>>,
    /// The facts of the draft.
    pub facts: Facts,
    /// The newsroom's actor file that the draft was read with.
    pub register: Option<Arc<Register>>,
    /// The findings, by place.
    pub findings: Vec<Finding>,
    /// The blocks whose analysis failed and that have no facts; only with [`crate::engine::Cache::lenient`].
    pub unread: Vec<usize>,
}

impl Snapshot {
    /// Where a place stands in the source.
    #[must_use]
    pub fn source_span(&self, place: Place) -> Span {
        self.markup
            .blocks
            .get(place.block)
            .map_or_else(Span::default, |block| block.map.to_source(place.span))
    }

    /// The decoded text of a place.
    #[must_use]
    pub fn text_of(&self, place: Place) -> &str {
        self.markup
            .blocks
            .get(place.block)
            .map_or("", |block| place.span.of(&block.text))
    }

    /// Whether nothing but white space stands behind a place in its block.
    #[must_use]
    pub fn ends_block(&self, place: Place) -> bool {
        self.markup
            .blocks
            .get(place.block)
            .and_then(|block| block.text.get(place.span.end..))
            .is_some_and(|rest| rest.trim().is_empty())
    }

    /// The block and decoded offset at a byte offset of the source; `None` between blocks and on markup.
    #[must_use]
    pub fn locate(&self, offset: usize) -> Option<(usize, usize)> {
        let next = self.markup.blocks.partition_point(|block| block.span.end < offset);
        let block = self.markup.blocks.get(next)?;
        Some((next, block.map.to_decoded(offset)?))
    }
}
