//! Puts the plans of the blocks at their places in the draft.

use std::sync::Arc;

use crate::analysis::plans::types::Plan;
use crate::analysis::{BlockFacts, Place};
use crate::markup::BlockId;

/// The plans of a draft, in the order of their days.
#[must_use]
pub fn fold(blocks: &[Arc<BlockFacts>]) -> Vec<Plan> {
    let plans = BlockId::number(blocks).flat_map(|(block, facts)| {
        let place = move |span| Place::new(block, span);
        facts.plans.iter().map(move |(time, verb)| Plan {
            time: place(*time),
            verb: place(*verb),
        })
    });
    plans.collect()
}
