//! A name that the newsroom's actor file does not have, and the entries that it may be another name of, or a slip for. It writes
//! nothing and decides nothing: somebody chooses.

use crate::analysis::register::{Entry, key};
use crate::engine::entries::actor_at;
use crate::engine::types::Snapshot;

/// A name that the actor file does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlisted<'a> {
    /// The fullest name that the draft gives.
    pub name: String,
    /// The entries of the file, those first that are like the name, the others in the order of the file.
    pub entries: Vec<&'a Entry>,
    /// How many of them are like the name.
    pub near: usize,
}

/// A name that differs in more letters is another one.
const SLIPS: usize = 2;

/// With so many entries compared, an editor that asks at every move of the cursor still has its answer at once.
const MOST_COMPARED: usize = 20_000;

/// A shorter name is soon like any other.
const SHORTEST: usize = 5;

/// The name at `offset`, if the draft names somebody there whom the actor file does not have. Linear in the entries.
pub(super) fn unlisted(snapshot: &Snapshot, offset: usize) -> Option<Unlisted<'_>> {
    let (_, _, actor) = actor_at(snapshot, offset)?;
    let register = snapshot.register.as_deref();
    let is_known = actor.entry.is_some() || register.is_some_and(|known| known.find(&actor.name).is_some());
    if is_known || snapshot.named_mentions_of(actor).next().is_none() {
        return None;
    }
    let entries = register.map_or(&[][..], |register| register.entries());
    let name = key(&actor.name);
    let mut compared: Vec<(usize, &Entry)> = entries
        .iter()
        .enumerate()
        .map(|(nth, entry)| {
            let difference = (nth < MOST_COMPARED).then(|| difference(entry, &name)).flatten();
            (difference.unwrap_or(usize::MAX), entry)
        })
        .collect();
    // Stable: those that are not alike stay in the order of the file.
    compared.sort_by_key(|(difference, _)| *difference);
    Some(Unlisted {
        name: actor.name.clone(),
        near: compared
            .iter()
            .take_while(|(difference, _)| *difference < usize::MAX)
            .count(),
        entries: compared.into_iter().map(|(_, entry)| entry).collect(),
    })
}

/// How different a name is from those of an entry; `None` if it is another name altogether.
fn difference(entry: &Entry, name: &str) -> Option<usize> {
    let names = std::iter::once(&entry.name).chain(&entry.aliases);
    names.filter_map(|known| difference_of(&key(known), name)).min()
}

fn difference_of(known: &str, name: &str) -> Option<usize> {
    let letters = strsim::osa_distance(known, name);
    if letters <= SLIPS && name.chars().count().min(known.chars().count()) >= SHORTEST {
        return Some(letters);
    }
    let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
    let slip_in_last = || {
        let (known, name) = (last(known)?, last(name)?);
        let letters = strsim::osa_distance(&known, &name);
        (letters <= 1 && known.chars().count().min(name.chars().count()) >= SHORTEST).then_some(SLIPS + 1 + letters)
    };
    slip_in_last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_come_before_the_family() {
        assert_eq!(difference_of("mirela dovak", "mirella dovak"), Some(1));
        assert_eq!(difference_of("mirela dovak", "anton dovak"), Some(3));
        assert_eq!(difference_of("mirela dovak", "anton dovac"), Some(4));
        assert_eq!(difference_of("mirela dovak", "rosa weil"), None);
        // Three letters apart from anything.
        assert_eq!(difference_of("ann lee", "tom roe"), None);
        assert_eq!(difference_of("weil", "well"), None);
    }
}
