//! The names and roles that the draft itself has, as they are written at a place. A name that is just being written does not count.

use std::sync::Arc;

use crate::analysis::{Actor, ActorKind};
use crate::engine::completion::starts::Start;
use crate::engine::completion::types::{CompletionKind, Known};
use crate::engine::lookup::spaced;
use crate::engine::types::Snapshot;

/// The names and roles of the draft's actors that may fit what is written, the most mentioned actors first. Titles come before names, and a person who was
/// introduced in full above comes by the family name first.
pub(super) fn own_names(snapshot: &Snapshot, offset: usize, starts: &[Start<'_>]) -> Vec<Known> {
    let may_fit = |actor: &&Actor| {
        let names = actor
            .aliases
            .iter()
            .map(|(name, _)| name.as_str())
            .chain([actor.name.as_str()]);
        let mut texts = names.chain(actor.roles.iter().map(|role| role.text.as_str()));
        texts.any(|text| starts.iter().any(|start| start.may_begin(text)))
    };
    let mut actors: Vec<_> = snapshot.facts.actors.iter().map(Arc::as_ref).filter(may_fit).collect();
    actors.sort_by_key(|actor| std::cmp::Reverse(actor.mentions.len()));
    let mut names: Vec<Known> = Vec::new();
    let mut roles: Vec<Known> = Vec::new();
    for actor in actors {
        let role = actor.roles.first().map(|role| role.text.clone()).unwrap_or_default();
        let forms = forms(snapshot, actor, offset);
        if let Some(name) = forms.first() {
            roles.extend(titles(snapshot, actor, name, offset));
        }
        for text in forms {
            if names.iter().any(|name| name.text == text) {
                continue;
            }
            let detail = if text == actor.name {
                role.clone()
            } else {
                Known::said_of(&actor.name, &role)
            };
            let kind = CompletionKind::Name(actor.kind);
            let name = actor.name.clone();
            names.push(Known {
                text,
                kind,
                detail,
                name,
            });
        }
    }
    names.append(&mut roles);
    names
}

/// The forms of a name, best first.
fn forms(snapshot: &Snapshot, actor: &Actor, offset: usize) -> Vec<String> {
    let mentions = snapshot.named_mentions_of(actor);
    let written = mentions.filter(|mention| !snapshot.source_span(mention.place).touches(offset));
    let mut is_introduced = false;
    let mut forms: Vec<String> = Vec::new();
    for mention in written {
        let form = spaced(snapshot.text_of(mention.place));
        is_introduced |= form == actor.name && snapshot.source_span(mention.place).end < offset;
        if !forms.contains(&form) && !is_shouted(&form, &actor.name) {
            forms.push(form);
        }
    }
    // The full name first, then in the order of the text.
    forms.sort_by_key(|form| *form != actor.name);
    let family = snapshot.family_name(actor).filter(|_| is_introduced);
    if let Some(family) = family {
        forms.retain(|form| form != family);
        forms.insert(0, family.to_owned());
    }
    forms
}

/// The roles of somebody; those that the draft writes before a name with the name, and then alone.
fn titles(snapshot: &Snapshot, actor: &Actor, name: &str, offset: usize) -> Vec<Known> {
    let written = actor
        .roles
        .iter()
        .filter(|role| !snapshot.source_span(role.place).touches(offset));
    let mut titles = Vec::new();
    for role in written {
        let text = spaced(&role.text);
        if actor.kind == ActorKind::Person && is_title(&text) {
            titles.push(Known {
                text: format!("{text} {name}"),
                kind: CompletionKind::Titled,
                detail: actor.name.clone(),
                name: actor.name.clone(),
            });
        }
        titles.push(Known {
            text,
            kind: CompletionKind::Role,
            detail: actor.name.clone(),
            name: actor.name.clone(),
        });
    }
    titles
}

/// Whether a role is written as a title before a name: with capitals throughout ("Foreign Minister").
pub(super) fn is_title(role: &str) -> bool {
    !role.is_empty() && role.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// A form in capitals of a name that has others.
fn is_shouted(form: &str, name: &str) -> bool {
    form != name && form.len() > 4 && !form.contains(char::is_lowercase)
}
