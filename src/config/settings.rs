//! Settings as the program uses them, resolved from options. Nothing here knows how they were written.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::analysis::Locale;
use crate::analysis::publication::Publication;
use crate::analysis::register::Register;
use crate::config::actors::ActorsKey;
use crate::config::discovery::Found;
use crate::config::exclude::{self, Exclude};
use crate::config::notes::NotesKey;
use crate::config::options::{OptionValue as Written, RuleOptions};
use crate::config::problem::{Problem, suggestion};
use crate::config::profiles;
use crate::config::rule_names::{rules_named, unknown_rule};
use crate::config::terms::terms_of;
use crate::rules::{self, Level, OptionValue, Rule, Terms};

/// What a configuration means for the drafts below it.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// The notes that the configuration names.
    pub notes: Option<NotesKey>,
    /// Where the newsroom is.
    pub timezone: Option<TimeZone>,
    /// The newsroom's own names.
    pub publication: Arc<Publication>,
    /// What is different for some drafts; of two that fit, the later one counts.
    overrides: Vec<Override>,
    /// The actor file, where whoever resolved the settings has read it.
    pub register: Option<Arc<Register>>,
}

/// What is different for some drafts.
#[derive(Clone, Debug, PartialEq)]
struct Override {
    paths: Exclude,
    rules: BTreeMap<String, RuleOptions>,
}

impl Settings {
    /// The settings of a configuration that was read, and what is wrong with it besides [`Found::problems`].
    /// What is right is used whatever else is wrong.
    #[must_use]
    pub fn resolve(found: &Found) -> (Self, Vec<Problem>) {
        let (mut settings, mut problems) = match &found.base {
            // What is wrong with the other file was said when it was read, or is said of it alone.
            Some(base) => (Self::resolve(base).0, Vec::new()),
            None => (Self::default(), Vec::new()),
        };
        let folder = found.path.parent().unwrap_or(Path::new(""));
        let options = &found.options;
        settings.date = options.date.or(settings.date);
        settings.timezone = options.timezone.clone().or(settings.timezone);
        if !options.publication.is_empty() {
            let known = Arc::unwrap_or_clone(settings.publication);
            settings.publication = Arc::new(known.and(&options.publication));
        }
        if let Some(actors) = &options.actors {
            settings.actors = Some(ActorsKey {
                file: found.path.clone(),
                named: actors.clone(),
                line: options.actors_line,
            });
        }
        if !options.notes.is_empty() {
            settings.notes = Some(NotesKey {
                file: found.path.clone(),
                named: options.notes.clone(),
            });
        }
        if !options.exclude.is_empty() {
            let exclude = patterns(folder, "exclude", &options.exclude, options.exclude_line, &mut problems);
            settings.exclude = exclude.and(settings.exclude);
        }
        let mut rules = (*settings.rules).clone();
        rules.know(options.words.iter().cloned());
        if !options.terms.is_empty() {
            let terms = terms_of(rules.terms().list().to_vec(), &options.terms, &mut problems);
            rules.set_terms(Arc::new(Terms::new(terms)));
        }
        if let Some((line, profile)) = &options.profile {
            settings.locale = profiles::locale_of(profile).or(settings.locale);
            set_rules(&profiles::rules_of(profile, *line), &mut rules, &mut problems);
        }
        settings.locale = options.locale.or(settings.locale);
        set_rules(&options.rules, &mut rules, &mut problems);
        for one in &options.overrides {
            let paths = patterns(folder, "overrides.paths", &one.paths, one.line, &mut problems);
            // Once for its mistakes: it is used where a draft asks for it.
            set_rules(&one.rules, &mut rules.clone(), &mut problems);
            let rules = one.rules.clone();
            settings.overrides.push(Override { paths, rules });
        }
        settings.rules = Arc::new(rules);
        (settings, problems)
    }

    /// Which rules run for a draft and how: those of the configuration, with what it says about drafts like this one on top.
    ///
    /// The first question compiles the patterns, which takes up to some tenths of a second.
    #[must_use]
    pub fn rules_for(&self, draft: &Path) -> Arc<rules::Settings> {
        let mut fitting = self.overrides.iter().filter(|one| one.paths.matches(draft)).peekable();
        if fitting.peek().is_none() {
            return Arc::clone(&self.rules);
        }
        let mut rules = (*self.rules).clone();
        for one in fitting {
            set_rules(&one.rules, &mut rules, &mut Vec::new());
        }
        Arc::new(rules)
    }
}

