//! Who says the words of the notes, as the draft and the label name them, and whether a word before a verb of saying is somebody else. It
//! looks at no sentence.

use crate::verify::frame::words::{CLAUSE_WORDS, CROWDS, OWN_VOICE};
use crate::verify::quoted::Question;
use crate::verify::weight::is_small;

/// The names of who speaks: in the draft, and in the label.
pub struct Speakers {
    is_labelled: bool,
    names: Vec<String>,
}

impl Speakers {
    /// Those of a quotation that begins with the word `first` of the notes.
    pub fn of(question: &Question<'_>, first: usize) -> Self {
        let label = question
            .notes
            .passage_at(first)
            .and_then(|passage| passage.speaker.as_deref());
        let both = [label, question.quoted.speaker].into_iter().flatten();
        let names = both.flat_map(str::split_whitespace).map(str::to_lowercase);
        Self {
            is_labelled: label.is_some(),
            names: names.collect(),
        }
    }

    /// Whether a word in small letters, the subject of a verb of saying, means somebody else. Without a label the notes may be those of a
    /// reporter, who writes “she says that” of whoever is quoted; “people” and “critics” are never one person.
    pub fn is_another(&self, word: &str, has_capital: bool) -> bool {
        let bare = word.split('\'').next().unwrap_or("");
        let is_named = self.is_labelled
            || CROWDS.contains(bare)
            || !self.names.is_empty() && (bare == "they" || has_capital && !is_small(bare));
        is_named
            && !OWN_VOICE.contains(bare)
            && !CLAUSE_WORDS.contains(bare)
            && !self.names.iter().any(|name| name == bare)
    }
}
