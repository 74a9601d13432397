//! A rule asks for facts and does not find them: it does not look at the words of a draft, its blocks or its front matter.

use std::collections::BTreeSet;

use crate::{expect_none, root, rust_files};

/// What only a search for facts looks at.
const SEARCHES: [&str; 4] = [".language.", ".facts.language;", "markup.blocks", "front.fields"];

/// Files of `src/rules` that may: the questions that all rules ask, and what is left. It may become shorter, not longer: a new
/// fact belongs in `analysis` (see CONTRIBUTING).
const MAY: [&str; 9] = [
    "all/actor_mismatch.rs",
    "all/caption_in_body.rs",
    "all/relative_day.rs",
    "all/surname_before_full_name.rs",
    "all/title_conflict.rs",
    "all/unclosed_quote.rs",
    "context.rs",
    "shared/narration.rs",
    "shared/places.rs",
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
    let may: BTreeSet<String> = MAY.map(str::to_owned).into();
    let more = searching.difference(&may).cloned().collect();
    expect_none(&more, "find the fact in `analysis` and let the rule ask for it");
    let less = may.difference(&searching).cloned().collect();
    expect_none(&less, "take from the list what no longer looks at words");
}
