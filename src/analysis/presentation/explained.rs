//! What around a quotation explains it without a speaker: a colon, a label, a list, stars, a sign.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;

use crate::analysis::BlockFacts;
use crate::analysis::presentation::around::InBlock;
use crate::analysis::presentation::types::Explanation;
use crate::language::Person;
use crate::markup::{Block, BlockId, BlockKind, Markup};
use crate::text::{Span, table};

/// How many words after a quotation may come before its rating.
const NEAR_RATING: usize = 4;

/// How many words a phrase has at most that names a law.
const LONGEST_LAW: usize = 14;

/// How many paragraphs after its question an answer may go on.
const LONGEST_ANSWER: usize = 4;

/// How many list items to look back over.
const LONGEST_LIST: usize = 100;

/// What says that the words of a quotation are shown, sung, rated, listed or led in.
#[must_use]
pub fn explained(around: &InBlock<'_>, markup: &Markup, blocks: &[Arc<BlockFacts>]) -> Option<Explanation> {
    let before = around.before().trim_end();
    if around.block.in_quote {
        Some(Explanation::BlockQuote)
    } else if before.ends_with(':') || (before.is_empty() && is_led_in(markup, around.place.block)) {
        Some(Explanation::Colon)
    } else if around.facts.turn.is_dialogue {
        Some(Explanation::Label)
    } else if is_law(before) {
        Some(Explanation::Law)
    } else if before.is_empty() && is_answer(markup, blocks, around.place.block) {
        Some(Explanation::Answer)
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

/// Under Section 9 of the act, “no person shall …”: whether a phrase that names a law leads in the words.
fn is_law(before: &str) -> bool {
    const LEADS: [&str; 6] = ["under", "by", "in", "per", "pursuant", "according"];
    let Some(phrase) = before.strip_suffix(',') else {
        return false;
    };
    let phrase = phrase
        .rsplit(['.', '!', '?', ';', '”', '"'])
        .next()
        .unwrap_or("")
        .to_lowercase();
    let words = || {
        phrase
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .filter(|word| !word.is_empty())
    };
    words().next().is_some_and(|first| LEADS.contains(&first))
        && words().count() <= LONGEST_LAW
        && words().any(|word| LAWS.contains(word) || word.strip_suffix('s').is_some_and(|one| LAWS.contains(one)))
}

static LAWS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| table::lines(include_str!("laws.txt")).collect());

/// Why did you leave? / “I had no choice.”: whether the paragraph is part of the answer to a question that is a line of its own and
/// says "you".
fn is_answer(markup: &Markup, blocks: &[Arc<BlockFacts>], block: BlockId) -> bool {
    let before = (0..block.0).rev().take(LONGEST_ANSWER);
    for index in before {
        let (Some(block), Some(facts)) = (markup.blocks.get(index), blocks.get(index)) else {
            return false;
        };
        if let Some(asked) = facts
            .turn
            .question
            .as_ref()
            .filter(|asked| !asked.is_signed && !asked.has_marks)
        {
            let has_letter = facts.turn.label.as_ref().is_some_and(|label| label.is_letter);
            let addressed = facts
                .mentions
                .iter()
                .any(|mention| mention.person == Some(Person::Second));
            return has_letter || addressed && asked.end >= block.text.trim_end().len();
        }
        if !block.kind.is_body() {
            return false;
        }
    }
    false
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
    fn stars_rate_lists_go_on_and_laws_lead_in() {
        assert!(is_law("It rained. Under Section 9 of the act,") && is_law("“It rained.” By law,"));
        assert!(!is_law("Under the bridge,") && !is_law("The act,"));
        assert!(is_rated(" Five stars.") && is_rated(" ★★★★"));
        assert!(!is_rated(" The night was clear and full of stars."));
        assert!(is_listed("“One”; “two” and") && is_listed("“One”,") && !is_listed("“One.”"));
    }
}
