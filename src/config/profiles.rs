//! House styles as data: which rules a newsroom that writes by a style guide begins with. It decides nothing about drafts.

use std::collections::BTreeMap;

use crate::analysis::Locale;
use crate::config::options::{OptionValue, RuleOptions};
use crate::text::table;

/// One thing that a profile sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileRow {
    /// The rule; “locale” for the key of that name.
    pub rule: &'static str,
    /// “level”, or an option of the rule.
    pub key: &'static str,
    /// The value as it would be written in a configuration.
    pub value: &'static str,
    /// Why, in the words of a style guide.
    pub why: &'static str,
}

const NAMES: [&str; 6] = ["default", "ap", "reuters", "guardian", "bbc", "plain"];

/// All profiles.
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.into_iter()
}

/// Whether there is a profile of this name.
pub fn is_known(name: &str) -> bool {
    NAMES.contains(&name)
}

/// What a profile sets, in the order of the table.
pub fn rows_of(profile: &str) -> impl Iterator<Item = ProfileRow> {
    table::rows::<5>(include_str!("data/profiles.tsv"))
        .filter(move |[name, ..]| *name == profile)
        .map(|[_, rule, key, value, why]| ProfileRow { rule, key, value, why })
}

/// Which English a profile writes dates in.
pub fn locale_of(profile: &str) -> Option<Locale> {
    rows_of(profile)
        .find(|row| row.rule == "locale")
        .and_then(|row| Locale::from_name(row.value))
}

/// What a profile says about rules, as if it were written in a configuration on this line.
pub fn rules_of(profile: &str, line: usize) -> BTreeMap<String, RuleOptions> {
    let mut rules: BTreeMap<String, RuleOptions> = BTreeMap::new();
    for row in rows_of(profile).filter(|row| row.rule != "locale") {
        let rule = rules.entry(row.rule.to_owned()).or_default();
        rule.line = line;
        if row.key == "level" {
            rule.level = Some(row.value.to_owned());
        } else {
            rule.options.insert(row.key.to_owned(), (line, value_of(row.value)));
        }
    }
    rules
}

fn value_of(written: &str) -> OptionValue {
    match (written, written.parse()) {
        ("true", _) => OptionValue::Boolean(true),
        ("false", _) => OptionValue::Boolean(false),
        (_, Ok(number)) => OptionValue::Integer(number),
        _ => OptionValue::Text(written.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::table;

    #[test]
    fn every_row_is_of_a_profile() {
        for [profile, ..] in table::rows::<5>(include_str!("data/profiles.tsv")) {
            assert!(is_known(profile), "{profile}");
        }
        assert_eq!(rows_of("default").count(), 0);
        assert_eq!(locale_of("bbc"), Some(Locale::British));
        assert_eq!(
            rules_of("ap", 1)["running-quote-marks"].level.as_deref(),
            Some("warning")
        );
    }
}
