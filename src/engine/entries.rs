//! Between a draft and the newsroom's actor file: the entry an actor is, and the entry that one who is not there would be.
//! It reads and writes no file.

use crate::analysis::register::{Entry, EntryKind, Title, id_of, key};
use crate::analysis::{Actor, ActorKind, Mention, MentionForm, Place, Reading};
use crate::engine::lookup::spaced;
use crate::engine::pointing::{self, Fact};
use crate::engine::types::Snapshot;
use crate::text::Span;

/// The entry of the actor at the source byte `offset`, and the mention there.
pub(super) fn entry_at(snapshot: &Snapshot, offset: usize) -> Option<(Span, &Entry)> {
    let (place, _, actor) = actor_at(snapshot, offset)?;
    let entry = snapshot.register.as_ref()?.get(actor.entry?)?;
    Some((snapshot.source_span(place), entry))
}

/// An entry for the actor at the source byte `offset`, where the draft names it in full and the actor file does not
/// have it: its name, the other names the draft uses that are not part of it, and its roles.
pub(super) fn entry_for(snapshot: &Snapshot, offset: usize) -> Option<Entry> {
    let (_, _, actor) = actor_at(snapshot, offset)?;
    let full = snapshot
        .full_mention(actor)
        .filter(|full| full.form == MentionForm::Named)?;
    let is_known = |name: &str| {
        snapshot
            .register
            .as_ref()
            .is_some_and(|known| known.find(name).is_some())
    };
    if actor.entry.is_some() || is_known(&actor.name) {
        return None;
    }
    let kind = match actor.kind {
        _ if full.reading == Some(Reading::Government) => EntryKind::Government,
        ActorKind::Person => EntryKind::Person,
        ActorKind::Organization => EntryKind::Organization,
        ActorKind::Place => EntryKind::Place,
        ActorKind::Other => EntryKind::Other,
    };
    // A person with one name is a person with another name not known yet.
    if kind == EntryKind::Person && !actor.name.contains(' ') {
        return None;
    }
    let titles = actor.roles.iter().map(|role| Title {
        text: spaced(&role.text).into(),
        valid_from: None,
        valid_until: None,
    });
    Some(Entry {
        aliases: other_names(snapshot, actor)
            .into_iter()
            .map(|name| name.as_str().into())
            .collect(),
        titles: titles.collect(),
        ..Entry::named(&id_of(&actor.name), kind, &actor.name)
    })
}

/// The names an actor has besides the full one and its parts.
fn other_names(snapshot: &Snapshot, actor: &Actor) -> Vec<String> {
    let full = format!(" {} ", key(&actor.name));
    let mut names: Vec<String> = Vec::new();
    let named = snapshot
        .mentions_of(actor)
        .filter(|mention| mention.form == MentionForm::Named);
    for mention in named {
        let name = spaced(snapshot.text_of(mention.place));
        let is_part = full.contains(&format!(" {} ", key(&name)));
        if !is_part && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The mention at the source byte `offset`, and who it is.
pub(super) fn actor_at(snapshot: &Snapshot, offset: usize) -> Option<(Place, &Mention, &Actor)> {
    match pointing::fact_at(snapshot, offset)? {
        (place, Fact::Actor(mention)) => Some((place, mention, snapshot.actor(mention.actor?)?)),
        _ => None,
    }
}
