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
}

/// The key.
const KEY: &str = "notes";

/// Notes that are named; more are left out.
const MOST: usize = 100;

/// What the field `notes` of a draft names. A field of that name that holds a remark names nothing. Linear in the front matter.
#[must_use]
pub fn named_notes(source: &str, format: Format) -> Vec<NamedNotes> {
    // Most drafts have no such field, and need not be read for it.
    if memchr::memmem::find(source.as_bytes(), KEY.as_bytes()).is_none() {
        return Vec::new();
    }
    let fields = front_matter(source, format).fields.into_iter();
    fields
        .filter(|field| field.key.eq_ignore_ascii_case(KEY) && is_path(&field.value))
        .map(|field| NamedNotes {
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
    !value.contains(['\n', '\r']) && value.len() < 1_000 && (value.ends_with('/') || has_ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        let named = named_notes(source, Format::Markdown);
        assert!(named.iter().all(|one| one.span.of(source).contains(&one.path)));
        named.into_iter().map(|one| one.path).collect()
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
    fn remarks_name_nothing() {
        assert_eq!(paths("---\nnotes: Call the mayor again.\n---\n\nIt rained.\n"), [""; 0]);
        assert_eq!(paths("---\ntitle: Rain\n---\n\nnotes: a.txt\n"), [""; 0]);
    }
}
