//! Flags a plan for a day that was over when the story was published. It never guesses what happened on that day.
//!
//! ## What it flags
//!
//! “Will”, “plans to”, “is to”, “is set to” and the like with a date before the draft's own date, or with a weekday that was past
//! at publication because the story was filed days earlier.
//!
//! ## Why it matters in a newsroom
//!
//! A story that was held, or a paragraph from an older one, announces what readers have already seen.
//!
//! ## Example
//!
//! > BRANDVIK, May 7, 2031 (NPA) - The ministers will meet on May 2.
//!
//! ## Better
//!
//! > BRANDVIK, May 7, 2031 (NPA) - The ministers met on May 2.
//!
//! ## When it is wrong
//!
//! Quotations, headings, conditions (“if”, “unless”), earlier plans (“previously said they will”) and dates more than a
//! month back, which are background, are left alone. So is a day that belongs to something else in the sentence: “will
//! review the May 2 accident”, “will be fined for a spill on May 2”, “charged with robbing a bank on May 2”, “nobody will
//! forget May 2”.

use jiff::civil::Date;

use crate::analysis::{AnchorSource, Time, TimeKind, times};
use crate::language::calendar;
use crate::rules::shared::narration::OwnWords;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "stale-future",
    name: "outdated plan",
    summary: "a plan for a day before the draft's date",
    category: Category::Time,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("stale_future.rs"),
    check,
};

/// Dates further back are background.
const LONGEST_BACK: i32 = 31;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(anchor) = context.facts.anchor.as_ref().map(|anchor| anchor.date) else {
        return;
    };
    let filed = filed(context, anchor);
    let mut own_words = None;
    for time in &context.facts.times {
        let Some(day) = stale_day(context, time, anchor, filed) else {
            continue;
        };
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        if own_words.hold(context, time.place) && context.facts.plan_for(time.place).is_some() {
            let message = format!(
                "Outdated plan: “{}” ({}) is before the draft's date, {}",
                context.text(time.place),
                times::in_words(day, context.facts.locale),
                times::in_words(anchor, context.facts.locale)
            );
            let finding = Finding::at(context.source_span(time.place), message);
            findings.push(finding.help("Say what happened, or check the date."));
        }
    }
}

/// How many times at the top of a draft are checked for the one in its dateline.
const HEAD: usize = 6;

/// How sure the date of a dateline must be to count.
const SURE: f32 = 0.8;

/// The date of a dateline a few days before the date of publication.
fn filed(context: &Context<'_>, anchor: Date) -> Option<Date> {
    let source = context.facts.anchor.as_ref().map(|anchor| anchor.source)?;
    if !matches!(source, AnchorSource::FrontMatter | AnchorSource::Given) {
        return None;
    }
    let date = context.facts.datelines.iter().find_map(|dateline| dateline.date)?;
    let time = context.facts.times.iter().take(HEAD).find(|time| time.place == date)?;
    let (day, _) = time.days.filter(|_| time.confidence > SURE)?;
    (day < anchor && times::days_apart(day, anchor) <= LONGEST_BACK).then_some(day)
}

/// The day that a time names, if it is over: a date before the draft's, or a weekday counted from the day of filing.
fn stale_day(context: &Context<'_>, time: &Time, anchor: Date, filed: Option<Date>) -> Option<Date> {
    if !matches!(time.kind, TimeKind::Date | TimeKind::Time) {
        return None;
    }
    let (first, last) = time.days?;
    let text = context.text(time.place);
    let day = if text.contains(|c: char| c.is_ascii_digit()) && first == last && text.contains(char::is_alphabetic) {
        first
    } else {
        // A weekday alone follows the verb, so it is past only if the story was filed earlier.
        let filed = filed?;
        let weekday = i32::from(calendar::weekday(text)?.to_monday_one_offset());
        let ahead = (weekday - i32::from(filed.weekday().to_monday_one_offset())).rem_euclid(7);
        filed.checked_add(jiff::Span::new().days(ahead)).ok()?
    };
    (day < anchor && times::days_apart(day, anchor) <= LONGEST_BACK).then_some(day)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::findings;

    #[test]
    fn the_message_names_both_days() {
        let found =
            findings("BRANDVIK, May 7, 2031 (NPA) - The ministers of Norland will meet in the harbour on May 2.");
        let messages: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(messages.len(), 1);
        assert!(
            messages[0].starts_with("Outdated plan: “May 2” (Friday"),
            "{messages:?}"
        );
    }
}
