//! The keys of an actor file. It reads none.

/// The keys of an entry, in the order in which they are best written.
pub const ENTRY_KEYS: [&str; 12] = [
    "id",
    "kind",
    "name",
    "aliases",
    "misspellings",
    "title",
    "titles",
    "pronouns",
    "affiliation",
    "note",
    "link",
    "attributes",
];

/// The keys of a title that is written as a table.
pub const TITLE_KEYS: [&str; 3] = ["title", "valid-from", "valid-until"];
