//! Whether what is around a quotation explains it without a speaker: a colon, a label, a list, stars, a sign. It looks for no
//! speaker.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::Place;
use crate::markup::{Block, BlockId, BlockKind};
use crate::rules::Context;
use crate::text::{Span, table};

/// Whether readers expect to learn who is speaking here: nothing around the quotation says that its words are shown, sung, rated,
/// listed or led in.
pub fn needs_speaker(context: &Context<'_>, place: Place) -> bool {
    let Some(block) = context.block(place) else {
        return false;
    };
    let before = context.text_before(place).trim_end();
    let is_explained = block.in_quote
        || before.ends_with(':')
        || (before.is_empty() && is_led_in(context, place.block))
        || is_dialogue(&block.text)
        || is_listed(context, place)
        || is_rated(context.text_after(place))
        || is_pulled(context.source, context.source_span(place).start)
        || is_shown(context, place);
    block.kind.is_body() && !is_explained
}

/// “One”; “two” and “three”: whether only a comma, a semicolon or an "and" parts the quotation from another one, whose
/// introduction is its own.
fn is_listed(context: &Context<'_>, place: Place) -> bool {
    let before = context.text_before(place).trim_end();
    let before = before
        .strip_suffix("and")
        .or(before.strip_suffix("or"))
        .unwrap_or(before);
    let joint = before.trim_end();
    let listed = joint.trim_end_matches([';', ',']);
    listed.len() < before.len() && listed.trim_end().ends_with(['”', '"', '’', '\''])
}

/// How far before a pull quote its markup may begin, in bytes.
const NEAR_MARKUP: usize = 200;

/// Whether the markup right before an offset of the source makes a pull quote: a shortcode, a fenced block, an aside.
fn is_pulled(source: &str, at: usize) -> bool {
    let from = source.floor_char_boundary(at.saturating_sub(NEAR_MARKUP));
    let before = source.get(from..at).unwrap_or("").trim_end();
    let line = before.rsplit('\n').next().unwrap_or("").to_lowercase();
    let is_markup = ["{{", ":::", "<"]
        .iter()
        .any(|start| line.trim_start().starts_with(start));
    is_markup && (line.contains("quote") || line.contains("<aside"))
}

/// How many words after a quotation may come before its rating.
const NEAR_RATING: usize = 4;

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
fn is_led_in(context: &Context<'_>, block: BlockId) -> bool {
    let items = |block: &&Block| block.kind == BlockKind::ListItem;
    context
        .markup
        .blocks
        .get(..block.0)
        .unwrap_or(&[])
        .iter()
        .rev()
        .take(LONGEST_LIST)
        .find(|block| !items(block))
        .is_some_and(|block| block.kind.is_body() && block.text.trim_end().ends_with(':'))
}

/// How many list items to look back over.
const LONGEST_LIST: usize = 100;

/// “Q: …”, “A. …”, “WEIL: …”: the label says who speaks.
fn is_dialogue(text: &str) -> bool {
    let label = text.trim_start().split([':', '.']).next().unwrap_or("");
    let is_label = matches!(label, "Q" | "A" | "Question" | "Answer" | "Interviewer")
        || (label.split_whitespace().count() <= 3
            && label.len() > 1
            && label.chars().all(|c| c.is_uppercase() || c == ' '));
    is_label && label.len() < text.trim_start().len()
}

/// Whether a word in the same sentence says that the words are shown, sung or shouted.
fn is_shown(context: &Context<'_>, place: Place) -> bool {
    let text = context.text_around(place);
    let around = sentence_around(context, place);
    let outside = [
        Span::new(around.start, place.span.start),
        Span::new(place.span.end, around.end),
    ];
    outside
        .iter()
        .flat_map(|span| span.of(text).split(|c: char| !(c.is_alphanumeric() || c == '-')))
        .any(|word| DISPLAY_WORDS.contains(word))
}

/// The sentence that a quotation is in, or the sentences that it spans.
pub fn sentence_around(context: &Context<'_>, place: Place) -> Span {
    let sentence = |offset: usize| {
        let language = &context.paragraph(place)?.facts.language;
        language
            .sentences
            .get(language.sentence_at(offset)?)
            .map(|sentence| sentence.span)
    };
    [sentence(place.span.start), sentence(place.span.end.saturating_sub(1))]
        .into_iter()
        .flatten()
        .fold(place.span, Span::join)
}

static DISPLAY_WORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("../data/display_words.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_rate_and_labels_speak() {
        let pulled = |source: &str| is_pulled(source, source.find('“').unwrap());
        assert!(pulled("{{< pullquote >}}\n“Yes.”") && pulled("<aside>“Yes.”") && !pulled("<p>“Yes.”"));
        assert!(is_rated(" Five stars.") && is_rated(" ★★★★"));
        assert!(!is_rated(" The night was clear and full of stars."));
        assert!(is_dialogue("Q: Why?") && is_dialogue("WEIL: No.") && !is_dialogue("Weil went on: “No.”"));
    }
}
