//! Subject and verb phrase of a sentence, by its parse. It reads no headline.

use std::ops::Range;

use crate::analysis::events::arguments::of_own_clause;
use crate::analysis::events::lexicon;
use crate::analysis::events::phrases;
use crate::analysis::events::status::is_doubted;
use crate::analysis::events::story::clause::{Clause, end_of_clause};
use crate::analysis::events::triggers::is_taken_for_noun;
use crate::language::{Relation, Upos, View};

/// A sentence as a clause. If somebody reports something, the clause is what is reported. If the verb or the subject is
/// in doubt, there is none.
#[must_use]
pub fn read(view: View<'_>, words: Range<usize>) -> Option<Clause> {
    if let Some(verb) = words.clone().find(|at| is_taken_for_noun(view, *at)) {
        return Some(Clause {
            subject: Some(words.start..verb),
            predicate: verb..end_of_clause(view, verb, words.end, false),
            passive: false,
        });
    }
    let is_read =
        |main: &usize| !has_own_clause(view, *main) && !has_two_subjects(view, *main) && !is_doubted(view, *main);
    let main = main_verb(view, words.clone()).filter(is_read)?;
    let verb = reported(view, main).unwrap_or(main);
    let passive = view.has_passive_marks(verb);
    let first = view
        .auxiliaries_of(verb)
        .chain(view.children_by(verb, &[Relation::Cop]))
        .filter(|aux| *aux < verb)
        .fold(verb, usize::min);
    let subject = subject(view, words.start, verb);
    let is_relative = |subject: &Range<usize>| {
        subject.len() == 1 && view.is_any(subject.start, &["that", "which", "who", "whom", "what"])
    };
    // "The mayor, that …": the parse took a clause that describes somebody for the sentence.
    if subject.as_ref().is_some_and(is_relative) {
        return None;
    }
    Some(Clause {
        subject,
        predicate: first..end_of_clause(view, verb, words.end, passive),
        passive,
    })
}

/// The root of the sentence if it is a verb or has "is" before it, else the first verb that is in no clause of its own.
fn main_verb(view: View<'_>, words: Range<usize>) -> Option<usize> {
    let root = words.clone().find(|at| view.relation(*at) == Relation::Root);
    let carries = |root: &usize| view.upos(*root) == Upos::Verb || view.child_by(*root, &[Relation::Cop]).is_some();
    root.filter(carries).or_else(|| {
        words.clone().find(|at| {
            view.upos(*at) == Upos::Verb
                && !matches!(
                    view.relation(*at),
                    Relation::Amod | Relation::Acl | Relation::AclRelcl | Relation::Advcl
                )
        })
    })
}

/// "Rao, who has led the board since the flood killed three, …": the parse took a verb for the main one that has a clause of
/// its own; what the sentence says is not known.
fn has_own_clause(view: View<'_>, verb: usize) -> bool {
    of_own_clause(view, verb).is_some_and(|subject| view.subject_of(verb).is_some_and(|parsed| parsed != subject))
}

/// "A landslide cut the road, officials said": the parse did not see the clause of what is said.
fn has_two_subjects(view: View<'_>, verb: usize) -> bool {
    let mut subjects = view.children_by(verb, &[Relation::Nsubj, Relation::NsubjPass]);
    let between = subjects.next().zip(subjects.next());
    lexicon::is_saying(&view.lemma(verb))
        && between.is_some_and(|(first, second)| second < verb && (first..second).any(|at| view.is(at, ",")))
}

/// The subject of a verb; without a parse the noun before it.
fn subject(view: View<'_>, from: usize, verb: usize) -> Option<Range<usize>> {
    let noun_before = || {
        (from..verb)
            .rev()
            .find(|at| !view.is_parsed(verb) && matches!(view.upos(*at), Upos::Noun | Upos::Propn))
    };
    let subject = view.subject_of(verb).or_else(noun_before)?;
    Some(phrases::phrase(view, subject))
}

/// "Rao said the bridge collapsed": the verb of what is reported, if it has a subject that is not a pronoun and is not in doubt
/// ("alleged that Lund left").
fn reported(view: View<'_>, verb: usize) -> Option<usize> {
    if !lexicon::is_saying(&view.lemma(verb)) {
        return None;
    }
    view.clauses_of(verb).find(|clause| {
        view.upos(*clause) == Upos::Verb
            && !is_doubted(view, *clause)
            && view
                .children_by(*clause, &[Relation::Nsubj, Relation::NsubjPass])
                .any(|subject| view.upos(subject) != Upos::Pron)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::parsed;

    fn read_as(marked: &str) -> (String, String, bool) {
        let (text, language) = parsed(marked);
        let view = View::new(&text, &language);
        let clause = read(view, 0..view.len()).unwrap();
        let of = |words| view.span(words).of(&text).to_owned();
        (of(clause.subject.unwrap()), of(clause.predicate), clause.passive)
    }

    #[test]
    fn what_is_reported_is_taken_and_not_the_reporting() {
        let marked = "Rao/Rao/NNP/2/nsubj said/say/VBD/0/root the/the/DT/4/det bridge/bridge/NN/6/nsubj had/have/VBD/6/aux \
                      collapsed/collapse/VBN/2/ccomp";
        assert_eq!(
            read_as(marked),
            ("the bridge".to_owned(), "had collapsed".to_owned(), false)
        );
        let marked = "Rao/Rao/NNP/2/nsubj said/say/VBD/0/root it/it/PRP/4/nsubj collapsed/collapse/VBD/2/ccomp";
        assert_eq!(read_as(marked).0, "Rao");
    }

    #[test]
    fn what_somebody_is_is_told_with_the_verb() {
        let marked = "The/the/DT/2/det mill/mill/NN/5/nsubj is/be/VBZ/5/cop a/a/DT/5/det museum/museum/NN/0/root";
        assert_eq!(
            read_as(marked),
            ("The mill".to_owned(), "is a museum".to_owned(), false)
        );
    }

    #[test]
    fn a_clause_that_describes_is_not_the_sentence() {
        let (text, language) = parsed("that/that/WP/2/nsubj followed/follow/VBD/0/root it/it/PRP/2/obj");
        let view = View::new(&text, &language);
        assert_eq!(read(view, 0..view.len()), None);
    }

    #[test]
    fn a_passive_is_marked() {
        let marked = "Lund/Lund/NNP/3/nsubj:pass was/be/VBD/3/aux:pass arrested/arrest/VBN/0/root";
        assert_eq!(read_as(marked), ("Lund".to_owned(), "was arrested".to_owned(), true));
    }

    #[test]
    fn without_a_parse_the_noun_before_the_verb_is_the_subject() {
        let marked = "The/the/DT/0/_ bridge/bridge/NN/0/_ collapsed/collapse/VBD/0/_";
        assert_eq!(read_as(marked).0, "The bridge");
    }
}
