//! Joins the names of a draft to actors, from precise to loose: the same name, a longer form of it, an acronym, a short
//! name. Where a short name fits two people it stays open.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::ActorKind;
use crate::analysis::actors::forms::{Form, form};
use crate::analysis::actors::people::People;
use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::actors::ties::settle_ties;
use crate::language::Gender;

/// A name where it stands.
pub(super) struct Named<'a> {
    /// As meant: the text, or the whole name where a part is left out.
    pub text: &'a str,
    pub kind: ActorKind,
    pub block: usize,
    /// Gender that the words beside it mark.
    pub gender: Option<Gender>,
    /// An index into the list of names that the grammar says is the same (an acronym's long form).
    pub same_as: Option<usize>,
}

/// To which cluster a name belongs, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Membership {
    /// The cluster; how it was found.
    In(usize, Reason),
    /// Several people carry the name.
    Tie(Vec<usize>),
    /// An adjective or a people: it points to a state but is not the state.
    Demonym(&'static str),
}

/// How a name was found to belong to its cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Reason {
    /// First of its kind, or the same name again.
    Same,
    /// A short form of a longer name.
    Short,
    /// An acronym.
    Acronym,
    /// Several carry it, but only one fits the title before it.
    Title,
    /// Several carry it, but only one was named before it.
    SoFar,
    /// Several carry it, but only one was named before it in the same paragraph.
    Paragraph,
    /// Several carry it, but the draft has meant one of them by it so far.
    Habit,
}

/// The clusters of `names`, numbered from 0 in no particular order, and how many there are. Linear in the number of
/// names but for sorting.
pub(super) fn cluster(names: &[Named]) -> (Vec<Membership>, usize) {
    // A draft repeats few names often: each is made comparable once.
    let mut known: FxHashMap<(&str, bool), usize> = FxHashMap::default();
    let mut distinct: Vec<Known> = Vec::new();
    let forms: Vec<usize> = names
        .iter()
        .map(|name| {
            let is_organization = name.kind == ActorKind::Organization;
            *known.entry((name.text, is_organization)).or_insert_with(|| {
                distinct.push(Known::of(name.text, is_organization));
                distinct.len() - 1
            })
        })
        .collect();
    let known_as = |at: usize| forms.get(at).and_then(|index| distinct.get(*index));
    let mut state = Clusters::default();
    let mut of: Vec<Option<Membership>> = vec![None; names.len()];
    for at in order(names.len(), known_as) {
        let (Some(name), Some(known)) = (names.get(at), known_as(at)) else {
            continue;
        };
        let membership = state.place(name, known, at, &of);
        if let Some(slot) = of.get_mut(at) {
            *slot = Some(membership);
        }
    }
    let mut of: Vec<Membership> = of
        .into_iter()
        .map(|found| found.unwrap_or(Membership::Tie(Vec::new())))
        .collect();
    settle_ties(names, &mut of);
    (of, state.count)
}

/// Names of several words before single words, so that a headline's short name finds the full name in the text;
/// otherwise in the order of the text.
fn order<'a>(count: usize, known_as: impl Fn(usize) -> Option<&'a Known>) -> Vec<usize> {
    let (mut order, short): (Vec<usize>, Vec<usize>) =
        (0..count).partition(|at| known_as(*at).is_none_or(|known| known.form.words.len() > 1));
    order.extend(short);
    order
}

/// What is the same wherever a name stands.
struct Known {
    form: Form,
    key: SmolStr,
    state: Option<StateWord>,
}

impl Known {
    fn of(text: &str, is_organization: bool) -> Self {
        let form = form(text, is_organization);
        Self {
            key: form.key().into(),
            state: tables::state(text),
            form,
        }
    }
}

#[derive(Default)]
struct Clusters {
    count: usize,
    people: People,
    /// Everything that is not a person's full name, by its key.
    by_key: FxHashMap<SmolStr, usize>,
    /// Organisations by the first and by the last word of their names, and by initials.
    by_edge: FxHashMap<String, Vec<Long>>,
    by_initials: FxHashMap<String, Vec<usize>>,
    gender: FxHashMap<usize, Gender>,
}

/// How many names with one word in common are told apart.
const BEARERS: usize = 64;

/// A name that shorter ones can stand for.
struct Long {
    form: Form,
    cluster: usize,
    /// Where it first stands.
    first: usize,
}

impl Clusters {
    fn place(&mut self, name: &Named, known: &Known, at: usize, of: &[Option<Membership>]) -> Membership {
        if let Some(StateWord::Demonym(state)) = known.state
            && name.kind != ActorKind::Person
        {
            return Membership::Demonym(state);
        }
        let found = if name.kind == ActorKind::Person && !known.form.is_single() {
            self.full_name(name, known)
        } else {
            self.other(name, known, at, of)
        };
        if let Membership::In(cluster, _) = found
            && let Some(gender) = name.gender
        {
            self.gender.entry(cluster).or_insert(gender);
        }
        found
    }

    fn full_name(&mut self, name: &Named, known: &Known) -> Membership {
        if let Some(cluster) = self.by_key.get(&known.key) {
            return Membership::In(*cluster, Reason::Same);
        }
        let cluster = match self.people.same(&known.form) {
            Some(cluster) => {
                self.by_key.insert(known.key.clone(), cluster);
                cluster
            }
            None => self.new_cluster(known),
        };
        self.add_person(name, &known.form, cluster);
        Membership::In(cluster, Reason::Same)
    }

