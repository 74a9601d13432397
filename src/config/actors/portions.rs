//! Cuts a long actor file into portions of whole entries, so that reading it costs no more memory than what it says. It
//! understands no more of TOML than where an entry begins.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// How long a portion is at least, in bytes.
const PORTION: usize = 64 * 1024;

/// The byte offsets at which portions begin, 0 first. Each portion is TOML if the whole is. Linear in the text.
pub fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut last = 0;
    // How many brackets and braces are open, and the tokens of the line so far that matter.
    let mut depth = 0usize;
    let mut line_start = 0;
    let mut line: Vec<TokenKind> = Vec::new();
    for token in Source::new(text).lex() {
        let kind = token.kind();
        match kind {
            TokenKind::Whitespace => continue,
            TokenKind::Newline => {
                line.clear();
                line_start = token.span().end();
                continue;
            }
            _ => {}
        }
        if line.len() < HEADER.len() && depth_of(&line) == depth {
            line.push(kind);
            let is_name =
                kind != TokenKind::Atom || text.get(token.span().start()..token.span().end()) == Some("actor");
            if line == HEADER && is_name && line_start >= last + PORTION {
                starts.push(line_start);
                last = line_start;
            }
            if !is_name {
                line.resize(HEADER.len() + 1, TokenKind::Eof);
            }
        }
        match kind {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    starts
}

/// `[[actor`
const HEADER: [TokenKind; 3] = [
    TokenKind::LeftSquareBracket,
    TokenKind::LeftSquareBracket,
    TokenKind::Atom,
];

/// How deep the brackets of a header so far go.
fn depth_of(line: &[TokenKind]) -> usize {
    line.iter()
        .filter(|kind| **kind == TokenKind::LeftSquareBracket)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_begin_at_entries_and_nowhere_else() {
        let padding = "# padding\n".repeat(PORTION / 10 + 1);
        let trap = "note = \"\"\"\n[[actor]]\n\"\"\"\naliases = [\n[[actor, 1]]]\n[[actors]]\n[actor.title]\n";
        let text = format!("{padding}{trap}  [[ actor ]]\n{padding}[[actor]]\n");
        let starts = starts(&text);
        let begins: Vec<_> = starts
            .iter()
            .map(|start| text.get(*start..).unwrap().lines().next().unwrap())
            .collect();
        assert_eq!(begins, ["# padding", "  [[ actor ]]", "[[actor]]"]);
    }

    #[test]
    fn a_short_file_is_one_portion() {
        assert_eq!(starts("[[actor]]\n[[actor]]\n"), [0]);
        assert_eq!(starts(""), [0]);
    }
}
