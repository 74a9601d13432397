//! What nobody did, and what nearly happened. It reads no auxiliaries.

use crate::analysis::events::EventKind;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::language::{Relation, Tag, Upos, View};

/// "Neither Rao nor Lund signed", "No clerk signed", "None of them signed", "signed nothing".
#[must_use]
pub fn is_of_nobody(view: View<'_>, verb: usize) -> bool {
    if is_done_to_nobody(view, verb) {
        return true;
    }
    let mut nominals = view.children_by(verb, &[Relation::Nsubj, Relation::NsubjPass, Relation::Obj]);
    nominals.any(|nominal| {
        if is_parted_by_mark(view, nominal, verb) {
            return false;
        }
        let phrase = view.noun_phrase(nominal);
        let is_neither = (phrase.start.saturating_sub(1)..nominal).any(|at| nominal < verb && view.is(at, "neither"));
        // "No fewer than six signed", "no one but Lund signed".
        let counts = view.is_any(phrase.start + 1, &["fewer", "less", "more", "doubt", "later", "longer"]);
        let excepts = view.is_any(phrase.end, &["but", "except", "other"]);
        let is_none = view.is_any(nominal, &["nobody", "none", "nothing", "neither"])
            || view.is(phrase.start, "no") && !counts
            || view.is(phrase.start, "not") && view.is(nominal, "one");
        is_neither || is_none && !excepts
    })
}

/// "injured no one", whatever the parse makes of these words; not "said no one was hurt".
fn is_done_to_nobody(view: View<'_>, verb: usize) -> bool {
    let next = verb + 1;
    let is_two = view.is(next, "no") && view.is(next + 1, "one");
    let after = next + 1 + usize::from(is_two);
    let lemma = view.lemma(verb);
    let tells = lexicon::is_saying(&lemma) || lexicon::is(WordClass::Thought, &lemma);
    (is_two || view.is_any(next, &["nobody", "nothing", "none"]))
        && !tells
        && !matches!(view.upos(after), Upos::Verb | Upos::Aux | Upos::Adv)
        && !view.is_any(after, &["but", "except", "other"])
}

/// "almost died", "nearly resigned"; what almost doubled did change.
#[must_use]
pub fn is_near_miss(view: View<'_>, verb: usize) -> bool {
    verb.checked_sub(1)
        .is_some_and(|at| view.is_any(at, &["almost", "nearly"]) && view.head(at) == Some(verb))
        && lexicon::verb(&view.lemma(verb)).kind != EventKind::Change
}

/// "vowed never to return": whatever the parse hangs "never" on.
#[must_use]
pub fn is_never_to(view: View<'_>, verb: usize) -> bool {
    let mut before = (view.sentence(verb).start..verb)
        .rev()
        .skip_while(|at| view.upos(*at) == Upos::Adv && !view.is(*at, "never"));
    before.next().is_some_and(|at| view.is(at, "to"))
        && before
            .find(|at| !view.is(*at, "again"))
            .is_some_and(|at| view.is(at, "never"))
}

/// "“It is nothing,” Lund said": whether a quotation begins or ends between two words.
#[must_use]
pub fn is_parted_by_mark(view: View<'_>, one: usize, other: usize) -> bool {
    (one.min(other)..one.max(other)).any(|at| matches!(view.tag(at), Tag::OpeningQuote | Tag::ClosingQuote))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn is_nobodys(marked: &str, form: &str) -> bool {
        ask(&parsed(marked), form, is_of_nobody)
    }

    #[test]
    fn what_nobody_did_is_nobodys() {
        let of_subject = |words: &str| is_nobodys(&format!("{words} signed/sign/VBD/0/root it/it/PRP/3/obj"), "signed");
        assert!(of_subject("No/no/DT/2/det clerk/clerk/NN/3/nsubj"));
        assert!(of_subject("Clearly/clearly/RB/3/advmod nobody/nobody/NN/3/nsubj"));
        assert!(!of_subject("The/the/DT/2/det clerk/clerk/NN/3/nsubj"));
        let marked = "The/the/DT/2/det fire/fire/NN/3/nsubj hurt/hurt/VBD/0/root nobody/nobody/NN/3/obj";
        assert!(is_nobodys(marked, "hurt"));
        let marked = "The/the/DT/2/det fire/fire/NN/3/nsubj hurt/hurt/VBD/0/root no/no/DT/5/det one/one/CD/3/obl";
        assert!(is_nobodys(marked, "hurt"));
        let counted = "No/no/DT/3/det fewer/few/JJ/3/amod men/man/NNS/4/nsubj signed/sign/VBD/0/root";
        assert!(!is_nobodys(counted, "signed"));
    }

    #[test]
    fn nothing_in_a_quotation_denies_no_saying() {
        let marked = "“/“/``/3/punct It/it/PRP/3/nsubj nothing/nothing/NN/6/nsubj ”/”/''/3/punct Lund/Lund/NNP/6/nsubj \
                      said/say/VBD/0/root";
        assert!(!is_nobodys(marked, "said"));
    }

    #[test]
    fn what_almost_happened_did_not() {
        let almost = |form: &str, lemma: &str| {
            let marked = format!("It/it/PRP/3/nsubj almost/almost/RB/3/advmod {form}/{lemma}/VBD/0/root");
            ask(&parsed(&marked), form, is_near_miss)
        };
        assert!(almost("died", "die") && !almost("rose", "rise"));
    }
}
