//! Facts about a draft, with their evidence: quotations and speakers, actors, times, events. It holds no opinions.
//!
//! Facts are found per block ([`of_block`], a pure function of the block, so that it can be cached), once more where the
//! draft as a whole has other names in it ([`with_names`], as pure), and folded into facts about the draft ([`Facts`]).
//! The fold is linear in the number of facts.

pub mod actors;
pub mod attribution;
mod block_facts;
pub mod coreference;
pub mod events;
mod facts;
mod foreign;
pub mod quotations;
pub mod register;
pub mod times;

pub use actors::{Actor, ActorId, ActorKind, Mention, MentionForm, Reading, Role};
pub use attribution::{Cue, Quotation, QuotationKind, QuotationStatus, Speaker};
pub use block_facts::{BlockFacts, agreed_names, of_block, of_blocks, with_names};
pub use events::{Event, EventStatus, EventTime, MainEvent, Participant, ParticipantRole};
pub use facts::{DraftSettings, Facts, Place};
pub use times::{Anchor, AnchorSource, CalendarFlag, CalendarFlagKind, Time, TimeKind};

use std::sync::Arc;

use crate::markup::Markup;

/// Folds the facts of the blocks into the facts of the draft. `blocks` has one entry for each of `markup.blocks`.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>], settings: &DraftSettings) -> Facts {
    if let Some(language) = foreign::language(markup) {
        return Facts {
            foreign_language: Some(language),
            ..Facts::default()
        };
    }
    let mut quotations = attribution::fold(markup, blocks);
    let (mut actors, mut mentions) = actors::fold(markup, blocks);
    coreference::resolve(markup, blocks, &mut actors, &mut mentions, &quotations);
    if let Some(register) = &settings.register {
        register::recognise(&mut actors, register);
    }
    coreference::name_speakers(&mut quotations, &actors, &mentions);
    let (times, flags, anchor) = times::resolve(markup, blocks, settings);
    let known = events::Known {
        anchor: anchor.as_ref().map(|anchor| anchor.date),
        times: &times,
        actors: &actors,
        mentions: &mentions,
        quotations: &quotations,
    };
    let (events, main_event) = events::fold(markup, blocks, known);
    Facts {
        quotations,
        actors,
        mentions,
        times,
        events,
        main_event,
        flags,
        anchor,
        ..Facts::default()
    }
}
