//! Cuts a long actor file into portions of whole entries, so that reading it costs no more memory than what it says. It
//! understands no more of TOML than where an entry begins.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// How long a portion is at least, in bytes.
const PORTION: usize = 64 * 1024;

/// Where portions most likely begin, 0 first: at lines that are `[[actor]]`. Such a line can be in a string of several
/// lines; the portion in which that string begins is then no TOML, since it ends before its string does. Looks at little
/// more of the text than one line for each portion.
pub fn likely_starts(text: &str) -> Vec<usize> {
    const LINE: &str = "\n[[actor]]";
    let mut starts = vec![0];
    let mut last = 0;
    loop {
        let from = text.floor_char_boundary(last + PORTION);
        let Some(found) = text.get(from..).and_then(|rest| rest.find(LINE)) else {
            return starts;
        };
        last = from + found + 1;
        starts.push(last);
    }
}

/// Where portions begin for sure, 0 first. Each portion is TOML if the whole is. Linear in the text.
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

/// `[[actor]]`
const HEADER: [TokenKind; 5] = [
    TokenKind::LeftSquareBracket,
    TokenKind::LeftSquareBracket,
    TokenKind::Atom,
    TokenKind::RightSquareBracket,
    TokenKind::RightSquareBracket,
];

/// How deep the brackets of a header go so far.
fn depth_of(line: &[TokenKind]) -> usize {
    let count = |wanted| line.iter().filter(|kind| **kind == wanted).count();
    count(TokenKind::LeftSquareBracket).saturating_sub(count(TokenKind::RightSquareBracket))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_begin_at_entries_and_nowhere_else() {
        let padding = "# padding\n".repeat(PORTION / 10 + 1);
        let trap = "note = \"\"\"\n[[actor]]\n\"\"\"\naliases = [\n[[actor, 1]]]\n[[actors]]\n[actor.title]\n[[actor.titles]]\n";
        let text = format!("{padding}{trap}  [[ actor ]]\n{padding}[[actor]]\n");
        let starts = starts(&text);
        let begins: Vec<_> = starts
            .iter()
            .map(|start| text.get(*start..).unwrap().lines().next().unwrap())
            .collect();
        assert_eq!(begins, ["# padding", "  [[ actor ]]", "[[actor]]"]);
    }

    #[test]
    fn likely_portions_begin_at_lines_that_look_like_an_entry() {
        let padding = "# pädding\n".repeat(PORTION / 10 + 1);
        let text = format!("{padding}[[actor.titles]]\n[[actor]]\n{padding}[[actor]] # last\n");
        let begins: Vec<_> = likely_starts(&text)
            .into_iter()
            .map(|start| text.get(start..).unwrap().lines().next().unwrap())
            .collect();
        assert_eq!(begins, ["# pädding", "[[actor]]", "[[actor]] # last"]);
    }

    #[test]
    fn a_short_file_is_one_portion() {
        assert_eq!(starts("[[actor]]\n[[actor]]\n"), [0]);
        assert_eq!(starts(""), [0]);
        assert_eq!(likely_starts(""), [0]);
    }
}
