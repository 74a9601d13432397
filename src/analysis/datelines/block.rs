//! Finds the dateline of one block. It does not look whether the block is the first of the story.

use crate::analysis::datelines::types::LocalDateline;
use crate::analysis::times::LocalTime;
use crate::markup::{Block, BlockKind, Furniture};
use crate::text::Span;

/// How far into a paragraph a dateline may begin its date, in bytes.
const DATE_WITHIN: usize = 40;

/// The longest dateline, in bytes: a town, a country, a date and an agency.
const LONGEST: usize = 80;

/// The dateline of a block: all of a line that is nothing else, or what a paragraph begins with.
#[must_use]
pub fn of_block(block: &Block, times: &[LocalTime]) -> Option<LocalDateline> {
    let text = block.text.as_str();
    match block.kind {
        BlockKind::Furniture(Furniture::Dateline) => Some(LocalDateline {
            span: Span::new(0, text.len()),
            date: times.first().map(|time| time.span),
        }),
        BlockKind::Paragraph => {
            let town = town(text)?;
            let is_shouted = town.chars().all(char::is_uppercase);
            let date = times
                .iter()
                .map(|time| time.span)
                .take_while(|span| span.start < DATE_WITHIN)
                .find(|span| is_shouted && is_marked(text.get(span.end..).unwrap_or("")));
            let from = date.map_or(town.len(), |date| date.end);
            let end = end_of(text, from).or(date.map(|date| date.end))?;
            let span = Span::new(0, end);
            Some(LocalDateline { span, date })
        }
        _ => None,
    }
}

/// The first word of a text, where it is in capitals as towns of datelines are.
fn town(text: &str) -> Option<&str> {
    let town = text.split([',', ' ']).next()?;
    let is_letter = |letter: char| letter.is_uppercase() || matches!(letter, '.' | '\'' | '’' | '-');
    (town.chars().count() > 2 && town.chars().all(is_letter)).then_some(town)
}

/// Whether an agency in brackets or a dash follows.
fn is_marked(rest: &str) -> bool {
    [" (", " -", " –", " —"].iter().any(|mark| rest.starts_with(mark))
}

/// Where the dateline ends that goes on from `from`: after its dash, or after its agency where it has no dash. Between are
/// names, an agency, a date, but no word in lowercase: “NATO allies meet - again” is not.
fn end_of(text: &str, from: usize) -> Option<usize> {
    let head = text.get(..text.floor_char_boundary(LONGEST))?;
    let mut at = from;
    let mut agency = None;
    for word in head.get(from..)?.split_inclusive(' ') {
        at += word.len();
        let word = word.trim_end();
        if matches!(word, "-" | "–" | "—" | "_" | "--") {
            return Some(at);
        }
        if word.starts_with(char::is_lowercase) || agency.is_some() {
            break;
        }
        agency = word.ends_with(')').then_some(at);
    }
    agency
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::times;
    use crate::language;
    use crate::markup::{self, Format};

    #[test]
    fn a_dateline_goes_from_the_town_to_the_dash() {
        for (text, dateline, date) in [
            (
                "BRANDVIK, May 7 (NPA) - The ministers of Norland met for the third time this year.",
                "BRANDVIK, May 7 (NPA) - ",
                "May 7",
            ),
            (
                "BRANDVIK, May 7 (NPA) The ministers of Norland met for the third time this year.",
                "BRANDVIK, May 7 (NPA) ",
                "May 7",
            ),
            (
                "PORT SENN, Norland — Crews left the port for the third time this year.",
                "PORT SENN, Norland — ",
                "",
            ),
            (
                "BRANDVIK (NPA) - The ministers of Norland met for the third time this year.",
                "BRANDVIK (NPA) - ",
                "",
            ),
            (
                "ST. HELM – The ministers of Norland met for the third time this year.",
                "ST. HELM – ",
                "",
            ),
        ] {
            let block = &markup::read(text, Format::Plain).blocks[0];
            let times = times::of_block(text, &language::analyse(text, language::embedded()));
            let found =
                of_block(block, &times).map(|found| (found.span.of(text), found.date.map_or("", |date| date.of(text))));
            assert_eq!(found, Some((dateline, date)), "{text}");
        }
    }

    #[test]
    fn a_sentence_that_begins_in_capitals_has_none() {
        for text in [
            "NATO allies meet - again - in Brandvik.",
            "The ministers met on May 7 (NPA).",
            "It rained.",
        ] {
            let block = &markup::read(text, Format::Plain).blocks[0];
            assert_eq!(of_block(block, &[]), None, "{text}");
        }
    }
}
