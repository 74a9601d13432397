//! Who the speakers of quotations are, once all mentions are resolved. It finds no speaker.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use crate::analysis::coreference::draft::KeptReferences;
use crate::analysis::coreference::lookup::{head_of, mention_at};
use crate::analysis::{Actor, ActorId, ActorKind, Mention, Quotation, Reading};

/// Fills in who the speakers of the quotations are: their actor and full name.
///
/// A speaker whose words the name layer missed is still the only actor in whose name they are.
pub fn name_speakers(quotations: &mut [Quotation], actors: &[Actor], mentions: &[Mention], kept: &mut KeptReferences) {
    let by_word = OnceCell::new();
    for quotation in quotations.iter_mut() {
        quotation.candidates.retain(|place| {
            let mention = mention_at(mentions, *place);
            mention.is_some_and(can_speak)
        });
    }
    for speaker in quotations.iter_mut().filter_map(|quotation| quotation.speaker.as_mut()) {
        speaker.actor = match mention_at(mentions, head_of(speaker, &mut kept.heads)) {
            Some(mention) => mention.actor,
            None => {
                let by_word = by_word.get_or_init(|| people_by_word(actors));
                match by_word.get(speaker.text.as_str()).map(Vec::as_slice) {
                    Some([only]) => Some(*only),
                    _ => None,
                }
            }
        };
        speaker.resolved = speaker
            .actor
            .and_then(|id| actors.get(id.0))
            .map(|actor| actor.name.clone());
    }
}

/// Whether a mention is of a person, a body or a government.
fn can_speak(mention: &Mention) -> bool {
    matches!(mention.kind, ActorKind::Person | ActorKind::Organization) || mention.reading == Some(Reading::Government)
}

/// The people of a draft by the words of their names.
fn people_by_word(actors: &[Actor]) -> FxHashMap<&str, Vec<ActorId>> {
    let mut by_word: FxHashMap<&str, Vec<ActorId>> = FxHashMap::default();
    for (index, actor) in actors.iter().enumerate() {
        if actor.kind == ActorKind::Person {
            for word in actor.name.split_whitespace() {
                by_word.entry(word).or_default().push(ActorId(index));
            }
        }
    }
    by_word
}
