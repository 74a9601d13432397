//! Base noun phrases by part of speech: where each begins, ends and has its head. It makes no use of a parser, so that
//! it holds where the parser is weak.

mod dates;

use std::ops::Range;

use crate::analysis::actors::phrases::dates::end_of_date;
use crate::language::{Tag, Upos, View};

/// A noun phrase without what follows its head. A possessor ("the union's leader") is a phrase of its own, and part of
/// the one it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// All words, possessor included.
    pub words: Range<usize>,
    /// The words after the possessor.
    pub core: Range<usize>,
    /// The last noun.
    pub head: usize,
    /// Whether "'s" follows, so that the phrase owns the next one.
    pub owner: bool,
}

/// The noun phrases of one sentence, in order.
pub(super) fn phrases(words: View<'_>, sentence: Range<usize>) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let run = run_from(words, at, sentence.end);
        if run.end == at {
            at += 1;
            continue;
        }
        let date = end_of_date(words, &run);
        split_owners(words, run.start..date, &mut found);
        split_owners(words, date..run.end, &mut found);
        at = run.end;
    }
    found
}

/// The words from `start` that can be one noun phrase: determiner, modifiers, nouns, "'s" and hyphens in between.
fn run_from(words: View<'_>, start: usize, limit: usize) -> Range<usize> {
    let mut end = start;
    let mut seen_noun = false;
    while end < limit {
        let next = (end + 1 < limit).then_some(end + 1);
        let is_next = |fits: &dyn Fn(usize) -> bool| next.is_some_and(fits);
        let fits = match words.upos(end) {
            Upos::Noun | Upos::Propn => {
                seen_noun = true;
                true
            }
            Upos::Det => end == start || is_after_owner(words, end),
            Upos::Pron => end == start && words.tag(end) == Tag::PossessivePronoun,
            Upos::Adj if seen_noun => is_next(&|next| is_noun(words, next) || is_hyphen(words, next)),
            Upos::Adj | Upos::Num | Upos::X => true,
            Upos::Adv => !seen_noun && is_next(&|next| matches!(words.upos(next), Upos::Adj | Upos::Num)),
            Upos::Verb => {
                end > start
                    && !seen_noun
                    && words.tag(end).is_participle()
                    && is_next(&|next| is_noun(words, next) || words.upos(next) == Upos::Adj)
            }
            Upos::Part => words.tag(end) == Tag::PossessiveEnding && end > start && seen_noun,
            Upos::Punct | Upos::Sym => end > start && end + 1 < limit && joins(words, end),
            _ => false,
        };
        if !fits {
            break;
        }
        end += 1;
    }
    start..end
}

fn is_after_owner(words: View<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| words.tag(before) == Tag::PossessiveEnding)
}

/// Whether a hyphen, dash or "&" joins the words next to it without a space: "on-screen", "Weil & Holt".
fn joins(words: View<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.word(before));
    let (Some(before), Some(mark), Some(next)) = (before, words.word(at), words.word(at + 1)) else {
        return false;
    };
    let written = words.form(at);
    written == "&"
        || (matches!(written, "-" | "‐" | "–" | "." | "’" | "'")
            && before.span.end == mark.span.start
            && mark.span.end == next.span.start)
}

fn is_noun(words: View<'_>, at: usize) -> bool {
    matches!(words.upos(at), Upos::Noun | Upos::Propn)
}

fn is_hyphen(words: View<'_>, at: usize) -> bool {
    matches!(words.form(at), "-" | "‐")
}

/// Cuts a run at each "'s" and keeps the parts that have a noun.
fn split_owners(words: View<'_>, run: Range<usize>, found: &mut Vec<Phrase>) {
    let mut core = run.start;
    let mut push = |core: Range<usize>, owner: bool| {
        if let Some(head) = core.clone().rev().find(|at| is_noun(words, *at)) {
            found.push(Phrase {
                words: run.start..head + 1,
                core: core.start..head + 1,
                head,
                owner,
            });
        }
    };
    for at in run.clone() {
        if words.tag(at) == Tag::PossessiveEnding {
            push(core..at, true);
            core = at + 1;
        }
    }
    push(core..run.end, false);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::toy;
    use crate::language::{analyse, embedded};

    /// The phrases of a text without their possessors.
    fn cores(text: &str) -> Vec<String> {
        let language = analyse(text, embedded());
        let words = View::new(text, &language);
        phrases(words, 0..words.len())
            .into_iter()
            .map(|phrase| words.span(phrase.core).of(text).to_owned())
            .collect()
    }

    #[test]
    fn phrases_run_from_determiner_to_last_noun() {
        for (text, expected) in [
            (
                "The old harbour master met a tall sailor.",
                ["The old harbour master", "a tall sailor"],
            ),
            ("The union's leader left.", ["The union", "leader"]),
        ] {
            assert_eq!(cores(text), expected, "{text}");
        }
    }

    #[test]
    fn marks_join_words_that_they_touch() {
        for (text, expected) in [("Weil & Holt", true), ("Weil – Holt", false), ("Weil–Holt", true)] {
            let language = toy::language(text);
            assert_eq!(joins(View::new(text, &language), 1), expected, "{text}");
        }
    }
}
