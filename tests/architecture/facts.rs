//! A rule asks for facts and does not find them: it does not look at the words of a draft, its blocks or its front matter.

use std::collections::BTreeSet;

use crate::{expect_none, root, rust_files};

/// What only a search for facts looks at.
const SEARCHES: [&str; 4] = [".language.", ".facts.language;", "markup.blocks", "front.fields"];

/// Files of `src/rules` that may, each with its reason. A new fact belongs in `analysis` (see CONTRIBUTING).
const MAY: [(&str, &str); 2] = [
    ("context.rs", "it hands the blocks and their facts to all rules"),
    (
        "shared/narration.rs",
        "whether a word is written small anywhere is asked of what the last check kept of each block, which facts do not know of",
    ),
];

#[test]
fn no_rule_finds_facts() {
    let rules = root().join("src/rules");
    let searching: BTreeSet<String> = rust_files(&rules)
        .iter()
        .filter(|file| {
            let text = std::fs::read_to_string(file).unwrap();
            let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
            let lines = shipped.lines().map(str::trim);
            let code: String = lines.filter(|line| !line.starts_with("//")).collect();
            SEARCHES.iter().any(|search| code.contains(search))
        })
        .map(|file| file.strip_prefix(&rules).unwrap().to_string_lossy().replace('\\', "/"))
        // What is kept is compared, not searched.
        .filter(|name| !name.starts_with("suppression/") && !name.starts_with("kept/") && name != "testing.rs")
        .collect();
    let may: BTreeSet<String> = MAY.map(|(file, _)| file.to_owned()).into();
    let more = searching.difference(&may).cloned().collect();
    expect_none(&more, "find the fact in `analysis` and let the rule ask for it");
    let less = may.difference(&searching).cloned().collect();
    expect_none(&less, "take from the list what no longer looks at words");
}
