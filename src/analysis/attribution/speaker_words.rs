//! Words that tell something of a speaker, as data: who is not named, what is a paper, what was uttered. No decision is made
//! here.

use std::sync::LazyLock;

struct Words {
    nameless: Vec<&'static str>,
    outlets: Vec<&'static str>,
    utterances: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
    nameless: of_class("nameless"),
    outlets: of_class("outlet"),
    utterances: of_class("utterance"),
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../data/speaker_words.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
}

fn of_class(class: &str) -> Vec<&'static str> {
    rows().filter(|(_, of)| *of == class).map(|(word, _)| word).collect()
}

/// Whether a word stands for people who are not named ("officials"), compared without case.
#[must_use]
pub fn is_nameless(word: &str) -> bool {
    WORDS.nameless.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a noun phrase names a paper, a station or the like.
#[must_use]
pub fn names_outlet(phrase: &str) -> bool {
    WORDS.outlets.iter().any(|word| phrase.contains(word))
}

/// Whether a noun, in its base form, is a word for what somebody said ("promise").
#[must_use]
pub fn is_utterance(lemma: &str) -> bool {
    WORDS.utterances.contains(&lemma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let read = WORDS.nameless.len() + WORDS.outlets.len() + WORDS.utterances.len();
        let lines = include_str!("../data/speaker_words.tsv").lines();
        assert_eq!(
            read,
            lines.filter(|line| !line.starts_with('#')).count(),
            "a row names an unknown class"
        );
        assert!(is_nameless("Officials"));
        assert!(names_outlet("the Ostby Times"));
        assert!(is_utterance("promise"));
    }
}
