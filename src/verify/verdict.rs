//! The verdict on one quotation: first the same words, then nearly the same ones. What is looked for and in which order is
//! here; how it is looked for is in `search`.

use crate::text::Span;
use crate::verify::differences::differences;
use crate::verify::excerpt::{fillers_between, written};
use crate::verify::folds::{Same, folds};
use crate::verify::notes::Notes;
use crate::verify::quoted::{Gap, Part, Prepared};
use crate::verify::search::{Occurrence, Pair, Pairs, SHORTEST_PART, Work, near, occurrences};
use crate::verify::speaker;
use crate::verify::types::{Change, Checked, Fold, NotesPlace, Quoted, Verdict, Weight};

/// Whether quoted words are in the notes, and where. The work is bounded whatever the notes say; where the bound is met, the
/// verdict is [`Verdict::GivenUp`].
#[must_use]
pub fn verify(quoted: &Quoted<'_>, notes: &Notes) -> Checked {
    let prepared = Prepared::of(quoted, notes);
    if prepared.parts.is_empty() {
        return Checked::only(Verdict::TooShort);
    }
    let mut work = Work::default();
    let search = Search {
        quoted,
        prepared: &prepared,
        notes,
    };
    let found = search.same(&mut work).or_else(|| search.nearly(&mut work));
    match found {
        Some(checked) => checked,
        None if work.is_spent() => Checked::only(Verdict::GivenUp),
        None if prepared.word_count() < FEWEST_WORDS => Checked::only(Verdict::TooShort),
        None => Checked::only(Verdict::Absent),
    }
}

/// Of fewer words that are not in the notes nothing is said: a draft may mark a single word for many reasons.
const FEWEST_WORDS: usize = 3;

/// Words that are said by anyone, so that they tell nothing about who spoke.
const FEWEST_OF_SPEAKER: usize = 4;

/// Words of a fragment of which nearly the same is said by chance, unless a word of weight is what differs.
const SHORT: usize = 4;

/// Words that may be between two parts that are found one by one.
const MOST_APART: usize = 600;

struct Search<'a> {
    quoted: &'a Quoted<'a>,
    prepared: &'a Prepared,
    notes: &'a Notes,
}

