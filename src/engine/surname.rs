//! The family name of a person, as a paper prints it on second reference. It names nobody on a guess: where the family name is
//! unclear there is none, and the full name has to do.

use std::sync::Arc;

use crate::analysis::actors::tables::{self, FamilyName};
use crate::analysis::{Actor, ActorKind};
use crate::engine::types::Snapshot;

/// How many actors are checked for the same family name; more than a story has, and a bound for lists of names.
const BEARERS: usize = 400;

/// What may come after a family name.
const GENERATIONS: [&str; 8] = ["Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV", "V"];

impl Snapshot {
    /// The family name of a person, with its particle ("van Dael"), unless somebody else in the draft has it, too.
    pub(super) fn family_name<'a>(&self, actor: &'a Actor) -> Option<&'a str> {
        let name = without_generation(&actor.name);
        let (first, rest) = name.split_once(' ').filter(|_| actor.kind == ActorKind::Person)?;
        if rest.contains(',') || rest.split(' ').any(|word| word.contains('.') && !is_initial(word)) {
            return None;
        }
        let words: Vec<&str> = rest.split(' ').collect();
        let family = match tables::family_name(first, &words) {
            FamilyName::First => first,
            FamilyName::Last => last_name(rest),
            FamilyName::Unclear => self.alone(actor, first, last_name(rest))?,
        };
        let bears = |other: &&Actor| other.name.split(' ').any(|word| family.ends_with(word));
        let actors = self.facts.actors.iter().map(Arc::as_ref);
        (actors.take(BEARERS).filter(bears).take(2).count() == 1).then_some(family)
    }

    /// The one of two words by which the draft calls somebody; `None` if it is neither of them, or both.
    fn alone<'a>(&self, actor: &Actor, first: &'a str, last: &'a str) -> Option<&'a str> {
        let is_called = |word: &str| {
            self.named_mentions_of(actor)
                .any(|mention| self.text_of(mention.place) == word)
        };
        match (is_called(first), is_called(last)) {
            (true, false) => Some(first),
            (false, true) => Some(last),
            _ => None,
        }
    }
}

/// The last name, with the particles before it.
fn last_name(rest: &str) -> &str {
    let tails = rest.match_indices(' ').filter_map(|(at, _)| rest.get(at + 1..));
    let particle = tails
        .chain([rest])
        .filter(|tail| tail.starts_with(char::is_lowercase))
        .max_by_key(|tail| tail.len());
    particle.or_else(|| rest.rsplit(' ').next()).unwrap_or(rest)
}

/// "Rosa Weil" of "Rosa Weil Jr.".
fn without_generation(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((before, last)) if GENERATIONS.contains(&last) => before.trim_end_matches(','),
        _ => name,
    }
}

/// "B." or "J.R."; the dot of "St." is no such dot.
fn is_initial(word: &str) -> bool {
    let parts = word.strip_suffix('.').map(|before| before.split('.'));
    parts.is_some_and(|mut parts| parts.all(|part| part.chars().count() == 1))
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::snapshot;

    /// The family names of the people of a draft, by their full names.
    fn family_names(text: &str) -> Vec<(String, String)> {
        let snapshot = snapshot(text);
        let people = snapshot.facts.actors.iter().filter(|actor| actor.name.contains(' '));
        let named = people.filter_map(|actor| Some((actor.name.clone(), snapshot.family_name(actor)?.to_owned())));
        named.collect()
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let found = family_names(text);
        let found: Vec<&str> = found.iter().map(|(_, family)| family.as_str()).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text}");
    }

    #[test]
    fn the_last_word_is_the_family_name() {
        check("Mayor Bo Lund opened the pier on Monday.", Some("Lund"));
        check("Mayor Lee Haskill opened the pier on Monday.", Some("Haskill"));
        check("Mayor Rosa B. Weil opened the pier on Monday.", Some("Weil"));
        check("Mayor Anton van Dael opened the pier on Monday.", Some("van Dael"));
        check("Mayor Martin Brask Jr. opened the pier on Monday.", Some("Brask"));
    }

    #[test]
    fn the_first_word_is_where_only_that_can_be() {
        check("Foreign Minister Wang Dao spoke on Monday.", Some("Wang"));
    }

    #[test]
    fn what_the_draft_calls_somebody_decides() {
        let lead = "Mayor Kim Long opened the pier on Monday.";
        check(lead, None);
        check(&format!("{lead} Long left on Tuesday."), Some("Long"));
        check(&format!("{lead} Kim left on Tuesday."), Some("Kim"));
    }

    #[test]
    fn a_name_that_ends_in_a_saint_is_left_whole() {
        check("Mayor Ian St. Brask opened the pier on Monday.", None);
    }
}
