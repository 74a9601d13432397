//! Which words of a draft are its own: those outside of quotation marks, headings and names. It judges no word.

use std::collections::HashMap;

use crate::analysis::{Place, QuotationKind};
use crate::rules::Context;
use crate::text::Span;

/// The marked stretches of a draft, by block.
pub struct Marked {
    spans: HashMap<usize, Vec<Span>>,
}

impl Marked {
    /// The marked stretches of a draft: quotations and mentions. Linear.
    pub fn of(context: &Context<'_>) -> Self {
        let mut spans: HashMap<usize, Vec<Span>> = HashMap::new();
        for quotation in &context.facts.quotations {
            if quotation.kind != QuotationKind::Indirect {
                spans
                    .entry(quotation.place.block)
                    .or_default()
                    .push(quotation.place.span);
            }
        }
        Self { spans }
    }

    /// Whether a place is marked, or stands in a block quote. The stretches of a block are in order.
    pub fn holds(&self, context: &Context<'_>, place: Place) -> bool {
        let quoted = context
            .markup
            .blocks
            .get(place.block)
            .is_some_and(|block| block.in_quote);
        quoted
            || self.spans.get(&place.block).is_some_and(|spans| {
                let next = spans.partition_point(|marked| marked.end <= place.span.start);
                spans.get(next).is_some_and(|marked| marked.overlaps(place.span))
            })
    }

    /// Whether a place is running text of the draft's own.
    pub fn is_narration(&self, context: &Context<'_>, place: Place) -> bool {
        context
            .markup
            .blocks
            .get(place.block)
            .is_some_and(|block| block.kind.is_body() && !is_transcript(&block.text))
            && !self.holds(context, place)
    }
}

/// Whether a block is a question or an answer of a transcript: “Q: …”, “A: …”.
fn is_transcript(text: &str) -> bool {
    ["Q:", "A:", "Q. "].iter().any(|label| text.starts_with(label))
}

/// The word right before `at`, in lower case, and whether the sentence begins there; empty at the start of a text.
pub fn word_before(text: &str, at: usize) -> String {
    let before = text
        .get(..at)
        .unwrap_or("")
        .trim_end_matches([' ', '\u{a0}', '\n', '\t', '“', '"', '(']);
    before
        .rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .next()
        .unwrap_or("")
        .to_lowercase()
}

/// Whether nothing but an opening mark stands between `at` and the start of its sentence.
pub fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text
        .get(..at)
        .unwrap_or("")
        .trim_end_matches([' ', '\u{a0}', '\n', '\t', '“', '"', '(', '‘']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '”', '–', '—', '-', '*', '•'])
}
