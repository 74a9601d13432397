//! Base noun phrases by part of speech: where each begins, ends and has its head. It makes no use of a parser, so that
//! it stands where the parser is weak.

use std::ops::Range;

use crate::analysis::times::{is_month, is_weekday};
use crate::language::{Language, Tag, Upos, Word};

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
        let date = date_at(text, language, &run);
        split_owners(language, run.start..date, &mut found);
        split_owners(language, date..run.end, &mut found);
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
            Upos::Pron => end == start && word.tag == Tag::PossessivePronoun,
            Upos::Adj | Upos::Num | Upos::X => {
                !(seen_noun && word.upos == Upos::Adj)
                    || next.is_some_and(|next| is_noun(next) || is_hyphen(text, next))
            }
            Upos::Adv => !seen_noun && next.is_some_and(|next| matches!(next.upos, Upos::Adj | Upos::Num)),
            Upos::Verb => {
                end > start
                    && !seen_noun
                    && matches!(word.tag, Tag::PastParticiple | Tag::Gerund)
                    && next.is_some_and(|next| is_noun(next) || next.upos == Upos::Adj)
            }
            Upos::Part => word.tag == Tag::PossessiveEnding && end > start && seen_noun,
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

/// The end of a date with which a run of words begins, and which tells when the rest acts: "on Monday Foreign Minister
/// Ana Weil", "last May officials". The start of the run where there is none: "the Monday talks", "on Monday's show".
fn date_at(text: &str, language: &Language, run: &Range<usize>) -> usize {
    let word = |at: usize| language.words.get(at).map_or("", |word| word.span.of(text));
    let lower = |at: usize| word(at).to_lowercase();
    let mut at = run.start;
    let is_near = matches!(lower(at).as_str(), "last" | "next" | "this");
    at += usize::from(is_near);
    let before = run.start.checked_sub(1).map(lower).unwrap_or_default();
    let is_when = |words: &[&str]| is_near || words.contains(&before.as_str());
    if is_weekday(word(at)) && is_when(&["on", "since", "until", "by", "before", "after", "late", "early"]) {
        at += 1;
        at += usize::from(matches!(
            lower(at).as_str(),
            "morning" | "afternoon" | "evening" | "night"
        ));
    } else if is_month(word(at)) && is_when(&["on", "in", "since", "until", "by", "before", "after", "late", "early"]) {
        at += 1;
        at += usize::from(word(at).len() <= 2 && word(at).bytes().all(|byte| byte.is_ascii_digit()));
    } else if is_year(word(at)) && is_when(&["in", "since", "until", "by", "before", "after"]) {
        at += 1;
    } else {
        return run.start;
    }
    let next = language.names.partition_point(|name| name.words.end <= at);
    let in_name = language.names.get(next).is_some_and(|name| name.words.start < at);
    let goes_on = language.words.get(at).is_some_and(|word| {
        at < run.end && word.tag != Tag::PossessiveEnding && !matches!(word.upos, Upos::Punct | Upos::Sym)
    });
    if goes_on && !in_name { at } else { run.start }
}

/// "2031", but not "300".
fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && (word.starts_with("19") || word.starts_with("20"))
}

fn after_owner(language: &Language, at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| language.words.get(before))
        .is_some_and(|word| word.tag == Tag::PossessiveEnding)
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
        if language
            .words
            .get(index)
            .is_some_and(|word| word.tag == Tag::PossessiveEnding)
        {
            push(core..index, true);
            core = index + 1;
        }
    }
    push(core..run.end, false);
}
