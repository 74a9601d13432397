//! Takes shelf by shelf and gives people and links. It holds one shelf's people, and of the last name's the ids.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::people::alone::Family;
use crate::people::cluster::{Anchor, Cluster};
use crate::people::index::Offices;
use crate::people::likely::join_likely;
use crate::people::shelf::{Placed, Slot, Sorting};
use crate::people::{Appearance, Cause, Counts, Link, Person, Place, Shelf};

/// The appearances of one shelf, in order. They are read more than once, so that not all need be held.
pub trait Replay {
    /// Why they cannot be read or what is said of them cannot be written.
    type Error;

    /// Shows each to `visit`, in order.
    ///
    /// # Errors
    /// Where they cannot be read, or `visit` fails.
    fn replay(&mut self, visit: &mut dyn FnMut(&Appearance) -> Result<(), Self::Error>) -> Result<(), Self::Error>;
}

/// What comes of a shelf: its people, then a link for each of its appearances.
#[derive(Debug)]
pub enum Merged {
    /// Somebody.
    Person(Box<Person>),
    /// Who an appearance is.
    Link(Link),
}

/// Makes people of appearances.
///
/// The id of a person is `entry:` with the id in the newsroom's file, `wikidata:` where the entry's link gives that, and else `p:`
/// with a digest of the name as it is compared and of the document in the first appearance. It changes where an earlier document
/// comes in that has the person, or where the name is read in another way there; later documents change it only where they show
/// that two are one, and then the earlier id stays.
pub struct Merger {
    archive: Counts,
    family: Family,
}

impl Merger {
    /// For an archive whose names are counted.
    #[must_use]
    pub fn new(archive: Counts) -> Self {
        Self {
            archive,
            family: Family::default(),
        }
    }

    /// The people of one shelf. The shelves have to come in order.
    ///
    /// # Errors
    /// Where the appearances cannot be read, or `give` fails.
    pub fn shelf<R: Replay>(
        &mut self,
        shelf: &Shelf,
        appearances: &mut R,
        give: &mut dyn FnMut(Merged) -> Result<(), R::Error>,
    ) -> Result<(), R::Error> {
        self.family.turn_to(&shelf.family);
        match shelf.place {
            Place::Known => known(appearances, give),
            Place::Initial(_) => self.named(appearances, give),
            Place::Alone => {
                let family = &self.family;
                appearances.replay(&mut |appearance| {
                    give(Merged::Link(refused(
                        appearance,
                        Cause::LoneName,
                        family.candidates(appearance),
                    )))
                })
            }
        }
    }

    fn named<R: Replay>(
        &mut self,
        appearances: &mut R,
        give: &mut dyn FnMut(Merged) -> Result<(), R::Error>,
    ) -> Result<(), R::Error> {
        let mut offices = Offices::default();
        appearances.replay(&mut |appearance| {
            offices.note(appearance);
            Ok(())
        })?;
        let mut sorting = Sorting::new(&self.archive, offices);
        appearances.replay(&mut |appearance| {
            sorting.place(appearance);
            Ok(())
        })?;
        join_likely(&mut sorting);
        let ids = give_people(&mut sorting, &mut self.family, give)?;
        let id_of = |slot: Slot| ids.get(&sorting.root(slot)).cloned();
        let mut number = 0;
        appearances.replay(&mut |appearance| {
            let placed = sorting.placed.get(number).copied();
            number += 1;
            give(Merged::Link(match placed {
                Some(Placed::In(slot)) => Link {
                    person: id_of(slot),
                    ..link(appearance)
                },
                Some(Placed::Between(two)) => refused(
                    appearance,
                    Cause::SeveralFit,
                    two.into_iter().filter_map(id_of).collect(),
                ),
                Some(Placed::Nowhere) | None => refused(appearance, Cause::TooLittle, Vec::new()),
            }))
        })
    }
}

/// Gives the people of a shelf, and says under which id each cluster is.
fn give_people<E>(
    sorting: &mut Sorting<'_>,
    family: &mut Family,
    give: &mut dyn FnMut(Merged) -> Result<(), E>,
) -> Result<FxHashMap<Slot, String>, E> {
    let mut ids: FxHashMap<Slot, String> = FxHashMap::default();
    let mut by_name: FxHashMap<String, Vec<Slot>> = FxHashMap::default();
    let slots: Vec<Slot> = (0..Slot::try_from(sorting.clusters.len()).unwrap_or(Slot::MAX)).collect();
    for slot in &slots {
        if let Some(cluster) = sorting.get(*slot) {
            ids.insert(*slot, id_of_new(&cluster.first));
            by_name.entry(cluster.name.key()).or_default().push(*slot);
        }
    }
    for slot in slots {
        let Some(cluster) = sorting.get(slot) else { continue };
        let same_name = by_name.get(&cluster.name.key()).cloned().unwrap_or_default();
        let id = ids.get(&slot).cloned().unwrap_or_default();
        let offices = cluster
            .offices()
            .filter_map(|office| sorting.offices.get(office).cloned())
            .collect();
        family.add(&id, cluster.documents, offices);
        let mut person = person(id, cluster);
        person.apart = sorting.left_apart(slot, &same_name, |other| ids.get(&other).cloned().unwrap_or_default());
        give(Merged::Person(Box::new(person)))?;
    }
    Ok(ids)
}

