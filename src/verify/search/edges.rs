//! Where a quotation begins and ends in the notes, if its first or last word was laid beside another one: laying two words beside each
//! other costs less than passing one over, so that “We promised” in “We never promised” looks like a “We” in the place of “never”. It
//! finds no passages.

use crate::verify::excerpt::ends_sentence;
use crate::verify::ids::BOUNDARY;
use crate::verify::notes::Notes;
use crate::verify::quoted::QuotedWord;
use crate::verify::search::align::{Pair, Pairs};
use crate::verify::words::tables;

/// Words that may be between an edge word and the rest of the quotation, if one of them denies; of others one.
const FARTHEST: usize = 3;

/// The same steps, but with the first and the last word of the quotation where they are, a few words outwards in the same sentence of the
/// notes. A word that denies is never what an edge word stands for: then the next word outwards is.
pub fn settled(mut pairs: Pairs, words: &[&QuotedWord], notes: &Notes, bounds: (usize, usize)) -> Pairs {
    for edge in [Edge::Head, Edge::Tail] {
        let step = match edge {
            Edge::Head => pairs.steps.first(),
            Edge::Tail => pairs.steps.last(),
        };
        let Some(Pair::Other(number, there)) = step.copied() else {
            continue;
        };
        let Some(word) = words.get(number) else { continue };
        let Some(moved) = moved(edge, word, there, notes, bounds) else {
            continue;
        };
        let is_same = notes.words().get(moved).is_some_and(|other| word.is_said_by(other.id));
        pairs.same += usize::from(is_same);
        let pair = match is_same {
            true => Pair::Same(number, moved),
            false => Pair::Other(number, moved),
        };
        match edge {
            Edge::Head => {
                let missing = (moved + 1..=there).map(Pair::Missing);
                let steps = std::iter::once(pair).chain(missing);
                pairs.steps.splice(..1, steps);
            }
            Edge::Tail => {
                pairs.steps.pop();
                pairs.steps.extend((there..moved).map(Pair::Missing));
                pairs.steps.push(pair);
            }
        }
    }
    pairs
}

/// An end of a quotation.
#[derive(Clone, Copy)]
enum Edge {
    Head,
    Tail,
}

impl Edge {
    /// The word of the notes that is so many words outwards.
    fn outwards(self, from: usize, steps: usize) -> Option<usize> {
        match self {
            Edge::Head => from.checked_sub(steps),
            Edge::Tail => from.checked_add(steps),
        }
    }
}

/// The word of the notes that an edge word belongs beside, if it is not the one at `there`.
fn moved(edge: Edge, word: &QuotedWord, there: usize, notes: &Notes, (from, to): (usize, usize)) -> Option<usize> {
    let is_denying = |at: usize| notes.words().get(at).is_some_and(|word| notes.denies(word.id));
    let mut denies = is_denying(there);
    let beside = edge.outwards(there, 1).filter(|_| denies);
    let mut last = there;
    for steps in 1..=FARTHEST {
        let Some(at) = edge.outwards(there, steps).filter(|at| (from..to).contains(at)) else {
            break;
        };
        if !is_one_sentence(at.min(last), at.max(last), notes) || steps > 1 && !denies {
            break;
        }
        if notes.words().get(at).is_some_and(|other| word.is_said_by(other.id)) {
            return Some(at);
        }
        denies |= is_denying(at);
        last = at;
    }
    // “They promised” where the notes have “we never promised”.
    let beside = beside.filter(|at| (from..to).contains(at) && !is_denying(*at))?;
    (!tables::NEGATIONS.contains(word.folded.as_str()) && is_one_sentence(beside.min(there), beside.max(there), notes))
        .then_some(beside)
}

/// Whether no sentence and no speaker ends between two words next to each other.
fn is_one_sentence(one: usize, next: usize, notes: &Notes) -> bool {
    let words = notes.words().get(one).zip(notes.words().get(next));
    let source = notes.source_at(one);
    words.zip(source).is_some_and(|((one, next), source)| {
        one.id != BOUNDARY && next.id != BOUNDARY && !ends_sentence(&source.text, one.span(), next.span())
    })
}
