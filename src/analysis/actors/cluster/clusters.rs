//! The clusters of names found so far, and where one more name belongs. It settles no ties.

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::analysis::actors::ActorKind;
use crate::analysis::actors::cluster::comparable::{ComparableName, comparable};
use crate::analysis::actors::cluster::longer::LongNames;
use crate::analysis::actors::cluster::people::People;
use crate::analysis::actors::cluster::types::{Membership, NameInText, Reason};
use crate::analysis::actors::tables::{self, StateWord};
use crate::language::Gender;

/// A name with what is the same wherever it is.
pub(super) struct DistinctName {
    /// Its comparable words.
    pub form: ComparableName,
    key: SmolStr,
    state: Option<StateWord>,
}

impl DistinctName {
    /// Makes a name comparable.
    pub fn of(text: &str, is_organization: bool) -> Self {
        let form = comparable(text, is_organization);
        Self {
            key: form.key().into(),
            state: tables::state(text),
            form,
        }
    }
}

/// The clusters found so far.
#[derive(Default)]
pub(super) struct Clusters {
    count: usize,
    people: People,
    /// Everything that is not a person's full name, by its key.
    by_key: FxHashMap<SmolStr, usize>,
    /// What is not a person's name and has several words.
    long: LongNames,
    /// The names that the draft has as those of places, and those that it says more of ("the state Supreme Court"), by their keys.
    places: FxHashSet<SmolStr>,
    told_apart: FxHashSet<SmolStr>,
    gender: FxHashMap<usize, Gender>,
    /// The gender that a person's given name usually goes with. It only tells who is not meant by "Mrs Weil".
    usual: FxHashMap<usize, Gender>,
}

impl Clusters {
    /// Notes what the draft says of a name anywhere, before any name is placed.
    pub fn note(&mut self, name: &NameInText<'_>, distinct: &DistinctName) {
        if name.kind == ActorKind::Place {
            self.places.insert(distinct.key.clone());
        }
        if name.is_told_apart {
            self.told_apart.insert(distinct.key.clone());
        }
    }

    /// The only other form of a name that is not a person's.
    fn longer(&self, distinct: &DistinctName, at: usize) -> Option<usize> {
        let is_place = |form: &ComparableName| self.places.contains(form.key().as_str());
        let is_told_apart = self.told_apart.contains(&distinct.key);
        self.long.longer(&distinct.form, at, is_place, is_told_apart)
    }

    /// Finds or makes the cluster of the name with number `at`; `of` has those found before.
    pub fn place(
        &mut self,
        name: &NameInText<'_>,
        distinct: &DistinctName,
        at: usize,
        of: &[Option<Membership>],
    ) -> Membership {
        if let Some(StateWord::Demonym(state)) = distinct.state
            && name.kind != ActorKind::Person
        {
            return Membership::Demonym(state);
        }
        let found = if name.kind == ActorKind::Person && !distinct.form.is_single() {
            self.full_name_of_person(name, distinct)
        } else {
            self.acronym_of_long_form(name, distinct, at, of)
                .or_else(|| self.short_name_of_person(name, distinct, at))
                .unwrap_or_else(|| self.same_or_new(name, distinct, at))
        };
        if let Membership::In(cluster, _) = found
            && let Some(gender) = name.gender
        {
            self.gender.entry(cluster).or_insert(gender);
        }
        found
    }

    /// "Rosa Weil", and "Rosa B. Weil" after it.
    fn full_name_of_person(&mut self, name: &NameInText<'_>, distinct: &DistinctName) -> Membership {
        if let Some(cluster) = self.by_key.get(&distinct.key) {
            return Membership::In(*cluster, Reason::Same);
        }
        let is_told_apart = self.told_apart.contains(&distinct.key);
        let cluster = match self.people.same(&distinct.form, is_told_apart).as_slice() {
            [] => self.new_cluster(distinct),
            [only] => {
                self.by_key.insert(distinct.key.clone(), *only);
                *only
            }
            several => return Membership::Tie(several.to_vec()),
        };
        let first = name.text.split_whitespace().next().unwrap_or("");
        if let Some(usual) = tables::usual_gender(first) {
            self.usual.entry(cluster).or_insert(usual);
        }
        self.people
            .add(distinct.form.clone(), name.text, cluster, is_told_apart);
        Membership::In(cluster, Reason::Same)
    }

