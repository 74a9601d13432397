//! `docs/schema/` is what `copydesk schema` prints, and the settings of VS Code list the rules that the schema has.

use std::fmt::Write;

use copydesk::rules::Level;
use copydesk::{cli, config, rules};
use serde_json::Value;

use crate::{compare, root};

#[test]
fn the_published_schemas_are_up_to_date() {
    let folder = root().join("docs/schema");
    let stale: Vec<String> = [
        ("actors.schema.json", config::actors_schema()),
        ("copydesk.schema.json", config::config_schema()),
        ("extract.schema.json", cli::extract_schema()),
        ("extract-input.schema.json", cli::extract_input_schema()),
        ("people.schema.json", cli::people_schema()),
        ("people-links.schema.json", cli::people_links_schema()),
    ]
    .into_iter()
    .filter_map(|(name, text)| compare(folder.join(name), &text).err())
    .collect();
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

/// The lines of `editors/vscode/package.json` between which the rules are.
const RULES: (&str, &str) = (
    "\"markdownDescription\": \"%setting.rules%\",\n            \"properties\": {\n",
    "\n            }",
);

#[test]
fn the_settings_of_vs_code_list_the_rules() {
    let path = root().join("editors/vscode/package.json");
    let manifest = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = manifest.split_once(RULES.0).expect("package.json has a form for rules");
    let (_, after) = rest.split_once(RULES.1).expect("the form for rules ends");
    let wanted = [before, RULES.0, &form(), RULES.1, after].concat();
    compare(path, &wanted).unwrap();
}

/// A choice of a level for each rule, then for each category.
fn form() -> String {
    let schema: Value = serde_json::from_str(&config::config_schema()).unwrap();
    let known = schema["properties"]["rules"]["properties"].as_object().unwrap();
    let (rules, categories): (Vec<_>, Vec<_>) = known.iter().partition(|(name, _)| rules::find(name).is_some());
    let levels = std::iter::once("off").chain(Level::ALL.map(Level::name));
    let levels: Vec<String> = levels.map(|level| format!("                  \"{level}\"")).collect();
    let mut form = String::new();
    for (name, value) in rules.into_iter().chain(categories) {
        let comma = if form.is_empty() { "" } else { ",\n" };
        write!(
            form,
            "{comma}              \"{name}\": {{\n                \"type\": \"string\",\n                \"enum\": [\n{}\n                \
             ],\n                \"description\": {}\n              }}",
            levels.join(",\n"),
            value["description"]
        )
        .unwrap();
    }
    form
}
