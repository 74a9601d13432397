//! Flags a comment that turns off a rule where the rule finds nothing. It is silent about rules that are off.
//!
//! ## What it flags
//!
//! `<!-- copydesk: ignore doubled-word -->` before a paragraph without a doubled word, and `<!-- copydesk: ignore-end -->` where
//! nothing is to end.
//!
//! ## Why it matters in a newsroom
//!
//! The sentence was edited and the comment stayed. It now hides the next slip of that kind.
//!
//! ## Example
//!
//! > `<!-- copydesk: ignore doubled-word: the song has it so -->` The choir sang it again.
//!
//! ## Better
//!
//! > The choir sang it again.
//!
//! ## When it is wrong
//!
//! A comment may be there for a day on which the rule finds something: whether “on Friday” is a plan for a day that is over
//! depends on the draft's date.

use crate::rules::suppression::{Suppression, SuppressionCode, SuppressionVerb};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "unused-suppression",
    name: "comment without use",
    summary: "a comment that turns off a rule where it finds nothing",
    category: Category::Suppressions,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("unused_suppression.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for suppression in context.suppressions {
        if suppression.verb == SuppressionVerb::StrayEnd {
            findings.push(stray_end(context.source, suppression));
            continue;
        }
        let has_effect = matches!(
            suppression.verb,
            SuppressionVerb::Ignore | SuppressionVerb::Start | SuppressionVerb::File | SuppressionVerb::Words
        );
        let unused: Vec<_> = suppression
            .codes
            .iter()
            .filter(|code| code.is_on && !code.is_used)
            .collect();
        for code in unused.iter().filter(|_| has_effect) {
            let message = match suppression.verb {
                SuppressionVerb::Words => format!("Not needed: no rule finds “{}” here", code.code),
                _ => format!("Not needed: {} finds nothing here", code.code),
            };
            let finding = Finding::at(code.span, message);
            let fixes = fix(context.source, suppression, code, unused.len());
            findings.push(
                finding
                    .help("Remove it from the comment.")
                    .fixes(fixes)
                    .unnecessary(true),
            );
        }
    }
}

/// An end without a start before it.
fn stray_end(source: &str, suppression: &Suppression) -> Finding {
    Finding::at(suppression.span, "Nothing is to end here")
        .help("Remove it, or write ignore-start with the same rules before the paragraphs that it is about.")
        .fixes([removal(source, suppression)])
        .unnecessary(true)
}

/// Removes a comment that does nothing else. One that names other rules, too, is left to the writer.
fn fix(source: &str, suppression: &Suppression, code: &SuppressionCode, unused: usize) -> Option<Fix> {
    let is_first = suppression.codes.first().is_some_and(|first| first == code);
    let is_comment = suppression.span.of(source) != code.code;
    let is_removable = matches!(suppression.verb, SuppressionVerb::Ignore | SuppressionVerb::Words);
    let is_alone = suppression.codes.len() == unused && is_removable;
    (is_comment && is_first && is_alone).then(|| removal(source, suppression))
}

fn removal(source: &str, suppression: &Suppression) -> Fix {
    let edit = Edit::replace(whole(source, suppression.span), "");
    Fix::safe_if(true, "Remove the comment", [edit])
}

/// The comment with its line, if it has one of its own, else with the blank before it.
fn whole(source: &str, comment: Span) -> Span {
    let before = source.get(..comment.start).unwrap_or("");
    let after = source.get(comment.end..).unwrap_or("");
    let starts_line = before.is_empty() || before.ends_with(['\n', '\r']);
    let newline = ["\r\n", "\n", "\r"].iter().find(|newline| after.starts_with(**newline));
    match newline {
        Some(newline) if starts_line => Span::new(comment.start, comment.end + newline.len()),
        _ => Span::new(before.trim_end_matches([' ', '\t']).len(), comment.end),
    }
}
