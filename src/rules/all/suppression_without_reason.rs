//! Flags a comment that turns off a rule and does not say why. It does not judge the reason.
//!
//! ## What it flags
//!
//! `<!-- copydesk: ignore doubled-word -->`, without a colon and a reason after the rule. Entries of the front matter have no
//! place for a reason and are left alone. The rule is off unless a newsroom turns it on.
//!
//! ## Why it matters in a newsroom
//!
//! The next editor sees that somebody has decided, but not on what grounds.
//!
//! ## Example
//!
//! > `<!-- copydesk: ignore doubled-word -->`
//!
//! ## Better
//!
//! > `<!-- copydesk: ignore doubled-word: the song has it so -->`
//!
//! ## When it is wrong
//!
//! Not every newsroom wants reasons.

use crate::rules::suppression::SuppressionVerb;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "suppression-without-reason",
    name: "comment without a reason",
    summary: "a comment that turns off a rule without saying why",
    category: Category::Suppressions,
    level: Level::Info,
    is_on: false,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("suppression_without_reason.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for suppression in context.suppressions {
        let turns_off = matches!(
            suppression.verb,
            SuppressionVerb::Ignore | SuppressionVerb::Start | SuppressionVerb::File | SuppressionVerb::Words
        );
        let is_comment = suppression.span.of(context.source).contains("copydesk");
        if turns_off && is_comment && suppression.reason.is_empty() && !suppression.codes.is_empty() {
            let finding = Finding::at(suppression.span, "The comment does not say why");
            findings.push(finding.help("Add a colon and the reason after the rule."));
        }
    }
}
