//! What holds the rooms apart: imports go one way and in no circle, files and functions stay short, every rule is documented.
//! It runs nothing of the program.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::string_slice,
    reason = "a test may fail loudly, and print what it has found"
)]

mod circles;
mod core;
mod facts;
mod imports;
mod lists;
mod marks;
mod reader;
mod rules;
mod sizes;
mod skeleton;
mod sources;
mod tables;
mod trainer;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Fails where something is found that should not be there; the hint says what to do.
fn expect_none(found: &BTreeSet<String>, hint: &str) {
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert!(found.is_empty(), "{hint}:\n{}", found.join("\n"));
}

/// All Rust files below a folder, in order.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
