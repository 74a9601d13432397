//! Base noun phrases by part of speech: where each begins, ends and has its head. It makes no use of a parser, so that
//! it stands where the parser is weak.

use std::ops::Range;

use crate::language::{Language, Upos, Word};

/// A noun phrase without what follows its head. A possessor ("the union's leader") is a phrase of its own, and part of
/// the one it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
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
#[must_use]
pub fn phrases(text: &str, language: &Language, sentence: Range<usize>) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let run = run_from(text, language, at, sentence.end);
        if run.end == at {
            at += 1;
            continue;
        }
        split_owners(language, run.clone(), &mut found);
        at = run.end;
    }
    found
}

/// The words from `start` that can be one noun phrase: determiner, modifiers, nouns, "'s" and hyphens in between.
fn run_from(text: &str, language: &Language, start: usize, limit: usize) -> Range<usize> {
    let mut end = start;
    let mut seen_noun = false;
    while end < limit {
        let Some(word) = language.words.get(end) else { break };
        let next = language.words.get(end + 1).filter(|_| end + 1 < limit);
        let fits = match word.upos {
            Upos::Noun | Upos::Propn => {
                seen_noun = true;
                true
            }
            Upos::Det => end == start || after_owner(language, end),
            Upos::Pron => end == start && word.xpos == "PRP$",
            Upos::Adj | Upos::Num | Upos::X => {
                !(seen_noun && word.upos == Upos::Adj)
                    || next.is_some_and(|next| is_noun(next) || is_hyphen(text, next))
            }
            Upos::Adv => !seen_noun && next.is_some_and(|next| matches!(next.upos, Upos::Adj | Upos::Num)),
            Upos::Verb => {
                end > start
                    && !seen_noun
                    && matches!(word.xpos, "VBN" | "VBG")
                    && next.is_some_and(|next| is_noun(next) || next.upos == Upos::Adj)
            }
            Upos::Part => word.xpos == "POS" && end > start && seen_noun,
            Upos::Punct | Upos::Sym => joins(text, language, end, start, limit),
            _ => false,
        };
        if !fits {
            break;
        }
        end += 1;
    }
    start..end
}

fn after_owner(language: &Language, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| language.words.get(before))
        .is_some_and(|word| word.xpos == "POS")
}

/// Whether a hyphen, dash or "&" joins the words beside it without a space.
fn joins(text: &str, language: &Language, at: usize, start: usize, limit: usize) -> bool {
    let (Some(word), Some(next)) = (language.words.get(at), language.words.get(at + 1)) else {
        return false;
    };
    let Some(before) = at.checked_sub(1).and_then(|before| language.words.get(before)) else {
        return false;
    };
    let mark = word.span.of(text);
    at > start
        && at + 1 < limit
        && (mark == "&"
            || (matches!(mark, "-" | "‐" | "–" | "." | "’" | "'")
                && before.span.end == word.span.start
                && word.span.end == next.span.start))
}

fn is_noun(word: &Word) -> bool {
    matches!(word.upos, Upos::Noun | Upos::Propn)
}

fn is_hyphen(text: &str, word: &Word) -> bool {
    matches!(word.span.of(text), "-" | "‐")
}

/// Cuts a run at each "'s" and keeps the parts that have a noun.
fn split_owners(language: &Language, run: Range<usize>, found: &mut Vec<Phrase>) {
    let mut core = run.start;
    let mut push = |core: Range<usize>, owner: bool| {
        let head = core
            .clone()
            .rev()
            .find(|index| language.words.get(*index).is_some_and(is_noun));
        if let Some(head) = head {
            found.push(Phrase {
                words: run.start..head + 1,
                core: core.start..head + 1,
                head,
                owner,
            });
        }
    };
    for index in run.clone() {
        if language.words.get(index).is_some_and(|word| word.xpos == "POS") {
            push(core..index, true);
            core = index + 1;
        }
    }
    push(core..run.end, false);
}
