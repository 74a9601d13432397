//! Quoted words, made ready for the search: folded, and parted where something is left out. It searches nothing.

use crate::text::Span;
use crate::verify::ids::{BOUNDARY, UNKNOWN, WordId};
use crate::verify::notes::Notes;
use crate::verify::restarts::{Spoken, restarts};
use crate::verify::types::Quoted;
use crate::verify::words::{self, Folder, Shape, Sink, scan};

/// A word of the quotation.
#[derive(Clone, Debug)]
pub struct QuotedWord {
    /// Which word of the notes it is.
    pub id: WordId,
    /// The folded word.
    pub folded: String,
    /// Where it is written in the quoted text.
    pub span: Span,
    /// Whether it is written as a name.
    pub is_name: bool,
    /// Words of the notes that it may be written out from, or contracted to.
    others: [WordId; 2],
    /// Whether it is part of a phrase that is begun anew right after it.
    pub is_restart: bool,
}

impl QuotedWord {
    /// Whether a word of the notes is this one: the same, or “it's” and “it is”.
    pub fn is_said_by(&self, id: WordId) -> bool {
        id == self.id || id != BOUNDARY && self.others.contains(&id)
    }
}

/// What is between two parts of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// “…”: words were left out.
    Ellipsis,
    /// Words in brackets, which stand for some of the speaker's or for none.
    Insertion,
}

impl Gap {
    /// How many words of the notes may be there at most.
    pub fn most_words(self) -> usize {
        match self {
            Gap::Ellipsis => 600,
            Gap::Insertion => 6,
        }
    }
}

/// Words of the quotation in a row.
#[derive(Clone, Debug)]
pub struct Part {
    /// The words; at least one.
    pub words: Vec<QuotedWord>,
    /// What is before them, and where; `None` before the first part.
    pub gap: Option<(Gap, Span)>,
}

impl Part {
    /// How many letters and signs it has as written.
    pub fn length(&self) -> usize {
        let span = self.words.first().zip(self.words.last());
        span.map_or(0, |(first, last)| last.span.end - first.span.start)
    }
}

/// A quotation that is looked up: as it is written, as it is searched for, and in what.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The words as written.
    pub quoted: &'a Quoted<'a>,
    /// The same, ready for the search.
    pub prepared: &'a Prepared,
    /// The notes.
    pub notes: &'a Notes,
}

/// Quoted words, ready for the search.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The parts; those without words are left out.
    pub parts: Vec<Part>,
    /// Sounds that were left out.
    pub fillers: Vec<Span>,
    /// Whether a bracket is at an end, or one or more between parts.
    pub has_insertion: bool,
    /// Whether words are left out at an end or between parts.
    pub has_ellipsis: bool,
}

impl Prepared {
    /// Quoted words as the notes have them. Linear in the quotation.
    pub fn of(quoted: &Quoted<'_>, notes: &Notes) -> Self {
        let gaps = gaps(quoted);
        let mut prepared = Self {
            parts: Vec::new(),
            fillers: Vec::new(),
            has_insertion: gaps.iter().any(|(_, gap)| *gap == Gap::Insertion),
            has_ellipsis: gaps.iter().any(|(_, gap)| *gap == Gap::Ellipsis),
        };
        let ends = gaps.iter().map(|(span, _)| span.start).chain([quoted.text.len()]);
        let after_gaps = gaps.iter().map(|(span, gap)| (span.end, Some((*gap, *span))));
        let starts = std::iter::once((0, None)).chain(after_gaps);
        // Of two gaps in a row the wider one counts.
        let mut open: Option<(Gap, Span)> = None;
        for ((start, gap), end) in starts.zip(ends) {
            open = match (open, gap) {
                (Some((Gap::Ellipsis, _)), _) => open,
                (_, gap) => gap.or(open),
            };
            let collected = Collector {
                notes,
                words: Vec::new(),
                fillers: Vec::new(),
            };
            let mut folder = Folder::new(collected);
            scan(quoted.text, Span::new(start, end), &mut folder);
            let mut found = folder.finish();
            found.mark_restarts(quoted.text);
            prepared.fillers.extend(found.fillers);
            if !found.words.is_empty() {
                let gap = open.take().filter(|_| !prepared.parts.is_empty());
                prepared.parts.push(Part {
                    words: found.words,
                    gap,
                });
            }
        }
        prepared
    }

    /// How many words there are.
    pub fn word_count(&self) -> usize {
        self.parts.iter().map(|part| part.words.len()).sum()
    }
}

struct Collector<'a> {
    notes: &'a Notes,
    words: Vec<QuotedWord>,
    fillers: Vec<Span>,
}

impl Sink for Collector<'_> {
    fn word(&mut self, word: &str, span: Span, shape: Shape) {
        let mut others = [UNKNOWN; 2];
        for (known, other) in others.iter_mut().zip(words::others(word)) {
            *known = self.notes.id(other);
        }
        self.words.push(QuotedWord {
            id: self.notes.id(word),
            folded: word.to_owned(),
            span,
            is_name: shape.is_name,
            others,
            is_restart: false,
        });
    }

    fn filler(&mut self, span: Span) {
        self.fillers.push(span);
    }
}

impl Collector<'_> {
    fn mark_restarts(&mut self, text: &str) {
        let word = |at: usize| {
            let word = self.words.get(at);
            word.map_or(Spoken::default(), |word| Spoken {
                id: word.id,
                span: word.span,
            })
        };
        let found = restarts(self.words.len(), text, word, self.notes.small());
        for at in found.into_iter().flatten() {
            if let Some(word) = self.words.get_mut(at) {
                word.is_restart = true;
            }
        }
    }
}

/// Where something is left out or put in, in order and without overlap.
fn gaps(quoted: &Quoted<'_>) -> Vec<(Span, Gap)> {
    let is_empty = |span: &Span| !span.of(quoted.text).contains(char::is_alphanumeric);
    // “[…]” is an ellipsis.
    let insertions = quoted.insertions.iter().filter(|span| !span.is_empty());
    let mut gaps: Vec<(Span, Gap)> = insertions
        .map(|span| (*span, if is_empty(span) { Gap::Ellipsis } else { Gap::Insertion }))
        .collect();
    let is_inside = |span: &Span| quoted.insertions.iter().any(|insertion| insertion.overlaps(*span));
    gaps.extend(
        ellipses(quoted.text)
            .into_iter()
            .filter(|span| !is_inside(span))
            .map(|span| (span, Gap::Ellipsis)),
    );
    gaps.sort_by_key(|(span, _)| *span);
    gaps
}

/// “…”, “...”, “. . .”.
fn ellipses(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut run: Option<(usize, usize, usize)> = None;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        run = match (letter, run) {
            ('…', Some((start, _, points))) => Some((start, end, points + 3)),
            ('…', None) => Some((at, end, 3)),
            ('.', Some((start, _, points))) => Some((start, end, points + 1)),
            ('.', None) => Some((at, end, 1)),
            (' ' | '\u{a0}' | '\u{202f}', Some(run)) => Some(run),
            (_, run) => {
                found.extend(whole(run));
                None
            }
        };
    }
    found.extend(whole(run));
    found
}

/// Three points make an ellipsis.
fn whole(run: Option<(usize, usize, usize)>) -> Option<Span> {
    let (start, end, points) = run?;
    (points >= 3).then(|| Span::new(start, end))
}
