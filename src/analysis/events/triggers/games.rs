//! What verbs of force name in a game: "hit a homer", "robbed Rao of a goal", "Harriers beat Rovers 2-1". It looks for no players.

use crate::analysis::events::lexicon::{self, ACT, EventSense, WordClass};
use crate::language::{NameKind, Relation, Upos, View};

/// How far after "beat" its score may be, in words.
const SCORE_WITHIN: usize = 14;

/// What a verb names in a game; `None` where nothing shows that there is one.
#[must_use]
pub fn sense(view: View<'_>, word: usize) -> Option<EventSense> {
    match view.lemma(word).as_str() {
        "hit" | "steal" | "shoot" | "strike" | "blast" | "smash" | "rob" | "deny" => plays(view, word).then_some(ACT),
        "beat" => (has_score(view, word) || beats_side(view, word)).then(|| lexicon::verb("defeat")),
        _ => None,
    }
}

/// "hit a homer", "rob Lund of a goal", "shot wide".
fn plays(view: View<'_>, word: usize) -> bool {
    let is_of_game = |at: usize| lexicon::is(WordClass::Game, &view.lemma(at));
    let object = view.object_of(word).is_some_and(is_of_game);
    let robbed_of = || {
        view.children_by(word, &[Relation::Obl])
            .any(|at| is_of_game(at) && view.case_of(at).is_some_and(|case| case == "of"))
    };
    let misses = || view.is(word, "shot") && view.is_any(word + 1, &["wide", "over", "par"]);
    object || robbed_of() || misses()
}

/// "beat Rovers 2-1", "beat Lund, 6-4, 6-2".
fn has_score(view: View<'_>, word: usize) -> bool {
    let end = view.sentence(word).end.min(word + SCORE_WITHIN);
    let is_figure = |at: usize| view.upos(at) == Upos::Num && view.form(at).chars().all(|c| c.is_ascii_digit());
    (word + 1..end).any(|at| {
        let dash = view.is_any(at + 1, &["-", "–"]);
        let joined = view.form(at).split_once(['-', '–']);
        is_figure(at) && dash && is_figure(at + 2)
            || joined.is_some_and(|(one, other)| [one, other].iter().all(|part| part.parse::<u16>().is_ok()))
    })
}

/// "The Herons beat the Otters": who wins and who loses have names, and neither is a person.
fn beats_side(view: View<'_>, word: usize) -> bool {
    let is_side = |at: usize| {
        let names = &view.language.names;
        let name = names.iter().find(|name| name.words.contains(&at));
        view.is_capitalized(at)
            && matches!(view.upos(at), Upos::Propn | Upos::Noun)
            && name.is_none_or(|name| name.kind != NameKind::Person)
    };
    view.subject_of(word).is_some_and(is_side) && view.object_of(word).is_some_and(is_side)
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
    fn nobody_is_attacked_or_robbed_in_a_game() {
        let hit = |object: &str| {
            let marked = format!("Lund/Lund/NNP/2/nsubj hit/hit/VBD/0/root a/a/DT/4/det {object}/{object}/NN/2/obj");
            kind(&marked, "hit")
        };
        assert_eq!((hit("homer"), hit("guard")), (Some(EventKind::Act), None));
        let marked = "Rao/Rao/NNP/2/nsubj robbed/rob/VBD/0/root Lund/Lund/NNP/2/obj of/of/IN/6/case a/a/DT/6/det \
                      goal/goal/NN/2/obl";
        assert_eq!(kind(marked, "robbed"), Some(EventKind::Act));
    }

    #[test]
    fn a_score_shows_who_won() {
        let marked =
            "Lund/Lund/NNP/2/nsubj beat/beat/VBD/0/root Rao/Rao/NNP/2/obj 6/6/CD/2/dep -/-/HYPH/6/case 4/4/CD/4/nmod";
        assert_eq!(kind(marked, "beat"), Some(EventKind::Win));
        let marked = "Lund/Lund/NNP/2/nsubj beat/beat/VBD/0/root him/he/PRP/2/obj";
        assert_eq!(kind(marked, "beat"), None);
        let marked = "Herons/heron/NNS/2/nsubj beat/beat/VBD/0/root Otters/otter/NNS/2/obj";
        assert_eq!(kind(marked, "beat"), Some(EventKind::Win));
    }
}
