//! HTML: the prose of a page or of a piece of one. It never reads attributes and never fails on broken markup.

mod crowded;
mod ends;
mod reader;
pub(crate) mod tags;

use crate::markup::prose::settled;
use crate::markup::{Markup, front};
use crate::text::one_covers;

pub(crate) use reader::Reader;

/// Reads a page, with front matter before it if there is any.
#[must_use]
pub fn read(source: &str) -> Markup {
    let front = front::read(source);
    let mut reader = Reader::new(source);
    reader.feed(source.get(front.body..).unwrap_or_default(), front.body);
    reader.end_block();
    let mut blocks = front.blocks;
    blocks.append(&mut reader.blocks);
    reader.code.sort_unstable();
    let mut comments = reader.comments;
    comments.retain(|comment| !one_covers(&reader.code, *comment));
    Markup {
        blocks: settled(blocks),
        front: front.matter,
        comments,
    }
}

#[cfg(test)]
mod tests;
