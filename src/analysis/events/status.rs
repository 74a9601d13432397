//! Whether an event took place, by the words around it. It does not look at dates.

use smol_str::SmolStr;

use crate::analysis::EventStatus;
use crate::analysis::events::lexicon;
use crate::analysis::events::phrases;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Relation, Tag, Upos, View};

/// The status of a trigger.
#[must_use]
pub fn status(view: View<'_>, trigger: &Trigger) -> EventStatus {
    if trigger.nominal {
        return of_noun(view, trigger);
    }
    of_verb(view, trigger.word, 0)
}

/// Whether a verb is told as earlier than the story ("had met", "previously met").
#[must_use]
pub fn is_earlier(view: View<'_>, trigger: &Trigger) -> bool {
    let verb = trigger.light.unwrap_or(trigger.word);
    let had = view
        .children_by(verb, &[Relation::Aux])
        .any(|child| view.lower(child) == "had");
    had || view
        .children_by(verb, &[Relation::Advmod])
        .any(|child| matches!(view.lower(child).as_str(), "previously" | "formerly" | "once"))
}

/// The words before a verb that belong to its group, nearest first.
fn before(view: View<'_>, verb: usize) -> Vec<SmolStr> {
    if view.is_parsed(verb) {
        return view
            .children_by(
                verb,
                &[
                    Relation::Aux,
                    Relation::AuxPass,
                    Relation::Advmod,
                    Relation::Mark,
                    Relation::Det,
                    Relation::Cop,
                ],
            )
            .filter(|child| *child < verb)
            .map(|child| view.lower(child))
            .collect();
    }
    let sentence = view.sentence(verb);
    (sentence.start.max(verb.saturating_sub(4))..verb)
        .rev()
        .take_while(|at| matches!(view.upos(*at), Upos::Aux | Upos::Adv | Upos::Part | Upos::Verb))
        .map(|at| view.lower(at))
        .collect()
}

fn of_verb(view: View<'_>, verb: usize, depth: usize) -> EventStatus {
    let words = before(view, verb);
    let has = |class: &str| words.iter().any(|word| lexicon::is(class, word));
    let any = |listed: &[&str]| words.iter().any(|word| listed.contains(&word.as_str()));
    if has("negation") {
        return EventStatus::Denied;
    }
    if has("future-modal") {
        return EventStatus::Planned;
    }
    // "said the rosters would take effect": what was "will" when it was said.
    let reported = || {
        matches!(view.relation(verb), Relation::Ccomp | Relation::Parataxis)
            && view
                .head(verb)
                .is_some_and(|above| view.upos(above) == Upos::Verb && lexicon::is_saying(&view.lemma(above)))
    };
    if any(&["would"]) && !any(&["if"]) && reported() {
        return EventStatus::Planned;
    }
    if has("possible-modal") {
        return EventStatus::Possible;
    }
    if any(&["if", "unless", "whether"]) {
        return EventStatus::Possible;
    }
    let governor = view.head(verb).filter(|_| depth < 4);
    let relation = view.relation(verb);
    if let Some(governor) = governor {
        let lemma = view.lemma(governor);
        let infinitive = any(&["to"]);
        if matches!(
            relation,
            Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Obl | Relation::Advcl
        ) || relation == Relation::None
        {
            if lexicon::is("denier", &lemma) && matches!(relation, Relation::Xcomp | Relation::Ccomp) {
                return EventStatus::Denied;
            }
            if relation == Relation::Xcomp && infinitive {
                if lexicon::is("possible-governor", &lemma) {
                    return EventStatus::Possible;
                }
                if lexicon::is("planner", &lemma) || view.upos(governor) != Upos::Verb {
                    return EventStatus::Planned;
                }
                // "began to meet", "managed to win": the head tells.
                return of_verb(view, governor, depth + 1);
            }
            if matches!(relation, Relation::Acl | Relation::Advcl) && infinitive {
                return EventStatus::Planned;
            }
        }
        // "wants them to join in clearing the road": what a plan holds is planned.
        if view.tag(verb) == Tag::Gerund
            && matches!(relation, Relation::Advcl | Relation::Acl | Relation::Xcomp)
            && view.upos(governor) == Upos::Verb
        {
            let above = of_verb(view, governor, depth + 1);
            if matches!(above, EventStatus::Planned | EventStatus::Possible) {
                return above;
            }
        }
        if relation == Relation::Conj
            && words.is_empty()
            && view.upos(governor) == Upos::Verb
            && view.tag(verb) == view.tag(governor)
        {
            return of_verb(view, governor, depth + 1);
        }
    }
    // "is to meet" and "are set to meet" carry their plan before a bare infinitive.
    if view.tag(verb) == Tag::BaseVerb && any(&["to"]) {
        return EventStatus::Planned;
    }
    if view.tag(verb) == Tag::Gerund && any(&["is", "are", "am", "'s", "'re", "’s", "’re", "been"]) {
        return EventStatus::Ongoing;
    }
    EventStatus::Done
}

