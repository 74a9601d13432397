//! Those who take part, joined to one another: "Rao and Lund met". It finds nobody on its own.

use crate::analysis::ParticipantRole;
use crate::language::{Relation, Tag, Upos, View};

/// A noun, by its head word, and its role.
pub type Argument = (usize, ParticipantRole);

/// Whether somebody has this role already.
#[must_use]
pub fn has_role(found: &[Argument], role: ParticipantRole) -> bool {
    found.iter().any(|(_, other)| *other == role)
}

/// Adds a nominal with what is joined to it; for a relative pronoun the noun that it refers to.
pub fn add_with_conjuncts(view: View<'_>, word: usize, role: ParticipantRole, found: &mut Vec<Argument>) {
    if view.antecedent_of(word).is_some()
        && let Some(last) = described_by(view, word)
    {
        found.push((last, role));
        return;
    }
    let nominal = view.antecedent_of(word).unwrap_or(word);
    found.push((nominal, role));
    for joined in view.children_by(nominal, &[Relation::Conj]) {
        let can_take_part = matches!(view.upos(joined), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
        if can_take_part && !begins_next_clause(view, joined) && !is_denied(view, joined) {
            found.push((joined, role));
        }
    }
}

/// "a row between Brandt and Captain Holm, who left": who left is named right before "who", whatever the clause is attached
/// to. `None` where nobody is, where the verb is in the plural ("Rao and Lund, who were late") and where the word is no "who".
fn described_by(view: View<'_>, pronoun: usize) -> Option<usize> {
    if !view.is_any(pronoun, &["who", "whom"]) {
        return None;
    }
    let noun = view.antecedent_of(pronoun)?;
    let before = pronoun.checked_sub(1)?;
    let last = if view.is(before, ",") {
        before.checked_sub(1)?
    } else {
        before
    };
    let is_plural = view.is_any(pronoun + 1, &["were", "are", "have"]);
    let is_nearer = last > noun && view.upos(last) == Upos::Propn && view.noun_phrase(noun).end <= last;
    (is_nearer && !is_plural).then(|| head_of_name(view, last))
}

/// The word of a name that the others depend on.
fn head_of_name(view: View<'_>, last: usize) -> usize {
    let first = (0..last)
        .rev()
        .take_while(|at| view.upos(*at) == Upos::Propn)
        .last()
        .unwrap_or(last);
    (first..=last)
        .find(|at| view.head(*at).is_none_or(|head| !(first..=last).contains(&head)))
        .unwrap_or(last)
}

/// "by Rao, not Lund": whoever is set against the other takes no part.
fn is_denied(view: View<'_>, joined: usize) -> bool {
    let first = view.noun_phrase(joined).start;
    (first.saturating_sub(1)..joined).any(|at| view.is(at, "not")) && !view.is(first, "only")
}

/// "expanding control and Varland raising dues": what is joined is the subject of the next clause.
fn begins_next_clause(view: View<'_>, joined: usize) -> bool {
    let verb = joined + 1;
    matches!(
        view.tag(verb),
        Tag::Gerund | Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense
    ) && view.upos(verb) == Upos::Verb
        && matches!(view.relation(verb), Relation::Conj | Relation::Acl)
        && view.is(joined.saturating_sub(1), "and")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};

    fn joined(marked: &str, form: &str) -> Vec<usize> {
        ask(&parsed(marked), form, |view, at| {
            let mut found = Vec::new();
            add_with_conjuncts(view, at, ParticipantRole::Agent, &mut found);
            found.into_iter().map(|(word, _)| word).collect()
        })
    }

    #[test]
    fn joined_names_take_part_together() {
        let marked = "Rao/Rao/NNP/4/nsubj and/and/CC/3/cc Lund/Lund/NNP/1/conj met/meet/VBD/0/root";
        assert_eq!(joined(marked, "Rao"), [0, 2]);
    }

    #[test]
    fn the_subject_of_the_next_clause_is_not_joined() {
        let marked = "expanding/expand/VBG/0/root control/control/NN/1/obj and/and/CC/4/cc Varland/Varland/NNP/2/conj \
                      raising/raise/VBG/1/conj dues/due/NNS/5/obj";
        assert_eq!(joined(marked, "control"), [1]);
    }

    #[test]
    fn a_relative_pronoun_gives_its_noun() {
        let marked = "the/the/DT/2/det man/man/NN/0/root who/who/WP/4/nsubj left/leave/VBD/2/acl:relcl";
        assert_eq!(joined(marked, "who"), [1]);
    }
}
