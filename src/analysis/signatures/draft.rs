//! Finds the signatures of the quotations of a draft: after the closing mark, or on the next line. It looks no further.

use std::sync::Arc;

use crate::analysis::signatures::types::Signature;
use crate::analysis::{Place, Quotation};
use crate::markup::{Block, BlockKind, Markup};
use crate::text::Span;

const DASHES: [char; 4] = ['—', '–', '-', '―'];

/// The longest signature on a line of its own, in words: a name and a title.
const LONGEST: usize = 8;

/// The signatures of a draft, in the order of the quotations.
#[must_use]
pub fn fold(markup: &Markup, quotations: &[Arc<Quotation>]) -> Vec<Signature> {
    let signatures = quotations.iter().enumerate().filter_map(|(quotation, marked)| {
        let block = marked.place.block.of(&markup.blocks)?;
        let after = block.text.get(marked.place.span.end..)?;
        let same_line = after_dash(after).map(|name| (marked.place.block, &block.text, name));
        let next = marked.place.block.next();
        let next_line = || {
            let below = next.of(&markup.blocks).filter(|_| after.trim_start().is_empty())?;
            Some((next, &below.text, line(below)?))
        };
        let (at, text, name) = same_line.or_else(next_line)?;
        let span = Span::new(text.len() - name.len(), text.len());
        let place = Place::new(at, span);
        Some(Signature { quotation, place })
    });
    signatures.collect()
}

/// What a text has after a dash, where that begins with a capital: “—Ana Weil”.
fn after_dash(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let name = text.strip_prefix(DASHES)?.trim_start_matches(DASHES).trim_start();
    name.starts_with(char::is_uppercase).then_some(name)
}

/// The name of a line that is a signature: “—Ana Weil, teacher”.
fn line(block: &Block) -> Option<&str> {
    let text = block.text.as_str();
    // A mark of a list and a dash look the same; the reader of the markup may have taken it away.
    let item = || {
        let name = text.trim_start_matches(DASHES).trim_start();
        (block.kind == BlockKind::ListItem && name.starts_with(char::is_uppercase)).then_some(name)
    };
    let name = after_dash(text).or_else(item)?;
    (text.split_whitespace().count() <= LONGEST).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{self, Format};
    use crate::{analysis, language};

    fn signatures(text: &str) -> Vec<String> {
        let markup = markup::read(text, Format::Plain);
        let blocks = analysis::of_blocks(&markup, language::embedded());
        let facts = analysis::fold(&markup, &blocks, &analysis::DraftSettings::default());
        let place = |signature: &Signature| signature.place;
        let places = facts.signatures.iter().map(place);
        places
            .map(|place| place.span.of(&markup.blocks[place.block.0].text).to_owned())
            .collect()
    }

    #[test]
    fn a_name_after_a_dash_signs_a_quotation() {
        for text in [
            "“We have waited here since the morning.” —Ana Weil",
            "“We have waited here since the morning.”\n\n— Ana Weil",
            "“We have waited here since the morning.”\n\n- Ana Weil",
        ] {
            assert_eq!(signatures(text), ["Ana Weil"], "{text}");
        }
        for text in [
            "“We have waited here since the morning.” — and she left",
            "“We have waited here since the morning.”\n\nAna Weil left.",
        ] {
            assert!(signatures(text).is_empty(), "{text}");
        }
    }
}
