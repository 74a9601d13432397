//! Cells of tables, written so that what a draft says can be no markup and no formula. It changes no words.

use crate::render::plain::{printable_lines, shown};

/// A cell of a Markdown table: on one line, with its marks escaped.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !cell.is_empty() {
            cell.push(' ');
        }
        for character in word.chars() {
            if matches!(
                character,
                '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~' | '&'
            ) {
                cell.push('\\');
            }
            cell.push(shown(character));
        }
    }
    cell
}

/// What a file of CSV begins with, so that Excel does not take its text for ANSI. Other readers pass over it.
pub const CSV_MARK: &str = "\u{feff}";

/// A record of CSV (RFC 4180), with its line end. A cell that a spreadsheet would take for a formula begins with an
/// apostrophe, which spreadsheets read as "this is text", and what could move a terminal's cursor is replaced.
#[must_use]
pub fn csv_record(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| csv(cell)).collect();
    cells.join(",") + "\r\n"
}

fn csv(text: &str) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{feff}']).chars().next();
    let formula = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    let text = printable_lines(text);
    let text = if formula { format!("'{text}") } else { text };
    if text.contains(['"', ',', '\n', '\r', ';']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(csv("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
        for formula in ["+1", "-1", "@cmd", "\tx", "＝1", " =1"] {
            assert!(csv(formula).trim_start_matches('"').starts_with('\''), "{formula:?}");
        }
        assert_eq!(csv("Holub meets Ambe"), "Holub meets Ambe");
        assert_eq!(csv("2031-05-08"), "2031-05-08");
        assert_eq!(csv("a\u{1b}[2J\u{9b}"), "a␛[2J\u{fffd}");
    }

    #[test]
    fn records_keep_commas_quotes_and_line_ends() {
        let cells = ["a, b".to_owned(), "“c” \"d\"".to_owned(), "e\nf".to_owned()];
        assert_eq!(csv_record(&cells), "\"a, b\",\"“c” \"\"d\"\"\",\"e\nf\"\r\n");
    }

    #[test]
    fn no_cell_breaks_a_table() {
        assert_eq!(markdown("a | b\n<b>"), "a \\| b \\<b\\>");
        assert_eq!(markdown("a\u{1b}[2J b\u{202e}"), "a␛\\[2J b\u{fffd}");
    }
}
