//! Names of several words that shorter ones can refer to, people aside. It makes no cluster.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::actors::cluster::comparable::ComparableName;
use crate::analysis::actors::tables;

/// How many names with one word in common are told apart.
const BEARERS: usize = 64;

/// How many letters stand for a state, or say too little.
const OF_STATE: usize = 2;

/// Words that a name goes on with after its head: "Sea Scouts | of Osland", "Board of Labor | & Ports".
const LINKS: [&str; 6] = ["of", "for", "on", "in", "and", "&"];

/// How adjectives end that name no body by themselves: "Democratic" says of what party somebody is, and is not short for it.
const ADJECTIVES: [&str; 6] = ["ic", "ican", "ive", "ish", "ese", "ian"];

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

    /// The only name that `form` is a shorter or a longer form of; `is_place` tells whether the draft has a comparable name as a
    /// place's, and `is_told_apart` whether it sets some bearer of `form` apart ("the state Supreme Court").
    ///
    /// A single word that is before the longer name is short for it only where the rest says no more than that it is
    /// an organization: "Lindqvist" for "Lindqvist Group", but not "Lindqvist" for "Lindqvist Science Fair".
    pub fn longer(
        &self,
        form: &ComparableName,
        at: usize,
        is_place: impl Fn(&ComparableName) -> bool,
        is_told_apart: bool,
    ) -> Option<usize> {
        // "Pa." is a state, whatever "Pa. Post" is.
        if form.is_single() && (tables::is_generic(form.first()) || form.first().len() <= OF_STATE) {
            return None;
        }
        let beginning = self.with_word(form.first()).filter(|long| {
            if form.begins(&long.form) {
                let is_new = !form.is_single() || long.first < at || says_no_more(form, &long.form);
                is_new && is_cut_of(form, &long.form) && !is_place(form)
            } else {
                long.form.words.len() > 1
                    && long.form.begins(form)
                    && is_cut_of(&long.form, form)
                    && !is_place(&long.form)
            }
        });
        let ending = self
            .with_word(form.last())
            .filter(|long| form.ends(&long.form) && is_tail_of(form, &long.form))
            .filter(|_| !is_told_apart && !is_place(form));
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

/// Whether what a longer name has after `short` says no more than that it is an organization.
fn says_no_more(short: &ComparableName, long: &ComparableName) -> bool {
    let mut rest = long.words.iter().skip(short.words.len());
    rest.all(|word| tables::is_corporate(word))
}

/// Whether the words that begin a longer name can be short for it. "Sea Scouts" is for "Sea Scouts of Osland", and "Lindqvist Harbour"
/// for "Lindqvist Harbour Group"; "Senn County" is not for "Senn County Council", nor "Osland University" for its press, nor
/// "Kessel" for "Kessel County Mills", nor "Democratic" for a party.
fn is_cut_of(short: &ComparableName, long: &ComparableName) -> bool {
    let next = long.words.get(short.words.len()).map_or("", SmolStr::as_str);
    if LINKS.contains(&next) && !tables::is_corporate(short.last()) {
        return true;
    }
    if short.is_single() {
        let is_adjective = ADJECTIVES.iter().any(|end| short.last().ends_with(end));
        let is_of_place = tables::is_realm(next);
        return !is_adjective && !is_of_place;
    }
    let is_whole = tables::is_generic(short.last()) || short.last().len() <= OF_STATE;
    !is_whole || says_no_more(short, long)
}

/// Whether the words that end a longer name can be short for it: two words or more, or the plural that a team is called by.
fn is_tail_of(short: &ComparableName, long: &ComparableName) -> bool {
    let last = short.last();
    let is_plural = last.ends_with('s') && !["us", "ss", "is"].iter().any(|end| last.ends_with(end));
    // "Senn and Kessel Rangers" are two.
    let before = long.words.len() - short.words.len();
    let joins = long
        .words
        .iter()
        .take(before)
        .any(|word| matches!(word.as_str(), "and" | "&"));
    !joins && (!short.is_single() || is_plural)
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
        let longer = |name: &str, at| names.longer(&comparable(name, true), at, |_| false, false);
        assert_eq!(longer("Lindqvist", 9), Some(0));
        assert_eq!(longer("Lindqvist Harbour", 0), Some(0));
        assert_eq!(longer("Ferry Workers", 0), Some(2));
        assert_eq!(longer("Osland", 0), None, "it comes before a name that says more");
        assert_eq!(longer("Osland", 9), Some(1));
        assert_eq!(
            names.longer(&comparable("Osland", true), 9, |_| true, false),
            None,
            "a place"
        );
        assert_eq!(
            names.longer(&comparable("Ferry Workers", true), 0, |_| false, true),
            None,
            "other ones"
        );
        assert_eq!(names.with_initials(&comparable("LHG", true)), Some(0));
        assert_eq!(names.with_initials(&comparable("Lhg", true)), None);
    }

    #[test]
    fn a_body_of_its_own_is_not_short_for_a_longer_name() {
        for (short, long) in [
            ("Senn County", "Senn County Council"),
            ("Osland University", "Osland University Press"),
            ("Senn", "Senn County Mills"),
            ("Democratic", "Democratic Party"),
            ("Caucus", "Harbour Caucus"),
            ("Kessel Rangers", "Senn and Kessel Rangers"),
            ("Velda PA", "Velda PA Centre"),
        ] {
            let mut names = LongNames::default();
            names.add(&comparable(long, true), 0, 1);
            assert_eq!(
                names.longer(&comparable(short, true), 9, |_| false, false),
                None,
                "{short}"
            );
        }
        for (short, long) in [
            ("Sea Scouts", "Sea Scouts of Osland"),
            ("Ferry Board", "Ferry Board of Senn"),
            ("Rovers", "Kessel Rovers"),
            ("Harbour Workers", "Harbour Workers Union"),
        ] {
            let mut names = LongNames::default();
            names.add(&comparable(long, true), 0, 1);
            assert_eq!(
                names.longer(&comparable(short, true), 9, |_| false, false),
                Some(0),
                "{short}"
            );
        }
    }
}
