//! Whether the name of a state or of a seat of power means the government there or the place. It knows no other name.

use std::sync::Arc;

use smol_str::{SmolStr, format_smolstr};

use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::actors::{Function, LocalMention};
use crate::analysis::{BlockFacts, MentionForm, Place, Reading};
use crate::markup::{BlockId, Markup};

/// A state or a seat of power is the government where it acts ("Beijing rejected it"), and the place elsewhere ("Weil left
/// for Beijing").
pub(super) fn reading(text: &str, local: &LocalMention) -> Option<Reading> {
    if local.form != MentionForm::Named {
        return None;
    }
    match tables::state(local.meant.as_deref().unwrap_or(text))? {
        StateWord::Demonym(_) => None,
        StateWord::Name(_) | StateWord::Seat(_) => Some(match local.function {
            Function::Subject => Reading::Government,
            Function::Object | Function::Possessor | Function::Oblique | Function::Other => Reading::Place,
        }),
    }
}

/// Why a name means the government, in words.
pub(super) fn government_because(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    block: BlockId,
    local: &LocalMention,
) -> SmolStr {
    let verb = local
        .governor
        .and_then(|verb| block.of(blocks)?.language.words.get(verb))
        .map_or("", |verb| markup.text_of(Place::new(block, verb.span)));
    format_smolstr!("the government here: subject of '{verb}'")
}
