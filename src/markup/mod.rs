//! From a source text to blocks of prose: what is prose, what is furniture, and where each byte of it came from.
//!
//! Reading markup never fails: whatever is not understood is prose.

mod archieml;
mod block;
mod directive;
mod entities;
mod format;
mod front;
mod html;
mod lines;
mod markdown;
mod offset_map;
mod plain;
mod prose;
mod types;

pub use block::{Block, BlockKind, Furniture};
pub use format::Format;
pub use offset_map::OffsetMap;
pub use types::{BlockId, Field, FrontMatter, Markup, Place};

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
