//! The events of one block, as the block itself reports them. It knows no actor and no date of the draft.

use std::ops::Range;

use smol_str::SmolStr;

use crate::analysis::ParticipantRole::Patient;
use crate::analysis::events::arguments::{Argument, add_named, arguments};
use crate::analysis::events::boilerplate::is_boilerplate;
use crate::analysis::events::triggers::{Trigger, taken_for_state, triggers};
use crate::analysis::events::types::{LocalEvent, LocalParticipant};
use crate::analysis::events::{circumstances, confidence, lexicon, phrases, set_phrases, status};
use crate::analysis::times::LocalTime;
use crate::language::{Dependents, Language, Upos, View};
use crate::text::Span;

/// The events of one block's text, in order. Linear in its words.
#[must_use]
pub fn find(text: &str, language: &Language, times: &[LocalTime]) -> Vec<LocalEvent> {
    if is_boilerplate(text) {
        return Vec::new();
    }
    let dependents = Dependents::of(language);
    let view = View::new(text, language).with_dependents(&dependents);
    let set_phrases = set_phrases::of_text(text);
    let reports = |word: usize| {
        let span = view.span(word..word + 1);
        !set_phrases.iter().any(|phrase| phrase.covers(span))
    };
    let mut triggers = triggers(view);
    triggers.retain(|trigger| reports(trigger.word));
    let when = circumstances::times(view, &triggers, times);
    let places = circumstances::places(view, &triggers, times);
    let circumstances = when.into_iter().zip(places);
    let of_trigger = triggers.iter().zip(circumstances);
    of_trigger
        .map(|(trigger, (when, places))| {
            let mut arguments = arguments(view, trigger, times);
            let confidence = confidence::of(view, trigger, &arguments);
            add_named(view, trigger, &mut arguments);
            let participants = participants(view, trigger, &arguments, &places);
            LocalEvent {
                trigger: view.span(trigger.word..trigger.word + 1),
                lemma: lemma(view, trigger),
                sense: trigger.sense,
                reported: circumstances::reported(view, trigger),
                definite: if trigger.nominal {
                    is_definite(view, trigger.word)
                } else {
                    speaks_of_both(view, &arguments)
                },
                status: status::status(view, trigger),
                places: without_patients(places, &participants),
                participants,
                times: when,
                source: circumstances::source(view, trigger),
                confidence,
            }
        })
        .collect()
}

/// The base form of a trigger; taggers know none for the verb of a headline in title case.
fn lemma(view: View<'_>, trigger: &Trigger) -> SmolStr {
    let is_unread = !trigger.nominal && matches!(view.upos(trigger.word), Upos::Noun | Upos::Propn | Upos::Adp);
    if let Some((base, _)) = taken_for_state(view, trigger.word).filter(|_| !trigger.nominal) {
        return SmolStr::new_static(base);
    }
    let known = lexicon::third_person(&view.lower(trigger.word)).filter(|_| is_unread);
    known.map_or_else(|| view.lemma(trigger.word), |(base, _)| SmolStr::new_static(base))
}

/// "sat in Ostrava" says where; "taxed Ostrava" and "tariffs on Oresia" say who is affected.
fn participants(view: View<'_>, trigger: &Trigger, arguments: &[Argument], places: &[Span]) -> Vec<LocalParticipant> {
    let all = arguments.iter().map(|(head, role)| LocalParticipant {
        span: view.span(beside(trigger, phrases::phrase(view, *head), *head)),
        head: view.span(*head..head + 1),
        role: *role,
    });
    all.filter(|one| one.role == Patient || !places.iter().any(|place| place.covers(one.span)))
        .collect()
}

/// "A flood cut power": a parse that takes the verb for a noun has it in the phrases around it.
fn beside(trigger: &Trigger, phrase: Range<usize>, head: usize) -> Range<usize> {
    let verb = trigger.word;
    if trigger.nominal || !phrase.contains(&verb) || head == verb {
        phrase
    } else if head < verb {
        phrase.start..verb
    } else {
        verb + 1..phrase.end
    }
}

/// "tariffs on Oresia": the patient is not the place.
fn without_patients(mut places: Vec<Span>, participants: &[LocalParticipant]) -> Vec<Span> {
    places.retain(|place| {
        let is_patient = |one: &LocalParticipant| one.role == Patient && place.covers(one.span);
        !participants.iter().any(is_patient)
    });
    places
}

/// "the two would meet", "both signed": who is meant was said before.
fn speaks_of_both(view: View<'_>, arguments: &[Argument]) -> bool {
    arguments.iter().any(|(head, _)| {
        let phrase = phrases::phrase(view, *head);
        (phrase.start..phrase.end.min(phrase.start + 2)).any(|at| view.is_any(at, &["two", "both"]))
    })
}

/// "the call", "their talks": what is meant was said before.
fn is_definite(view: View<'_>, noun: usize) -> bool {
    let definite = ["the", "this", "that", "these", "those", "their", "his", "her", "its"];
    view.is_any(phrases::phrase(view, noun).start, &definite)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::parsed;

    /// The last event of a sentence, with its text.
    fn last(marked: &str) -> (String, LocalEvent) {
        let (text, language) = parsed(marked);
        let times = crate::analysis::times::of_block(&text, &language);
        let event = find(&text, &language, &times).pop().unwrap();
        (text, event)
    }

    #[test]
    fn who_is_in_a_place_does_not_take_part_as_the_place() {
        let (text, event) = last("Rao/Rao/NNP/2/nsubj voted/vote/VBD/0/root in/in/IN/4/case Velden/Velden/NNP/2/obl");
        let texts: Vec<_> = event.participants.iter().map(|one| one.span.of(&text)).collect();
        assert_eq!((texts, event.places[0].of(&text)), (vec!["Rao"], "Velden"));
    }

    #[test]
    fn whom_a_tariff_hits_is_not_where_it_is() {
        let (text, event) = last("tariffs/tariff/NNS/0/root on/on/IN/3/case Oresia/Oresia/NNP/1/nmod");
        assert_eq!(event.participants[0].span.of(&text), "Oresia");
        assert!(event.places.is_empty());
    }

    #[test]
    fn the_call_and_the_two_point_back() {
        assert!(last("the/the/DT/2/det call/call/NN/0/root").1.definite);
        assert!(!last("a/a/DT/2/det call/call/NN/0/root").1.definite);
        assert!(
            last("the/the/DT/2/det two/two/CD/3/nsubj met/meet/VBD/0/root")
                .1
                .definite
        );
        assert!(!last("Rao/Rao/NNP/2/nsubj met/meet/VBD/0/root").1.definite);
    }
}
