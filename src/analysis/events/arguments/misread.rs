//! Verbs of which the parse takes the subject for something else: "“We won,” said Lund", "Police arrested murderer Ned Rao". It
//! finds no subject that the parse has right.

use crate::analysis::ActorKind;
use crate::analysis::actors::tables;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::language::{NameKind, Relation, Tag, Upos, View};

/// The head of whoever speaks after a quotation: "“We won,” | texted | Lund", "He never ran, | said | his son". Parsers take
/// them for the object.
#[must_use]
pub fn speaker_after(view: View<'_>, verb: usize) -> Option<usize> {
    let mark = verb.checked_sub(1)?;
    let closes = view.tag(mark) == Tag::ClosingQuote
        && mark
            .checked_sub(1)
            .is_some_and(|end| view.is_any(end, &[",", "?", "!", ".", "…"]));
    // Nobody says somebody.
    let reports = || view.is(mark, ",") && view.lemma(verb) == "say";
    let is_past = matches!(view.tag(verb), Tag::PastTense | Tag::ThirdPerson | Tag::PastParticiple);
    if !is_past || !closes && !reports() {
        return None;
    }
    let speaks = |at: &usize| {
        let chunk = view.noun_chunk(*at);
        chunk.start == verb + 1 && is_somebody(view, *at)
    };
    view.children_by(verb, &[Relation::Obj, Relation::Iobj, Relation::Nsubj, Relation::Dep])
        .filter(|at| *at > verb)
        .find(speaks)
}

/// The head of whoever moves after a verb that changes places with them: "Into the gap | stepped | Maria Orbel".
#[must_use]
pub fn mover_after(view: View<'_>, verb: usize) -> Option<usize> {
    let start = view.sentence(verb).start;
    let is_finite = matches!(view.tag(verb), Tag::PastTense | Tag::ThirdPerson);
    let is_led = view.upos(start) == Upos::Adp && (start..verb).all(|at| !view.is(at, ","));
    if !is_finite || !is_led || !lexicon::is(WordClass::Mover, &view.lemma(verb)) {
        return None;
    }
    let moves = |at: &usize| view.noun_chunk(*at).start == verb + 1 && is_somebody(view, *at);
    const AFTER: [Relation; 5] = [
        Relation::Obj,
        Relation::Iobj,
        Relation::Nsubj,
        Relation::Dep,
        Relation::Obl,
    ];
    view.children_by(verb, &AFTER).filter(|at| *at > verb).find(moves)
}

/// A name of a person or of nobody who is known, or a noun for a person.
fn is_somebody(view: View<'_>, at: usize) -> bool {
    match view.upos(at) {
        Upos::Propn => name_kind(view, at).is_none_or(|kind| kind != NameKind::Place),
        Upos::Noun => tables::noun(&view.lemma(at)).is_some_and(|(_, noun)| noun.kind == ActorKind::Person),
        _ => false,
    }
}

fn name_kind(view: View<'_>, at: usize) -> Option<NameKind> {
    let names = &view.language.names;
    names.iter().find(|name| name.words.contains(&at)).map(|name| name.kind)
}

/// Whether a verb that is tagged as a participle is a past tense: "The editor, Ana Lund, apologised" has no passive, and "Police
/// arrested murderer Ned Rao" has an object, which the parse takes for something else.
#[must_use]
pub fn is_past_tense(view: View<'_>, verb: usize) -> bool {
    if view.auxiliaries_of(verb).next().is_none() && is_after_apposition(view, verb) {
        return true;
    }
    if view.tag(verb) != Tag::PastParticiple || view.has_passive_marks(verb) {
        return false;
    }
    let is_clause = matches!(
        view.relation(verb),
        Relation::Root | Relation::Conj | Relation::Ccomp | Relation::Parataxis
    );
    let has_subject = || {
        view.child_by(verb, &[Relation::Nsubj])
            .is_some_and(|subject| subject < verb)
    };
    lexicon::is(WordClass::Intransitive, &view.lemma(verb))
        || is_clause && has_subject() && taken_for_complement(view, verb).is_some()
}

