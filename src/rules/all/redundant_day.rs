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
//! Quotations, headings and names are left alone, as are “the last Friday of the month”, “every last Sunday”, a weekday
//! that is more than seven days away, and one in the same week as the draft's date: on a Wednesday “last Tuesday” is
//! more likely the one eight days ago. In a draft without a date, “last” and “next” are left alone. The fix is only
//! offered if it needs the draft's date.

use std::cell::OnceCell;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};
use rustc_hash::FxHashSet;

use crate::analysis::{Place, Time, times};
use crate::language::calendar;
use crate::rules::context::Paragraph;
use crate::rules::shared::narration::{OwnWords, begins_sentence, word_before};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::{Span, table};

/// The rule.
pub const RULE: Rule = Rule {
    code: "redundant-day",
    name: "redundant day",
    summary: "words that repeat what a day or time already says",
    category: Category::Time,
    level: Level::Hint,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("redundant_day.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // Few drafts say it twice: which words are their own is asked for if one does.
    let own_words = OnceCell::new();
    let is_own = |place: Place| own_words.get_or_init(|| OwnWords::of(context)).hold(context, place);
    for time in context.times() {
        if let Some(finding) = shifted_weekday(context, &is_own, time) {
            findings.push(finding);
        }
    }
    let may_repeat = |text: &str| PARTS_OF_DAYS.as_ref().is_some_and(|parts| parts.is_match(text));
    for paragraph in context.body().filter(|paragraph| may_repeat(&paragraph.block.text)) {
        for pattern in SAID_TWICE.iter() {
            let found = pattern.captures_iter(&paragraph.block.text);
            findings.extend(found.filter_map(|found| said_twice(context, &is_own, paragraph, &found)));
        }
    }
}

/// What one half of each pattern of [`SAID_TWICE`] has; few paragraphs have any of it, and they alone are asked for the other.
///
/// Matches “tonight”, “in the evening”, “noon”; not “the evening news”.
static PARTS_OF_DAYS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("tonight|(?:this|in the) (?:morning|afternoon|evening)|at night|noon|midnight").ok());

/// The group “what” is the repetition; the group “with” is what already says it, for an hour that fits it.
///
/// Matches “8 p.m. tonight”, “9:30 a.m. in the morning”, “5am this morning”, “at 12 noon”; not “8 p.m. Thursday”,
/// “12 Noon Street”.
static SAID_TWICE: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    const HOUR: &str = r"(?:^|[^0-9:.,$£€-])(?P<hour>[0-9]{1,2})(?:[:.][0-9]{2})? ?";
    [
        r"(?P<what>(?i:p\.m\.|pm)) (?P<with>tonight|this evening|this afternoon)(?-u:\b)",
        r"(?P<what>(?i:a\.m\.|am)) (?P<with>this morning)(?-u:\b)",
        r"(?P<with>(?i:p\.m\.|pm)) (?P<what>in the (?:evening|afternoon)|at night)(?-u:\b)",
        r"(?P<with>(?i:a\.m\.|am)) (?P<what>in the morning)(?-u:\b)",
    ]
    .iter()
    .map(|half| format!("{HOUR}{half}"))
    .chain([r"(?:^|[^0-9:.,$£€-])(?P<what>12) (?P<with>noon|midnight)(?-u:\b)".to_owned()])
    .filter_map(|pattern| Regex::new(&pattern).ok())
    .collect()
});

/// A clock time and a part of the day that say the same.
fn said_twice(
    context: &Context<'_>,
    is_own: &dyn Fn(Place) -> bool,
    paragraph: Paragraph<'_>,
    found: &Captures<'_>,
) -> Option<Finding> {
    let place = |group: &str| {
        let group = found.name(group)?;
        Some(Place::new(paragraph.id, Span::new(group.start(), group.end())))
    };
    let (what, with) = (place("what")?, place("with")?);
    let hour = found.name("hour").and_then(|hour| hour.as_str().parse().ok());
    let part = format!("{} {}", context.text(what), context.text(with)).to_lowercase();
    if !is_own(what) || hour.is_some_and(|hour| !fits(hour, &part)) {
        return None;
    }
    if context.text(with) == "tonight" {
        return Some(superfluous(context, what, with).fixes([without_tonight(context, what, with)]));
    }
    let fix = removal(context, what);
    Some(superfluous(context, what, with).fixes([Fix::safe_if(true, fix.title.clone(), fix.edits)]))
}

/// Whether an hour is in the part of the day that is named with it: “11 p.m. in the afternoon” is a slip of another kind.
fn fits(hour: u8, part: &str) -> bool {
    let hours = if part.contains("afternoon") {
        return hour == 12 || hour <= 6;
    } else if part.contains("morning") {
        1..=12
    } else if part.contains("evening") {
        4..=11
    } else {
        5..=11
    };
    hours.contains(&hour)
}

