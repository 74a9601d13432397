//! No file of `src` takes something from a file that, directly or over others, takes something from it.
//!
//! Lines with `mod` and re-exports (`pub use`) are not imports, and an import is counted for the file that defines the
//! item.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::expect_none;
use crate::sources::{SOURCES, Sources};

#[test]
fn no_file_imports_in_a_circle() {
    let sources = &*SOURCES;
    let circles = circles(sources);
    let found = circles.iter().map(|circle| names(sources, circle).join(" ")).collect();
    let list = "see `cargo test --test architecture -- --ignored --nocapture circles::list` for the lines that make it";
    expect_none(&found, list);
}

/// Prints all circles with the lines that make them:
/// `cargo test --test architecture -- --ignored --nocapture circles::list`.
#[test]
#[ignore = "prints a list"]
fn list() {
    let sources = &*SOURCES;
    for circle in circles(sources) {
        println!("{}", report(sources, &circle));
    }
}

#[test]
fn a_circle_is_seen_over_a_re_export_and_a_way_back_through_a_module() {
    let sources = &Sources::of(
        [
            ("lib.rs", "pub mod names;"),
            (
                "names/mod.rs",
                "pub mod parts;\nmod types;\npub use types::Name;\npub fn all() { parts::split() }",
            ),
            ("names/types.rs", "pub struct Name;"),
            (
                "names/parts.rs",
                "use crate::names::Name;\npub fn split() { super::all() }\n#[cfg(test)]\nmod tests { use crate::tail::Tail; }",
            ),
            ("tail.rs", "use crate::names::parts;\nfn f() { assert!(parts::split()) }"),
        ]
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.to_owned())),
    );
    let circles = circles(sources);
    assert_eq!(circles.len(), 1);
    assert_eq!(
        report(sources, &circles[0]),
        "2 files: names/mod.rs, names/parts.rs\n  names/mod.rs takes split (4) from names/parts.rs\n  \
         names/parts.rs takes all (2) from names/mod.rs\n"
    );
    let tail = sources.files.iter().find(|file| file.name == "tail.rs").unwrap();
    let from: Vec<&str> = (tail.imports.iter())
        .map(|import| sources.files[import.from].name.as_str())
        .collect();
    assert_eq!(from, ["names/parts.rs"]);
}

/// The circles, each with its files in order.
fn circles(sources: &Sources) -> Vec<Vec<usize>> {
    let reached: Vec<BTreeSet<usize>> = (0..sources.files.len()).map(|file| reach(sources, file)).collect();
    let mut circles: Vec<Vec<usize>> = (0..sources.files.len())
        .filter(|file| reached[*file].contains(file))
        .map(|file| {
            let back = |other: &&usize| reached[**other].contains(&file);
            reached[file].iter().filter(back).copied().collect()
        })
        .collect();
    circles.sort();
    circles.dedup();
    circles
}

/// The files that a file imports from, directly or over others.
fn reach(sources: &Sources, file: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        let next = sources.files[file].imports.iter().map(|import| import.from);
        open.extend(next.filter(|next| reached.insert(*next)));
    }
    reached
}

fn names<'a>(sources: &'a Sources, circle: &[usize]) -> Vec<&'a str> {
    circle.iter().map(|file| sources.files[*file].name.as_str()).collect()
}

/// The files of a circle, and below each what it takes from the others with the first line of each.
fn report(sources: &Sources, circle: &[usize]) -> String {
    let names = names(sources, circle);
    let mut report = format!("{} files: {}\n", names.len(), names.join(", "));
    for (name, file) in names.iter().zip(circle) {
        for (other, from) in names.iter().zip(circle) {
            let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
            for import in (sources.files[*file].imports.iter()).filter(|import| import.from == *from) {
                let what = import.what.rsplit("::").next().unwrap_or("");
                let line = taken.entry(what).or_insert(import.line);
                *line = import.line.min(*line);
            }
            if !taken.is_empty() {
                let taken: Vec<String> = taken.iter().map(|(what, line)| format!("{what} ({line})")).collect();
                let _ = writeln!(report, "  {name} takes {} from {other}", taken.join(", "));
            }
        }
    }
    report
}