/// "Her mother, Jill Lund, | watched |.": a verb after whom a name or a noun describes, in a sentence without another one for a main
/// verb. Verbs that headlines use without "were" stay open.
fn is_after_apposition(view: View<'_>, verb: usize) -> bool {
    let sentence = view.sentence(verb);
    let before = |words: usize| verb.checked_sub(words).filter(|at| sentence.contains(at));
    let describes = |at: usize| matches!(view.upos(at), Upos::Noun | Upos::Propn);
    let is_set_off = before(1).is_some_and(|at| view.is(at, ",")) && before(2).is_some_and(describes);
    let opens = before(2).and_then(|last| (sentence.start..last).rfind(|at| view.is(*at, ",")));
    let follows_noun = opens
        .and_then(|comma| comma.checked_sub(1))
        .is_some_and(|at| sentence.contains(&at) && describes(at));
    let goes_on = (verb + 1..sentence.end)
        .any(|at| view.is(at - 1, ",") && (view.tag(at).is_finite() || view.upos(at) == Upos::Aux));
    is_set_off
        && follows_noun
        && !goes_on
        && view.is(sentence.end - 1, ".")
        && !view.is(verb + 1, "by")
        && !lexicon::is(WordClass::HeadlinePassive, &view.lower(verb))
}

/// "murderer" of "arrested murderer Ned Rao": an object with a name, which the parse takes for a complement.
#[must_use]
pub fn taken_for_complement(view: View<'_>, verb: usize) -> Option<usize> {
    view.children_by(verb, &[Relation::Xcomp]).find(|at| {
        *at == verb + 1
            && view.upos(*at) == Upos::Noun
            && view
                .children_by(*at, &[Relation::Flat, Relation::Appos])
                .any(|name| view.upos(name) == Upos::Propn)
    })
}

/// "The editor apologized on Friday and | Lund | withdrew": the name after "and" right before its verb, which the parse joins to a
/// day or a place.
#[must_use]
pub fn named_after_and(view: View<'_>, verb: usize) -> Option<usize> {
    let last = verb.checked_sub(1).filter(|at| view.upos(*at) == Upos::Propn)?;
    let chunk = view.noun_chunk(last);
    let and = chunk.start.checked_sub(1)?;
    let is_person = |at: usize| name_kind(view, at) == Some(NameKind::Person);
    let finite = matches!(view.tag(verb), Tag::PastTense | Tag::ThirdPerson);
    if !finite || !view.is_any(and, &["and", "but"]) || !chunk.clone().any(is_person) {
        return None;
    }
    let joined = chunk
        .clone()
        .find(|at| view.relation(*at) == Relation::Conj && view.head(*at).is_some_and(|head| head < and))?;
    let head = view.head(joined)?;
    let has_verb = (view.sentence(verb).start..and).any(|at| view.upos(at) == Upos::Verb);
    (has_verb && !is_person(head) && view.upos(head) == Upos::Propn).then_some(joined)
}

/// "The daughter of Ned Rao, | killed | in May, wept": whether one comma parts a verb from what the parse takes for its
/// subject, and a verb without a subject follows: then a participle describes somebody, and it is open whom.
#[must_use]
pub fn is_parted_participle(view: View<'_>, verb: usize) -> bool {
    let Some(subject) = view.subject_of(verb).filter(|subject| *subject < verb) else {
        return false;
    };
    let can_be_participle = matches!(view.tag(verb), Tag::PastTense | Tag::PastParticiple);
    let commas = (subject..verb).filter(|at| view.is(*at, ",")).count();
    let is_joined = view.child_by(subject, &[Relation::Conj]).is_some();
    let goes_on = (verb + 1..view.sentence(verb).end).any(|at| {
        view.upos(at) == Upos::Verb
            && view.tag(at).is_finite()
            && view.is(at - 1, ",")
            && view.head(at) == Some(verb)
            && view.subject_of(at).is_none()
    });
    can_be_participle && commas == 1 && view.is(verb - 1, ",") && !is_joined && goes_on
}

/// "wrote that Lund had paid a clerk and | bribed | a guard": whether a verb that the parse joins to a verb of saying may
/// belong to what is said; then it is open who does it.
#[must_use]
pub fn may_be_reported(view: View<'_>, verb: usize, says: usize) -> bool {
    let has = |at: usize| view.is_any(at, &["had", "has", "have", "'d", "’d"]);
    view.relation(verb) == Relation::Conj
        && matches!(view.tag(verb), Tag::PastTense | Tag::PastParticiple)
        && lexicon::is_saying(&view.lemma(says))
        && view
            .children_by(says, &[Relation::Ccomp])
            .any(|clause| (says..verb).contains(&clause) && view.auxiliaries_of(clause).any(has))
}

