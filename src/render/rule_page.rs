//! The page of a rule as a document. What it says is written in the rule's file.

use crate::rules::{Level, Rule};

/// The page of a rule in Markdown, under its name.
#[must_use]
pub fn rule_page(rule: &Rule) -> String {
    let level = rule.default_level().map_or("off", Level::name);
    format!(
        "# {}\n\n*{}, {level} by default, since {}*\n\n{}\n",
        rule.code,
        rule.category.name(),
        rule.since,
        rule.page().trim_end()
    )
}
