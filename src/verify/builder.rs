//! Makes notes of their texts: reads them into passages and numbers their words. It searches nothing.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use smol_str::SmolStr;

use crate::text::{LineIndex, Span};
use crate::verify::ids::{BOUNDARY, SmallWords, UNKNOWN, WordId};
use crate::verify::notes::{Notes, NotesWord};
use crate::verify::reading::{self, NotesFormat};
use crate::verify::restarts::{Spoken, restarts};
use crate::verify::types::{NotesProblem, NotesSource, Passage};
use crate::verify::words::{Folder, Shape, Sink, scan, tables};

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
            is_unpacked: format == NotesFormat::Word,
            labels: labels(&read.passages),
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
        let small = small(&stream.ids);
        let denying = tables::NEGATIONS.iter().filter_map(|word| stream.ids.get(*word));
        let denying = denying.copied().collect();
        let ends = starts.iter().skip(1).copied().chain([stream.words.len()]);
        for (source, (start, after)) in self.sources.iter().zip(starts.iter().zip(ends)) {
            mark_restarts(&mut stream.words, (*start, after), &source.text, &small);
        }
        let passages = self.sources.iter().flat_map(|source| &source.passages);
        let labels = passages.filter_map(|passage| passage.speaker.as_deref());
        let words = labels.flat_map(|label| label.split(|letter: char| !letter.is_alphanumeric()));
        let named = words.map(|word| SmolStr::from(word.to_lowercase())).collect();
        let (first_places, places) = places(&stream.words, stream.ids.len() + 1);
        Notes {
            sources: self.sources.into_iter().map(Arc::new).collect(),
            starts,
            words: stream.words,
            ids: stream.ids,
            small,
            denying,
            first_places,
            places,
            problems: self.problems,
            named,
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
        self.words.push(NotesWord {
            id,
            start: offset(span.start),
            end: offset(span.end),
            shape,
            is_restart: false,
        });
    }

    fn boundary(&mut self) {
        let end = self.words.last().map_or(0, |last| last.end);
        self.words.push(NotesWord {
            id: BOUNDARY,
            start: end,
            end,
            shape: Shape::default(),
            is_restart: false,
        });
    }
}

/// An offset as words keep it. No text of notes is so long that it does not fit.
fn offset(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
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

/// The numbers of the small words.
fn small(ids: &HashMap<SmolStr, WordId>) -> SmallWords {
    let mut small = SmallWords::default();
    let id = |word: &&str| ids.get(*word).copied();
    small.repeated.extend(tables::REPEATED.iter().filter_map(id));
    small.others.extend(tables::SMALL.iter().filter_map(id));
    small
}

/// Marks what is begun anew among the words of the source whose words begin at `start` and end before `after`.
fn mark_restarts(words: &mut [NotesWord], (start, after): (usize, usize), text: &str, small: &SmallWords) {
    let Some(own) = words.get_mut(start..after) else { return };
    let word = |at: usize| {
        let word = own.get(at);
        word.map_or(Spoken::default(), |word| Spoken {
            id: word.id,
            span: word.span(),
        })
    };
    let found = restarts(own.len(), text, word, small);
    for at in found.into_iter().flatten() {
        if let Some(word) = own.get_mut(at) {
            word.is_restart = true;
        }
    }
}

/// How often each label is over a passage.
fn labels(passages: &[Passage]) -> BTreeMap<SmolStr, usize> {
    let mut counts = BTreeMap::new();
    for speaker in passages.iter().filter_map(|passage| passage.speaker.as_ref()) {
        match counts.get_mut(speaker) {
            Some(count) => *count += 1,
            None => drop(counts.insert(speaker.clone(), 1)),
        }
    }
    counts
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
