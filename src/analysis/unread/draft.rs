//! Takes the words that were read as names from those that could be names.

use std::sync::Arc;

use crate::analysis::same::SameBlocks;
use crate::analysis::{BlockFacts, Mention, MentionForm, Place};
use crate::markup::{BlockId, Markup};
use crate::text::Span;

/// Capitalized words of the running text that are in no name, in order. `mentions` are in the order of the text. `before` are those
/// of the version before, in which some blocks were the same. Linear in the blocks.
#[must_use]
pub fn fold(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    mentions: &[Mention],
    (same, before): (&SameBlocks, &[Place]),
) -> Vec<Place> {
    let mut before = before.iter().copied().peekable();
    let mut unread = Vec::new();
    for (id, facts) in BlockId::number(blocks) {
        while before.next_if(|place| place.block < id).is_some() {}
        if same.has(id) {
            unread.extend(std::iter::from_fn(|| before.next_if(|place| place.block == id)));
            continue;
        }
        if facts.capitals.is_empty() {
            continue;
        }
        let first = mentions.partition_point(|mention| mention.place.block < id);
        let of_block = mentions
            .iter()
            .skip(first)
            .take_while(|mention| mention.place.block == id);
        let names = of_block.filter(|mention| mention.form == MentionForm::Named);
        let read: Vec<Span> = names.map(|name| without_possessive(markup, name.place)).collect();
        // Part of a double name may have been read as a name of its own.
        let is_read = |word: Span| {
            let mut over = read.iter().filter(|name| name.overlaps(word));
            over.any(|name| name.start < word.start || name.len() >= word.len())
        };
        let words = facts.capitals.iter().filter(|word| !is_read(**word));
        unread.extend(words.map(|word| Place::new(id, *word)));
    }
    unread
}

/// Where a name is without "'s".
fn without_possessive(markup: &Markup, name: Place) -> Span {
    let text = markup.text_of(name);
    let bare = ["'s", "’s", "'", "’"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending));
    let length = bare.map_or(text.len(), str::len);
    Span::new(name.span.start, name.span.start + length)
}
