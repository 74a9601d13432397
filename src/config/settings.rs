//! Settings as the program uses them, resolved from options. Nothing here knows how they were written.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::Locale;
use crate::analysis::register::Register;
use crate::config::actors::ActorsKey;
use crate::config::discovery::Found;
use crate::config::exclude::{self, Exclude};
use crate::config::options::{OptionValue as Written, Options, RuleOptions};
use crate::config::problem::{Problem, suggestion};
use crate::rules::{self, Level, OptionValue, RULES, Rule};

/// What a configuration means for the drafts below it.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The day that drafts are read against if they give none themselves.
    pub date: Option<Date>,
    /// Which English dates are written in; by the draft where nothing is chosen.
    pub locale: Option<Locale>,
    /// Which drafts are left out.
    pub exclude: Exclude,
    /// Which rules run and how.
    pub rules: Arc<rules::Settings>,
    /// The actor file that the configuration names.
    pub actors: Option<ActorsKey>,
    /// The actor file, where whoever resolved the settings has read it.
    pub register: Option<Arc<Register>>,
}

impl Settings {
    /// The settings of a configuration that was read, and what is wrong with it besides [`Found::problems`].
    /// What is right is used whatever else is wrong.
    #[must_use]
    pub fn resolve(found: &Found) -> (Self, Vec<Problem>) {
        let folder = found.path.parent().unwrap_or(Path::new(""));
        let options = &found.options;
        let mut problems = Vec::new();
        let (patterns, wrong) = Exclude::new(folder, &options.exclude);
        problems.extend(wrong.into_iter().map(|message| Problem {
            line: options.exclude_line,
            key: "exclude".to_owned(),
            message,
            is_error: true,
        }));
        if options.exclude.len() > exclude::MOST {
            let (count, most) = (options.exclude.len(), exclude::MOST);
            problems.push(Problem {
                line: options.exclude_line,
                key: "exclude".to_owned(),
                message: format!("“exclude” has {count} patterns, and only the first {most} count"),
                is_error: false,
            });
        }
        let settings = Self {
            date: options.date,
            locale: options.locale,
            exclude: patterns,
            rules: Arc::new(rule_settings(options, &mut problems)),
            actors: options.actors.clone().map(|named| ActorsKey {
                file: found.path.clone(),
                named,
                line: options.actors_line,
            }),
            register: None,
        };
        (settings, problems)
    }
}

/// All that is wrong with a configuration that was read, by line.
#[must_use]
pub fn problems_of(found: &Found) -> Vec<Problem> {
    let mut problems = found.problems.clone();
    problems.extend(Settings::resolve(found).1);
    problems.sort_by_key(|problem| problem.line);
    problems
}

/// “unknown rule …” with the name that was probably meant.
#[must_use]
pub fn unknown_rule(code: &str) -> String {
    let hint = suggestion(code, RULES.iter().map(|rule| rule.code));
    format!("unknown rule “{code}”{hint}")
}

fn rule_settings(options: &Options, problems: &mut Vec<Problem>) -> rules::Settings {
    let mut settings = rules::Settings::default();
    settings.know(options.words.iter().cloned());
    for (code, written) in &options.rules {
        let Some(rule) = rules::find(code) else {
            problems.push(Problem {
                line: written.line,
                key: format!("rules.{code}"),
                message: unknown_rule(code),
                is_error: false,
            });
            continue;
        };
        if let Some(level) = &written.level {
            // Anything but the name of a level was refused on reading; what is left is “off”.
            settings.set_level(rule, Level::from_name(level));
        }
        set_options(rule, written, &mut settings, problems);
    }
    settings
}

fn set_options(rule: &Rule, written: &RuleOptions, settings: &mut rules::Settings, problems: &mut Vec<Problem>) {
    for (name, (line, value)) in &written.options {
        let key = format!("rules.{}.{name}", rule.code);
        let mut tell = |message: String, is_error: bool| {
            let (line, key) = (*line, key.clone());
            problems.push(Problem {
                line,
                key,
                message,
                is_error,
            });
        };
        let Some(option) = rule.options.iter().find(|option| option.name() == name) else {
            let hint = suggestion(name, rule.options.iter().map(|option| option.name()).chain(["level"]));
            tell(format!("“{}” has no option “{name}”{hint}", rule.code), false);
            continue;
        };
        let is_set = value_of(value).is_some_and(|value| settings.set_option(rule, name, value));
        if !is_set {
            tell(format!("“{key}” must be {}", option.kind().wanted()), true);
        }
    }
}

