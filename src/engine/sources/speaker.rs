//! Whose words a quotation is for an overview of the sources. It names somebody only where the draft leaves no doubt.

use crate::analysis::{ActorId, ActorKind, Mention, MentionForm, Quotation, QuotationKind, QuotationStatus, Speaker};
use crate::engine::lookup::{in_block, spaced};
use crate::engine::sources::types::SourceKind;
use crate::engine::types::Snapshot;
use crate::language::Upos;

/// How sure it must be who speaks for a quotation to count as theirs.
const SURE: f32 = 0.75;

/// Whose words a quotation is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::engine) enum Voice {
    /// Those of nobody by name.
    Group(SourceKind),
    /// Those of somebody whom the draft only describes, in lowercase.
    Described(SourceKind, String),
    /// Those of an actor.
    Actor(SourceKind, ActorId),
}

/// Whose words a quotation is; `None` if nobody is quoted, or if it is no source: a heading, or a thing that "shows that".
pub(in crate::engine) fn voice_of(snapshot: &Snapshot, index: usize, quotation: &Quotation) -> Option<Voice> {
    let block = quotation.place.block.of(&snapshot.markup.blocks)?;
    let is_marked = match quotation.kind {
        QuotationKind::Direct | QuotationKind::Mixed => true,
        QuotationKind::Indirect => false,
        QuotationKind::Mention => return None,
    };
    if !block.kind.is_body() {
        return None;
    }
    let unclear = Voice::Group(SourceKind::Unclear);
    let voice = match quotation.status {
        QuotationStatus::None => None,
        QuotationStatus::Unattributed if quotation.contested || snapshot.facts.is_signed(index) => {
            Some(unclear.clone())
        }
        QuotationStatus::Unattributed => Some(Voice::Group(SourceKind::Unattributed)),
        QuotationStatus::Anonymous => Some(Voice::Group(SourceKind::Anonymous)),
        QuotationStatus::Attributed | QuotationStatus::Carried => {
            let named = quotation.speaker.as_ref().and_then(|speaker| named(snapshot, speaker));
            Some(
                named
                    .filter(|_| quotation.confidence >= SURE)
                    .unwrap_or(unclear.clone()),
            )
        }
    };
    // What somebody is said to have said is listed under a name: “experts say” and “records show” are no source.
    voice.filter(|voice| is_marked || *voice == Voice::Group(SourceKind::Anonymous) || is_named(snapshot, voice))
}

/// Whether it is somebody with a name.
fn is_named(snapshot: &Snapshot, voice: &Voice) -> bool {
    match voice {
        Voice::Actor(SourceKind::Person | SourceKind::Organization, id) => snapshot
            .actor(*id)
            .is_some_and(|actor| snapshot.named_mentions_of(actor).next().is_some()),
        _ => false,
    }
}

/// The speaker, if the draft leaves no doubt who that is.
fn named(snapshot: &Snapshot, speaker: &Speaker) -> Option<Voice> {
    let mention = in_block(&snapshot.facts.mentions, speaker.place.block, |mention| mention.place)
        .find(|mention| mention.place == speaker.place);
    let is_pronoun =
        mention.is_some_and(|mention| mention.form == MentionForm::Pronoun) || is_one_pronoun(snapshot, speaker);
    let Some(id) = speaker.actor else {
        let text = spaced(&speaker.text);
        return (!is_pronoun).then(|| {
            Voice::Described(
                mention.map_or(SourceKind::Other, |mention| kind_of(mention.kind)),
                text.to_lowercase(),
            )
        });
    };
    let actor = snapshot.actor(id)?;
    let is_plain = !is_pronoun || mention.is_some_and(is_settled) && snapshot.can_only_mean(speaker.place, id);
    is_plain.then_some(Voice::Actor(kind_of(actor.kind), id))
}

fn is_settled(mention: &Mention) -> bool {
    mention.could_be.is_empty() && mention.confidence >= SURE
}

/// A place that speaks is its government.
fn kind_of(kind: ActorKind) -> SourceKind {
    match kind {
        ActorKind::Person => SourceKind::Person,
        ActorKind::Organization | ActorKind::Place => SourceKind::Organization,
        ActorKind::Other => SourceKind::Other,
    }
}

/// "She", "they", "one": words that alone say nothing about who it is.
fn is_one_pronoun(snapshot: &Snapshot, speaker: &Speaker) -> bool {
    let word = snapshot.word_at(speaker.place);
    let is_alone = !speaker.text.contains(char::is_whitespace);
    is_alone && word.is_some_and(|word| matches!(word.upos, Upos::Pron | Upos::Det | Upos::Num))
}
