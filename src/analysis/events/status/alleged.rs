//! What police, prosecutors and other accusers say that somebody did: the crime of a person is open until a court finds it. It
//! does not ask whether the accuser is right.

use std::ops::Range;

use crate::analysis::ActorKind;
use crate::analysis::EventStatus::{self, Possible};
use crate::analysis::actors::tables;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::phrases;
use crate::analysis::events::status::clauses::{governor_before, that_before};
use crate::language::{NameKind, Relation, Tag, Upos, View};

/// How many words after "according to" the accuser may be.
const ACCORDING: usize = 6;

/// How many words before a verb of saying at the end of a sentence its subject may begin.
const SUBJECT_BEFORE: usize = 6;

/// "Prosecutors say Lund stole it", "Lund stole it, police said": a crime that an accuser lays at somebody's door.
#[must_use]
pub fn status(view: View<'_>, verb: usize) -> Option<EventStatus> {
    let only_people = !is_done_by_things(view, verb);
    let is_alleged = is_crime(view, verb)
        && doer(view, verb).is_some_and(|doer| {
            is_person(view, doer, only_people) && (is_of_accuser(view, verb) || is_of_rival(view, verb, doer))
        });
    is_alleged.then_some(Possible)
}

/// "stole", "set fire to".
fn is_crime(view: View<'_>, verb: usize) -> bool {
    let lemma = view.lemma(verb);
    lexicon::is(WordClass::Crime, &lemma)
        || lemma == "set" && view.is_any(verb + 1, &["fire", "alight", "ablaze"])
        || lemma == "break" && view.is(verb + 1, "into")
}

/// "A bomb killed them": what things do as well.
fn is_done_by_things(view: View<'_>, verb: usize) -> bool {
    let lemma = view.lemma(verb);
    matches!(
        lemma.as_str(),
        "bash" | "drown" | "hit" | "kill" | "maim" | "poison" | "shoot" | "strike"
    )
}

/// Who does it; of a passive whoever comes after "by".
fn doer(view: View<'_>, verb: usize) -> Option<usize> {
    if view.has_passive_marks(verb) {
        return view.child_by(verb, &[Relation::OblAgent]);
    }
    let subject = view.understood_subject_of(verb)?;
    if view.is_any(subject, &["who", "that"]) {
        return view.antecedent_of(subject);
    }
    Some(subject)
}

/// "Lund", "he", "the defendant": somebody who is known. "A gunman" is whoever did it, and a bomb is nobody. Of what
/// `only_people` do, any noun with "the" is somebody.
fn is_person(view: View<'_>, doer: usize, only_people: bool) -> bool {
    match view.upos(doer) {
        Upos::Propn => {
            let names = &view.language.names;
            let name = names.iter().find(|name| name.words.contains(&doer));
            name.is_none_or(|name| name.kind == NameKind::Person)
        }
        Upos::Pron => view.is_any(doer, &["he", "she"]),
        Upos::Noun | Upos::Verb | Upos::Adj => {
            let lemma = view.lemma(doer);
            let first = view.noun_phrase(doer).start;
            let is_known = view.is(first, "the") || view.tag(first) == Tag::PossessivePronoun || has_name(view, doer);
            let is_accused = matches!(lemma.as_str(), "accused" | "accuse" | "defendant" | "suspect");
            let is_somebody =
                || only_people || tables::noun(&lemma).is_some_and(|(_, noun)| noun.kind == ActorKind::Person);
            is_known && (is_accused || is_somebody() && !lexicon::is(WordClass::Culprit, &lemma))
        }
        _ => false,
    }
}

/// "the baker, Tom Lund,", "baker Tom Lund".
fn has_name(view: View<'_>, noun: usize) -> bool {
    view.children_by(noun, &[Relation::Appos, Relation::Flat])
        .any(|child| view.upos(child) == Upos::Propn)
}

/// Whether an accuser reports a verb: above it, after its clause, or after "according to".
fn is_of_accuser(view: View<'_>, verb: usize) -> bool {
    match reporter(view, verb) {
        Some(subject) => is_accuser(view, subject),
        None => closes_with_accuser(view, verb) || follows_accuser(view, verb),
    }
}

