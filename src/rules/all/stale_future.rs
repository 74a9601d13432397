//! Flags a plan for a day that was over when the story was published. It never guesses what happened on that day.
//!
//! ## What it flags
//!
//! “Will”, “is to”, “is set to” and the like with a date that lies before the draft's own date, or with a weekday that is
//! past at the date of publication because the story was filed days before.
//!
//! ## Why it matters in a newsroom
//!
//! A story that was held, or a paragraph from an older one, announces what readers have seen already.
//!
//! ## Example
//!
//! > (filed May 7, published May 12) The ministers will meet on Friday.
//!
//! ## Better
//!
//! > The ministers met on Friday.
//!
//! ## When it is wrong
//!
//! Quotations, headings, conditions (“if”, “unless”), what was planned earlier (“previously said they will”) and dates more
//! than a month back are left alone: those are background. “Will review the May 2 accident” plans nothing for that day
//! and is left alone.

use jiff::civil::Date;

use crate::analysis::{AnchorSource, BlockFacts, Place, Time, TimeKind, times};
use crate::language::{Tag, Upos};
use crate::markup::{BlockKind, Furniture};
use crate::rules::shared::narration::Marked;
use crate::rules::{Category, Context, Finding, Level, Rule};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "stale-future",
    summary: "a plan for a day that is over at the draft's date",
    category: Category::Time,
    level: Some(Level::Warning),
    since: "0.1.0",
    options: &[],
    file: include_str!("stale_future.rs"),
    check,
};

/// Dates further back belong to the background.
const LONGEST_BACK: i32 = 31;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(anchor) = context.facts.anchor.as_ref().map(|anchor| anchor.date) else {
        return;
    };
    let filed = filed(context, anchor);
    let mut marked = None;
    for time in &context.facts.times {
        let Some(day) = stale_day(context, time, anchor, filed) else {
            continue;
        };
        let marked = marked.get_or_insert_with(|| Marked::of(context));
        let Some(facts) = context.blocks.get(time.place.block) else {
            continue;
        };
        let text = context
            .markup
            .blocks
            .get(time.place.block)
            .map_or("", |block| block.text.as_str());
        if marked.is_narration(context, time.place) && is_planned(facts, text, time.place) {
            let message = format!(
                "“{}” is {}, which is over at the draft's date, {}",
                context.text(time.place),
                times::in_words(day),
                times::in_words(anchor)
            );
            let mut finding = Finding::at(context.source_span(time.place), message);
            finding.help = "Say what happened, or check the date.".to_owned();
            findings.push(finding);
        }
    }
}

/// The date of a dateline that lies some days before the date of publication.
fn filed(context: &Context<'_>, anchor: Date) -> Option<Date> {
    let source = context.facts.anchor.as_ref().map(|anchor| anchor.source)?;
    if !matches!(source, AnchorSource::FrontMatter | AnchorSource::Given) {
        return None;
    }
    let head = |time: &&Time| {
        context.markup.blocks.get(time.place.block).is_some_and(|block| {
            block.kind == BlockKind::Furniture(Furniture::Dateline)
                || block.kind == BlockKind::Paragraph
                    && time.place.span.start < 40
                    && is_dateline(&block.text, time.place)
        })
    };
    let first = context.facts.times.iter().take(6).find(head)?;
    let (day, _) = first.days.filter(|_| first.confidence > 0.8)?;
    (day < anchor && times::days_apart(day, anchor) <= LONGEST_BACK).then_some(day)
}

/// “BRANDVIK, May 7 (NPA) -”: capitals before the date, and a mark behind it.
fn is_dateline(text: &str, place: Place) -> bool {
    let before = text.get(..place.span.start).unwrap_or("");
    let behind = text.get(place.span.end..).unwrap_or("");
    let city = before.split([',', ' ']).next().unwrap_or("");
    let marked = [" (", " -", " –", " —"].iter().any(|mark| behind.starts_with(mark));
    marked && city.chars().count() > 2 && city.chars().all(char::is_uppercase)
}

/// The day that a time names, where it is over: a date before the draft's, or a weekday counted from the day of filing.
fn stale_day(context: &Context<'_>, time: &Time, anchor: Date, filed: Option<Date>) -> Option<Date> {
    if !matches!(time.kind, TimeKind::Date | TimeKind::Time) {
        return None;
    }
    let (first, last) = time.days?;
    let text = context.text(time.place);
    let day = if text.contains(|c: char| c.is_ascii_digit()) && first == last && text.contains(char::is_alphabetic) {
        first
    } else {
        // A weekday alone follows the verb, so it is past only where the story was filed before.
        let filed = filed?;
        let weekday = weekday_named(text)?;
        let ahead = (weekday - i32::from(filed.weekday().to_monday_one_offset())).rem_euclid(7);
        filed.checked_add(jiff::Span::new().days(ahead)).ok()?
    };
    (day < anchor && times::days_apart(day, anchor) <= LONGEST_BACK).then_some(day)
}

