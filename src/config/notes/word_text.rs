//! The words in the text part of a document of Word, a line for each paragraph and for a row of a table that has a time or a name before
//! what was said. What was deleted, comments, footnotes and instructions for fields are not among them. It reads no file.

use html5gum::{Token, Tokenizer};

/// The words. Linear.
pub fn words_of(part: &[u8]) -> String {
    let mut words = Words::default();
    for token in Tokenizer::new(part) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => words.begin(&tag.name, tag.self_closing),
            Token::EndTag(tag) => words.end(&tag.name),
            Token::String(text) if words.is_in_text && words.left_out == 0 => {
                words.text.push_str(&String::from_utf8_lossy(&text.value));
            }
            _ => {}
        }
    }
    words.text
}

/// Bytes. A cell that is longer has what was said, and not who said it.
const LONGEST_HEAD: usize = 48;

#[derive(Default)]
struct Words {
    text: String,
    is_in_text: bool,
    /// In how many elements whose words do not count.
    left_out: usize,
    /// Whether it is in the settings of a paragraph.
    is_in_settings: bool,
    /// Whether the end of this paragraph was deleted, so that the next one goes on in its line.
    goes_on: bool,
    /// Where the cells of tables begin in the text that it is in, the outermost first.
    cells: Vec<usize>,
}

impl Words {
    fn begin(&mut self, name: &[u8], is_empty: bool) {
        match name {
            b"w:ppr" if !is_empty => self.is_in_settings = true,
            b"w:del" | b"w:movefrom" if self.is_in_settings => self.goes_on = true,
            _ => {}
        }
        match name {
            // Moved away, deleted, a second form of the same for old programs, and stops of tabs.
            b"w:movefrom" | b"w:del" | b"mc:fallback" | b"w:ppr" if !is_empty => self.left_out += 1,
            _ if self.left_out > 0 => {}
            b"w:t" => self.is_in_text = !is_empty,
            b"w:tab" => self.text.push('\t'),
            b"w:br" | b"w:cr" => self.text.push('\n'),
            b"w:nobreakhyphen" => self.text.push('-'),
            b"w:p" if is_empty => self.text.push('\n'),
            b"w:tc" if !is_empty => self.cells.push(self.text.len()),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if name == b"w:ppr" {
            self.is_in_settings = false;
        }
        match name {
            b"w:movefrom" | b"w:del" | b"mc:fallback" | b"w:ppr" => self.left_out = self.left_out.saturating_sub(1),
            b"w:t" => self.is_in_text = false,
            b"w:p" if self.left_out == 0 && !std::mem::take(&mut self.goes_on) => self.text.push('\n'),
            b"w:tc" => self.end_cell(),
            b"w:tr" => self.end_row(),
            _ => {}
        }
    }

    /// A transcript may be a table: when, who, and what was said. A time and a name are written before the words then, as in other
    /// transcripts.
    fn end_cell(&mut self) {
        let Some(start) = self.cells.pop() else { return };
        let cell = self.text.get(start..).unwrap_or("");
        let line = cell.trim_end();
        if line.contains('\n') || line.len() > LONGEST_HEAD {
            return;
        }
        let is_time = line
            .chars()
            .all(|letter| letter.is_ascii_digit() || "[](): .,-–>".contains(letter));
        let after = match line {
            "" => "",
            line if is_time || line.ends_with(':') => " ",
            line if line.ends_with(['.', '!', '?']) => return,
            _ => ": ",
        };
        self.text.truncate(start + line.len());
        self.text.push_str(after);
    }

    /// The last cell of a row has nothing after it.
    fn end_row(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            let bare = self.text.trim_end_matches([' ', ':']).len();
            self.text.truncate(bare);
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_a_line() {
        let part = "<?xml version=\"1.0\"?><w:document><w:body>\
            <w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>LUND: We will </w:t></w:r>\
            <w:r><w:t xml:space=\"preserve\">not close &amp; go.</w:t></w:r></w:p><w:p/>\
            <w:p><w:del><w:r><w:delText>Never.</w:delText></w:r></w:del><w:ins><w:r><w:t>Soon</w:t></w:r></w:ins>\
            <w:r><w:instrText>PAGE</w:instrText><w:br/><w:t>or late.</w:t></w:r></w:p>\
            <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Choice>\
            <mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:body></w:document>";
        assert_eq!(
            words_of(part.as_bytes()),
            "LUND: We will not close & go.\n\nSoon\nor late.\nBox\n"
        );
    }

    #[test]
    fn paragraphs_whose_end_was_deleted_are_one() {
        let gone = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
        let part = format!(
            "<w:p>{gone}<w:r><w:t>We will </w:t></w:r></w:p>\
             <w:p>{gone}<w:del><w:r><w:delText>Never.</w:delText></w:r></w:del></w:p>\
             <w:p><w:pPr><w:rPr/></w:pPr><w:r><w:t>close it.</w:t></w:r></w:p><w:p><w:r><w:t>So.</w:t></w:r></w:p>"
        );
        assert_eq!(words_of(part.as_bytes()), "We will close it.\nSo.\n");
    }

    #[test]
    fn a_row_of_a_table_is_a_line_of_a_transcript() {
        let row = |cells: &[&str]| {
            let cells = cells
                .iter()
                .map(|cell| format!("<w:tc><w:tcPr/><w:p><w:t>{cell}</w:t></w:p></w:tc>"));
            format!("<w:tr>{}</w:tr>", cells.collect::<String>())
        };
        let rows = [
            row(&["00:00:05", "LUND", "We will close it."]),
            row(&["00:00:09", "", "And soon."]),
            row(&["MARR:", "We have no money."]),
            row(&["We go now.", "Lund"]),
        ];
        let part = format!(
            "<w:p><w:t>Talk</w:t></w:p><w:tbl>{}</w:tbl><w:p><w:t>So.</w:t></w:p>",
            rows.concat()
        );
        assert_eq!(
            words_of(part.as_bytes()),
            "Talk\n00:00:05 LUND: We will close it.\n00:00:09 And soon.\nMARR: We have no money.\nWe go now.\nLund\nSo.\n"
        );
    }

    #[test]
    fn broken_markup_is_read_as_far_as_it_goes() {
        for part in ["<w:p><w:t>We go", "<w:t>We go</w:t><w:t", "</w:p></w:del><w:t>We go"] {
            assert_eq!(words_of(part.as_bytes()).trim(), "We go", "{part}");
        }
        assert_eq!(words_of(&[0xff, 0, b'<']), "");
    }
}
