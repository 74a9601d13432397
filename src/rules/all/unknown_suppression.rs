//! Flags a comment that is meant to turn off a rule, but names none that there is. It says nothing about the other rules that
//! the comment names.
//!
//! ## What it flags
//!
//! `<!-- copydesk: ignore dobled-word -->`: there is no such rule, so that nothing is turned off. A comment that names no rule
//! at all, or begins with another word than `ignore`, `ignore-start`, `ignore-end` and `ignore-file`. And a note in square
//! brackets in the middle of a line, or in a format that has comments: there it is part of the text.
//!
//! ## Why it matters in a newsroom
//!
//! The writer of the comment had looked at a finding and decided. If it has a slip, the next editor has to decide again.
//!
//! ## Example
//!
//! > `<!-- copydesk: ignore dobled-word: the song has it so -->`
//!
//! ## Better
//!
//! > `<!-- copydesk: ignore doubled-word: the song has it so -->`
//!
//! ## When it is wrong
//!
//! A comment may name a rule of a newer copydesk than the one that reads it.

use crate::rules::suppression::SuppressionVerb;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, RULES, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "unknown-suppression",
    name: "unknown rule in a comment",
    summary: "a comment that turns off a rule that does not exist",
    category: Category::Suppressions,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("unknown_suppression.rs"),
    check,
};

/// A name is a slip of another one from this likeness on (Jaro-Winkler, 0..=1).
const LIKE: f64 = 0.85;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for suppression in context.suppressions {
        if let SuppressionVerb::Unknown(word) = &suppression.verb {
            let message = format!("“{word}” is not a command");
            let help = "Write ignore, ignore-start, ignore-end, ignore-file or ignore-words after “copydesk:”.";
            findings.push(Finding::at(suppression.span, message).help(help));
            continue;
        }
        if suppression.verb == SuppressionVerb::InProse {
            let finding = Finding::at(suppression.span, "This note is prose here, and has no effect");
            let help = "Write it on a line of its own before the paragraph; in Markdown and HTML, as a comment: <!-- copydesk: … -->.";
            findings.push(finding.help(help));
            continue;
        }
        if suppression.codes.is_empty() && suppression.verb == SuppressionVerb::Words {
            let finding = Finding::at(suppression.span, "The comment names no word");
            findings.push(finding.help("Write the words, such as “ignore-words Mullry: why”."));
            continue;
        }
        let is_end = matches!(suppression.verb, SuppressionVerb::End | SuppressionVerb::StrayEnd);
        if suppression.codes.is_empty() && !is_end {
            let finding = Finding::at(suppression.span, "The comment names no rule");
            findings.push(finding.help("Name the rule, such as “ignore doubled-word: why”."));
        }
        for code in suppression.codes.iter().filter(|code| !code.is_known) {
            let finding = Finding::at(code.span, format!("No rule is called “{}”", code.code));
            let fixes =
                meant(&code.code).map(|rule| Fix::suggest(format!("Write “{rule}”"), [Edit::replace(code.span, rule)]));
            findings.push(finding.help("`copydesk rules` lists them all.").fixes(fixes));
        }
    }
}

fn meant(word: &str) -> Option<&'static str> {
    let likeness = |rule: &&str| strsim::jaro_winkler(word, rule);
    let codes = RULES.iter().map(|rule| rule.code);
    codes
        .max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
        .filter(|code| likeness(code) >= LIKE)
}
