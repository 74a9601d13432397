//! Small changes to the text of a mention that cost nothing where nothing is to change. It compares nothing.

use std::borrow::Cow;

/// `text` with one space wherever white space parts its words. Most texts are written so and cost nothing.
pub(in crate::analysis) fn one_spaced(text: &str) -> Cow<'_, str> {
    let is_spaced = |text: &str| {
        let mut words = text.split(' ');
        words.all(|word| !word.is_empty() && !word.contains(char::is_whitespace))
    };
    if is_plain(text) || is_spaced(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Whether a text is nothing but ASCII with single spaces inside, as nearly all names are: found out without a look at characters.
fn is_plain(text: &str) -> bool {
    let mut after_space = true;
    let are_fit = text.bytes().all(|byte| {
        let fits = byte.is_ascii_graphic() || byte == b' ' && !after_space;
        after_space = byte == b' ';
        fits
    });
    are_fit && !after_space
}

/// `text` in lowercase. Words in lowercase cost nothing.
pub(in crate::analysis) fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_made_comparable() {
        assert_eq!(one_spaced(" Ana\u{a0}\n Weil"), "Ana Weil");
        assert_eq!(one_spaced("Ana Weil"), "Ana Weil");
        assert_eq!(one_spaced(""), "");
        assert_eq!(lower("Élan"), "élan");
        assert_eq!(lower("the élan"), "the élan");
        assert_eq!(lower("the crew"), "the crew");
    }
}
