//! The notes of a draft with an index of their words. It is built once and never changes.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::text::{LineIndex, Span};
use crate::verify::reading::{self, NotesFormat};
use crate::verify::types::{NotesPlace, NotesProblem, NotesSource, Passage};
use crate::verify::words::{Folder, Shape, Sink, scan};

/// The number of a word.
pub type WordId = u32;

/// Where nothing is said in one breath: between two texts, between two speakers.
pub const BOUNDARY: WordId = 0;

/// A word that the notes do not have.
pub const UNKNOWN: WordId = u32::MAX;

/// A word of the notes.
#[derive(Clone, Copy, Debug)]
pub struct NotesWord {
    /// Which word it is.
    pub id: WordId,
    /// Where it is written in its text.
    start: u32,
    end: u32,
    /// How it is written.
    pub shape: Shape,
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
    sources: Vec<Arc<NotesSource>>,
    /// Where the words of each source begin.
    starts: Vec<usize>,
    /// The words of all sources, one after the other.
    words: Vec<NotesWord>,
    ids: HashMap<SmolStr, WordId>,
    /// The places of each word: from here in `places` …
    first_places: Vec<u32>,
    /// … in the order of the words.
    places: Vec<u32>,
    problems: Vec<NotesProblem>,
}

impl Notes {
    /// Notes that are one text, for one draft alone.
    #[must_use]
    pub fn of_text(name: &str, text: &str, format: NotesFormat) -> Self {
        let mut builder = NotesBuilder::default();
        builder.add(NotesText {
            path: name.to_owned(),
            name: name.to_owned(),
            text: Arc::from(text),
            format,
            is_for_draft: true,
        });
        builder.build()
    }

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

/// A text of notes as it is given.
#[derive(Clone, Debug)]
pub struct NotesText {
    /// Where it is: the path of a file, for a front end to open.
    pub path: String,
    /// What it is called in messages.
    pub name: String,
    /// What is written there.
    pub text: Arc<str>,
    /// How it is written.
    pub format: NotesFormat,
    /// Whether it is named for this draft alone.
    pub is_for_draft: bool,
}

/// Collects texts of notes.
#[derive(Debug, Default)]
pub struct NotesBuilder {
    sources: Vec<NotesSource>,
    problems: Vec<NotesProblem>,
}

impl NotesBuilder {
    /// Adds a text. What is odd about it becomes a problem; its words count all the same. Linear.
    pub fn add(&mut self, file: NotesText) {
        let NotesText {
            path,
            name,
            text,
            format,
            is_for_draft,
        } = file;
        let read = reading::read(&text, format);
        if let Some(message) = read.remark {
            self.problem(NotesProblem {
                name: name.clone(),
                message,
                named_at: None,
                is_read: true,
                is_for_draft,
            });
        }
        self.sources.push(NotesSource {
            foreign_language: language_of(&text),
            lines: LineIndex::new(&text),
            path,
            name,
            text,
            is_for_draft,
            passages: read.passages,
        });
    }

    /// Adds that a source cannot be used, or not as it should be.
    pub fn problem(&mut self, problem: NotesProblem) {
        self.problems.push(problem);
    }

    /// Whether nothing was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.problems.is_empty()
    }

    /// The notes with their index. Linear in the texts.
    #[must_use]
    pub fn build(self) -> Notes {
        let mut stream = Stream::default();
        let mut starts = Vec::with_capacity(self.sources.len());
        for source in &self.sources {
            starts.push(stream.words.len());
            stream = stream_of(source, stream);
        }
        let (first_places, places) = places(&stream.words, stream.ids.len() + 1);
        Notes {
            sources: self.sources.into_iter().map(Arc::new).collect(),
            starts,
            words: stream.words,
            ids: stream.ids,
            first_places,
            places,
            problems: self.problems,
        }
    }
}

/// The words of the sources so far.
#[derive(Default)]
struct Stream {
    words: Vec<NotesWord>,
    ids: HashMap<SmolStr, WordId>,
}

impl Sink for Stream {
    fn word(&mut self, word: &str, span: Span, shape: Shape) {
        let next = u32::try_from(self.ids.len() + 1).unwrap_or(UNKNOWN);
        let id = match self.ids.get(word) {
            Some(id) => *id,
            None => *self.ids.entry(SmolStr::new(word)).or_insert(next),
        };
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        self.words.push(NotesWord {
            id,
            start: at(span.start),
            end: at(span.end),
            shape,
        });
    }

    fn boundary(&mut self) {
        let end = self.words.last().map_or(0, |last| last.end);
        self.words.push(NotesWord {
            id: BOUNDARY,
            start: end,
            end,
            shape: Shape::default(),
        });
    }
}

/// Adds the words of a source. Words of two speakers are not said in one breath; lines and captions of one speaker are.
fn stream_of(source: &NotesSource, stream: Stream) -> Stream {
    let mut folder = Folder::new(stream);
    let mut before: Option<&Passage> = None;
    for passage in &source.passages {
        if before.is_some_and(|before| before.speaker != passage.speaker) {
            folder.boundary();
        }
        scan(&source.text, passage.span, &mut folder);
        before = Some(passage);
    }
    folder.boundary();
    folder.finish()
}

/// The places of each word, by counting.
fn places(words: &[NotesWord], ids: usize) -> (Vec<u32>, Vec<u32>) {
    let mut firsts = vec![0_u32; ids + 1];
    for word in words {
        if let Some(count) = firsts.get_mut(word.id as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for first in &mut firsts {
        sum += *first;
        *first = sum;
    }
    let mut next = firsts.clone();
    let mut places = vec![0_u32; words.len()];
    for (at, word) in words.iter().enumerate() {
        let Some(slot) = next.get_mut(word.id as usize) else {
            continue;
        };
        if let Some(place) = places.get_mut(*slot as usize) {
            *place = u32::try_from(at).unwrap_or(u32::MAX);
        }
        *slot += 1;
    }
    (firsts, places)
}

/// Bytes of a text that are enough to tell its language.
const TOLD_BY: usize = 4_000;

/// Letters below which nothing is said about a language.
const FEWEST_LETTERS: usize = 300;

/// The language of a text, if it is surely another one than English.
fn language_of(text: &str) -> Option<&'static str> {
    let head = text.get(..text.floor_char_boundary(TOLD_BY))?;
    if head.chars().filter(|letter| letter.is_alphabetic()).count() < FEWEST_LETTERS {
        return None;
    }
    let found = whatlang::detect(head)?;
    (found.is_reliable() && found.lang() != whatlang::Lang::Eng).then(|| found.lang().code())
}
