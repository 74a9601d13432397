//! Which trigger a stretch of text belongs to: the nearest one above it in the parse, else the nearest one next to it.

use crate::analysis::events::triggers::Trigger;
use crate::language::{Relation, Upos, View};
use crate::text::Span;

/// How many words a time or a place may be from its verb where no parser ran.
pub const REACH: usize = 40;

/// How many words farther a trigger counts that is separated from the stretch by a comma.
const COMMA: usize = 10;

/// How many words farther a trigger counts that comes after the stretch: times follow their verb more often.
const LATER: usize = 3;

/// How many words before its verb a relative clause begins.
const RELATIVE: usize = 4;

/// The index of the trigger that a stretch of text belongs to.
#[must_use]
pub fn governor(view: View<'_>, triggers: &[Trigger], span: Span) -> Option<usize> {
    above(view, triggers, span).or_else(|| nearest(view, triggers, view.language.words_in(span).start))
}

/// "met the mayor of Velden on Friday": the nearest trigger on the way up from the stretch.
fn above(view: View<'_>, triggers: &[Trigger], span: Span) -> Option<usize> {
    let words = view.language.words_in(span);
    if !view.is_parsed(words.start) {
        return None;
    }
    let top = words
        .clone()
        .find(|word| view.head(*word).is_none_or(|head| !words.contains(&head)))
        .unwrap_or(words.start);
    let up = |from: usize| std::iter::once(from).chain(view.ancestors(from));
    let index = up(top).find_map(|word| trigger_at(triggers, word))?;
    let described = triggers
        .get(index)
        .and_then(|trigger| described_before(view, trigger.word, words.start));
    let beyond = described.and_then(|noun| up(noun).find_map(|word| trigger_at(triggers, word)));
    Some(beyond.unwrap_or(index))
}

/// "beat Orbel, who won in 2029, in two sets on Saturday": the noun that the clause of `verb` describes, where a comma closes that
/// clause before the stretch. Parsers go on with the clause, or take it for one that is joined.
fn described_before(view: View<'_>, verb: usize, stretch: usize) -> Option<usize> {
    let begins = |at: &usize| view.is(*at, ",") && view.is_any(at + 1, &["who", "which"]);
    let comma = (verb.saturating_sub(RELATIVE)..verb).rev().find(begins)?;
    let noun = comma.checked_sub(1).filter(|noun| view.is_nominal(*noun))?;
    let closes = |at: usize| view.is(at, ",") && view.upos(at + 1) == Upos::Adp && at + 1 < stretch;
    (verb..stretch).any(closes).then_some(noun)
}

/// The trigger that is this word, or of which it is the light verb.
fn trigger_at(triggers: &[Trigger], word: usize) -> Option<usize> {
    let own = triggers.binary_search_by_key(&word, |trigger| trigger.word).ok();
    // The object of a light verb is near it.
    own.or_else(|| {
        near(triggers, word)
            .find(|(_, trigger)| trigger.light == Some(word))
            .map(|(index, _)| index)
    })
}

/// "accused of robbing a bank in Velden", "who came from Velden": whether a word is in a clause that describes a noun, so
/// that it says nothing about the verb of the sentence.
#[must_use]
pub fn is_in_description(view: View<'_>, word: usize) -> bool {
    std::iter::once(word)
        .chain(view.ancestors(word))
        .any(|at| view.relation(at).is_kind_of(Relation::Acl))
}

/// The nearest trigger of the sentence, one after a comma or after the stretch counted as farther away.
fn nearest(view: View<'_>, triggers: &[Trigger], first: usize) -> Option<usize> {
    let sentence = view.sentence(first);
    let distance = |word: usize| {
        let between = word.min(first)..word.max(first);
        let commas = between.filter(|at| view.is(*at, ",")).count();
        word.abs_diff(first) + commas * COMMA + if word > first { LATER } else { 0 }
    };
    near(triggers, first)
        .filter(|(_, trigger)| sentence.contains(&trigger.word))
        .min_by_key(|(_, trigger)| distance(trigger.word))
        .map(|(index, _)| index)
}

/// The triggers within reach of a word, with their indices.
fn near(triggers: &[Trigger], word: usize) -> impl Iterator<Item = (usize, &Trigger)> {
    let from = triggers.partition_point(|trigger| trigger.word + REACH < word);
    triggers
        .iter()
        .enumerate()
        .skip(from)
        .take_while(move |(_, trigger)| trigger.word < word + REACH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::events::triggers::triggers;
    use crate::language::testing::parsed;

    /// The word that names the event to which `words` belong.
    fn governing(marked: &str, words: &str) -> String {
        let (text, language) = parsed(marked);
        let view = View::new(&text, &language);
        let found = triggers(view);
        let start = text.find(words).unwrap();
        let index = governor(view, &found, Span::new(start, start + words.len())).unwrap();
        view.form(found[index].word).to_owned()
    }

    #[test]
    fn the_parse_leads_to_the_verb() {
        let marked =
            "They/they/PRP/2/nsubj met/meet/VBD/0/root and/and/CC/4/cc left/leave/VBD/2/conj Friday/Friday/NNP/2/obl";
        assert_eq!(governing(marked, "Friday"), "met");
    }

    #[test]
    fn a_light_verb_leads_to_its_noun() {
        let marked = "They/they/PRP/2/nsubj held/hold/VBD/0/root talks/talk/NNS/2/obj Friday/Friday/NNP/2/obl";
        assert_eq!(governing(marked, "Friday"), "talks");
    }

    #[test]
    fn without_a_parse_the_nearest_verb_on_this_side_of_the_comma_counts() {
        let marked = "They/they/PRP/0/_ met/meet/VBD/0/_ Friday/Friday/NNP/0/_ ,/,/,/0/_ left/leave/VBD/0/_";
        assert_eq!(governing(marked, "Friday"), "met");
        let marked = "They/they/PRP/0/_ left/leave/VBD/0/_ ,/,/,/0/_ Friday/Friday/NNP/0/_ met/meet/VBD/0/_";
        assert_eq!(governing(marked, "Friday"), "met");
    }
}