impl Search<'_> {
    /// The same words. Of several places one where the right person speaks counts, then one that is written alike.
    fn same(&self, work: &mut Work) -> Option<Checked> {
        let found = occurrences(&self.prepared.parts, self.notes, work);
        let judged = found.iter().filter_map(|occurrence| {
            let checked = self.judged(occurrence)?;
            let rank = (
                checked.verdict == Verdict::OtherSpeaker,
                checked.folds.len(),
                occurrence.last - occurrence.first(),
            );
            Some((rank, checked))
        });
        judged.min_by_key(|(rank, _)| *rank).map(|(_, checked)| checked)
    }

    fn judged(&self, occurrence: &Occurrence) -> Option<Checked> {
        let place = self.notes.place(occurrence.first(), occurrence.last)?;
        let (folds, fillers) = self.overlooked(occurrence, &place);
        let verdict = if self.is_of_another(&place) {
            Verdict::OtherSpeaker
        } else if folds.is_empty() {
            Verdict::Exact
        } else {
            Verdict::Folded
        };
        Some(Checked {
            verdict,
            folds,
            fillers,
            changes: Vec::new(),
            found: Some(place),
        })
    }

    fn is_of_another(&self, place: &NotesPlace) -> bool {
        let both = place.speaker.as_deref().zip(self.quoted.speaker);
        let is_telling = self.prepared.word_count() >= FEWEST_OF_SPEAKER;
        is_telling && both.is_some_and(|(label, name)| speaker::is_another(label, name, &place.source))
    }

    /// What had to be overlooked to find the words in a place, and the sounds that were left out.
    fn overlooked(&self, occurrence: &Occurrence, place: &NotesPlace) -> (Vec<Fold>, Vec<String>) {
        if self.is_written_alike(occurrence) {
            return (Vec::new(), Vec::new());
        }
        let mut found = Vec::new();
        let mut fillers: Vec<String> = self
            .prepared
            .fillers
            .iter()
            .map(|span| span.of(self.quoted.text).to_owned())
            .collect();
        for (part, first) in self.prepared.parts.iter().zip(&occurrence.firsts) {
            let words = self.written_in(part, *first);
            let spans = words
                .first()
                .zip(words.last())
                .map(|(first, last)| first.said.join(last.said));
            let left_out = spans
                .map(|span| fillers_between(&place.source.text, span))
                .unwrap_or_default();
            // Sounds are no marks: without them the words are compared one by one.
            match left_out.is_empty() && self.prepared.fillers.is_empty() {
                true => folds(self.quoted.text, &place.source.text, &words, &mut found),
                false => words
                    .iter()
                    .for_each(|word| folds(self.quoted.text, &place.source.text, &[*word], &mut found)),
            }
            fillers.extend(left_out);
        }
        let others = [
            (self.prepared.has_ellipsis, Fold::Ellipsis),
            (self.prepared.has_insertion, Fold::Insertion),
            (!fillers.is_empty(), Fold::Filler),
        ];
        found.extend(
            others
                .into_iter()
                .filter(|(is_there, _)| *is_there)
                .map(|(_, fold)| fold),
        );
        found.sort_unstable();
        (found, fillers)
    }

    /// Whether the words and all that is between them are the same letter for letter.
    fn is_written_alike(&self, occurrence: &Occurrence) -> bool {
        let ([part], false, false) = (
            self.prepared.parts.as_slice(),
            self.prepared.has_ellipsis,
            self.prepared.has_insertion,
        ) else {
            return false;
        };
        let words = self.written_in(part, occurrence.first());
        let ends = words.first().zip(words.last());
        let source = self.notes.source_at(occurrence.first());
        ends.zip(source).is_some_and(|((first, last), source)| {
            first.quoted.join(last.quoted).of(self.quoted.text) == first.said.join(last.said).of(&source.text)
        })
    }

    /// Where the words of a part are written on both sides, each place once.
    fn written_in(&self, part: &Part, first: usize) -> Vec<Same> {
        let there = self.notes.words().get(first..).unwrap_or_default();
        let pairs = part.words.iter().zip(there).map(|(word, other)| Same {
            quoted: word.span,
            said: other.span(),
        });
        written(pairs)
    }

    /// Nearly the same words. What is between ellipses is looked for on its own, in its order.
    fn nearly(&self, work: &mut Work) -> Option<Checked> {
        let parts = &self.prepared.parts;
        if parts.len() > 1 && parts.iter().all(|part| part.length() < SHORTEST_PART) {
            return None;
        }
        let segments = segments(parts);
        let (mut changes, mut spelled, mut located) = (Vec::new(), Vec::new(), None);
        let (mut same, mut from, mut to) = (0, 0, self.notes.words().len());
        let mut lost: Vec<&[Part]> = Vec::new();
        for segment in segments {
            let Some(pairs) = self.segment(segment, (from, to), work) else {
                lost.push(segment);
                continue;
            };
            let (first, last) = ends(&pairs)?;
            let found = differences(self.quoted, segment, &pairs, self.notes);
            spelled.extend(found.folds);
            changes.extend(found.changes);
            same += pairs.same;
            let (start, _) = located.unwrap_or((first, last));
            located = Some((start, last));
            (from, to) = (last + 1, last + 1 + MOST_APART);
        }
        let (first, last) = located?;
        // More of the quotation must be there than is lost.
        if same * 5 < self.prepared.word_count() * 3 {
            return None;
        }
        changes.extend(lost.into_iter().filter_map(|segment| self.whole_segment(segment)));
        changes.sort_by_key(|change: &Change| change.place);
        let weight = changes.iter().map(|change| change.weight).max();
        if self.prepared.word_count() <= SHORT && weight.is_some_and(|weight| weight < Weight::Modal) {
            return None;
        }
        let place = self.notes.place(first, last)?;
        let verdict = match weight {
            Some(_) => Verdict::Near,
            None if self.is_of_another(&place) => Verdict::OtherSpeaker,
            None => Verdict::Folded,
        };
        if weight.is_none() && spelled.is_empty() {
            spelled.push(Fold::Spelling);
        }
        spelled.extend(self.prepared.has_ellipsis.then_some(Fold::Ellipsis));
        spelled.extend(self.prepared.has_insertion.then_some(Fold::Insertion));
        spelled.sort_unstable();
        spelled.dedup();
        Some(Checked {
            verdict,
            folds: spelled,
            fillers: Vec::new(),
            changes,
            found: Some(place),
        })
    }

    /// A segment in a stretch of the notes: the same words, or nearly the same.
    fn segment(&self, segment: &[Part], (from, to): (usize, usize), work: &mut Work) -> Option<Pairs> {
        let exact = occurrences(segment, self.notes, work);
        let inside = exact.into_iter().find(|found| found.first() >= from && found.last < to);
        match inside {
            Some(found) => Some(pairs_of(segment, &found)),
            None => near(segment, self.notes, (from, to), work),
        }
    }

    /// The change that a segment is of which the notes have nothing.
    fn whole_segment(&self, segment: &[Part]) -> Option<Change> {
        let words = || segment.iter().flat_map(|part| &part.words);
        let place = words().map(|word| word.span).reduce(Span::join)?;
        Some(Change {
            place,
            written: place.of(self.quoted.text).to_owned(),
            said: String::new(),
            weight: Weight::Word,
        })
    }
}

/// The parts between ellipses.
fn segments(parts: &[Part]) -> Vec<&[Part]> {
    let mut starts: Vec<usize> = (parts.iter().enumerate())
        .filter(|(at, part)| *at == 0 || part.gap == Some(Gap::Ellipsis))
        .map(|(at, _)| at)
        .collect();
    starts.push(parts.len());
    starts
        .windows(2)
        .filter_map(|bounds| parts.get(*bounds.first()?..*bounds.last()?))
        .collect()
}

/// The steps through a segment whose words are all there.
fn pairs_of(segment: &[Part], found: &Occurrence) -> Pairs {
    let mut number = 0;
    let mut steps = Vec::new();
    for (part, first) in segment.iter().zip(&found.firsts) {
        for at in 0..part.words.len() {
            steps.push(Pair::Same(number, first + at));
            number += 1;
        }
    }
    Pairs {
        same: steps.len(),
        steps,
        different: 0,
    }
}

/// The first and the last word of the notes that a quotation lies beside.
fn ends(pairs: &Pairs) -> Option<(usize, usize)> {
    let there = || {
        pairs.steps.iter().filter_map(|pair| match pair {
            Pair::Same(_, there) | Pair::Other(_, there) | Pair::Missing(there) => Some(*there),
            Pair::Added(_) | Pair::Replaced(_) => None,
        })
    };
    Some((there().min()?, there().max()?))
}
