//! The comment that suppresses a finding, and where it goes in the draft. It decides nothing about the finding.

use crate::markup::{Block, BlockKind, Format, Markup};
use crate::rules::{Category, Edit, Finding, find};
use crate::text::Span;

/// How a draft's format writes a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentStyle {
    /// `<!-- … -->`, anywhere in a text.
    Html,
    /// `{/* … */}`, anywhere in a text.
    Mdx,
    /// `[…]` on a line of its own.
    Line,
}

impl CommentStyle {
    /// The comments of a format; MDX is Markdown with comments of its own.
    #[must_use]
    pub fn of(format: Format, is_mdx: bool) -> Self {
        match format {
            Format::Markdown if is_mdx => Self::Mdx,
            Format::Markdown | Format::Html => Self::Html,
            Format::Plain | Format::ArchieMl => Self::Line,
        }
    }
}

/// The edit that turns off a finding's rule in its paragraph: a comment at the end of the paragraph, or a line before
/// it. `None` if no comment can be there, as in the front matter.
#[must_use]
pub fn ignore(source: &str, markup: &Markup, style: CommentStyle, finding: &Finding) -> Option<Edit> {
    find(finding.code).filter(|rule| rule.category != Category::Suppressions)?;
    let after = markup
        .blocks
        .partition_point(|block| block.span.start <= finding.span.start);
    let block = markup.blocks.get(after.checked_sub(1)?)?;
    if !takes_comment(block) || markup.front.span.contains(finding.span.start) {
        return None;
    }
    let said = format!("copydesk: ignore {}", finding.code);
    let (at, text) = match style {
        CommentStyle::Html => (block.span.end, format!(" <!-- {said} -->")),
        CommentStyle::Mdx => (block.span.end, format!(" {{/* {said} */}}")),
        CommentStyle::Line => (start_of_line(source, block.span.start), format!("[{said}]\n")),
    };
    Some(Edit::replace(Span::new(at, at), text))
}

/// Captions and fields may be values of attributes, in which a comment would be text.
fn takes_comment(block: &Block) -> bool {
    !matches!(block.kind, BlockKind::Caption | BlockKind::Field(_))
}

fn start_of_line(source: &str, at: usize) -> usize {
    let before = source.get(..at).unwrap_or("");
    before.rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup;
    use crate::rules::Settings;
    use crate::rules::testing::findings_with;

    /// The draft with all its findings ignored.
    fn ignored(text: &str, format: Format, style: CommentStyle) -> String {
        let markup = markup::read(text, format);
        let findings = findings_with(text, format, &Settings::default());
        let mut ignored = text.to_owned();
        for finding in findings.iter().rev() {
            let edit = ignore(text, &markup, style, finding).unwrap();
            ignored.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        assert_eq!(findings_with(&ignored, format, &Settings::default()), [], "{ignored}");
        ignored
    }

    #[test]
    fn the_comment_leaves_out_the_finding_and_nothing_else() {
        let text = "- It is is open.\n- It it is.\n\nThe the\npier.\n";
        assert_eq!(
            ignored(text, Format::Markdown, CommentStyle::Html),
            "- It is is open. <!-- copydesk: ignore doubled-word -->\n\
             - It it is. <!-- copydesk: ignore doubled-word -->\n\nThe the\npier. <!-- copydesk: ignore doubled-word -->\n"
        );
        ignored(text, Format::Markdown, CommentStyle::Mdx);
        let html = "<p>The the quay.</p>\n<p>It is is open.</p>";
        ignored(html, Format::Html, CommentStyle::Html);
        let plain = "It is open.\n\nThe the quay\nis shut.\n";
        let expected = "It is open.\n\n[copydesk: ignore doubled-word]\nThe the quay\nis shut.\n";
        assert_eq!(ignored(plain, Format::Plain, CommentStyle::Line), expected);
        ignored(
            "title: Quay\n[+body]\nThe the quay.\n[]\n",
            Format::ArchieMl,
            CommentStyle::Line,
        );
    }
}
