//! What the elements of HTML mean for prose, and a look at a single tag; it never keeps a tree.

use crate::markup::BlockKind;

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
    /// Text that is no prose.
    Skipped,
    /// Text that is no prose but holds a place in its sentence.
    Object,
    /// A line break.
    Break,
    /// A mark inside a sentence.
    Inline,
}

/// The role of an element, by its name in lower case.
pub(crate) fn role(name: &str) -> Role {
    match name {
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "figure" | "ul" | "ol"
        | "dl" | "table" | "thead" | "tbody" | "tfoot" | "tr" | "form" | "details" | "summary" | "address" | "hr"
        | "body" | "html" | "head" | "center" | "fieldset" | "hgroup" | "menu" | "picture" | "iframe" | "template"
        | "source" => Role::Block,
        "li" | "dd" | "dt" => Role::Kind(BlockKind::ListItem),
        "td" | "th" => Role::Kind(BlockKind::TableCell),
        "figcaption" | "caption" => Role::Kind(BlockKind::Caption),
        "title" => Role::Kind(BlockKind::Field("title".to_owned())),
        "h1" => Role::Kind(BlockKind::Heading(1)),
        "h2" => Role::Kind(BlockKind::Heading(2)),
        "h3" => Role::Kind(BlockKind::Heading(3)),
        "h4" => Role::Kind(BlockKind::Heading(4)),
        "h5" => Role::Kind(BlockKind::Heading(5)),
        "h6" => Role::Kind(BlockKind::Heading(6)),
        "blockquote" => Role::Quote,
        "q" => Role::InlineQuote,
        "script" | "style" | "pre" | "nav" | "noscript" | "textarea" | "svg" | "select" | "button" | "object"
        | "video" | "audio" | "canvas" | "del" | "s" | "strike" => Role::Skipped,
        "code" | "kbd" | "samp" | "var" | "math" => Role::Object,
        "br" => Role::Break,
        _ => Role::Inline,
    }
}

/// Whether an element has no end tag.
pub(crate) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "hr" | "br"
            | "img"
            | "input"
            | "meta"
            | "link"
            | "source"
            | "wbr"
            | "area"
            | "base"
            | "col"
            | "embed"
            | "track"
    )
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

/// The tag that `text` is; `None` for comments, declarations and anything else.
pub(crate) fn parse(text: &str) -> Option<Tag> {
    let inside = text.strip_prefix('<')?;
    let (inside, is_end) = match inside.strip_prefix('/') {
        Some(inside) => (inside, true),
        None => (inside, false),
    };
    let name: String = inside
        .chars()
        .take(40)
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .map(|c| c.to_ascii_lowercase())
        .collect();
    (!name.is_empty()).then(|| Tag {
        name,
        is_end,
        is_closed: text.ends_with("/>"),
    })
}
