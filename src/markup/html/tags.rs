//! What the elements of HTML mean for prose, and a look at a single tag; it never keeps a tree.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::markup::BlockKind;
use crate::text::table;

/// What an element does to the text in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A block that says nothing about its text.
    Block,
    /// A block of a kind.
    Kind(BlockKind),
    /// A block quote.
    Quote,
    /// An inline quotation.
    InlineQuote,
    /// Text that is not prose.
    Skipped,
    /// Text that is not prose but holds a place in its sentence.
    Object,
    /// A line break.
    Break,
    /// A mark inside a sentence.
    Inline,
}

impl Role {
    /// The role with this name in the table of elements.
    fn parse(name: &str) -> Option<Role> {
        Some(match name {
            "block" => Role::Block,
            "list-item" => Role::Kind(BlockKind::ListItem),
            "table-cell" => Role::Kind(BlockKind::TableCell),
            "caption" => Role::Kind(BlockKind::Caption),
            "title" => Role::Kind(BlockKind::Field("title".to_owned())),
            "quote" => Role::Quote,
            "inline-quote" => Role::InlineQuote,
            "skipped" => Role::Skipped,
            "object" => Role::Object,
            "break" => Role::Break,
            "inline" => Role::Inline,
            _ => Role::Kind(BlockKind::Heading(name.strip_prefix("heading-")?.parse().ok()?)),
        })
    }
}

/// The roles of elements, and whether they are void, by their names in lower case.
static ELEMENTS: LazyLock<FxHashMap<&'static str, (Role, bool)>> = LazyLock::new(|| {
    table::rows::<3>(include_str!("elements.tsv"))
        .filter_map(|[name, role, end]| Some((name, (Role::parse(role)?, end == "void"))))
        .collect()
});

/// The role of an element, by its name in lower case.
pub(crate) fn role(name: &str) -> Role {
    ELEMENTS.get(name).map_or(Role::Inline, |(role, _)| role.clone())
}

/// Whether an element never has an end tag.
pub(crate) fn is_void(name: &str) -> bool {
    ELEMENTS.get(name).is_some_and(|(_, is_void)| *is_void)
}

/// Whether an element shows or holds code: a comment in it is part of the code and says nothing of its own page.
pub(crate) fn shows_code(name: &str) -> bool {
    const CODE: [&str; 6] = ["code", "pre", "samp", "script", "style", "textarea"];
    CODE.contains(&name)
}

/// A tag on its own, as Markdown finds it inside a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// The name in lower case.
    pub name: String,
    /// Whether it is an end tag.
    pub is_end: bool,
    /// Whether it closes itself.
    pub is_closed: bool,
}

/// Characters of the name of a tag that are read; names of elements are shorter, also those that sites make up.
const LONGEST_NAME: usize = 40;

/// The tag that `text` is; `None` for comments, declarations and anything else.
pub(crate) fn parse(text: &str) -> Option<Tag> {
    let inside = text.strip_prefix('<')?;
    let (inside, is_end) = match inside.strip_prefix('/') {
        Some(inside) => (inside, true),
        None => (inside, false),
    };
    let name: String = inside
        .chars()
        .take(LONGEST_NAME)
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .map(|c| c.to_ascii_lowercase())
        .collect();
    (!name.is_empty()).then(|| Tag {
        name,
        is_end,
        is_closed: text.ends_with("/>"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let rows = table::lines(include_str!("elements.tsv")).count();
        assert_eq!(ELEMENTS.len(), rows);
        assert_eq!(role("h3"), Role::Kind(BlockKind::Heading(3)));
        assert_eq!((role("em"), is_void("em"), is_void("br")), (Role::Inline, false, true));
    }
}
