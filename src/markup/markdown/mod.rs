//! Markdown with the dialects that newsrooms' site generators add. It never turns code, addresses or commands into prose.

mod ahead;
mod captions;
mod floods;
mod holes;
mod inline;
mod reader;
mod shield;
mod statements;

use pulldown_cmark::{Options, Parser};

use crate::markup::prose::settled;
use crate::markup::{Markup, front};
use crate::text::{Span, one_covers};

/// Reads a page, with front matter before it if there is any.
#[must_use]
pub fn read(source: &str) -> Markup {
    let front = front::read(source);
    let body = source.get(front.body..).unwrap_or_default();
    let shielded = shield::shield(body);
    let mut reader = reader::Reader::new(source, front.body, &shielded);
    for (event, range) in Parser::new_ext(&shielded.text, options()).into_offset_iter() {
        reader.event(event, Span::new(range.start, range.end));
    }
    let (mut body_blocks, mut comments, code) = reader.finish();
    comments.extend(shielded.comments.iter().map(|span| span.shifted(front.body)));
    // A page about comments shows them as code; such a comment says nothing of its own page.
    comments.retain(|span| !one_covers(&code, *span));
    comments.sort_unstable();
    body_blocks.extend(captions::of_shortcodes(body, &shielded, front.body));
    body_blocks.sort_by_key(|block| block.span.start);
    let mut blocks = front.blocks;
    blocks.append(&mut body_blocks);
    Markup {
        blocks: settled(blocks),
        front: front.matter,
        comments,
    }
}

/// Typographic marks stay as they are, and sums of money are not formulas: no smart punctuation and no math.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

#[cfg(test)]
mod tests;
