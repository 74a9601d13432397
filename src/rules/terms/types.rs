//! What a term is: plain data. Nothing is looked for here.

use crate::rules::Level;
use crate::rules::terms::pattern::Pattern;

/// A word or a phrase that the newsroom has an opinion on.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The words to look for. What is written small is found in any case, what has a capital only as it is.
    pub words: Vec<String>,
    /// What else to look for.
    pub pattern: Option<Pattern>,
    /// Whether regular forms of the words are looked for, too: “-s”, “-ed”, “-ing”.
    pub inflect: bool,
    /// How serious it is, if the level of the rule allows as much.
    pub level: Level,
    /// What is said of it, if not the usual.
    pub message: Option<String>,
    /// What to write instead, best first.
    pub replacements: Vec<String>,
    /// Where it is looked for.
    pub scope: TermScope,
    /// Whether the replacement may be made unseen.
    pub is_safe: bool,
}

/// Where a term is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TermScope {
    /// In the writer's own words.
    #[default]
    Outside,
    /// In the words of others: quotations, block quotes.
    Inside,
    /// In both.
    Both,
}

impl TermScope {
    /// Every scope with its name in the configuration.
    pub const NAMES: [(&str, TermScope); 3] = [
        ("outside", TermScope::Outside),
        ("inside", TermScope::Inside),
        ("both", TermScope::Both),
    ];
}