/// "Loom claimed that Lund stole it", "Lund stole it, Loom claimed", "According to Loom, Lund stole it": a named person accuses
/// another one.
fn is_of_rival(view: View<'_>, verb: usize, doer: usize) -> bool {
    let claims = |at: usize| view.upos(at) == Upos::Verb && view.lemma(at) == "claim";
    let leads = || {
        let that = that_before(view, verb)?;
        governor_before(view, that, claims)
    };
    let reports = || {
        let above = view.head(verb).filter(|above| claims(*above))?;
        (view.relation(verb) == Relation::Ccomp).then_some(above)
    };
    let closes = || {
        let end = view.sentence(verb).end;
        (verb + 1..end).rfind(|at| claims(*at) && (verb..*at).any(|at| view.is(at, ",")))
    };
    let is_named = view.upos(doer) == Upos::Propn || has_name(view, doer);
    is_named && (leads().or_else(reports).or_else(closes).is_some() || follows_person(view, verb))
}

/// "According to Ana Loom, Lund stole it".
fn follows_person(view: View<'_>, verb: usize) -> bool {
    let Some(source) = according_to(view, verb) else {
        return false;
    };
    let names = &view.language.names;
    names
        .iter()
        .any(|name| name.kind == NameKind::Person && name.words.start >= source.start && name.words.end <= source.end)
}

/// The words after "according to", up to a mark.
fn according_to(view: View<'_>, verb: usize) -> Option<Range<usize>> {
    let sentence = view.sentence(verb);
    let to = sentence
        .clone()
        .find(|at| view.is(*at, "to") && view.is(at.saturating_sub(1), "according"))?;
    let last = sentence.end.min(to + 1 + ACCORDING);
    let end = (to + 1..last).find(|at| view.upos(*at) == Upos::Punct).unwrap_or(last);
    Some(to + 1..end)
}

/// The subject of the nearest verb of saying above a verb.
fn reporter(view: View<'_>, verb: usize) -> Option<usize> {
    let below = std::iter::once(verb).chain(view.ancestors(verb));
    below.zip(view.ancestors(verb)).find_map(|(below, above)| {
        let reports = view.upos(above) == Upos::Verb
            && lexicon::is_saying(&view.lemma(above))
            && matches!(view.relation(below), Relation::Ccomp | Relation::Parataxis);
        view.subject_of(above).filter(|_| reports)
    })
}

/// "police", "Detective Ana Holt", "Ana Holt, a prosecutor,".
fn is_accuser(view: View<'_>, subject: usize) -> bool {
    let accuses = |at: usize| lexicon::is(WordClass::AccuserBody, &view.lemma(at));
    phrases::phrase(view, subject).any(accuses) || view.children_by(subject, &[Relation::Appos]).any(accuses)
}

/// "Lund stole it, prosecutors said.": an accuser and a verb of saying close the sentence.
fn closes_with_accuser(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    let Some(says) = (verb + 1..sentence.end).rfind(|at| lexicon::is_saying(&view.lemma(*at))) else {
        return false;
    };
    let Some(comma) = (says.saturating_sub(SUBJECT_BEFORE).max(verb)..says).rfind(|at| view.is(*at, ",")) else {
        return false;
    };
    (comma..says).any(|at| lexicon::is(WordClass::AccuserBody, &view.lemma(at)))
}

/// "According to police, Lund stole it".
fn follows_accuser(view: View<'_>, verb: usize) -> bool {
    let accuses = |at: usize| lexicon::is(WordClass::AccuserBody, &view.lemma(at));
    according_to(view, verb).is_some_and(|mut source| source.any(accuses))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn reported(source: &str, doer: &str) -> Option<EventStatus> {
        let marked = format!(
            "{source}/2/nsubj said/say/VBD/0/root {doer}/4/nsubj killed/kill/VBD/2/ccomp two/two/CD/6/nummod \
             men/man/NNS/4/obj ./././2/punct"
        );
        ask(&parsed(&marked), "killed", status)
    }

    #[test]
    fn what_an_accuser_says_of_a_person_is_open() {
        let lund = "Lund/Lund/NNP";
        assert_eq!(reported("Police/police/NNS", lund), Some(Possible));
        assert_eq!(reported("Jurors/juror/NNS", lund), None);
        assert_eq!(reported("Police/police/NNS", "bombs/bomb/NNS"), None);
        assert_eq!(reported("Police/police/NNS", "gunmen/gunman/NNS"), None);
    }

    #[test]
    fn an_accuser_may_close_the_sentence() {
        let marked = "Lund/Lund/NNP/2/nsubj stole/steal/VBD/0/root it/it/PRP/2/obj ,/,/,/2/punct \
                      police/police/NNS/6/nsubj said/say/VBD/2/parataxis ./././2/punct";
        assert_eq!(ask(&parsed(marked), "stole", status), Some(Possible));
        let marked = "Lund/Lund/NNP/2/nsubj stole/steal/VBD/0/root it/it/PRP/2/obj ./././2/punct";
        assert_eq!(ask(&parsed(marked), "stole", status), None);
    }
}
