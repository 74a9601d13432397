//! Why somebody is sued, thanked or dismissed: the pronoun after "because" is the one to whom it is done. It ranks nobody.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::MentionId;
use crate::analysis::coreference::entities::Entities;
use crate::analysis::coreference::types::EntityId;
use crate::language::{Relation, View};
use crate::text::table;

/// How many mentions are looked at, so that the whole stays linear.
const LOOKED_AT: usize = 20;

static BLAMING_VERBS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/blaming_verbs.txt")).collect());

/// "The voters sued the board because it …": whom the pronoun cannot mean, the one who sues.
pub(super) fn who_blames(entities: &Entities<'_>, pronoun: MentionId) -> Option<EntityId> {
    let (local, view) = entities.in_words(pronoun)?;
    let subject = subject_of_blame(view, local.head)?;
    let block = entities.block(pronoun);
    let met = entities.backwards().take(LOOKED_AT).find(|met| {
        entities.block(met.id) == block
            && entities
                .local(met.id)
                .is_some_and(|mention| mention.span.covers(view.span(subject..subject + 1)))
    })?;
    Some(met.entity)
}

/// The subject of the verb above the because-clause of which a word is the subject.
fn subject_of_blame(view: View<'_>, pronoun: usize) -> Option<usize> {
    let is_marked = pronoun
        .checked_sub(1)
        .is_some_and(|before| view.is_any(before, &["because", "for", "as", "since"]));
    let verb = view
        .head(pronoun)
        .filter(|_| is_marked && view.relation(pronoun) == Relation::Nsubj)?;
    let main = view.head(verb).filter(|_| view.relation(verb) == Relation::Advcl)?;
    let blames = BLAMING_VERBS.contains(view.lemma(main).as_str()) && !view.has_passive_marks(main);
    view.subject_of(main)
        .filter(|_| blames && view.object_of(main).is_some())
}
