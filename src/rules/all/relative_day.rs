//! Flags “yesterday”, “tomorrow” and “tonight” in the draft's own words. It never touches what a speaker said.
//!
//! ## What it flags
//!
//! “Yesterday”, “tomorrow” and “tonight” in the running text, outside quotation marks. “Today” is flagged only if the
//! option asks for it, since it more often means “nowadays” than a day.
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
//! Quotations, titles, headings, captions and live blogs are left alone, as are “a better tomorrow”, “the leaders of
//! tomorrow”, “yesterday's news” and names (“Tonight Show”). A newsletter that refers to its own day on purpose can
//! turn the rule off.

use jiff::civil::Date;

use crate::analysis::{Place, Time};
use crate::language::calendar;
use crate::markup::BlockKind;
use crate::rules::shared::narration::{OwnWords, begins_sentence, word_before};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, RuleOption};
use crate::text::{Span, table};

/// The rule.
pub const RULE: Rule = Rule {
    code: "relative-day",
    summary: "“yesterday”, “tomorrow” or “tonight” outside quotations",
    category: Category::Time,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    options: &[&TODAY],
    file: include_str!("relative_day.rs"),
    check,
};

/// Whether “today” is flagged too.
const TODAY: RuleOption<bool> = RuleOption {
    name: "today",
    default: false,
    summary: "Flags “today” as well.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let today = context.option(&TODAY);
    let mut of_draft = None;
    for time in &context.facts.times {
        let Some((place, word)) = relative_word(context, time, today) else {
            continue;
        };
        let (own_words, live) = of_draft.get_or_insert_with(|| (OwnWords::of(context), is_live(context)));
        if *live || !own_words.hold(context, place) || is_no_day(context, place) {
            continue;
        }
        findings.push(finding(context, time, place, word));
    }
}

/// The relative word in a time expression.
fn relative_word<'a>(context: &Context<'a>, time: &Time, today: bool) -> Option<(Place, &'a str)> {
    let text = context.text(time.place);
    let mut start = 0;
    for part in text.split(|c: char| !c.is_alphabetic()) {
        let known = match part.to_ascii_lowercase().as_str() {
            "yesterday" | "tomorrow" | "tonight" => true,
            "today" => today,
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

/// “A better tomorrow”, “the leaders of tomorrow”, “yesterday's men”, “the Tonight Show”: no day is meant.
fn is_no_day(context: &Context<'_>, place: Place) -> bool {
    let Some(block) = place.block.of(&context.markup.blocks) else {
        return true;
    };
    let text = block.text.as_str();
    let after = text.get(place.span.end..).unwrap_or("");
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
    name || figurative || idiom
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

/// Whether the draft is written as the day goes by: then “tonight” is what its readers would say.
fn is_live(context: &Context<'_>) -> bool {
    let marks = [
        "live blog",
        "liveblog",
        "live updates",
        "live coverage",
        "as it happened",
        "newsletter",
        "live:",
    ];
    let heads = context.markup.blocks.iter().take(6).filter(|block| {
        matches!(
            block.kind,
            BlockKind::Heading(_) | BlockKind::Field(_) | BlockKind::Furniture(_)
        )
    });
    let says = |text: &str| {
        let lower = text.to_lowercase();
        marks.iter().any(|mark| lower.contains(mark))
    };
    heads.into_iter().any(|block| says(&block.text))
        || context
            .markup
            .blocks
            .first()
            .is_some_and(|block| block.text.len() < 100 && says(&block.text))
}

fn finding(context: &Context<'_>, time: &Time, place: Place, word: &str) -> Finding {
    let finding = Finding::at(context.source_span(place), format!("Relative day: “{word}”"))
        .help("Use the weekday or the date; readers may see this on another day.");
    let day = time.days.map(|(day, _)| day).filter(|_| context.facts.anchor.is_some());
    finding.fixes(day.map(|day| fixes(context, place, word, day)).unwrap_or_default())
}

/// The weekday, and the weekday with “on” unless the word before it rules that out.
fn fixes(context: &Context<'_>, place: Place, word: &str, day: Date) -> Vec<Fix> {
    let block = place.block.of(&context.markup.blocks);
    let text = block.map_or("", |block| block.text.as_str());
    let weekday = calendar::weekday_name(day.weekday());
    let after = text.get(place.span.end..).unwrap_or("");
    // “10 p.m. tonight” already says which part of the day it is.
    let with_clock = text
        .get(..place.span.start)
        .unwrap_or("")
        .trim_end()
        .to_lowercase()
        .ends_with(['.', 'm', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    let night = word.eq_ignore_ascii_case("tonight") && !with_clock;
    let plain = if night {
        format!("{weekday} night")
    } else {
        weekday.to_owned()
    };
    let genitive = after.starts_with(['\'', '’']);
    let led = has(
        include_str!("../data/words_before_days.txt"),
        &word_before(text, place.span.start),
    );
    let fix = |text: String| {
        let edit = Edit::replace(context.source_span(place), text.clone());
        Fix::suggest(format!("Write “{text}”"), [edit])
    };
    let mut fixes = vec![fix(plain.clone())];
    if !genitive && !led && !with_clock {
        let on = if begins_sentence(text, place.span.start) {
            "On"
        } else {
            "on"
        };
        fixes.push(fix(format!("{on} {plain}")));
    }
    fixes
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
            ["Remove “p.m.”", "Write “Wednesday”"]
        );
        assert!(titles("The ministers of Norland met yesterday in the old harbour.").is_empty());
    }

    #[test]
    fn today_is_flagged_where_it_is_asked_for() {
        let text = "The ministers of Norland meet today in the old harbour.";
        assert!(alone(&RULE).findings(text).is_empty());
        assert_eq!(alone(&RULE).with(&TODAY, true).marked(text), ["today"]);
    }
}
