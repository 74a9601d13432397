//! The labels of a transcript: "Q:", "Ana Lund:", "AL:" at the head of a paragraph. It does not ask what is said.

use crate::analysis::attribution::draft::spoken::Spoken;
use crate::markup::{BlockId, Markup, Place};
use crate::text::Span;

/// How many words and bytes a label has at most.
const MOST_WORDS: usize = 4;
const LONGEST: usize = 40;

/// A paragraph with a label.
#[derive(Clone, Copy, Debug)]
pub struct Labelled {
    /// The label, without its colon.
    pub label: Place,
    /// The words after it.
    pub words: Place,
}

impl Labelled {
    /// The paragraph as it is spoken: by the one the label names, or by the guest if the label is "A" or the guest's initials.
    #[must_use]
    pub fn spoken(self, markup: &Markup, guest: Option<Place>) -> Spoken {
        let label = markup.text_of(self.label);
        let name = guest.map_or("", |guest| markup.text_of(guest));
        let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
        let speaker = match label {
            "A" | "Answer" => guest,
            "Q" | "Question" | "Host" | "Interviewer" => None,
            _ if !initials.is_empty() && label.replace('.', "") == initials => guest,
            _ => Some(self.label),
        };
        Spoken {
            words: self.words,
            speaker,
        }
    }
}

/// The paragraphs of a transcript: at least two labels that follow each other, each the label of several paragraphs or set in bold,
/// or questions and answers with their letters. Empty if the draft is none.
#[must_use]
pub fn spoken(markup: &Markup) -> Vec<Labelled> {
    let all: Vec<(Labelled, &str, bool)> = BlockId::number(&markup.blocks)
        .filter(|(_, block)| block.kind.is_body())
        .filter_map(|(id, block)| {
            let (label, words) = label_of(&block.text)?;
            let inner = markup.source_span(Place::whole(id, block));
            let part = Labelled {
                label: Place::new(id, label),
                words: Place::new(id, words),
            };
            Some((part, label.of(&block.text), inner.start > block.span.start))
        })
        .collect();
    let counts = |label: &str| all.iter().filter(|(_, other, _)| *other == label).count();
    let speaks = |label: &str, is_bold: bool| is_letter(label) || is_bold || counts(label) > 1;
    let kept: Vec<(Labelled, &str)> = all
        .iter()
        .filter(|(_, label, is_bold)| speaks(label, *is_bold))
        .map(|(part, label, _)| (*part, *label))
        .collect();
    let alternate = kept
        .iter()
        .zip(kept.iter().skip(1))
        .filter(|((one, first), (other, second))| first != second && one.label.block.0 + 2 >= other.label.block.0)
        .count();
    let labels = kept.iter().fold(Vec::new(), |mut labels: Vec<&str>, (_, label)| {
        if !labels.contains(label) {
            labels.push(label);
        }
        labels
    });
    // Lists of what and where have as many labels as lines.
    let is_transcript = alternate > 0 && (2 * labels.len() <= kept.len() || kept.len() == 2 && labels.len() == 2);
    if is_transcript {
        kept.into_iter().map(|(part, _)| part).collect()
    } else {
        Vec::new()
    }
}

fn is_letter(label: &str) -> bool {
    matches!(label, "Q" | "A" | "Question" | "Answer")
}

/// The label at the head of a paragraph and the words after it.
fn label_of(text: &str) -> Option<(Span, Span)> {
    let letter = text
        .find(['.', ':'])
        .filter(|&at| is_letter(text.get(..at).unwrap_or("")));
    let end = letter.or_else(|| text.find(':'))?;
    let label = text.get(..end)?;
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_numeric());
    let words = text.get(end + 1..)?;
    let start = end + 1 + (words.len() - words.trim_start().len());
    let fits = label.len() <= LONGEST
        && label.split_whitespace().count() <= MOST_WORDS
        && label.split_whitespace().all(is_name);
    (fits && start < text.trim_end().len()).then(|| (Span::new(0, end), Span::new(start, text.trim_end().len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_names_and_letters() {
        let of = |text: &'static str| label_of(text).map(|(label, words)| (label.of(text), words.of(text)));
        assert_eq!(of("Ana Lund: It is late."), Some(("Ana Lund", "It is late.")));
        assert_eq!(of("Q. Why now?"), Some(("Q", "Why now?")));
        assert_eq!(of("He said this: no."), None);
        assert_eq!(of("It is late. No."), None);
    }
}
