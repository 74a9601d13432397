//! Given names that are written in more than one way. It knows names, not people.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::table;

/// The line of the table that has a spelling.
static SPELLINGS: LazyLock<FxHashMap<&str, usize>> = LazyLock::new(|| {
    let lines = table::lines(include_str!("../data/given_name_spellings.txt")).enumerate();
    lines
        .flat_map(|(at, line)| line.split_whitespace().map(move |name| (name, at)))
        .collect()
});

/// Whether two folded given names are one name in two spellings: "katherine" and "catherine".
pub fn are_one_name(one: &str, other: &str) -> bool {
    let line = |name| SPELLINGS.get(name);
    one != other && line(one).is_some() && line(one) == line(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_those_of_one_line() {
        assert!(are_one_name("katherine", "catherine"));
        assert!(are_one_name("steven", "stephen"));
        assert!(!are_one_name("steven", "steven"));
        assert!(!are_one_name("steven", "karl"));
        assert!(!are_one_name("zorvan", "zorvin"));
    }

    #[test]
    fn no_name_is_in_two_lines() {
        let names = table::lines(include_str!("../data/given_name_spellings.txt")).flat_map(str::split_whitespace);
        assert_eq!(names.count(), SPELLINGS.len());
    }
}
