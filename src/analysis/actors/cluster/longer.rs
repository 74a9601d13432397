//! Names of several words that shorter ones can refer to, people aside. It makes no cluster.

use rustc_hash::FxHashMap;

use crate::analysis::actors::cluster::comparable::ComparableName;
use crate::analysis::actors::tables;

/// How many names with one word in common are told apart.
const BEARERS: usize = 64;

/// How many letters stand for a state, or say too little.
const OF_STATE: usize = 2;

/// Long names by the first and by the last word, and by their initials.
#[derive(Default)]
pub(super) struct LongNames {
    by_edge: FxHashMap<String, Vec<LongName>>,
    by_initials: FxHashMap<String, Vec<usize>>,
}

/// A name that shorter ones can refer to.
struct LongName {
    form: ComparableName,
    cluster: usize,
    /// The number of the name with which the draft first gives it.
    first: usize,
}

impl LongNames {
    /// Adds the name of a cluster; `at` is its number in the draft.
    pub fn add(&mut self, form: &ComparableName, cluster: usize, at: usize) {
        let long = || LongName {
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

    /// The only name with these initials: "Lindqvist Harbour Group" for "LHG".
    pub fn with_initials(&self, acronym: &ComparableName) -> Option<usize> {
        let is_acronym = acronym.acronym && acronym.last().len() > 2;
        match self.by_initials.get(acronym.last()).filter(|_| is_acronym)?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The only longer name that begins, or with two words or more ends, with `form`; or a shorter one met before.
    ///
    /// A single word that is before the longer name is short for it only where the rest says no more than that it is
    /// an organization: "Lindqvist" for "Lindqvist Group", but not "Lindqvist" for "Lindqvist Science Fair".
    pub fn longer(&self, form: &ComparableName, at: usize) -> Option<usize> {
        // "Pa." is a state, whatever "Pa. Post" is.
        if form.is_single() && (tables::is_generic(form.first()) || form.first().len() <= OF_STATE) {
            return None;
        }
        let beginning = self.with_word(form.first()).filter(|long| {
            let rest = long.form.words.iter().skip(form.words.len());
            let says_no_more = || rest.clone().all(|word| tables::is_corporate(word));
            (form.begins(&long.form) && (!form.is_single() || long.first < at || says_no_more()))
                || (long.form.words.len() > 1 && long.form.begins(form))
        });
        let ending = self
            .with_word(form.last())
            .filter(|long| form.ends(&long.form) && (form.words.len() > 1 || form.last().ends_with('s')));
        let mut clusters: Vec<usize> = beginning.chain(ending).map(|long| long.cluster).collect();
        clusters.sort_unstable();
        clusters.dedup();
        match clusters.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn with_word(&self, word: &str) -> impl Iterator<Item = &LongName> {
        self.by_edge.get(word).into_iter().flatten().take(BEARERS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::cluster::comparable::comparable;

    #[test]
    fn a_short_form_finds_the_only_long_name_it_can_stand_for() {
        let mut names = LongNames::default();
        for (at, name) in [
            "Lindqvist Harbour Group",
            "Osland Science Fair",
            "Straits Ferry Workers",
        ]
        .into_iter()
        .enumerate()
        {
            names.add(&comparable(name, true), at, at + 1);
        }
        let longer = |name: &str, at| names.longer(&comparable(name, true), at);
        assert_eq!(longer("Lindqvist", 9), Some(0));
        assert_eq!(longer("Lindqvist Harbour", 0), Some(0));
        assert_eq!(longer("Ferry Workers", 0), Some(2));
        assert_eq!(longer("Osland", 0), None, "it comes before a name that says more");
        assert_eq!(longer("Osland", 9), Some(1));
        assert_eq!(names.with_initials(&comparable("LHG", true)), Some(0));
        assert_eq!(names.with_initials(&comparable("Lhg", true)), None);
    }
}
