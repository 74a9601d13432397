//! Which nouns name events, by the table and by their place in the phrase. It does not look for those who take part.

use crate::analysis::events::lexicon::{self, EventSense, WordClass};
use crate::language::{Relation, Tag, Upos, View};

/// What a noun names, if it is an event.
#[must_use]
pub fn sense(view: View<'_>, word: usize) -> Option<EventSense> {
    if view.upos(word) != Upos::Noun && !is_taken_for_superlative(view, word) {
        return None;
    }
    let sense = lexicon::noun(&view.lemma(word)).or_else(|| lexicon::noun(&view.lower(word)))?;
    let names_another = names_no_event(view, word) || is_inside_compound(view, word);
    (!names_another).then_some(sense)
}

/// "The arrest shocked Ostrava": taggers take the ending of "arrest" and "protest" for that of a superlative.
fn is_taken_for_superlative(view: View<'_>, word: usize) -> bool {
    view.tag(word) == Tag::SuperlativeAdjective && !follows_nominal(view, word)
}

/// "Police arrest mayor": a noun before the word makes it a verb.
pub fn follows_nominal(view: View<'_>, word: usize) -> bool {
    word.checked_sub(1)
        .is_some_and(|before| matches!(view.upos(before), Upos::Noun | Upos::Propn | Upos::Pron))
}

/// "sales rose": money, not events.
fn names_no_event(view: View<'_>, word: usize) -> bool {
    lexicon::is(WordClass::NoEvent, &view.lower(word))
}

/// "the trade minister", "an attack dog": inside a compound a noun names what the head is about.
fn is_inside_compound(view: View<'_>, word: usize) -> bool {
    matches!(view.relation(word), Relation::Compound | Relation::Flat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::events::EventKind;
    use crate::language::testing::{ask, parsed};

    fn kind(marked: &str, form: &str) -> Option<EventKind> {
        ask(&parsed(marked), form, sense).map(|sense| sense.kind)
    }

    #[test]
    fn a_noun_of_the_table_names_an_event() {
        assert_eq!(
            kind("the/the/DT/2/det summit/summit/NN/0/root", "summit"),
            Some(EventKind::Meet)
        );
        assert_eq!(kind("the/the/DT/2/det harbor/harbor/NN/0/root", "harbor"), None);
    }

    #[test]
    fn a_noun_in_est_is_no_superlative() {
        let marked = "The/the/DT/2/det arrest/arrest/JJS/3/nsubj shocked/shock/VBD/0/root Ostrava/Ostrava/NNP/3/obj";
        assert_eq!(kind(marked, "arrest"), Some(EventKind::Arrest));
        let marked = "Police/police/NN/2/nsubj arrest/arrest/JJS/0/root mayor/mayor/NN/2/obj";
        assert_eq!(kind(marked, "arrest"), None);
    }

    #[test]
    fn money_and_parts_of_compounds_are_no_events() {
        assert_eq!(kind("sales/sale/NNS/2/nsubj rose/rise/VBD/0/root", "sales"), None);
        let marked = "the/the/DT/3/det attack/attack/NN/3/compound dog/dog/NN/0/root";
        assert_eq!(kind(marked, "attack"), None);
    }
}
