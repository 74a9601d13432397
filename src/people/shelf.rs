//! One shelf: who of those whose last names are the same, and whose first names begin alike, are one person. The appearances come in
//! the order of their days, so that the result does not depend on the order of the documents.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::people::cluster::Cluster;
use crate::people::evidence::{Bridge, Likeness, Verdict, bridge, compare};
use crate::people::index::Offices;
use crate::people::{Apart, Appearance, Cause, Counts, Token, token};

/// Which cluster an appearance went to, as an index.
pub(super) type Slot = u32;

/// The most clusters that one thing in common is looked for in.
const LOOKED_AT: usize = 64;
/// The most things in common that are remembered of one name.
const MOST_SIGNS: usize = 65_536;
/// The most clusters of one shelf. Whoever comes after that stays alone.
const MOST_CLUSTERS: usize = 20_000;

/// Where an appearance went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    /// To a cluster.
    In(Slot),
    /// Nowhere: two clusters fit, and they cannot be one.
    Between([Slot; 2]),
    /// Nowhere: there is no room for more clusters.
    Nowhere,
}

/// How many people of the same name are listed from whom a person was left apart.
const SHOWN_APART: usize = 3;

/// The only cluster that fits by a title.
fn by_title(fitting: &[(Slot, Verdict)]) -> Option<Slot> {
    let mut by_title = fitting.iter().filter(|(_, verdict)| *verdict == Verdict::Title);
    let only = by_title.next().map(|(slot, _)| *slot);
    only.filter(|_| by_title.next().is_none())
}

/// The clusters of a shelf while they are made.
pub(super) struct Sorting<'a> {
    archive: &'a Counts,
    /// The titles of the shelf.
    pub offices: Offices,
    /// The clusters; `None` for those that were joined to another.
    pub clusters: Vec<Option<Cluster>>,
    /// For each cluster that was joined to another, which.
    pub joined: Vec<Slot>,
    /// For each appearance, where it went.
    pub placed: Vec<Placed>,
    /// Clusters of the name that is being read by what they have: a companion, a title.
    signs: FxHashMap<Token, Vec<Slot>>,
    /// Clusters of that name that one appearance fits, although they have other titles.
    weak_bridges: FxHashSet<(Slot, Slot)>,
    name: String,
}

impl<'a> Sorting<'a> {
    /// A shelf whose titles are known.
    pub fn new(archive: &'a Counts, offices: Offices) -> Self {
        Self {
            archive,
            offices,
            clusters: Vec::new(),
            joined: Vec::new(),
            placed: Vec::new(),
            signs: FxHashMap::default(),
            weak_bridges: FxHashSet::default(),
            name: String::new(),
        }
    }

    /// Puts an appearance to those it is one person with, or opens a cluster for it. Bounded by what is looked at, whatever the
    /// shelf holds.
    pub fn place(&mut self, appearance: &Appearance) {
        if self.name != appearance.key {
            self.name.clone_from(&appearance.key);
            self.signs.clear();
            self.weak_bridges.clear();
        }
        let one = Cluster::of(appearance, &mut self.offices);
        let signs = self.signs_of(&one);
        let fitting = self.fitting(&one, &signs);
        let placed = match fitting.as_slice() {
            [] if self.clusters.len() >= MOST_CLUSTERS => Placed::Nowhere,
            [] => Placed::In(self.open(one, appearance)),
            [(first, verdict), rest @ ..] => match self.parted(&fitting) {
                Some(two) => match by_title(&fitting) {
                    Some(only) => {
                        self.take_in(only, one, Verdict::Title);
                        Placed::In(only)
                    }
                    None => Placed::Between(two),
                },
                None => {
                    self.take_in(*first, one, *verdict);
                    rest.iter().for_each(|(other, _)| self.join(*first, *other));
                    Placed::In(*first)
                }
            },
        };
        if let Placed::In(slot) = placed {
            self.sign(slot, signs);
        }
        self.placed.push(placed);
    }

    /// The cluster that a cluster is part of by now.
    pub fn root(&self, mut slot: Slot) -> Slot {
        while let Some(next) = self.joined.get(slot as usize)
            && *next != slot
        {
            slot = *next;
        }
        slot
    }

    /// A cluster that is part of no other.
    pub fn get(&self, slot: Slot) -> Option<&Cluster> {
        self.clusters.get(slot as usize).and_then(Option::as_ref)
    }

    /// Makes two clusters one, under the first's number.
    pub fn join(&mut self, first: Slot, second: Slot) {
        let (first, second) = (self.root(first), self.root(second));
        let other = self
            .clusters
            .get_mut(second as usize)
            .filter(|_| first != second)
            .and_then(Option::take);
        let Some(other) = other else { return };
        self.absorb(first, other);
        if let Some(joined) = self.joined.get_mut(second as usize) {
            *joined = first;
        }
    }

    /// Why two clusters of one name are two.
    pub fn apart(&mut self, one: Slot, other: Slot, likeness: Likeness) -> Option<Cause> {
        let (Some(Some(first)), Some(Some(second))) =
            (self.clusters.get(one as usize), self.clusters.get(other as usize))
        else {
            return None;
        };
        match compare(first, second, likeness, &mut self.offices, self.archive) {
            Verdict::Apart(cause) => Some(cause),
            Verdict::Title | Verdict::Company => Some(Cause::SeveralFit),
        }
    }

