//! The past tense of a plain sentence as headlines have it: "Farmers block the bridge" for "Farmers blocked the bridge". It
//! touches no sentence in which anything but one verb could be meant.

use crate::engine::headline::line::Line;
use crate::engine::headline::wording::third_person;
use crate::language::{Relation, Tag, Upos, View};

/// How sure the parser must be of a verb and its subject.
const SURE: f32 = 0.5;

/// The verb of a line with its present form: the only verb of its sentence, right after its subject, with its object or a
/// preposition after it.
pub(super) fn in_present(view: View<'_>, line: &Line) -> Option<(usize, String)> {
    let verbs = |at: &usize| matches!(view.upos(*at), Upos::Verb | Upos::Aux) || view.tag(*at).is_verb();
    let sentence = view.sentence(*line.words.first()?);
    let mut found = sentence.filter(verbs);
    let verb = found.next().filter(|_| found.next().is_none())?;
    let certain = |at: usize| view.word(at).is_some_and(|word| word.certainty >= SURE);
    let is_plain = view.tag(verb) == Tag::PastTense && view.relation(verb) == Relation::Root && certain(verb);
    let subject = view
        .subject_of(verb)
        .filter(|subject| certain(*subject) && line.shows(*subject))?;
    let follows = view.noun_phrase(subject).end == verb && view.relation(subject) == Relation::Nsubj;
    let goes_on = matches!(
        view.upos(verb + 1),
        Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym | Upos::Adj
    );
    if !is_plain || !follows || !goes_on || line.begins_inside || !line.shows(verb) {
        return None;
    }
    let lemma = view.lemma(verb);
    is_plural(view, subject).map(|plural| {
        let form = if plural {
            lemma.to_string()
        } else {
            third_person(&lemma)
        };
        (verb, form)
    })
}

/// Whether a subject takes a plural verb; nothing where that is open ("the police", "the United States").
fn is_plural(view: View<'_>, subject: usize) -> Option<bool> {
    let joined = view.children_by(subject, &[Relation::Conj]).next().is_some();
    let phrase = view.noun_phrase(subject);
    match view.tag(subject) {
        _ if joined => None,
        Tag::PluralNoun => Some(true),
        Tag::PluralName if phrase.len() == 1 => Some(true),
        Tag::SingularNoun if view.is_any(phrase.start, &["a", "an"]) && phrase.end == subject + 1 => Some(false),
        Tag::SingularName if !view.lower(subject).ends_with('s') && view.upos(phrase.start) == Upos::Propn => {
            Some(false)
        }
        _ => None,
    }
}
