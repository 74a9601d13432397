//! Whether a line tells what a newsroom did for a story, or what an institution says on any occasion. It knows no publication by
//! name.

use std::sync::LazyLock;

use crate::engine::outline::alone::Reading;
use crate::language::{Relation, Upos};
use crate::text::table::{self, WordList};

/// What institutions say on any occasion.
static PLEASANTRIES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("pleasantries.txt")).collect());

/// What a newsroom does to learn something.
static GATHERING: WordList = WordList::new(include_str!("gathering.txt"));

/// "The port takes the safety of its crews seriously": whether a line says what an institution says on any occasion.
pub(super) fn is_pleasantry(line: &str) -> bool {
    let line = line.to_lowercase();
    PLEASANTRIES.iter().any(|phrase| line.contains(phrase))
}

impl Reading<'_> {
    /// "The Courier asked the board", "Send us your letters": what a newsroom does for a story. It is known by what people tell it.
    pub(super) fn is_of_newsroom(&self, root: Option<usize>) -> bool {
        let view = self.view;
        let is_ours = |at: usize| {
            // "US Secretary of State" is a country.
            view.is_any(at, &["we", "us", "our", "ours", "i", "me", "my"])
                && view.form(at) != "US"
                && !self.snapshot.is_quoted(self.place(at))
        };
        let gathers = |root: usize| {
            GATHERING.has(&view.lemma(root))
                && view.child_by(root, &[Relation::Conj, Relation::Ccomp]).is_none()
                && view.subject_of(root).is_some_and(|subject| self.is_told(subject))
        };
        let asks = |at: usize| {
            view.is_any(at, &["request", "requests", "question", "questions", "reporting"])
                && view
                    .child_by(at, &[Relation::NmodPoss])
                    .is_some_and(|of| self.is_told(of))
        };
        root.is_some_and(gathers) || self.line.words.iter().any(|at| is_ours(*at) || asks(*at))
    }

    /// Whether somebody tells things to whom or what a word names: "She told the Courier".
    fn is_told(&self, name: usize) -> bool {
        let text = self.view.form(name);
        let quotations = self.snapshot.facts.quotations.iter();
        quotations
            .filter_map(|quotation| quotation.addressee)
            .any(|told| self.snapshot.text_of(told).split_whitespace().any(|word| word == text))
            && self.view.upos(name) == Upos::Propn
            && !self.is_person(name)
    }
}
