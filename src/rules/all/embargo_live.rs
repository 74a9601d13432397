//! Flags a draft that is marked to go out although its embargo lasts longer than its date. It knows no clock.
//!
//! ## What it flags
//!
//! An embargo for a day after the draft's own date, as a line (“EMBARGOED UNTIL 0600 GMT June 4, 2031”) or a field of the
//! front matter (`embargo: 2031-06-04`), if the front matter also says that the draft goes out: `draft: false`, or a status
//! such as `published`.
//!
//! ## Why it matters in a newsroom
//!
//! A broken embargo costs trust that takes years to win back. It breaks most easily where a file is published by a program
//! that does not read the line.
//!
//! ## Example
//!
//! ```markdown
//! ---
//! date: 2031-06-02
//! draft: false
//! embargo: 2031-06-04
//! ---
//! ```
//!
//! ## Better
//!
//! ```markdown
//! ---
//! date: 2031-06-02
//! draft: true
//! embargo: 2031-06-04
//! ---
//! ```
//!
//! ## When it is wrong
//!
//! Days are compared, not hours. An embargo that has passed by the draft's date, a draft without a date, and a draft that
//! does not say that it goes out are left alone.

use jiff::civil::Date;

use crate::analysis::Locale;
use crate::analysis::times::day_in_words;
use crate::markup::is_embargo;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "embargo-live",
    name: "embargo in force",
    summary: "a draft marked to go out before its embargo ends",
    category: Category::Structure,
    level: Level::Error,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("embargo_live.rs"),
    check,
};

/// Fields that hold the end of an embargo.
const EMBARGO: [&str; 7] = [
    "embargo",
    "embargo-until",
    "embargo_until",
    "embargoed-until",
    "embargoUntil",
    "hold-until",
    "hold_until",
];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(anchor) = context.facts.anchor.as_ref().filter(|_| goes_out(context)) else {
        return;
    };
    let ends = in_fields(context).into_iter().chain(in_lines(context));
    for (span, day) in ends.filter(|(_, day)| *day > anchor.date) {
        let locale = context.facts.locale;
        let (until, date) = (day_in_words(day, locale), day_in_words(anchor.date, locale));
        // An American date has a comma after its year.
        let comma = if locale == Locale::American { "," } else { "" };
        let message = format!("Embargoed until {until}, but the draft of {date}{comma} is marked to go out");
        findings.push(Finding::at(span, message).help("Hold the draft, or correct the embargo."));
    }
}

/// Whether the front matter says that the draft is published.
fn goes_out(context: &Context<'_>) -> bool {
    let front = &context.markup.front;
    let says = |keys: &[&str], values: &[&str]| {
        let field = front.get(keys);
        field.is_some_and(|field| {
            values
                .iter()
                .any(|value| field.value.trim().eq_ignore_ascii_case(value))
        })
    };
    says(&["draft"], &["false", "no"])
        || says(&["published", "publish"], &["true", "yes"])
        || says(
            &["status", "state"],
            &["published", "publish", "live", "public", "usable"],
        )
}

fn in_fields(context: &Context<'_>) -> Option<(Span, Date)> {
    let field = context.markup.front.get(&EMBARGO)?;
    let day = field.value.trim().get(..10)?.parse().ok()?;
    Some((field.span, day))
}

/// How many blocks at the head of a draft may be a line that holds it back.
const HEAD: usize = 4;

/// The last day that each embargo line above the story names.
fn in_lines<'a>(context: &Context<'a>) -> impl Iterator<Item = (Span, Date)> + use<'a> {
    let context = *context;
    let head = context.paragraphs().take(HEAD);
    let lines = head.filter(|paragraph| is_embargo(&paragraph.block.text));
    lines.filter_map(move |line| {
        let times = context.facts.times.iter().filter(|time| time.place.block == line.id);
        let day = times.filter_map(|time| time.days).map(|(_, last)| last).max()?;
        Some((context.source_span(line.place()), day))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::Format;
    use crate::rules::Settings;
    use crate::rules::testing::findings_with;

    fn messages(front: &str) -> Vec<String> {
        let text = format!("---\n{front}\n---\n\nThe port of Brandvik reopens.\n");
        let found = findings_with(&text, Format::Markdown, &Settings::default());
        let found = found.into_iter().filter(|finding| finding.code == RULE.code);
        found.map(|finding| finding.message).collect()
    }

    #[test]
    fn only_a_draft_that_goes_out_too_early_is_flagged() {
        assert_eq!(
            messages("date: 2031-06-02\ndraft: false\nembargo: 2031-06-04T06:00:00Z"),
            ["Embargoed until June 4, 2031, but the draft of June 2, 2031, is marked to go out"]
        );
        assert_eq!(messages("date: 2031-06-05\ndraft: false\nembargo: 2031-06-04"), [""; 0]);
        assert_eq!(messages("date: 2031-06-02\ndraft: true\nembargo: 2031-06-04"), [""; 0]);
        assert_eq!(messages("draft: false\nembargo: 2031-06-04"), [""; 0]);
    }

    #[test]
    fn a_line_above_the_story_holds_it_back() {
        let with = |line: &str| messages(&format!("date: 2031-06-02\nstatus: published\n---\n\n{line}"));
        let flagged = ["Embargoed until June 4, 2031, but the draft of June 2, 2031, is marked to go out"];
        assert_eq!(
            with("EMBARGOED UNTIL 0600 GMT June 4, 2031\n\nThe port reopens."),
            flagged
        );
        assert_eq!(with("**Embargo: 6 a.m. June 4, 2031**\n\nThe port reopens."), flagged);
        assert_eq!(
            with("The embargo on grain holds until June 4, 2031.\n\nThe port reopens."),
            [""; 0]
        );
        assert_eq!(with("EMBARGOED UNTIL June 1, 2031\n\nThe port reopens."), [""; 0]);
    }
}
