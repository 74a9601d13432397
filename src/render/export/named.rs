//! Who is named in a draft, as far as it is sure what they are. Descriptions and names of doubtful kind are left out.

use crate::analysis::register::Entry;
use crate::analysis::{ActorId, ActorKind, MentionForm, QuotationKind};
use crate::engine::{Snapshot, SourceKind};
use crate::language::{NameKind, shows_kind};
use crate::render::marks::unmarked;

/// A person, an organization or a place that the draft names.
pub struct Named<'a> {
    /// The fullest name.
    pub name: &'a str,
    /// What it is; never something else.
    pub kind: ActorKind,
    /// The first title or role that the draft gives.
    pub role: Option<&'a str>,
    /// The entry in the newsroom's actor file.
    pub entry: Option<&'a Entry>,
    /// What they are quoted with, in the order of the text, without marks.
    pub quotations: Vec<String>,
}

impl Named<'_> {
    /// The address that the actor file has.
    pub fn link(&self) -> Option<&str> {
        self.entry.and_then(|entry| entry.link.as_deref())
    }
}

/// Everybody who is named, by first mention.
pub fn named(snapshot: &Snapshot) -> Vec<Named<'_>> {
    let facts = &snapshot.facts;
    let mut quoted: Vec<(ActorId, Vec<String>)> = Vec::new();
    for source in snapshot.sources().list {
        let speaks = matches!(source.kind, SourceKind::Person | SourceKind::Organization);
        if let (true, true, Some(actor)) = (speaks, source.is_named, source.actor) {
            let marked = source
                .quotations
                .iter()
                .filter(|one| one.kind != QuotationKind::Indirect);
            let words = marked.map(|one| {
                let parts: Vec<&str> = one.parts.iter().map(|part| unmarked(&part.text)).collect();
                parts.join(" ")
            });
            quoted.push((actor, words.collect()));
        }
    }
    let actors = facts.actors.iter().enumerate().filter_map(|(index, actor)| {
        let mut mentions = actor.mentions.iter().filter_map(|id| facts.mentions.get(id.0));
        if !mentions.any(|mention| mention.form == MentionForm::Named) {
            return None;
        }
        let register = snapshot.register.as_deref();
        let theirs = quoted.iter_mut().find(|(id, _)| *id == ActorId(index));
        let named = Named {
            name: &actor.name,
            kind: actor.kind,
            role: actor.roles.first().map(|role| role.text.as_str()),
            entry: register.zip(actor.entry).and_then(|(register, id)| register.get(id)),
            quotations: theirs.map(|(_, words)| std::mem::take(words)).unwrap_or_default(),
        };
        is_sure(&named).then_some(named)
    });
    actors.collect()
}

/// Whether it is sure what somebody is: by an entry, by what they do, or by the name itself. A hover says no more either.
fn is_sure(named: &Named<'_>) -> bool {
    let kind = match named.kind {
        ActorKind::Person => NameKind::Person,
        ActorKind::Organization => NameKind::Organization,
        ActorKind::Place => NameKind::Place,
        ActorKind::Other => return false,
    };
    let acts = named.kind == ActorKind::Person && (named.role.is_some() || !named.quotations.is_empty());
    named.entry.is_some() || acts || shows_kind(named.name, kind)
}