fn of_noun(view: View<'_>, trigger: &Trigger) -> EventStatus {
    let noun = trigger.word;
    if let Some(light) = trigger.light {
        return of_verb(view, light, 0);
    }
    let phrase = phrases::phrase(view, noun);
    // Some taggers take "expected" before a noun for a verb, which ends the phrase.
    let led = phrase.start.saturating_sub(1).max(view.sentence(noun).start);
    for at in (led..phrase.end).filter(|at| *at != noun) {
        let word = view.lower(at);
        for (class, status) in [
            ("planned-adjective", EventStatus::Planned),
            ("possible-adjective", EventStatus::Possible),
            ("denied-adjective", EventStatus::Denied),
            ("ongoing-adjective", EventStatus::Ongoing),
        ] {
            if lexicon::is(class, &word) {
                return status;
            }
        }
        if word == "no" {
            return EventStatus::Denied;
        }
    }
    // "a meeting of the two that is expected on Friday", "talks planned for May".
    let behind = phrase.end..view.sentence(noun).end.min(phrase.end + 9);
    let clause = behind
        .take_while(|at| view.upos(*at) != Upos::Punct)
        .find(|at| view.upos(*at) == Upos::Verb);
    if let Some(verb) = clause
        && matches!(
            view.lower(verb).as_str(),
            "expected" | "planned" | "scheduled" | "slated" | "set"
        )
        && view.tag(verb) == Tag::PastParticiple
        && !(phrase.end..verb).any(|at| matches!(view.lower(at).as_str(), "was" | "were" | "had"))
    {
        return EventStatus::Planned;
    }
    // "ahead of the summit", "before the vote".
    let sentence = view.sentence(noun);
    let at = |back: usize| {
        phrase
            .start
            .checked_sub(back)
            .filter(|at| *at >= sentence.start)
            .map(|at| view.lower(at))
    };
    if at(1).as_deref() == Some("of") && at(2).as_deref() == Some("ahead") {
        return EventStatus::Planned;
    }
    let Some(head) = view.head(noun) else {
        return EventStatus::Done;
    };
    if view.upos(head) == Upos::Verb {
        let lemma = view.lemma(head);
        let object = matches!(
            view.relation(noun),
            Relation::Obj | Relation::NsubjPass | Relation::Nsubj
        );
        if view.relation(noun) == Relation::Obj
            && matches!(
                lemma.as_str(),
                "plan" | "schedule" | "expect" | "seek" | "propose" | "want" | "demand" | "await" | "prepare"
            )
        {
            return EventStatus::Planned;
        }
        if view.relation(noun) == Relation::Obj
            && matches!(lemma.as_str(), "deny" | "cancel" | "rule" | "avoid" | "prevent")
        {
            return EventStatus::Denied;
        }
        // "The summit will be held on Friday".
        if object {
            return match of_verb(view, head, 0) {
                EventStatus::Denied => EventStatus::Done,
                told => told,
            };
        }
    }
    EventStatus::Done
}
