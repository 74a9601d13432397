//! Headlines, read by their tags: parsers do not handle them well. It looks for the verb and for who comes before it, and
//! knows nothing of the story below.

use std::ops::Range;

use crate::analysis::events::story::clause::{Clause, end_of_clause};
use crate::analysis::events::story::headline_verbs::{main_verb, tagged_verb};
use crate::language::{Tag, Upos, View};

/// How many words the subject of a headline has at most.
const SUBJECT: usize = 9;

/// The fewest words that a headline has after what is shouted before it.
const AFTER_KICKER: usize = 3;

/// A headline as a clause. "World Cup: Fans celebrate" has a label, "'No more' Mayor resigns" a kicker before it, "As winter
/// nears, fans celebrate" a clause.
#[must_use]
pub fn read(view: View<'_>, words: Range<usize>) -> Option<Clause> {
    let words = without_label(view, without_kicker(view, words));
    let words = without_opening_clause(view, without_question_word(view, words));
    let (verb, passive) = main_verb(view, words.clone())?;
    let group = verb_group(view, words.start, verb);
    let subject = subject_before(view, words.start, group)?;
    Some(Clause {
        subject: Some(subject),
        predicate: group..end_of_clause(view, verb, words.end, passive),
        passive,
    })
}

/// Where the auxiliaries and adverbs before a verb begin: "will not resign".
fn verb_group(view: View<'_>, from: usize, verb: usize) -> usize {
    (from..verb)
        .rev()
        .take_while(|at| {
            matches!(view.upos(*at), Upos::Aux | Upos::Adv | Upos::Part) && view.tag(*at) != Tag::PossessiveEnding
        })
        .last()
        .unwrap_or(verb)
}

/// Who or what comes before the verb.
fn subject_before(view: View<'_>, from: usize, group: usize) -> Option<Range<usize>> {
    let from = after_conjunction(view, from, group);
    let mut subject = (from..group).find(|at| view.upos(*at) != Upos::Punct)?..group;
    while subject.len() > 1 && view.upos(subject.end - 1) == Upos::Punct {
        subject.end -= 1;
    }
    let names_somebody = subject.clone().any(|at| {
        matches!(
            view.upos(at),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj
        )
    });
    (names_somebody && subject.len() <= SUBJECT).then_some(subject)
}

/// "Tears as fans celebrate": who celebrates comes after the "as".
fn after_conjunction(view: View<'_>, from: usize, group: usize) -> usize {
    (from..group)
        .rev()
        .find(|at| view.is_any(*at, &["as", "while", "when"]) && at + 1 < group)
        .map_or(from, |at| at + 1)
}

/// "'I WON'T GO' Mayor clings on": without what is shouted before the headline proper.
fn without_kicker(view: View<'_>, words: Range<usize>) -> Range<usize> {
    let closing = match view.form(words.start) {
        "'" | "‘" | "’" => ["'", "’"],
        "\"" | "“" => ["\"", "”"],
        _ => return words,
    };
    let close = (words.start + 1..words.end).find(|at| closing.contains(&view.form(*at)));
    match close {
        Some(close)
            if words.end - close > AFTER_KICKER && !matches!(view.upos(close + 1), Upos::Punct | Upos::Verb) =>
        {
            close + 1..words.end
        }
        _ => words,
    }
}

/// "World Cup: Fans celebrate": what comes before a colon is a label, unless the verb is there.
fn without_label(view: View<'_>, words: Range<usize>) -> Range<usize> {
    let colon = words.clone().find(|at| view.is(*at, ":"));
    match colon {
        Some(colon) if colon + 1 < words.end && tagged_verb(view, words.start..colon).is_none() => colon + 1..words.end,
        _ => words,
    }
}

/// "How the city will sell the mill": the story is that the city will sell the mill.
fn without_question_word(view: View<'_>, words: Range<usize>) -> Range<usize> {
    let names_next = matches!(
        view.upos(words.start + 1),
        Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn
    );
    let asks = view.is_any(words.start, &["how", "why", "when", "where"])
        || view.is_any(words.start, &["what", "which", "who"]) && names_next;
    let asks = asks && words.len() > AFTER_KICKER;
    words.start + usize::from(asks)..words.end
}

/// "As winter nears, city sells mill": the clause before the comma only says when or why.
fn without_opening_clause(view: View<'_>, words: Range<usize>) -> Range<usize> {
    let opens = matches!(view.upos(words.start), Upos::Adp | Upos::Sconj)
        || view.is_any(
            words.start,
            &["as", "after", "while", "with", "amid", "despite", "before", "since"],
        );
    let comma = words.clone().find(|at| view.is(*at, ",")).filter(|_| opens);
    match comma {
        Some(comma) if main_verb(view, comma + 1..words.end).is_some() => comma + 1..words.end,
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::parsed;

    /// Subject and predicate of a headline whose words have tags only ("form/TAG").
    fn read_as(tagged: &str) -> Option<(String, String)> {
        let marked: Vec<String> = tagged
            .split(' ')
            .map(|token| {
                token
                    .rsplit_once('/')
                    .map(|(form, tag)| format!("{form}/{form}/{tag}/0/_"))
                    .unwrap()
            })
            .collect();
        let (text, language) = parsed(&marked.join(" "));
        let view = View::new(&text, &language);
        let clause = read(view, 0..view.len())?;
        let of = |words| view.span(words).of(&text).to_owned();
        Some((of(clause.subject?), of(clause.predicate)))
    }

    fn pair(subject: &str, predicate: &str) -> Option<(String, String)> {
        Some((subject.to_owned(), predicate.to_owned()))
    }

    #[test]
    fn subject_and_verb_are_found_by_tags() {
        assert_eq!(
            read_as("Mayor/NN will/MD not/RB resign/VBP"),
            pair("Mayor", "will not resign")
        );
        assert_eq!(read_as("Harbor/NN festival/NN"), None);
    }

    #[test]
    fn a_label_and_a_kicker_are_left_out() {
        assert_eq!(read_as("Cup/NN :/: Fans/NNS weep/VBP"), pair("Fans", "weep"));
        assert_eq!(
            read_as("Fans/NNS weep/VBP :/: Cup/NN lost/JJ"),
            pair("Fans", "weep: Cup lost")
        );
        assert_eq!(
            read_as("‘/`` Never/RB ’/'' Mayor/NN keeps/VBZ job/NN"),
            pair("Mayor", "keeps job")
        );
    }

    #[test]
    fn what_only_opens_a_headline_is_left_out() {
        assert_eq!(
            read_as("As/IN winter/NN nears/VBZ ,/, fans/NNS weep/VBP"),
            pair("fans", "weep")
        );
        assert_eq!(
            read_as("How/RB the/DT mayor/NN will/MD resign/VB"),
            pair("the mayor", "will resign")
        );
    }

    #[test]
    fn who_acts_comes_after_as() {
        assert_eq!(read_as("Tears/NNS as/IN fans/NNS weep/VBP"), pair("fans", "weep"));
    }
}
