//! Flags a promise of anonymity without a reason. It does not judge whether a reason is good enough.
//!
//! ## What it flags
//!
//! “Spoke on condition of anonymity”, “asked not to be named” and the like, if neither that sentence nor the ones beside it
//! say why.
//!
//! ## Why it matters in a newsroom
//!
//! Most stylebooks want readers to know why a source is not named, so that they can judge what the source may gain. The
//! reason is usually in the notes and got lost in the edit.
//!
//! ## Example
//!
//! > The vote was delayed, said a clerk who spoke on condition of anonymity.
//!
//! ## Better
//!
//! > The vote was delayed, said a clerk who spoke on condition of anonymity because the count was still secret.
//!
//! ## When it is wrong
//!
//! Anonymous donors and tips, and what somebody says in quotation marks, are left alone. So is a source whose anonymity was
//! explained earlier in the draft.

use crate::analysis::Place;
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "anonymity-unexplained",
    name: "unexplained anonymity",
    summary: "anonymity without a reason",
    category: Category::Sourcing,
    level: Level::Hint,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("anonymity_unexplained.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut own_words = None;
    for paragraph in context.body() {
        for anonymity in &paragraph.facts.anonymity {
            // One reason is usually meant for all that the source says later.
            if anonymity.is_explained {
                return;
            }
            let place = Place::new(paragraph.id, anonymity.span);
            let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
            if own_words.hold(context, place) {
                let finding = Finding::at(context.source_span(place), "Anonymity is not explained");
                findings.push(finding.help("Say in the same sentence why the source is not named."));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn one_reason_serves_for_the_rest_of_the_draft() {
        let rule = alone(&RULE);
        let first = "The vote was delayed, said a clerk who spoke on condition of anonymity";
        let later = "The clerk, who asked not to be named, left.";
        assert_eq!(rule.findings(&format!("{first}.\n\nIt rained.\n\n{later}")).len(), 2);
        assert_eq!(
            rule.findings(&format!(
                "{first} because the count was secret.\n\nIt rained.\n\n{later}"
            )),
            []
        );
    }
}
