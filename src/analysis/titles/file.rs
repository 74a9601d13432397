//! Compares titles with the newsroom's file of people. What the file does not settle is left alone.

use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::register::{Entry, Register, Title};
use crate::analysis::titles::office::{contradict, head};
use crate::analysis::titles::types::{FileSays, TitleBefore, TitleMismatch};
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
pub fn against_file(markup: &Markup, titles: &[TitleBefore], known: Compared<'_>) -> Vec<TitleMismatch> {
    let mismatches = titles.iter().filter_map(|title| {
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
    let day = known.day?;
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
    let other = entry
        .titles_on(Some(day))
        .find(|title| contradict(&title.text, written))?;
    Some(FileSays::Other(other.text.clone()))
}

/// How many times of a block are looked at, so that a block of megabytes is not read for every name.
const LOOKED_AT: usize = 64;

/// Whether the block names a day on which the title was held.
fn names_a_day_of(title: &Title, place: Place, times: &[Time]) -> bool {
    let from = times.partition_point(|time| time.place.block < place.block);
    times
        .iter()
        .skip(from)
        .take_while(|time| time.place.block == place.block)
        .take(LOOKED_AT)
        .filter_map(|time| time.days)
        .any(|(first, last)| title.is_held_on(first) || title.is_held_on(last))
}
