//! The closing mark of a quotation that its paragraph does not open. It says nothing about who speaks.

use crate::text::Span;

/// The first mark of a paragraph, if it closes a quotation: nothing before it in the paragraph can have opened that. Only double
/// marks are looked at, since a single one may be an apostrophe. Linear in what comes before the mark.
#[must_use]
pub fn unopened(text: &str) -> Option<Span> {
    let at = text.find(['“', '”', '«', '»', '„', '"'])?;
    let mark = text.get(at..)?.chars().next().filter(|mark| *mark != '„')?;
    let span = Span::new(at, at + mark.len_utf8());
    let (before, after) = (text.get(..at)?, text.get(span.end..)?);
    let closes =
        before.ends_with(|c: char| !c.is_whitespace() && c != '(') && !after.starts_with(char::is_alphanumeric);
    closes.then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_mark_that_comes_first_and_closes_is_unopened() {
        let found = |text: &'static str| unopened(text).map(|mark| mark.of(text));
        assert_eq!(found("We are ready,” she said."), Some("”"));
        assert_eq!(found("We are ready,\" she said. \"It works.\""), Some("\""));
        assert_eq!(found("She said “yes” twice."), None);
        assert_eq!(found("She said \"yes\" twice."), None);
        assert_eq!(found("It’s the owners’ view."), None);
    }
}
