//! Puts the datelines of the blocks at their places in the draft.

use std::sync::Arc;

use crate::analysis::datelines::types::Dateline;
use crate::analysis::{BlockFacts, Place};
use crate::markup::BlockId;

/// The datelines of a draft, in order.
#[must_use]
pub fn fold(blocks: &[Arc<BlockFacts>]) -> Vec<Dateline> {
    let found = BlockId::number(blocks).filter_map(|(block, facts)| {
        let dateline = facts.dateline?;
        Some(Dateline {
            place: Place::new(block, dateline.span),
            date: dateline.date.map(|date| Place::new(block, date)),
        })
    });
    found.collect()
}
