//! Tags with so many attributes that the tokenizer, which reads each inside the last, would use up the stack. It reads no text.

/// How many attributes a tag has at most. No page that people read comes near it.
const MOST: usize = 1000;

/// What the next byte of a tag is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Text between tags.
    Outside,
    /// A name, or the white space around one.
    Name,
    /// What follows an equals sign.
    Value,
    /// A value in these marks.
    Quoted(u8),
}

/// Whether some tag has more attributes than are read. Linear. Comments and scripts are looked at like the rest of a page, so that
/// half a tag in one of them may hide the next.
#[must_use]
pub fn has_crowded_tag(text: &str) -> bool {
    let mut part = Part::Outside;
    let mut values = 0;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        part = match (part, byte) {
            (Part::Outside, b'<')
                if bytes
                    .peek()
                    .is_some_and(|next| next.is_ascii_alphabetic() || *next == b'/') =>
            {
                values = 0;
                Part::Name
            }
            (Part::Outside, _) => Part::Outside,
            (Part::Name | Part::Value, b'>') => Part::Outside,
            (Part::Name, b'=') => {
                values += 1;
                if values > MOST {
                    return true;
                }
                Part::Value
            }
            (Part::Value, b'"' | b'\'') => Part::Quoted(byte),
            (Part::Value, _) if byte.is_ascii_whitespace() => Part::Value,
            (Part::Name | Part::Value, _) => Part::Name,
            (Part::Quoted(mark), _) if byte == mark => Part::Name,
            (Part::Quoted(_), _) => part,
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_crowded_by_its_own_attributes() {
        let attributes = |count: usize| "b=\"c > d\" ".repeat(count);
        assert!(has_crowded_tag(&format!("<a {}>", attributes(2000))));
        assert!(has_crowded_tag(&format!("it's <a \" {}", attributes(2000))));
        assert!(!has_crowded_tag(&format!("<a {}>", attributes(20)).repeat(200)));
        assert!(!has_crowded_tag(&"a = \"b\" ".repeat(5000)));
    }
}
