//! What verbs name: by the table, and by the words around them where these make another sense. It does not look for those
//! who take part.

use crate::analysis::ActorKind;
use crate::analysis::actors::tables;
use crate::analysis::events::lexicon::{self, EventSense, WordClass};
use crate::analysis::events::phrases;
use crate::analysis::events::triggers::nouns::follows_nominal;
use crate::analysis::events::triggers::{fiction, games, no_event};
use crate::language::{Relation, Tag, Upos, View};

/// How many words after a verb its particle may come ("called the strike off").
const PARTICLE_WITHIN: usize = 4;

/// How many words after "clear" the "of" may come that says of what.
const CLEARED_WITHIN: usize = 5;

/// How many words after "meet" the demand that is met may come.
const DEMAND_WITHIN: usize = 3;

/// How many words after "call" a preposition still belongs to it ("called again for calm").
const PREPOSITION_WITHIN: usize = 2;

/// What a verb names; `None` where it names no event.
#[must_use]
pub fn sense(view: View<'_>, word: usize) -> Option<EventSense> {
    if is_according_to(view, word) {
        return Some(lexicon::verb("accord"));
    }
    if let Some(sense) = taken_for_superlative(view, word) {
        return Some(sense);
    }
    if let Some((_, sense)) = taken_for_state(view, word) {
        return Some(sense);
    }
    if view.upos(word) != Upos::Verb || no_event::is_no_event(view, word) || fiction::is_told(view, word) {
        return None;
    }
    let lemma = view.lemma(word);
    if let Some(sense) = games::sense(view, word) {
        return Some(sense);
    }
    if lemma == "clear" && clears_of(view, word) {
        return Some(lexicon::verb("acquit"));
    }
    // "was struck by a van": no crew strikes.
    if lemma == "strike" && view.is_passive(word) {
        return Some(lexicon::verb("hit"));
    }
    if lemma == "meet" && meets_demand(view, word) {
        return Some(lexicon::verb("manage"));
    }
    if is_said_twice(view, word) {
        return None;
    }
    if matches!(lemma.as_str(), "release" | "issue" | "circulate") && publishes(view, word) {
        return Some(lexicon::verb("publish"));
    }
    if matches!(lemma.as_str(), "fire" | "dismiss" | "sack") && has_object(view, word) {
        // "fired the chief", "dismissed the claim"; "fired three shots" attacks.
        let dismisses = if is_done_to_somebody(view, word) {
            Some("sack")
        } else {
            (lemma == "dismiss").then_some("reject")
        };
        if let Some(sense) = dismisses {
            return Some(lexicon::verb(sense));
        }
    }
    if lemma == "call"
        && let Some(sense) = sense_of_call(view, word)
    {
        return Some(sense);
    }
    (!is_adjective(view, word)).then(|| lexicon::verb(&lemma))
}

/// "according to the readout" reports, whatever its tag.
fn is_according_to(view: View<'_>, word: usize) -> bool {
    view.lower(word) == "according" && view.lower(word + 1) == "to"
}

/// "Police arrest mayor": taggers take the ending for a superlative's.
fn taken_for_superlative(view: View<'_>, word: usize) -> Option<EventSense> {
    let is_taken = view.tag(word) == Tag::SuperlativeAdjective && follows_nominal(view, word);
    lexicon::known_verb(&view.lower(word)).filter(|_| is_taken)
}

/// "The bridge is to be closed", "will be closed": taggers take some participles for adjectives. The base form and what it names.
#[must_use]
pub fn taken_for_state(view: View<'_>, word: usize) -> Option<(&'static str, EventSense)> {
    let be = word.checked_sub(1).filter(|at| view.is(*at, "be"))?;
    let is_to_come = be
        .checked_sub(1)
        .is_some_and(|at| view.is_any(at, &["to", "will", "would"]));
    (view.upos(word) == Upos::Adj && is_to_come)
        .then(|| lexicon::past(&view.lower(word)))
        .flatten()
}

/// "cleared Lund of fraud"; crews clear a road.
fn clears_of(view: View<'_>, word: usize) -> bool {
    let end = view.sentence(word).end.min(word + CLEARED_WITHIN);
    is_done_to_somebody(view, word) && (word + 1..end).any(|at| view.is(at, "of"))
}

/// "met demand", "meet it halfway": nobody meets anybody.
fn meets_demand(view: View<'_>, word: usize) -> bool {
    (word + 1..=word + DEMAND_WITHIN).any(|at| lexicon::is(WordClass::MeetIdiom, &view.lower(at)))
}

/// "gives gives": of a word written twice the second one counts.
fn is_said_twice(view: View<'_>, word: usize) -> bool {
    view.lower(word + 1) == view.lower(word)
}