/// A value as rules take it; `None` for a number below 0.
fn value_of(written: &Written) -> Option<OptionValue> {
    Some(match written {
        Written::Integer(number) => OptionValue::Count(usize::try_from(*number).ok()?),
        Written::Boolean(on) => OptionValue::Switch(*on),
        Written::Text(word) => OptionValue::Word(word.clone()),
        Written::List(words) => OptionValue::List(words.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(text: &str) -> (Settings, Vec<Problem>) {
        let (options, problems) = Options::read(text);
        assert_eq!(problems, []);
        let path = Path::new("/desk/copydesk.toml").to_owned();
        Settings::resolve(&Found {
            path,
            options,
            problems,
        })
    }

    fn level_of(settings: &Settings, code: &str) -> Option<Level> {
        settings.rules.level(rules::find(code).unwrap())
    }

    #[test]
    fn levels_reach_the_rules() {
        for (level, expected) in [
            ("off", None),
            ("hint", Some(Level::Hint)),
            ("error", Some(Level::Error)),
        ] {
            for text in [
                "[rules]\ndoubled-word = \"LEVEL\"\n",
                "[rules.doubled-word]\nlevel = \"LEVEL\"\n",
            ] {
                let (settings, problems) = resolved(&text.replace("LEVEL", level));
                assert_eq!(problems, []);
                assert_eq!(level_of(&settings, "doubled-word"), expected);
            }
        }
    }

    #[test]
    fn levels_and_options_reach_the_rules() {
        let text = "[rules]\ndoubled-word = \"off\"\nunclosed-quote = \"hint\"\n\n\
                    [rules.unattributed-quote]\nlevel = \"error\"\nmin-words = 9\n";
        let (settings, problems) = resolved(text);
        assert_eq!(problems, []);
        assert_eq!(level_of(&settings, "doubled-word"), None);
        assert_eq!(level_of(&settings, "unclosed-quote"), Some(Level::Hint));
        assert_eq!(level_of(&settings, "unattributed-quote"), Some(Level::Error));
        let options = settings.rules.options(rules::find("unattributed-quote").unwrap());
        assert_eq!(options.unwrap()["min-words"], OptionValue::Count(9));
        assert_eq!(
            level_of(&settings, "caption-in-body"),
            level_of(&Settings::default(), "caption-in-body")
        );
    }

    #[test]
    fn unknown_rules_and_options_are_warnings_with_a_suggestion() {
        let text = "[rules]\ndouble-word = \"off\"\n[rules.unattributed-quote]\nminwords = 9\n";
        let (settings, problems) = resolved(text);
        assert_eq!(*settings.rules, rules::Settings::default());
        let told: Vec<_> = problems
            .iter()
            .map(|problem| (problem.line, problem.is_error, problem.message.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (2, false, "unknown rule “double-word”; did you mean “doubled-word”?"),
                (
                    4,
                    false,
                    "“unattributed-quote” has no option “minwords”; did you mean “min-words”?"
                ),
            ]
        );
    }

    #[test]
    fn an_option_of_the_wrong_kind_is_an_error() {
        for value in ["-1", "\"six\"", "true", "[\"six\"]"] {
            let (_, problems) = resolved(&format!("[rules.unattributed-quote]\nmin-words = {value}\n"));
            let [problem] = problems.as_slice() else {
                panic!("{value}: {problems:?}")
            };
            assert!(problem.is_error);
            assert_eq!(
                problem.message,
                "“rules.unattributed-quote.min-words” must be a whole number, 0 or more"
            );
        }
        let (_, problems) = resolved("[rules.relative-day]\ntoday = 1\n");
        assert_eq!(problems[0].message, "“rules.relative-day.today” must be true or false");
    }
}
