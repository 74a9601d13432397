//! The name that a pronoun waits for: "Before her trip, Weil …". It weighs nothing against those named before.

use std::ops::Range;

use crate::analysis::actors::{Function, LocalMention};
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::types::MetMention;
use crate::analysis::{MentionForm, MentionId};
use crate::language::{Tag, Upos, View};

/// How many words an opening phrase has before its pronoun.
const OPENING: usize = 12;

/// How many of them are before a pronoun that is a subject: "when she", "even though she".
const BEFORE_SUBJECT: usize = 3;

/// How many words after its first one may lead an opening phrase: "shortly after".
const LEADING: usize = 4;

/// How many mentions after the pronoun are looked at.
const LOOKED_AT: usize = 7;

/// The subject, or its owner, that the opening phrase around the pronoun waits for: "Before her trip, Weil …", "In May,
/// without telling her brother, Weil …", "Since her death, Weil's books …".
pub(super) fn awaited(entities: &Entities<'_>, pronoun: MentionId) -> Option<MetMention> {
    let (local, words) = entities.in_words(pronoun)?;
    let sentence = words.language.sentences.get(local.sentence)?;
    let opening = opening_phrase(words, sentence.words.start..local.head);
    let is_short = opening.len() <= OPENING && (local.function != Function::Subject || opening.len() <= BEFORE_SUBJECT);
    if !is_short || !opens(words, opening) {
        return None;
    }
    pronoun
        .following(LOOKED_AT)
        .take_while(|next| {
            entities.block(*next) == entities.block(pronoun) && entities.sentence(*next) == entities.sentence(pronoun)
        })
        .find(|next| {
            entities
                .local(*next)
                .is_some_and(|mention| begins_main_clause(words.text, mention))
        })
        .and_then(|next| entities.as_met(next))
}

/// The last phrase of those that open a sentence: "without telling" of "In May, without telling her".
fn opening_phrase(words: View<'_>, before: Range<usize>) -> Range<usize> {
    let comma = before.clone().rev().find(|at| words.form(*at) == ",");
    comma.map_or(before.start, |comma| comma + 1)..before.end
}

/// Whether the words begin what comes before a main clause: "after", "when", "having left", "shortly after".
fn opens(words: View<'_>, opening: Range<usize>) -> bool {
    let leads = |at: usize| matches!(words.upos(at), Upos::Adp | Upos::Sconj);
    let first = opening.start;
    !opening.is_empty()
        && (leads(first)
            || matches!(words.tag(first), Tag::Gerund | Tag::PastParticiple | Tag::Preposition)
            || matches!(words.upos(first), Upos::Adv | Upos::Adj) && opening.skip(1).take(LEADING).any(leads))
}

/// Whether a mention is the named subject after a comma, or its owner: ", Weil left", ", Weil's books sold".
fn begins_main_clause(text: &str, mention: &LocalMention) -> bool {
    let is_after_comma = mention
        .phrase
        .start
        .checked_sub(2)
        .is_some_and(|from| text.get(from..mention.phrase.start) == Some(", "));
    mention.form == MentionForm::Named
        && matches!(mention.function, Function::Subject | Function::Possessor)
        && is_after_comma
}
