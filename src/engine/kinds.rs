//! What is surely a person, an organization or a place: more than the look of a name says so. It finds no names.

use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::{Actor, ActorId, ActorKind, MentionForm};
use crate::engine::types::Snapshot;
use crate::language::{NameKind, Upos, Word, shows_kind};
use crate::markup::BlockKind;

impl Snapshot {
    /// Whether the kind of an actor rests on more than the look of a name: its words, a title, an entry, or that it `speaks`.
    pub(in crate::engine) fn is_kind_sure(&self, actor: &Actor, speaks: bool) -> bool {
        let kind = match actor.kind {
            ActorKind::Person => NameKind::Person,
            ActorKind::Organization => NameKind::Organization,
            ActorKind::Place => NameKind::Place,
            ActorKind::Other => NameKind::Other,
        };
        let acts = actor.kind == ActorKind::Person && (speaks || !actor.roles.is_empty());
        actor.entry.is_some() || acts || shows_kind(&actor.name, kind) && !self.ends_in_common_word(actor)
    }

    /// "Anton Meat" in a draft about meat: whether the last word of what looks like a person's name is a noun of the draft, so that
    /// it may be a company's.
    fn ends_in_common_word(&self, actor: &Actor) -> bool {
        let Some((_, last)) = actor.name.rsplit_once(' ').filter(|_| actor.kind == ActorKind::Person) else {
            return false;
        };
        let last = last.to_lowercase();
        let is_noun = |word: &Word, text: &str| word.upos == Upos::Noun && word.span.of(text) == last;
        let blocks = self.blocks.iter().zip(&self.markup.blocks);
        blocks
            .into_iter()
            .any(|(facts, block)| facts.language.words.iter().any(|word| is_noun(word, &block.text)))
    }

    /// Those whom a newsroom could want in its actor file: named in the running text, surely what the draft takes them for, and no
    /// group of people ("Norlanders"), no office ("Program Director"). Linear in the draft.
    #[must_use]
    pub fn worth_an_entry(&self) -> Vec<ActorId> {
        let mut speaks = vec![false; self.facts.actors.len()];
        for quotation in self
            .facts
            .quotations
            .iter()
            .filter(|quotation| self.speaks_surely(quotation))
        {
            let speaker = quotation.speaker.as_ref().and_then(|speaker| speaker.actor);
            if let Some(speaks) = speaker.and_then(|id| speaks.get_mut(id.0)) {
                *speaks = true;
            }
        }
        let actors = self.facts.actors.iter().enumerate().zip(speaks);
        actors
            .filter(|((_, actor), speaks)| {
                actor.entry.is_none()
                    && self.is_kind_sure(actor, *speaks)
                    && self.is_named_in_text(actor)
                    && !is_of_people(&actor.name)
            })
            .map(|((id, _), _)| ActorId(id))
            .collect()
    }

    fn is_named_in_text(&self, actor: &Actor) -> bool {
        self.mentions_of(actor)
            .filter(|mention| mention.form == MentionForm::Named)
            .any(|mention| {
                let kind = mention.place.block.of(&self.markup.blocks).map(|block| &block.kind);
                kind == Some(&BlockKind::Paragraph)
            })
    }
}

/// "Senate Republicans", "Norlanders": a name whose last word stands for several people.
fn is_of_people(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let is_people = |word: &str| matches!(tables::state(word), Some(StateWord::Demonym(_)));
    let of_noun = tables::noun(&last.to_lowercase()).is_some_and(|(_, noun)| noun.kind == ActorKind::Person);
    let one = last.strip_suffix('s');
    is_people(last) || one.is_some_and(|one| is_people(one) || of_noun)
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::snapshot;

    #[test]
    fn groups_and_guesses_are_worth_no_entry() {
        let worth = |text: &str| -> Vec<String> {
            let snapshot = snapshot(text);
            let found = snapshot.worth_an_entry();
            found
                .into_iter()
                .filter_map(|id| snapshot.actor(id))
                .map(|actor| actor.name.clone())
                .collect()
        };
        assert_eq!(
            worth(
                "Rosa Weil met the Senate Republicans and the Norwegians at Velden University. “It is late,” Orbel said."
            ),
            ["Rosa Weil", "Velden University", "Orbel"]
        );
        assert_eq!(worth("They bought a Votelight and two Fluxors at the fair."), [""; 0]);
        assert_eq!(
            worth("Program Director wanted: write to the harbor of Senn.\n\n- Rosa Weil\n- Ida Lund\n"),
            [""; 0]
        );
    }
}
