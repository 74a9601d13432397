//! Flags the caption of a picture, with its credit, inside a paragraph of the story. It never cuts text unasked.
//!
//! ## What it flags
//!
//! A photographer's or agency's credit (“REUTERS/Ana Weil”, “AP Photo/Ana Weil”, “Photo: Ana Weil/AFP”, “(Photo by Ana
//! Weil/Getty Images)”) in a paragraph that is more than the caption, and two credits in a row. Each paragraph is
//! flagged once.
//!
//! ## Why it matters in a newsroom
//!
//! Captions slip into the body when a story is copied from a page or a feed. The reader finds a sentence in the present
//! tense that repeats the story, and an agency's name where none belongs.
//!
//! ## Example
//!
//! > The ministers spoke for an hour, Norland said. Minister Ana Weil speaks in Brandvik, Norland, May 5, 2031.
//! > REUTERS/Bo Lund(REUTERS)
//!
//! ## Better
//!
//! > The ministers spoke for an hour, Norland said.
//! >
//! > Minister Ana Weil speaks in Brandvik, Norland, May 5, 2031. REUTERS/Bo Lund
//!
//! ## When it is wrong
//!
//! A paragraph that is nothing but a caption and its credit is left alone, and so are “Reuters reported”, a dateline
//! tag (“(Reuters) -”) and stories about an agency. A long caption with its date in the last sentence may be taken for
//! a paragraph with a caption after it.

use crate::analysis::credits::{self, Caption};
use crate::analysis::{Place, QuotationKind};
use crate::rules::context::Paragraph;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "caption-in-body",
    name: "caption in the text",
    summary: "a caption and photo credit inside a paragraph",
    category: Category::Structure,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("caption_in_body.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let paragraphs = context.body().filter(|paragraph| !paragraph.block.in_quote);
    findings.extend(paragraphs.filter_map(|paragraph| caption(context, paragraph)));
}

/// The first caption in a paragraph that is more than the caption.
fn caption(context: &Context<'_>, paragraph: Paragraph<'_>) -> Option<Finding> {
    let text = paragraph.block.text.as_str();
    paragraph.facts.credits.iter().enumerate().find_map(|(at, &credit)| {
        let follows = has_prose(text.get(credit.end..).unwrap_or(""));
        let caption = credits::caption_of(text, paragraph.facts, credit);
        let span = caption.span;
        let fused = follows || follows_prose(context, paragraph, &caption);
        let doubled = paragraph
            .facts
            .credits
            .get(at + 1)
            .is_some_and(|next| Span::new(credit.end, next.start).of(text).trim().is_empty());
        let at = context.source_span(Place::new(paragraph.id, span));
        if fused {
            let finding = Finding::at(at, "Caption and photo credit inside a paragraph")
                .help("Move the caption to a paragraph of its own, or cut it.");
            Some(finding.fixes(split(context, paragraph, span)))
        } else if doubled {
            let finding = Finding::at(at, "Two photo credits in a row");
            Some(finding.help("Keep the one that belongs to the photo."))
        } else {
            None
        }
    })
}

/// Whether there is more before a caption than a caption has: words of the story.
fn follows_prose(context: &Context<'_>, paragraph: Paragraph<'_>, caption: &Caption) -> bool {
    let (text, before) = (paragraph.block.text.as_str(), &caption.before);
    let quotes = before
        .iter()
        .any(|sentence| has_quotation(context, Place::new(paragraph.id, *sentence)));
    let is_long = before
        .first()
        .is_some_and(|sentence| sentence.of(text).split_whitespace().count() >= LONG_SENTENCE);
    if caption.is_dated {
        before.len() >= 2 || is_long || quotes
    } else {
        before.len() >= 3 || quotes
    }
}

/// From this many words on, a sentence before a dated caption is taken for a sentence of the story.
const LONG_SENTENCE: usize = 18;

fn has_quotation(context: &Context<'_>, place: Place) -> bool {
    context.facts.quotations.iter().any(|quotation| {
        quotation.kind != QuotationKind::Mention
            && (quotation.place.overlaps(place) || quotation.cue.as_ref().is_some_and(|cue| cue.place.overlaps(place)))
    })
}

/// Whether there are words of a story: what comes after a credit in capitals, in brackets or as a license note does not
/// count.
fn has_prose(rest: &str) -> bool {
    let rest = LICENCE_NOTES
        .iter()
        .fold(rest.to_owned(), |rest, note| rest.replace(note, " "));
    rest.split_whitespace()
        .filter(|word| word.chars().any(char::is_lowercase))
        .count()
        >= 3
}

const LICENCE_NOTES: [&str; 5] = [
    "Acquire Licensing Rights",
    "opens new tab",
    "File Photo",
    "Purchase Licensing Rights",
    "All rights reserved",
];

/// Offers to put blank lines around the caption.
fn split(context: &Context<'_>, paragraph: Paragraph<'_>, caption: Span) -> Option<Fix> {
    // Between tags a blank line does not make a paragraph.
    if paragraph.block.span.of(context.source).starts_with('<') {
        return None;
    }
    let text = paragraph.block.text.as_str();
    let blank = context.line_break().repeat(2);
    let start = text.get(..caption.start)?.trim_end().len();
    let rest = text.get(caption.end..)?;
    let end = caption.end + (rest.len() - rest.trim_start().len());
    let mut gaps = Vec::new();
    if start > 0 {
        gaps.push(Span::new(start, caption.start));
    }
    if end < text.len() {
        gaps.push(Span::new(caption.end, end));
    }
    let edits: Vec<Edit> = gaps
        .into_iter()
        .map(|gap| Edit::replace(context.source_span(Place::new(paragraph.id, gap)), blank.clone()))
        .collect();
    Some(Fix::suggest("Move the caption to a paragraph of its own", edits))
}

#[cfg(test)]
mod tests {
    use crate::rules::FixSafety;
    use crate::rules::testing::mended;

    #[test]
    fn the_caption_is_given_a_paragraph() {
        let text = "Norland wants \"more talks\", Ana Weil said. Ana Weil speaks in Brandvik, Norland, May 5, 2031. \
                    REUTERS/Bo Lund(REUTERS) - The talks go on this week.";
        assert_eq!(
            mended(text, FixSafety::Suggest),
            "Norland wants \"more talks\", Ana Weil said.\n\nAna Weil speaks in Brandvik, Norland, May 5, 2031. \
             REUTERS/Bo Lund\n\n(REUTERS) - The talks go on this week."
        );
    }
}
