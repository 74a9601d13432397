//! Whether a pronoun can mean nobody else. It resolves none: who is meant was found before, and this asks whether a reader could
//! think of somebody else.

use crate::analysis::actors::tables::usual_gender;
use crate::analysis::{ActorId, ActorKind, Place};
use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::language::Gender;
use crate::markup::BlockId;

impl Snapshot {
    /// Whether a pronoun at a place can mean nobody but one actor: of the people of whom its paragraph has spoken, or, if of none,
    /// the paragraph before, every other one is of another gender for sure.
    pub(super) fn can_only_mean(&self, place: Place, meant: ActorId) -> bool {
        let gender = match self.text_of(place).to_lowercase().as_str() {
            "he" | "him" | "his" => Some(Gender::Masculine),
            "she" | "her" | "hers" => Some(Gender::Feminine),
            _ => None,
        };
        let before = self.people_who_fit(place.block, Some(place), gender);
        let people = match place.block.0.checked_sub(1) {
            Some(block) if before.is_empty() => self.people_who_fit(BlockId(block), None, gender),
            _ => before,
        };
        !people.is_empty() && people.iter().all(|one| *one == meant)
    }

    /// The people that a block speaks of before a place and whom a pronoun of this gender may mean.
    fn people_who_fit(&self, block: BlockId, before: Option<Place>, gender: Option<Gender>) -> Vec<ActorId> {
        let Some(facts) = block.of(&self.blocks) else {
            return Vec::new();
        };
        let mentions = in_block(&self.facts.mentions, block, |mention| mention.place);
        let people = facts
            .mentions
            .iter()
            .zip(mentions)
            .take_while(|(_, mention)| before.is_none_or(|before| mention.place < before))
            // Who "I" is in somebody's words rests on who speaks, and is no witness for it.
            .filter(|(_, mention)| mention.kind == ActorKind::Person && !self.is_quoted(mention.place))
            .filter_map(|(local, mention)| Some((local.gender, mention.actor?)));
        let fits = |marked: Option<Gender>, id: ActorId| {
            let own = marked.or_else(|| self.usual_gender_of(id));
            own.is_none() || gender.is_none() || own == gender
        };
        people
            .filter(|(marked, id)| fits(*marked, *id))
            .map(|(_, id)| id)
            .collect()
    }

    fn usual_gender_of(&self, id: ActorId) -> Option<Gender> {
        let name = &self.actor(id)?.name;
        usual_gender(name.split(' ').next().unwrap_or(name))
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, HintSettings, analyse};
    use crate::language;
    use crate::text::Span;

    fn hints(text: &str) -> Vec<String> {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let snapshot = analyse(&draft, &Cache::default(), language::embedded());
        let hints = snapshot.hints(Span::new(0, text.len()), HintSettings::default());
        hints.into_iter().map(|hint| hint.text).collect()
    }

    #[test]
    fn a_pronoun_after_two_people_of_one_gender_gets_no_note() {
        let two =
            "Rosa Weil met Ida Lund at the quay. Later Weil left. “It was never late before this year,” she said.\n";
        assert_eq!(hints(two), [""; 0]);
        let others = "Rosa Weil met Anton Brask at the quay. “It was never late before this year,” she said.\n";
        assert_eq!(hints(others), ["Rosa Weil"]);
    }
}
