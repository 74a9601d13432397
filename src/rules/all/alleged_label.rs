//! Flags an accusation that is used as a title. It does not know whether it is true.
//!
//! ## What it flags
//!
//! “Alleged”, “accused” or “suspected” with a crime as a title before a person's name: “alleged thief Tom Roe”, “accused
//! killer Ana Weil”.
//!
//! ## Why it matters in a newsroom
//!
//! Before a name the label reads as what somebody is. “Accused killer” says that a killer is accused. Stylebooks ask to say
//! who is accused of what, by whom; so do lawyers.
//!
//! ## Example
//!
//! > The court heard alleged thief Tom Roe on Monday.
//!
//! ## Better
//!
//! > The court on Monday heard Tom Roe, who is accused of theft.
//!
//! ## When it is wrong
//!
//! “Alleged victim”, “suspected” with anything but a crime, a label without a name, and what people say in quotation marks
//! are left alone.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::{ActorKind, MentionForm, Place};
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};
use crate::text::{Span, table};

/// The rule.
pub const RULE: Rule = Rule {
    code: "alleged-label",
    name: "accusation before a name",
    summary: "an accusation used as a title",
    category: Category::Legal,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("alleged_label.rs"),
    check,
};

static ACCUSATIONS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/accusations.txt")).collect());

/// How many words a label has at most, with “alleged”: “alleged serial bank robber”.
const LONGEST: usize = 4;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut own_words = None;
    let named = |kind, form| kind == ActorKind::Person && form == MentionForm::Named;
    for mention in context.mentions() {
        if !named(mention.kind, mention.form) {
            continue;
        }
        let Some(label) = label_before(context, mention.place) else {
            continue;
        };
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        if own_words.hold(context, label) {
            let message = format!("“{}” is an accusation used as a title", context.text(label));
            let help = "Say what the person is accused of, and by whom, after the name.";
            findings.push(Finding::at(context.source_span(label), message).help(help));
        }
    }
}

/// The label right before a name, from “alleged” on.
fn label_before(context: &Context<'_>, name: Place) -> Option<Place> {
    let before = context.text_before(name);
    let words = without_second_title(before.strip_suffix(' ')?);
    let mut start = words.len();
    let mut count = 0;
    for word in words.rsplit(' ').take(LONGEST) {
        start = start.checked_sub(word.len() + usize::from(count > 0))?;
        count += 1;
        if count == 1 && !ACCUSATIONS.contains(word) {
            return None;
        }
        if is_hedge(word) {
            let label = Place::new(name.block, Span::new(start, words.len()));
            return (count > 1 && !is_verb(before.get(..start).unwrap_or(""), word)).then_some(label);
        }
        if !word.starts_with(|letter: char| letter.is_lowercase()) {
            return None;
        }
    }
    None
}

/// “accused forger | and former coach”: the words before a second title.
fn without_second_title(words: &str) -> &str {
    let is_title = |title: &str| title.split(' ').count() < LONGEST && !title.contains(char::is_uppercase);
    match words.rsplit_once(" and ") {
        Some((label, title)) if is_title(title) => label,
        _ => words,
    }
}

fn is_hedge(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "alleged" | "accused" | "suspected")
}

/// “Police suspected serial thief Tom Roe”: after a noun or a pronoun it is a verb. An article, an adjective's place or the
/// start of the sentence shows that it is not.
fn is_verb(before: &str, word: &str) -> bool {
    if word.starts_with(char::is_uppercase) {
        return false;
    }
    let last = before.trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
    // Two verbs hardly stand in a row: “freed suspected arsonist Tom Roe”.
    let is_past = last.len() > 3 && last.ends_with("ed");
    !last.is_empty() && !is_past && !BEFORE_LABELS.contains(last.as_str())
}

/// Words that do nothing themselves, or are verbs: what comes after them is no verb.
static BEFORE_LABELS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../data/words_before_labels.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn only_a_crime_before_a_name_is_flagged() {
        let rule = alone(&RULE);
        assert_eq!(
            rule.marked("The court heard alleged bank robber Tom Roe on Monday."),
            ["alleged bank robber"]
        );
        assert_eq!(
            rule.marked("A judge released suspected forger Tom Roe."),
            ["suspected forger"]
        );
        assert_eq!(
            rule.marked("Guards led alleged robber Tom Roe away."),
            ["alleged robber"]
        );
        assert_eq!(
            rule.marked("Accused killer Ana Weil left the court."),
            ["Accused killer"]
        );
        assert_eq!(
            rule.marked("The alleged killer Tom Roe left the court."),
            ["alleged killer"]
        );
        assert_eq!(
            rule.marked("Police said alleged killer Tom Roe left."),
            ["alleged killer"]
        );
        assert_eq!(
            rule.marked("Accused robber and former coach Tom Roe left the court."),
            ["Accused robber"]
        );
        for text in [
            "The court heard alleged victim Tom Roe on Monday.",
            "Police suspected thief Tom Roe of more.",
            "The alleged thief, Tom Roe, left the court.",
            "“I never met alleged thief Tom Roe,” said Ana Weil.",
        ] {
            assert!(rule.marked(text).is_empty(), "{text}");
        }
    }
}
