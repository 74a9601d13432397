//! Flags a new speaker of whom the reader learns only after the words. It does not rewrite the paragraph.
//!
//! ## What it flags
//!
//! A paragraph that begins with a quotation by another person than the one whose quotation ended the paragraph before, if
//! nothing leads in to the new speaker.
//!
//! ## Why it matters in a newsroom
//!
//! Until they reach the name, readers hear the words in the voice of whoever spoke last. A short lead-in names the new one in time.
//!
//! ## Example
//!
//! > “The ferry will run in July,” said Ana Weil. “We are ready.”
//! >
//! > “Nobody has asked the crews about any of this, and they are not ready,” said Bo Lund.
//!
//! ## Better
//!
//! > “The ferry will run in July,” said Ana Weil. “We are ready.”
//! >
//! > Bo Lund, who speaks for the crews, disagreed. “Nobody has asked them about any of this,” he said.
//!
//! ## When it is wrong
//!
//! Voices from a crowd, dialogue and interviews switch on purpose. A speaker who answers, protests or goes on is left alone, and so
//! are two who take turns, and one who is only described (“the lawmaker”): that may be whoever spoke before. A row of
//! reactions is flagged, although many writers mean it so, and for this reason the rule is off unless you turn it on.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;

use crate::analysis::{ActorId, Mention, MentionForm, Place, Quotation, QuotationKind, QuotationStatus};
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};
use crate::text::table;

/// The rule.
pub const RULE: Rule = Rule {
    code: "speaker-switch",
    name: "switch of speakers",
    summary: "a new speaker without a lead-in",
    category: Category::Attribution,
    level: Level::Info,
    is_on: false,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("speaker_switch.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let spoken: Vec<&Quotation> = context
        .facts
        .quotations
        .iter()
        .map(Arc::as_ref)
        .filter(|quotation| quotation.kind == QuotationKind::Direct && quotation.closed)
        .collect();
    let mut own_words = None;
    for (index, pair) in spoken.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        if !switches(context, before, after) || takes_turns(before, after, spoken.get(index + 2).copied()) {
            continue;
        }
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        let cue = after.cue.as_ref().map(|cue| cue.place);
        if cue.is_some_and(|cue| own_words.hold(context, cue)) {
            let finding = Finding::at(
                context.source_span(after.place),
                "A new speaker begins without a lead-in",
            );
            let finding = finding.help("Name the new speaker before the words.");
            findings.push(finding.related(context.source_span(before.place), "Somebody else speaks here"));
        }
    }
}

/// Verbs of those who talk to each other, and of those who go on.
static TALK: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/verbs_of_talk.txt")).collect());

fn actor(quotation: &Quotation) -> Option<ActorId> {
    quotation.speaker.as_ref().and_then(|speaker| speaker.actor)
}

/// Whether the new speaker talks to the one before, or whoever spoke before is heard again right after.
fn takes_turns(before: &Quotation, after: &Quotation, next: Option<&Quotation>) -> bool {
    let talks = after.cue.as_ref().is_some_and(|cue| TALK.contains(cue.lemma.as_str()));
    let is_near = |next: &Quotation| next.place.block.0 <= after.place.block.0 + 1;
    talks || next.is_some_and(|next| is_near(next) && actor(next) == actor(before))
}

/// Whether the words that name a speaker are or have a name: “Bo Lund”, “Mayor Lund of Kessel”; not “the lawmaker”.
fn is_named(context: &Context<'_>, quotation: &Quotation) -> bool {
    let Some(speaker) = &quotation.speaker else {
        return false;
    };
    let mentions = context.mentions_in(speaker.place.block);
    let is_speaker = |mention: &Mention| mention.actor == speaker.actor && speaker.place.overlaps(mention.place);
    mentions
        .iter()
        .any(|mention| is_speaker(mention) && mention.form == MentionForm::Named)
}

/// Whether a quotation ends its paragraph in one voice, and the next paragraph begins in another.
fn switches(context: &Context<'_>, before: &Quotation, after: &Quotation) -> bool {
    let others = match (actor(before), actor(after)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    let ends = |place: Place| context.text_after(place).trim().is_empty();
    others
        && before.place.block.next() == after.place.block
        && after.status == QuotationStatus::Attributed
        && is_named(context, after)
        && ends(before.place)
        && context.text_before(after.place).trim().is_empty()
        && after
            .cue
            .as_ref()
            .is_some_and(|cue| cue.place.span.start >= after.place.span.end)
        && context.block(after.place).is_some_and(|block| block.kind.is_body())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn a_lead_in_is_enough() {
        let rule = alone(&RULE);
        let first = "“The ferry will run in July,” said Ana Weil. “We are ready.”";
        let second = "“Nobody has asked the crews,” said Bo Lund.";
        assert_eq!(
            rule.marked(&format!("{first}\n\n{second}")),
            ["“Nobody has asked the crews,”"]
        );
        assert!(
            rule.marked(&format!("{first}\n\nBo Lund disagreed. {second}"))
                .is_empty()
        );
    }
}
