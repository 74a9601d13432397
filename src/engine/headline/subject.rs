//! "He" and "she" at the head of a line as a paper prints the second reference: the family name, where nobody else could be
//! meant. It names nobody on a guess.

use rustc_hash::FxHashSet;

use crate::analysis::{ActorId, ActorKind, Place};
use crate::engine::Snapshot;
use crate::engine::headline::line::Line;
use crate::engine::lookup::in_block;
use crate::language::View;
use crate::markup::BlockId;

/// How sure it must be who a pronoun refers to.
const SURE: f32 = 0.8;

impl Snapshot {
    /// The pronoun at the head of a line with the name for it: the one person of whom the paragraph has spoken.
    pub(super) fn named_subject(&self, block: BlockId, view: View<'_>, line: &Line) -> Option<(usize, String)> {
        let first = *line
            .words
            .first()
            .filter(|first| view.is_any(**first, &["he", "she"]))?;
        // "He'd" is two words in one.
        if view.form(first + 1).starts_with(['\'', '’']) {
            return None;
        }
        let place = Place::new(block, view.span(first..first + 1));
        let meant = in_block(&self.facts.mentions, block, |mention| mention.place)
            .find(|mention| mention.place == place)
            .filter(|mention| mention.confidence >= SURE && mention.could_be.is_empty())?
            .actor?;
        let spoken_of = self.people_before(place);
        let is_only = spoken_of.len() == 1 && spoken_of.contains(&meant);
        let actor = self.facts.actor(meant).filter(|_| is_only)?;
        self.family_name(actor).map(|name| (first, name.to_owned()))
    }

    /// The people that a block speaks of before a place.
    fn people_before(&self, place: Place) -> FxHashSet<ActorId> {
        in_block(&self.facts.mentions, place.block, |mention| mention.place)
            .take_while(|mention| mention.place < place)
            .filter(|mention| mention.kind == ActorKind::Person)
            .filter_map(|mention| mention.actor)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, analyse};
    use crate::language;

    fn lines(text: &str) -> Vec<String> {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let snapshot = analyse(&draft, &Cache::default(), language::embedded());
        let events = snapshot.facts.events.iter();
        events.map(|event| snapshot.headline_at(event.trigger).text).collect()
    }

    #[test]
    fn a_pronoun_is_named_where_one_person_can_be_meant() {
        let alone = lines("Mayor Rosa Weil opened the mill on Monday. She sold the pier on Tuesday.");
        assert!(alone.contains(&"Weil sold the pier on Tuesday".to_owned()), "{alone:?}");
        let two = lines("Mayor Rosa Weil met Ida Lund on Monday. She sold the pier on Tuesday.");
        assert!(two.contains(&"She sold the pier on Tuesday".to_owned()), "{two:?}");
    }
}
