//! The subject of a verb for which the parse has none: the name right before it, or the one it shares with a verb or noun
//! above it. It gives no roles.

use crate::analysis::actors::tables;
use crate::analysis::events::arguments::misread;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::phrases;
use crate::analysis::events::status;
use crate::language::{Relation, Tag, Upos, View};

/// How many steps over joined and subordinate verbs a subject is shared.
const SHARED_OVER: usize = 6;

/// How many words before a verb its subject may be where the parse has none.
const SUBJECT_WITHIN: usize = 4;

/// The subject of a verb that has none of its own in the parse.
#[must_use]
pub fn without_own(view: View<'_>, verb: usize) -> Option<usize> {
    if let Some(denies) = status::denier_of_gerund(view, verb) {
        return view.understood_subject_of(denies);
    }
    if view.tag(verb) == Tag::Gerund && follows_preposition(view, verb) {
        return blamed(view, verb).or_else(|| shared(view, verb));
    }
    after_conjunction(view, verb)
        .or_else(|| right_before(view, verb))
        .or_else(|| shared(view, verb))
}

/// "… and Varland raising dues": the name between "and" and a verb that the parse joins to another one.
fn after_conjunction(view: View<'_>, verb: usize) -> Option<usize> {
    let name = verb.checked_sub(1)?;
    let conjunction = name.checked_sub(1)?;
    (matches!(view.relation(verb), Relation::Conj | Relation::Acl)
        && view.upos(name) == Upos::Propn
        && view.is_any(conjunction, &["and", "while", "but"]))
    .then_some(name)
}

/// "Crews called off a strike": the noun right before a verb for which the parse has no subject.
fn right_before(view: View<'_>, verb: usize) -> Option<usize> {
    if !may_have_subject_before(view, verb) {
        return None;
    }
    let sentence = view.sentence(verb);
    let same = |at: usize| view.lower(at) == view.lower(verb);
    let subject = (sentence.start..verb)
        .rev()
        .take(SUBJECT_WITHIN)
        .find(|at| !matches!(view.upos(*at), Upos::Adv | Upos::Aux) && !same(*at))
        .filter(|at| view.is_nominal(*at))?;
    let phrase = view.noun_chunk(subject);
    let led = phrase.start.checked_sub(1).filter(|before| *before >= sentence.start);
    led.is_none_or(|before| view.upos(before) == Upos::Punct)
        .then_some(subject)
}

/// "since the flood killed three": the noun between a word that begins a clause and its finite verb, whatever the parse
/// makes of the two; parsers take "since" and "after" for prepositions.
#[must_use]
pub fn of_own_clause(view: View<'_>, verb: usize) -> Option<usize> {
    let has_tense = matches!(view.tag(verb), Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense);
    let subject = verb.checked_sub(1).filter(|at| has_tense && view.is_nominal(*at))?;
    let phrase = view.noun_chunk(subject);
    let opens = phrase.start.checked_sub(1)?;
    (phrase.end == verb && opens >= view.sentence(verb).start && begins_clause(view, opens)).then_some(subject)
}

fn begins_clause(view: View<'_>, at: usize) -> bool {
    lexicon::is(WordClass::ClauseOpener, &view.lower(at))
}

/// Whether a verb is finite and heads a clause, or is written twice.
fn may_have_subject_before(view: View<'_>, verb: usize) -> bool {
    let finite = matches!(view.tag(verb), Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense)
        && matches!(
            view.relation(verb),
            Relation::Root | Relation::Parataxis | Relation::Ccomp
        );
    let doubled = verb > 0 && view.lower(verb - 1) == view.lower(verb);
    finite || doubled
}

/// The subject that a verb shares with what it depends on: coordination, control, participles.
#[must_use]
pub fn shared(view: View<'_>, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..SHARED_OVER {
        let head = view.head(at)?;
        match view.relation(at) {
            Relation::Acl => return told(view, at, head).or_else(|| described(view, verb, head)),
            Relation::AclRelcl => return view.subject_of(at).is_none().then_some(head),
            Relation::Csubj | Relation::Advcl | Relation::Ccomp if is_set_to(view, verb, head) => {
                return view.child_by(head, &[Relation::Nsubj]);
            }
            Relation::Advcl | Relation::Xcomp if is_call_on(view, head) && view.tag(at) == Tag::BaseVerb => {
                return called_on(view, head, at);
            }
            Relation::Conj | Relation::Advcl | Relation::Xcomp => {
                let tells = lexicon::is(WordClass::ObjectControl, &view.lemma(head));
                if let Some(told) = misread_object(view, head).filter(|_| tells && view.tag(at) == Tag::BaseVerb) {
                    return Some(told);
                }
                if !may_share(view, at, head) || misread::may_be_reported(view, at, head) {
                    return None;
                }
                let shared = controller(view, at, head).or_else(|| view.subject_of(head));
                if shared.is_some() {
                    return shared;
                }
                at = head;
            }
            _ => return None,
        }
    }
    None
}

