//! Who takes part in an event of a sentence without a parse: the noun phrases near its word. It asks for no relations.

use std::ops::Range;

use crate::analysis::ParticipantRole::{self, Agent, Patient};
use crate::analysis::events::EventKind;
use crate::analysis::events::arguments::conjuncts::Argument;
use crate::analysis::events::lexicon;
use crate::analysis::events::phrases;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Tag, Upos, View};

/// How many words before a participle its auxiliary is looked for.
const AUXILIARY_WITHIN: usize = 3;

/// How many words after a verb its object may begin.
const OBJECT_WITHIN: usize = 7;

/// How many words before a verb its subject is looked for.
const SUBJECT_WITHIN: usize = 25;

/// How far before the subject a verb may be that does not end the search for it ("has been going to meet").
const VERB_GROUP: usize = 3;

/// How many words after a preposition, and after an "and", the noun may begin.
const AFTER_PREPOSITION: usize = 4;
const AFTER_AND: usize = 3;

/// How many words before a call the verb of saying may be.
const SAYING_WITHIN: usize = 14;

/// The nearest noun phrase on the left is the agent, the one right after the verb the patient; a passive swaps them.
pub fn of_verb(view: View<'_>, verb: usize, found: &mut Vec<Argument>) {
    let sentence = view.sentence(verb);
    let follows_noun = verb > sentence.start && view.is_nominal(verb - 1);
    let passive =
        view.tag(verb) == Tag::PastParticiple && (follows_noun || follows_form_of_be(view, verb, sentence.start));
    let subject = if passive && follows_noun {
        Some(verb - 1)
    } else {
        subject_before(view, verb)
    };
    if let Some(subject) = subject {
        found.push((subject, if passive { Patient } else { Agent }));
    }
    found.extend(object_after(view, verb, sentence.end, passive));
}

/// "the mayor was not arrested": a form of *be* a few words before a participle.
fn follows_form_of_be(view: View<'_>, verb: usize, from: usize) -> bool {
    let forms = ["was", "were", "is", "are", "been", "be", "being"];
    (from.max(verb.saturating_sub(AUXILIARY_WITHIN))..verb).any(|at| view.is_any(at, &forms))
}

/// "met with the mayor", "was arrested by police": the noun phrase after a verb, its patient or its agent.
fn object_after(view: View<'_>, verb: usize, limit: usize, passive: bool) -> Option<Argument> {
    let mut by = false;
    for at in verb + 1..limit.min(verb + OBJECT_WITHIN + 1) {
        match view.upos(at) {
            Upos::Adp if view.is(at, "by") && passive => by = true,
            Upos::Adp if view.is_any(at, &["with", "against", "to", "on"]) && at == verb + 1 => {}
            Upos::Pron if view.tag(at) == Tag::PossessivePronoun => {}
            Upos::Det | Upos::Adj | Upos::Num | Upos::Adv | Upos::Part => {}
            Upos::Noun | Upos::Propn | Upos::Pron => {
                let head = end_of_nouns(view, at, limit);
                return match (passive, by) {
                    (false, _) => Some((head, Patient)),
                    (true, true) => (!view.says_how(head)).then_some((head, Agent)),
                    (true, false) => None,
                };
            }
            _ => return None,
        }
    }
    None
}

/// "talks between Rao and Lund", "a strike by crews": who a preposition names after an event noun, or who speaks in a call.
pub fn of_noun(view: View<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let sentence = view.sentence(trigger.word);
    let preposition = trigger.word + 1;
    let Some(role) = role_after(view, preposition, trigger.sense.kind) else {
        if let Some(verb) = speaking_in(view, trigger, &sentence) {
            of_verb(view, verb, found);
        }
        return;
    };
    let Some(head) = noun_after(view, preposition, AFTER_PREPOSITION, sentence.end) else {
        return;
    };
    if view.is(preposition, "of") && trigger.sense.kind != EventKind::Meet {
        found.push((head, Patient));
        return;
    }
    found.push((head, role));
    if view.is(head + 1, "and")
        && let Some(other) = noun_after(view, head + 1, AFTER_AND, sentence.end)
    {
        found.push((other, role));
    }
}

/// The role of whoever is named after this preposition.
fn role_after(view: View<'_>, preposition: usize, kind: EventKind) -> Option<ParticipantRole> {
    match view.lower(preposition).as_str() {
        "between" | "by" | "of" if view.upos(preposition) == Upos::Adp => Some(Agent),
        "with" | "against" => Some(Patient),
        "on" if kind != EventKind::Demand && kind.takes("on") => Some(Patient),
        _ => None,
    }
}

/// The head of the noun phrase that begins no more than `within` words after `at`.
fn noun_after(view: View<'_>, at: usize, within: usize, limit: usize) -> Option<usize> {
    let first = (at + 1..limit.min(at + 1 + within)).find(|at| view.is_nominal(*at))?;
    Some(end_of_nouns(view, first, limit))
}

