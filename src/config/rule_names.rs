//! What a name of a rule or a category stands for. It sets nothing.

use crate::config::problem::suggestion;
use crate::rules::{RULES, Rule};

/// The rules that a name means: a rule, the rules of a category, or, with “all”, every rule.
#[must_use]
pub fn rules_named(name: &str) -> Vec<&'static Rule> {
    RULES
        .iter()
        .copied()
        .filter(|rule| rule.code == name || rule.category.name() == name || name == "all")
        .collect()
}

/// “unknown rule …” with the name that was probably meant.
#[must_use]
pub fn unknown_rule(code: &str) -> String {
    let categories = RULES.iter().map(|rule| rule.category.name());
    let hint = suggestion(code, RULES.iter().map(|rule| rule.code).chain(categories));
    format!("unknown rule “{code}”{hint}")
}