/// "a letter written", "the man leading": the noun described; "a plan to meet", "difficulties getting there": it is open
/// whose plan it is, and who has the difficulties; of "the parents of a girl killed" whom it describes.
fn described(view: View<'_>, verb: usize, noun: usize) -> Option<usize> {
    let can_act = || view.upos(noun) == Upos::Propn || tables::noun(&view.lemma(noun)).is_some();
    match view.tag(verb) {
        Tag::PastParticiple | Tag::PastTense => (!misread::is_of_somebody(view, noun, verb)).then_some(noun),
        Tag::Gerund => (can_act() && !follows_preposition(view, verb)).then_some(noun),
        _ => None,
    }
}

/// "for taking", "of stealing".
fn follows_preposition(view: View<'_>, verb: usize) -> bool {
    verb.checked_sub(1).is_some_and(|before| {
        matches!(view.upos(before), Upos::Adp | Upos::Sconj) && view.sentence(verb).contains(&before)
    })
}

/// "accused Lund of stealing", "Lund was jailed for stealing": whoever is blamed or thanked for it does it.
fn blamed(view: View<'_>, gerund: usize) -> Option<usize> {
    if !view.is_any(gerund.checked_sub(1)?, &["of", "for", "with", "from"]) {
        return None;
    }
    let above = view
        .ancestors(gerund)
        .take(SHARED_OVER)
        .find(|at| view.upos(*at) == Upos::Verb)?;
    if !lexicon::is(WordClass::Blame, &view.lemma(above)) {
        return None;
    }
    if view.is_passive(above) {
        let described = (view.relation(above) == Relation::Acl)
            .then(|| view.head(above))
            .flatten();
        return view.subject_of(above).or(described);
    }
    view.object_of(above).filter(|object| *object < gerund)
}

/// "persuaded the board to sell": the parse hangs the infinitive on whoever is persuaded.
fn told(view: View<'_>, infinitive: usize, object: usize) -> Option<usize> {
    let verb = view.head(object)?;
    let is_object = matches!(view.relation(object), Relation::Obj | Relation::NsubjPass);
    let is_infinitive = view.tag(infinitive) == Tag::BaseVerb && view.is(infinitive.saturating_sub(1), "to");
    (is_object && is_infinitive && lexicon::is(WordClass::ObjectControl, &view.lemma(verb))).then_some(object)
}

/// "The two are set to meet": whoever is set does it.
fn is_set_to(view: View<'_>, verb: usize, head: usize) -> bool {
    view.upos(head) == Upos::Adj && view.is(verb.saturating_sub(1), "to")
}

/// Whether a clause may share the subject of the clause above: what is joined and what somebody plans or starts to do; of
/// the clauses that only add to it the purpose of somebody who acts. "Prices rose, sparking a strike" is not what the prices
/// did, and "the club was founded to help" not what the club wanted.
fn may_share(view: View<'_>, clause: usize, head: usize) -> bool {
    view.relation(clause) != Relation::Advcl
        || view.tag(clause) == Tag::BaseVerb && !view.is_passive(head) && !has_somebody_told(view, clause, head)
        || leads_in(view, clause, head)
}

/// "persuaded Lund to sell": whoever is named between the verb and the infinitive does it, whatever the parse makes of the name.
fn has_somebody_told(view: View<'_>, infinitive: usize, verb: usize) -> bool {
    let tells = lexicon::is(WordClass::Persuader, &view.lemma(verb));
    tells && (verb + 1..infinitive).any(|at| view.is_nominal(at))
}

/// "told Ned Rao": the name of a person right after a verb of which the tagger took a word for something else, so that the parse
/// has no object; its last word.
#[must_use]
pub fn misread_object(view: View<'_>, verb: usize) -> Option<usize> {
    let name = phrases::name_of_person(view, verb + 1).filter(|name| name.start == verb + 1)?;
    let is_misread = name
        .clone()
        .any(|at| !matches!(view.upos(at), Upos::Propn | Upos::Noun | Upos::Adj | Upos::Punct));
    let last = name.end.saturating_sub(1);
    (is_misread && view.is_nominal(last) && view.subject_of(verb) != Some(last)).then_some(last)
}

/// "Having lost the vote, Rao resigned", "Accused of theft, Lund left": a participle before the subject has that subject.
fn leads_in(view: View<'_>, clause: usize, head: usize) -> bool {
    let is_gerund = |at: usize| view.tag(at) == Tag::Gerund;
    let is_participle =
        is_gerund(clause) || view.tag(clause) == Tag::PastParticiple && view.auxiliaries_of(clause).all(is_gerund);
    is_participle
        && view
            .subject_of(head)
            .is_some_and(|subject| clause < subject && (clause..subject).any(|at| view.is(at, ",")))
}

fn is_call_on(view: View<'_>, verb: usize) -> bool {
    view.lemma(verb) == "call" && view.is_any(verb + 1, &["on", "upon"])
}

