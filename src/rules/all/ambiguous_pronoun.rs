//! Flags a pronoun as a speaker that could mean two people. It never guesses which.
//!
//! ## What it flags
//!
//! “He said” or “she said” with a quotation, where two people named earlier in the same paragraph fit the pronoun
//! equally well, so that it is not clear who is speaking.
//!
//! ## Why it matters in a newsroom
//!
//! Readers put the words in the wrong mouth. The writer knows who spoke; “she said” does not say.
//!
//! ## Example
//!
//! > Ana Weil met Rosa Quist on Monday. She said: “We will sign.”
//!
//! ## Better
//!
//! > Ana Weil met Rosa Quist on Monday. Quist said: “We will sign.”
//!
//! ## When it is wrong
//!
//! It is only a hint, since readers often know from the context who is speaking. Where one of the two spoke last, or is
//! the subject of the sentence before, nothing is flagged.

use rustc_hash::FxHashSet;

use crate::analysis::actors::tables;
use crate::analysis::coreference::mention_at;
use crate::analysis::{Actor, ActorId, ActorKind, MentionForm, Place, QuotationKind};
use crate::language::Gender;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Related, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "ambiguous-pronoun",
    name: "ambiguous pronoun",
    summary: "a pronoun as a speaker that could be two people",
    category: Category::Attribution,
    level: Level::Hint,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("ambiguous_pronoun.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let facts = context.facts;
    let mut reported = FxHashSet::default();
    for quotation in &facts.quotations {
        if !matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed) {
            continue;
        }
        let Some(speaker) = &quotation.speaker else { continue };
        let Some(mention) = mention_at(&facts.mentions, speaker.place) else {
            continue;
        };
        let is_open = mention.form == MentionForm::Pronoun && mention.actor.is_none();
        if !is_open || !reported.insert(mention.place) {
            continue;
        }
        let candidates: Vec<&Actor> = mention
            .could_be
            .iter()
            .filter_map(|id| facts.actor(*id))
            .filter(|actor| actor.kind == ActorKind::Person && actor.name.contains(' '))
            .collect();
        let pronoun = context.text(mention.place);
        let goes_on = has_just_spoken(context, &mention.could_be, mention.place);
        if goes_on || candidates.iter().any(|actor| is_unlikely(pronoun, actor)) {
            continue;
        }
        // A name that is paragraphs away is not what a reader thinks of first.
        let related: Vec<Related> = candidates
            .iter()
            .filter_map(|actor| named(context, actor, mention.place))
            .collect();
        if related.len() < candidates.len() {
            continue;
        }
        let [one, other, ..] = candidates.as_slice() else {
            continue;
        };
        let span = context.source_span(mention.place);
        let replacement = |actor: &&Actor| {
            let name = short_name(actor);
            Fix::suggest(format!("Change “{pronoun}” to “{name}”"), [Edit::replace(span, name)])
        };
        let offered = candidates.iter().filter(|_| is_subject(pronoun));
        let mut finding = Finding::at(
            span,
            format!("Unclear pronoun: “{pronoun}” could be {} or {}", one.name, other.name),
        )
        .help("Name the speaker.")
        .fixes(offered.map(replacement));
        finding.related = related;
        findings.push(finding);
    }
}

/// How many quotations before a pronoun are looked at.
const NEAR: usize = 8;

/// Whether whoever spoke last in the paragraph, in quotation marks or without them, is one of the candidates: readers take it
/// that they go on.
fn has_just_spoken(context: &Context<'_>, candidates: &[ActorId], pronoun: Place) -> bool {
    let quotations = &*context.facts.quotations;
    let next = quotations.partition_point(|quotation| quotation.place < pronoun);
    let near = quotations.get(..next).unwrap_or(&[]).iter().rev().take(NEAR);
    let mut before = near.filter(|quotation| {
        quotation.place.block == pronoun.block
            && quotation.kind != QuotationKind::Mention
            && quotation.place.span.end <= pronoun.span.start
    });
    let last = before.next().and_then(|quotation| quotation.speaker.as_ref()?.actor);
    last.is_some_and(|actor| candidates.contains(&actor))
}

/// Whether readers would not think of this candidate, going by the given name. It can only keep the rule silent.
fn is_unlikely(pronoun: &str, actor: &Actor) -> bool {
    let given = actor.name.split(' ').next().unwrap_or("");
    let usual = tables::usual_gender(given);
    match pronoun.to_lowercase().as_str() {
        "he" => usual == Some(Gender::Feminine),
        "she" => usual == Some(Gender::Masculine),
        _ => false,
    }
}

fn is_subject(pronoun: &str) -> bool {
    matches!(pronoun.to_lowercase().as_str(), "he" | "she" | "they")
}

/// The form of a name that the draft uses most often, without a title.
fn short_name(actor: &Actor) -> &str {
    let names = actor
        .aliases
        .iter()
        .filter(|(name, _)| name.chars().next().is_some_and(char::is_uppercase));
    let single = names
        .filter(|(name, _)| !name.contains(' '))
        .max_by_key(|(_, count)| *count);
    match single {
        Some((name, _)) => name,
        None => actor.name.rsplit(' ').next().unwrap_or(&actor.name),
    }
}

fn is_possessive(context: &Context<'_>, place: Place) -> bool {
    let after = context.text_after(place);
    after.starts_with("'s") || after.starts_with("’s")
}

/// Where an actor is named last in the paragraph of a pronoun, before it; not as the owner of something ("Weil's aide").
fn named(context: &Context<'_>, actor: &Actor, pronoun: Place) -> Option<Related> {
    let mention = context
        .facts
        .mentions_of(actor)
        .filter(|mention| {
            let place = mention.place;
            mention.form == MentionForm::Named
                && place.block == pronoun.block
                && place.span.end <= pronoun.span.start
                && !is_possessive(context, place)
        })
        .max_by_key(|mention| mention.place.span.start)?;
    Some(Related {
        span: context.source_span(mention.place),
        message: format!("Possible speaker: {}", actor.name),
        notes: None,
    })
}
