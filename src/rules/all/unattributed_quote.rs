//! Flags a quotation without a speaker. It never guesses one: who speaks is a fact, and found before.
//!
//! ## What it flags
//!
//! A quotation of whole sentences, or a long quoted fragment without a clause of the writer's around it, if neither its
//! own paragraph nor those before it show anybody who may be speaking. If a paragraph has several, the first is flagged; if
//! several paragraphs in a row are only such quotations, the first paragraph is.
//!
//! ## Why it matters in a newsroom
//!
//! Readers judge words by who says them. A quotation that lost its “she said” in the edit passes for common knowledge,
//! or for the words of whoever spoke last.
//!
//! ## Example
//!
//! > The ferry was late again. “We have waited here since the morning.”
//!
//! ## Better
//!
//! > The ferry was late again. “We have waited here since the morning,” said Ana Weil, a teacher.
//!
//! ## When it is wrong
//!
//! Quotations that run on from the paragraph before, questions and answers, quotations after a colon or after a phrase that
//! names a law (“Under Section 9 of the act,”), chants, signs, slogans and songs, reviews with stars, titles and nicknames, block quotes, headings and captions, fragments inside a
//! sentence of the writer's (the plan was “a gift to the rich”), whatever follows an unclosed quotation in its paragraph,
//! and quotations signed after a dash, even on the next line (“…” —Ana Weil), are left alone. So is a quotation that one of
//! two people may have said who are quoted right before it, and one after a sentence about a single person (“For Ana Weil, the
//! bridge comes too late.”). If only the course of the story shows who is speaking, the
//! speaker may be missed; the finding then lists the nearest candidates.

use rustc_hash::FxHashSet;

use crate::analysis::placeholders::PlaceholderKind;
use crate::analysis::presentation::Presentation;
use crate::analysis::{Place, Quotation, QuotationKind, QuotationStatus};
use crate::rules::{Category, Context, Finding, Level, Rule, RuleOption, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "unattributed-quote",
    name: "quotation without attribution",
    summary: "a quotation without attribution",
    category: Category::Attribution,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[&MIN_WORDS],
    file: include_str!("unattributed_quote.rs"),
    check,
};

/// How long a quotation must be, in words.
const MIN_WORDS: RuleOption<usize> = RuleOption {
    name: "min-words",
    default: 6,
    summary: "Quotations of fewer words are not flagged.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let quotations = &context.facts.quotations;
    // A quotation in parts has a speaker if one of its parts does.
    let mut settled: FxHashSet<usize> = quotations
        .iter()
        .filter(|quotation| !matches!(quotation.status, QuotationStatus::Unattributed | QuotationStatus::None))
        .map(|quotation| quotation.group)
        .collect();
    let mut flagged: Option<Place> = None;
    // A sentence that goes on after its quotation names a speaker, who then also speaks in the rest of the paragraph.
    let mut spoken_in = None;
    let shortest = context.option(&MIN_WORDS);
    for (index, quotation) in quotations.iter().enumerate() {
        // The attribution of an unclosed quotation is lost inside it; `unclosed-quote` reports that.
        let is_open = quotation.status == QuotationStatus::Unattributed
            && (quotation.closed || quotation.runs_on)
            && matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
            && words(context, quotation) >= shortest;
        let block = Some(quotation.place.block);
        let presentation = context.facts.presentation_of(index);
        if presentation.is_some_and(|presentation| presentation.has_tag) {
            spoken_in = block;
        }
        // A row of quotations without a speaker is one thing to fix.
        if is_open && flagged.is_some_and(|last| goes_on(context, last, quotation.place)) {
            flagged = Some(quotation.place);
            continue;
        }
        if is_open
            && !quotation.contested
            && block != flagged.map(|place| place.block)
            && block != spoken_in
            && context.block(quotation.place).is_some_and(|block| block.kind.is_body())
            && !context.facts.is_signed(index)
            && presentation.is_some_and(needs_speaker)
            && !is_queried(context, quotation.place)
            && settled.insert(quotation.group)
        {
            flagged = Some(quotation.place);
            findings.push(finding(context, quotation));
        }
    }
}

/// Whether readers expect to learn who is speaking: nothing around the quotation explains it, and its words are not the writer's.
fn needs_speaker(presentation: &Presentation) -> bool {
    presentation.explained.is_none() && !presentation.is_fragment && !presentation.is_after_unclosed
}

/// Whether a note to the desk is right after a quotation: the reporter is asked already, and `placeholder-left` finds the note.
fn is_queried(context: &Context<'_>, quotation: Place) -> bool {
    let notes = quotation.block.of(context.blocks).map(|facts| &facts.placeholders);
    notes.into_iter().flatten().any(|note| {
        let gap = note.span.start.checked_sub(quotation.span.end);
        note.kind == PlaceholderKind::Note && gap.is_some_and(|gap| gap <= NEXT_TO)
    })
}

/// How far after a quotation a note about it begins, in bytes: a period and a space.
const NEXT_TO: usize = 2;

/// Whether a quotation that is the whole paragraph follows one that ends the paragraph before.
fn goes_on(context: &Context<'_>, last: Place, next: Place) -> bool {
    let around = |place: Place| {
        let (before, after) = (context.text_before(place), context.text_after(place));
        (before.trim().is_empty(), after.trim().is_empty())
    };
    last.block.next() == next.block && around(last).1 && around(next) == (true, true)
}

/// The words between the marks, without what the writer put in.
fn words(context: &Context<'_>, quotation: &Quotation) -> usize {
    let inserted: usize = quotation
        .insertions
        .iter()
        .map(|place| context.text(*place).split_whitespace().count())
        .sum();
    context.word_count(quotation.place).saturating_sub(inserted)
}

fn finding(context: &Context<'_>, quotation: &Quotation) -> Finding {
    let mut finding = Finding::at(context.source_span(quotation.place), "Quotation has no attribution")
        .help("Say in the same sentence who is speaking.");
    let mut candidates = quotation.candidates.clone();
    candidates.dedup();
    for place in candidates {
        finding = finding.related(
            context.source_span(place),
            format!("Possible speaker: {}", context.text(place)),
        );
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{alone, findings};

    #[test]
    fn the_shortest_quotation_can_be_set() {
        let text = "The ferry was late. “We wait since the morning.”";
        assert_eq!(alone(&RULE).findings(text), []);
        assert_eq!(alone(&RULE).with(&MIN_WORDS, 5).findings(text).len(), 1);
    }

    #[test]
    fn candidates_are_listed_nearest_first() {
        let text = "Ana Weil waited for Bo Lund. “We have waited here since the morning.”";
        let found = findings(text);
        let messages: Vec<&str> = found[0]
            .related
            .iter()
            .map(|related| related.message.as_str())
            .collect();
        assert!(
            messages
                .first()
                .is_some_and(|message| message.starts_with("Possible speaker: ")),
            "{messages:?}"
        );
    }
}
