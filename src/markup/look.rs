//! How a block looks on the page, by the markup right before its words: in bold or italics from its first word on, or set apart as a
//! pull quote. It reads no words.

use crate::markup::Block;

/// How far before a pull quote its markup may begin, in bytes.
pub(super) const NEAR_MARKUP: usize = 200;

/// Notes how each block looks. Linear in the blocks.
pub(super) fn note(source: &str, blocks: &mut [Block]) {
    for block in blocks {
        block.emphasized = emphasized(source, block).unwrap_or(0);
        block.is_pulled = is_pulled(source, block.map.source().start);
    }
}

/// How many bytes at the head of a block's text are in bold or in italics.
fn emphasized(source: &str, block: &Block) -> Option<usize> {
    let words = block.map.source().start;
    let close = closing(source.get(block.span.start..words)?)?;
    let rest = source.get(words..block.span.end)?;
    let end = words + find_close(rest, close)?;
    let last = source.get(..end)?.chars().next_back()?.len_utf8();
    Some(block.map.to_decoded(end - last)? + last)
}

/// What ends the bold or italics that the markup before a block's first word begins.
fn closing(markup: &str) -> Option<&'static str> {
    if let Some(tag) = markup.trim_end().strip_suffix('>') {
        let tag = tag.rsplit('<').next()?.split_whitespace().next()?;
        return match tag.to_ascii_lowercase().as_str() {
            "strong" => Some("</strong"),
            "b" => Some("</b>"),
            "em" => Some("</em"),
            "i" => Some("</i>"),
            _ => None,
        };
    }
    ["**", "__", "*", "_"].into_iter().find(|mark| markup.ends_with(mark))
}

/// Where the bold or italics end. A mark of one sign is no half of a mark of two.
fn find_close(text: &str, close: &str) -> Option<usize> {
    if close.len() != 1 {
        return text.find(close);
    }
    let is_single = |at: &usize| {
        let before = text.get(..*at).is_some_and(|before| before.ends_with(close));
        !before && !text.get(at + 1..).is_some_and(|after| after.starts_with(close))
    };
    text.match_indices(close).map(|(at, _)| at).find(is_single)
}

/// Whether the markup right before a place makes a pull quote: a shortcode, a fenced block, an aside.
fn is_pulled(source: &str, at: usize) -> bool {
    let from = source.floor_char_boundary(at.saturating_sub(NEAR_MARKUP));
    let before = source.get(from..at).unwrap_or("").trim_end();
    let line = before.rsplit('\n').next().unwrap_or("").trim_start();
    if !["{{", ":::", "<"].iter().any(|start| line.starts_with(start)) {
        return false;
    }
    let line = line.to_lowercase();
    line.contains("quote") || line.contains("<aside")
}

#[cfg(test)]
mod tests {
    use crate::markup::{Format, read};
    use crate::text::Span;

    #[test]
    fn a_line_is_in_bold_as_far_as_its_mark() {
        for (source, format, expected) in [
            ("**Why now?**", Format::Markdown, "Why now?"),
            ("*Why now?*", Format::Markdown, "Why now?"),
            ("***Why* now?** Because.", Format::Markdown, "Why now?"),
            ("- __Why__ now?", Format::Markdown, "Why"),
            ("* Why now?", Format::Markdown, ""),
            ("Why now?", Format::Markdown, ""),
            ("<p><strong class=\"q\">Why now?</strong></p>", Format::Html, "Why now?"),
            ("<p>Why now?</p>", Format::Html, ""),
            ("*Why now?*", Format::Plain, ""),
        ] {
            let markup = read(source, format);
            let block = &markup.blocks[0];
            assert_eq!(Span::new(0, block.emphasized).of(&block.text), expected, "{source}");
        }
    }

    #[test]
    fn markup_around_a_block_makes_a_pull_quote() {
        let pulled = |source: &str, format| read(source, format).blocks.iter().any(|block| block.is_pulled);
        assert!(pulled(
            "{{< pullquote >}}\n“Yes.”\n{{< /pullquote >}}",
            Format::Markdown
        ));
        assert!(pulled("<aside>“Yes.”</aside>", Format::Html));
        assert!(!pulled("<p>“Yes.”</p>", Format::Html));
    }
}
