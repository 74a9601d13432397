//! What somebody is accused of, or cleared of: it is alleged, or did not happen. It names nobody.

use std::ops::Range;

use crate::analysis::EventStatus::{self, Denied, Done, Possible};
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::status::gerunds::Led;
use crate::language::{Upos, View};

/// "accused of stealing", "on suspicion of stealing", "cleared of stealing".
#[must_use]
pub fn of_verb(view: View<'_>, verb: usize) -> Option<EventStatus> {
    let led = Led::to_verb(view, verb)?;
    let preposition = view.lower(led.preposition);
    if preposition == "to" {
        return admitted(view, led);
    }
    if !matches!(preposition.as_str(), "of" | "for" | "with" | "over") {
        return None;
    }
    led.governors(view)
        .find_map(|at| by_governor(view, at, &preposition, false))
}

/// "admitted to stealing", "pleaded not guilty to stealing".
fn admitted(view: View<'_>, led: Led) -> Option<EventStatus> {
    let mut governors = led.governors(view);
    let admits = |at: usize| matches!(view.lemma(at).as_str(), "admit" | "confess" | "plead" | "guilty");
    let is_denied = (led.preposition.saturating_sub(2)..led.preposition).any(|at| view.is(at, "not"));
    governors.any(admits).then_some(if is_denied { Possible } else { Done })
}

/// "charged with murder", "allegations of fraud", "cleared of fraud"; of what has an article ("the murder") it is only open who
/// did it.
#[must_use]
pub fn of_noun(view: View<'_>, noun: usize, phrase: &Range<usize>) -> Option<EventStatus> {
    let led = Led {
        top: noun,
        preposition: phrase.start.checked_sub(1)?,
    };
    let is_known = view.is_any(
        phrase.start,
        &["the", "this", "that", "these", "those", "his", "her", "its", "their"],
    );
    let preposition = view.lower(led.preposition);
    if is_known || !matches!(preposition.as_str(), "of" | "for" | "with") {
        return None;
    }
    led.governors(view)
        .find_map(|at| by_governor(view, at, &preposition, true))
}

/// What a verb or noun says of what comes after it and a preposition. "Blamed for a crash": there was a crash.
fn by_governor(view: View<'_>, at: usize, preposition: &str, of_noun: bool) -> Option<EventStatus> {
    let lemma = view.lemma(at);
    if lexicon::is(WordClass::Acquitter, &lemma) && preposition == "of" {
        return Some(Denied);
    }
    let accuses = match (lemma.as_str(), preposition) {
        // "charged him for parking", "charged with fraud", "charges of fraud".
        ("charge", "for") => view.upos(at) == Upos::Noun,
        ("want" | "try", "for") => view.is_any(at, &["wanted", "tried"]),
        ("want" | "try", _) => false,
        ("blame", _) => !of_noun,
        _ => lexicon::is(WordClass::Accuser, &lemma),
    };
    accuses.then_some(Possible)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn gerund(form: &str, lemma: &str, preposition: &str) -> Option<EventStatus> {
        let marked = format!(
            "Lund/Lund/NNP/3/nsubj:pass was/be/VBD/3/aux:pass {form}/{lemma}/VBN/0/root \
             {preposition}/{preposition}/IN/5/mark stealing/steal/VBG/3/advcl it/it/PRP/5/obj"
        );
        ask(&parsed(&marked), "stealing", of_verb)
    }

    #[test]
    fn whoever_is_accused_may_have_done_it() {
        assert_eq!(gerund("accused", "accuse", "of"), Some(Possible));
        assert_eq!(gerund("indicted", "indict", "for"), Some(Possible));
        assert_eq!(gerund("charged", "charge", "with"), Some(Possible));
        assert_eq!(gerund("charged", "charge", "for"), None);
        assert_eq!(gerund("convicted", "convict", "of"), None);
        assert_eq!(gerund("cleared", "clear", "of"), Some(Denied));
    }

    #[test]
    fn a_noun_may_accuse_as_well() {
        let marked = "Lund/Lund/NNP/2/nsubj faces/face/VBZ/0/root charges/charge/NNS/2/obj of/of/IN/5/mark \
                      stealing/steal/VBG/2/advcl it/it/PRP/5/obj";
        assert_eq!(ask(&parsed(marked), "stealing", of_verb), Some(Possible));
    }

    #[test]
    fn whoever_pleads_not_guilty_may_have_done_it() {
        let pleaded = |not: &str| {
            let marked = format!(
                "Lund/Lund/NNP/2/nsubj pleaded/plead/VBD/0/root {not} guilty/guilty/JJ/2/obj to/to/IN/6/mark \
                 stealing/steal/VBG/2/advcl it/it/PRP/5/obj"
            );
            ask(&parsed(&marked), "stealing", of_verb)
        };
        assert_eq!(pleaded("not/not/RB/4/advmod"), Some(Possible));
        assert_eq!(pleaded("now/now/RB/4/advmod"), Some(Done));
    }

    #[test]
    fn what_is_charged_is_open_and_the_murder_is_not() {
        let noun = |article: &str| {
            let marked = format!(
                "charged/charge/VBN/0/root with/with/IN/4/case {article}/{article}/DT/4/det murder/murder/NN/1/obl"
            );
            ask(&parsed(&marked), "murder", |view, at| {
                of_noun(view, at, &(at - 1..at + 1))
            })
        };
        assert_eq!((noun("a"), noun("the")), (Some(Possible), None));
    }
}