/// “8 p.m. tonight”: the weekday, which `relative-day` offers as well; without a date, “8 tonight”.
fn without_tonight(context: &Context<'_>, half: Place, tonight: Place) -> Fix {
    match context.facts.anchor.as_ref() {
        Some(anchor) => {
            let weekday = calendar::weekday_name(anchor.date.weekday());
            let title = format!("Write “{} {weekday}”", context.text(half));
            Fix::suggest(title, [Edit::replace(context.source_span(tonight), weekday)])
        }
        None => removal(context, half),
    }
}

/// Removes a word with the space that belongs to it: the one after it, or the one before it at the end of a clause.
fn removal(context: &Context<'_>, what: Place) -> Fix {
    let (before, after) = (context.text_before(what), context.text_after(what));
    let Span { start, end } = what.span;
    let span = if before.ends_with(char::is_alphanumeric) {
        what.span
    } else if after.starts_with(' ') {
        Span::new(start, end + 1)
    } else {
        Span::new(start - (before.len() - before.trim_end_matches(' ').len()), end)
    };
    let edit = Edit::replace(context.source_span(Place::new(what.block, span)), "");
    Fix::suggest(format!("Remove “{}”", context.text(what)), [edit])
}

fn superfluous(context: &Context<'_>, what: Place, with: Place) -> Finding {
    let message = format!("Redundant: “{}” with “{}”", context.text(what), context.text(with));
    Finding::at(context.source_span(what), message)
        .help("Cut it.")
        .unnecessary(true)
}

/// Words before “last” and “next” that make them count: “the last Friday of the month”.
static COUNTING: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("../data/counting_words.txt")).collect());

/// “Last Wednesday”, “next Wednesday” within seven days.
fn shifted_weekday(context: &Context<'_>, is_own: &dyn Fn(Place) -> bool, time: &Time) -> Option<Finding> {
    let text = context.text(time.place);
    let (word, rest) = text.split_once(' ')?;
    let weekday = rest
        .split(|c: char| !c.is_alphabetic())
        .next()
        .filter(|word| calendar::is_weekday(word))?;
    if !matches!(word, "last" | "next" | "Last" | "Next") || !is_own(time.place) {
        return None;
    }
    let block = context.block(time.place)?;
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
    let anchor = context.facts.anchor.as_ref()?.date;
    let (day, _) = time.days?;
    // Only the word tells today's weekday a week ago or ahead from today.
    if counted || of_month || times::days_apart(anchor, day) >= 7 || is_same_week(anchor, day) {
        return None;
    }
    let what = Place::new(time.place.block, Span::new(start, start + word.len()));
    let rest = Span::new(start + word.len() + 1, start + word.len() + 1 + weekday.len());
    let finding = superfluous(context, what, Place::new(time.place.block, rest));
    Some(finding.fixes([removal(context, what)]))
}

/// Whether two days are in one week, whether weeks begin on Sunday or on Monday.
fn is_same_week(one: Date, other: Date) -> bool {
    let week = |date: Date, offset: i8| date.checked_sub(jiff::Span::new().days(offset)).ok();
    let from_monday = |date: Date| week(date, date.weekday().to_monday_zero_offset());
    let from_sunday = |date: Date| week(date, date.weekday().to_sunday_zero_offset());
    from_monday(one) == from_monday(other) || from_sunday(one) == from_sunday(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::FixSafety;
    use crate::rules::testing::mended;

    #[test]
    fn safe_fixes_read_well_and_need_no_date() {
        let text = "BRANDVIK, May 7, 2031 (NPA) - The council met last Friday at 12 noon, talked until 9 p.m. at night, \
                    met again at 9am this morning and meets at 8 p.m. tonight.";
        assert_eq!(
            mended(text, FixSafety::Safe),
            "BRANDVIK, May 7, 2031 (NPA) - The council met last Friday at noon, talked until 9 p.m., met again at 9 \
             this morning and meets at 8 p.m. tonight."
        );
    }

    #[test]
    fn patterns_match_what_they_say() {
        let matches = |text: &str| SAID_TWICE.iter().any(|pattern| pattern.is_match(text));
        for text in [
            "8 p.m. tonight",
            "9:30 a.m. in the morning",
            "5am this morning",
            "at 12 noon",
        ] {
            assert!(matches(text), "{text}");
        }
        assert!(!matches("8 p.m. Thursday") && !matches("12 Noon Street"));
        let has_part = |text: &str| PARTS_OF_DAYS.as_ref().is_some_and(|parts| parts.is_match(text));
        assert!(has_part("tonight") && has_part("in the evening") && has_part("noon") && !has_part("the evening news"));
    }
}
