//! Flags “yesterday”, “tomorrow” and “tonight” in the draft's own words. It never touches what a speaker said.
//!
//! ## What it flags
//!
//! “Yesterday”, “tomorrow” and “tonight” in the running text, outside quotation marks, and “today” beside a time of day (“at 6 p.m.
//! today”). Any other “today” is flagged only if the option asks for it, since it more often means “nowadays” than a day.
//!
//! ## Why it matters in a newsroom
//!
//! A story is read on a different day than it was written, and in other time zones. The weekday stays right. If the
//! draft's date is known, the weekday is offered.
//!
//! ## Example
//!
//! > The ministers of Norland met yesterday.
//!
//! ## Better
//!
//! > The ministers of Norland met Tuesday.
//!
//! ## When it is wrong
//!
//! Quotations, what somebody is reported to have said without quotation marks, interviews, titles, headings, captions
//! and live blogs are left alone, as are conditions (“even if they signed tomorrow”), “here today, gone tomorrow”, “a
//! better tomorrow”, “the leaders of tomorrow”, “yesterday's news” and names (“Tonight Show”). A draft is a live blog
//! if a heading or a field of its front matter says so. A newsletter that refers to its own day on purpose can turn the
//! rule off.

use jiff::civil::Date;

use crate::analysis::{Place, QuotationKind, Time, times};
use crate::language::calendar;
use crate::rules::shared::narration::{OwnWords, begins_sentence, word_before};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, RuleOption, Scope};
use crate::text::{Span, table};

/// The rule.
pub const RULE: Rule = Rule {
    code: "relative-day",
    name: "relative day",
    summary: "“yesterday”, “tomorrow” or “tonight” outside quotations",
    category: Category::Time,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[&TODAY],
    file: include_str!("relative_day.rs"),
    check,
};

/// Whether “today” is flagged too.
const TODAY: RuleOption<bool> = RuleOption {
    name: "today",
    default: false,
    summary: "Flags every “today”, not only one beside a time of day.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let today = context.option(&TODAY);
    if context.facts.is_live {
        return;
    }
    let mut of_draft = None;
    for time in context.times() {
        let Some((place, word)) = relative_word(context, time, today) else {
            continue;
        };
        let own_words = of_draft.get_or_insert_with(|| OwnWords::of(context));
        let is_own = own_words.hold(context, place) && !is_reported(context, place);
        if is_own && !is_no_day(context, place) && !is_supposed(context, place) {
            findings.push(finding(context, time, place, word));
        }
    }
}

/// Whether a day is in what somebody is reported to have said: it counts from the day on which they said it.
fn is_reported(context: &Context<'_>, place: Place) -> bool {
    let quotations = context.quotations_in(place.block).iter();
    let mut reported = quotations.filter(|quotation| quotation.kind == QuotationKind::Indirect);
    reported.any(|quotation| quotation.place.covers(place))
}

/// “Even if they signed tomorrow”: no day is meant, only soon.
fn is_supposed(context: &Context<'_>, place: Place) -> bool {
    let paragraph = context.paragraph(place);
    paragraph.is_some_and(|here| times::is_supposed(&here.block.text, &here.facts.language, place.span))
}

