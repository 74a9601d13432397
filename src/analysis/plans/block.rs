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
    let depends = |at: usize| is_listed(view, at, "condition") || at < time.start && view.is(at, "whether");
    if words.clone().any(depends) || is_attribute(view, &words, &time) {
        return None;
    }
    let mut earlier = words.start..time.start;
    let clause = earlier
        .clone()
        .rfind(|at| !matches!(view.upos(*at), Upos::Adp | Upos::Cconj));
    // A dash after a dateline begins the sentence as well.
    let begins = clause.is_none_or(|at| view.upos(at) == Upos::Punct && !view.is(at, ","));
    let verb = if begins {
        (time.end..words.end).find(|at| can_look_ahead(view, *at))
    } else {
        earlier.rfind(|at| can_look_ahead(view, *at))
    };
    let verb = verb.filter(|at| looks_ahead(view, *at, words.end))?;
    // "A grant announced May 28", "a plan the port released June 1": the day belongs to what was done.
    let mut between = (verb + 1..time.start).rev();
    let done = between.find(|at| matches!(view.tag(*at), Tag::PastParticiple | Tag::PastTense));
    let is_of_verb = |at: usize| {
        let before = at
            .checked_sub(1)
            .filter(|before| view.upos(*before) != Upos::Adv)
            .or(at.checked_sub(2));
        before.is_some_and(|before| {
            before == verb || view.is_any(before, &["be", "been", "being", "get", "have", "and", ","])
        })
    };
    let is_of_plan = done.is_none_or(is_of_verb) && !belongs_to_deed(view, verb, time.start);
    is_of_plan.then_some(verb)
}

/// "Will be fined for a spill on May 2", "charged with robbing a bank on May 2", "nobody will forget May 2": whether a day is
/// that of a deed rather than of the verb that looks ahead.
fn belongs_to_deed(view: View<'_>, verb: usize, time: usize) -> bool {
    let is_gerund = |at: usize| {
        let begins = at.checked_sub(1).is_some_and(|before| {
            before == verb || is_listed(view, before, "begins") || view.is_any(before, &["be", "been", "and"])
        });
        view.tag(at) == Tag::Gerund && view.upos(at) == Upos::Verb && !begins
    };
    if (verb + 1..time).any(is_gerund) {
        return true;
    }
    let leads = |at: usize| view.is_any(at, &["on", "in", "by", ","]);
    let Some(last) = (verb + 1..time).rfind(|at| !leads(*at)) else {
        return false;
    };
    if last + 1 == time && is_listed(view, last, "remembers") {
        return true;
    }
    // "Will be paid for work on May 2".
    let requites =
        |at: usize| is_listed(view, at, "requites") && (at + 1..last).any(|next| view.is_any(next, &["for", "over"]));
    if (verb + 1..last).any(requites) {
        return true;
    }
    let is_deed = |at: usize| {
        let form = view.lower(at);
        let is_doing = form.len() > SHORT
            && form.ends_with("ing")
            && !view.is_any(at, &["building", "ceiling", "evening", "morning", "spring", "string"]);
        is_listed(view, at, "deed") || is_doing && view.upos(at) == Upos::Noun
    };
    let is_verb = |at: &usize| matches!(view.upos(*at), Upos::Verb | Upos::Aux);
    let held = |at: usize| {
        let doing = (verb..at).rfind(is_verb).unwrap_or(verb);
        is_listed(view, doing, "holds") || view.is(doing, "be")
    };
    let nominal = |at: &usize| {
        matches!(
            view.upos(*at),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num
        )
    };
    let before = (verb + 1..last).rfind(|at| !nominal(at));
    let is_about = before.is_some_and(|at| view.is_any(at, &["of", "from", "over", "about", "after", "into"]));
    let is_event = is_listed(view, last, "event") || is_deed(last);
    (verb + 1..=last).any(|at| is_deed(at) && !held(at)) || is_event && is_about
}

/// Words in -ing up to this length are things: "wing", "thing".
const SHORT: usize = 5;

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

/// A finite verb that is written out: "'s" is more often a possessive than “is”.
fn can_look_ahead(view: View<'_>, at: usize) -> bool {
    view.tag(at).is_finite() && !view.is(at, "'s")
}

/// “Will”, “’ll”, “plans to”, and “is to”, “is set to”, “are due to”.
fn looks_ahead(view: View<'_>, at: usize, end: usize) -> bool {
    let is_any = |at: usize, forms: &[&str]| at < end && view.is_any(at, forms);
    if is_any(at, &["will", "'ll", "’ll", "wo"]) {
        // “Will have been told by then” looks back.
        return !(at + 1..at + 3).any(|next| is_any(next, &["have"]));
    }
    if is_any(at, &["plans", "plan", "intends", "intend"]) {
        return is_any(at + 1, &["to"]);
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
            ("The gallery plans to open its new wing on May 2.", ("May 2", "plans")),
            ("Members will choose May 2 whether to sell the pier.", ("May 2", "will")),
            ("The court will hold a hearing on May 2.", ("May 2", "will")),
            ("The port will start selling passes on May 2.", ("May 2", "will")),
            ("There will be a vigil for the crew on May 2.", ("May 2", "will")),
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
            "The line will be sued over a collision on May 2.",
            "Investigators will publish photos of the derailment on May 2.",
            "The guard will be tried for stabbing a cook on May 2.",
            "The union will challenge the firing of a nurse on May 2.",
            "The gang will be tried for the poisoning of a well on May 2.",
            "Drivers will be paid for extra hours on May 2.",
            "The paper will print minutes of the meeting on May 2.",
            "The village will always remember May 2.",
            "It is unclear whether the lock will reopen on May 2.",
            "The piers will stay shut, says a plan the port released June 1.",
        ] {
            assert_eq!(plans(text), [], "{text}");
        }
    }
}