/// "released a statement", "the report issued by the board": papers are published, prisoners are released.
fn publishes(view: View<'_>, word: usize) -> bool {
    let is_paper = |at: usize| lexicon::is(WordClass::Paper, &view.lemma(at));
    view.children_by(word, &[Relation::Obj, Relation::NsubjPass])
        .any(is_paper)
        || view.relation(word) == Relation::Acl && view.head(word).is_some_and(is_paper)
}

fn has_object(view: View<'_>, word: usize) -> bool {
    view.child_by(word, &[Relation::Obj, Relation::NsubjPass]).is_some()
}

/// Whether the object of a verb is a person or people by the tables, or has a name.
fn is_done_to_somebody(view: View<'_>, word: usize) -> bool {
    view.children_by(word, &[Relation::Obj, Relation::NsubjPass])
        .any(|object| {
            matches!(view.upos(object), Upos::Propn | Upos::Pron)
                || tables::noun(&view.lemma(object)).is_some_and(|(_, noun)| noun.kind == ActorKind::Person)
        })
}

/// What a form of "call" means by the words around it; `None` for "called for calm", which demands, as the table says.
fn sense_of_call(view: View<'_>, word: usize) -> Option<EventSense> {
    if is_called_off(view, word) {
        return Some(lexicon::verb("cancel"));
    }
    if is_telephone_call(view, word) {
        return Some(lexicon::verb("phone"));
    }
    let demands = (word + 1..=word + PREPOSITION_WITHIN).any(|at| view.is_any(at, &["for", "on", "upon", "off"]));
    // "called it a success" describes.
    (!demands).then(|| lexicon::verb("describe"))
}

/// "called off the strike", "called the strike off".
fn is_called_off(view: View<'_>, word: usize) -> bool {
    view.is(word + 1, "off")
        || (word + 1..=word + PARTICLE_WITHIN).any(|at| view.is(at, "off") && view.tag(at) == Tag::Particle)
}

/// "Dovak called Brandt on Monday" speaks on the telephone, "called Brandt a liar" gives a name.
fn is_telephone_call(view: View<'_>, word: usize) -> bool {
    let called = view.child_by(word, &[Relation::Obj, Relation::Iobj]);
    let Some(called) = called.filter(|called| *called > word && view.upos(*called) == Upos::Propn) else {
        return false;
    };
    let phrase = phrases::phrase(view, called);
    let end = end_of_called(view, phrase.end);
    let gives_name = matches!(view.upos(end), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num)
        || matches!(view.tag(end), Tag::OpeningQuote | Tag::PossessiveEnding)
        || matches!(view.form(end), "“" | "\"" | "‘" | "'");
    let follows_verb = phrase.start <= word + 2 && view.upos(word + 1) != Upos::Adp;
    !gives_name && follows_verb && end < view.sentence(word).end
}

/// How many names may be joined of those who are called.
const CALLED: usize = 4;

/// "called Xi and Trump's pact a success": where those end who are called, with the names joined to the first.
fn end_of_called(view: View<'_>, first: usize) -> usize {
    let mut end = first;
    for _ in 0..CALLED {
        let next = end + 1;
        if !view.is_any(end, &["and", ","]) || view.upos(next) != Upos::Propn {
            break;
        }
        end = phrases::phrase(view, next).end.max(next + 1);
    }
    end
}

