//! On whose word an event is reported. It knows no quotations.

use crate::analysis::events::circumstances::governor::REACH;
use crate::analysis::events::lexicon;
use crate::analysis::events::phrases;
use crate::analysis::events::triggers::Trigger;
use crate::language::{Relation, Upos, View};
use crate::text::Span;

/// How many words after "according" the noun may be that says on whose word.
const SOURCE_WITHIN: usize = 10;

/// On whose word an event is reported: the subject of the verb of saying above it, or "according to …" in its sentence.
#[must_use]
pub fn source(view: View<'_>, trigger: &Trigger) -> Option<Span> {
    let verb = trigger.verb();
    reporter(view, verb).or_else(|| according_to(view, verb))
}

/// "Ambe said Holub resigned": the subject of the verb of saying that governs the clause.
fn reporter(view: View<'_>, verb: usize) -> Option<Span> {
    let below = std::iter::once(verb).chain(view.ancestors(verb));
    below.zip(view.ancestors(verb)).find_map(|(below, above)| {
        let reports = view.upos(above) == Upos::Verb
            && lexicon::is_saying(&view.lemma(above))
            && matches!(view.relation(below), Relation::Ccomp | Relation::Parataxis);
        let subject = view.child_by(above, &[Relation::Nsubj]).filter(|_| reports)?;
        Some(view.span(phrases::phrase(view, subject)))
    })
}

/// "Holub resigned, according to the readout".
fn according_to(view: View<'_>, verb: usize) -> Option<Span> {
    let sentence = view.sentence(verb);
    let mut near = sentence.start.max(verb.saturating_sub(REACH))..sentence.end.min(verb + REACH);
    let first = near.find(|at| view.is(*at, "according") && view.is(at + 1, "to"))? + 2;
    let is_noun = |at: usize| matches!(view.upos(at), Upos::Noun | Upos::Propn);
    let last = (first..sentence.end.min(first - 2 + SOURCE_WITHIN)).find(|at| is_noun(*at) && !is_noun(at + 1))?;
    Some(view.span(first..last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn words<'a>(view: View<'a>, span: Option<Span>) -> Option<&'a str> {
        span.map(|span| span.of(view.text))
    }

    #[test]
    fn the_subject_of_the_verb_of_saying_is_the_source() {
        let read = parsed("Ambe/Ambe/NNP/2/nsubj said/say/VBD/0/root Holub/Holub/NNP/4/nsubj left/leave/VBD/2/ccomp");
        assert_eq!(
            ask(&read, "left", |view, at| words(view, reporter(view, at))),
            Some("Ambe")
        );
        assert_eq!(ask(&read, "said", |view, at| words(view, reporter(view, at))), None);
    }

    #[test]
    fn according_to_names_the_source() {
        let read = parsed(
            "Holub/Holub/NNP/2/nsubj left/leave/VBD/0/root according/accord/VBG/6/case to/to/IN/3/fixed the/the/DT/6/det \
             readout/readout/NN/2/obl",
        );
        assert_eq!(
            ask(&read, "left", |view, at| words(view, according_to(view, at))),
            Some("the readout")
        );
    }
}
