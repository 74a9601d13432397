//! Offices and ranks of which nobody holds two at once. It knows no office-holders.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::table;

/// An office or rank in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    set: &'static str,
    name: &'static str,
}

static OFFICES: LazyLock<FxHashMap<&'static str, Office>> = LazyLock::new(|| {
    let mut offices = FxHashMap::default();
    for [set, name, forms] in table::rows(include_str!("offices.tsv")) {
        offices.extend(forms.split('|').map(|form| (form, Office { set, name })));
    }
    offices
});

/// What has such an office: “county”, “town”.
const PLACES: [&str; 8] = [
    "county", "city", "town", "township", "village", "borough", "parish", "district",
];

static LOCAL_OFFICES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = table::rows(include_str!("local_offices.tsv"));
    rows.flat_map(|[name, forms]| forms.split('|').map(move |form| (form, name)))
        .collect()
});

/// “County engineer”, “town clerk”: of two such offices of one place, nobody holds both.
fn local(place: &str, office: &str) -> Option<Office> {
    let set = PLACES.into_iter().find(|known| *known == place)?;
    let name = LOCAL_OFFICES.get(office)?;
    Some(Office { set, name })
}

impl Office {
    /// Whether nobody holds both at once.
    #[must_use]
    pub fn excludes(self, other: Self) -> bool {
        self.set == other.set && self.name != other.name
    }

    /// The office of a title as a file has it: "Mayor of Senn" and "Foreign Minister, Oresia" say whose office it is.
    #[must_use]
    pub fn held(title: &str) -> Option<Self> {
        let plain = title.split([',', '(']).next().unwrap_or(title);
        let plain = plain.split(" of ").next().unwrap_or(plain);
        let plain = plain.split(" for ").next().unwrap_or(plain);
        office(plain)
    }
}

/// The office that a title ends in: "Republican Sen." is a senator, "Deputy Mayor" is not in the table.
#[must_use]
pub fn office(title: &str) -> Option<Office> {
    let words: Vec<String> = title
        .split_whitespace()
        .map(|word| word.trim_end_matches('.').to_lowercase())
        .collect();
    const OTHER_RANKS: [&str; 6] = ["deputy", "vice", "assistant", "shadow", "brigadier", "surgeon"];
    let last = words.last()?;
    let two = words.iter().rev().nth(1).map(|before| format!("{before} {last}"));
    let before = || words.iter().rev().nth(1);
    let known = two.as_deref().and_then(|two| OFFICES.get(two)).copied();
    if let Some(office) = known.or_else(|| local(before()?, last)) {
        let is_other = words
            .iter()
            .rev()
            .nth(2)
            .is_some_and(|word| OTHER_RANKS.contains(&word.as_str()));
        return (!is_other).then_some(office);
    }
    let is_other = words.iter().any(|word| OTHER_RANKS.contains(&word.as_str()));
    OFFICES.get(last.as_str()).filter(|_| !is_other).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_office_it_ends_in() {
        for (title, name) in [
            ("Republican Sen.", "senator"),
            ("Norland's Foreign Minister", "foreign minister"),
            ("Vice President", "vice president"),
            ("Congresswoman", "representative"),
            ("Senn Police Chief", "police chief"),
            ("county engineer", "engineer"),
            ("Tamar County administrator", "manager"),
        ] {
            assert_eq!(office(title).map(|office| office.name), Some(name), "{title}");
        }
        for title in [
            "Deputy Mayor",
            "Deputy Foreign Minister",
            "Brigadier General",
            "harbour master",
            "Minister",
            "Chief",
            "assistant county engineer",
            "project engineer",
        ] {
            assert_eq!(office(title), None, "{title}");
        }
    }

    #[test]
    fn a_file_says_whose_office_it_is() {
        let excludes = |one: &str, other: &str| {
            let offices = Office::held(one).zip(office(other));
            offices.is_some_and(|(one, other)| one.excludes(other))
        };
        assert!(excludes("Mayor of Senn", "Foreign Minister"));
        assert!(excludes("Governor, Norland", "Sen."));
        assert!(!excludes("Mayor of Senn", "Mayor"));
        assert!(!excludes("Minister of Defence", "Foreign Minister"));
        assert!(!excludes("Mayor of Senn", "Gen."));
    }
}
