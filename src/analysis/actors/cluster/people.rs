//! Which short name belongs to which full name of a person. Family name first, then given name; two people who share
//! the name stay two.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::actors::cluster::comparable::ComparableName;
use crate::analysis::actors::tables;

/// Full names of people, indexed by their words.
#[derive(Debug, Default)]
pub(super) struct People {
    full: Vec<FullName>,
    by_word: FxHashMap<SmolStr, Vec<(usize, NamePart)>>,
}

#[derive(Debug)]
struct FullName {
    form: ComparableName,
    cluster: usize,
    /// Whether the draft sets its bearer apart from somebody of the same name: "and his son, Wade Cutter Jr."
    is_told_apart: bool,
}

/// How many people with one word in their names are told apart; more than that is a list, not a story.
const BEARERS: usize = 64;

/// How likely a word of a full name is the short name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NamePart {
    Family,
    FamilyFirst,
    Middle,
    Given,
}

impl People {
    /// The clusters of full names that are the same as `form` except for middle names, initials and a suffix that one of them lacks.
    /// Without doubles.
    pub fn same(&self, form: &ComparableName, is_told_apart: bool) -> Vec<usize> {
        let bearers = self.by_word.get(form.last()).into_iter().flatten().take(BEARERS);
        let mut clusters: Vec<usize> = bearers
            .filter_map(|(index, rank)| Some((self.full.get(*index)?, *rank)))
            .filter(|(full, rank)| match rank {
                NamePart::Family => same_person(&full.form, form) && same_suffix(full, form, is_told_apart),
                _ => is_first_surname(&full.form, form),
            })
            .map(|(full, _)| full)
            .map(|full| full.cluster)
            .collect();
        clusters.sort_unstable();
        clusters.dedup();
        clusters
    }

    /// Adds a full name; `written` is all of it, as it is written.
    pub fn add(&mut self, form: ComparableName, written: &str, cluster: usize, is_told_apart: bool) {
        let index = self.full.len();
        let last = form.words.len().saturating_sub(1);
        let words: Vec<&str> = written.split_whitespace().collect();
        let family_first = words
            .split_first()
            .is_some_and(|(first, rest)| tables::may_be_family_first(first, rest));
        for (at, word) in form.words.iter().enumerate() {
            let rank = match at {
                _ if at == last => NamePart::Family,
                0 if family_first => NamePart::FamilyFirst,
                0 => NamePart::Given,
                _ => NamePart::Middle,
            };
            self.by_word.entry(word.clone()).or_default().push((index, rank));
        }
        self.full.push(FullName {
            form,
            cluster,
            is_told_apart,
        });
    }

    /// The clusters that a single word can refer to: all that carry it in the likeliest place and have no other suffix. Without
    /// doubles.
    pub fn called(&self, short: &ComparableName) -> Vec<usize> {
        let Some(found) = self.by_word.get(short.last()) else {
            return Vec::new();
        };
        let Some(best) = found.iter().map(|(_, rank)| *rank).min() else {
            return Vec::new();
        };
        let mut clusters: Vec<usize> = found
            .iter()
            .take(BEARERS)
            .filter(|(_, rank)| *rank == best)
            .filter_map(|(index, _)| self.full.get(*index))
            .filter(|full| short.suffix.is_none() || full.form.suffix.is_none() || short.suffix == full.form.suffix)
            .map(|full| full.cluster)
            .collect();
        clusters.sort_unstable();
        clusters.dedup();
        clusters
    }
}

/// Whether two names can be one person's by their suffixes: "Wade Cutter" may be Wade Cutter Jr., unless the draft sets one apart from
/// the other.
fn same_suffix(full: &FullName, form: &ComparableName, is_told_apart: bool) -> bool {
    let apart = full.is_told_apart || is_told_apart;
    match (&full.form.suffix, &form.suffix) {
        (Some(_), None) | (None, Some(_)) => !apart,
        (one, other) => one == other,
    }
}

/// Whether two names of two or more words with the same last word can be one person: their given names are the same, or
/// one is the initial of the other, or all words of one are in the other.
fn same_person(one: &ComparableName, other: &ComparableName) -> bool {
    let (short, long) = if one.words.len() <= other.words.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.words.iter().all(|word| long.words.contains(word)) {
        return true;
    }
    let (a, b) = (short.first(), long.first());
    a == b || (is_initial_of(a, b) || is_initial_of(b, a)) && short.words.len() == long.words.len()
}

/// "Del Pozo" of María del Pozo Leal: the first of two last names, with its particle.
fn is_first_surname(full: &ComparableName, form: &ComparableName) -> bool {
    const PARTICLES: [&str; 8] = ["da", "de", "del", "di", "dos", "du", "van", "von"];
    let has_particle = form.words.len() > 1 && PARTICLES.contains(&form.first());
    let after_given = full.words.get(1..).unwrap_or(&[]);
    has_particle && after_given.windows(form.words.len()).any(|words| words == form.words)
}

fn is_initial_of(initial: &str, name: &str) -> bool {
    let mut letters = initial.chars();
    letters
        .next()
        .is_some_and(|letter| letters.next().is_none() && name.starts_with(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::cluster::comparable::comparable;

    fn people(names: &[&str]) -> People {
        let mut people = People::default();
        for (cluster, name) in names.iter().enumerate() {
            people.add(comparable(name, false), name, cluster, false);
        }
        people
    }

    #[test]
    fn a_short_name_is_the_family_name_wherever_it_stands() {
        let people = people(&["Wang Dao", "Rosa Weil", "Ana María Ruiz Soto"]);
        assert_eq!(people.called(&comparable("wang", false)), [0]);
        assert_eq!(people.called(&comparable("weil", false)), [1]);
        assert_eq!(people.called(&comparable("ruiz", false)), [2]);
        assert_eq!(people.called(&comparable("rosa", false)), [1]);
        assert_eq!(people.called(&comparable("holt", false)), Vec::<usize>::new());
    }

    #[test]
    fn two_of_one_family_name_are_two() {
        assert_eq!(
            people(&["Ana Ruiz", "Tomás Ruiz"]).called(&comparable("ruiz", false)),
            [0, 1]
        );
    }

    #[test]
    fn middle_names_and_initials_make_no_second_person() {
        let people = people(&["Rosa Weil"]);
        assert_eq!(people.same(&comparable("Rosa B. Weil", false), false), [0]);
        assert_eq!(people.same(&comparable("R. Weil", false), false), [0]);
        assert_eq!(people.same(&comparable("Tom Weil", false), false), Vec::<usize>::new());
    }

    #[test]
    fn the_first_of_two_last_names_with_its_particle_is_enough() {
        let people = people(&["Ana María del Pozo Leal", "Tom van den Berg", "Ida Roth"]);
        assert_eq!(people.same(&comparable("Del Pozo", false), false), [0]);
        assert_eq!(
            people.same(&comparable("María Pozo", false), false),
            Vec::<usize>::new()
        );
        assert_eq!(people.same(&comparable("De Roth", false), false), Vec::<usize>::new());
    }
}