/// The relative word in a time expression; all of “the day before yesterday”, which names another day.
fn relative_word<'a>(context: &Context<'a>, time: &Time, today: bool) -> Option<(Place, &'a str)> {
    let text = context.text(time.place);
    let lower = text.to_lowercase();
    if lower.ends_with("day before yesterday") || lower.ends_with("day after tomorrow") {
        return Some((time.place, text));
    }
    let mut start = 0;
    for part in text.split(|c: char| !c.is_alphabetic()) {
        let known = match part.to_ascii_lowercase().as_str() {
            "yesterday" | "tomorrow" | "tonight" => true,
            "today" => today || has_clock(text),
            _ => false,
        };
        if known {
            let at = time.place.span.start + start;
            return Some((Place::new(time.place.block, Span::new(at, at + part.len())), part));
        }
        start += part.len();
        start += text
            .get(start..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
    }
    None
}

/// Whether a time expression says which time of the day: “6 p.m. today”, “today at noon”.
fn has_clock(time: &str) -> bool {
    let time = time.to_lowercase();
    let mut words = time.split_whitespace().map(|word| word.trim_end_matches(','));
    words.any(|word| {
        let is_half = ["a.m.", "p.m.", "a.m", "p.m"].iter().any(|half| word.ends_with(half));
        is_half || CLOCK_WORDS.contains(&word) || is_hour(word)
    })
}

/// Words that say which time of the day it is.
const CLOCK_WORDS: [&str; 5] = ["am", "pm", "noon", "midnight", "o'clock"];

/// “18:30”, “6pm”.
fn is_hour(word: &str) -> bool {
    let digits = word.trim_end_matches("pm").trim_end_matches("am");
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number(digits) && digits.len() < word.len()
        || digits
            .split_once(':')
            .is_some_and(|(hour, minutes)| is_number(hour) && is_number(minutes))
}

/// “A better tomorrow”, “the leaders of tomorrow”, “yesterday's men”, “the Tonight Show”: no day is meant.
fn is_no_day(context: &Context<'_>, place: Place) -> bool {
    let (text, after) = (context.text_around(place), context.text_after(place));
    let capital = context.text(place).starts_with(char::is_uppercase);
    let name = capital && (!begins_sentence(text, place.span.start) || next_is_capital(after));
    let figurative = has(
        include_str!("../data/figurative_days.txt"),
        &word_before(text, place.span.start),
    );
    let idiom = ["'s ", "’s "].iter().any(|genitive| {
        let rest = after.strip_prefix(genitive).unwrap_or("");
        let noun = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        has(include_str!("../data/nouns_of_days.txt"), noun)
    });
    let before = context.text_before(place).to_lowercase().replace('’', "'");
    let is_phrase = table::lines(include_str!("../data/figurative_phrases.txt"))
        .any(|phrase| before.strip_suffix(' ').is_some_and(|before| before.ends_with(phrase)));
    name || figurative || idiom || is_phrase
}

/// Whether a list has a word.
fn has(list: &'static str, word: &str) -> bool {
    table::lines(list).any(|listed| listed == word)
}

fn next_is_capital(after: &str) -> bool {
    after
        .strip_prefix(' ')
        .is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

fn finding(context: &Context<'_>, time: &Time, place: Place, word: &str) -> Finding {
    let finding = Finding::at(context.source_span(place), format!("Relative day: “{word}”"))
        .help("Use the weekday or the date; readers may see this on another day.");
    let day = time.days.map(|(day, _)| day).filter(|_| context.facts.anchor.is_some());
    finding.fixes(day.map(|day| fixes(context, place, word, day)).unwrap_or_default())
}

/// The weekday, and the weekday with “on” unless the word before it rules that out.
fn fixes(context: &Context<'_>, place: Place, word: &str, day: Date) -> Vec<Fix> {
    let (before, after) = (context.text_before(place), context.text_after(place));
    let weekday = calendar::weekday_name(day.weekday());
    let is_night = word.eq_ignore_ascii_case("tonight");
    let clock = clock_before(before);
    let plain = match clock {
        // “10 p.m. tonight” already says which part of the day it is, “at 10 tonight” does not.
        Some(Clock::Whole) => weekday.to_owned(),
        Some(Clock::WithoutHalf) if is_night => format!("p.m. {weekday}"),
        _ if is_night => format!("{weekday} night"),
        _ => weekday.to_owned(),
    };
    let genitive = after.starts_with(['\'', '’']);
    let led = has(
        include_str!("../data/words_before_days.txt"),
        &word_before(context.text_around(place), place.span.start),
    );
    let fix = |text: String| {
        let edit = Edit::replace(context.source_span(place), text.clone());
        Fix::suggest(format!("Write “{text}”"), [edit])
    };
    let on = if begins_sentence(context.text_around(place), place.span.start) {
        "On"
    } else {
        "on"
    };
    match clock {
        Some(Clock::WithoutHalf) if !is_night => vec![fix(format!("{on} {plain}"))],
        None if !genitive && !led => vec![fix(plain.clone()), fix(format!("{on} {plain}"))],
        _ => vec![fix(plain)],
    }
}

/// A clock time right before a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    /// “8 p.m.”, “20:15”.
    Whole,
    /// “at 8”, which needs to know the half of the day.
    WithoutHalf,
}

fn clock_before(before: &str) -> Option<Clock> {
    let mut words = before.split_whitespace().rev();
    let last = words.next()?.to_lowercase();
    if ["p.m.", "a.m.", "pm", "am", "noon", "midnight"]
        .iter()
        .any(|half| last.ends_with(half))
    {
        return Some(Clock::Whole);
    }
    let led = words
        .next()
        .is_some_and(|word| has(include_str!("../data/words_before_hours.txt"), &word.to_lowercase()));
    let (hour, minutes) = last.split_once([':', '.']).unwrap_or((&last, "00"));
    let hour: u8 = hour.parse().ok().filter(|_| minutes.len() == 2)?;
    minutes.parse::<u8>().ok()?;
    match hour {
        1..=12 if led => Some(Clock::WithoutHalf),
        13..=23 if led => Some(Clock::Whole),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{alone, findings};

    fn titles(text: &str) -> Vec<String> {
        findings(text)
            .into_iter()
            .flat_map(|finding| finding.fixes)
            .map(|fix| fix.title)
            .collect()
    }

    #[test]
    fn the_weekday_is_offered_where_the_date_is_known() {
        let dated = |text: &str| format!("BRANDVIK, May 7, 2031 (NPA) - {text}");
        assert_eq!(
            titles(&dated("The ministers met yesterday in the old harbour.")),
            ["Write “Tuesday”", "Write “on Tuesday”"]
        );
        assert_eq!(
            titles(&dated("The ministers of Norland meet at 8 p.m. tonight.")),
            ["Write “p.m. Wednesday”", "Write “Wednesday”"]
        );
        assert_eq!(
            titles(&dated("The ministers of Norland meet at 8 tonight and at 9 tomorrow.")),
            ["Write “p.m. Wednesday”", "Write “on Thursday”"]
        );
        // Not “the day before Tuesday”.
        assert_eq!(
            titles(&dated("The old harbour shut the day before yesterday.")),
            ["Write “Monday”", "Write “on Monday”"]
        );
        assert!(titles("The ministers of Norland met yesterday in the old harbour.").is_empty());
    }

    #[test]
    fn today_is_flagged_where_it_is_asked_for() {
        let text = "The ministers of Norland meet today in the old harbour.";
        assert!(alone(&RULE).findings(text).is_empty());
        assert_eq!(alone(&RULE).with(&TODAY, true).marked(text), ["today"]);
        for text in [
            "The ministers of Norland meet at 6 p.m. today in the old harbour.",
            "The ministers of Norland meet today at noon in the old harbour.",
            "The ministers of Norland meet at 18:30 today in the old harbour.",
        ] {
            assert_eq!(alone(&RULE).marked(text), ["today"], "{text}");
        }
        assert!(
            alone(&RULE)
                .marked("The 12 ships of Norland today lie in the old harbour.")
                .is_empty()
        );
    }
}
