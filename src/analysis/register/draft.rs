//! Which actors of a draft are in the newsroom's actor file. It changes nothing that the draft says about them.

use std::sync::Arc;

use crate::analysis::register::entries::Register;
use crate::analysis::register::{EntryId, EntryKind};
use crate::analysis::{Actor, ActorKind};

/// How many names of an actor are looked up.
const NAMES: usize = 16;

/// Notes in each named actor the entry that it is: by its fullest name, by another name that the draft uses, or by a short
/// name that only one person of the file has and only one actor of the draft. Logarithmic in the size of the file for
/// each name.
pub(in crate::analysis) fn recognise(actors: &mut [Arc<Actor>], register: &Register) {
    let by_full: Vec<Option<EntryId>> = actors.iter().map(|actor| by_full_name(actor, register)).collect();
    let mut taken: Vec<EntryId> = by_full.iter().copied().flatten().collect();
    taken.sort_unstable();
    for (actor, by_full) in actors.iter_mut().zip(by_full) {
        let by_short = || by_short_name(actor, register).filter(|entry| taken.binary_search(entry).is_err());
        let entry = by_full.or_else(by_short);
        if actor.entry != entry {
            Arc::make_mut(actor).entry = entry;
        }
    }
}

/// The entry that has the fullest name of an actor, or another name that the draft uses: "Rosa B. Weil".
fn by_full_name(actor: &Actor, register: &Register) -> Option<EntryId> {
    let names = std::iter::once(&actor.name).chain(actor.aliases.iter().map(|(name, _)| name));
    names.take(NAMES).find_map(|name| {
        let hit = register.find(name)?;
        // A short name that the file lists says nothing against the full name that the draft gives.
        if name != &actor.name && !name.contains(' ') && actor.name.contains(' ') {
            return None;
        }
        let entry = register.get(hit.entry)?;
        entry.kind.can_be(actor.kind).then_some(hit.entry)
    })
}

/// A draft that never gives the full name still means the only one of that name that the newsroom knows.
fn by_short_name(actor: &Actor, register: &Register) -> Option<EntryId> {
    let is_person = actor.kind == ActorKind::Person;
    if !is_person || actor.name.contains(' ') || !actor.name.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    register.called(&actor.name)
}

impl EntryKind {
    /// Whether what the draft takes for an actor of `kind` can be an entry of this kind. A draft often leaves it open
    /// whether a name is an organization's, a place's or a thing's, but a person is a person.
    #[must_use]
    pub fn can_be(self, kind: ActorKind) -> bool {
        match self {
            EntryKind::Person => matches!(kind, ActorKind::Person | ActorKind::Other),
            EntryKind::Other => true,
            EntryKind::Organization | EntryKind::Government | EntryKind::Place => kind != ActorKind::Person,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::register::testing::person;

    fn recognised(names: &[(&str, ActorKind)]) -> Vec<Option<EntryId>> {
        let register = Register::new(vec![person("Rosa Weil", &["Weil"], &[]), person("Tom Holt", &[], &[])]);
        let mut actors: Vec<Arc<Actor>> = names
            .iter()
            .map(|(name, kind)| Actor {
                name: (*name).to_owned(),
                kind: *kind,
                aliases: name.split(' ').map(|word| (word.to_owned(), 1)).collect(),
                ..Actor::default()
            })
            .map(Arc::new)
            .collect();
        recognise(&mut actors, &register);
        actors.iter().map(|actor| actor.entry).collect()
    }

    #[test]
    fn actors_are_found_by_their_full_name_or_by_a_short_one_that_is_free() {
        let person = ActorKind::Person;
        assert_eq!(recognised(&[("Rosa Weil", person)]), [Some(EntryId(0))]);
        assert_eq!(recognised(&[("Holt", person)]), [Some(EntryId(1))]);
        assert_eq!(
            recognised(&[("Tom Holt", person), ("Holt", person)]),
            [Some(EntryId(1)), None]
        );
    }

    #[test]
    fn another_full_name_or_kind_is_another_actor() {
        assert_eq!(recognised(&[("Ana Weil", ActorKind::Person)]), [None]);
        assert_eq!(recognised(&[("Rosa Weil", ActorKind::Organization)]), [None]);
    }
}
