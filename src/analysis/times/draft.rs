//! The times of a draft: the expressions of its blocks, set against its date in order. It reads no text but to show what is wrong
//! with it, and it is linear in the number of expressions.

use std::sync::{Arc, LazyLock};

use crate::analysis::locale::Locale;
use crate::analysis::times::another_time::is_of_another_time;
use crate::analysis::times::calendar::{flag, is_tabular};
use crate::analysis::times::expression::Expression;
use crate::analysis::times::resolve::{Story, anchor_of};
use crate::analysis::times::types::{Anchor, CalendarFlag, LocalTime, Time};
use crate::analysis::{BlockFacts, DraftSettings, Place};
use crate::language::NameKind;
use crate::markup::{Block, BlockId, BlockKind, Furniture, Markup};
use crate::text::{calendar, table};

/// The times of a draft, what contradicts the calendar, and the date the draft is read against.
#[must_use]
pub fn of_draft(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    settings: &DraftSettings,
    locale: Locale,
) -> (Vec<Time>, Vec<CalendarFlag>, Option<Anchor>) {
    let anchor = anchor_of(markup, blocks, settings);
    let date = anchor.as_ref().map(|anchor| anchor.date);
    let mut story = Story::new(date, locale);
    let surnames = weekday_surnames(markup, blocks);
    let mut times = Vec::new();
    let mut flags = Vec::new();
    for (id, (block, facts)) in BlockId::number(markup.blocks.iter().zip(blocks)) {
        if matches!(block.kind, BlockKind::Furniture(Furniture::Slug | Furniture::Byline)) {
            continue;
        }
        let mut tabular = None;
        for time in &facts.times {
            let place = Place::new(id, time.span);
            if is_surname(&block.text, time, &surnames) {
                continue;
            }
            // Tables hold results and rates, and headings of their own: their dates are nobody's prose.
            if block.kind != BlockKind::TableCell
                && let Some(flag) = flag(&time.expression, place, &block.text, date, locale)
                && !*tabular.get_or_insert_with(|| is_tabular(&block.text, &facts.times))
            {
                flags.push(flag);
            }
            let resolved = if is_stamp(block, time) || is_of_another_time(block, facts, time, date) {
                story.leave_open(&time.expression)
            } else {
                story.resolve(&time.expression, time.direction)
            };
            times.push(Time {
                place,
                kind: time.kind,
                value: resolved.value,
                days: resolved.days,
                confidence: resolved.confidence,
                because: resolved.because,
            });
        }
    }
    (times, flags, anchor)
}

/// The weekdays that are last names of people in the draft: "Neil Sunday".
fn weekday_surnames<'a>(markup: &'a Markup, blocks: &[Arc<BlockFacts>]) -> Vec<&'a str> {
    let mut surnames = Vec::new();
    for (block, facts) in markup.blocks.iter().zip(blocks) {
        let people = facts.language.names.iter();
        let people = people.filter(|name| name.kind == NameKind::Person && name.words.len() > 1);
        let last = people.filter_map(|name| facts.language.words.get(name.words.end - 1));
        surnames.extend(
            last.map(|word| word.span.of(&block.text))
                .filter(|word| calendar::is_weekday(word)),
        );
    }
    surnames
}

/// Words before a weekday that is a day.
static OF_DAYS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/before_weekdays.txt")).collect());

/// Whether a weekday may be the last name of somebody in the draft: "Sunday won", but not "on Sunday".
fn is_surname(text: &str, time: &LocalTime, surnames: &[&str]) -> bool {
    surnames.iter().any(|surname| time.span.of(text).starts_with(surname)) && {
        let before = text.get(..time.span.start).unwrap_or("");
        let before = before.split_whitespace().next_back().unwrap_or("");
        !OF_DAYS.iter().any(|word| before.eq_ignore_ascii_case(word))
    }
}

/// Whether a heading is nothing but a weekday with a clock time: a live blog goes on for days after the one it began on.
fn is_stamp(block: &Block, time: &LocalTime) -> bool {
    const BESIDE: usize = 4;
    let is_weekday = |expression: &Expression| matches!(expression, Expression::Weekday { shift: None, .. });
    let is_open = match &time.expression {
        Expression::Clock { day: Some(day), .. } => is_weekday(day),
        expression => is_weekday(expression),
    };
    matches!(block.kind, BlockKind::Heading(_)) && is_open && block.text.len() <= time.span.len() + BESIDE
}
