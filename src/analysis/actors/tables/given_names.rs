//! Given names with their usual gender. What a name usually goes with is a weak cue: it is never shown, stored or exported.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::Gender;
use crate::text::table;

const GIVEN_NAMES: &str = include_str!("../data/given_names.tsv");

static GENDERS: LazyLock<FxHashMap<&'static str, Gender>> = LazyLock::new(|| {
    table::rows(GIVEN_NAMES)
        .filter_map(|[name, gender]| Some((name, gender_of(gender)?)))
        .collect()
});

/// The gender a given name usually goes with: a weak cue for pronouns, never to be shown, stored or exported.
#[must_use]
pub fn usual_gender(given_name: &str) -> Option<Gender> {
    GENDERS.get(given_name).copied()
}

/// The gender that a field of a table says: `m`, `f`, or anything else for none.
pub(super) fn gender_of(field: &str) -> Option<Gender> {
    match field {
        "m" => Some(Gender::Masculine),
        "f" => Some(Gender::Feminine),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(table::malformed::<2>(GIVEN_NAMES).next(), None);
        assert_eq!(GENDERS.len(), table::lines(GIVEN_NAMES).count(), "a row is doubled");
    }

    #[test]
    fn names_that_go_with_both_genders_give_no_cue() {
        assert_eq!(usual_gender("Rosa"), Some(Gender::Feminine));
        assert_eq!(usual_gender("Alex"), None);
    }
}
