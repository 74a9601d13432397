//! What is kept from happening, or only comes near: "instead of suing", "stopped them from leaving". It names nobody.

use crate::analysis::EventStatus::{self, Denied, Possible};
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::status::clauses::follows;
use crate::analysis::events::status::gerunds::Led;
use crate::language::{Upos, View};

/// How many words before "of" the word "within" may be: "within a few hours of".
const NEAR: usize = 4;

/// Whether what a verb says is kept from happening by the words before it.
#[must_use]
pub fn of_verb(view: View<'_>, verb: usize) -> Option<EventStatus> {
    if view.is(verb.saturating_sub(1), "than") && view.is(verb.saturating_sub(2), "rather") {
        return Some(Denied);
    }
    let led = Led::to_verb(view, verb)?;
    let before = led.before(view);
    let led_by = |words: &[&str]| before.is_some_and(|at| view.is_any(at, words));
    match view.lower(led.preposition).as_str() {
        "without" => Some(Denied),
        "than" => led_by(&["rather"]).then_some(Denied),
        "of" if led_by(&["instead", "lieu", "short"]) || is_within(view, led.preposition) => Some(Denied),
        "to" if led_by(&["close", "closer", "near", "nearer"]) => Some(Denied),
        "from" if led_by(&["far"]) || governs(view, led, WordClass::Preventer) => Some(Denied),
        "against" if is_decided(view, led) => Some(Denied),
        "against" => Some(Possible),
        "of" => before
            .is_some_and(|at| view.upos(at) == Upos::Noun && lexicon::is(WordClass::Prospect, &view.lemma(at)))
            .then_some(Possible),
        _ => None,
    }
}

/// "without a vote", "instead of a strike": whether the words before a noun phrase say that what it names does not happen.
#[must_use]
pub fn is_replaced(view: View<'_>, phrase_start: usize) -> bool {
    let Some(preposition) = phrase_start.checked_sub(1) else {
        return false;
    };
    match view.lower(preposition).as_str() {
        "without" => true,
        "of" => follows(view, preposition, &["instead", "lieu", "short"]),
        "than" => follows(view, preposition, &["rather"]),
        _ => false,
    }
}

/// "in place of leaving", "within hours of leaving".
fn is_within(view: View<'_>, of: usize) -> bool {
    let back = |words: usize| of.checked_sub(words);
    back(1).is_some_and(|at| view.is(at, "place")) && back(2).is_some_and(|at| view.is(at, "in"))
        || (2..=NEAR).any(|words| back(words).is_some_and(|at| view.is(at, "within")))
}

fn governs(view: View<'_>, led: Led, class: WordClass) -> bool {
    led.governors(view).any(|at| lexicon::is(class, &view.lemma(at)))
}

/// "voted against selling".
fn is_decided(view: View<'_>, led: Led) -> bool {
    led.governors(view)
        .any(|at| matches!(view.lemma(at).as_str(), "decide" | "vote" | "opt" | "rule"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn of(marked: &str) -> Option<EventStatus> {
        ask(&parsed(marked), "leaving", of_verb)
    }

    #[test]
    fn what_somebody_is_stopped_from_does_not_happen() {
        let marked = "Guards/guard/NNS/2/nsubj stopped/stop/VBD/0/root Lund/Lund/NNP/2/obj from/from/IN/5/mark \
                      leaving/leave/VBG/2/advcl";
        assert_eq!(of(marked), Some(Denied));
        let marked = "Lund/Lund/NNP/2/nsubj gained/gain/VBD/0/root from/from/IN/4/mark leaving/leave/VBG/2/advcl";
        assert_eq!(of(marked), None);
    }

    #[test]
    fn what_another_thing_is_done_for_does_not_happen() {
        let marked = "Instead/instead/RB/3/mark of/of/IN/1/fixed leaving/leave/VBG/5/advcl Lund/Lund/NNP/5/nsubj \
                      slept/sleep/VBD/0/root";
        assert_eq!(of(marked), Some(Denied));
    }

    #[test]
    fn what_is_near_is_open() {
        let marked = "on/on/IN/3/case the/the/DT/3/det brink/brink/NN/0/root of/of/IN/5/mark leaving/leave/VBG/3/acl";
        assert_eq!(of(marked), Some(Possible));
    }
}
