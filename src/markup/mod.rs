//! From a source text to blocks of prose: what is prose, what is furniture, and where each byte of it came from.
//!
//! Reading markup never fails: whatever is not understood is prose.

mod archieml;
mod block;
mod dateline;
mod directive;
mod entities;
mod format;
mod front;
mod html;
mod lines;
mod look;
mod markdown;
mod offset_map;
mod plain;
mod prose;
mod reread;
mod time_stamp;
mod types;

pub use block::{Block, BlockKind, Furniture};
pub use dateline::{DatelinePart, dateline_end, parts as dateline_parts};
pub use format::Format;
pub use offset_map::OffsetMap;
pub use plain::is_embargo;
pub use reread::reread;
pub use time_stamp::time_stamp_end;
pub use types::{BlockId, Field, FrontMatter, Markup, Place};

/// The fields before the body of `source`, without reading the body. Linear in the front matter; of ArchieML, whose fields may
/// be anywhere, in all of it.
#[must_use]
pub fn front_matter(source: &str, format: Format) -> FrontMatter {
    match format {
        Format::Html | Format::Markdown => front::read(source).matter,
        Format::ArchieMl => archieml::read(source).front,
        Format::Plain => FrontMatter::default(),
    }
}

/// Reads `source` as `format`. Linear in the length of the source.
#[must_use]
pub fn read(source: &str, format: Format) -> Markup {
    let mut markup = match format {
        Format::Html => html::read(source),
        Format::Markdown => markdown::read(source),
        Format::ArchieMl => archieml::read(source),
        Format::Plain => plain::read(source),
    };
    look::note(source, &mut markup.blocks);
    markup
}
