//! From a source text to blocks of prose: what is prose, what is furniture, and where each byte of it came from.
//!
//! Reading markup never fails: what is not understood is prose.

mod block;
mod offset_map;
mod plain;

pub use block::{Block, BlockKind, Field, FrontMatter, Furniture};
pub use offset_map::OffsetMap;

/// The markup a draft is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text: paragraphs by blank line, indent or single line, with wire furniture.
    #[default]
    Plain,
    /// CommonMark with front matter, tables, footnotes and site-generator shortcodes.
    Markdown,
    /// HTML.
    Html,
    /// ArchieML.
    ArchieMl,
}

/// What a source text holds, in the order of the source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Markup {
    /// The blocks of prose and furniture.
    pub blocks: Vec<Block>,
    /// The fields before the body; empty where the draft has none.
    pub front: FrontMatter,
}

/// Reads `source` as `format`. Linear in the length of the source.
#[must_use]
pub fn read(source: &str, format: Format) -> Markup {
    match format {
        Format::Plain | Format::Markdown | Format::Html | Format::ArchieMl => plain::read(source),
    }
}
