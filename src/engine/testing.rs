//! Drafts for the tests of the engine's answers. It is no part of the program.

use crate::engine::{Cache, Draft, ReadAs, Snapshot, analyse};
use crate::language::embedded;
use crate::markup::Format;

/// What is known of a draft in Markdown.
pub fn snapshot(text: &str) -> Snapshot {
    let draft = Draft {
        text: text.into(),
        read_as: ReadAs {
            format: Format::Markdown,
            ..ReadAs::default()
        },
    };
    analyse(&draft, &Cache::default(), embedded())
}
