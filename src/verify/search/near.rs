//! Nearly the same words: candidates by the words that a stretch of the notes shares with the quotation, then the best way to
//! lay both side by side. It weighs no difference.

use crate::verify::notes::Notes;
use crate::verify::quoted::{Part, QuotedWord};
use crate::verify::search::align::{Band, Pair, Pairs, align, is_small};
use crate::verify::search::edges::settled;
use crate::verify::search::work::Work;

/// So many places of one word are looked at for one quotation.
const MOST_PLACES: usize = 20_000;

/// With so many places of several words, no further word is asked; the rarest are asked first.
const ENOUGH_PLACES: usize = 1_500;

/// So many stretches are compared word by word.
const MOST_CANDIDATES: usize = 4;

/// Words of a part that is compared; of a longer one the rest is cut off, which no quotation reaches.
const MOST_WORDS: usize = 400;

/// The stretch of the notes that is most like the words of `parts`, which have insertions between them. From the word `from` on,
/// and at most up to `to`. `None` where none is near enough.
pub fn near(parts: &[Part], notes: &Notes, (from, to): (usize, usize), work: &mut Work) -> Option<Pairs> {
    let words: Vec<&QuotedWord> = parts.iter().flat_map(|part| &part.words).take(MOST_WORDS).collect();
    if words.len() < FEWEST_WORDS || parts.iter().map(|part| part.words.len()).sum::<usize>() > MOST_WORDS {
        return None;
    }
    let slack = words.len() / 3 + 6;
    let mut most_different = most_different(words.len());
    let mut best: Option<Pairs> = None;
    for diagonal in candidates(&words, notes, slack, work) {
        let start = usize::try_from(diagonal).unwrap_or(0);
        let first = start.saturating_sub(slack).max(from);
        let after = (start + words.len() + slack).min(to).min(notes.words().len());
        let there = notes.words().get(first..after).unwrap_or_default();
        if !work.take(there.len() * words.len()) {
            return None;
        }
        let band = Band {
            start: diagonal - i64::try_from(first).ok()?,
            slack,
            most_different,
        };
        let Some(pairs) = align(parts, there, first, band) else {
            continue;
        };
        if best.as_ref().is_none_or(|best| pairs.different < best.different) {
            // Another stretch is of use only if less of it differs.
            most_different = pairs.different.min(most_different);
            best = Some(pairs);
        }
    }
    let best = best.filter(|pairs| is_near(&words, pairs))?;
    Some(settled(best, &words, notes, (from, to)))
}

/// Fewer words are either there or not.
const FEWEST_WORDS: usize = 3;

/// Whether so much is the same that the notes must have these words in mind. Two words of a short fragment are often found next
/// to each other.
fn is_near(words: &[&QuotedWord], pairs: &Pairs) -> bool {
    let same = pairs.steps.iter().filter_map(|pair| match pair {
        Pair::Same(number, _) => words.get(*number),
        _ => None,
    });
    let weighty = same.filter(|word| !is_small(word)).count();
    let fewest = match words.len() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    pairs.different == 0 || pairs.different <= most_different(words.len()) && weighty >= fewest
}

/// How many words may differ of so many.
fn most_different(words: usize) -> usize {
    match words {
        0..=5 => 1,
        6 | 7 => 2,
        length => length * 2 / 5,
    }
}

/// The diagonals (the number of a word in the notes less its number in the quotation) on which the most words are, best first.
fn candidates(words: &[&QuotedWord], notes: &Notes, slack: usize, work: &mut Work) -> Vec<i64> {
    let mut by_rarity: Vec<(usize, usize)> = (words.iter().enumerate())
        .map(|(number, word)| (notes.places_of(word.id).len(), number))
        .filter(|(places, _)| *places > 0)
        .collect();
    by_rarity.sort_unstable();
    let mut hits: Vec<i64> = Vec::new();
    for (rank, (places, number)) in by_rarity.into_iter().enumerate() {
        if rank >= 2 && hits.len() + places > ENOUGH_PLACES {
            break;
        }
        let Some(word) = words.get(number) else { continue };
        let offset = i64::try_from(number).unwrap_or(0);
        let places = notes.places_of(word.id).iter().take(MOST_PLACES);
        hits.extend(places.map(|place| i64::from(*place) - offset));
    }
    hits.sort_unstable();
    if !work.take(hits.len()) {
        return Vec::new();
    }
    densest(&hits, i64::try_from(slack).unwrap_or(0))
}

/// The middles of the stretches with the most hits, apart from each other. Linear.
fn densest(hits: &[i64], slack: i64) -> Vec<i64> {
    let mut windows: Vec<(usize, i64)> = Vec::with_capacity(hits.len());
    let mut first = 0;
    for (at, diagonal) in hits.iter().enumerate() {
        while hits.get(first).is_some_and(|start| diagonal - start > slack) {
            first += 1;
        }
        let middle = hits.get(first + (at - first) / 2).copied().unwrap_or(*diagonal);
        windows.push((at - first + 1, middle));
    }
    let mut chosen: Vec<i64> = Vec::new();
    while chosen.len() < MOST_CANDIDATES {
        let is_free = |middle: i64| chosen.iter().all(|known| (known - middle).abs() > slack);
        let free = windows.iter().filter(|(_, middle)| is_free(*middle));
        // Of equally dense ones the first.
        let Some((_, middle)) = free.max_by_key(|(count, middle)| (*count, -*middle)) else {
            break;
        };
        chosen.push(*middle);
    }
    chosen
}
