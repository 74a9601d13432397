//! Takes the words that were read as names from those that could be names.

use std::sync::Arc;

use crate::analysis::{BlockFacts, Mention, MentionForm, Place};
use crate::markup::{BlockId, Markup};
use crate::text::Span;

/// Capitalized words of the running text that are in no name, in order. `mentions` are in the order of the text. Linear in both.
#[must_use]
pub fn fold(markup: &Markup, blocks: &[Arc<BlockFacts>], mentions: &[Mention]) -> Vec<Place> {
    let mut names = mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Named)
        .peekable();
    let mut unread = Vec::new();
    for (id, facts) in BlockId::number(blocks) {
        let mut read = Vec::new();
        while let Some(name) = names.next_if(|name| name.place.block <= id) {
            if name.place.block == id && !facts.capitals.is_empty() {
                read.push(without_possessive(markup, name.place));
            }
        }
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
