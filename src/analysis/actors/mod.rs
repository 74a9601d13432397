//! Actors: who the names, titles and roles of a draft stand for. Descriptions and pronouns are joined to them by
//! [`crate::analysis::coreference`]; a name is never taken from outside the draft.

mod local;

pub use local::{Determiner, Function, Link, LocalMention, LocalRole};

use std::sync::Arc;

use crate::analysis::{Actor, BlockFacts, Mention};
use crate::language::Language;
use crate::markup::Markup;

/// Finds the names, descriptions and pronouns of one block, in the order of the text.
#[must_use]
pub fn mentions_of(text: &str, language: &Language) -> Vec<LocalMention> {
    let _ = (text, language);
    Vec::new()
}

/// Joins names and the roles beside them to actors. The mentions are those of all blocks, in the order of the text;
/// descriptions and pronouns are left without an actor. Linear in the number of mentions.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>]) -> (Vec<Actor>, Vec<Mention>) {
    let _ = (markup, blocks);
    (Vec::new(), Vec::new())
}