fn weekday_named(text: &str) -> Option<i32> {
    const NAMES: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let position = NAMES.iter().position(|name| *name == text)?;
    i32::try_from(position + 1).ok()
}

/// Whether a verb that looks ahead governs the time: the nearest finite one before it in its sentence, or behind it where
/// the time begins the sentence.
fn is_planned(facts: &BlockFacts, text: &str, place: Place) -> bool {
    let language = &facts.language;
    let Some(sentence) = language
        .sentence_at(place.span.start)
        .and_then(|index| language.sentences.get(index))
    else {
        return false;
    };
    let words: Vec<Token> = language
        .words
        .iter()
        .skip(language.word_from(sentence.span.start))
        .take_while(|word| word.span.start < sentence.span.end)
        .take(LONGEST_SENTENCE)
        .map(|word| Token {
            span: word.span,
            upos: word.upos,
            tag: word.tag,
            lower: word.span.of(text).to_lowercase(),
        })
        .collect();
    let first = words.partition_point(|word| word.span.start < place.span.start);
    let behind = words.partition_point(|word| word.span.start < place.span.end);
    if words.iter().any(is_condition) || is_attribute(&words, first, behind) {
        return false;
    }
    let clause = words
        .iter()
        .take(first)
        .rposition(|word| !matches!(word.upos, Upos::Adp | Upos::Cconj));
    // A dash behind a dateline begins the sentence as well.
    let begins = clause
        .and_then(|at| words.get(at))
        .is_none_or(|word| word.upos == Upos::Punct && word.lower != ",");
    let verb = if begins {
        (behind..words.len()).find(|at| is_finite(&words, *at))
    } else {
        (0..first).rev().find(|at| is_finite(&words, *at))
    };
    verb.is_some_and(|at| looks_ahead(&words, at))
}

/// A word of the sentence.
struct Token {
    span: Span,
    upos: Upos,
    tag: Tag,
    lower: String,
}

/// Longer sentences are lists.
const LONGEST_SENTENCE: usize = 80;

/// Words that make the plan a condition, or one of an earlier day.
fn is_condition(word: &Token) -> bool {
    matches!(
        word.lower.as_str(),
        "if" | "unless"
            | "whether"
            | "would"
            | "could"
            | "previously"
            | "originally"
            | "earlier"
            | "had"
            | "then"
            | "since"
    )
}

/// Whether the time only describes something: “the May 2 accident”, “Friday's vote”, “the vote of May 2”.
fn is_attribute(words: &[Token], first: usize, behind: usize) -> bool {
    let before = first.checked_sub(1).and_then(|at| words.get(at));
    let described = before.is_some_and(|word| {
        matches!(
            word.lower.as_str(),
            "the"
                | "a"
                | "an"
                | "of"
                | "from"
                | "since"
                | "after"
                | "before"
                | "its"
                | "their"
                | "his"
                | "her"
                | "s"
                | "dated"
                | "record"
        )
    });
    let describes = words.get(behind).is_some_and(|word| {
        matches!(word.upos, Upos::Noun | Upos::Adj | Upos::Num) || matches!(word.lower.as_str(), "'s" | "’s" | "-")
    });
    described || describes
}

fn is_finite(words: &[Token], at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        matches!(
            word.tag,
            Tag::Modal | Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense
        ) && word.lower != "'s"
    })
}

/// “Will”, “’ll”, and “is to”, “is set to”, “are due to”.
fn looks_ahead(words: &[Token], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    match word(at) {
        // “Will have been told by then” looks back.
        "will" | "'ll" | "’ll" | "wo" => !(at + 1..at + 3).any(|next| word(next) == "have"),
        "is" | "are" => {
            let planned = matches!(
                word(at + 1),
                "set" | "due" | "scheduled" | "expected" | "slated" | "planning"
            );
            word(at + 1) == "to" || planned && matches!(word(at + 2), "to" | "for")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::findings;

    #[test]
    fn the_message_names_both_days() {
        let found =
            findings("BRANDVIK, May 7, 2031 (NPA) - The ministers of Norland will meet in the harbour on May 2.");
        let messages: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(
            messages,
            ["“May 2” is Friday 2 May 2031, which is over at the draft's date, Wednesday 7 May 2031"]
        );
    }
}