/// "called on the mayor to resign": whoever is called on does it, and never whoever calls.
fn called_on(view: View<'_>, verb: usize, infinitive: usize) -> Option<usize> {
    view.children_by(verb, &[Relation::Obj, Relation::Iobj, Relation::Obl])
        .find(|at| *at > verb && *at < infinitive)
}

/// "asked Holub to resign", "called on Holub to resign": the object of the verb above does it.
fn controller(view: View<'_>, infinitive: usize, head: usize) -> Option<usize> {
    // "had his car stolen", "left the gate closed".
    if view.tag(infinitive) == Tag::PastParticiple && view.relation(infinitive) == Relation::Xcomp {
        let between = |object: &usize| *object > head && *object < infinitive;
        return view.object_of(head).filter(between);
    }
    let is_controlled =
        view.relation(infinitive) == Relation::Xcomp && lexicon::is(WordClass::ObjectControl, &view.lemma(head));
    if !is_controlled {
        return None;
    }
    let is_called_on = |child: &usize| matches!(view.case_of(*child).as_deref(), Some("on" | "upon"));
    view.child_by(head, &[Relation::Obj, Relation::Iobj, Relation::NsubjPass])
        .or_else(|| view.children_by(head, &[Relation::Obl]).find(is_called_on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};
    use crate::language::{Name, NameKind};

    fn subject(marked: &str, form: &str) -> Option<usize> {
        ask(&parsed(marked), form, without_own)
    }

    #[test]
    fn a_name_after_and_is_the_subject() {
        let marked = "expanding/expand/VBG/0/root control/control/NN/1/obj and/and/CC/4/cc Varland/Varland/NNP/2/conj \
                      raising/raise/VBG/1/conj dues/due/NNS/5/obj";
        assert_eq!(subject(marked, "raising"), Some(3));
    }

    #[test]
    fn joined_verbs_share_a_subject() {
        let marked = "Rao/Rao/NNP/2/nsubj came/come/VBD/0/root and/and/CC/4/cc left/leave/VBD/2/conj";
        assert_eq!(subject(marked, "left"), Some(0));
    }

    #[test]
    fn the_object_does_what_it_is_asked() {
        let marked =
            "Rao/Rao/NNP/2/nsubj asked/ask/VBD/0/root Lund/Lund/NNP/2/obj to/to/TO/5/mark resign/resign/VB/2/xcomp";
        assert_eq!(subject(marked, "resign"), Some(2));
        let marked = "Rao/Rao/NNP/2/nsubj called/call/VBD/0/root on/on/IN/4/case Lund/Lund/NNP/2/obl to/to/TO/6/mark \
                      resign/resign/VB/2/xcomp";
        assert_eq!(subject(marked, "resign"), Some(3));
    }

    #[test]
    fn what_somebody_had_done_is_done_to_the_object() {
        let marked = "Rao/Rao/NNP/2/nsubj had/have/VBD/0/root his/he/PRP$/4/nmod:poss car/car/NN/2/obj \
                      stolen/steal/VBN/2/xcomp";
        assert_eq!(subject(marked, "stolen"), Some(3));
    }

    #[test]
    fn whoever_is_told_does_it_whatever_the_tagger_makes_of_the_name() {
        let marked = "Rao/Rao/NNP/2/nsubj persuaded/persuade/VBD/0/root Amos/Amos/IN/4/case Lund/Lund/NNP/2/obl \
                      to/to/TO/6/mark sell/sell/VB/2/advcl it/it/PRP/6/obj";
        assert_eq!(subject(marked, "sell"), None);
        let mut read = parsed(marked);
        read.1.names = vec![Name {
            words: 2..4,
            kind: NameKind::Person,
        }];
        assert_eq!(ask(&read, "sell", without_own), Some(3));
    }

    #[test]
    fn a_participle_describes_its_noun_and_an_infinitive_does_not() {
        let marked = "a/a/DT/2/det letter/letter/NN/0/root written/write/VBN/2/acl";
        assert_eq!(subject(marked, "written"), Some(1));
        let marked = "a/a/DT/2/det plan/plan/NN/0/root to/to/TO/4/mark meet/meet/VB/2/acl";
        assert_eq!(subject(marked, "meet"), None);
    }

    #[test]
    fn whoever_is_set_to_meet_meets() {
        let marked = "They/they/PRP/3/nsubj are/be/VBP/3/cop set/set/JJ/0/root to/to/TO/5/mark meet/meet/VB/3/advcl";
        assert_eq!(subject(marked, "meet"), Some(0));
    }

    #[test]
    fn a_clause_with_because_names_its_own_subject() {
        let marked = "Rao/Rao/NNP/2/nsubj left/leave/VBD/0/root because/because/IN/4/mark rained/rain/VBD/2/advcl";
        assert_eq!(subject(marked, "rained"), None);
    }

    #[test]
    fn a_relative_clause_without_a_subject_has_its_noun() {
        let marked = "the/the/DT/2/det crew/crew/NN/0/root leaving/leave/VBG/2/acl:relcl";
        assert_eq!(subject(marked, "leaving"), Some(1));
    }
}
