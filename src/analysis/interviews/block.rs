//! The label and the question of one block. It does not know whether the draft is an interview.

use crate::analysis::interviews::types::{Turn, TurnLabel, TurnQuestion};
use crate::text::Span;

/// How many words and bytes a label has at most.
const MOST_WORDS: usize = 4;
const LONGEST_LABEL: usize = 40;

/// How many words a question has at most.
const LONGEST_QUESTION: usize = 60;

/// How many characters the name of the one who asks has at most, with the place.
const LONGEST_SIGNATURE: usize = 60;

/// What a block looks like as a line of a conversation. Linear in its text.
#[must_use]
pub fn of_block(text: &str) -> Turn {
    Turn {
        label: label(text),
        question: question(text),
        is_dialogue: is_dialogue(text),
    }
}

/// The label at the head of a paragraph and the words after it.
fn label(text: &str) -> Option<TurnLabel> {
    let before = |at: usize| text.get(..at).unwrap_or("");
    let letter = text.find(['.', ':']).filter(|&at| is_letter(before(at)));
    let end = letter.or_else(|| text.find(':'))?;
    let name = before(end);
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_numeric());
    let words = text.get(end + 1..)?;
    let start = end + 1 + (words.len() - words.trim_start().len());
    let fits = name.len() <= LONGEST_LABEL
        && name.split_whitespace().count() <= MOST_WORDS
        && name.split_whitespace().all(is_name);
    (fits && !name.is_empty() && start < text.trim_end().len()).then(|| TurnLabel {
        name: Span::new(0, end),
        words: Span::new(start, text.trim_end().len()),
        is_letter: letter.is_some(),
    })
}

fn is_letter(label: &str) -> bool {
    matches!(label, "Q" | "A" | "Question" | "Answer")
}

/// "Q: …", "A. …", "WEIL: …": the label says who speaks, whatever the rest of the draft is.
fn is_dialogue(text: &str) -> bool {
    let text = text.trim_start();
    let label = text.split([':', '.']).next().unwrap_or("");
    let is_in_capitals = || label.chars().all(|letter| letter.is_uppercase() || letter == ' ');
    let is_name = || label.len() > 1 && label.split_whitespace().count() < MOST_WORDS && is_in_capitals();
    (is_letter(label) || label == "Interviewer" || is_name()) && label.len() < text.len()
}

/// The question that a block is: nothing but the name of who asks may follow its mark.
fn question(text: &str) -> Option<TurnQuestion> {
    let end = text.rfind('?')? + 1;
    let (asked, rest) = text.split_at_checked(end)?;
    let is_signed = is_signature(rest);
    let is_whole = rest.trim().is_empty() || is_signed;
    let is_quoted = asked.trim_start().starts_with(['“', '"', '‘', '«', '„']);
    (is_whole && !is_quoted && asked.split_whitespace().count() <= LONGEST_QUESTION).then(|| TurnQuestion {
        end,
        is_signed,
        has_marks: asked.contains(['“', '”', '"']),
    })
}

/// "— Ida Holm, Kessel" after a question: who asked it.
fn is_signature(rest: &str) -> bool {
    rest.trim_start().starts_with(['-', '–', '—', '(']) && rest.chars().count() < LONGEST_SIGNATURE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_names_and_letters() {
        let of = |text: &'static str| label(text).map(|label| (label.name.of(text), label.words.of(text)));
        assert_eq!(of("Ana Lund: It is late."), Some(("Ana Lund", "It is late.")));
        assert_eq!(of("Q. Why now?"), Some(("Q", "Why now?")));
        assert_eq!(of("He said this: no."), None);
        assert_eq!(of("Route 9: closed"), None);
        assert_eq!(of("It is late. No."), None);
    }

    #[test]
    fn a_question_is_the_whole_line_and_may_be_signed() {
        let of = |text: &str| question(text).map(|question| (question.is_signed, question.has_marks));
        assert_eq!(of("Why now?"), Some((false, false)));
        assert_eq!(of("What do you mean by “never”?"), Some((false, true)));
        assert_eq!(of("Why now? — Ida Holm, Kessel"), Some((true, false)));
        assert_eq!(of("Why now? Nobody knows."), None);
        assert_eq!(of("“Why now?"), None);
    }

    #[test]
    fn some_labels_are_those_of_a_dialogue_on_their_own() {
        for text in ["Q: Why?", "A. No.", "WEIL: No.", "Interviewer: Why?"] {
            assert!(is_dialogue(text), "{text}");
        }
        for text in ["Weil went on: “No.”", "Weil: No.", "It is late."] {
            assert!(!is_dialogue(text), "{text}");
        }
    }
}