    /// "HWU" in "the Harbour Workers' Union (HWU)".
    fn acronym_of_long_form(
        &mut self,
        name: &NameInText<'_>,
        distinct: &DistinctName,
        at: usize,
        of: &[Option<Membership>],
    ) -> Option<Membership> {
        let long = name.same_as.filter(|long| *long != at)?;
        let Some(Membership::In(cluster, _)) = of.get(long)? else {
            return None;
        };
        self.by_key.insert(distinct.key.clone(), *cluster);
        Some(Membership::In(*cluster, Reason::Acronym))
    }

    /// "Weil" after "Rosa Weil". A person's short name comes before a thing of the same name, unless the word is a state
    /// or a known thing.
    fn short_name_of_person(&self, name: &NameInText<'_>, distinct: &DistinctName, at: usize) -> Option<Membership> {
        let form = &distinct.form;
        let is_state = matches!(distinct.state, Some(StateWord::Name(_)));
        let is_known = name.kind != ActorKind::Person && self.by_key.contains_key(&distinct.key)
            || name.kind == ActorKind::Organization && self.longer(distinct, at).is_some();
        // "Children", "PA": a word that anybody may have, unless it was read as somebody's name.
        let is_common = name.kind != ActorKind::Person && (form.last().len() <= 2 || tables::is_generic(form.last()));
        if !form.is_single() || is_state || is_known || is_common {
            return None;
        }
        let people = self.people.called(form);
        let can_be = |cluster: &usize| can_be_one(name.gender, self.gender.get(cluster).copied());
        let fitting: Vec<usize> = people.iter().copied().filter(can_be).collect();
        match (people.len(), fitting.as_slice()) {
            (1, [only]) => Some(Membership::In(*only, Reason::Short)),
            (2.., [only]) => Some(Membership::In(*only, Reason::Title)),
            (2.., [_, _, ..]) => Some(match self.only_of_gender(name.gender, &fitting) {
                Some(only) => Membership::In(only, Reason::Title),
                None => Membership::Tie(fitting),
            }),
            _ => None,
        }
    }

    /// "Mrs Weil" where "Tom Weil and his wife, Rosa Weil," were named: the only one of the gender, if the given name of every
    /// other usually goes with another. A bearer of whom neither is known keeps it open.
    fn only_of_gender(&self, gender: Option<Gender>, people: &[usize]) -> Option<usize> {
        let gender = gender?;
        let is_marked = |cluster: &usize| self.gender.get(cluster) == Some(&gender);
        let is_other = |cluster: &usize| self.usual.get(cluster).is_some_and(|usual| *usual != gender);
        let mut marked = people.iter().copied().filter(is_marked);
        let only = marked.next().filter(|_| marked.next().is_none())?;
        people
            .iter()
            .all(|person| *person == only || is_other(person))
            .then_some(only)
    }

    /// The same name again, a short form of what is not a person, or something new.
    fn same_or_new(&mut self, name: &NameInText<'_>, distinct: &DistinctName, at: usize) -> Membership {
        let form = &distinct.form;
        if let Some(cluster) = self.by_key.get(&distinct.key) {
            return Membership::In(*cluster, Reason::Same);
        }
        let is_organization = name.kind == ActorKind::Organization;
        if is_organization && let Some(cluster) = self.long.with_initials(form) {
            self.by_key.insert(distinct.key.clone(), cluster);
            return Membership::In(cluster, Reason::Acronym);
        }
        // "Lindqvist" after "Lindqvist Group", even where it was taken for a person's or for a thing's name.
        let can_be_short = is_organization || name.kind != ActorKind::Place && form.is_single();
        if can_be_short && let Some(cluster) = self.longer(distinct, at) {
            self.by_key.insert(distinct.key.clone(), cluster);
            return Membership::In(cluster, Reason::Short);
        }
        let cluster = self.new_cluster(distinct);
        if is_organization || !form.is_single() && name.kind != ActorKind::Place {
            self.long.add(form, cluster, at);
        }
        Membership::In(cluster, Reason::Same)
    }

    fn new_cluster(&mut self, distinct: &DistinctName) -> usize {
        let cluster = self.count;
        self.count += 1;
        self.by_key.entry(distinct.key.clone()).or_insert(cluster);
        cluster
    }
}

