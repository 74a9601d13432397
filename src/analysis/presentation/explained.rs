//! What around a quotation explains it without a speaker: a colon, a label, a list, stars, a sign.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::presentation::around::InBlock;
use crate::analysis::presentation::types::Explanation;
use crate::markup::{Block, BlockId, BlockKind, Markup};
use crate::text::{Span, table};

/// How many words after a quotation may come before its rating.
const NEAR_RATING: usize = 4;

/// How many list items to look back over.
const LONGEST_LIST: usize = 100;

/// What says that the words of a quotation are shown, sung, rated, listed or led in.
#[must_use]
pub fn explained(around: &InBlock<'_>, markup: &Markup) -> Option<Explanation> {
    let before = around.before().trim_end();
    if around.block.in_quote {
        Some(Explanation::BlockQuote)
    } else if before.ends_with(':') || (before.is_empty() && is_led_in(markup, around.place.block)) {
        Some(Explanation::Colon)
    } else if around.facts.turn.is_dialogue {
        Some(Explanation::Label)
    } else if is_listed(before) {
        Some(Explanation::Listed)
    } else if is_rated(around.after()) {
        Some(Explanation::Rated)
    } else if around.block.is_pulled {
        Some(Explanation::Pulled)
    } else {
        is_shown(around).then_some(Explanation::Shown)
    }
}

/// “One”; “two” and “three”: whether only a comma, a semicolon or an "and" parts the quotation from another one, whose
/// introduction is its own.
fn is_listed(before: &str) -> bool {
    let before = before
        .strip_suffix("and")
        .or(before.strip_suffix("or"))
        .unwrap_or(before);
    let joint = before.trim_end();
    let listed = joint.trim_end_matches([';', ',']);
    listed.len() < before.len() && listed.trim_end().ends_with(['”', '"', '’', '\''])
}

/// “Lovely staff.” Five stars.: a customer's review, which needs no name.
fn is_rated(after: &str) -> bool {
    let mut words = after.split(|c: char| c.is_whitespace() || matches!(c, '-' | '.' | ','));
    let is_star = |word: &str| word.contains(['★', '⭐', '☆']) || matches!(word, "star" | "stars");
    words
        .by_ref()
        .filter(|word| !word.is_empty())
        .take(NEAR_RATING)
        .any(is_star)
}

/// Whether the prose before this block ends in a colon; a list may have several items after it.
fn is_led_in(markup: &Markup, block: BlockId) -> bool {
    let is_item = |block: &&Block| block.kind == BlockKind::ListItem;
    let before = markup.blocks.get(..block.0).unwrap_or(&[]).iter().rev();
    before
        .take(LONGEST_LIST)
        .find(|block| !is_item(block))
        .is_some_and(|block| block.kind.is_body() && block.text.trim_end().ends_with(':'))
}

/// Whether a word in the same sentence says that the words are shown, sung or shouted.
fn is_shown(around: &InBlock<'_>) -> bool {
    let (quoted, sentence) = (around.place.span, around.sentence());
    let outside = [
        Span::new(sentence.start, quoted.start),
        Span::new(quoted.end, sentence.end),
    ];
    outside
        .iter()
        .flat_map(|span| {
            span.of(&around.block.text)
                .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        })
        .any(|word| DISPLAY_WORDS.contains(word))
}

static DISPLAY_WORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("display_words.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_rate_and_lists_go_on() {
        assert!(is_rated(" Five stars.") && is_rated(" ★★★★"));
        assert!(!is_rated(" The night was clear and full of stars."));
        assert!(is_listed("“One”; “two” and") && is_listed("“One”,") && !is_listed("“One.”"));
    }
}
