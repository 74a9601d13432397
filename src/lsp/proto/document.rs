//! Names, formats, positions and edits of documents, between the client's and ours. It decides nothing about a draft.

use std::path::{Path, PathBuf};

use tower_lsp::ls_types as lsp;

use crate::lsp::wire::UNKNOWN_VERSION;
use crate::markup::Format;
use crate::text::{Change, Document, Encoding, Position, Range, Span};

/// A version of the client's; `None` where it gave something else.
pub fn number(number: i32) -> Option<i32> {
    (number != UNKNOWN_VERSION).then_some(number)
}

/// A position of the client's.
pub fn position(position: lsp::Position) -> Position {
    Position::new(position.line, position.character)
}

/// An edit of the client's.
pub fn change(change: lsp::TextDocumentContentChangeEvent) -> Change {
    Change {
        range: change.range.map(|range| Range {
            start: position(range.start),
            end: position(range.end),
        }),
        text: change.text,
    }
}

/// The path of a draft that is a file.
pub fn path(uri: &lsp::Uri) -> Option<PathBuf> {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    is_file
        .then(|| uri.to_file_path().map(|path| path.into_owned()))
        .flatten()
}

/// The address of a file; `None` where its path is not absolute.
pub fn uri_of(path: &Path) -> Option<lsp::Uri> {
    lsp::Uri::from_file_path(path)
}

/// Whether a document is TOML, from what the client calls its language or from its file's name: it may be an actor
/// file, and is no draft.
pub fn is_toml(language_id: &str, path: Option<&Path>) -> bool {
    let has_ending = path
        .and_then(Path::extension)
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    has_ending || language_id == "toml"
}

/// The markup of a draft, from what the client calls its language; if that says nothing, from the file's name.
pub fn format(language_id: &str, path: Option<&Path>) -> Format {
    match Format::of_language_id(language_id) {
        Format::Plain => path.map(Format::of_path).unwrap_or_default(),
        known => known,
    }
}

/// A stretch of a draft, as the client counts.
pub fn range(span: Span, document: &Document, encoding: Encoding) -> lsp::Range {
    let range = document.range(span, encoding);
    let position = |position: Position| lsp::Position::new(position.line, position.character);
    lsp::Range::new(position(range.start), position(range.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_wins_over_the_name() {
        assert_eq!(format("markdown", Some(Path::new("story.txt"))), Format::Markdown);
        assert_eq!(format("plaintext", Some(Path::new("story.MD"))), Format::Markdown);
        assert_eq!(format("plaintext", None), Format::Plain);
    }

    #[test]
    fn only_files_have_paths() {
        let path_of = |uri: &str| path(&uri.parse().unwrap());
        assert_eq!(
            path_of("file:///desk/caf%C3%A9%20a.md"),
            Some(PathBuf::from("/desk/café a.md"))
        );
        assert_eq!(path_of("untitled:Untitled-1"), None);
    }
}
