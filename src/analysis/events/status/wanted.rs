//! What is only wanted or due: "demanded that Lund resign", "was due to leave". It does not say whether it came to pass.

use crate::analysis::EventStatus::{self, Planned, Possible};
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::status::clauses::{DENIALS, follows, governor_before, that_before};
use crate::language::{Relation, Tag, Upos, View};

/// Whether what a verb says is wanted by the verb above it, or due.
#[must_use]
pub fn status(view: View<'_>, verb: usize) -> Option<EventStatus> {
    if is_wanted(view, verb) {
        return Some(Planned);
    }
    due(view, verb)
}

/// "demanded that Lund | resign |", "demanded Lund be | fired": the bare form of a verb after a verb that wants something.
fn is_wanted(view: View<'_>, verb: usize) -> bool {
    let Some((opens, wants)) = wanting(view, verb) else {
        return false;
    };
    let is_helped = (opens + 1..verb)
        .any(|at| view.tag(at) == Tag::Modal || view.is(at, "to") || matches!(view.lemma(at).as_str(), "do" | "have"));
    !is_helped && has_bare_form(view, verb, &view.lemma(wants))
}

/// The word after which the clause of a verb begins, and the verb that wants it.
fn wanting(view: View<'_>, verb: usize) -> Option<(usize, usize)> {
    let wants = |at: usize| lexicon::is(WordClass::Mandative, &view.lemma(at));
    if let Some(that) = that_before(view, verb) {
        return Some((that, governor_before(view, that, wants)?));
    }
    let above = view.head(verb).filter(|above| *above < verb)?;
    (view.relation(verb) == Relation::Ccomp && view.upos(above) == Upos::Verb && wants(above)).then_some((above, above))
}

/// "resign" after "Lund", "be fired". "They insist that the men lie" says what the men do, so there the subject must be one.
fn has_bare_form(view: View<'_>, verb: usize, wants: &str) -> bool {
    let tells_facts = matches!(wants, "insist" | "suggest" | "advise");
    match view.tag(verb) {
        Tag::BaseVerb => true,
        Tag::PresentTense => view.lower(verb) == view.lemma(verb) && (!tells_facts || has_one_subject(view, verb)),
        Tag::PastParticiple => follows(view, verb, &["be"]),
        _ => false,
    }
}

fn has_one_subject(view: View<'_>, verb: usize) -> bool {
    view.subject_of(verb).is_some_and(|subject| {
        matches!(view.tag(subject), Tag::SingularNoun | Tag::SingularName) || view.is_any(subject, &["he", "she", "it"])
    })
}

/// "was due to concede": it was planned; what was not due to happen may have happened.
fn due(view: View<'_>, verb: usize) -> Option<EventStatus> {
    let to = (view.sentence(verb).start..verb)
        .rev()
        .find(|at| view.upos(*at) != Upos::Adv)
        .filter(|at| view.is(*at, "to"))?;
    let due = to.checked_sub(1).filter(|at| view.is(*at, "due"))?;
    let is_denied = follows(view, due, &DENIALS);
    (view.tag(verb) == Tag::BaseVerb).then_some(if is_denied { Possible } else { Planned })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn wanted(governor: &str, subject: &str, verb: &str) -> Option<EventStatus> {
        let marked =
            format!("Rao/Rao/NNP/2/nsubj {governor}/VBD/0/root that/that/IN/5/mark {subject}/5/nsubj {verb}/2/ccomp");
        ask(&parsed(&marked), "leave", status)
    }

    #[test]
    fn what_is_demanded_is_not_done() {
        let (lund, men) = ("Lund/Lund/NNP", "men/man/NNS");
        let (bare, present) = ("leave/leave/VB", "leave/leave/VBP");
        assert_eq!(wanted("demanded/demand", lund, bare), Some(Planned));
        assert_eq!(wanted("demanded/demand", men, present), Some(Planned));
        assert_eq!(wanted("insisted/insist", lund, present), Some(Planned));
        assert_eq!(wanted("insisted/insist", men, present), None);
        assert_eq!(wanted("said/say", men, present), None);
    }

    #[test]
    fn what_is_due_is_planned() {
        let of = |before: &str| {
            let marked =
                format!("Lund/Lund/NNP/3/nsubj {before} due/due/JJ/0/root to/to/IN/5/case leave/leave/VB/3/obl");
            ask(&parsed(&marked), "leave", status)
        };
        assert_eq!(of("was/be/VBD/3/cop"), Some(Planned));
        assert_eq!(of("not/not/RB/3/advmod"), Some(Possible));
    }
}
