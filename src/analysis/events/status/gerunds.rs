//! Gerunds after a preposition: "accused of stealing", "instead of suing". It finds what they hang on and decides nothing.

use crate::language::{Relation, Tag, Upos, View};

/// How many verbs above a gerund it may be joined to.
const JOINED: usize = 4;

/// How many words above a gerund are asked what governs it.
const GOVERNORS: usize = 6;

/// How many words the auxiliary of a gerund may be before it: "having often stolen".
const AUXILIARY_WITHIN: usize = 3;

/// What comes before a gerund or a noun, and what governs it.
#[derive(Clone, Copy, Debug)]
pub struct Led {
    /// The first of the gerunds that are joined, or the noun.
    pub top: usize,
    /// The word before it: a preposition.
    pub preposition: usize,
}

impl Led {
    /// What leads to a verb, if it is a gerund after a preposition: "of" for "stealing" and for "hiding" in "accused of
    /// stealing and hiding it", and for "stolen" in "accused of having stolen it". Adverbs between are passed over.
    #[must_use]
    pub fn to_verb(view: View<'_>, verb: usize) -> Option<Self> {
        let top = first_joined(view, verb);
        let preposition = (view.sentence(top).start..top)
            .rev()
            .find(|at| !matches!(view.upos(*at), Upos::Adv | Upos::Part))?;
        (view.tag(top) == Tag::Gerund).then_some(Self { top, preposition })
    }

    /// The word before the preposition: "suspicion" of "on suspicion of stealing".
    #[must_use]
    pub fn before(self, view: View<'_>) -> Option<usize> {
        let before = self.preposition.checked_sub(1)?;
        view.sentence(self.top).contains(&before).then_some(before)
    }

    /// What governs it, nearest first: the word before the preposition, then the words above it up to the first verb.
    pub fn governors(self, view: View<'_>) -> impl Iterator<Item = usize> {
        let mut is_past_verb = false;
        let above = view
            .ancestors(self.top)
            .filter(move |at| *at < self.preposition)
            .take(GOVERNORS)
            .take_while(move |at| !std::mem::replace(&mut is_past_verb, view.upos(*at) == Upos::Verb));
        self.before(view).into_iter().chain(above)
    }
}

/// The first of the verbs that one is joined to, and "having" of "having stolen", which some parses take for a verb.
fn first_joined(view: View<'_>, verb: usize) -> usize {
    let mut at = verb;
    for _ in 0..JOINED {
        let Some(above) = view.head(at).filter(|above| *above < at) else {
            break;
        };
        let is_joined = view.relation(at) == Relation::Conj && view.tag(above) == view.tag(at);
        if !is_joined && !is_split_off(view, at, above) {
            break;
        }
        at = above;
    }
    let having = |at: &usize| view.is_any(*at, &["having", "being"]) && view.head(*at) == Some(verb);
    let from = at.saturating_sub(AUXILIARY_WITHIN).max(view.sentence(at).start);
    (from..at).find(having).unwrap_or(at)
}

/// "denied having stolen it", "if they had met": whether the parse takes the auxiliary of a verb for a verb above it.
#[must_use]
pub fn is_split_off(view: View<'_>, verb: usize, above: usize) -> bool {
    view.lemma(above) == "have"
        && view.tag(verb) == Tag::PastParticiple
        && matches!(
            view.relation(verb),
            Relation::Xcomp | Relation::Ccomp | Relation::Advcl | Relation::Acl
        )
        && (above + 1..verb).all(|at| matches!(view.upos(at), Upos::Adv | Upos::Part | Upos::Aux))
        && above < verb
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    #[test]
    fn joined_gerunds_have_one_preposition() {
        let marked = "accused/accuse/VBN/0/root of/of/IN/3/mark lying/lie/VBG/1/advcl and/and/CC/5/cc \
                      stealing/steal/VBG/3/conj";
        let led = ask(&parsed(marked), "stealing", Led::to_verb).unwrap();
        assert_eq!((led.top, led.preposition), (2, 1));
    }

    #[test]
    fn an_auxiliary_is_passed_over_whatever_the_parse_makes_of_it() {
        let above = "accused/accuse/VBN/0/root of/of/IN/3/mark having/have/VBG/1/advcl stolen/steal/VBN/3/xcomp it/it/PRP/4/obj";
        let below =
            "accused/accuse/VBN/0/root of/of/IN/4/mark having/have/VBG/4/aux stolen/steal/VBN/1/advcl it/it/PRP/4/obj";
        for marked in [above, below] {
            let led = ask(&parsed(marked), "stolen", Led::to_verb).unwrap();
            assert_eq!((led.top, led.preposition), (2, 1));
        }
    }
}
