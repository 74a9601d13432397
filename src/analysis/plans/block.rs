//! Finds the plans of one block, by the words of each sentence. It knows no date.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::times::{LocalTime, TimeKind};
use crate::language::{Language, Tag, Upos, View};
use crate::text::{Span, table};

/// Longer sentences are lists.
const LONGEST_SENTENCE: usize = 80;

/// The times to which a verb looks ahead, each with its verb. Linear in the words of the sentences that have a time.
#[must_use]
pub fn of_block(text: &str, language: &Language, times: &[LocalTime]) -> Vec<(Span, Span)> {
    let view = View::new(text, language);
    let dated = times
        .iter()
        .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time));
    dated
        .filter_map(|time| {
            let verb = looking_ahead(view, time.span)?;
            Some((time.span, view.span(verb..verb + 1)))
        })
        .collect()
}

/// The verb that looks ahead to a time: the nearest finite one before it in its sentence, or after it where the time begins
/// the sentence.
fn looking_ahead(view: View<'_>, time: Span) -> Option<usize> {
    let language = view.language;
    let sentence = language.sentences.get(language.sentence_at(time.start)?)?;
    let start = sentence.words.start;
    let words = start..sentence.words.end.min(start + LONGEST_SENTENCE);
    let before = |offset: usize| {
        let word = |at: &usize| view.word(*at).is_some_and(|word| word.span.start < offset);
        words.start + words.clone().take_while(word).count()
    };
    let time = before(time.start)..before(time.end);
    if words.clone().any(|at| is_listed(view, at, "condition")) || is_attribute(view, &words, &time) {
        return None;
    }
    let mut earlier = words.start..time.start;
    let clause = earlier
        .clone()
        .rfind(|at| !matches!(view.upos(*at), Upos::Adp | Upos::Cconj));
    // A dash after a dateline begins the sentence as well.
    let begins = clause.is_none_or(|at| view.upos(at) == Upos::Punct && !view.is(at, ","));
    let verb = if begins {
        (time.end..words.end).find(|at| is_finite(view, *at))
    } else {
        earlier.rfind(|at| is_finite(view, *at))
    };
    let verb = verb.filter(|at| looks_ahead(view, *at, words.end))?;
    // "A grant announced May 28", "a plan the port released June 1": the day belongs to what was done.
    let mut between = (verb + 1..time.start).rev();
    let done = between.find(|at| matches!(view.tag(*at), Tag::PastParticiple | Tag::PastTense));
    let is_passive = |at: usize| {
        let before = at
            .checked_sub(1)
            .filter(|before| view.upos(*before) != Upos::Adv)
            .or(at.checked_sub(2));
        before.is_some_and(|before| {
            before == verb || view.is_any(before, &["be", "been", "being", "get", "have", "and", ","])
        })
    };
    done.is_none_or(is_passive).then_some(verb)
}

/// Whether the table lists a word under this kind.
fn is_listed(view: View<'_>, at: usize, kind: &str) -> bool {
    WORDS.contains(&(view.lower(at).as_str(), kind))
}

/// Words with their kind.
static WORDS: LazyLock<FxHashSet<(&str, &str)>> = LazyLock::new(|| {
    table::rows(include_str!("words.tsv"))
        .map(|[word, kind]| (word, kind))
        .collect()
});

/// Whether the time only describes something: “the May 2 accident”, “Friday's vote”, “the vote of May 2”.
fn is_attribute(view: View<'_>, words: &Range<usize>, time: &Range<usize>) -> bool {
    let described = time.start > words.start && is_listed(view, time.start - 1, "attribute");
    let describes = time.end < words.end
        && (matches!(view.upos(time.end), Upos::Noun | Upos::Adj | Upos::Num)
            || view.is_any(time.end, &["'s", "’s", "-"]));
    described || describes
}

fn is_finite(view: View<'_>, at: usize) -> bool {
    let is_tagged = matches!(
        view.tag(at),
        Tag::Modal | Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense
    );
    is_tagged && !view.is(at, "'s")
}

/// “Will”, “’ll”, and “is to”, “is set to”, “are due to”.
fn looks_ahead(view: View<'_>, at: usize, end: usize) -> bool {
    let is_any = |at: usize, forms: &[&str]| at < end && view.is_any(at, forms);
    if is_any(at, &["will", "'ll", "’ll", "wo"]) {
        // “Will have been told by then” looks back.
        return !(at + 1..at + 3).any(|next| is_any(next, &["have"]));
    }
    let planned = is_any(at + 1, &["set", "due", "scheduled", "expected", "slated", "planning"]);
    is_any(at, &["is", "are"]) && (is_any(at + 1, &["to"]) || planned && is_any(at + 2, &["to", "for"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::times;
    use crate::language;

    fn plans(text: &str) -> Vec<(&str, &str)> {
        let language = language::analyse(text, language::embedded());
        let found = of_block(text, &language, &times::of_block(text, &language));
        found
            .into_iter()
            .map(|(time, verb)| (time.of(text), verb.of(text)))
            .collect()
    }

    #[test]
    fn a_plan_has_its_day_and_its_verb() {
        for (text, plan) in [
            ("The ministers will meet in the harbor on May 2.", ("May 2", "will")),
            (
                "On May 2 the ministers are set to meet in the harbor.",
                ("May 2", "are"),
            ),
            ("The fair is to open Friday.", ("Friday", "is")),
            ("The fair will be opened on May 2.", ("May 2", "will")),
        ] {
            assert_eq!(plans(text), [plan], "{text}");
        }
    }

    #[test]
    fn what_describes_looks_back_or_depends_is_no_plan() {
        for text in [
            "The panel will review the May 2 accident.",
            "The ministers met on May 2.",
            "The fair will open Friday if it is dry.",
            "The crews will have left by Friday.",
            "The town will be helped by a grant announced May 28.",
            "The piers will stay shut, says a plan the port released June 1.",
        ] {
            assert_eq!(plans(text), [], "{text}");
        }
    }
}