/// Somebody in the newsroom's file: all appearances are one, but for those with another title.
fn known<R: Replay>(appearances: &mut R, give: &mut dyn FnMut(Merged) -> Result<(), R::Error>) -> Result<(), R::Error> {
    let mut offices = Offices::default();
    let mut all: Option<(Cluster, Appearance)> = None;
    appearances.replay(&mut |appearance| {
        let is_sure = appearance.entry.as_ref().is_some_and(|entry| entry.doubt.is_none());
        if is_sure {
            let one = Cluster::of(appearance, &mut offices);
            match &mut all {
                Some((cluster, _)) => cluster.absorb(one),
                None => all = Some((one, appearance.clone())),
            }
        }
        Ok(())
    })?;
    if let Some((cluster, first)) = &all
        && let Some(entry) = &first.entry
    {
        let mut person = person(id_of_known(entry), cluster);
        person.name.clone_from(&entry.name);
        person.kind.clone_from(&entry.kind);
        "the newsroom's file has the name".clone_into(&mut person.why);
        person.entry = Some(entry.clone());
        give(Merged::Person(Box::new(person)))?;
    }
    appearances.replay(&mut |appearance| {
        let Some(entry) = &appearance.entry else { return Ok(()) };
        give(Merged::Link(match entry.doubt {
            Some(_) => refused(appearance, Cause::OtherThanFile, vec![id_of_known(entry)]),
            None => Link {
                person: Some(id_of_known(entry)),
                ..link(appearance)
            },
        }))
    })
}

fn id_of_known(entry: &crate::people::KnownEntry) -> String {
    match &entry.wikidata {
        Some(id) => format!("wikidata:{id}"),
        None => format!("entry:{}", entry.id),
    }
}

/// Bytes of the digest in an id: enough for the people of any archive, and short enough to be read out.
const ID_BYTES: usize = 8;

/// The id of somebody who is in no file.
fn id_of_new(first: &Anchor) -> String {
    let mut hash = Sha256::new();
    for part in [Some(&first.key), Some(&first.document), first.actor.as_ref()]
        .into_iter()
        .flatten()
    {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let digits: String = hash
        .finalize()
        .iter()
        .take(ID_BYTES)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("p:{digits}")
}

fn person(id: String, cluster: &Cluster) -> Person {
    // Of two that are used as often, the one with more letters: an accent is rarely put there by mistake, and one in capitals
    // says nothing of its case.
    let name = cluster.names.iter().max_by_key(|(name, documents)| {
        let has_case = name.chars().any(char::is_lowercase);
        // A last name alone is used more often than the full name, and is not what they are called.
        let is_full = name.contains(' ');
        (
            is_full,
            **documents,
            has_case,
            name.len(),
            std::cmp::Reverse(name.as_str()),
        )
    });
    let mut titles: Vec<_> = cluster.titles.iter().map(|(title, _)| title.clone()).collect();
    titles.sort_by(|one, other| {
        (one.first.is_none(), &one.first, &one.title).cmp(&(other.first.is_none(), &other.first, &other.title))
    });
    Person {
        id,
        name: name.map_or_else(|| cluster.first.key.clone(), |(name, _)| name.clone()),
        kind: "person".to_owned(),
        names: cluster.names.clone(),
        titles,
        documents: cluster.documents,
        quotations: cluster.quotations,
        first: cluster.days.as_ref().map(|days| days.0.clone()),
        last: cluster.days.as_ref().map(|days| days.1.clone()),
        entry: None,
        why: why(cluster),
        apart: Vec::new(),
    }
}

fn why(cluster: &Cluster) -> String {
    let (titles, company) = (cluster.by_title, cluster.by_company);
    match (titles, company) {
        _ if cluster.documents == 1 => "in one document".to_owned(),
        (0, _) => "the same name, and people in common".to_owned(),
        (_, 0) => "the same name, and a title in common".to_owned(),
        _ => format!("the same name, and a title ({titles} times) or people ({company} times) in common"),
    }
}

fn link(appearance: &Appearance) -> Link {
    Link {
        document: appearance.document.clone(),
        actor: appearance.actor.clone(),
        name: appearance.name.clone(),
        person: None,
        refused: None,
        candidates: Vec::new(),
    }
}

fn refused(appearance: &Appearance, cause: Cause, candidates: Vec<String>) -> Link {
    Link {
        refused: Some(cause),
        candidates,
        ..link(appearance)
    }
}
