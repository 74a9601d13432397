//! Words as blanks part them. What a word is in a language is asked elsewhere.

/// How many words a text has: as many as `split_whitespace` gives, in one pass over the letters.
#[must_use]
pub fn count_words(text: &str) -> usize {
    let (mut count, mut in_word) = (0, false);
    for letter in text.chars() {
        let is_blank = letter.is_whitespace();
        count += usize::from(!is_blank && !in_word);
        in_word = !is_blank;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_blanks_part_them() {
        for text in ["", " ", "one", " one\u{a0}two\n\nthree ", "“É\u{2003}à,”", "a\tb"] {
            assert_eq!(count_words(text), text.split_whitespace().count(), "{text:?}");
        }
    }
}
