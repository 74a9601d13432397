//! The lines of a card as Markdown or as plain text. A draft's words are shown and never read as Markdown.

use tower_lsp::ls_types as lsp;

use crate::text::{Document, Encoding, Span};

/// One line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The name of the thing, and what it is.
    Title(String, String),
    /// A labelled fact.
    Fact(&'static str, Vec<Piece>),
    /// One of several things under the last fact.
    Item(Vec<Piece>),
    /// Why all this is believed.
    Why(String),
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// Words that lead to a place in the draft.
    Link(String, Span),
    /// Words that lead to another file: its address.
    Away(String, String),
    /// “line 3”, which links to a place in the draft.
    LineOf(Span),
}

impl Piece {
    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Piece::Text(words.into())
    }
}

/// What links of a card lead to.
pub struct Links<'a> {
    /// The draft.
    pub uri: &'a lsp::Uri,
    /// Its text.
    pub document: &'a Document,
}

impl Links<'_> {
    fn line(&self, span: Span) -> u32 {
        self.document.position(span.start, Encoding::Utf16).line + 1
    }

    /// The address of a place, as editors read it: only files have one.
    fn address(&self, span: Span) -> Option<String> {
        if !self.uri.scheme().as_str().eq_ignore_ascii_case("file") {
            return None;
        }
        let at = self.document.position(span.start, Encoding::Utf16);
        let file = self.uri.as_str().replace('(', "%28").replace(')', "%29");
        Some(format!("{file}#L{},{}", at.line + 1, at.character + 1))
    }
}

/// The lines as Markdown.
pub fn markdown(lines: &[Line], links: &Links<'_>) -> String {
    let pieces = |pieces: &[Piece]| -> String {
        pieces
            .iter()
            .map(|piece| {
                let (words, span) = match piece {
                    Piece::Text(words) => return escaped(words),
                    Piece::Away(words, address) => return format!("[{}]({address})", escaped(words)),
                    Piece::Link(words, span) => (escaped(words), *span),
                    Piece::LineOf(span) => (format!("line {}", links.line(*span)), *span),
                };
                match links.address(span) {
                    Some(address) => format!("[{words}]({address})"),
                    None => words,
                }
            })
            .collect()
    };
    let mut text = String::new();
    let mut last: Option<&Line> = None;
    for line in lines {
        text.push_str(match (last, line) {
            (None, _) => "",
            (Some(Line::Fact(..)), Line::Fact(..)) => "  \n",
            (Some(Line::Fact(..) | Line::Item(_)), Line::Item(_)) => "\n",
            _ => "\n\n",
        });
        text.push_str(&match line {
            Line::Title(name, kind) if kind.is_empty() => format!("**{}**", escaped(name)),
            Line::Title(name, kind) => format!("**{}** · {}", escaped(name), escaped(kind)),
            Line::Fact(label, fact) => format!("{label}: {}", pieces(fact)).trim_end().to_owned(),
            Line::Item(item) => format!("- {}", pieces(item)),
            Line::Why(why) => format!("*{}*", escaped(why)),
        });
        last = Some(line);
    }
    text
}

/// The lines as plain text.
pub fn plain(lines: &[Line], links: &Links<'_>) -> String {
    let pieces = |pieces: &[Piece]| -> String {
        pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(words) | Piece::Away(words, _) => words.clone(),
                Piece::Link(words, span) => format!("{words} (line {})", links.line(*span)),
                Piece::LineOf(span) => format!("line {}", links.line(*span)),
            })
            .collect()
    };
    let lines: Vec<String> = lines
        .iter()
        .map(|line| match line {
            Line::Title(name, kind) if kind.is_empty() => name.clone(),
            Line::Title(name, kind) => format!("{name} · {kind}"),
            Line::Fact(label, fact) => format!("{label}: {}", pieces(fact)).trim_end().to_owned(),
            Line::Item(item) => format!("- {}", pieces(item)),
            Line::Why(why) => why.clone(),
        })
        .collect();
    lines.join("\n")
}

/// The text on one line, cut where it is long.
pub fn one_line(text: &str, limit: usize) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(limit) {
        line.truncate(cut);
        line.push('…');
    }
    line
}

/// A draft's text as Markdown that shows that text and does nothing else: no emphasis, no links, no pictures, no HTML.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' => safe.push(' '),
            '<' => safe.push_str("&lt;"),
            '&' => safe.push_str("&amp;"),
            // Parentheses mean something only after square brackets, and those are gone.
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '+' | '!' | '|' | '~' | '$' | '>' => {
                safe.push('\\');
                safe.push(character);
            }
            _ => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(uri: &str) -> (String, String) {
        let (uri, document) = (uri.parse().unwrap(), Document::new("One.\nÖz 🙂 two.\n"));
        let links = Links {
            uri: &uri,
            document: &document,
        };
        let place = Span::new("One.\nÖz 🙂 ".len(), "One.\nÖz 🙂 two".len());
        let lines = [
            Line::Title("A*".to_owned(), "person".to_owned()),
            Line::Fact("Role", vec![Piece::text("mayor, "), Piece::LineOf(place)]),
            Line::Fact("Quotations", vec![Piece::text("2")]),
            Line::Item(vec![Piece::Link("“[two]”".to_owned(), place)]),
            Line::Item(vec![Piece::text("more")]),
            Line::Why("so".to_owned()),
        ];
        (markdown(&lines, &links), plain(&lines, &links))
    }

    #[test]
    fn a_card_links_into_a_file() {
        let (markdown, plain) = shown("file:///desk/a%20(1).txt");
        assert_eq!(
            markdown,
            "**A\\*** · person\n\nRole: mayor, [line 2](file:///desk/a%20%281%29.txt#L2,7)  \nQuotations: 2\n\
             - [“\\[two\\]”](file:///desk/a%20%281%29.txt#L2,7)\n- more\n\n*so*"
        );
        assert_eq!(
            plain,
            "A* · person\nRole: mayor, line 2\nQuotations: 2\n- “[two]” (line 2)\n- more\nso"
        );
    }

    #[test]
    fn a_draft_that_is_no_file_has_no_links() {
        let (markdown, _) = shown("untitled:Untitled-1");
        assert!(markdown.contains("Role: mayor, line 2  \n"), "{markdown}");
        assert!(markdown.contains("- “\\[two\\]”\n"), "{markdown}");
    }

    #[test]
    fn a_draft_cannot_write_markdown_into_a_card() {
        assert_eq!(
            escaped("[x](http://y) <img> **b**"),
            r"\[x\](http://y) &lt;img\> \*\*b\*\*"
        );
        assert_eq!(escaped("a\n# b"), "a \\# b");
    }
}
