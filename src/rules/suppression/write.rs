//! The comment that suppresses a finding, and where it goes in the draft. It decides nothing about the finding.

use crate::markup::{Block, BlockKind, Format, Markup};
use crate::rules::suppression::directive;
use crate::rules::suppression::types::SuppressionVerb;
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
    ignore_because(source, markup, style, finding, "")
}

/// The same with a reason; where it is empty, the comment has a place for one.
#[must_use]
pub fn ignore_because(
    source: &str,
    markup: &Markup,
    style: CommentStyle,
    finding: &Finding,
    reason: &str,
) -> Option<Edit> {
    find(finding.code).filter(|rule| rule.category != Category::Suppressions)?;
    let after = markup
        .blocks
        .partition_point(|block| block.span.start <= finding.span.start);
    let block = markup.blocks.get(after.checked_sub(1)?)?;
    if !takes_comment(block) || markup.front.span.contains(finding.span.start) {
        return None;
    }
    let said = format!("copydesk: ignore {}: {reason}", finding.code);
    Some(comment(source, block, style, &said))
}

/// The edit that leaves out whatever is found in a word, in the whole draft: the word is added to the comment that has such words,
/// or gets a comment by the finding.
#[must_use]
pub fn ignore_word(source: &str, markup: &Markup, style: CommentStyle, finding: &Finding, word: &str) -> Option<Edit> {
    let known = markup
        .comments
        .iter()
        .filter_map(|comment| directive::read(source, *comment));
    let last = known
        .filter(|known| known.verb == SuppressionVerb::Words)
        .find_map(|known| Some(known.codes.last()?.span));
    if let Some(last) = last {
        // A closing quotation mark belongs to the word before it.
        let rest = source.get(last.end..).unwrap_or("");
        let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '”'));
        let end = last.end + mark.map_or(0, char::len_utf8);
        return Some(Edit::replace(Span::new(end, end), format!(", {word}")));
    }
    let is_open = |block: &&Block| takes_comment(block) && !markup.front.span.contains(block.span.start);
    let after = markup
        .blocks
        .partition_point(|block| block.span.start <= finding.span.start);
    let here = after
        .checked_sub(1)
        .and_then(|at| markup.blocks.get(at))
        .filter(is_open);
    let block = here.or_else(|| markup.blocks.iter().find(is_open))?;
    Some(comment(source, block, style, &format!("copydesk: ignore-words {word}")))
}

fn comment(source: &str, block: &Block, style: CommentStyle, said: &str) -> Edit {
    let (at, text) = match style {
        CommentStyle::Html => (block.span.end, format!(" <!-- {} -->", said.trim_end())),
        CommentStyle::Mdx => (block.span.end, format!(" {{/* {} */}}", said.trim_end())),
        CommentStyle::Line => (start_of_line(source, block.span.start), format!("[{said}]\n")),
    };
    Edit::replace(Span::new(at, at), text)
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
    fn a_word_is_ignored_in_the_whole_draft_and_the_next_one_joins_it() {
        let draft = "Ana Mullry spoke.\n\nMullrey slept. Mullry left, and Mullry came.\n";
        for (format, style, expected) in [
            (
                Format::Markdown,
                CommentStyle::Html,
                "came. <!-- copydesk: ignore-words Mullrey -->\n",
            ),
            (
                Format::Plain,
                CommentStyle::Line,
                "\n\n[copydesk: ignore-words Mullrey]\nMullrey slept",
            ),
        ] {
            let findings = findings_with(draft, format, &Settings::default());
            let markup = markup::read(draft, format);
            let edit = ignore_word(draft, &markup, style, &findings[0], "Mullrey").unwrap();
            let mut text = draft.to_owned();
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
            assert!(text.contains(expected), "{text}");
            assert_eq!(findings_with(&text, format, &Settings::default()), []);
            let markup = markup::read(&text, format);
            let edit = ignore_word(&text, &markup, style, &findings[0], "Van Orbel").unwrap();
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
            assert!(text.contains("ignore-words Mullrey, Van Orbel"), "{text}");
        }
    }

    #[test]
    fn the_comment_leaves_out_the_finding_and_nothing_else() {
        let text = "- It is is open.\n- It it is.\n\nThe the\npier.\n";
        assert_eq!(
            ignored(text, Format::Markdown, CommentStyle::Html),
            "- It is is open. <!-- copydesk: ignore doubled-word: -->\n\
             - It it is. <!-- copydesk: ignore doubled-word: -->\n\nThe the\npier. <!-- copydesk: ignore doubled-word: -->\n"
        );
        ignored(text, Format::Markdown, CommentStyle::Mdx);
        let html = "<p>The the quay.</p>\n<p>It is is open.</p>";
        ignored(html, Format::Html, CommentStyle::Html);
        let plain = "It is open.\n\nThe the quay\nis shut.\n";
        let expected = "It is open.\n\n[copydesk: ignore doubled-word: ]\nThe the quay\nis shut.\n";
        assert_eq!(ignored(plain, Format::Plain, CommentStyle::Line), expected);
        ignored(
            "title: Quay\n[+body]\nThe the quay.\n[]\n",
            Format::ArchieMl,
            CommentStyle::Line,
        );
    }
}
