//! Words in the names of organizations. It knows no organization.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::actors::tables::nouns::noun;
use crate::text::table;

const ORGANIZATION_WORDS: &str = include_str!("../data/organization_words.tsv");
const COMPANY_SUFFIXES: &str = include_str!("../data/company_suffixes.tsv");

static REALMS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/realms.txt")).collect());

static WORDS: LazyLock<FxHashSet<[&'static str; 2]>> = LazyLock::new(|| table::rows(ORGANIZATION_WORDS).collect());

static SUFFIXES: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
    table::rows(COMPANY_SUFFIXES)
        .map(|[suffix, names]| (suffix, names == "any"))
        .collect()
});

/// Whether many organizations share this first word of their names, in lowercase.
#[must_use]
pub fn is_generic(word: &str) -> bool {
    WORDS.contains(&[word, "generic"]) || noun(word).is_some()
}

/// Whether a word, in lowercase, says no more than that the bearer of a name is an organization.
#[must_use]
pub fn is_corporate(word: &str) -> bool {
    WORDS.contains(&[word, "corporate"])
}

/// Whether a word, in lowercase, ends the name of a company and is left out as often as not: "inc", "sa".
#[must_use]
pub fn is_company_suffix(word: &str) -> bool {
    SUFFIXES.contains_key(word)
}

/// Whether such a word ends no name of a person: "inc", but not "sa".
#[must_use]
pub fn is_sure_company_suffix(word: &str) -> bool {
    SUFFIXES.get(word).copied().unwrap_or(false)
}

/// Whether a word in small letters says of what an office or a body is: "state", "county".
#[must_use]
pub fn is_realm(word: &str) -> bool {
    REALMS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let known = WORDS.iter().filter(|[word, _]| is_generic(word) || is_corporate(word));
        assert_eq!(
            known.count(),
            table::lines(ORGANIZATION_WORDS).count(),
            "a row is malformed or doubled"
        );
        assert!(is_generic("national") && !is_corporate("national"));
        assert!(is_corporate("holdings"));
        assert_eq!(table::malformed::<2>(COMPANY_SUFFIXES).next(), None);
        assert!(is_company_suffix("sa") && !is_company_suffix("holdings"));
        assert!(is_sure_company_suffix("gmbh") && !is_sure_company_suffix("sa"));
    }
}