/// "Rao told Lund in a call": the verb of saying before the preposition of a call.
fn speaking_in(view: View<'_>, trigger: &Trigger, sentence: &Range<usize>) -> Option<usize> {
    if trigger.sense.kind != EventKind::Meet {
        return None;
    }
    let phrase = phrases::phrase(view, trigger.word);
    let during = phrase
        .start
        .checked_sub(1)
        .filter(|at| *at >= sentence.start && view.is_any(*at, &["during", "in", "on", "over", "by"]))?;
    (during.saturating_sub(SAYING_WITHIN).max(sentence.start)..during)
        .rev()
        .find(|at| view.upos(*at) == Upos::Verb)
        .filter(|verb| lexicon::is_saying(&view.lemma(*verb)))
}

/// "The mayor of Velden left": the noun before a verb that follows no preposition itself.
fn subject_before(view: View<'_>, verb: usize) -> Option<usize> {
    let sentence = view.sentence(verb);
    let mut at = verb;
    let mut subject = None;
    while at > sentence.start && verb - at < SUBJECT_WITHIN {
        at -= 1;
        if view.is_nominal(at) && (at + 1 == verb || !matches!(view.upos(at + 1), Upos::Noun | Upos::Propn)) {
            let phrase = phrases::phrase(view, at);
            subject = Some(at);
            match phrase.start.checked_sub(1).filter(|before| *before >= sentence.start) {
                // A noun after a preposition belongs to the noun before it.
                Some(before) if view.upos(before) == Upos::Adp => at = before,
                _ => break,
            }
        } else if view.upos(at) == Upos::Verb && subject.is_none() && verb - at > VERB_GROUP {
            break;
        }
    }
    subject
}

/// The last word of the run of nouns that begins at `at`, over a possessive ("Ostrava's mayor").
fn end_of_nouns(view: View<'_>, at: usize, limit: usize) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::events::triggers::triggers;
    use crate::language::testing::{ask, parsed};

    /// The participants of the first trigger of words that have tags only ("form/TAG").
    fn roles(tagged: &str) -> Vec<Argument> {
        let marked: Vec<String> = tagged
            .split(' ')
            .map(|token| {
                let (form, tag) = token.split_once('/').unwrap();
                let lemma = match form {
                    "met" => "meet",
                    "arrested" => "arrest",
                    "told" => "tell",
                    "talks" => "talk",
                    other => other,
                };
                format!("{form}/{lemma}/{tag}/0/_")
            })
            .collect();
        let (text, language) = parsed(&marked.join(" "));
        let view = View::new(&text, &language);
        let trigger = triggers(view).pop().unwrap();
        let mut found = Vec::new();
        if trigger.nominal {
            of_noun(view, &trigger, &mut found);
        } else {
            of_verb(view, trigger.word, &mut found);
        }
        found
    }

    #[test]
    fn the_nearest_nouns_act_and_suffer() {
        assert_eq!(
            roles("The/DT mayor/NN of/IN Velden/NNP met/VBD with/IN Rao/NNP"),
            [(1, Agent), (6, Patient)]
        );
        assert_eq!(
            roles("Rao/NNP met/VBD Velden/NNP ’s/POS mayor/NN"),
            [(0, Agent), (4, Patient)]
        );
    }

    #[test]
    fn a_participle_after_be_or_a_noun_is_passive() {
        assert_eq!(
            roles("Rao/NNP was/VBD arrested/VBN by/IN police/NN").last(),
            Some(&(4, Agent))
        );
        assert_eq!(roles("a/DT man/NN arrested/VBN in/IN Velden/NNP"), [(1, Patient)]);
    }

    #[test]
    fn prepositions_after_a_noun_name_who_takes_part() {
        assert_eq!(
            roles("talks/NNS between/IN Rao/NNP and/CC Lund/NNP"),
            [(2, Agent), (4, Agent)]
        );
        assert_eq!(roles("the/DT arrest/NN of/IN Lund/NNP"), [(3, Patient)]);
        assert_eq!(roles("a/DT tariff/NN on/IN salt/NN"), [(3, Patient)]);
    }

    #[test]
    fn who_speaks_in_a_call_takes_part_in_it() {
        assert_eq!(
            roles("Rao/NNP told/VBD Lund/NNP in/IN a/DT call/NN"),
            [(0, Agent), (2, Patient)]
        );
    }

    #[test]
    fn a_possessive_leads_to_the_noun_it_owns() {
        let read = parsed("Ostrava/Ostrava/NNP/0/_ 's/'s/POS/0/_ mayor/mayor/NN/0/_ left/leave/VBD/0/_");
        assert_eq!(ask(&read, "Ostrava", |view, at| end_of_nouns(view, at, view.len())), 2);
    }
}
