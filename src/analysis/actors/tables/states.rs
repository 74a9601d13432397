//! States, their peoples, and the capitals and seats that stand for their governments. It looks at no sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::table;

const TABLE: &str = include_str!("../data/states.tsv");

/// A state or a seat of power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateWord {
    /// A name of the state itself.
    Name(&'static str),
    /// An adjective or a people.
    Demonym(&'static str),
    /// A capital or a seat that stands for its government.
    Seat(&'static str),
}

impl StateWord {
    /// The state's name.
    #[must_use]
    pub fn state(self) -> &'static str {
        match self {
            StateWord::Name(state) | StateWord::Demonym(state) | StateWord::Seat(state) => state,
        }
    }
}

static STATES: LazyLock<FxHashMap<&'static str, StateWord>> = LazyLock::new(|| {
    let mut map = FxHashMap::default();
    for [name, others, peoples, seats] in table::rows(TABLE) {
        map.insert(name, StateWord::Name(name));
        let mut add = |field: &'static str, make: fn(&'static str) -> StateWord| {
            for word in field.split('|').filter(|word| *word != "-") {
                map.entry(word).or_insert_with(|| make(name));
            }
        };
        add(others, StateWord::Name);
        add(peoples, StateWord::Demonym);
        add(seats, StateWord::Seat);
    }
    map
});

/// What `name` ("the U.S.", "Beijing", "Chinese") is to a state.
#[must_use]
pub fn state(name: &str) -> Option<StateWord> {
    let name = name
        .strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name);
    STATES
        .get(name)
        .or_else(|| STATES.get(name.trim_end_matches('.')))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(table::malformed::<4>(TABLE).next(), None);
    }

    #[test]
    fn states_have_names_peoples_and_seats() {
        assert_eq!(state("the U.S."), Some(StateWord::Name("United States")));
        assert_eq!(state("Chinese"), Some(StateWord::Demonym("China")));
        assert_eq!(state("Kremlin"), Some(StateWord::Seat("Russia")));
        assert_eq!(state("Lindholm"), None);
    }
}
