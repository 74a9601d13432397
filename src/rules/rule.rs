//! What a rule is, apart from what it finds. It lists none; [`crate::rules::RULES`] does.

use crate::rules::context::Context;
use crate::rules::finding::{Finding, Level};
use crate::rules::option::AnyOption;

/// A rule: what is known about it, and its check.
#[derive(Debug)]
pub struct Rule {
    /// The stable code ("doubled-word"); it names the offense.
    pub code: &'static str,
    /// What it finds, in a few plain words, for menus ("repeated word").
    pub name: &'static str,
    /// One line for lists: what it flags.
    pub summary: &'static str,
    /// What the rule is about.
    pub category: Category,
    /// The level it runs at unless another is set.
    pub level: Level,
    /// Whether it is on by default.
    pub is_on: bool,
    /// The version that introduced it.
    pub since: &'static str,
    /// What its findings depend on.
    pub scope: Scope,
    /// Its options.
    pub options: &'static [&'static dyn AnyOption],
    /// The source file of the rule; its doc comment is the rule's page.
    pub(in crate::rules) file: &'static str,
    /// Adds what the rule finds; code and level are filled in by the caller.
    pub(in crate::rules) check: fn(&Context<'_>, &mut Vec<Finding>),
}

impl Rule {
    /// The level it has where nothing is set; `None` is off.
    #[must_use]
    pub fn default_level(&self) -> Option<Level> {
        self.is_on.then_some(self.level)
    }

    /// The rule's page in Markdown: what it flags, why it matters, examples, when it is wrong, options.
    #[must_use]
    pub fn page(&self) -> String {
        let mut page = String::new();
        for line in self.file.lines().map_while(|line| line.strip_prefix("//!")) {
            page.push_str(line.strip_prefix(' ').unwrap_or(line));
            page.push('\n');
        }
        page.push_str("\n## Options\n\n");
        if self.options.is_empty() {
            page.push_str("None.\n");
        }
        for option in self.options {
            let (name, default, summary) = (option.name(), option.default().written(), option.summary());
            page.push_str(&format!("- `{name}` ({default}): {summary}\n"));
        }
        page
    }
}

/// What the findings of a rule depend on. A rule is run again where that has changed, and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Each finding on one block, with all its places in it: on its text, its facts, what the facts of the draft have in it, and what
    /// all blocks share (the date, the locale, whether the draft is live or an interview).
    Block,
    /// On the draft as a whole.
    Draft,
}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Category {
    Attribution,
    Legal,
    Names,
    Numbers,
    Quotes,
    Sourcing,
    Structure,
    Style,
    Suppressions,
    Time,
}

impl Category {
    /// The name used in documentation and lists.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Category::Attribution => "attribution",
            Category::Legal => "legal",
            Category::Names => "names",
            Category::Numbers => "numbers",
            Category::Quotes => "quotes",
            Category::Sourcing => "sourcing",
            Category::Structure => "structure",
            Category::Style => "style",
            Category::Suppressions => "suppressions",
            Category::Time => "time",
        }
    }
}
