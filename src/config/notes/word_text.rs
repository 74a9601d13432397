//! The words in the text part of a document of Word, a line for each paragraph, as Word itself saves plain text. What was deleted, comments,
//! footnotes and instructions for fields are not among them. It reads no file.

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

#[derive(Default)]
struct Words {
    text: String,
    is_in_text: bool,
    /// In how many elements whose words do not count.
    left_out: usize,
}

impl Words {
    fn begin(&mut self, name: &[u8], is_empty: bool) {
        match name {
            // Moved away, deleted, a second form of the same for old programs, and stops of tabs.
            b"w:movefrom" | b"w:del" | b"mc:fallback" | b"w:ppr" if !is_empty => self.left_out += 1,
            _ if self.left_out > 0 => {}
            b"w:t" => self.is_in_text = !is_empty,
            b"w:tab" => self.text.push('\t'),
            b"w:br" | b"w:cr" => self.text.push('\n'),
            b"w:nobreakhyphen" => self.text.push('-'),
            b"w:p" if is_empty => self.text.push('\n'),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"w:movefrom" | b"w:del" | b"mc:fallback" | b"w:ppr" => self.left_out = self.left_out.saturating_sub(1),
            b"w:t" => self.is_in_text = false,
            b"w:p" if self.left_out == 0 => self.text.push('\n'),
            _ => {}
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
    fn broken_markup_is_read_as_far_as_it_goes() {
        for part in ["<w:p><w:t>We go", "<w:t>We go</w:t><w:t", "</w:p></w:del><w:t>We go"] {
            assert_eq!(words_of(part.as_bytes()).trim(), "We go", "{part}");
        }
        assert_eq!(words_of(&[0xff, 0, b'<']), "");
    }
}
