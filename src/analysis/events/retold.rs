//! Which events of a version retell which, with what the version before knew of it: only the types of which something else is
//! told are compared again. It compares no two events itself.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::events::retellings::{Telling, retold};
use crate::analysis::events::{Event, EventId, EventKind};
use crate::markup::BlockId;

/// The events of the version before.
pub struct Version<'a> {
    /// For each block, what its events look like.
    pub tellings: &'a [Arc<[Telling]>],
    /// All events, marked.
    pub events: &'a [Arc<Event>],
}

/// For each event the one that it retells. `is_kept` says of which blocks the tellings are those of the version before, under
/// the same number.
pub fn of_draft(
    last: Version<'_>,
    tellings: &[Arc<[Telling]>],
    is_kept: impl Fn(BlockId) -> bool,
) -> Vec<Option<EventId>> {
    let changed = changed_kinds(last.tellings, tellings, is_kept);
    if have_same_numbers(last.tellings, tellings) {
        return of_changed(&changed, last.events, tellings);
    }
    let (old, new) = (by_kind(last.tellings), by_kind(tellings));
    let flat: Vec<&Telling> = tellings.iter().flat_map(|of_block| of_block.iter()).collect();
    let mut found: Vec<Option<EventId>> = vec![None; flat.len()];
    for (kind, ids) in EventKind::ALL.iter().zip(&new) {
        let of_kind = || -> Vec<Option<usize>> {
            let of_kind: Vec<&Telling> = ids.iter().filter_map(|id| flat.get(*id).copied()).collect();
            retold(&of_kind)
        };
        let before = old.get(*kind as usize).filter(|_| !changed.contains(kind));
        let retold = before.map_or_else(of_kind, |before| as_before(before, last.events));
        for (id, first) in ids.iter().zip(retold) {
            if let (Some(slot), Some(first)) = (found.get_mut(*id), first) {
                *slot = ids.get(first).copied().map(EventId);
            }
        }
    }
    found
}

/// The same where each event has the number that it had, and the type.
fn of_changed(
    changed: &FxHashSet<EventKind>,
    last: &[Arc<Event>],
    tellings: &[Arc<[Telling]>],
) -> Vec<Option<EventId>> {
    let mut found: Vec<Option<EventId>> = last.iter().map(|event| event.retells).collect();
    for kind in changed {
        let all = tellings.iter().flat_map(|of_block| of_block.iter());
        let of_kind = all.enumerate().filter(|(_, telling)| telling.kind == *kind);
        let (ids, of_kind): (Vec<usize>, Vec<&Telling>) = of_kind.unzip();
        for (id, first) in ids.iter().zip(retold(&of_kind)) {
            if let Some(slot) = found.get_mut(*id) {
                *slot = first.and_then(|first| ids.get(first).copied().map(EventId));
            }
        }
    }
    found
}

/// Whether each block has as many events as before, of the same types in the same order, so that each event has the number that it
/// had.
fn have_same_numbers(was: &[Arc<[Telling]>], is: &[Arc<[Telling]>]) -> bool {
    let kinds = |of_block: &Arc<[Telling]>| of_block.iter().map(|telling| telling.kind).collect::<Vec<_>>();
    let is_same = |(was, is): (&Arc<[Telling]>, &Arc<[Telling]>)| Arc::ptr_eq(was, is) || kinds(was) == kinds(is);
    was.len() == is.len() && was.iter().zip(is).all(is_same)
}

/// What the events of one type retell, by their numbers among them, as the version before had it.
fn as_before(ids: &[usize], events: &[Arc<Event>]) -> Vec<Option<usize>> {
    let number = |first: EventId| ids.binary_search(&first.0).ok();
    let retells = ids.iter().map(|id| events.get(*id)?.retells.and_then(number));
    retells.collect()
}

/// The types of events of which more, less, or something else is told than in the version before.
fn changed_kinds(
    last: &[Arc<[Telling]>],
    now: &[Arc<[Telling]>],
    is_kept: impl Fn(BlockId) -> bool,
) -> FxHashSet<EventKind> {
    let (was, is) = (others(last, &is_kept), others(now, &is_kept));
    let kinds = was.keys().chain(is.keys()).copied();
    kinds.filter(|kind| was.get(kind) != is.get(kind)).collect()
}

/// What is told in the blocks that are not kept, by its type, with the number of kept ones before it: what is between two kept
/// blocks must stay there.
fn others(
    tellings: &[Arc<[Telling]>],
    is_kept: impl Fn(BlockId) -> bool,
) -> FxHashMap<EventKind, Vec<(usize, &Telling)>> {
    let mut kept = 0;
    let mut others: FxHashMap<EventKind, Vec<(usize, &Telling)>> = FxHashMap::default();
    for (id, of_block) in BlockId::number(tellings) {
        if is_kept(id) {
            kept += 1;
            continue;
        }
        for telling in of_block.iter() {
            others.entry(telling.kind).or_default().push((kept, telling));
        }
    }
    others
}

/// The events of each type, in the order of [`EventKind::ALL`], by their numbers in the draft.
fn by_kind(tellings: &[Arc<[Telling]>]) -> Vec<Vec<usize>> {
    let mut by_kind: Vec<Vec<usize>> = vec![Vec::new(); EventKind::ALL.len()];
    let all = tellings.iter().flat_map(|of_block| of_block.iter());
    for (id, telling) in all.enumerate() {
        if let Some(ids) = by_kind.get_mut(telling.kind as usize) {
            ids.push(id);
        }
    }
    by_kind
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{DraftSettings, Kept, fold, fold_again, of_blocks};
    use crate::language::embedded;
    use crate::markup::{Format, read};

    #[test]
    fn two_events_that_change_places_retell_what_they_did() {
        let first = "Ana Weil met Bo Lund in Ostby on Monday.\n\n";
        let (sued, met) = ("Ida Rao sued Jon Quist.", "Ana Weil met Bo Lund on Monday.");
        let mut kept = Kept::default();
        for paragraph in [format!("{sued} {met}"), format!("{met} {sued}")] {
            let markup = Arc::new(read(&format!("{first}{paragraph}"), Format::Plain));
            let blocks = of_blocks(&markup, embedded());
            let settings = DraftSettings::default();
            let events = fold_again(&markup, &blocks, &settings, &mut kept).events;
            assert_eq!(events, fold(&markup, &blocks, &settings).events);
            let again: Vec<&str> = events
                .iter()
                .filter(|event| event.retells.is_some())
                .map(|event| event.lemma.as_str())
                .collect();
            assert_eq!(again, ["meet"]);
        }
    }
}
