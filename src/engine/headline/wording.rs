//! Words and lines of any draft: the third person of a verb, a text on one line. It knows English endings and no draft.

/// A verb in the third person singular, from its base form.
#[must_use]
pub fn third_person(lemma: &str) -> String {
    let consonant_y = lemma.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| lemma.ends_with(end));
    match lemma {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ if consonant_y => format!("{}ies", lemma.trim_end_matches('y')),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end)) => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

/// With a capital at the beginning.
#[must_use]
pub fn capitalised(text: impl AsRef<str>) -> String {
    let text = text.as_ref();
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `text` on one line, cut after `limit` characters at the last space.
#[must_use]
pub fn one_line(text: &str, limit: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let more = word.chars().count();
        if !line.is_empty() {
            if length + more >= limit {
                line.push('…');
                return line;
            }
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += more;
    }
    line
}

/// A line without the quotation marks of which only one half is in it.
#[must_use]
pub fn balanced(line: &str) -> String {
    let count = |mark: char| line.matches(mark).count();
    let straight = count('"') % 2 == 1;
    let curly = count('“') != count('”');
    line.chars()
        .filter(|character| match character {
            '"' => !straight,
            '“' | '”' => !curly,
            _ => true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_between_words() {
        assert_eq!(one_line("“We had\n  no choice”", 60), "“We had no choice”");
        assert_eq!(one_line("one two three four", 10), "one two…");
    }

    #[test]
    fn verbs_take_their_ending() {
        assert_eq!(third_person("meet"), "meets");
        assert_eq!(third_person("carry"), "carries");
        assert_eq!(third_person("crash"), "crashes");
        assert_eq!(third_person("be"), "is");
    }

    #[test]
    fn half_a_pair_of_marks_is_left_out() {
        assert_eq!(balanced("calls it “a good day"), "calls it a good day");
        assert_eq!(balanced("calls it “a good day”"), "calls it “a good day”");
    }
}
