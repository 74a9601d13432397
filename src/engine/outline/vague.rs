//! Whether a line speaks of a thing that only another sentence describes. It knows the headline and nothing else of the draft.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::engine::Snapshot;
use crate::engine::outline::alone::Reading;
use crate::language::{Relation, Upos};
use crate::text::table;

/// Nouns that say too little after "the": "the measure", "the groups".
static VAGUE: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("vague_nouns.txt")).collect());

/// What every reader knows of.
static KNOWN: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("known_nouns.txt")).collect());

/// Whether every reader knows which one is meant: "the government", "this country".
pub(super) fn is_known(lemma: &str) -> bool {
    KNOWN.contains(lemma)
}

impl Reading<'_> {
    /// "They sold the measure": a thing that another sentence describes, unless the headline or the line has named it.
    pub(super) fn is_vague(&self, word: usize) -> bool {
        let view = self.view;
        let describes = &[
            Relation::Amod,
            Relation::Compound,
            Relation::Nmod,
            Relation::NmodPoss,
            Relation::NmodUnmarked,
            Relation::Acl,
            Relation::AclRelcl,
            Relation::Nummod,
            Relation::Appos,
            Relation::Flat,
        ];
        let is_part = matches!(
            view.relation(word),
            Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl | Relation::OblAgent
        );
        let lemma = view.lemma(word);
        if view.upos(word) != Upos::Noun || !is_part || !VAGUE.contains(&*lemma) {
            return false;
        }
        let is_bare = view
            .child_by(word, &[Relation::Det])
            .is_some_and(|the| view.is(the, "the"))
            && view.child_by(word, describes).is_none();
        let is_named_before = self
            .line
            .words
            .iter()
            .take_while(|at| **at < word)
            .any(|at| view.lemma(*at) == lemma);
        is_bare
            && !is_named_before
            && !self.snapshot.is_in_headline(&lemma)
            && !self.snapshot.is_quoted(self.place(word))
    }
}

impl Snapshot {
    /// Whether the headline has a word. Without a headline everything may be new, and nothing is held to be named elsewhere.
    pub(super) fn is_in_headline(&self, lemma: &str) -> bool {
        let headline = self.facts.main_event.as_ref().and_then(|main| main.headline);
        headline.is_none_or(|headline| {
            let text = self.block_text(headline).to_lowercase();
            text.split(|letter: char| !letter.is_alphabetic())
                .any(|word| word.starts_with(lemma))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, analyse};
    use crate::language;

    #[test]
    fn what_the_headline_names_is_clear_as_long_as_it_does() {
        let cache = Cache::lenient();
        let below = |headline: &str, cache: &Cache| -> Vec<String> {
            let text = format!("{headline}\n\nThe property was sold to Ida Lund in Kessel on Monday.\n");
            let draft = Draft {
                text: text.as_str().into(),
                ..Draft::default()
            };
            let outline = analyse(&draft, cache, language::embedded()).outline();
            outline
                .into_iter()
                .flat_map(|headline| headline.children)
                .map(|item| item.name)
                .collect()
        };
        for headline in [
            "Council sells property",
            "Council meets in spring",
            "The property of Ostby",
        ] {
            assert_eq!(
                below(headline, &cache),
                below(headline, &Cache::default()),
                "{headline}"
            );
        }
        assert!(below("Council meets in spring", &cache).is_empty());
        assert_eq!(below("Council sells property", &cache).len(), 1);
    }
}
