//! Flags a quotation that keeps readers waiting for its speaker. It does not move anything unless it is asked.
//!
//! ## What it flags
//!
//! A paragraph that begins with a quotation of more than `max-sentences` sentences before it says who is speaking, unless
//! the paragraph before it is about the same speaker.
//!
//! ## Why it matters in a newsroom
//!
//! Readers weigh words by who says them. Most desks want the speaker after the first sentence.
//!
//! ## Example
//!
//! > “The ferry was late. We waited in the rain. Nobody told us anything,” Ana Weil said.
//!
//! ## Better
//!
//! > “The ferry was late,” Ana Weil said. “We waited in the rain. Nobody told us anything.”
//!
//! ## When it is wrong
//!
//! A speaker whom the paragraph before introduces is known already. Such quotations, those that run on from the paragraph
//! before, and interviews are left alone.

use crate::analysis::{Place, Quotation, QuotationKind, QuotationStatus};
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, RuleOption, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "late-attribution",
    name: "late attribution",
    summary: "a quotation whose speaker is named late",
    category: Category::Attribution,
    level: Level::Hint,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[&MAX_SENTENCES],
    file: include_str!("late_attribution.rs"),
    check,
};

/// How many quoted sentences may come before the speaker.
const MAX_SENTENCES: RuleOption<usize> = RuleOption {
    name: "max-sentences",
    default: 2,
    summary: "Quotations of more sentences before their speaker is named are flagged.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut own_words = None;
    for quotation in &context.facts.quotations {
        let place = quotation.place;
        let Some(count) = sentences_before_cue(context, quotation) else {
            continue;
        };
        if count <= context.option(&MAX_SENTENCES) || is_introduced(context, quotation) {
            continue;
        }
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        if quotation
            .cue
            .as_ref()
            .is_some_and(|cue| own_words.hold(context, cue.place))
        {
            let message = format!("The speaker is named after {count} sentences");
            let finding = Finding::at(context.source_span(place), message);
            findings.push(
                finding
                    .help("Name the speaker after the first sentence.")
                    .fixes(moved(context, place)),
            );
        }
    }
}

/// How many sentences come before the cue of a quotation that begins its paragraph; `None` for all others.
fn sentences_before_cue(context: &Context<'_>, quotation: &Quotation) -> Option<usize> {
    let (place, cue) = (quotation.place, quotation.cue.as_ref()?.place);
    let begins = context.text_before(place).trim().is_empty();
    let follows = cue.block == place.block && cue.span.start >= place.span.end;
    let fits = quotation.closed
        && quotation.kind == QuotationKind::Direct
        && quotation.status == QuotationStatus::Attributed
        && begins
        && follows;
    fits.then(|| context.sentences(place).count())
}

/// Whether the speaker is known already: by a pronoun, or because the paragraph before names or quotes the same one, or
/// leads in with a colon.
fn is_introduced(context: &Context<'_>, quotation: &Quotation) -> bool {
    let speaker = quotation.speaker.as_ref().map_or("", |speaker| speaker.text.as_str());
    if matches!(speaker, "he" | "she" | "they" | "it" | "I" | "we") {
        return true;
    }
    let Some(last) = context.paragraph_before(quotation.place.block) else {
        return false;
    };
    let actor = quotation.speaker.as_ref().and_then(|speaker| speaker.actor);
    let mut mentions = context.mentions_in(last.id).iter();
    last.block.text.trim_end().ends_with(':')
        || actor.is_some() && mentions.any(|mention| mention.actor == actor)
        || context.quotations_in(last.id).iter().any(|other| other.runs_on)
}

/// The attribution after the first sentence, if nothing comes after it in the paragraph.
fn moved(context: &Context<'_>, place: Place) -> Option<Fix> {
    let tag = context.text_after(place);
    let says = tag.trim().strip_suffix('.')?;
    let text = context.text(place);
    let (open, close) = (text.chars().next()?, text.chars().next_back()?);
    let first = context.sentences(place).next()?;
    let stop = Place::new(place.block, Span::new(first.span.end.checked_sub(1)?, first.span.end));
    let is_simple =
        says.len() <= LONGEST_TAG && !says.contains(['“', '”', '"', '.', '?', '!']) && text.ends_with([open, close]);
    let comma = match context.text(stop) {
        "." => ",",
        "?" => "?",
        "!" => "!",
        _ => return None,
    };
    let end = text.strip_suffix(close)?.strip_suffix(',')?.len() + place.span.start;
    if !is_simple {
        return None;
    }
    let rest = Place::new(place.block, Span::new(end, place.span.end + tag.trim_end().len()));
    let edits = [
        Edit::replace(context.source_span(stop), format!("{comma}{close} {says}. {open}")),
        Edit::replace(context.source_span(rest), format!(".{close}")),
    ];
    let gap = Place::new(place.block, Span::new(stop.span.end, stop.span.end + 1));
    let gap = Edit::replace(context.source_span(gap), "");
    let [first, last] = edits;
    Some(Fix::suggest(
        "Name the speaker after the first sentence",
        [first, gap, last],
    ))
}

/// A longer attribution has clauses of its own.
const LONGEST_TAG: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::FixSafety;
    use crate::rules::testing::{alone, mended};

    #[test]
    fn the_speaker_is_moved_after_the_first_sentence() {
        let text = "“The ferry was late. We waited in the rain. Nobody told us anything,” Ana Weil said.";
        assert_eq!(alone(&RULE).messages(text), ["The speaker is named after 3 sentences"]);
        assert_eq!(
            mended(text, FixSafety::Suggest),
            "“The ferry was late,” Ana Weil said. “We waited in the rain. Nobody told us anything.”"
        );
    }

    #[test]
    fn a_speaker_of_the_paragraph_before_is_known() {
        let rule = alone(&RULE);
        let long = "“The ferry was late. We waited in the rain. Nobody told us anything,” Ana Weil said.";
        assert!(
            rule.messages(&format!("Ana Weil was on the quay.\n\n{long}"))
                .is_empty()
        );
        assert_eq!(rule.messages(&format!("It was a long day.\n\n{long}")).len(), 1);
        assert!(
            rule.messages("“The ferry was late. We waited,” Ana Weil said.")
                .is_empty()
        );
    }
}
