//! Flags words next to a day or a clock time that repeat it. It leaves alone what may mean another day.
//!
//! ## What it flags
//!
//! “Last” and “next” before a weekday in the same seven days, a part of the day after “a.m.” and “p.m.” (“8 p.m.
//! tonight”, “9 a.m. in the morning”), and the figure in “12 noon” and “12 midnight”.
//!
//! ## Why it matters in a newsroom
//!
//! The verb shows whether a weekday is past or still to come. “Next Wednesday” is two days off to one reader and nine
//! to another. And saying it twice takes space.
//!
//! ## Example
//!
//! > The council met last Wednesday and meets again at 8 p.m. tonight.
//!
//! ## Better
//!
//! > The council met Wednesday and meets again at 8 tonight.
//!
//! ## When it is wrong
//!
//! Quotations, headings and names are left alone, as are “the last Friday of the month”, “every last Sunday” and a
//! weekday that is more than seven days away. If the draft's date is not known, or “next” may mean the week after, the
//! fix is only offered.

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;

use crate::analysis::{Place, Time, times};
use crate::language::calendar;
use crate::rules::shared::narration::{OwnWords, begins_sentence, word_before};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule};
use crate::text::{Span, table};

/// The rule.
pub const RULE: Rule = Rule {
    code: "redundant-day",
    summary: "words that repeat what a day or time already says",
    category: Category::Time,
    level: Level::Hint,
    is_on: true,
    since: "0.1.0",
    options: &[],
    file: include_str!("redundant_day.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let own_words = OwnWords::of(context);
    for time in &context.facts.times {
        if let Some(finding) = shifted_weekday(context, &own_words, time) {
            findings.push(finding);
        }
    }
    for paragraph in context.body() {
        let said_twice = SAID_TWICE
            .iter()
            .flat_map(|pattern| pattern.captures_iter(&paragraph.block.text))
            .filter_map(|found| Some((found.name("what")?, found.name("with")?.as_str())))
            .map(|(what, with)| (Place::new(paragraph.id, Span::new(what.start(), what.end())), with));
        findings.extend(
            said_twice
                .filter(|(place, _)| own_words.hold(context, *place))
                .map(|(place, with)| superfluous(context, place, with, true)),
        );
    }
}

/// The group “what” is the repetition, with the space that goes with it; the group “with” is what already says it.
///
/// Matches “8 p.m. tonight”, “9:30 a.m. in the morning”, “at 12 noon”; not “8 p.m. Thursday”, “12 Noon Street”.
static SAID_TWICE: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"[0-9] (?P<what>p\.m\. |pm )(?P<with>tonight|this evening|this afternoon)(?-u:\b)",
        r"[0-9] (?P<what>a\.m\. |am )(?P<with>this morning)(?-u:\b)",
        r"[0-9] (?P<with>p\.m\.|pm)(?P<what> (?:in the (?:evening|afternoon)|at night))(?-u:\b)",
        r"[0-9] (?P<with>a\.m\.|am)(?P<what> in the morning)(?-u:\b)",
        r"(?:^|[^0-9:.,$£€-])(?P<what>12 )(?P<with>noon|midnight)(?-u:\b)",
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

fn superfluous(context: &Context<'_>, place: Place, with: &str, is_safe: bool) -> Finding {
    let text = context.text(place);
    let trimmed = text.trim();
    let lead = text.len() - text.trim_start().len();
    let start = place.span.start + lead;
    let word = Place::new(place.block, Span::new(start, start + trimmed.len()));
    let removal = Edit::replace(context.source_span(place), "");
    Finding::at(
        context.source_span(word),
        format!("Redundant: “{trimmed}” with “{with}”"),
    )
    .help("Cut it.")
    .unnecessary(true)
    .fixes([Fix::safe_if(is_safe, format!("Remove “{trimmed}”"), [removal])])
}

/// Words before “last” and “next” that make them count: “the last Friday of the month”.
static COUNTING: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("../data/counting_words.txt")).collect());

/// “Last Wednesday”, “next Wednesday” within seven days.
fn shifted_weekday(context: &Context<'_>, own_words: &OwnWords, time: &Time) -> Option<Finding> {
    let text = context.text(time.place);
    let (word, rest) = text.split_once(' ')?;
    let weekday = rest
        .split(|c: char| !c.is_alphabetic())
        .next()
        .filter(|word| calendar::is_weekday(word))?;
    if !matches!(word, "last" | "next" | "Last" | "Next") || !own_words.hold(context, time.place) {
        return None;
    }
    let block = time.place.block.of(&context.markup.blocks)?;
    let start = time.place.span.start;
    let capital = word.starts_with(char::is_uppercase);
    // In the middle of a sentence a capital makes it a name.
    if capital && !begins_sentence(&block.text, start) {
        return None;
    }
    let counted = COUNTING.contains(word_before(&block.text, start).as_str());
    let after = block.text.get(start + word.len() + 1 + weekday.len()..)?.trim_start();
    let of_month = ["of ", "in ", "before ", "after "]
        .iter()
        .any(|led| after.starts_with(led));
    let anchor = context.facts.anchor.as_ref().map(|anchor| anchor.date);
    let days = anchor
        .zip(time.days)
        .map(|(anchor, (day, _))| times::days_apart(anchor, day));
    if counted || of_month || days.is_some_and(|days| days > 7) {
        return None;
    }
    // Only the word tells today's weekday a week ago or ahead from today.
    if days == Some(7) {
        return None;
    }
    let is_safe = !capital && days.is_some() && word == "last";
    let what = Place::new(time.place.block, Span::new(start, start + word.len() + 1));
    Some(superfluous(context, what, weekday, is_safe))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::FixSafety;
    use crate::rules::testing::mended;

    #[test]
    fn safe_fixes_read_well() {
        let text = "BRANDVIK, May 7, 2031 (NPA) - The council met last Monday at 12 noon, talked until 9 p.m. at night and \
                    meets at 8 p.m. tonight.";
        assert_eq!(
            mended(text, FixSafety::Safe),
            "BRANDVIK, May 7, 2031 (NPA) - The council met Monday at noon, talked until 9 p.m. and meets at 8 tonight."
        );
    }

    #[test]
    fn patterns_match_what_they_say() {
        let matches = |text: &str| SAID_TWICE.iter().any(|pattern| pattern.is_match(text));
        assert!(matches("8 p.m. tonight") && matches("9:30 a.m. in the morning") && matches("at 12 noon"));
        assert!(!matches("8 p.m. Thursday") && !matches("12 Noon Street"));
    }
}
