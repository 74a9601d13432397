//! Flags a field of the front matter that the newsroom asks for and that is missing or empty. It does not judge what a field
//! says.
//!
//! ## What it flags
//!
//! Each field of the option `fields` that the front matter of a draft does not have, or has without a value. Names are compared
//! without case; a nested field is written with a dot (`image.credit`). A `date` may also be called `published` and the like.
//! The rule is off unless a newsroom turns it on.
//!
//! ## Why it matters in a newsroom
//!
//! A story without a byline or an image without a credit is found after it went out.
//!
//! ## Example
//!
//! ```markdown
//! ---
//! title: Harbor closes
//! date:
//! ---
//! ```
//!
//! ## Better
//!
//! ```markdown
//! ---
//! title: Harbor closes
//! date: 2031-05-07
//! ---
//! ```
//!
//! ## When it is wrong
//!
//! Not every kind of draft has the same fields: say which ones under `[[overrides]]`. A draft without front matter is left
//! alone, as is one with front matter that cannot be read.

use crate::rules::{Category, Context, Finding, Level, Rule, RuleOption, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "missing-field",
    name: "missing field",
    summary: "a field of the front matter that is missing or empty",
    category: Category::Structure,
    level: Level::Warning,
    is_on: false,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[&FIELDS],
    file: include_str!("missing_field.rs"),
    check,
};

/// The fields that a draft must have.
const FIELDS: RuleOption<&[&str]> = RuleOption {
    name: "fields",
    default: &["title", "date"],
    summary: "The fields that the front matter of every draft must have.",
};

/// What else the date of publication is called.
const DATES: [&str; 7] = [
    "published",
    "pubdate",
    "publishdate",
    "publish_date",
    "published_at",
    "publication-date",
    "datepublished",
];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let front = &context.markup.front;
    if front.span.is_empty() || front.error.is_some() {
        return;
    }
    for name in context.option(&FIELDS) {
        let others = if name.eq_ignore_ascii_case("date") {
            &DATES[..]
        } else {
            &[]
        };
        let field = front.get(&[name]).or_else(|| front.get(others));
        // A table or a list has no value of its own, only what is in it.
        if field.is_some_and(|field| !field.value.trim().is_empty()) || front.has_parts(name) {
            continue;
        }
        let (span, what) = match field {
            Some(field) if !field.span.is_empty() => (field.span, "empty"),
            Some(_) => (first_line(context), "empty"),
            None => (first_line(context), "missing"),
        };
        let finding = Finding::at(span, format!("Field “{name}” is {what}"));
        findings.push(finding.help("Add it to the front matter."));
    }
}

/// The fence that opens the front matter.
fn first_line(context: &Context<'_>) -> Span {
    let span = context.markup.front.span;
    let line = span.of(context.source).lines().next().unwrap_or("");
    Span::new(span.start, span.start + line.len())
}
