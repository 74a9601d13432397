//! Flags wrong marks where one quotation goes on in the next paragraph. It never changes quoted words.
//!
//! ## What it flags
//!
//! A quotation that goes on in the next paragraph by the same speaker, with nothing in between, if the first paragraph
//! closes it although the next one opens it again, or if the next paragraph closes it without having opened it.
//!
//! ## Why it matters in a newsroom
//!
//! In English copy each paragraph of a running quotation opens with a mark and only the last one closes. A closing mark at
//! the end of the first paragraph says that somebody else speaks in the second.
//!
//! ## Example
//!
//! > “We were ready,” said Ana Weil. “We were ready in May.”
//! >
//! > “We will be ready in July.”
//!
//! ## Better
//!
//! > “We were ready,” said Ana Weil. “We were ready in May.
//! >
//! > “We will be ready in July.”
//!
//! ## When it is wrong
//!
//! Two speakers who take turns close each paragraph. Interviews, quotations that are only a fragment, and paragraphs that
//! name a speaker of their own are left alone. So are lists, block quotes and verse, the next section, inches and feet, and
//! quotations in single marks, which may be apostrophes. Some houses close every paragraph, so the rule is off unless you
//! turn it on.

use std::sync::Arc;

use crate::analysis::quotations::unopened;
use crate::analysis::{Place, Quotation, QuotationKind, QuotationStatus};
use crate::markup::{BlockId, BlockKind};
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "running-quote-marks",
    name: "marks of a running quotation",
    summary: "wrong marks where a quotation continues in the next paragraph",
    category: Category::Quotes,
    level: Level::Warning,
    is_on: false,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("running_quote_marks.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let marked: Vec<&Quotation> = context
        .facts
        .quotations
        .iter()
        .map(Arc::as_ref)
        .filter(|quotation| quotation.kind == QuotationKind::Direct)
        .collect();
    let mut own_words = None;
    for (index, before) in marked.iter().copied().enumerate() {
        let is_spoken = matches!(before.status, QuotationStatus::Attributed | QuotationStatus::Carried);
        let ends = context.text_after(before.place).trim().is_empty();
        if !is_spoken || !ends || !is_prose(context, before.place.block) {
            continue;
        }
        let next = before.place.block.next();
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        if own_words.may_be_spoken(context, Place::new(next, Span::new(0, 0))) {
            continue;
        }
        findings.extend(match marked.get(index + 1).filter(|after| after.place.block == next) {
            Some(after) if goes_on(context, before, after) => closed_too_early(context, before, after),
            _ => never_opened(context, before),
        });
    }
}

/// A closing mark although the next paragraph goes on.
fn closed_too_early(context: &Context<'_>, before: &Quotation, after: &Quotation) -> Option<Finding> {
    let span = context.source_span(last_mark(context, before.place)?);
    let fix = Fix::suggest("Take out the closing mark", [Edit::replace(span, "")]);
    let finding = Finding::at(
        span,
        "Closing mark too early: the quotation continues in the next paragraph",
    )
    .help("Close only the last paragraph of the quotation.")
    .related(context.source_span(after.place), "The quotation continues here")
    .fixes([fix]);
    Some(finding)
}

/// Whether a quotation ends its paragraph, and the next one, by the same speaker, is all of the next paragraph.
fn goes_on(context: &Context<'_>, before: &Quotation, after: &Quotation) -> bool {
    let is_rest = |text: &str| text.trim().is_empty();
    let same = |one: &Quotation, other: &Quotation| {
        let actor = |quotation: &Quotation| quotation.speaker.as_ref().and_then(|speaker| speaker.actor);
        actor(one).is_some() && actor(one) == actor(other)
    };
    before.closed
        && after.status == QuotationStatus::Carried
        && same(before, after)
        && is_rest(context.text_before(after.place))
        && is_rest(context.text_after(after.place))
        && is_prose(context, after.place.block)
}

/// Over how many paragraphs without a mark a quotation may go on.
const LONGEST_RUN: usize = 6;

