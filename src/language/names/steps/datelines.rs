//! Places before the first sentence of a story: "PORT VELD, Norland (AP) — ". It reads no date.

use std::ops::Range;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{Lists, is_no_name};
use crate::language::{Name, NameKind};

const DASHES: [u64; 2] = [word("-"), word("--")];
const COMMA: u64 = word(",");
const OPEN: u64 = word("(");

/// How many words a dateline has at most.
const LONGEST: usize = 14;

/// "ST. VELD, Norland (AP) — The council met": what is before the agency or the dash is a place.
pub(super) fn datelines(line: &NameLine<'_>, found: &mut Found) {
    let Some(end) = end_of_places(line) else { return };
    let mut places = segments(line, end).filter(|words| is_place(line, words)).peekable();
    found.rewrite(|names, name| {
        if name.words.start >= end {
            names.extend(places.by_ref().map(place));
            names.push(name);
        }
    });
    found.fill(line.len(), |gap, names| {
        if gap.start < end {
            names.extend(places.by_ref().map(place));
        }
    });
}

fn place(words: Range<usize>) -> Name {
    Name {
        words,
        kind: NameKind::Place,
    }
}

/// Where the places of a dateline end: before an agency in brackets and a dash, or, in capitals, before the dash.
fn end_of_places(line: &NameLine<'_>) -> Option<usize> {
    let limit = line.len().min(LONGEST);
    let dash = (1..limit).find(|at| DASHES.contains(&line.word(*at)) && line.starts_anew(*at))?;
    let bracket = (1..dash).find(|at| line.word(*at) == OPEN);
    let is_agency = bracket.is_some_and(|open| open + 3 == dash);
    let end = bracket.unwrap_or(dash);
    let is_name = |at: usize| line.is_capital(at) || line.is_figure(at) || line.case(at) == Case::Mark;
    let is_shouted = line.case(0) == Case::Upper && line.written(0).len() > 2;
    // A single town in capitals is known to be one without this.
    let is_place = is_shouted && bracket.is_none() && (0..end).any(|at| line.word(at) == COMMA);
    (line.is_capital(0) && (0..end).all(is_name) && (is_agency || is_place)).then_some(end)
}

/// What commas part.
fn segments(line: &NameLine<'_>, end: usize) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= end {
            return None;
        }
        let stop = (start..end).find(|at| line.word(*at) == COMMA).unwrap_or(end);
        let words = start..stop;
        start = stop + 1;
        Some(words)
    })
}

/// No date, no desk: "May 7", "REUTERS".
fn is_place(line: &NameLine<'_>, words: &Range<usize>) -> bool {
    let is_plain = |at: usize| line.is_capital(at) && !is_no_name(&line.form(at)) && !line.is_figure(at + 1);
    !words.is_empty() && words.clone().all(is_plain) && !line.is_on(words.start, Lists::ORGANIZATION)
}
