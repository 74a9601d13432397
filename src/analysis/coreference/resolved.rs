//! What was found about each mention of the last version, with what that rests on, so that it need not be found again. It
//! resolves nothing.

use smol_str::SmolStr;

use crate::analysis::coreference::entities::HowMet;
use crate::analysis::coreference::types::{Entity, EntityId, EntityState, Outcome};

/// What was found about one mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolved {
    /// Who it refers to; `None` where it was not asked.
    pub outcome: Option<Outcome>,
    /// As whom it was met.
    pub entity: Option<EntityId>,
    /// How it was met.
    pub how: HowMet,
    /// The entity that it introduced, as it was before.
    pub introduced: Option<Box<Entity>>,
    /// The roles that it gives a named actor, in words.
    pub roles: SmolStr,
    /// What its entity was like after it.
    pub after: EntityState,
    /// Whose state may have decided about it.
    pub consulted: Vec<EntityId>,
}

impl Resolved {
    /// Whether it does the same to the entities as what was found before, which met `entity`.
    pub fn does_as(&self, before: &Resolved, entity: Option<EntityId>) -> bool {
        self.entity == entity && self.how == before.how && self.introduced.is_some() == before.introduced.is_some()
    }

    /// Gives everybody in it another number.
    pub fn renumber(&mut self, now: impl Fn(EntityId) -> Option<EntityId>) {
        let give = |id: &mut EntityId| {
            if let Some(now) = now(*id) {
                *id = now;
            }
        };
        self.consulted.iter_mut().for_each(give);
        self.entity.iter_mut().for_each(give);
        match &mut self.outcome {
            Some(Outcome::Found { entity, .. }) => give(entity),
            Some(Outcome::Tie { between, .. }) => between.iter_mut().for_each(give),
            Some(Outcome::New | Outcome::Open { .. }) | None => {}
        }
    }
}
