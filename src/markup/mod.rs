//! From a source text to blocks of prose: what is prose, what is furniture, and where each byte of it came from.
//!
//! Reading markup never fails: what is not understood is prose.

mod archieml;
mod block;
mod entities;
mod format;
mod front;
mod html;
mod lines;
mod markdown;
mod offset_map;
mod plain;
mod prose;

pub use block::{Block, BlockKind, Field, FrontMatter, Furniture};
pub use format::Format;
pub use offset_map::OffsetMap;

use crate::text::Span;

/// What a source text holds, in the order of the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Markup {
    /// The blocks of prose and furniture.
    pub blocks: Vec<Block>,
    /// The fields before the body; empty where the draft has none.
    pub front: FrontMatter,
    /// The comments of the markup, marks included, in the order of the source. They are never prose.
    pub comments: Vec<Span>,
}

/// Reads `source` as `format`. Linear in the length of the source.
#[must_use]
pub fn read(source: &str, format: Format) -> Markup {
    match format {
        Format::Html => html::read(source),
        Format::Markdown => markdown::read(source),
        Format::ArchieMl => archieml::read(source),
        Format::Plain => plain::read(source),
    }
}
