//! Entries for the tests of this folder. It is not part of the program.

use crate::analysis::register::{Entry, EntryKind};

/// A person with these further names.
pub fn person(name: &str, aliases: &[&str], misspellings: &[&str]) -> Entry {
    Entry {
        aliases: aliases.iter().map(|text| (*text).into()).collect(),
        misspellings: misspellings.iter().map(|text| (*text).into()).collect(),
        ..Entry::named(name, EntryKind::Person, name)
    }
}
