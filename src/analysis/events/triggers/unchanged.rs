//! "A landslide cut the only road": verbs whose past is their base form, which taggers take for nouns after a noun. It reads
//! only what begins a sentence.

use crate::analysis::events::EventKind;
use crate::analysis::events::lexicon::{self, EventSense};
use crate::language::{Tag, Upos, View};

/// Verbs whose past looks like a noun.
const UNCHANGED: [&str; 9] = ["burst", "cut", "hit", "hurt", "put", "set", "shut", "split", "spread"];

/// What a noun names that is a verb: the subject before it begins the sentence, its object comes after it, and the clause has no
/// other verb.
#[must_use]
pub fn sense(view: View<'_>, word: usize) -> Option<EventSense> {
    if view.tag(word) != Tag::SingularNoun || !view.is_any(word, &UNCHANGED) {
        return None;
    }
    let sentence = view.sentence(word);
    let end = (word..sentence.end)
        .find(|at| view.is_any(*at, &[",", ";"]))
        .unwrap_or(sentence.end);
    let is_of_subject = |at: usize| {
        matches!(
            view.upos(at),
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num
        )
    };
    let has_subject =
        word > sentence.start && view.upos(word - 1) == Upos::Noun && (sentence.start..word).all(is_of_subject);
    let is_verbless = (sentence.start..end).all(|at| !view.tag(at).is_finite() && view.upos(at) != Upos::Aux);
    let subject = word.checked_sub(1).map(|at| view.lemma(at)).unwrap_or_default();
    let is_disaster = matches!(
        subject.as_str(),
        "gale" | "squall" | "wind" | "hail" | "blast" | "explosion"
    ) || lexicon::noun(&subject).is_some_and(|sense| sense.kind == EventKind::Disaster);
    let begins_object = match view.upos(word + 1) {
        Upos::Det | Upos::Num => true,
        Upos::Pron => view.tag(word + 1) == Tag::PossessivePronoun,
        // "A tax cut plan" is a plan; "A flood cut power" is a flood.
        Upos::Noun | Upos::Propn | Upos::Adj => is_disaster,
        _ => false,
    };
    (has_subject && is_verbless && begins_object).then(|| lexicon::verb(&view.lower(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn is_verb(marked: &str) -> bool {
        ask(&parsed(marked), "cut", sense).is_some()
    }

    #[test]
    fn what_cuts_a_road_is_no_cut() {
        let said = ",/,/,/2/punct officials/official/NNS/8/nsubj said/say/VBD/0/root";
        assert!(is_verb(&format!(
            "A/a/DT/3/det gale/gale/NN/3/compound cut/cut/NN/8/nsubj the/the/DT/5/det road/road/NN/3/appos {said}"
        )));
        assert!(!is_verb(&format!(
            "A/a/DT/4/det tax/tax/NN/3/compound cut/cut/NN/4/compound plan/plan/NN/7/nsubj {said}"
        )));
        assert!(!is_verb(
            "The/the/DT/3/det power/power/NN/3/compound cut/cut/NN/5/nsubj the/the/DT/5/det mayor/mayor/NN/6/nsubj \
             made/make/VBD/0/root"
        ));
    }
}
