//! Flags dates and clock times that do not exist. It never says which one was meant.
//!
//! ## What it flags
//!
//! A day that its month does not have (“April 31”), Feb. 29 in a year that is not a leap year, and a time that no clock
//! shows (“25:10 GMT”, “8:75 p.m.”), anywhere in the draft, quotations included.
//!
//! ## Why it matters in a newsroom
//!
//! A reader who checks a calendar finds the mistake at once, and a reader who does not misses the date. Check the
//! notes: the slip may be in the day or in the month.
//!
//! ## Example
//!
//! > The bridge opens on April 31.
//!
//! ## Better
//!
//! > The bridge opens on April 30.
//!
//! ## When it is wrong
//!
//! Fiction and jokes use such days on purpose. Scores and ratios (“won 25:10”), tables, lists of results, dates in
//! figures only (“31.04.2025”, which may be a version or a section) and “Feb. 29” without a year are left alone.

use crate::analysis::CalendarFlagKind;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "impossible-date",
    name: "impossible date",
    summary: "a date or time that does not exist",
    category: Category::Time,
    level: Level::Error,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("impossible_date.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for flag in context.flags() {
        if flag.kind != CalendarFlagKind::ImpossibleDate {
            continue;
        }
        let message = format!("“{}” does not exist: {}", context.text(flag.place), flag.because);
        let finding = Finding::at(context.source_span(flag.place), message);
        findings.push(finding.help("Check which day or time is meant."));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::findings;

    #[test]
    fn the_message_says_what_the_month_has() {
        let found = findings("The bridge in Brandvik opens to traffic on 31 April 2031.");
        let messages: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages, ["“31 April 2031” does not exist: April 2031 has no day 31"]);
    }
}