    fn add_person(&mut self, name: &Named, form: &Form, cluster: usize) {
        let written = name.text.split_whitespace().next().unwrap_or("");
        self.people.add(form.clone(), written, cluster);
    }

    fn other(&mut self, name: &Named, known: &Known, at: usize, of: &[Option<Membership>]) -> Membership {
        let Known { form, key, state } = known;
        if let Some(Membership::In(cluster, _)) = name
            .same_as
            .filter(|long| *long != at)
            .and_then(|long| of.get(long)?.as_ref())
        {
            self.by_key.insert(key.clone(), *cluster);
            return Membership::In(*cluster, Reason::Acronym);
        }
        let is_state = matches!(state, Some(StateWord::Name(_)));
        // A person's short name comes before a thing of the same name, unless the word is a state or a known thing.
        let is_known = name.kind != ActorKind::Person && self.by_key.contains_key(key)
            || name.kind == ActorKind::Organization && self.longer(form, at).is_some();
        if form.is_single() && !is_state && !is_known {
            let people = self.people.called(form.last());
            let fits: Vec<usize> = people
                .iter()
                .copied()
                .filter(|cluster| fits(name.gender, self.gender.get(cluster).copied()))
                .collect();
            match (people.len(), fits.as_slice()) {
                (1, [only]) => return Membership::In(*only, Reason::Short),
                (2.., [only]) => return Membership::In(*only, Reason::Title),
                (2.., [_, _, ..]) => return Membership::Tie(fits),
                _ => {}
            }
        }
        if let Some(cluster) = self.by_key.get(key) {
            return Membership::In(*cluster, Reason::Same);
        }
        if name.kind == ActorKind::Organization {
            return self.organization(known, at);
        }
        // The first word of a company's name, taken for a person's or for a thing's.
        if name.kind != ActorKind::Place
            && form.is_single()
            && let Some(cluster) = self.longer(form, at)
        {
            self.by_key.insert(key.clone(), cluster);
            return Membership::In(cluster, Reason::Short);
        }
        let cluster = self.new_cluster(known);
        if !form.is_single() && name.kind != ActorKind::Place {
            self.index_edges(form, cluster, at);
        }
        Membership::In(cluster, Reason::Same)
    }

    /// "Lindqvist" or "LHG" after "Lindqvist Harbour Group".
    fn organization(&mut self, known: &Known, at: usize) -> Membership {
        let Known { form, key, .. } = known;
        if form.acronym
            && form.last().len() > 2
            && let Some([only]) = self.by_initials.get(form.last()).map(Vec::as_slice)
        {
            let cluster = *only;
            self.by_key.insert(key.clone(), cluster);
            return Membership::In(cluster, Reason::Acronym);
        }
        if let Some(cluster) = self.longer(form, at) {
            self.by_key.insert(key.clone(), cluster);
            return Membership::In(cluster, Reason::Short);
        }
        let cluster = self.new_cluster(known);
        self.index_edges(form, cluster, at);
        Membership::In(cluster, Reason::Same)
    }

    /// The only longer name that begins, or with two words or more ends, with `form`; or a shorter one met before.
    ///
    /// A single word that stands before the longer name is short for it only where the rest says no more than that it is
    /// an organisation: "Lindqvist" for "Lindqvist Group", but not "Lindqvist" for "Lindqvist Science Fair".
    fn longer(&self, form: &Form, at: usize) -> Option<usize> {
        if form.is_single() && tables::is_generic(form.first()) {
            return None;
        }
        let beginning = self
            .by_edge
            .get(form.first())
            .into_iter()
            .flatten()
            .take(BEARERS)
            .filter(|long| {
                let rest = long.form.words.iter().skip(form.words.len());
                let says_no_more = || rest.clone().all(|word| tables::is_corporate(word));
                (form.begins(&long.form) && (!form.is_single() || long.first < at || says_no_more()))
                    || (long.form.words.len() > 1 && long.form.begins(form))
            });
        let ending = self
            .by_edge
            .get(form.last())
            .into_iter()
            .flatten()
            .take(BEARERS)
            .filter(|long| form.ends(&long.form) && (form.words.len() > 1 || form.last().ends_with('s')));
        let mut clusters: Vec<usize> = beginning.chain(ending).map(|long| long.cluster).collect();
        clusters.sort_unstable();
        clusters.dedup();
        match clusters.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn index_edges(&mut self, form: &Form, cluster: usize, at: usize) {
        let long = || Long {
            form: form.clone(),
            cluster,
            first: at,
        };
        self.by_edge.entry(form.first().to_owned()).or_default().push(long());
        if form.words.len() > 1 {
            self.by_edge.entry(form.last().to_owned()).or_default().push(long());
            self.by_initials.entry(form.initials()).or_default().push(cluster);
        }
    }

    fn new_cluster(&mut self, known: &Known) -> usize {
        let cluster = self.count;
        self.count += 1;
        self.by_key.entry(known.key.clone()).or_insert(cluster);
        cluster
    }
}

fn fits(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_none() || other.is_none() || one == other
}