/// "told | reporters | the money had been found": whether a noun is whom somebody told, and no subject of what they told.
#[must_use]
pub fn is_listener(view: View<'_>, noun: usize) -> bool {
    let before = view.noun_chunk(noun).start.checked_sub(1);
    before.is_some_and(|at| view.upos(at) == Upos::Verb && matches!(view.lemma(at).as_str(), "tell" | "inform"))
}

/// "the parents of a girl killed in a flood": whether somebody else is named between a noun and the participle that is taken to
/// describe it.
#[must_use]
pub fn is_of_somebody(view: View<'_>, noun: usize, participle: usize) -> bool {
    (noun + 1..participle).any(|at| {
        view.relation(at) == Relation::Nmod
            && view.head(at) == Some(noun)
            && matches!(view.case_of(at).as_deref(), Some("of" | "for" | "to"))
            && (is_somebody(view, at) && view.upos(at) == Upos::Noun || name_kind(view, at) == Some(NameKind::Person))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    #[test]
    fn whoever_is_named_after_a_quotation_and_its_verb_speaks() {
        let marked = "“/“/``/3/punct We/we/PRP/3/nsubj won/win/VBD/0/root ,/,/,/3/punct ”/”/''/3/punct \
                      texted/text/VBD/3/ccomp Lund/Lund/NNP/6/obj";
        assert_eq!(ask(&parsed(marked), "texted", speaker_after), Some(6));
        let marked = "It/it/PRP/2/nsubj sank/sink/VBD/0/root ,/,/,/2/punct said/say/VBD/2/conj Lund/Lund/NNP/4/obj";
        assert_eq!(ask(&parsed(marked), "said", speaker_after), Some(4));
        let marked = "He/he/PRP/2/nsubj texted/text/VBD/0/root Lund/Lund/NNP/2/obj";
        assert_eq!(ask(&parsed(marked), "texted", speaker_after), None);
    }

    #[test]
    fn a_participle_may_be_a_past_tense() {
        let marked =
            "Police/police/NNS/2/nsubj arrested/arrest/VBN/0/root murderer/murderer/NN/2/xcomp Rao/Rao/NNP/3/flat";
        let read = parsed(marked);
        assert!(ask(&read, "arrested", is_past_tense));
        assert_eq!(ask(&read, "arrested", taken_for_complement), Some(2));
        let marked = "The/the/DT/2/det editor/editor/NN/0/root apologized/apologize/VBN/2/acl";
        assert!(ask(&parsed(marked), "apologized", is_past_tense));
        let marked = "The/the/DT/2/det man/man/NN/0/root arrested/arrest/VBN/2/acl";
        assert!(!ask(&parsed(marked), "arrested", is_past_tense));
    }

    #[test]
    fn whom_a_participle_after_two_people_describes_is_open() {
        let marked = "the/the/DT/2/det parents/parent/NNS/0/root of/of/IN/5/case a/a/DT/5/det girl/girl/NN/2/nmod \
                      killed/kill/VBN/2/acl";
        assert!(ask(&parsed(marked), "killed", |view, at| is_of_somebody(view, 1, at)));
        let marked =
            "the/the/DT/2/det mayor/mayor/NN/0/root of/of/IN/4/case Ostby/Ostby/NNP/2/nmod killed/kill/VBN/2/acl";
        assert!(!ask(&parsed(marked), "killed", |view, at| is_of_somebody(view, 1, at)));
    }

    #[test]
    fn what_may_be_reported_is_done_by_nobody_who_is_known() {
        let joined = |had: &str| {
            let marked = format!(
                "Rao/Rao/NNP/2/nsubj wrote/write/VBD/0/root Lund/Lund/NNP/5/nsubj {had}/5/aux paid/pay/VBN/2/ccomp \
                 and/and/CC/7/cc bribed/bribe/VBD/2/conj it/it/PRP/7/obj"
            );
            ask(&parsed(&marked), "bribed", |view, at| may_be_reported(view, at, 1))
        };
        assert!(joined("had/have/VBD") && !joined("will/will/MD"));
    }

    #[test]
    fn a_participle_between_commas_has_no_subject() {
        let marked = "Lund/Lund/NNP/3/nsubj ,/,/,/1/punct killed/kill/VBD/0/root in/in/IN/5/case May/May/NNP/3/obl ,/,/,/1/punct \
                      wept/weep/VBD/3/parataxis";
        assert!(ask(&parsed(marked), "killed", is_parted_participle));
    }
}
