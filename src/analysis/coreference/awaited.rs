//! The name that a pronoun waits for: "Before her trip, Weil …". It weighs nothing against those named before.

use crate::analysis::MentionForm;
use crate::analysis::actors::Function;
use crate::analysis::coreference::entities::{Entities, Seen};
use crate::language::{Tag, Upos, Word};

/// How many words an opening phrase has before its pronoun.
const OPENING: usize = 12;

/// How many of them stand before a pronoun that is a subject: "when she", "even though she".
const BEFORE_SUBJECT: usize = 3;

/// How many mentions behind the pronoun are looked at.
const LOOKED_AT: usize = 8;

/// The subject, or its owner, that the opening phrase around the pronoun `at` waits for: "Before her trip, Weil …", "In
/// May, without telling her brother, Weil …", "Since her death, Weil's books …".
pub(super) fn awaited(entities: &Entities, at: usize) -> Option<Seen> {
    let local = entities.local(at)?;
    let facts = entities.facts(at)?;
    let text = entities.text(at);
    let sentence = facts.language.sentences.get(local.sentence)?;
    let before = facts.language.words.get(sentence.words.start..local.head)?;
    // A sentence may open with several phrases: the last is the pronoun's.
    let from = before
        .iter()
        .rposition(|word| word.span.of(text) == ",")
        .map_or(0, |comma| comma + 1);
    let words = before.get(from..)?;
    if !opens(words) || words.len() > OPENING || local.function == Function::Subject && words.len() > BEFORE_SUBJECT {
        return None;
    }
    (at + 1..at + LOOKED_AT)
        .take_while(|next| {
            entities.block(*next) == entities.block(at) && entities.sentence(*next) == entities.sentence(at)
        })
        .find(|next| {
            entities.local(*next).is_some_and(|mention| {
                mention.form == MentionForm::Named
                    && matches!(mention.function, Function::Subject | Function::Possessor)
                    && mention
                        .phrase
                        .start
                        .checked_sub(2)
                        .is_some_and(|from| text.get(from..mention.phrase.start) == Some(", "))
            })
        })
        .and_then(|next| entities.as_seen(next))
}

/// Whether the words begin what comes before a main clause: "after", "when", "having left", "shortly after".
fn opens(words: &[Word]) -> bool {
    let leads = |word: &Word| matches!(word.upos, Upos::Adp | Upos::Sconj);
    words.first().is_some_and(|first| {
        leads(first)
            || matches!(first.tag, Tag::Gerund | Tag::PastParticiple | Tag::Preposition)
            || matches!(first.upos, Upos::Adv | Upos::Adj) && words.iter().skip(1).take(4).any(leads)
    })
}
