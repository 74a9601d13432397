//! Which actors of a draft stand in the newsroom's actor file. It changes nothing that the draft says of them.

use crate::analysis::register::{EntryId, Register};
use crate::analysis::{Actor, ActorKind};

/// Notes in each named actor the entry that it is: by its fullest name, by another name that the draft uses, or by a short
/// name that only one person of the file has and only one actor of the draft. Logarithmic in the size of the file for
/// each name.
pub(in crate::analysis) fn recognise(actors: &mut [Actor], register: &Register) {
    let mut taken: Vec<EntryId> = Vec::new();
    for actor in actors.iter_mut() {
        actor.entry = full(actor, register);
        taken.extend(actor.entry);
    }
    taken.sort_unstable();
    for actor in actors.iter_mut().filter(|actor| actor.entry.is_none()) {
        actor.entry = short(actor, register).filter(|entry| taken.binary_search(entry).is_err());
    }
}

fn full(actor: &Actor, register: &Register) -> Option<EntryId> {
    let names = std::iter::once(&actor.name).chain(actor.aliases.iter().map(|(name, _)| name));
    names.into_iter().take(16).find_map(|name| {
        let hit = register.find(name)?;
        // A short name that the file lists says nothing against the full name that the draft gives.
        if name != &actor.name && !name.contains(' ') && actor.name.contains(' ') {
            return None;
        }
        let entry = register.get(hit.entry)?;
        entry.kind.can_be(actor.kind).then_some(hit.entry)
    })
}

/// A draft that never gives the full name still means the only one of that name whom the newsroom knows.
fn short(actor: &Actor, register: &Register) -> Option<EntryId> {
    let is_person = actor.kind == ActorKind::Person;
    if !is_person || actor.name.contains(' ') || !actor.name.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    register.called(&actor.name)
}