/// "the wounded man": a participle that is used as an adjective.
fn is_adjective(view: View<'_>, word: usize) -> bool {
    view.relation(word) == Relation::Amod
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::events::EventKind;
    use crate::language::testing::{ask, parsed};

    fn kind(marked: &str, form: &str) -> Option<EventKind> {
        ask(&parsed(marked), form, sense).map(|sense| sense.kind)
    }

    fn kind_of(lemma: &str) -> Option<EventKind> {
        Some(lexicon::verb(lemma).kind)
    }

    #[test]
    fn according_to_reports() {
        let marked = "according/accord/VBG/4/case to/to/IN/1/fixed the/the/DT/4/det readout/readout/NN/0/root";
        assert_eq!(kind(marked, "according"), Some(EventKind::Say));
    }

    #[test]
    fn a_verb_in_est_is_no_superlative() {
        let marked = "Police/police/NN/2/nsubj arrest/arrest/JJS/0/root mayor/mayor/NN/2/obj";
        assert_eq!(kind(marked, "arrest"), Some(EventKind::Arrest));
    }

    #[test]
    fn words_that_only_look_like_verbs_name_nothing() {
        let marked = "towns/town/NNS/0/root including/include/VBG/3/case Velden/Velden/NNP/1/nmod";
        assert_eq!(kind(marked, "including"), None);
        let marked = "a/a/DT/2/det firm/firm/NN/0/root based/base/VBN/2/acl here/here/RB/3/advmod";
        assert_eq!(kind(marked, "based"), None);
        let marked = "the/the/DT/3/det wounded/wound/VBN/3/amod man/man/NN/0/root";
        assert_eq!(kind(marked, "wounded"), None);
    }

    #[test]
    fn a_participle_may_be_taken_for_an_adjective() {
        let closed = |before: &str| {
            let marked = format!("It/it/PRP/4/nsubj {before} be/be/VB/4/cop closed/closed/JJ/0/root");
            kind(&marked, "closed")
        };
        assert_eq!(closed("will/will/MD/4/aux"), kind_of("close"));
        assert_eq!(closed("may/may/MD/4/aux"), None);
    }

    #[test]
    fn who_meets_a_demand_meets_nobody() {
        let marked = "He/he/PRP/2/nsubj met/meet/VBD/0/root their/they/PRP$/4/nmod:poss demands/demand/NNS/2/obj";
        assert_eq!(kind(marked, "met"), kind_of("manage"));
        let marked = "He/he/PRP/2/nsubj met/meet/VBD/0/root Rao/Rao/NNP/2/obj";
        assert_eq!(kind(marked, "met"), Some(EventKind::Meet));
    }

    #[test]
    fn a_verb_written_twice_counts_once() {
        let marked = "He/he/PRP/2/nsubj gives/give/VBZ/0/root gives/give/VBZ/2/conj blood/blood/NN/3/obj";
        assert_eq!(kind(marked, "gives"), None);
    }

    #[test]
    fn papers_are_published_and_prisoners_released() {
        let marked = "It/it/PRP/2/nsubj released/release/VBD/0/root a/a/DT/4/det statement/statement/NN/2/obj";
        assert_eq!(kind(marked, "released"), kind_of("publish"));
        let marked = "the/the/DT/2/det report/report/NN/0/root issued/issue/VBN/2/acl";
        assert_eq!(kind(marked, "issued"), kind_of("publish"));
        let marked = "It/it/PRP/2/nsubj released/release/VBD/0/root a/a/DT/4/det prisoner/prisoner/NN/2/obj";
        assert_eq!(kind(marked, "released"), Some(EventKind::Release));
    }

    #[test]
    fn people_are_dismissed_and_claims_rejected() {
        let marked = "He/he/PRP/2/nsubj fired/fire/VBD/0/root the/the/DT/4/det minister/minister/NN/2/obj";
        assert_eq!(kind(marked, "fired"), kind_of("sack"));
        let marked = "He/he/PRP/2/nsubj dismissed/dismiss/VBD/0/root the/the/DT/4/det claim/claim/NN/2/obj";
        assert_eq!(kind(marked, "dismissed"), kind_of("reject"));
        let marked = "He/he/PRP/2/nsubj fired/fire/VBD/0/root three/three/CD/4/nummod shots/shot/NNS/2/obj";
        assert_eq!(kind(marked, "fired"), kind_of("fire"));
    }

    #[test]
    fn people_are_cleared_and_roads_are_cleared() {
        let cleared = |object: &str| {
            let marked =
                format!("It/it/PRP/2/nsubj cleared/clear/VBD/0/root {object}/2/obj of/of/IN/5/case sand/sand/NN/2/obl");
            kind(&marked, "cleared")
        };
        assert_eq!(cleared("Lund/Lund/NNP"), Some(EventKind::Acquit));
        assert_eq!(cleared("roads/road/NNS"), kind_of("clear"));
    }

    #[test]
    fn a_call_may_cancel_telephone_describe_or_demand() {
        let marked = "Crews/crew/NNS/2/nsubj called/call/VBD/0/root the/the/DT/4/det strike/strike/NN/2/obj off/off/RP/2/compound:prt";
        assert_eq!(kind(marked, "called"), kind_of("cancel"));
        let marked = "Dovak/Dovak/NNP/2/nsubj called/call/VBD/0/root Brandt/Brandt/NNP/2/obj on/on/IN/5/case \
                      Monday/Monday/NNP/2/obl";
        assert_eq!(kind(marked, "called"), kind_of("phone"));
        let marked =
            "Dovak/Dovak/NNP/2/nsubj called/call/VBD/0/root Brandt/Brandt/NNP/2/obj a/a/DT/5/det liar/liar/NN/2/xcomp";
        assert_eq!(kind(marked, "called"), kind_of("describe"));
        let marked = "Dovak/Dovak/NNP/2/nsubj called/call/VBD/0/root Brandt/Brandt/NNP/2/obj and/and/CC/5/cc \
                      Rao/Rao/NNP/3/conj ’s/'s/POS/5/case pact/pact/NN/2/obj “/“/``/9/punct weak/weak/JJ/2/xcomp";
        assert_eq!(kind(marked, "called"), kind_of("describe"));
        let marked = "Dovak/Dovak/NNP/2/nsubj called/call/VBD/0/root for/for/IN/4/case calm/calm/NN/2/obl";
        assert_eq!(kind(marked, "called"), kind_of("call"));
    }
}
