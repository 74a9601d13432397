//! A rule is five touches: its file, its name in the list, a spec, the pages, a line in the changelog.

use copydesk::rules::RULES;

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
