//! What had to be overlooked to find a quotation in a place, listed for whoever reads the verdict. It searches nothing.

use crate::text::Span;
use crate::verify::excerpt::{fillers_between, written};
use crate::verify::folds::{Same, folds};
use crate::verify::quoted::{Part, Question, QuotedWord};
use crate::verify::search::{Occurrence, Pair, Pairs};
use crate::verify::types::{Fold, NotesPlace};

/// What had to be overlooked to find all words in a place, and the sounds that were left out.
pub fn overlooked(question: &Question<'_>, occurrence: &Occurrence) -> (Vec<Fold>, Vec<String>) {
    if is_written_alike(question, occurrence) {
        return (Vec::new(), Vec::new());
    }
    let mut found = Overlooked::default();
    for (part, first) in question.prepared.parts.iter().zip(&occurrence.firsts) {
        let last = first + part.words.len().saturating_sub(1);
        let Some(place) = question.notes.place(*first, last) else {
            continue;
        };
        let has_sounds = found.add_sounds(question, &place);
        found.add_words(
            question,
            &written_in(question, part, *first),
            &place.source.text,
            has_sounds,
        );
    }
    found.told(question)
}

/// What was overlooked so far.
#[derive(Debug, Default)]
pub struct Overlooked {
    folds: Vec<Fold>,
    fillers: Vec<String>,
}

impl Overlooked {
    /// Adds what is overlooked where a segment is beside the notes, with what came of the words that differ.
    pub fn add(
        &mut self,
        question: &Question<'_>,
        (segment, pairs): (&[Part], &Pairs),
        (folds, fillers): (Vec<Fold>, Vec<String>),
    ) {
        self.folds.extend(folds);
        self.fillers.extend(fillers);
        let there = pairs.steps.iter().filter_map(|pair| match pair {
            Pair::Same(_, there) => Some(*there),
            _ => None,
        });
        let Some((first, last)) = there.clone().min().zip(there.max()) else {
            return;
        };
        let Some(place) = question.notes.place(first, last) else {
            return;
        };
        let words: Vec<&QuotedWord> = segment.iter().flat_map(|part| &part.words).collect();
        let has_sounds = self.add_sounds(question, &place);
        for stretch in pairs.steps.split(|pair| !matches!(pair, Pair::Same(..))) {
            let same = stretch.iter().filter_map(|pair| match pair {
                Pair::Same(number, there) => Some(Same {
                    quoted: words.get(*number)?.span,
                    said: question.notes.words().get(*there)?.span(),
                }),
                _ => None,
            });
            self.add_words(question, &written(same), &place.source.text, has_sounds);
        }
    }

    /// Adds the sounds in a place of the notes; whether there are any, there or in the quotation.
    fn add_sounds(&mut self, question: &Question<'_>, place: &NotesPlace) -> bool {
        let sounds = fillers_between(&place.source.text, place.span);
        let has_sounds = !sounds.is_empty() || !question.prepared.fillers.is_empty();
        self.fillers.extend(sounds);
        has_sounds
    }

    /// Adds what is overlooked in words that are the same on both sides, in a row. Sounds are no marks: where there are any, the
    /// words are compared one by one.
    fn add_words(&mut self, question: &Question<'_>, words: &[Same], text: &str, has_sounds: bool) {
        let length = if has_sounds { 1 } else { words.len().max(1) };
        for words in words.chunks(length) {
            folds(question.quoted.text, text, words, &mut self.folds);
        }
    }

    /// All that was overlooked, each kind once, and the sounds.
    pub fn told(self, question: &Question<'_>) -> (Vec<Fold>, Vec<String>) {
        let Self { mut folds, fillers } = self;
        let own = question.prepared.fillers.iter();
        let mut all: Vec<String> = own.map(|span| span.of(question.quoted.text).to_owned()).collect();
        all.extend(fillers);
        let others = [
            (question.prepared.has_ellipsis, Fold::Ellipsis),
            (question.prepared.has_insertion, Fold::Insertion),
            (!all.is_empty(), Fold::Filler),
        ];
        folds.extend(others.iter().filter(|(is_there, _)| *is_there).map(|(_, fold)| *fold));
        folds.sort_unstable();
        folds.dedup();
        (folds, all)
    }
}

/// Whether the words and all that is between them are the same letter for letter.
fn is_written_alike(question: &Question<'_>, occurrence: &Occurrence) -> bool {
    let prepared = question.prepared;
    let ([part], false, false) = (prepared.parts.as_slice(), prepared.has_ellipsis, prepared.has_insertion) else {
        return false;
    };
    let words = written_in(question, part, occurrence.first());
    let ends = words.first().zip(words.last());
    let source = question.notes.source_at(occurrence.first());
    ends.zip(source).is_some_and(|((first, last), source)| {
        let quoted: Span = first.quoted.join(last.quoted);
        quoted.of(question.quoted.text) == first.said.join(last.said).of(&source.text)
    })
}

/// Where the words of a part are written on both sides, each place once.
fn written_in(question: &Question<'_>, part: &Part, first: usize) -> Vec<Same> {
    let there = question.notes.words().get(first..).unwrap_or_default();
    let pairs = part.words.iter().zip(there).map(|(word, other)| Same {
        quoted: word.span,
        said: other.span(),
    });
    written(pairs)
}
