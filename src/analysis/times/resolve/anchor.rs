//! The date a draft is read against. Where nothing gives one, it gives none.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::analysis::times::expression::{Expression, YearName};
use crate::analysis::times::read::{TimeReader, calendar_date, figures_anywhere};
use crate::analysis::times::types::{Anchor, AnchorSource, LocalTime};
use crate::analysis::times::words::tokens;
use crate::analysis::{BlockFacts, DraftSettings};
use crate::markup::{Block, BlockKind, Field, FrontMatter, Furniture, Markup};
use crate::text::table;

/// Fields of the front matter that hold the draft's date, best first.
fn fields() -> impl Iterator<Item = &'static str> {
    table::lines(include_str!("../data/front_matter.tsv"))
}

/// How many blocks at the head of a draft may hold its date.
const HEAD: usize = 4;

/// How many characters of a field or a file name are read.
const LONGEST: usize = 200;

/// How many bytes a date line may have besides its date, and a dateline before it.
const MOST_BESIDE: usize = 40;

/// A date in the text that is older belongs to what the draft reports.
const OLDEST: i16 = 1950;

/// The best date there is.
#[must_use]
pub fn anchor_of(markup: &Markup, blocks: &[Arc<BlockFacts>], settings: &DraftSettings) -> Option<Anchor> {
    let found = |date: Date, source: AnchorSource| Anchor { date, source };
    if let Some(date) = settings.reference_date {
        return Some(found(date, AnchorSource::Given));
    }
    let front = date_field(&markup.front).and_then(|field| date_of_field(&field.value, settings.timezone.as_ref()));
    let file_name = || settings.file_name.as_deref().and_then(date_in);
    front
        .map(|date| found(date, AnchorSource::FrontMatter))
        .or_else(|| date_line(markup, blocks).map(|date| found(date, AnchorSource::Dateline)))
        .or_else(|| in_text(markup, blocks).map(|date| found(date, AnchorSource::Text)))
        .or_else(|| file_name().map(|date| found(date, AnchorSource::FileName)))
        .or_else(|| {
            settings
                .fallback_date
                .map(|date| found(date, AnchorSource::Configuration))
        })
}

/// The field of the front matter that gives the draft's date. Linear in the fields.
#[must_use]
pub fn date_field(front: &FrontMatter) -> Option<&Field> {
    let mut given = fields().filter_map(|key| front.get(&[key]));
    given.find(|field| date_in(&field.value).is_some())
}

/// The date of a field. A time with an offset is a moment, and on which day it was depends on where the newsroom is; a
/// time without one was written there.
fn date_of_field(value: &str, timezone: Option<&TimeZone>) -> Option<Date> {
    let moment = |zone: &TimeZone| {
        // YAML allows a blank in place of the “T”.
        let written = value.trim().replacen(' ', "T", 1).replace(' ', "");
        let moment: Timestamp = written.parse().ok()?;
        Some(zone.to_datetime(moment).date())
    };
    timezone.and_then(moment).or_else(|| date_in(value))
}

/// The first full date in a short text.
#[must_use]
pub fn date_in(text: &str) -> Option<Date> {
    let head: String = text.chars().take(LONGEST).collect();
    // A file name joins its words by marks that would glue figures to letters.
    let head = head.replace(['_', 'T'], " ");
    let tokens = tokens(&head);
    let reader = TimeReader { tokens: &tokens };
    (0..tokens.len()).find_map(|at| {
        let found = figures_anywhere(reader, at).or_else(|| calendar_date(reader, at))?;
        full_date(&found.expression)
    })
}

fn full_date(expression: &Expression) -> Option<Date> {
    match expression {
        Expression::Day(day) => match day.year {
            YearName::Given(year) => Date::new(year, day.month, day.day).ok(),
            _ => None,
        },
        Expression::Clock { day: Some(day), .. } => full_date(day),
        _ => None,
    }
}

/// A block at the head that is little more than a date ("Friday, June 9, 2017", "Published 3 May 2026 at 10:15").
fn date_line(markup: &Markup, blocks: &[Arc<BlockFacts>]) -> Option<Date> {
    markup
        .blocks
        .iter()
        .zip(blocks)
        .take(HEAD + 2)
        .find_map(|(block, facts)| {
            let time = facts.times.first()?;
            let date = full_date(&time.expression)?;
            (is_date_line(block, time)).then_some(date)
        })
}

fn is_date_line(block: &Block, time: &LocalTime) -> bool {
    match block.kind {
        BlockKind::Furniture(Furniture::Dateline) => true,
        BlockKind::Furniture(Furniture::Embargo) | BlockKind::Caption | BlockKind::TableCell => false,
        // A dateline before the first sentence: "LAGOS, 3 May 2026 (Agency) -".
        _ => {
            block.text.len() - time.span.len() < MOST_BESIDE
                || time.span.start < MOST_BESIDE
                    && block.text.get(time.span.end..).is_some_and(|rest| {
                        rest.starts_with(" (")
                            || rest.starts_with(" -")
                            || rest.starts_with(" –")
                            || rest.starts_with(" —")
                    })
        }
    }
}

/// The one full date of the captions, or else of the head of the text; several dates say nothing.
fn in_text(markup: &Markup, blocks: &[Arc<BlockFacts>]) -> Option<Date> {
    let only = |captions: bool| -> Option<Date> {
        let mut dates = markup
            .blocks
            .iter()
            .zip(blocks)
            .enumerate()
            .filter(|(index, (block, _))| {
                if captions {
                    block.kind == BlockKind::Caption
                } else {
                    *index < HEAD
                }
            })
            .flat_map(|(_, (_, facts))| facts.times.iter().filter_map(|time| full_date(&time.expression)))
            .filter(|date| date.year() >= OLDEST);
        let first = dates.next()?;
        dates.all(|other| other == first).then_some(first)
    };
    only(true).or_else(|| only(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_day_it_was_in_the_newsroom() {
        let zone = TimeZone::fixed(jiff::tz::offset(9));
        let day = |value: &str, zone: Option<&TimeZone>| date_of_field(value, zone).map(|date| date.to_string());
        for value in [
            "2031-05-05T20:30:00Z",
            "2031-05-05 20:30:00 +00:00",
            "2031-05-05T22:30:00+02:00",
        ] {
            assert_eq!(day(value, Some(&zone)).as_deref(), Some("2031-05-06"), "{value}");
            assert_eq!(day(value, None).as_deref(), Some("2031-05-05"), "{value}");
        }
        for value in ["2031-05-05", "2031-05-05T23:30:00", "May 5, 2031"] {
            assert_eq!(day(value, Some(&zone)).as_deref(), Some("2031-05-05"), "{value}");
        }
    }
}
