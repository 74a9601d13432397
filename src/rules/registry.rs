//! The only list of rules: documentation, configuration and completions are made from it. It runs no rule.

use std::collections::BTreeMap;

use crate::rules::{self, Context, Finding, Level};

/// The rules, by code. A rule that is not listed here does not exist.
pub static RULES: [&Rule; 15] = [
    &rules::actor_mismatch::RULE,
    &rules::altered_quote::RULE,
    &rules::ambiguous_pronoun::RULE,
    &rules::caption_in_body::RULE,
    &rules::doubled_word::RULE,
    &rules::impossible_date::RULE,
    &rules::name_variant::RULE,
    &rules::redundant_day::RULE,
    &rules::relative_day::RULE,
    &rules::stale_future::RULE,
    &rules::surname_before_full_name::RULE,
    &rules::title_conflict::RULE,
    &rules::unattributed_quote::RULE,
    &rules::unclosed_quote::RULE,
    &rules::weekday_mismatch::RULE,
];

/// What is known of a rule beside what it finds.
#[derive(Debug)]
pub struct Rule {
    /// The stable code ("doubled-word"); it names the offence.
    pub code: &'static str,
    /// One line for lists: what it flags.
    pub summary: &'static str,
    /// What the rule is about.
    pub category: Category,
    /// The level it has where nothing else is set; `None` is off.
    pub level: Option<Level>,
    /// The version that brought it.
    pub since: &'static str,
    /// Its options.
    pub options: &'static [RuleOption],
    /// The source file of the rule; its doc comment is the rule's page.
    pub(in crate::rules) file: &'static str,
    /// Adds what the rule finds; code and level are filled in by the caller.
    pub(in crate::rules) check: fn(&Context<'_>, &mut Vec<Finding>),
}

impl Rule {
    /// The rule's page in Markdown: what it flags, why it matters, examples, when it is wrong, options.
    #[must_use]
    pub fn page(&self) -> String {
        let mut page = String::new();
        for line in self.file.lines().map_while(|line| line.strip_prefix("//!")) {
            page.push_str(line.strip_prefix(' ').unwrap_or(line));
            page.push('\n');
        }
        page
    }
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Category {
    Attribution,
    Names,
    Quotes,
    Structure,
    Style,
    Time,
}

impl Category {
    /// The name used in documentation and lists.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Category::Attribution => "attribution",
            Category::Names => "names",
            Category::Quotes => "quotes",
            Category::Structure => "structure",
            Category::Style => "style",
            Category::Time => "time",
        }
    }
}

/// An option of a rule: a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleOption {
    /// The name, as in the configuration ("min-words").
    pub name: &'static str,
    /// The value where nothing else is set.
    pub default: usize,
    /// One sentence: what it does.
    pub summary: &'static str,
}

/// The rule with this code.
#[must_use]
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// Which rules run, at which level, with which options. The default is every rule's own default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    levels: BTreeMap<&'static str, Option<Level>>,
    options: BTreeMap<(&'static str, &'static str), usize>,
}

impl Settings {
    /// The level of a rule; `None` where it is off, or where there is no such rule.
    #[must_use]
    pub fn level(&self, code: &str) -> Option<Level> {
        match self.levels.get(code) {
            Some(level) => *level,
            None => find(code)?.level,
        }
    }

    /// Sets the level of a rule; `None` turns it off.
    ///
    /// # Errors
    /// Where there is no such rule.
    pub fn set_level(&mut self, code: &str, level: Option<Level>) -> Result<(), UnknownRule> {
        let rule = known(code)?;
        self.levels.insert(rule.code, level);
        Ok(())
    }

    /// Turns every rule off but these, which run at the level they have, or as a warning if they were off.
    ///
    /// # Errors
    /// Where there is no such rule; nothing is then changed.
    pub fn select<'a>(&mut self, codes: impl IntoIterator<Item = &'a str>) -> Result<(), UnknownRule> {
        let mut levels: BTreeMap<_, _> = RULES.iter().map(|rule| (rule.code, None)).collect();
        for code in codes {
            let rule = known(code)?;
            levels.insert(rule.code, Some(self.level(rule.code).unwrap_or(Level::Warning)));
        }
        self.levels = levels;
        Ok(())
    }

    /// The value of a rule's option; 0 where there is no such option.
    #[must_use]
    pub fn option(&self, code: &str, name: &str) -> usize {
        let default = || {
            let option = find(code)?.options.iter().find(|option| option.name == name)?;
            Some(option.default)
        };
        let set = RULES.iter().find(|rule| rule.code == code).and_then(|rule| {
            let option = rule.options.iter().find(|option| option.name == name)?;
            self.options.get(&(rule.code, option.name)).copied()
        });
        set.or_else(default).unwrap_or(0)
    }

    /// Sets an option of a rule.
    ///
    /// # Errors
    /// Where there is no such rule, or the rule has no such option.
    pub fn set_option(&mut self, code: &str, name: &str, value: usize) -> Result<(), UnknownOption> {
        let rule = known(code).map_err(UnknownOption::Rule)?;
        let option = rule
            .options
            .iter()
            .find(|option| option.name == name)
            .ok_or_else(|| UnknownOption::Option {
                rule: rule.code,
                name: name.to_owned(),
                known: rule.options.iter().map(|option| option.name).collect(),
            })?;
        self.options.insert((rule.code, option.name), value);
        Ok(())
    }
}

fn known(code: &str) -> Result<&'static Rule, UnknownRule> {
    find(code).ok_or_else(|| UnknownRule {
        code: code.to_owned(),
        known: RULES.iter().map(|rule| rule.code).collect(),
    })
}

/// There is no rule with this code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule “{code}”; the rules are {}", known.join(", "))]
pub struct UnknownRule {
    /// The code that was asked for.
    pub code: String,
    /// The codes there are.
    pub known: Vec<&'static str>,
}

/// There is no such option.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnknownOption {
    /// There is no such rule.
    #[error(transparent)]
    Rule(UnknownRule),
    /// The rule has no option of this name.
    #[error("“{rule}” has no option “{name}”{}", options_of(known))]
    Option {
        /// The rule's code.
        rule: &'static str,
        /// The name that was asked for.
        name: String,
        /// The options it has.
        known: Vec<&'static str>,
    },
}

fn options_of(known: &[&'static str]) -> String {
    if known.is_empty() {
        "; it has none".to_owned()
    } else {
        format!("; it has {}", known.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_order_and_name_no_rule_twice() {
        assert!(RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
    }

    #[test]
    fn a_level_can_be_set_and_taken_away() {
        let mut settings = Settings::default();
        assert_eq!(settings.level("doubled-word"), Some(Level::Warning));
        settings.set_level("doubled-word", Some(Level::Hint)).unwrap();
        assert_eq!(settings.level("doubled-word"), Some(Level::Hint));
        settings.set_level("doubled-word", None).unwrap();
        assert_eq!(settings.level("doubled-word"), None);
        settings.select(["doubled-word"]).unwrap();
        assert_eq!(settings.level("doubled-word"), Some(Level::Warning));
    }

    #[test]
    fn an_unknown_rule_is_told_with_the_known_ones() {
        let mut settings = Settings::default();
        let error = settings.set_level("double-word", None).unwrap_err();
        assert!(error.known.contains(&"doubled-word"));
        assert!(
            error
                .to_string()
                .starts_with("there is no rule “double-word”; the rules are ")
        );
        assert!(settings.select(["nonsense"]).is_err());
        assert_eq!(settings, Settings::default());
    }
}
