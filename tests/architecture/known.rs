//! What `known.txt` lists: places that break what the tests beside it ask for. The list may only become shorter.

use std::collections::BTreeSet;

use crate::root;

/// Fails where something is found that the list has not under this heading, and where it has something that is gone.
pub fn compare(heading: &str, found: &BTreeSet<String>, hint: &str) {
    let list = std::fs::read_to_string(root().join("tests/architecture/known.txt")).unwrap();
    let known: BTreeSet<String> = list
        .lines()
        .filter_map(|line| Some(line.strip_prefix(heading)?.strip_prefix(": ")?.to_owned()))
        .collect();
    let new: Vec<String> = found.difference(&known).map(|it| format!("new: {it}")).collect();
    let gone: Vec<String> = (known.difference(found))
        .map(|it| format!("no longer so, take it out of tests/architecture/known.txt: {heading}: {it}"))
        .collect();
    if std::env::var_os("COPYDESK_KNOWN").is_some() {
        // What the list should hold; the harness has begun a line.
        println!();
        for it in found {
            println!("{heading}: {it}");
        }
    }
    assert!(
        new.is_empty() && gone.is_empty(),
        "{hint}\n{}\n{}",
        new.join("\n"),
        gone.join("\n")
    );
}
