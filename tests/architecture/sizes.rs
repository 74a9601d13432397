//! That a file and a function can be read at a sitting, and that a name means one thing.

use std::collections::{BTreeMap, BTreeSet};

use crate::reader::Function;
use crate::sources::SOURCES;
use crate::{expect_none, root, rust_files};

/// The most lines of a file.
const LONGEST_FILE: usize = 350;
/// The most lines of a function whose comment does not say why it is longer.
const LONGEST_FUNCTION: usize = 60;

#[test]
fn no_file_is_longer_than_one_reads_at_a_sitting() {
    let sources = &*SOURCES;
    let found = (sources.files.iter())
        .filter(|file| file.lines > LONGEST_FILE)
        .map(|file| file.name.clone())
        .collect();
    expect_none(&found, "split by idea what has more than 350 lines");
}

#[test]
fn a_long_function_says_why() {
    let sources = &*SOURCES;
    let is_long = |function: &&Function| function.lines > LONGEST_FUNCTION && !function.doc.contains("long because");
    let found = (sources.files.iter())
        .flat_map(|file| {
            (file.functions.iter().filter(is_long)).map(|function| format!("{} {}", file.name, function.name))
        })
        .collect();
    expect_none(
        &found,
        "split what has more than 60 lines, or say in its comment: it is long because …",
    );
}

#[test]
fn a_type_name_means_one_thing() {
    let sources = &*SOURCES;
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in &sources.files {
        if file.name.starts_with("analysis/") || file.name.starts_with("language/") {
            for name in &file.types {
                files.entry(name).or_default().push(&file.name);
            }
        }
    }
    let found = (files.iter())
        .filter(|(_, files)| files.len() > 1)
        .map(|(name, files)| format!("{name} in {}", files.join(", ")))
        .collect();
    expect_none(&found, "name each type after what it is");
}

/// A label is written as a value (`Tag::Modal`), which the compiler checks; only what reads weights and treebanks has its
/// name as text.
#[test]
fn labels_are_read_from_text_in_language_only() {
    let readers = ["Tag::from_name", "Relation::from_name", "Upos::from_name"];
    let mut found = BTreeSet::new();
    for file in rust_files(&root().join("src")) {
        let name = file.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(&file).unwrap();
        if !name.starts_with("src/language/") && readers.iter().any(|reader| text.contains(reader)) {
            found.insert(name);
        }
    }
    expect_none(&found, "write the label as a value");
}