/// A later paragraph that closes the quotation without having opened it. One that is closed already goes on in the next paragraph at
/// most: anything further on has nothing to do with it.
fn never_opened(context: &Context<'_>, before: &Quotation) -> Option<Finding> {
    let mut block = before.place.block;
    let mut openings = Vec::new();
    let reach = if before.closed { 1 } else { LONGEST_RUN };
    for _ in 0..reach {
        let next = context.paragraph(Place::new(block.next(), Span::default()))?;
        if !is_prose(context, next.id) || !is_same_section(context, block, next.id) || is_verse(&next.block.text) {
            return None;
        }
        block = next.id;
        openings.push(context.source_span(Place::new(block, Span::new(0, 0))));
        let Some(mark) = unopened(&next.block.text) else {
            let is_unmarked = !next.block.text.contains(['“', '”', '"', '«', '»', '„']);
            if is_unmarked {
                continue;
            }
            return None;
        };
        let place = Place::new(block, mark);
        let opening = opening_mark(context.text(before.place));
        let is_meant = closes_speech(context, place) && !(before.closed && is_quoted_later(context, place));
        return is_meant.then(|| {
            let edits = openings.iter().map(|start| Edit::replace(*start, opening));
            Finding::at(
                context.source_span(place),
                "The quotation is closed here, but this paragraph does not open it",
            )
            .help("Open each paragraph of a quotation, and close only the last one.")
            .related(context.source_span(before.place), "The quotation before it")
            .fixes([Fix::suggest(
                "Open the quotation at the start of the paragraph",
                edits.collect::<Vec<_>>(),
            )])
        });
    }
    None
}

/// Whether a mark follows a stop, as the end of what somebody says does. After a figure it may be inches.
fn closes_speech(context: &Context<'_>, mark: Place) -> bool {
    let before = context.text_before(mark).trim_end_matches(['’', '\'', ' ', '\u{a0}']);
    before.ends_with(['.', ',', '!', '?', '…', '—', '–'])
}

/// Whether words before the mark say that somebody speaks: the quotation may then begin after them, and is another one.
fn is_quoted_later(context: &Context<'_>, mark: Place) -> bool {
    let is_before = |place: Place| place.block == mark.block && place.span.end <= mark.span.start;
    let quotations = context.quotations_in(mark.block);
    let mut cues = quotations.iter().filter_map(|quotation| quotation.cue.as_ref());
    let before = context.text_before(mark);
    before.contains(':') || begins_after_comma(before) || cues.any(|cue| is_before(cue.place))
}

/// "Bo Lund said, We will see": a capital after a comma that no name comes before, as quoted words begin.
fn begins_after_comma(text: &str) -> bool {
    text.split(", ").zip(text.split(", ").skip(1)).any(|(left, right)| {
        let is_lower = |word: &str| word.starts_with(char::is_lowercase);
        left.split(' ').next_back().is_some_and(is_lower) && right.starts_with(char::is_uppercase)
    })
}

/// The mark that opens a quotation in a draft that writes this one.
fn opening_mark(quotation: &str) -> &'static str {
    match quotation.chars().next() {
        Some('“' | '”') => "“",
        Some('«') => "«",
        Some('»') => "»",
        Some('„') => "„",
        _ => "\"",
    }
}

/// Whether a block is a paragraph of the draft's own: no list, no block quote.
fn is_prose(context: &Context<'_>, block: BlockId) -> bool {
    let block = context.block(Place::new(block, Span::default()));
    block.is_some_and(|block| block.kind == BlockKind::Paragraph && !block.in_quote)
}

/// Whether nothing but blanks and commands is between two blocks: no rule across the page.
fn is_same_section(context: &Context<'_>, one: BlockId, other: BlockId) -> bool {
    let span = |block: BlockId| {
        context
            .block(Place::new(block, Span::default()))
            .map(|block| block.span)
    };
    let between = span(one).zip(span(other));
    let between = between.and_then(|(one, other)| context.source.get(one.end..other.start));
    let is_rule = |line: &str| {
        let marks = line.trim().chars().filter(|c| !c.is_whitespace());
        marks.clone().count() >= 3 && marks.clone().all(|c| matches!(c, '*' | '-' | '_' | '#' | '•'))
    };
    between.is_some_and(|between| !between.contains("<hr") && !between.lines().any(is_rule))
}

/// Whether a paragraph is a stanza: lines that all begin with a capital.
fn is_verse(text: &str) -> bool {
    let begins_high = |line: &str| line.trim_start().starts_with(char::is_uppercase);
    text.contains('\n') && text.lines().all(begins_high)
}

/// The closing mark of a quotation that ends with a sentence.
fn last_mark(context: &Context<'_>, place: Place) -> Option<Place> {
    let text = context.text(place);
    let mark = text.chars().next_back()?;
    let words = text.strip_suffix(mark)?;
    let start = place.span.start + words.len();
    words
        .ends_with(['.', '!', '?', '…'])
        .then(|| Place::new(place.block, Span::new(start, place.span.end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn a_closing_mark_before_more_of_the_same_speech_is_flagged() {
        let rule = alone(&RULE);
        let first = "“We were ready,” said Ana Weil. “We were ready in May";
        assert_eq!(rule.marked(&format!("{first}.”\n\n“We will be ready in July.”")), ["”"]);
        assert!(
            rule.marked(&format!("{first}.\n\n“We will be ready in July.”"))
                .is_empty()
        );
        assert!(
            rule.marked(&format!("{first}.”\n\n“We will see,” said Bo Lund."))
                .is_empty()
        );
    }
}
