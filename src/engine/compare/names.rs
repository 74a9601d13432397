//! Which names were added, removed or spelled otherwise, and which titles people have now. A name that is still anywhere in the
//! text is not gone, and one that was anywhere in it is not new.

use rustc_hash::FxHashSet;

use crate::analysis::register::key;
use crate::analysis::{Actor, ActorKind};
use crate::engine::compare::pairing::{Pairing, by_key, by_likeness};
use crate::engine::compare::types::{Difference, Noted, Topic};
use crate::engine::compare::version::ComparedVersion;
use crate::engine::lookup::spaced;

/// A name that has at most this many other letters is the same name, spelled otherwise.
const SLIPS: usize = 2;

/// Of shorter names, two letters make another name.
const LETTERS_PER_SLIP: usize = 5;

/// Somebody or something with a name.
struct ComparedName<'a> {
    actor: &'a Actor,
    key: String,
    noted: Noted,
}

/// What differs in the names, and in the titles of those who are in both versions.
pub(super) fn differences(old: &ComparedVersion<'_>, new: &ComparedVersion<'_>) -> Vec<Difference> {
    let same = by_key(names(old), names(new), |name| Some(name.key.clone()), |_, _| 0.0);
    let mut differences = Vec::new();
    for (one, other) in &same.both {
        titles(
            &Holder {
                name: one,
                version: old,
            },
            &Holder {
                name: other,
                version: new,
            },
            &mut differences,
        );
    }
    let removed: Vec<_> = same
        .old
        .into_iter()
        .filter(|name| !new.has_words(&name.actor.name))
        .collect();
    let added: Vec<_> = same
        .new
        .into_iter()
        .filter(|name| !old.has_words(&name.actor.name))
        .collect();
    let Pairing { both, old, new } = by_likeness(removed, added, 1.0, |one, other| {
        f64::from(u8::from(is_slip(&one.key, &other.key)))
    });
    let difference = |old: Option<ComparedName<'_>>, new: Option<ComparedName<'_>>| Difference {
        topic: Topic::Name,
        old: old.map(|name| name.noted),
        new: new.map(|name| name.noted),
    };
    differences.extend(both.into_iter().map(|(old, new)| difference(Some(old), Some(new))));
    differences.extend(old.into_iter().map(|old| difference(Some(old), None)));
    differences.extend(new.into_iter().map(|new| difference(None, Some(new))));
    differences
}

fn names<'a>(version: &ComparedVersion<'a>) -> Vec<ComparedName<'a>> {
    let snapshot = version.snapshot;
    let actors = snapshot.facts.actors.iter().map(std::sync::Arc::as_ref);
    let named = actors
        .filter(|actor| actor.kind != ActorKind::Other)
        .filter_map(|actor| {
            let mention = snapshot.full_mention(actor)?;
            snapshot.named_mentions_of(actor).next()?;
            let role = actor.roles.first().map(|role| spaced(&role.text)).unwrap_or_default();
            Some(ComparedName {
                actor,
                key: key(&actor.name),
                noted: version.noted(mention.place, spaced(&actor.name), role),
            })
        });
    let mut known = FxHashSet::default();
    named
        .filter(|name| !name.key.is_empty() && known.insert(name.key.clone()))
        .collect()
}

/// Whether two names are one that was spelled wrongly once.
fn is_slip(one: &str, other: &str) -> bool {
    let letters = one.chars().count().min(other.chars().count());
    if one.len().abs_diff(other.len()) > SLIPS {
        return false;
    }
    let slips = strsim::damerau_levenshtein(one, other);
    slips <= SLIPS && slips * LETTERS_PER_SLIP <= letters
}

/// Somebody who may have titles, in one version.
struct Holder<'a, 'b> {
    name: &'b ComparedName<'a>,
    version: &'b ComparedVersion<'a>,
}

impl Holder<'_, '_> {
    fn titles(&self) -> Vec<Noted> {
        let name = &self.name.noted.text;
        let roles = self.name.actor.roles.iter();
        roles
            .map(|role| self.version.noted(role.place, spaced(&role.text), name.clone()))
            .collect()
    }

    /// Whether the version does not have a title in any block that mentions them.
    fn lacks(&self, title: &str, titles: &[Noted]) -> bool {
        let longer = titles.iter().map(|title| title.text.as_str());
        let longer: Vec<&str> = longer.filter(|longer| longer.len() > title.len()).collect();
        let mentions = self.version.snapshot.mentions_of(self.name.actor);
        let mut blocks: Vec<_> = mentions.map(|mention| mention.place.block).collect();
        blocks.dedup();
        !self.version.has_in(blocks.into_iter(), title, &longer)
    }
}

/// Adds what differs in the titles of somebody.
fn titles(old: &Holder<'_, '_>, new: &Holder<'_, '_>, differences: &mut Vec<Difference>) {
    let (before, after) = (old.titles(), new.titles());
    let text = |title: &Noted| Some(key(&title.text));
    let same = by_key(before.clone(), after.clone(), text, |_, _| 0.0);
    let mut removed = same.old.into_iter().filter(|title| new.lacks(&title.text, &after));
    let mut added = same.new.into_iter().filter(|title| old.lacks(&title.text, &before));
    loop {
        let (old, new) = (removed.next(), added.next());
        if old.is_none() && new.is_none() {
            return;
        }
        differences.push(Difference {
            topic: Topic::Title,
            old,
            new,
        });
    }
}
