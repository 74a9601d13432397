//! The notes that a draft names in its front matter: `notes: [talk.srt, "phone calls/"]`. It looks at no file.

use std::path::Path;

use crate::markup::{Format, front_matter};
use crate::text::Span;

/// Notes that a draft names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedNotes {
    /// The path as it is written, counted from the draft's folder.
    pub path: String,
    /// Where it is written, in the draft's source.
    pub span: Span,
    /// Whether it is surely meant as a path. If not, it may be a remark, and names notes only where there are any.
    pub is_path: bool,
}

/// The key.
const KEY: &str = "notes";

/// Notes that are named; more are left out.
const MOST: usize = 100;

/// What the field `notes` of a draft names. A field of that name that holds a remark names nothing, or nothing that is there. Linear in
/// the front matter.
#[must_use]
pub fn named_notes(source: &str, format: Format) -> Vec<NamedNotes> {
    // Most drafts have no such field, and need not be read for it.
    if memchr::memmem::find(source.as_bytes(), KEY.as_bytes()).is_none() {
        return Vec::new();
    }
    let fields = front_matter(source, format).fields.into_iter();
    fields
        .filter(|field| field.key.eq_ignore_ascii_case(KEY) && may_be_path(&field.value))
        .map(|field| NamedNotes {
            is_path: is_path(&field.value) || is_in_list(source, field.span) && !is_remark(&field.value),
            path: field.value,
            span: field.span,
        })
        .take(MOST)
        .collect()
}

/// Whether a value is written as a path: with the ending of a file, or as a folder.
fn is_path(value: &str) -> bool {
    let ending = Path::new(value).extension().and_then(|ending| ending.to_str());
    let has_ending =
        ending.is_some_and(|ending| (1..=8).contains(&ending.len()) && ending.chars().all(char::is_alphanumeric));
    value.ends_with('/') || has_ending
}

/// Whether a value can be a path at all, and not that of the draft's own folder.
fn may_be_path(value: &str) -> bool {
    let is_empty = value.chars().all(|letter| letter == '.' || letter.is_whitespace());
    !is_empty && !value.contains(['\n', '\r']) && value.len() < 1_000
}

/// Whether a value is one of a list. Its span may be with or without quotation marks.
fn is_in_list(source: &str, span: Span) -> bool {
    let before = source.get(..span.start).unwrap_or("");
    let before = before.trim_end_matches(['"', '\'', ' ', '\t', '\n', '\r']);
    before.ends_with(['[', ',', '-'])
}

/// Whether a value reads like a sentence: a list of `notes` may be one of things to do.
fn is_remark(value: &str) -> bool {
    value.ends_with(['.', '!', '?']) || value.split_whitespace().count() > MOST_WORDS
}

/// Words of a file's name.
const MOST_WORDS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        let named = named_notes(source, Format::Markdown);
        assert!(named.iter().all(|one| one.span.of(source).contains(&one.path)));
        named
            .into_iter()
            .filter(|one| one.is_path)
            .map(|one| one.path)
            .collect()
    }

    #[test]
    fn a_field_names_one_or_several() {
        assert_eq!(paths("---\nnotes: talk.srt\n---\n\nIt rained.\n"), ["talk.srt"]);
        assert_eq!(
            paths("---\nnotes: [talk.srt, calls/]\n---\n\nIt rained.\n"),
            ["talk.srt", "calls/"]
        );
        assert_eq!(
            paths("---\nnotes:\n  - a.txt\n  - b.md\n---\n\nIt rained.\n"),
            ["a.txt", "b.md"]
        );
        assert_eq!(
            paths("+++\nnotes = [\"a.txt\", \"b.md\"]\n+++\n\nIt rained.\n"),
            ["a.txt", "b.md"]
        );
    }

    #[test]
    fn a_name_without_an_ending_is_a_path_in_a_list_and_else_perhaps() {
        assert_eq!(
            paths("---\nnotes: [interview, \"phone call\"]\n---\n\nIt rained.\n"),
            ["interview", "phone call"]
        );
        assert_eq!(paths("---\nnotes:\n  - interview\n---\n\nIt rained.\n"), ["interview"]);
        assert_eq!(
            paths("---\nnotes:\n  - Call the mayor again\n  - Check!\n---\n\nIt rained.\n"),
            [""; 0]
        );
        let named = named_notes("---\nnotes: interview\n---\n\nIt rained.\n", Format::Markdown);
        assert!(matches!(named.as_slice(), [one] if one.path == "interview" && !one.is_path));
        assert_eq!(named_notes("---\nnotes: .\n---\n\nIt rained.\n", Format::Markdown), []);
    }

    #[test]
    fn remarks_name_nothing() {
        assert_eq!(paths("---\nnotes: Call the mayor again.\n---\n\nIt rained.\n"), [""; 0]);
        assert_eq!(paths("---\ntitle: Rain\n---\n\nnotes: a.txt\n"), [""; 0]);
    }
}
