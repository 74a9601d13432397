//! The notes of a draft with an index of their words, to be asked. It is made elsewhere and never changes.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::text::Span;
use crate::verify::ids::{BOUNDARY, SmallWords, UNKNOWN, WordId};
use crate::verify::types::{NotesPlace, NotesProblem, NotesSource, Passage};
use crate::verify::words::Shape;

/// A word of the notes.
#[derive(Clone, Copy, Debug)]
pub struct NotesWord {
    /// Which word it is.
    pub id: WordId,
    /// Where it is written in its text.
    pub start: u32,
    /// And where it ends.
    pub end: u32,
    /// How it is written.
    pub shape: Shape,
    /// Whether it is part of a phrase that is begun anew right after it, so that a quotation may leave it out.
    pub is_restart: bool,
}

impl NotesWord {
    /// Where it is written.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// Texts of notes, ready to be searched.
#[derive(Default)]
pub struct Notes {
    pub(in crate::verify) sources: Vec<Arc<NotesSource>>,
    /// Where the words of each source begin.
    pub(in crate::verify) starts: Vec<usize>,
    /// The words of all sources, one after the other.
    pub(in crate::verify) words: Vec<NotesWord>,
    pub(in crate::verify) ids: HashMap<SmolStr, WordId>,
    /// The small words among them.
    pub(in crate::verify) small: SmallWords,
    /// The words among them that deny.
    pub(in crate::verify) denying: FxHashSet<WordId>,
    /// The places of each word: from here in `places` …
    pub(in crate::verify) first_places: Vec<u32>,
    /// … in the order of the words.
    pub(in crate::verify) places: Vec<u32>,
    pub(in crate::verify) problems: Vec<NotesProblem>,
    /// The words of the labels of who speaks, in lowercase.
    pub(in crate::verify) named: HashSet<SmolStr>,
}

impl Notes {
    /// The texts.
    #[must_use]
    pub fn sources(&self) -> &[Arc<NotesSource>] {
        &self.sources
    }

    /// Sources that could not be used.
    #[must_use]
    pub fn problems(&self) -> &[NotesProblem] {
        &self.problems
    }

    /// Whether there is a text with words in it.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.words.iter().any(|word| word.id != BOUNDARY)
    }

    /// Whether one of the texts is named for the draft alone.
    #[must_use]
    pub fn are_for_draft(&self) -> bool {
        self.sources.iter().any(|source| source.is_for_draft)
    }

    /// Whether a family name is in the notes, as a word of theirs or in the labels of who speaks.
    #[must_use]
    pub fn name_somebody(&self, family: &str) -> bool {
        let family = family.to_lowercase();
        self.ids.contains_key(family.as_str()) || self.named.contains(family.as_str())
    }

    /// Whether there are notes and none of them can be read.
    #[must_use]
    pub fn are_unread(&self) -> bool {
        self.sources.is_empty() && self.problems.iter().any(|problem| !problem.is_read)
    }

    /// The language of a text in another one than English (ISO 639-3).
    #[must_use]
    pub fn foreign_language(&self) -> Option<&'static str> {
        self.sources.iter().find_map(|source| source.foreign_language)
    }

    /// The words, in order.
    pub(in crate::verify) fn words(&self) -> &[NotesWord] {
        &self.words
    }

    /// The number of a folded word.
    pub(in crate::verify) fn id(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(UNKNOWN)
    }

    /// The small words.
    pub(in crate::verify) fn small(&self) -> &SmallWords {
        &self.small
    }

    /// Whether a word turns a sentence around.
    pub(in crate::verify) fn denies(&self, id: WordId) -> bool {
        self.denying.contains(&id)
    }

    /// Where a word is, in order.
    pub(in crate::verify) fn places_of(&self, id: WordId) -> &[u32] {
        let at = id as usize;
        let bounds = self
            .first_places
            .get(at)
            .zip(self.first_places.get(at.saturating_add(1)));
        let places = bounds.and_then(|(from, to)| self.places.get(*from as usize..*to as usize));
        places.unwrap_or_default()
    }

    /// The source of a word, by the number of the word.
    pub(in crate::verify) fn source_at(&self, word: usize) -> Option<&Arc<NotesSource>> {
        let after = self.starts.partition_point(|start| *start <= word);
        self.sources.get(after.checked_sub(1)?)
    }

    /// The passage of a word, by the number of the word.
    pub(in crate::verify) fn passage_at(&self, word: usize) -> Option<&Passage> {
        let source = self.source_at(word)?;
        let at = self.words.get(word)?.span().start;
        let after = source.passages.partition_point(|passage| passage.span.start <= at);
        source.passages.get(after.checked_sub(1)?)
    }

    /// The place from one word to another, both included.
    pub(in crate::verify) fn place(&self, first: usize, last: usize) -> Option<NotesPlace> {
        let source = self.source_at(first)?;
        let passage = self.passage_at(first)?;
        let span = self.words.get(first)?.span().join(self.words.get(last)?.span());
        Some(NotesPlace {
            source: Arc::clone(source),
            span,
            speaker: passage.speaker.clone(),
            time: passage.time.clone(),
        })
    }
}

/// Notes are the same if they were made of the same texts.
impl PartialEq for Notes {
    fn eq(&self, other: &Self) -> bool {
        self.sources == other.sources && self.problems == other.problems
    }
}

impl Eq for Notes {}

impl fmt::Debug for Notes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let paths: Vec<&str> = self.sources.iter().map(|source| source.path.as_str()).collect();
        out.debug_struct("Notes")
            .field("sources", &paths)
            .field("words", &self.words.len())
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}
