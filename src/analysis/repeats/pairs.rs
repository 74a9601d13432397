//! Finds two words of grammar that are written twice running (“on the on the”). It looks at no other words: of those, many may come
//! again (“after the war the war memorial was built”).

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::repeats::chunk::Chunk;
use crate::analysis::repeats::reasons::Around;
use crate::analysis::repeats::types::{Repeat, RepeatReason};
use crate::text::table;

/// The pair that four words are, if the last two are the first two again.
pub(super) fn repeated_pair(four: [Chunk<'_>; 4], around: Around<'_, '_>) -> Option<Repeat> {
    let [one, other, one_again, other_again] = four;
    let is_bare = [one, other, one_again].iter().all(|chunk| chunk.tail.is_empty())
        && [other, one_again, other_again].iter().all(|chunk| !chunk.opens);
    // A title may begin with the words before it: “on the On the Waterfront set”.
    let is_again = is_bare
        && one.word.eq_ignore_ascii_case(one_again.word)
        && other.word.eq_ignore_ascii_case(other_again.word)
        && ![one_again, other_again]
            .iter()
            .any(|chunk| chunk.word.starts_with(char::is_uppercase));
    if !is_again {
        return None;
    }
    let is = |word: &str, kind: &str| KINDS.contains(&(word, kind));
    let leads_to_noun = is(one_again.word, "opens") && is(other_again.word, "leads");
    // “What will be will be”.
    let is_verb = || is(one_again.word, "auxiliary") && is(other_again.word, "be") && !around.opens_clause();
    (leads_to_noun || is_verb()).then(|| Repeat {
        first: one.span.join(other.span),
        second: one_again.span.join(other_again.span),
        reason: around.is_followed_by_sic().then_some(RepeatReason::Sic),
    })
}

static KINDS: LazyLock<FxHashSet<(&str, &str)>> = LazyLock::new(|| {
    table::rows(include_str!("pair_words.tsv"))
        .map(|[word, kind]| (word, kind))
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::repeats::of_block;

    #[test]
    fn two_small_words_written_again_are_one_repeat() {
        for (text, pair) in [
            ("The truck was waiting on the on the ramp.", "on the"),
            ("In the in the end nobody came.", "in the"),
            ("A grant of its\nof its own is late.", "of its"),
            ("The hall will be will be torn down.", "will be"),
            ("She hopes to be to be heard.", "to be"),
        ] {
            let found: Vec<&str> = of_block(text).iter().map(|repeat| repeat.second.of(text)).collect();
            assert_eq!(found, [pair], "{text}");
        }
    }

    #[test]
    fn words_that_may_come_again_are_none() {
        for text in [
            "After the war the war memorial was built.",
            "It went on and on and on.",
            "What will be will be.",
            "They filmed on the On the Quay set.",
            "He sat in the, in the words of Weil, cold.",
            "The people you talk to talk to me.",
            "A rose is a rose is a rose.",
            "If it was it was late.",
        ] {
            assert_eq!(of_block(text), [], "{text}");
        }
    }

    #[test]
    fn the_table_has_no_row_twice() {
        assert_eq!(table::lines(include_str!("pair_words.tsv")).count(), KINDS.len());
    }
}
