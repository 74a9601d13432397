//! The headline of a draft as it is written. It makes none.

use crate::engine::headline::one_line;
use crate::engine::types::Snapshot;
use crate::markup::BlockKind;

/// How many characters of a headline are shown.
const LONGEST: usize = 160;

/// The first heading, or the field of the front matter that holds the headline; empty if there is none.
pub(super) fn title(snapshot: &Snapshot) -> String {
    let is_headline = |kind: &BlockKind| match kind {
        BlockKind::Heading(_) => true,
        BlockKind::Field(key) => matches!(key.as_str(), "title" | "headline"),
        _ => false,
    };
    let first = snapshot.markup.blocks.iter().find(|block| is_headline(&block.kind));
    first.map_or_else(String::new, |block| one_line(&block.text, LONGEST))
}
