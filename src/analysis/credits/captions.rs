//! The captions that run into a paragraph, known by the credit after them. It finds no credit.

use crate::analysis::BlockFacts;
use crate::text::Span;

/// How many bytes there may be between a caption and its credit.
const GAP: usize = 2;

/// Whether a stretch of a block is in a caption or in its credit: in the sentence right before a credit.
#[must_use]
pub fn is_in_caption(facts: &BlockFacts, stretch: Span) -> bool {
    facts.credits.iter().any(|credit| {
        let before = facts.language.sentences.iter().rev();
        let caption = before
            .filter(|sentence| sentence.span.start < credit.start)
            .find(|sentence| sentence.span.end + GAP >= credit.start)
            .map_or(*credit, |sentence| Span::new(sentence.span.start, credit.end));
        caption.covers(stretch)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::credits;
    use crate::language::{analyse, embedded};

    #[test]
    fn a_caption_is_the_sentence_before_a_credit() {
        let text = "The mill burned. Crews stand at the mill in Ostby. REUTERS/Bo Lund The fire killed two.";
        let facts = BlockFacts {
            language: analyse(text, embedded()),
            credits: credits::of_block(text),
            ..BlockFacts::default()
        };
        let of = |words: &str| {
            let start = text.find(words).unwrap();
            is_in_caption(&facts, Span::new(start, start + words.len()))
        };
        assert!(of("Ostby") && of("stand"));
        assert!(!of("burned") && !of("killed"));
    }
}
