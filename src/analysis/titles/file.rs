//! Compares titles with the newsroom's file of people. What the file does not settle is left alone.

use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::register::{Entry, Register, Title};
use crate::analysis::times::days_apart;
use crate::analysis::titles::office::{contradict, head};
use crate::analysis::titles::offices::{Office, office};
use crate::analysis::titles::types::{FileSays, HeldTitle, TitleMismatch};
use crate::analysis::{Actor, Mention, Place, Time};
use crate::markup::Markup;

/// What the titles of a draft are compared with.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The newsroom's file of people.
    pub register: &'a Register,
    /// The day the draft is read against.
    pub day: Option<Date>,
    /// Who is in the draft.
    pub actors: &'a [Arc<Actor>],
    /// Where they are named.
    pub mentions: &'a [Mention],
    /// The days that the draft names.
    pub times: &'a [Time],
}

/// The titles that the file has otherwise, in order.
#[must_use]
pub fn against_file(markup: &Markup, titles: &[HeldTitle], known: Compared<'_>) -> Vec<TitleMismatch> {
    let mismatches = titles.iter().filter(|title| title.is_before).filter_map(|title| {
        let mention = known.mentions.get(title.mention.0)?;
        let id = known.actors.get(mention.actor?.0)?.entry?;
        let entry = known.register.get(id)?;
        let text = title.place.span.of(&title.place.block.of(&markup.blocks)?.text);
        let file_says = compare(entry, text, title.place, known)?;
        Some(TitleMismatch {
            place: title.place,
            entry: id,
            file_says,
        })
    });
    mismatches.collect()
}

fn compare(entry: &Entry, written: &str, place: Place, known: Compared<'_>) -> Option<FileSays> {
    let is_same = |title: &Title| !contradict(&title.text, written) && head(&title.text) == head(written);
    if entry.titles_on(known.day).any(is_same) {
        return None;
    }
    let Some(day) = known.day else {
        return excluded(entry, written, place, known);
    };
    if let Some(past) = entry
        .titles
        .iter()
        .find(|title| is_same(title) && !title.is_held_on(day))
    {
        // What is reported of a day on which the title was held may give it.
        if names_a_day_of(past, place, known.times) {
            return None;
        }
        return match (past.valid_until, past.valid_from) {
            (Some(until), _) if until < day => Some(FileSays::Until(past.text.clone(), until)),
            (_, Some(from)) => Some(FileSays::From(past.text.clone(), from)),
            _ => None,
        };
    }
    let mut held = entry.titles_on(Some(day));
    let other = held.find(|title| contradict(&title.text, written));
    other
        .map(|other| FileSays::Other(other.text.clone()))
        .or_else(|| excluded(entry, written, place, known))
}

/// A title of the file that nobody holds together with the one that is written: "Mayor of Senn", where the draft has "Foreign
/// Minister". Without a day of the draft only a title without days says so.
fn excluded(entry: &Entry, written: &str, place: Place, known: Compared<'_>) -> Option<FileSays> {
    let written = office(written)?;
    let is_held = |title: &Title| match known.day {
        Some(day) => title.is_held_on(day),
        None => title.valid_from.is_none() && title.valid_until.is_none(),
    };
    let excludes = |title: &&Title| {
        let held = Office::held(&title.text);
        is_held(title) && held.is_some_and(|held| held.excludes(written))
    };
    // Of another time the title may be right.
    let other = entry.titles.iter().find(excludes)?;
    let is_now =
        !times_of(place, known.times).any(|(_, last)| known.day.is_none_or(|day| days_apart(last, day) > YEAR));
    is_now.then(|| FileSays::Other(other.text.clone()))
}

/// How many days back a time is that tells of another one.
const YEAR: i32 = 365;

/// How many times of a block are looked at, so that a block of megabytes is not read for every name.
const LOOKED_AT: usize = 64;

/// Whether the block names a day on which the title was held.
fn names_a_day_of(title: &Title, place: Place, times: &[Time]) -> bool {
    times_of(place, times).any(|(first, last)| title.is_held_on(first) || title.is_held_on(last))
}

/// The days that the block of a place names.
fn times_of(place: Place, times: &[Time]) -> impl Iterator<Item = (Date, Date)> {
    let from = times.partition_point(|time| time.place.block < place.block);
    let of_block = times.iter().skip(from);
    of_block
        .take_while(move |time| time.place.block == place.block)
        .take(LOOKED_AT)
        .filter_map(|time| time.days)
}
