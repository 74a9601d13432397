//! A rule is five touches: its file, its name in the list, a spec, the pages, a line in the changelog.

use copydesk::rules::{RULES, Scope};

use crate::root;

#[test]
fn every_rule_has_its_file_spec_page_and_line_in_the_changelog() {
    let changelog = std::fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    let mut missing = Vec::new();
    for rule in RULES {
        let files = [
            format!("src/rules/all/{}.rs", rule.code.replace('-', "_")),
            format!("tests/drafts/{}.md", rule.code),
            format!("docs/rules/{}.md", rule.code),
        ];
        missing.extend(files.into_iter().filter(|file| !root().join(file).is_file()));
        if !changelog.contains(&format!("`{}`", rule.code)) {
            missing.push(format!("a line on `{}` in CHANGELOG.md", rule.code));
        }
    }
    assert!(missing.is_empty(), "missing: {}", missing.join(", "));
}

#[test]
fn every_file_of_a_rule_is_in_the_list() {
    for entry in std::fs::read_dir(root().join("src/rules/all")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            ["mod", "for_rustfmt"].contains(&name.as_str()) || copydesk::rules::find(&name.replace('_', "-")).is_some(),
            "src/rules/all/{name}.rs is not in the list of src/rules/all/mod.rs"
        );
    }
}

/// What a rule on blocks may ask of the draft as a whole: it is compared before what such a rule found is kept.
const SHARED: [&str; 4] = ["anchor", "interview", "is_live", "locale"];

/// What only rules on drafts may ask.
const OF_DRAFTS: [&str; 8] = [
    "context.markup",
    "context.blocks",
    "context.names",
    "context.register",
    "context.lead()",
    "context.line_break()",
    "context.word_count(",
    "is_written_small",
];

#[test]
fn a_rule_on_blocks_looks_at_one_block_at_a_time() {
    let mut wrong = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.scope == Scope::Block) {
        let file = format!("src/rules/all/{}.rs", rule.code.replace('-', "_"));
        let text = std::fs::read_to_string(root().join(&file)).unwrap();
        let code: String = text.split("#[cfg(test)]").next().unwrap().split_whitespace().collect();
        let mut asked = code.split("context.facts").skip(1);
        if !asked.all(|rest| SHARED.iter().any(|fact| rest.starts_with(&format!(".{fact}")))) {
            wrong.push(format!("{file} asks for facts of the draft"));
        }
        let others = OF_DRAFTS.iter().filter(|question| code.contains(**question));
        wrong.extend(others.map(|question| format!("{file} asks for {question}")));
    }
    assert!(wrong.is_empty(), "use Scope::Draft: {}", wrong.join(", "));
}
