//! What "by" says of a verb: who did it, or how, and by how much. It knows no topic.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Relation, Tag, Upos, View};
use crate::text::table;

/// How many words before a noun the "by" before it may be: "by a vote of the full council".
const BY_WITHIN: usize = 6;

/// Whether a word says how only where it has no article, by word.
static MEANS: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
    table::rows(include_str!("data/means.tsv"))
        .map(|[word, kind]| (word, kind == "bare"))
        .collect()
});

/// What one can be beside ("place"), and what such things do ("force").
static BESIDE: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    table::rows(include_str!("data/beside.tsv"))
        .map(|[kind, word]| (kind, word))
        .collect()
});

fn is_beside(kind: &str, word: &str) -> bool {
    BESIDE.contains(&(kind, word))
}

impl View<'_> {
    /// Whether a noun after "by" is no agent, but a means ("by hand", "by boat", "by mistake") or a measure ("by 40 votes", "by a
    /// margin of 3"), or a place ("found by the river", but "flooded by the river").
    #[must_use]
    pub fn says_how(self, noun: usize) -> bool {
        let Some(by) = (noun.saturating_sub(BY_WITHIN)..noun)
            .rev()
            .find(|at| self.is(*at, "by"))
        else {
            return false;
        };
        let between = || by + 1..noun;
        let is_owned = |at: usize| matches!(self.tag(at), Tag::PossessivePronoun | Tag::PossessiveEnding);
        if is_beside("place", &self.lemma(noun)) && self.upos(noun) == Upos::Noun {
            let acts = self
                .head(noun)
                .is_some_and(|verb| is_beside("force", &self.lemma(verb)));
            return !acts;
        }
        match MEANS.get(self.lemma(noun).as_str()) {
            Some(true) => {
                self.tag(noun) == Tag::SingularNoun && !between().any(|at| self.upos(at) == Upos::Det || is_owned(at))
            }
            Some(false) => !between().any(is_owned) && self.child_by(noun, &[Relation::AclRelcl]).is_none(),
            // "by 40", "by $3 million".
            None => {
                self.upos(noun) == Upos::Sym
                    || self.tag(noun) == Tag::Number && self.form(noun).contains(char::is_numeric)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    #[test]
    fn a_river_floods_and_finds_nobody() {
        let by_river = |form: &str, lemma: &str| {
            let marked =
                format!("{form}/{lemma}/VBN/0/root by/by/IN/4/case the/the/DT/4/det river/river/NN/1/obl:agent");
            ask(&parsed(&marked), "river", View::says_how)
        };
        assert!(by_river("found", "find") && !by_river("flooded", "flood"));
    }

    #[test]
    fn a_boat_is_how_and_the_boat_is_who() {
        let by = |rest: &str, noun: &str| ask(&parsed(&format!("by/by/IN/0/_ {rest}")), noun, View::says_how);
        assert!(by("tram/tram/NN/0/_", "tram") && !by("a/a/DT/0/_ tram/tram/NN/0/_", "tram"));
        assert!(
            by("12/12/CD/0/_ seats/seat/NNS/0/_", "seats") && by("a/a/DT/0/_ majority/majority/NN/0/_", "majority")
        );
        assert!(by("9/9/CD/0/_", "9") && !by("three/three/CD/0/_", "three"));
        assert!(!by("nurses/nurse/NNS/0/_", "nurses") && !by("trams/tram/NNS/0/_", "trams"));
    }
}
