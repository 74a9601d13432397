//! What a novel or a film tells, which did not happen: "In the novel, a banker murders his neighbor". It says nothing of the
//! work itself.

use crate::analysis::events::Group;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::language::{Relation, Tag, Upos, View};

/// How many words may be before the work that begins a sentence: "In the new BBC".
const WORK_WITHIN: usize = 7;

/// Whether a verb tells what happens in a work of fiction. Critics tell it in the present; what people did with the work is
/// told in the past, and those who play and write in it are real.
#[must_use]
pub fn is_told(view: View<'_>, verb: usize) -> bool {
    let lemma = view.lemma(verb);
    let is_present = !matches!(view.tag(verb), Tag::PastTense | Tag::PastParticiple);
    let is_of_people =
        lexicon::is(WordClass::Performing, &lemma) || lexicon::verb(&lemma).kind.group() == Group::Statement;
    is_present && !is_of_people && (follows_work(view, verb) || is_below_work(view, verb))
}

/// "In the novel, …", "In her latest thriller, …".
fn follows_work(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    let mut first = sentence.start;
    while view.upos(first) == Upos::Punct && first < verb {
        first += 1;
    }
    let end = verb.min(first + WORK_WITHIN);
    let comma = (first..end).find(|at| view.is(*at, ","));
    view.is(first, "in")
        && comma
            .and_then(|comma| comma.checked_sub(1))
            .is_some_and(|noun| is_work(view, noun))
        && !(first..end).any(|at| view.is_any(at, &["world", "real"]))
}

/// "The film tells the story of a man who kills his brother": whether a work is what the clause above tells of.
fn is_below_work(view: View<'_>, verb: usize) -> bool {
    let is_of_work = |above: usize| {
        !matches!(view.tag(above), Tag::PastTense | Tag::PastParticiple)
            && view
                .subject_of(above)
                .is_some_and(|subject| subject < above && is_work(view, subject))
    };
    let is_clause = |at: usize| {
        matches!(
            view.relation(at),
            Relation::AclRelcl | Relation::Acl | Relation::Advcl | Relation::Conj
        )
    };
    is_clause(verb)
        && view
            .ancestors(verb)
            .any(|above| view.upos(above) == Upos::Verb && is_of_work(above))
}

fn is_work(view: View<'_>, noun: usize) -> bool {
    view.upos(noun) == Upos::Noun && lexicon::is(WordClass::Fiction, &view.lemma(noun))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    #[test]
    fn what_a_novel_tells_did_not_happen() {
        let told = |noun: &str, verb: &str| {
            let marked = format!(
                "In/in/IN/3/case the/the/DT/3/det {noun}/{noun}/NN/6/obl ,/,/,/3/punct Lund/Lund/NNP/6/nsubj {verb}/0/root \
                 Rao/Rao/NNP/6/obj"
            );
            let form = verb.split('/').next().unwrap();
            ask(&parsed(&marked), form, is_told)
        };
        assert!(told("novel", "kills/kill/VBZ"));
        assert!(!told("novel", "plays/play/VBZ"));
        assert!(!told("novel", "praised/praise/VBD"));
        assert!(!told("report", "kills/kill/VBZ"));
    }

    #[test]
    fn whoever_a_film_shows_did_nothing() {
        let follows = |work: &str| {
            let marked = format!(
                "The/the/DT/2/det {work}/{work}/NN/3/nsubj follows/follow/VBZ/0/root a/a/DT/5/det thief/thief/NN/3/obj \
                 who/who/WP/7/nsubj robs/rob/VBZ/5/acl:relcl banks/bank/NNS/7/obj"
            );
            ask(&parsed(&marked), "robs", is_told)
        };
        assert!(follows("film") && !follows("officer"));
    }
}