    /// Whether two clusters are one person.
    pub fn is_one(&mut self, one: Slot, other: Slot, likeness: Likeness) -> bool {
        let (Some(Some(first)), Some(Some(second))) =
            (self.clusters.get(one as usize), self.clusters.get(other as usize))
        else {
            return false;
        };
        !matches!(
            compare(first, second, likeness, &mut self.offices, self.archive),
            Verdict::Apart(_)
        )
    }

    fn take_in(&mut self, slot: Slot, mut one: Cluster, verdict: Verdict) {
        match verdict {
            Verdict::Title => one.by_title += 1,
            Verdict::Company | Verdict::Apart(_) => one.by_company += 1,
        }
        self.absorb(slot, one);
    }

    fn absorb(&mut self, slot: Slot, other: Cluster) {
        if let Some(Some(cluster)) = self.clusters.get_mut(slot as usize) {
            cluster.absorb(other);
        }
    }

    fn open(&mut self, mut cluster: Cluster, appearance: &Appearance) -> Slot {
        let slot = Slot::try_from(self.clusters.len()).unwrap_or(Slot::MAX);
        // Two of one name in one document are called after the actor, too.
        let is_taken = |known: &Cluster| {
            (&known.first.key, &known.first.document) == (&cluster.first.key, &cluster.first.document)
        };
        if self.clusters.iter().rev().take(LOOKED_AT).flatten().any(is_taken) {
            cluster.first.actor = Some(appearance.actor.clone());
        }
        self.clusters.push(Some(cluster));
        self.joined.push(slot);
        slot
    }

    /// What a cluster could have in common with others: its companions and the heads of its titles.
    pub fn signs_of(&self, cluster: &Cluster) -> Vec<Token> {
        let heads = cluster
            .offices()
            .filter_map(|office| Some(token(&format!("title {}", self.offices.get(office)?.head()))));
        let mut signs: Vec<Token> = cluster.companions.keys().copied().chain(heads).collect();
        signs.sort_unstable();
        signs.dedup();
        signs
    }

    fn sign(&mut self, slot: Slot, signs: Vec<Token>) {
        for sign in signs {
            if self.signs.len() < MOST_SIGNS || self.signs.contains_key(&sign) {
                let slots = self.signs.entry(sign).or_default();
                if slots.len() < LOOKED_AT && !slots.contains(&slot) {
                    slots.push(slot);
                }
            }
        }
    }

    /// The clusters of the name that an appearance is one person with, the earliest first.
    fn fitting(&mut self, one: &Cluster, signs: &[Token]) -> Vec<(Slot, Verdict)> {
        let mut candidates: Vec<Slot> = signs
            .iter()
            .filter_map(|sign| self.signs.get(sign))
            .flatten()
            .map(|slot| self.root(*slot))
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let mut fitting = Vec::new();
        for slot in candidates.into_iter().take(LOOKED_AT) {
            let Some(Some(cluster)) = self.clusters.get(slot as usize) else {
                continue;
            };
            let verdict = compare(one, cluster, Likeness::Same, &mut self.offices, self.archive);
            if !matches!(verdict, Verdict::Apart(_)) {
                fitting.push((slot, verdict));
            }
        }
        fitting
    }

    /// Two of these clusters that an appearance does not make one: they cannot be one person, or they have other titles and it is the
    /// first that fits both.
    fn parted(&mut self, fitting: &[(Slot, Verdict)]) -> Option<[Slot; 2]> {
        for (at, (one, _)) in fitting.iter().enumerate() {
            for (other, _) in fitting.iter().skip(at + 1) {
                let (Some(Some(first)), Some(Some(second))) =
                    (self.clusters.get(*one as usize), self.clusters.get(*other as usize))
                else {
                    continue;
                };
                let holds = match bridge(first, second, &mut self.offices, self.archive) {
                    Bridge::Holds => true,
                    Bridge::Weak => !self.weak_bridges.insert((*one, *other)),
                    Bridge::None => false,
                };
                if !holds {
                    return Some([*one, *other]);
                }
            }
        }
        None
    }

    /// Those of the same name that a cluster was left apart from, the largest first.
    pub fn left_apart(&mut self, slot: Slot, same_name: &[Slot], id_of: impl Fn(Slot) -> String) -> Vec<Apart> {
        let mut others: Vec<Slot> = same_name.iter().copied().filter(|other| *other != slot).collect();
        others.sort_by_key(|other| {
            (
                std::cmp::Reverse(self.get(*other).map_or(0, |cluster| cluster.documents)),
                *other,
            )
        });
        let others: Vec<Slot> = others.into_iter().take(SHOWN_APART).collect();
        let apart = others.into_iter().filter_map(|other| {
            let cause = self.apart(slot, other, Likeness::Same)?;
            Some(Apart {
                person: id_of(other),
                cause,
            })
        });
        apart.collect()
    }
}
