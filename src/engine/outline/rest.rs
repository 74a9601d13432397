//! Whether a line speaks of a part of what another sentence counts: "the rest", "the remaining eight", "both plans". It resolves
//! nothing.

use crate::engine::outline::alone::Reading;
use crate::language::{Relation, Tag, Upos};

/// Two that every reader knows without another sentence.
const KNOWN_PAIRS: [&str; 7] = ["chambers", "hands", "houses", "parties", "sexes", "sides", "ways"];

impl Reading<'_> {
    /// "The rest was sold", "the remaining ferries", "updated both lists". "The rest of the fleet" and "both the pier and the dam" say
    /// of what.
    pub(super) fn is_rest(&self, word: usize) -> bool {
        let view = self.view;
        if self.snapshot.is_quoted(self.place(word)) {
            return false;
        }
        let says_of_what = |noun: usize| {
            let described = &[Relation::Nmod, Relation::AclRelcl, Relation::Acl, Relation::Conj];
            view.child_by(noun, described).is_some()
        };
        let is_remainder = view.is_any(word, &["rest", "remainder", "others"])
            && word.checked_sub(1).is_some_and(|before| view.is(before, "the"))
            && !view.is(word + 1, "of");
        let is_left = view.is(word, "remaining")
            && view.is(word.saturating_sub(1), "the")
            && view.head(word).is_some_and(|noun| noun > word && !says_of_what(noun));
        let is_pair = view.is(word, "both")
            && view.head(word).is_some_and(|noun| {
                noun > word
                    && view.upos(noun) == Upos::Noun
                    && view.tag(noun) == Tag::PluralNoun
                    && !view.is_any(noun, &KNOWN_PAIRS)
                    && !says_of_what(noun)
                    && !(word + 1..noun).any(|at| view.is_any(at, &["and", "of"]))
            });
        (is_remainder || is_left || is_pair) && !self.counts_before(word)
    }

    /// "The council has nine ferries and sold the rest": whether the line counts something before a word.
    fn counts_before(&self, word: usize) -> bool {
        let view = self.view;
        let mut before = self.line.words.iter().copied().take_while(|at| *at < word);
        before.any(|at| {
            let counted = &[Relation::Nummod, Relation::Conj];
            view.tag(at) == Tag::PluralNoun && !view.is(at, "others")
                || view.upos(at) == Upos::Noun && view.child_by(at, counted).is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::outline::testing::lines;

    #[test]
    fn a_part_of_what_another_sentence_counts_leaves_a_line_open() {
        for open in [
            "The rest were sold to a firm in Ostby on Monday.",
            "The remaining eight docks closed in Ostby on Monday.",
            "The council of Ostby has since updated both timetables.",
            "The mayor of Ostby sold the others on Monday.",
        ] {
            assert!(lines(open).is_empty(), "{:?}", lines(open));
        }
        for clear in [
            "The rest of the fleet was sold in Ostby on Monday.",
            "The remaining crews of the Senn ferry left Ostby on Monday.",
            "The council of Ostby asked both sides for a truce on Monday.",
            "The council of Ostby kept nine ferries and sold the rest on Monday.",
        ] {
            assert_eq!(lines(clear), [clear.trim_end_matches('.')]);
        }
    }
}
