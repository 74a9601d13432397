//! The captions that run into a paragraph, known by the credit after them. It finds no credit.

use std::sync::LazyLock;

use regex::Regex;

use crate::analysis::BlockFacts;
use crate::analysis::credits::types::Caption;
use crate::language::calendar;
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

/// How many more sentences a caption has at most after the one with its date.
const AFTER_DATE: usize = 2;

/// The caption right before a credit of a block: from the sentence with its date on, or one sentence. Linear in the sentences.
#[must_use]
pub fn caption_of(text: &str, facts: &BlockFacts, credit: Span) -> Caption {
    let sentences = facts.language.sentences.iter();
    let mut before: Vec<Span> = sentences
        .map(|sentence| Span::new(sentence.span.start, sentence.span.end.min(credit.start)))
        .filter(|sentence| sentence.start < credit.start && sentence.of(text).contains(char::is_alphanumeric))
        .collect();
    let last = before.len().saturating_sub(1);
    let near = last.saturating_sub(AFTER_DATE)..before.len();
    let is_dated = |at: &usize| before.get(*at).is_some_and(|sentence| has_date(sentence.of(text)));
    let dated = near.rev().find(is_dated);
    let first = dated.unwrap_or(last);
    let span = before.get(first).map_or(credit, |sentence| sentence.join(credit));
    before.truncate(first);
    Caption {
        span,
        before,
        is_dated: dated.is_some(),
    }
}

/// A full date, as captions have it.
///
/// Matches “October 27, 2031”, “Oct. 27, 2031”, “27 October 2031”; not “October 27”.
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let month = format!("(?:{})\\.?", calendar::months_pattern());
    Regex::new(&format!(
        r"\b(?:{month} \d{{1,2}},? \d{{4}}|\d{{1,2}} {month},? \d{{4}})\b"
    ))
    .ok()
});

/// Whether a text has a full date.
fn has_date(text: &str) -> bool {
    DATE.as_ref().is_some_and(|date| date.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::credits;
    use crate::language::{analyse, embedded};

    #[test]
    fn a_caption_begins_with_its_date_or_has_one_sentence() {
        let before = "The mill burned on Monday. Two died. ";
        for (caption, is_dated) in [
            (
                "Crews stand at the mill in Ostby, May 5, 2031. It is the third fire this year. ",
                true,
            ),
            ("Crews stand at the mill in Ostby. ", false),
        ] {
            let text = format!("{before}{caption}REUTERS/Bo Lund");
            let facts = BlockFacts {
                language: analyse(&text, embedded()),
                ..BlockFacts::default()
            };
            let credit = Span::new(text.len() - "REUTERS/Bo Lund".len(), text.len());
            let found = caption_of(&text, &facts, credit);
            assert_eq!(found.span.of(&text), format!("{caption}REUTERS/Bo Lund"));
            assert_eq!((found.before.len(), found.is_dated), (2, is_dated), "{text}");
        }
    }

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

    #[test]
    fn dates_of_captions_are_full() {
        assert!(has_date("in Brandvik, Oct. 27, 2031.") && has_date("on 27 October 2031"));
        assert!(!has_date("on October 27"));
    }
}
