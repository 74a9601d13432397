//! Which mention a noun phrase is: for speakers and participants, which are found as phrases. It resolves nothing.

use crate::analysis::{ActorId, ActorKind, Mention, MentionForm, Place};

/// The actor of the mention that is the head of the noun phrase at `place`, or else overlaps it best. Logarithmic in
/// the number of mentions, which stand in the order of the text.
#[must_use]
pub fn actor_at(mentions: &[Mention], place: Place) -> Option<ActorId> {
    mention_at(mentions, place)?.actor
}

/// The mention behind [`actor_at`].
#[must_use]
pub fn mention_at(mentions: &[Mention], place: Place) -> Option<&Mention> {
    mentions.get(index_at(mentions, place)?)
}

/// The index of that mention.
///
/// A name in the phrase that no possessive or preposition sets apart from its head comes first: in "Foreign Minister
/// Ana Weil" it is the speaker, in "Weil's envoy" the envoy is.
pub(super) fn index_at(mentions: &[Mention], place: Place) -> Option<usize> {
    let from =
        mentions.partition_point(|mention| mention.place < Place::new(place.block, crate::text::Span::default()));
    let to = from
        + mentions
            .get(from..)?
            .partition_point(|mention| mention.place.block == place.block && mention.place.span.start < place.span.end);
    // Mentions are short; those that begin far before the phrase cannot reach into it.
    let near = from.max(to.saturating_sub(64));
    let candidates = || {
        mentions
            .iter()
            .enumerate()
            .take(to)
            .skip(near)
            .filter(|(_, mention)| mention.place.overlaps(place))
    };
    let same = |at: usize| Some(at);
    if let Some((at, _)) = candidates().find(|(_, mention)| mention.place == place) {
        return same(at);
    }
    let description = candidates()
        .filter(|(_, mention)| mention.form == MentionForm::Nominal)
        .max_by_key(|(at, mention)| (overlap(mention.place, place), std::cmp::Reverse(*at)));
    let names = || {
        candidates().filter(|(_, mention)| {
            mention.form == MentionForm::Named
                && description.is_none_or(|(_, description)| !description.place.covers(mention.place))
        })
    };
    // "Norland President Ana Weil": of several names the person is meant.
    let name = names()
        .find(|(_, mention)| mention.kind == ActorKind::Person)
        .or_else(|| names().next());
    // "the captain, Rosa Weil": both say the same, and the name says more.
    if let (Some((_, description)), Some((at, name))) = (description, name)
        && (description.actor == name.actor || !starts_with(description.place, place))
    {
        return same(at);
    }
    description
        .or(name)
        .or_else(|| candidates().max_by_key(|(at, mention)| (overlap(mention.place, place), std::cmp::Reverse(*at))))
        .map(|(at, _)| at)
}

fn starts_with(part: Place, whole: Place) -> bool {
    part.span.start <= whole.span.start
}

fn overlap(one: Place, other: Place) -> usize {
    one.span
        .end
        .min(other.span.end)
        .saturating_sub(one.span.start.max(other.span.start))
}