/// Patterns of a configuration in `folder`; those that are none are reported.
fn patterns(folder: &Path, key: &str, written: &[String], line: usize, problems: &mut Vec<Problem>) -> Exclude {
    let (patterns, wrong) = Exclude::new(folder, written);
    problems.extend(wrong.into_iter().map(|error| {
        let message = format!("“{key}” has a pattern that cannot be read: {error}");
        Problem::new(line, key, message, true)
    }));
    let (count, most) = (written.len(), exclude::MOST);
    if count > most {
        let message = format!("“{key}” has {count} patterns; only the first {most} are used");
        problems.push(Problem::new(line, key, message, false));
    }
    patterns
}

/// All that is wrong with a configuration that was read, by line.
#[must_use]
pub fn problems_of(found: &Found) -> Vec<Problem> {
    let mut problems = found.problems.clone();
    problems.extend(Settings::resolve(found).1);
    problems.sort_by_key(|problem| problem.line);
    problems
}

/// Sets rules as they are written: categories first, so that what is said of a rule counts whatever its name.
fn set_rules(written: &BTreeMap<String, RuleOptions>, settings: &mut rules::Settings, problems: &mut Vec<Problem>) {
    let (rules, others): (Vec<_>, Vec<_>) = written.iter().partition(|(code, _)| rules::find(code).is_some());
    for (name, written) in others {
        let named = rules_named(name);
        if named.is_empty() {
            problems.push(Problem {
                line: written.line,
                key: format!("rules.{name}"),
                message: unknown_rule(name),
                is_error: false,
            });
        }
        if let Some(level) = &written.level {
            // A rule that is off is turned on by its own name only.
            for rule in named
                .into_iter()
                .filter(|rule| settings.level(rule).is_some())
                .collect::<Vec<_>>()
            {
                settings.set_level(rule, Level::from_name(level));
            }
        }
    }
    for (code, written) in rules {
        let Some(rule) = rules::find(code) else { continue };
        if let Some(level) = &written.level {
            // Anything but the name of a level was refused on reading; what is left is “off”.
            settings.set_level(rule, Level::from_name(level));
        }
        set_options(rule, written, settings, problems);
    }
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
    use crate::config::options::Options;

    fn resolved(text: &str) -> (Settings, Vec<Problem>) {
        let (options, problems) = Options::read(text);
        assert_eq!(problems, []);
        let path = Path::new("/desk/copydesk.toml").to_owned();
        Settings::resolve(&Found {
            path,
            options,
            problems,
            base: None,
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
    fn categories_and_profiles_give_way_to_rules_and_overrides_count_for_some_drafts() {
        let text = "profile = \"plain\"\n[rules]\ntime = \"off\"\nredundant-day = \"hint\"\n\
                    [[overrides]]\npaths = [\"opinion/\", \"*.column.md\"]\nrules.redundant-day = \"error\"\n";
        let (settings, problems) = resolved(text);
        assert_eq!(problems, []);
        assert_eq!(level_of(&settings, "impossible-date"), None);
        assert_eq!(level_of(&settings, "title-conflict"), None);
        assert_eq!(level_of(&settings, "redundant-day"), Some(Level::Hint));
        let rule = rules::find("redundant-day").unwrap();
        for (path, level) in [
            ("/desk/opinion/a.md", Level::Error),
            ("/desk/x/b.column.md", Level::Error),
            ("/desk/x/b.md", Level::Hint),
            ("/elsewhere/opinion/a.md", Level::Hint),
        ] {
            assert_eq!(settings.rules_for(Path::new(path)).level(rule), Some(level), "{path}");
        }
    }

    #[test]
    fn every_profile_sets_what_there_is() {
        for profile in profiles::names() {
            let (_, problems) = resolved(&format!("profile = \"{profile}\"\n"));
            assert_eq!(problems, [], "{profile}");
        }
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
