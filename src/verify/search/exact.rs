//! The same words in the same order. It looks for the rarest word and compares the others around it.

use crate::verify::ids::UNKNOWN;
use crate::verify::notes::Notes;
use crate::verify::quoted::{Part, QuotedWord};
use crate::verify::search::work::Work;

/// Where a quotation is in the notes: its parts in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The number of the first word of each part in the notes.
    pub firsts: Vec<usize>,
    /// The number of the last word of the last part.
    pub last: usize,
}

impl Occurrence {
    /// The number of its first word.
    pub fn first(&self) -> usize {
        self.firsts.first().copied().unwrap_or(self.last)
    }

    /// The numbers of the first and the last word of each of its parts.
    pub fn bounds(&self, parts: &[Part]) -> Vec<Option<(usize, usize)>> {
        let both = self.firsts.iter().zip(parts);
        both.map(|(first, part)| Some((*first, (first + part.words.len()).checked_sub(1)?)))
            .collect()
    }
}

/// Letters and signs of a part that is looked for on its own; shorter ones must be near one that is.
pub const SHORTEST_PART: usize = 8;

/// So many places are enough to choose from.
const MOST_OCCURRENCES: usize = 64;

/// Where all parts are, in their order and as near to each other as their gaps allow. Empty where they are not, and where
/// no part is long enough to be looked for.
pub fn occurrences(parts: &[Part], notes: &Notes, work: &mut Work) -> Vec<Occurrence> {
    if parts.iter().flat_map(|part| &part.words).any(|word| word.id == UNKNOWN) {
        return Vec::new();
    }
    let longest = parts
        .iter()
        .enumerate()
        .max_by_key(|(at, part)| (part.length(), usize::MAX - at));
    let Some((anchor, part)) = longest.filter(|(_, part)| parts.len() == 1 || part.length() >= SHORTEST_PART) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for at in places(&part.words, notes, work) {
        if let Some(occurrence) = around(parts, anchor, at, notes, work) {
            found.push(occurrence);
        }
        if found.len() >= MOST_OCCURRENCES {
            break;
        }
    }
    found
}

/// Where words are in a row. Each step costs work.
fn places(words: &[QuotedWord], notes: &Notes, work: &mut Work) -> Vec<usize> {
    let rarest = words
        .iter()
        .enumerate()
        .min_by_key(|(_, word)| notes.places_of(word.id).len());
    let Some((offset, rarest)) = rarest else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for place in notes.places_of(rarest.id) {
        let Some(start) = (*place as usize).checked_sub(offset) else {
            continue;
        };
        if !work.take(1) {
            break;
        }
        if is_at(words, start, notes, work) {
            found.push(start);
        }
        if found.len() >= MOST_OCCURRENCES {
            break;
        }
    }
    found
}

fn is_at(words: &[QuotedWord], start: usize, notes: &Notes, work: &mut Work) -> bool {
    let Some(there) = notes.words().get(start..start + words.len()) else {
        return false;
    };
    let same = words
        .iter()
        .zip(there)
        .take_while(|(one, other)| one.id == other.id)
        .count();
    work.take(same + 1) && same == words.len()
}

/// The other parts around one of them that is at a place.
fn around(parts: &[Part], anchor: usize, at: usize, notes: &Notes, work: &mut Work) -> Option<Occurrence> {
    let mut firsts = vec![at; parts.len()];
    let (mut start, mut end) = (at, at + parts.get(anchor)?.words.len());
    for (number, part) in parts.iter().enumerate().skip(anchor + 1) {
        let most = part.gap?.0.most_words();
        let first = nearest(end..=end + most, part, at, notes, work)?;
        *firsts.get_mut(number)? = first;
        end = first + part.words.len();
    }
    for number in (0..anchor).rev() {
        let part = parts.get(number)?;
        let most = parts.get(number + 1)?.gap?.0.most_words();
        let last = start.checked_sub(part.words.len())?;
        let first = nearest((last.saturating_sub(most)..=last).rev(), part, at, notes, work)?;
        *firsts.get_mut(number)? = first;
        start = first;
    }
    is_in_one_source(start, end, notes).then_some(Occurrence { firsts, last: end - 1 })
}

/// The first place of a part where the one speaks who speaks at `at`, or else the first one.
fn nearest(
    places: impl Iterator<Item = usize>,
    part: &Part,
    at: usize,
    notes: &Notes,
    work: &mut Work,
) -> Option<usize> {
    let speaker = |at: usize| notes.passage_at(at).and_then(|passage| passage.speaker.as_ref());
    let mut first = None;
    for place in places {
        if work.is_spent() {
            break;
        }
        if is_at(&part.words, place, notes, work) {
            if speaker(place) == speaker(at) {
                return Some(place);
            }
            first = first.or(Some(place));
        }
    }
    first
}

fn is_in_one_source(start: usize, end: usize, notes: &Notes) -> bool {
    let sources = notes.source_at(start).zip(notes.source_at(end.saturating_sub(1)));
    sources.is_some_and(|(one, other)| std::sync::Arc::ptr_eq(one, other))
}