/// Whether two marked genders can be one person's.
fn can_be_one(one: Option<Gender>, other: Option<Gender>) -> bool {
    one.is_none() || other.is_none() || one == other
}

#[cfg(test)]
mod tests {
    use crate::analysis::actors::ActorKind::{self, Organization, Person};
    use crate::analysis::actors::cluster::{Membership, NameInText, Reason, cluster};
    use crate::language::Gender;
    use crate::markup::BlockId;

    fn memberships(names: &[(&str, ActorKind, Option<Gender>)]) -> Vec<Membership> {
        let names: Vec<NameInText<'_>> = names
            .iter()
            .map(|(text, kind, gender)| NameInText {
                text,
                kind: *kind,
                block: BlockId(0),
                gender: *gender,
                same_as: None,
                is_told_apart: false,
            })
            .collect();
        cluster(&names)
    }

    #[test]
    fn each_way_to_belong_to_a_cluster_has_a_reason() {
        let found = memberships(&[
            ("Rosa Weil", Person, None),
            ("Weil", Person, None),
            ("Lindqvist Harbour Group", Organization, None),
            ("Lindqvist", Person, None),
            ("LHG", Organization, None),
            ("Chinese", Organization, None),
        ]);
        assert_eq!(
            found,
            [
                Membership::In(0, Reason::Same),
                Membership::In(0, Reason::Short),
                Membership::In(1, Reason::Same),
                Membership::In(1, Reason::Short),
                Membership::In(1, Reason::Acronym),
                Membership::Demonym("China"),
            ]
        );
    }

    #[test]
    fn a_title_with_a_gender_settles_who_of_two_is_meant() {
        let (he, she) = (Some(Gender::Masculine), Some(Gender::Feminine));
        let found = memberships(&[
            ("Tom Weil", Person, he),
            ("Rosa Weil", Person, she),
            ("Weil", Person, she),
        ]);
        assert_eq!(found.last(), Some(&Membership::In(1, Reason::Title)));
    }

    #[test]
    fn a_courtesy_title_finds_the_only_one_whose_gender_is_marked_unless_another_may_be_meant() {
        let she = Some(Gender::Feminine);
        let couple = memberships(&[
            ("Tom Weil", Person, None),
            ("Rosa Weil", Person, she),
            ("Weil", Person, she),
        ]);
        assert_eq!(couple.last(), Some(&Membership::In(1, Reason::Title)));
        for other in ["Ana Weil", "Quill Weil"] {
            let family = memberships(&[(other, Person, None), ("Rosa Weil", Person, she), ("Weil", Person, she)]);
            assert!(matches!(family.last(), Some(Membership::Tie(_))), "{other}");
        }
    }

    #[test]
    fn two_suffixes_are_two_people_and_one_is_that_of_the_bare_name() {
        let two = memberships(&[
            ("Wade Cutter", Person, None),
            ("Wade Cutter Sr.", Person, None),
            ("Wade Cutter Jr.", Person, None),
            ("Cutter", Person, None),
            ("Cutter Jr.", Person, None),
        ]);
        let [bare, senior, junior, short, short_junior] = two.as_slice() else {
            panic!("{two:?}");
        };
        assert_ne!(senior, junior);
        assert!(matches!(bare, Membership::Tie(_)), "{bare:?}");
        assert!(matches!(short, Membership::Tie(_)), "{short:?}");
        assert_eq!(cluster_of(junior), cluster_of(short_junior));
        let one = memberships(&[
            ("Wade Cutter Jr.", Person, None),
            ("Wade Cutter", Person, None),
            ("Cutter", Person, None),
        ]);
        assert!(one.iter().all(|name| cluster_of(name) == Some(0)), "{one:?}");
    }

    fn cluster_of(membership: &Membership) -> Option<usize> {
        match membership {
            Membership::In(cluster, _) => Some(*cluster),
            _ => None,
        }
    }

    #[test]
    fn a_known_thing_comes_before_a_person_of_its_name() {
        let found = memberships(&[
            ("Holt Group", Organization, None),
            ("Tom Holt", Person, None),
            ("Holt", Organization, None),
        ]);
        assert_eq!(found.last(), Some(&Membership::In(0, Reason::Short)));
    }
}
