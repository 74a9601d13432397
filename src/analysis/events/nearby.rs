//! Who takes part in an event of a sentence without a parse: the noun phrases that stand near it. It asks for no
//! relations.

use crate::analysis::ParticipantRole::{Agent, Patient};
use crate::analysis::events::arguments::Argument;
use crate::analysis::events::kinds::EventKind;
use crate::analysis::events::lexicon;
use crate::analysis::events::phrases;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Tag, Upos, View};

/// Without a parse: the nearest noun phrase on the left acts, the one right behind suffers; a passive turns them.
pub fn nearest(view: View<'_>, verb: usize, found: &mut Vec<Argument>) {
    let sentence = view.sentence(verb);
    let led = sentence.start.max(verb.saturating_sub(3))..verb;
    let auxiliary = led.into_iter().any(|at| {
        matches!(
            view.lower(at).as_str(),
            "was" | "were" | "is" | "are" | "been" | "be" | "being"
        )
    });
    let behind_noun = verb > sentence.start && view.is_nominal(verb - 1);
    let passive = view.tag(verb) == Tag::PastParticiple && (auxiliary || behind_noun);
    let subject = if passive && behind_noun {
        Some(verb - 1)
    } else {
        subject_before(view, verb)
    };
    if let Some(subject) = subject {
        found.push((subject, if passive { Patient } else { Agent }));
    }
    let mut by = false;
    for at in verb + 1..sentence.end.min(verb + 8) {
        match view.upos(at) {
            Upos::Adp if view.lower(at) == "by" && passive => by = true,
            Upos::Adp if matches!(view.lower(at).as_str(), "with" | "against" | "to" | "on") && at == verb + 1 => {}
            Upos::Pron if view.tag(at) == Tag::PossessivePronoun => {}
            Upos::Det | Upos::Adj | Upos::Num | Upos::Adv | Upos::Part => {}
            Upos::Noun | Upos::Propn | Upos::Pron => {
                let head = end_of_phrase(view, at, sentence.end);
                if !passive {
                    found.push((head, Patient));
                } else if by {
                    found.push((head, Agent));
                }
                return;
            }
            _ => return,
        }
    }
}

/// Without a parse: who "between", "with" and "by" name behind an event noun, and who speaks in a call.
pub fn beside_noun(view: View<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let sentence = view.sentence(trigger.word);
    let next = trigger.word + 1;
    let role = match view.lower(next).as_str() {
        "between" | "by" | "of" if view.upos(next) == Upos::Adp => Agent,
        "with" | "against" => Patient,
        "on" if trigger.entry.kind != EventKind::Demand && trigger.entry.kind.takes("on") => Patient,
        _ => {
            let phrase = phrases::phrase(view, trigger.word);
            let during = phrase.start.checked_sub(1).filter(|at| {
                *at >= sentence.start && matches!(view.lower(*at).as_str(), "during" | "in" | "on" | "over" | "by")
            });
            let verb = during.and_then(|during| {
                (during.saturating_sub(14).max(sentence.start)..during)
                    .rev()
                    .find(|at| view.upos(*at) == Upos::Verb)
                    .filter(|verb| lexicon::verb(&view.lemma(*verb)).kind == EventKind::Say)
            });
            if let Some(verb) = verb.filter(|_| trigger.entry.kind == EventKind::Meet) {
                nearest(view, verb, found);
            }
            return;
        }
    };
    let start = (next + 1..sentence.end.min(next + 5)).find(|at| view.is_nominal(*at));
    let Some(first) = start else { return };
    let head = end_of_phrase(view, first, sentence.end);
    if view.lower(next) == "of" && trigger.entry.kind != EventKind::Meet {
        found.push((head, Patient));
        return;
    }
    found.push((head, role));
    if view.lower(head + 1) == "and" && head + 2 < sentence.end {
        let other = (head + 2..sentence.end.min(head + 5)).find(|at| view.is_nominal(*at));
        if let Some(other) = other {
            found.push((end_of_phrase(view, other, sentence.end), role));
        }
    }
}

/// The noun before a verb that stands behind no preposition.
fn subject_before(view: View<'_>, verb: usize) -> Option<usize> {
    let sentence = view.sentence(verb);
    let mut at = verb;
    let mut subject = None;
    while at > sentence.start && verb - at < 25 {
        at -= 1;
        if view.is_nominal(at) && !matches!(view.upos(at + 1), Upos::Noun | Upos::Propn) {
            let phrase = phrases::phrase(view, at);
            subject = Some(at);
            match phrase.start.checked_sub(1).filter(|before| *before >= sentence.start) {
                // A noun behind a preposition belongs to the noun before it.
                Some(before) if view.upos(before) == Upos::Adp => at = before,
                _ => break,
            }
        } else if view.upos(at) == Upos::Verb && subject.is_none() && verb - at > 3 {
            break;
        }
    }
    subject
}

/// The last word of the run of nouns that begins at `at`, over a possessive ("Ostrava's mayor").
fn end_of_phrase(view: View<'_>, at: usize, limit: usize) -> usize {
    let mut head = at;
    while head + 1 < limit {
        let next = head + 1;
        if matches!(view.upos(next), Upos::Noun | Upos::Propn) {
            head = next;
        } else if view.tag(next) == Tag::PossessiveEnding
            && next + 1 < limit
            && matches!(view.upos(next + 1), Upos::Noun | Upos::Propn | Upos::Adj)
        {
            head = next + 1;
        } else {
            break;
        }
    }
    head
}
