//! Whether a line is dated by the time of another sentence: "the same year", "two weeks later". It resolves no time.

use crate::language::{Upos, View};
use crate::text::table::WordList;

/// How many words at the head of a sentence say when it is.
const HEAD: usize = 8;

/// Parts of time by which a sentence is dated from another.
static UNITS: WordList = WordList::new(include_str!("units_of_time.txt"));

/// Whether the head of a line that begins with this word says when in words that another sentence explains.
pub(super) fn is_of_another(view: View<'_>, first: usize) -> bool {
    let end = (first..(first + HEAD).min(view.len()))
        .find(|at| matches!(view.upos(*at), Upos::Verb | Upos::Aux) || view.is(*at, ","))
        .unwrap_or((first + HEAD).min(view.len()));
    let is_unit = |at: usize| UNITS.has(&view.lower(at));
    let points = |at: usize| {
        view.is(at, "same") && is_unit(at + 1)
            || view.is_any(at, &["later", "earlier", "afterward", "afterwards"]) && at > first && is_unit(at - 1)
            || view.is_any(at, &["next", "following"])
                && view.is(at.saturating_sub(1), "the")
                && (at..at + 3).any(is_unit)
            || view.is_any(at, &["since", "by", "until"]) && view.is(at + 1, "then")
            || view.is(at, "once") && view.is(at + 1, "there")
            || view.is(at, "while") && view.upos(at) == Upos::Noun
            // "At the time, Lund said": "at the time of the vote" says when.
            || view.is(at, "the") && view.is(at + 1, "time") && view.is(at + 2, ",")
            // "Just a week ago, the crews hoped": what has changed since is in the next sentence.
            || at == first
                && view.is_any(at, &["just", "only"])
                && (at..end).any(|ago| view.is(ago, "ago"))
                && view.is(end, ",")
    };
    // "The next year's budget" is a thing.
    (first..end).any(points) && !(first..end).any(|at| view.is_any(at, &["'s", "’s"]))
}

#[cfg(test)]
mod tests {
    use crate::engine::outline::testing::lines;

    #[test]
    fn a_line_that_another_sentence_dates_is_left_out() {
        for open in [
            "The same year, the council of Ostby closed the pier.",
            "Just over a year later, the council of Ostby closed the pier.",
            "The following week, the council of Ostby sold the pier to Kessel.",
            "At the time, the council of Ostby closed the pier.",
            "Only a week ago, the council of Ostby opened the pier.",
        ] {
            assert!(lines(open).is_empty(), "{:?}", lines(open));
        }
        for clear in [
            "Last year, the council of Ostby closed the pier.",
            "Two weeks ago, the council of Ostby sold the pier to Kessel.",
        ] {
            assert_eq!(lines(clear), [clear.trim_end_matches('.')]);
        }
    }
}
