//! Whether an entity agrees with a pronoun in number, gender and kind. It ranks none.

use crate::analysis::ActorKind;
use crate::analysis::coreference::types::Entity;
use crate::language::{Gender, Number};

/// Whether "he", "it" or "they" can stand for an entity.
pub(super) fn agrees(entity: &Entity, gender: Option<Gender>, number: Option<Number>) -> bool {
    let is_several = entity.number == Some(Number::Plural);
    match gender {
        Some(Gender::Neuter) => entity.kind != ActorKind::Person && !is_several,
        Some(gender) => {
            entity.gender.is_none_or(|known| known == gender)
                && (entity.kind == ActorKind::Person || entity.may_be_person && entity.actor.is_some())
                && !is_several
        }
        // An organization may be "they", a place or one person in the writer's words hardly.
        None if number == Some(Number::Plural) => {
            is_several
                || entity.kind == ActorKind::Organization
                || (entity.number.is_none() && entity.kind != ActorKind::Place)
        }
        None => true,
    }
}

/// Whether the gender of earlier pronouns, or the usual one of the given name, is that of the pronoun; `None` where it is no
/// cue, as where the draft marks a gender.
pub(super) fn usual_gender_agrees(entity: &Entity, gender: Option<Gender>) -> Option<bool> {
    let wanted = gender.filter(|gender| *gender != Gender::Neuter)?;
    if entity.gender.is_some() {
        return None;
    }
    entity.usual_gender.map(|usual| usual == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ActorId;
    use crate::analysis::coreference::types::{Called, MetSoFar};

    fn entity(kind: ActorKind) -> Entity {
        Entity {
            actor: Some(ActorId(0)),
            name: "Weil".into(),
            kind,
            may_be_person: false,
            number: None,
            gender: None,
            usual_gender: Some(Gender::Feminine),
            modifiers: [].into(),
            mentions: MetSoFar::default(),
            is_in_own_words: true,
            called: Called::default(),
        }
    }

    #[test]
    fn he_is_a_person_it_is_none_and_they_are_several_or_a_group() {
        let (he, it) = (Some(Gender::Masculine), Some(Gender::Neuter));
        let (one, several) = (Some(Number::Singular), Some(Number::Plural));
        for (kind, by_he, by_it, by_they) in [
            (ActorKind::Person, true, false, true),
            (ActorKind::Organization, false, true, true),
            (ActorKind::Place, false, true, false),
        ] {
            let entity = entity(kind);
            assert_eq!(agrees(&entity, he, one), by_he, "{kind:?}");
            assert_eq!(agrees(&entity, it, one), by_it, "{kind:?}");
            assert_eq!(agrees(&entity, None, several), by_they, "{kind:?}");
        }
    }

    #[test]
    fn the_usual_gender_is_a_cue_where_none_is_marked() {
        let mut weil = entity(ActorKind::Person);
        assert_eq!(usual_gender_agrees(&weil, Some(Gender::Masculine)), Some(false));
        assert_eq!(usual_gender_agrees(&weil, None), None);
        weil.gender = Some(Gender::Masculine);
        assert_eq!(usual_gender_agrees(&weil, Some(Gender::Masculine)), None);
    }
}
