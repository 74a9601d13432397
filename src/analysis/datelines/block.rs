//! Finds the dateline of one block. It does not look whether the block is the first of the story.

use crate::analysis::datelines::types::LocalDateline;
use crate::analysis::times::LocalTime;
use crate::markup::{Block, BlockKind, Furniture, dateline_end};
use crate::text::Span;

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
            let span = Span::new(0, dateline_end(text)?);
            let date = times.iter().map(|time| time.span).find(|time| span.covers(*time));
            Some(LocalDateline { span, date })
        }
        _ => None,
    }
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
