//! Tags with so many attributes that the tokenizer, which reads each value in double marks inside the last, would use up the stack. It
//! reads no text.

use std::borrow::Cow;

/// How many such attributes are read one inside the other. No page that people read comes near it.
const MOST: usize = 200;

/// The text with a stroke in place of a blank after each so many attributes in a row: `a="b"/c="d"` is read as `a="b" c="d"` is, but
/// begins anew. Linear.
///
/// It does not ask where tags begin, since half a tag in a comment or a script makes that hard to tell. What only looks like attributes
/// loses nothing: words are taken from the source.
#[must_use]
pub fn unwound(text: &str) -> Cow<'_, str> {
    let blanks = blanks_to_fill(text.as_bytes());
    if blanks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut unwound = String::with_capacity(text.len());
    let mut done = 0;
    for blank in blanks {
        unwound.push_str(text.get(done..blank).unwrap_or_default());
        unwound.push('/');
        done = blank + 1;
    }
    unwound.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(unwound)
}

/// The blanks after every [`MOST`]th attribute in a row, in their order.
fn blanks_to_fill(bytes: &[u8]) -> Vec<usize> {
    let mut blanks = Vec::new();
    // Where values begin that follow others, with how many. There are two at most: a mark that ends a value can begin another one.
    let mut awaited: Vec<(usize, usize)> = Vec::new();
    let mut marks = memchr::memchr_iter(b'"', bytes).peekable();
    while let Some(mark) = marks.next() {
        if !is_after_equals(bytes, mark) {
            continue;
        }
        let before = awaited
            .iter()
            .filter(|(place, _)| *place == mark)
            .map(|(_, count)| *count);
        let count = before.max().unwrap_or(0) + 1;
        awaited.retain(|(place, _)| *place > mark);
        let Some(&end) = marks.peek() else { break };
        let Some(next) = value_after(bytes, end) else { continue };
        if count < MOST {
            awaited.push((next, count));
        } else {
            blanks.push(end + 1);
        }
    }
    blanks.sort_unstable();
    blanks.dedup();
    blanks
}

/// Whether an equals sign is before a place, blanks aside.
fn is_after_equals(bytes: &[u8], place: usize) -> bool {
    let before = bytes.get(..place).unwrap_or_default().iter().rev();
    before.copied().find(|byte| !is_blank(*byte)) == Some(b'=')
}

/// Where the next value begins if a value ends at `end`, and a blank and a name with an equals sign follow.
fn value_after(bytes: &[u8], end: usize) -> Option<usize> {
    let after = |place: usize, passes: fn(u8) -> bool| {
        let rest = bytes.get(place..)?;
        Some(place + rest.iter().position(|byte| !passes(*byte))?)
    };
    let name = after(end + 1, is_blank)?;
    let equals = after(name, |byte| !is_blank(byte) && !matches!(byte, b'=' | b'>' | b'/'))?;
    let value = after(equals + 1, is_blank)?;
    let is_attribute = name > end + 1 && bytes.get(equals) == Some(&b'=');
    (is_attribute && bytes.get(value) == Some(&b'"')).then_some(value)
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strokes(text: &str) -> usize {
        let unwound = unwound(text);
        let differ = text.bytes().zip(unwound.bytes()).filter(|(one, other)| one != other);
        assert_eq!(unwound.len(), text.len());
        assert!(differ.clone().all(|(one, other)| is_blank(one) && other == b'/'));
        differ.count()
    }

    #[test]
    fn a_crowded_tag_is_unwound_whatever_comes_before() {
        let attributes = "b=\"c > d\" ".repeat(2000);
        for before in [
            "",
            "it's <a \" ",
            "<!-- <a b=' --> ",
            "<script>a < b = '</script> ",
            "<b c=\"d=\"> ",
        ] {
            assert!(strokes(&format!("{before}<a {attributes}>")) >= 9, "{before}");
        }
        let odd = "b\"=\n\"c\"\r\nd=\"=\" ".repeat(1000);
        assert!(strokes(&format!("<a {odd}>")) >= 4);
    }

    #[test]
    fn other_text_is_left_as_it_is() {
        assert_eq!(strokes(&"<a b=\"c\" d=\"e\" f='g'>h</a> ".repeat(2000)), 0);
        assert_eq!(strokes(&"“é” = \"b\" said ".repeat(2000)), 0);
        assert_eq!(strokes(&"=\"".repeat(5000)), 0);
    }
}
