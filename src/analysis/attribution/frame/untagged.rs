//! A verb right after a quotation that no table knows, with the name after it: “…,” groaned Lund. Whatever the verb means, nothing else
//! stands there. It reads no verb that has its subject before it.

use std::ops::Range;

use crate::analysis::attribution::lexicon::{WordClass, is_day, is_listed};
use crate::analysis::attribution::line::{Line, noun_phrase, when};
use crate::language::calendar::is_month;
use crate::language::{Tag, Upos};

/// The particles that a verb may have before the name: “…,” called out Lund.
const PARTICLES: [&str; 3] = ["out", "back", "up"];

/// Who speaks, by the verb at an item.
#[must_use]
pub fn speaker(line: Line<'_>, at: usize) -> Option<Range<usize>> {
    let quotation = at.checked_sub(1).filter(|&before| line.is_quotation(before))?;
    let ends_as_speech = line
        .quoted(quotation)
        .trim_end_matches(['’', '\'', ' '])
        .ends_with([',', '?', '!', '…', '—']);
    let is_past = matches!(line.tag(at), Tag::PastTense | Tag::PastParticiple) || line.form(at).ends_with("ed");
    // “…,” chuckles Lund: in the present only what is seen or heard with the words.
    let is_gesture = line
        .form(at)
        .strip_suffix('s')
        .is_some_and(|base| is_listed(WordClass::Gesture, base));
    // "Her novel, “Salt Road,” beat Lund’s": a title in the writer's sentence.
    let begins = quotation
        .checked_sub(1)
        .is_none_or(|before| line.is_quotation(before) || line.has(before, &[Upos::Punct]) && !line.is(before, ","));
    if !ends_as_speech || !(is_past || is_gesture) || !begins || line.is_capitalized(at) {
        return None;
    }
    let particle =
        line.is_any(at + 1, &PARTICLES) || line.is_any(at + 1, &["in", "on"]) && line.tag(at + 1) == Tag::Particle;
    let first = at + 1 + usize::from(particle);
    let items = misread_name(line, first).or_else(|| noun_phrase::starting_at(line, first))?;
    let last = items.end - 1;
    // “Salt Road,” won the Ostby Prize: a phrase with an article needs a noun for people, or a title: "the Rev. Ana Lund".
    let counted = line.has(first, &[Upos::Det, Upos::Num]);
    let described = (first..items.end).any(|at| noun_phrase::is_person_noun(line, at) || line.is(at, "rev."));
    let named = !counted && line.is_capitalized(last) && !line.has(first, &[Upos::Pron]);
    let ends = line.len() <= items.end
        || line.is_quotation(items.end)
        || line.has(items.end, &[Upos::Punct, Upos::Adp, Upos::Adv, Upos::Sconj]);
    ((named || counted && described)
        && ends
        && !is_day(line.form(first))
        && !is_month(line.form(first))
        && !when::is_time(line, &items))
    .then_some(items)
}

/// "said Ned Lund", "said Harding": a name after its verb that was taken for a participle, an adjective or an adverb.
#[must_use]
pub fn misread_name(line: Line<'_>, first: usize) -> Option<Range<usize>> {
    let is_part = |at: usize| {
        line.is_capitalized(at) && line.has(at, &[Upos::Verb, Upos::Adj, Upos::Adv, Upos::Propn, Upos::Noun])
    };
    let end = (first..line.len()).find(|&at| !is_part(at)).unwrap_or(line.len());
    let misread = (first..end).any(|at| line.has(at, &[Upos::Verb, Upos::Adv]));
    (misread && !is_day(line.form(first))).then_some(first..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn whoever_follows_a_verb_after_a_quotation_speaks() {
        for (text, expected) in [
            ("“We leave at dawn,” groaned Ana Lund.", Some("Ana Lund")),
            ("“We leave at dawn,” shot back Ana Lund.", Some("Ana Lund")),
            ("“We leave at dawn,” hissed a neighbor.", Some("a neighbor")),
            ("“We leave at dawn,” chuckles Ana Lund.", Some("Ana Lund")),
            ("“Salt Road,” wins Ana Lund praise.", None),
            ("“Salt Road,” released last week, sold well.", None),
            ("Her novel, “Salt Road,” moved Ana Lund.", None),
            ("“Salt Road,” released in May, sold well.", None),
            ("“Salt Road,” won the Lund Prize.", None),
            ("“Salt Road,” directed by Ana Lund, sold well.", None),
        ] {
            let found = with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is_quotation(at)).unwrap();
                speaker(line, at + 1).map(|items| line.span(items).of(text))
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
