//! Short names that several people carry, settled by what the draft says before them. It joins nothing else.

use rustc_hash::FxHashMap;

use crate::analysis::actors::cluster::types::{Membership, NameInText, Reason};
use crate::markup::BlockId;

/// A short name that several people carry belongs to the only one of them who is fully named before it, or before it in
/// the same paragraph, or that the draft has meant by it so far; else it stays open.
pub(super) fn settle_ties(names: &[NameInText<'_>], of: &mut [Membership]) {
    let mut last_block: FxHashMap<usize, BlockId> = FxHashMap::default();
    let mut meant: FxHashMap<usize, usize> = FxHashMap::default();
    for (name, membership) in names.iter().zip(of.iter_mut()) {
        let people = match membership {
            Membership::In(cluster, Reason::Same) => {
                last_block.insert(*cluster, name.block);
                continue;
            }
            Membership::Tie(people) => people,
            Membership::In(..) | Membership::Demonym(_) => continue,
        };
        let only = |holds: &dyn Fn(usize) -> bool| {
            let mut fitting = people.iter().copied().filter(|person| holds(*person));
            fitting.next().filter(|_| fitting.next().is_none())
        };
        let habit = |person: usize| meant.get(&person).copied().unwrap_or(0);
        let settled = only(&|person| last_block.contains_key(&person))
            .map(|person| (person, Reason::SoFar))
            .or_else(|| {
                only(&|person| last_block.get(&person) == Some(&name.block)).map(|person| (person, Reason::Paragraph))
            })
            .or_else(|| {
                let person = only(&|person| habit(person) > 0).filter(|person| habit(*person) > 1)?;
                Some((person, Reason::Habit))
            });
        if let Some((person, reason)) = settled {
            *meant.entry(person).or_default() += 1;
            *membership = Membership::In(person, reason);
        }
    }
}
