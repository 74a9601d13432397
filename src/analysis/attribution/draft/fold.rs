//! Goes over the blocks of a draft in order and gives its quotations the speakers that the paragraph before hands on. What is
//! handed on and taken over is decided in the files next to this one.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::attribution::draft::chain::{Carried, hand_on};
use crate::analysis::attribution::draft::{carry, place, running, signature, suggest};
use crate::analysis::attribution::types::{Quotation, Speech};
use crate::markup::{BlockId, BlockKind, Markup};

/// Folds the quotations of the blocks; speakers are mentions, not yet actors.
#[must_use]
pub fn fold(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut carried: Option<Carried> = None;
    let mut groups = 0;
    let mut before: Option<(BlockId, &Speech)> = None;
    for (id, (block, facts)) in BlockId::number(markup.blocks.iter().zip(facts)) {
        let speech = &facts.speech;
        let first = quotations.len();
        place::push_all(id, speech, &mut groups, &mut quotations);
        if is_aside(&block.kind) {
            continue;
        }
        if breaks_chain(&block.kind) {
            (carried, before) = (None, None);
            continue;
        }
        if let Some(voice) = signature::of_block(markup, id, speech) {
            signature::sign(&mut quotations, first, id, voice);
            (carried, before) = (None, None);
            continue;
        }
        let runs = running::run_on(&mut quotations, first, block, before.map(|(block, _)| block));
        if let Some(from) = &carried {
            carry::take_over(&mut quotations, first, block, from, runs);
        }
        if runs {
            running::join_run(&mut quotations, first);
        }
        suggest::suggest(&mut quotations, first, id, speech, before);
        carried = hand_on(&quotations, first, id, block, speech, carried.as_ref());
        before = Some((id, speech));
    }
    place::name_speakers(markup, &mut quotations);
    quotations
}

/// Captions, slugs and fields are between paragraphs and separate none.
fn is_aside(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Caption | BlockKind::Furniture(_) | BlockKind::Field(_))
}

/// Whoever spoke before a heading or a table does not go on speaking after it.
fn breaks_chain(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::TableCell)
}
