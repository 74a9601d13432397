//! Which rules run, at which level, with which options. It does not know how that was configured.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::rules::finding::Level;
use crate::rules::option::{OptionType, OptionValue, OptionValues, RuleOption};
use crate::rules::rule::Rule;
use crate::rules::terms::Terms;

/// Which rules run and how. The default is every rule's own default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    levels: BTreeMap<&'static str, Option<Level>>,
    options: BTreeMap<&'static str, OptionValues>,
    /// Whether rules without a level of their own here are off.
    others_are_off: bool,
    /// Words that are right as they are, whatever a rule finds in them.
    words: BTreeSet<String>,
    /// The newsroom's own list of words.
    terms: Arc<Terms>,
}

impl Settings {
    /// The level of a rule; `None` where it is off.
    #[must_use]
    pub fn level(&self, rule: &Rule) -> Option<Level> {
        match self.levels.get(rule.code) {
            Some(level) => *level,
            None if self.others_are_off => None,
            None => rule.default_level(),
        }
    }

    /// Sets the level of a rule; `None` turns it off.
    pub fn set_level(&mut self, rule: &Rule, level: Option<Level>) {
        self.levels.insert(rule.code, level);
    }

    /// Turns off every rule but these, which run at the level they have, or at their own if they were off.
    pub fn select<'a>(&mut self, rules: impl IntoIterator<Item = &'a Rule>) {
        let level = |rule: &Rule| Some(self.level(rule).unwrap_or(rule.level));
        self.levels = rules.into_iter().map(|rule| (rule.code, level(rule))).collect();
        self.others_are_off = true;
    }

    /// Has words known that are right as they are.
    pub fn know(&mut self, words: impl IntoIterator<Item = String>) {
        self.words.extend(words);
    }

    /// Whether there are any such words.
    #[must_use]
    pub fn knows_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// Whether these words are right as they are.
    #[must_use]
    pub fn knows(&self, words: &str) -> bool {
        self.words.contains(words)
    }

    /// The newsroom's own list of words.
    #[must_use]
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Sets the newsroom's own list of words.
    pub fn set_terms(&mut self, terms: Arc<Terms>) {
        self.terms = terms;
    }

    /// The options that are set for a rule.
    #[must_use]
    pub fn options(&self, rule: &Rule) -> Option<&OptionValues> {
        self.options.get(rule.code)
    }

    /// Sets an option of a rule by name. Returns whether the rule has an option by this name that takes such a value;
    /// if not, nothing is changed.
    #[must_use]
    pub fn set_option(&mut self, rule: &Rule, name: &str, value: OptionValue) -> bool {
        let option = rule.options.iter().find(|option| option.name() == name);
        let Some(option) = option.filter(|option| option.kind().accepts(&value)) else {
            return false;
        };
        self.options.entry(rule.code).or_default().insert(option.name(), value);
        true
    }

    /// The value of a rule's option.
    #[must_use]
    pub fn option<T: OptionType>(&self, rule: &Rule, option: &RuleOption<T>) -> T::Read<'_> {
        let set = self.options(rule).and_then(|options| options.get(option.name));
        option.default.read(set)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::find;

    #[test]
    fn a_level_can_be_set_and_taken_away() {
        let [rule, other] = ["doubled-word", "stale-future"].map(|code| find(code).unwrap());
        let mut settings = Settings::default();
        assert_eq!(settings.level(rule), Some(Level::Warning));
        settings.set_level(rule, Some(Level::Hint));
        assert_eq!(settings.level(rule), Some(Level::Hint));
        settings.set_level(rule, None);
        assert_eq!(settings.level(rule), None);
        settings.select([rule]);
        assert_eq!(
            (settings.level(rule), settings.level(other)),
            (Some(Level::Warning), None)
        );
    }

    #[test]
    fn an_option_takes_its_own_kind_of_value_only() {
        let rule = find("unattributed-quote").unwrap();
        let mut settings = Settings::default();
        assert!(!settings.set_option(rule, "min-words", OptionValue::Switch(true)));
        assert!(!settings.set_option(rule, "minwords", OptionValue::Count(9)));
        assert_eq!(settings, Settings::default());
        assert!(settings.set_option(rule, "min-words", OptionValue::Count(9)));
        assert_eq!(settings.options(rule).unwrap()["min-words"], OptionValue::Count(9));
    }
}
