//! What is found in one block on its own. Nothing here looks at another block.

use crate::analysis::actors::{self, LocalMention};
use crate::analysis::attribution::{self, Speech};
use crate::analysis::events::{self, LocalEvent};
use crate::analysis::quotations;
use crate::analysis::times::{self, LocalTime};
use crate::language::{self, Language, Model};
use crate::markup::Block;

/// The facts of one block; all spans count in the block's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockFacts {
    /// Words, sentences and names.
    pub language: Language,
    /// Names, descriptions and pronouns.
    pub mentions: Vec<LocalMention>,
    /// Quotations and who speaks in them, as far as the block tells.
    pub speech: Speech,
    /// Time expressions, not yet set against a date.
    pub times: Vec<LocalTime>,
    /// Events, not yet joined with actors and dates.
    pub events: Vec<LocalEvent>,
}

/// Finds the facts of one block: a pure function of the block's kind and text.
#[must_use]
pub fn of_block(block: &Block, model: &dyn Model) -> BlockFacts {
    let language = language::analyse(&block.text, model);
    let mentions = actors::mentions_of(&block.text, &language);
    let speech = attribution::speech(&block.text, &language, &quotations::regions(&block.text));
    let times = times::find(&block.text, &language);
    let events = events::find(&block.text, &language, &times);
    BlockFacts {
        language,
        mentions,
        speech,
        times,
        events,
    }
}
