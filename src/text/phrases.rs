//! Looks for many phrases in a text at once. What it means that one is there is decided elsewhere.

use aho_corasick::AhoCorasick;

use crate::text::{Span, table};

/// The phrases of a table, to be looked for in any case and with both apostrophes.
#[derive(Debug)]
pub struct Phrases {
    /// None if the table holds too much to look for, which a test finds.
    automaton: Option<AhoCorasick>,
}

impl Phrases {
    /// The phrases of a table, one a line, in lowercase with straight apostrophes.
    #[must_use]
    pub fn of(table: &'static str) -> Self {
        let phrases = table::lines(table);
        let curly = |phrase: &&str| phrase.contains('\'').then(|| phrase.replace('\'', "’"));
        let written = phrases.flat_map(|phrase| std::iter::once(phrase.to_owned()).chain(curly(&phrase)));
        Self {
            automaton: AhoCorasick::builder().ascii_case_insensitive(true).build(written).ok(),
        }
    }

    /// Where the phrases are in a text, each from the beginning of a word on: "photo by", and no "telephoto by". They may end inside a
    /// word ("newsletters"). Linear in the text.
    pub fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Span> + 't {
        let found = self
            .automaton
            .iter()
            .flat_map(move |all| all.find_overlapping_iter(text));
        let spans = found.map(|found| Span::new(found.start(), found.end()));
        spans.filter(move |span| {
            let before = text.get(..span.start).and_then(|before| before.chars().next_back());
            before.is_none_or(|before| !before.is_alphanumeric())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_begin_with_a_word() {
        let phrases = Phrases::of("# phrases\nit doesn't matter\nmind you\n");
        let found = |text: &'static str| phrases.find(text).map(|span| span.of(text)).collect::<Vec<_>>();
        assert_eq!(found("Mind you, it doesn’t matter."), ["Mind you", "it doesn’t matter"]);
        assert!(found("They remind you.").is_empty());
    }
}
