//! Whether an event took place, by the words around it. It does not look at dates.

mod accused;
mod alleged;
mod claims;
mod clauses;
mod denials;
mod gerunds;
mod nobody;
mod nouns;
mod prevented;
mod questions;
mod supposed;
mod verbs;
mod wanted;

use crate::analysis::EventStatus;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::triggers::Trigger;
use crate::language::View;

/// Whether a clause is only what somebody alleges, thinks, denies or falsely reports: "alleged that | Lund left".
#[must_use]
pub fn is_doubted(view: View<'_>, clause: usize) -> bool {
    let denies = |above| lexicon::is(WordClass::Denier, &view.lemma(above));
    claims::status(view, clause).is_some()
        || alleged::status(view, clause).is_some()
        || view.head(clause).is_some_and(denies)
}

/// The verb that denies what a gerund says: "denied" of "denied in court stealing it".
#[must_use]
pub fn denier_of_gerund(view: View<'_>, verb: usize) -> Option<usize> {
    denials::of_gerund(view, verb)
}

/// Whether a verb is in the clause of a noun such as "rumor" or "claim".
#[must_use]
pub fn is_of_rumor(view: View<'_>, verb: usize) -> bool {
    claims::by_noun(view, verb).is_some()
}

/// The status of a trigger: of an event noun with a light verb ("held talks") that of the verb.
#[must_use]
pub fn status(view: View<'_>, trigger: &Trigger) -> EventStatus {
    match trigger.light {
        Some(light) => verbs::status(view, light),
        None if trigger.nominal => nouns::status(view, trigger.word),
        None => verbs::status(view, trigger.word),
    }
}
