//! `copydesk.toml` as it is written, as plain data: every key optional. It reads and resolves nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::analysis::Locale;
use crate::rules::Level;

/// The keys of the file. `None` and empty mean: not written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// `date`: the day that drafts are read against if they give none themselves.
    pub date: Option<Date>,
    /// `actors`: the actor file, counted from the folder of the configuration.
    pub actors: Option<String>,
    /// The line of `actors`, from 1.
    pub actors_line: usize,
    /// `exclude`: drafts to leave out, as lines of a `.gitignore`.
    pub exclude: Vec<String>,
    /// The line of `exclude`, from 1.
    pub exclude_line: usize,
    /// `locale`: which English dates are written in, whatever the draft is written in.
    pub locale: Option<Locale>,
    /// `words`: words that are right as they are, whatever a rule finds in them.
    pub words: Vec<String>,
    /// `extend`: a configuration to begin with, counted from the folder of this one, with its line.
    pub extend: Option<(usize, String)>,
    /// `notes`: files and folders with notes, counted from the folder of the configuration.
    pub notes: Vec<String>,
    /// `profile`: the house style to begin with, with its line.
    pub profile: Option<(usize, String)>,
    /// `publication`: the newsroom's own names, and those of its reporters.
    pub publication: Vec<String>,
    /// `timezone`: where the newsroom is, for dates that are written with a time and an offset.
    pub timezone: Option<TimeZone>,
    /// `[rules]`: by the code of a rule or the name of a category, with the line it is written on.
    pub rules: BTreeMap<String, RuleOptions>,
    /// `[[overrides]]`: what is different for some drafts.
    pub overrides: Vec<OverrideOptions>,
    /// `[[terms]]`: the newsroom's own list of words.
    pub terms: Vec<TermOptions>,
}

/// An entry of the newsroom's own list of words. Empty and `None` mean: not written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermOptions {
    /// The line of its first key, from 1.
    pub line: usize,
    /// `words`: what is looked for, as words.
    pub words: Vec<String>,
    /// `pattern`: what is looked for, as a regular expression.
    pub pattern: Option<String>,
    /// `inflect`: whether regular forms are looked for, too.
    pub inflect: bool,
    /// `level`: a level, or “off”.
    pub level: Option<String>,
    /// `message`: what is said.
    pub message: Option<String>,
    /// `replacement`: what to write instead, one or several.
    pub replacement: Vec<String>,
    /// `scope`: “outside” quotations, “inside” or “both”.
    pub scope: Option<String>,
    /// `safe`: whether `--fix` makes the replacement.
    pub is_safe: bool,
    /// `flagged`: sentences in which it must be found.
    pub flagged: Vec<String>,
    /// `clean`: sentences in which it must not be found.
    pub clean: Vec<String>,
}

/// What is different for some drafts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OverrideOptions {
    /// The line of `paths`, from 1.
    pub line: usize,
    /// `paths`: which drafts, as lines of a `.gitignore`.
    pub paths: Vec<String>,
    /// `rules`: as in the file.
    pub rules: BTreeMap<String, RuleOptions>,
}

/// What is written about one rule: `doubled-word = "off"`, or a table of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleOptions {
    /// The line of the key, from 1.
    pub line: usize,
    /// The level as written: "off", "hint", "info", "warning" or "error".
    pub level: Option<String>,
    /// The rule's own options, with their lines.
    pub options: BTreeMap<String, (usize, OptionValue)>,
}

/// The value of a rule's option.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum OptionValue {
    Integer(i64),
    Boolean(bool),
    Text(String),
    List(Vec<String>),
}

/// Whether a rule can be set to this: the name of a level, or “off”.
#[must_use]
pub fn is_level(name: &str) -> bool {
    name == OFF || Level::ALL.iter().any(|level| level.name() == name)
}

/// What turns a rule off.
const OFF: &str = "off";
