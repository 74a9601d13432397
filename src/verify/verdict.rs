//! The verdict on one quotation: first the same words, then nearly the same ones. What is looked for and in which order is
//! here; how it is looked for is in `search`.

use smol_str::SmolStr;

use crate::text::Span;
use crate::verify::differences::differences;
use crate::verify::frame::{cut, frame};
use crate::verify::hidden::hidden;
use crate::verify::notes::Notes;
use crate::verify::overlooked::{Overlooked, overlooked};
use crate::verify::quoted::{Gap, Part, Prepared, Question};
use crate::verify::search::{Occurrence, Pair, Pairs, SHORTEST_PART, Work, near, occurrences};
use crate::verify::speaker;
use crate::verify::types::{Change, Checked, Fold, NotesPlace, Quoted, Verdict, Weight};

/// Whether quoted words are in the notes, and where. The work is bounded whatever the notes say; where the bound is met, the
/// verdict is [`Verdict::GivenUp`].
#[must_use]
pub fn verify(quoted: &Quoted<'_>, notes: &Notes) -> Checked {
    if notes.are_unread() {
        return Checked::only(Verdict::Unread);
    }
    let prepared = Prepared::of(quoted, notes);
    if prepared.parts.is_empty() {
        return Checked::only(Verdict::TooShort);
    }
    let mut work = Work::default();
    let question = Question {
        quoted,
        prepared: &prepared,
        notes,
    };
    let found = question.same(&mut work).or_else(|| question.nearly(&mut work));
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

impl Question<'_> {
    /// The same words. Of several places one where the right person speaks counts, then one that is written alike.
    fn same(&self, work: &mut Work) -> Option<Checked> {
        let found = occurrences(&self.prepared.parts, self.notes, work);
        let judged = found.iter().filter_map(|occurrence| {
            let checked = self.judged(occurrence)?;
            let rank = (
                checked.verdict == Verdict::OtherSpeaker,
                checked.changes.len(),
                checked.folds.len(),
                occurrence.last - occurrence.first(),
            );
            Some((rank, checked))
        });
        judged.min_by_key(|(rank, _)| *rank).map(|(_, checked)| checked)
    }

    fn judged(&self, occurrence: &Occurrence) -> Option<Checked> {
        let place = self.notes.place(occurrence.first(), occurrence.last)?;
        let (mut folds, fillers) = overlooked(self, occurrence);
        let bounds = occurrence.bounds(&self.prepared.parts);
        let mut changes = self.framed((occurrence.first(), occurrence.last));
        changes.extend(self.hidden_between(&self.prepared.parts, &bounds));
        let weight = changes.iter().map(|change| change.weight).max();
        let (before, after) = cut(self, (occurrence.first(), occurrence.last));
        match weight {
            Some(_) => keep_what_is_left_out(&mut folds),
            None => add_cuts(&mut folds, (&before, &after)),
        }
        let speakers = self.speakers(&bounds, &place);
        let same = if folds.is_empty() {
            Verdict::Exact
        } else {
            Verdict::Folded
        };
        let verdict = self.verdict(weight, &speakers, &place).unwrap_or(same);
        Some(Checked {
            verdict,
            folds,
            fillers,
            before,
            after,
            changes,
            found: Some(place),
            speakers,
        })
    }

    /// What is to be said of words that are there and differ so much, or are somebody else's; `None` where they are as they should be.
    fn verdict(&self, weight: Option<Weight>, speakers: &[SmolStr], place: &NotesPlace) -> Option<Verdict> {
        match weight {
            Some(weight) if weight > Weight::Slight || speakers.is_empty() => Some(Verdict::Near),
            None if speakers.is_empty() && !self.is_of_another(place) => None,
            _ => Some(Verdict::OtherSpeaker),
        }
    }

    /// What the words before and after make of the quotation; of a word or two nothing is said.
    fn framed(&self, bounds: (usize, usize)) -> Vec<Change> {
        match self.prepared.word_count() >= FEWEST_WORDS {
            true => frame(self, bounds),
            false => Vec::new(),
        }
    }

    /// Who says the parts of the quotation, if it is not one.
    fn speakers(&self, bounds: &[Option<(usize, usize)>], place: &NotesPlace) -> Vec<SmolStr> {
        if bounds.len() < 2 || self.prepared.word_count() < FEWEST_OF_SPEAKER {
            return Vec::new();
        }
        let firsts = bounds.iter().flatten().map(|(first, _)| *first);
        let labels = firsts.filter_map(|first| self.notes.passage_at(first)?.speaker.clone());
        speaker::several(labels, &place.source)
    }

    /// What the gaps before parts hide that matters; `bounds` are the first and the last word of each part in the notes, where it
    /// is known.
    fn hidden_between(&self, parts: &[Part], bounds: &[Option<(usize, usize)>]) -> Vec<Change> {
        let pairs = bounds.windows(2).zip(parts.iter().skip(1));
        let found = pairs.filter_map(|(bounds, part)| {
            let [Some((_, before)), Some((after, _))] = bounds else {
                return None;
            };
            hidden(self.quoted, part.gap?, self.notes, (*before, *after))
        });
        found.collect()
    }

    fn is_of_another(&self, place: &NotesPlace) -> bool {
        let both = place.speaker.as_deref().zip(self.quoted.speaker);
        let is_telling = self.prepared.word_count() >= FEWEST_OF_SPEAKER;
        is_telling && both.is_some_and(|(label, name)| speaker::is_another(label, name, &place.source))
    }

    /// Nearly the same words. What is between ellipses is looked for on its own, in its order. It is long because the search and the
    /// weighing share what was found of each part.
    fn nearly(&self, work: &mut Work) -> Option<Checked> {
        let parts = &self.prepared.parts;
        if parts.len() > 1 && parts.iter().all(|part| part.length() < SHORTEST_PART) {
            return None;
        }
        let segments = segments(parts);
        let (mut changes, mut overlooked, mut located) = (Vec::new(), Overlooked::default(), None);
        let mut bounds: Vec<Option<(usize, usize)>> = Vec::new();
        let (mut same, mut from, mut to) = (0, 0, self.notes.words().len());
        let mut lost: Vec<&[Part]> = Vec::new();
        for segment in segments {
            let Some(pairs) = self.segment(segment, (from, to), work) else {
                lost.push(segment);
                bounds.extend(segment.iter().map(|_| None));
                continue;
            };
            let (first, last) = ends(&pairs)?;
            let found = differences(self.quoted, segment, &pairs, self.notes);
            overlooked.add(self, (segment, &pairs), (found.folds, found.fillers));
            changes.extend(found.changes);
            bounds.extend(bounds_of(segment, &pairs));
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
        changes.extend(self.hidden_between(parts, &bounds));
        self.frame_apart((first, last), &mut changes);
        changes.sort_by_key(|change: &Change| change.place);
        let weight = changes.iter().map(|change| change.weight).max();
        if self.prepared.word_count() <= SHORT && weight.is_some_and(|weight| weight < Weight::Modal) {
            return None;
        }
        let place = self.notes.place(first, last)?;
        let speakers = self.speakers(&bounds, &place);
        let verdict = self.verdict(weight, &speakers, &place).unwrap_or(Verdict::Folded);
        let (mut folds, fillers) = overlooked.told(self);
        let (before, after) = cut(self, (first, last));
        match weight {
            Some(_) => keep_what_is_left_out(&mut folds),
            None => {
                if folds.is_empty() {
                    folds.push(Fold::Spelling);
                }
                add_cuts(&mut folds, (&before, &after));
            }
        }
        Some(Checked {
            verdict,
            folds,
            fillers,
            before,
            after,
            changes,
            found: Some(place),
            speakers,
        })
    }

    /// Adds what the words before and after make of words that do not differ themselves.
    fn frame_apart(&self, bounds: (usize, usize), changes: &mut Vec<Change>) {
        let is_apart = |one: Span, other: Span| one.end <= other.start || one.start >= other.end;
        let mut frames = self.framed(bounds);
        frames.retain(|frame| changes.iter().all(|change| is_apart(frame.place, change.place)));
        changes.extend(frames);
    }

    /// A segment in a stretch of the notes: the same words, or nearly the same.
    fn segment(&self, segment: &[Part], (from, to): (usize, usize), work: &mut Work) -> Option<Pairs> {
        // A quotation of one segment has been looked for as a whole.
        let exact = match segment.len() == self.prepared.parts.len() {
            true => Vec::new(),
            false => occurrences(segment, self.notes, work),
        };
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

/// A quotation that is written as a sentence and is a part of one is not exact.
fn add_cuts(folds: &mut Vec<Fold>, (before, after): (&str, &str)) {
    let cuts = [(before, Fold::Beginning), (after, Fold::Ending)];
    folds.extend(
        cuts.iter()
            .filter(|(words, _)| !words.is_empty())
            .map(|(_, fold)| *fold),
    );
}

/// Where words differ, it is of no use how the others are written.
fn keep_what_is_left_out(folds: &mut Vec<Fold>) {
    folds.retain(|fold| matches!(fold, Fold::Ellipsis | Fold::Insertion | Fold::Filler));
}

/// The first and the last word of the notes that each part of a segment is beside.
fn bounds_of(segment: &[Part], pairs: &Pairs) -> Vec<Option<(usize, usize)>> {
    let mut first = 0;
    let bounds = segment.iter().map(|part| {
        let own = first..first + part.words.len();
        first = own.end;
        let there = pairs.steps.iter().filter_map(|pair| match pair {
            Pair::Same(number, there) | Pair::Other(number, there) if own.contains(number) => Some(*there),
            _ => None,
        });
        let there: Vec<usize> = there.collect();
        Some((*there.first()?, *there.last()?))
    });
    bounds.collect()
}

/// The parts between ellipses.
fn segments(parts: &[Part]) -> Vec<&[Part]> {
    let mut starts: Vec<usize> = (parts.iter().enumerate())
        .filter(|(at, part)| *at == 0 || part.gap.is_some_and(|(gap, _)| gap == Gap::Ellipsis))
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

/// The first and the last word of the notes that a quotation is beside.
fn ends(pairs: &Pairs) -> Option<(usize, usize)> {
    let there = || {
        pairs.steps.iter().filter_map(|pair| match pair {
            Pair::Same(_, there) | Pair::Other(_, there) | Pair::Missing(there) => Some(*there),
            Pair::Added(_) | Pair::Replaced(_) => None,
        })
    };
    Some((there().min()?, there().max()?))
}
