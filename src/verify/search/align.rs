//! Lays the words of a quotation beside words of the notes so that as few as possible differ. It weighs no difference.

use crate::verify::ids::BOUNDARY;
use crate::verify::notes::NotesWord;
use crate::verify::quoted::{Gap, Part, QuotedWord};
use crate::verify::words::tables;

/// One step through both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// The same word, by its number in the quotation and in the notes.
    Same(usize, usize),
    /// Another word.
    Other(usize, usize),
    /// A word that only the quotation has.
    Added(usize),
    /// A word that only the notes have.
    Missing(usize),
    /// A word of the notes that an insertion stands for.
    Replaced(usize),
}

/// The steps through both, and what they cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// The steps. Numbers of words of the notes count from the beginning of the notes.
    pub steps: Vec<Pair>,
    /// How many words are the same.
    pub same: usize,
    /// How many words differ. What is begun anew on one side is no difference.
    pub different: usize,
}

/// Another word in the place of one; less than two words of which each side has one, and than a word more at an end.
const OTHER: u32 = 6;
/// The same where a sentence of the notes begins or ends: a word more at an end of the quotation is no other word there.
const OTHER_AT_EDGE: u32 = 8;
const ONE_SIDED: u32 = 7;
/// A word of the notes that an insertion stands for.
const REPLACED: u32 = 2;
/// A word that is said again right after it, on one side only.
const RESTART: u32 = 1;
const FAR: u32 = u32::MAX / 2;

/// What a row of the table stands for.
enum Row<'a> {
    Word(&'a QuotedWord),
    /// Up to so many words of the notes are passed over.
    Gap(usize),
}

/// How a cell was reached.
#[derive(Clone, Copy)]
enum Came {
    Start,
    Diagonal,
    Above,
    Left,
    /// From so many words before.
    Gap(u8),
}

/// Where the words of a quotation are expected among words of the notes.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// Beside which word its first one is expected, counted from the first of the words.
    pub start: i64,
    /// How far from there, and from what follows from it for the other words, they may be.
    pub slack: usize,
    /// How much may differ; the search ends where it is sure that more does.
    pub most_different: usize,
}

/// The best way to lay all words of `parts`, which have insertions between them, beside some of `there`, near where they are
/// expected; `first` is the number of the first word there. Nothing where more differs than may. The work is at most the length of
/// the quotation times the width of the band.
pub fn align(parts: &[Part], there: &[NotesWord], first: usize, band: Band) -> Option<Pairs> {
    let rows = rows(parts);
    let width = there.len() + 1;
    let gaps = rows.iter().filter(|row| matches!(row, Row::Gap(_))).count();
    // What an insertion stands for moves the words after it.
    let reach = i64::try_from(band.slack + gaps * Gap::Insertion.most_words()).unwrap_or(i64::MAX / 4);
    let restarts = there.iter().filter(|word| word.is_restart).count();
    let most = costs_at_most(band.most_different, gaps, restarts + rows.len());
    let mut came = vec![Came::Start; (rows.len() + 1) * width];
    // The quotation may begin and end anywhere in the notes.
    let mut above = vec![0_u32; width];
    let mut costs = vec![FAR; width];
    let mut expected = band.start;
    for (at, row) in rows.iter().enumerate() {
        expected += i64::from(matches!(row, Row::Word(_)));
        costs.fill(FAR);
        let from = usize::try_from(expected.saturating_sub(reach)).unwrap_or(0);
        let to = usize::try_from(expected.saturating_add(reach)).unwrap_or(0);
        let mut least = FAR;
        for column in from.min(width)..to.saturating_add(1).min(width) {
            let (cost, how) = match row {
                Row::Word(word) => word_cell((word, at * 2 < rows.len()), column, (&above, &costs), there),
                Row::Gap(most) => gap_cell(*most, column, &above),
            };
            least = least.min(cost);
            if let Some(cell) = costs.get_mut(column) {
                *cell = cost;
            }
            if let Some(cell) = came.get_mut((at + 1) * width + column) {
                *cell = how;
            }
        }
        // Costs never fall on the way down.
        if least > most {
            return None;
        }
        std::mem::swap(&mut above, &mut costs);
    }
    let best = above.iter().enumerate().min_by_key(|(column, cost)| (**cost, *column));
    let (column, _) = best.filter(|(_, cost)| **cost <= most)?;
    Some(walk_back(&rows, &came, width, column, there, first))
}

/// What no way costs in which so many words differ at most.
fn costs_at_most(different: usize, gaps: usize, restarts: usize) -> u32 {
    let number = |count: usize| u32::try_from(count).unwrap_or(FAR);
    let replaced = number(gaps * Gap::Insertion.most_words()).saturating_mul(REPLACED);
    let restarted = number(restarts).saturating_mul(RESTART);
    let other = number(different).saturating_mul(OTHER_AT_EDGE);
    other.saturating_add(replaced).saturating_add(restarted).min(FAR - 1)
}

fn rows(parts: &[Part]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 && part.gap.is_some() {
            rows.push(Row::Gap(Gap::Insertion.most_words()));
        }
        rows.extend(part.words.iter().map(Row::Word));
    }
    rows
}

fn word_cell(
    (word, is_head): (&QuotedWord, bool),
    column: usize,
    (above, left): (&[u32], &[u32]),
    there: &[NotesWord],
) -> (u32, Came) {
    let one_sided = |is_restart: bool| if is_restart { RESTART } else { ONE_SIDED };
    let added = one_sided(word.is_restart);
    let from_above = above.get(column).copied().unwrap_or(FAR).saturating_add(added);
    let mut best = (from_above, Came::Above);
    let Some(before) = column.checked_sub(1) else {
        return best;
    };
    let Some(other) = there.get(before) else { return best };
    // Towards its end the quotation would go on into the next sentence, towards its beginning back into the one before.
    let is_over_edge = match is_head {
        true => there.get(column).is_some_and(|next| next.shape.begins),
        false => other.shape.begins,
    };
    let step = if word.is_said_by(other.id) {
        0
    } else if other.id == BOUNDARY {
        FAR
    } else if is_over_edge {
        OTHER_AT_EDGE
    } else {
        OTHER
    };
    let diagonal = above.get(before).copied().unwrap_or(FAR).saturating_add(step);
    if diagonal <= best.0 {
        best = (diagonal, Came::Diagonal);
    }
    let passed = if other.id == BOUNDARY {
        FAR
    } else {
        one_sided(other.is_restart)
    };
    let from_left = left.get(before).copied().unwrap_or(FAR).saturating_add(passed);
    if from_left < best.0 {
        best = (from_left, Came::Left);
    }
    best
}

fn gap_cell(most: usize, column: usize, above: &[u32]) -> (u32, Came) {
    let steps = (0..=most.min(column)).filter_map(|step| {
        let replaced = REPLACED.saturating_mul(u32::try_from(step).ok()?);
        Some((above.get(column - step)?.saturating_add(replaced), step))
    });
    let (cost, step) = steps.min().unwrap_or((FAR, 0));
    (cost, Came::Gap(u8::try_from(step).unwrap_or(u8::MAX)))
}

fn walk_back(
    rows: &[Row<'_>],
    came: &[Came],
    width: usize,
    mut column: usize,
    there: &[NotesWord],
    first: usize,
) -> Pairs {
    let mut pairs = Pairs::default();
    let mut row = rows.len();
    // The number of the word in the quotation, counted without the gaps.
    let mut number = rows.iter().filter(|row| matches!(row, Row::Word(_))).count();
    while row > 0 {
        let before = column.saturating_sub(1);
        match came.get(row * width + column).copied().unwrap_or(Came::Start) {
            Came::Start => break,
            Came::Diagonal => {
                (number, row, column) = (number - 1, row - 1, before);
                let is_same = match (rows.get(row), there.get(before)) {
                    (Some(Row::Word(word)), Some(other)) => word.is_said_by(other.id),
                    _ => false,
                };
                pairs.same += usize::from(is_same);
                pairs.different += usize::from(!is_same);
                pairs.steps.push(match is_same {
                    true => Pair::Same(number, first + before),
                    false => Pair::Other(number, first + before),
                });
            }
            Came::Above => {
                (number, row) = (number - 1, row - 1);
                let is_restart = matches!(rows.get(row), Some(Row::Word(word)) if word.is_restart);
                pairs.different += usize::from(!is_restart);
                pairs.steps.push(Pair::Added(number));
            }
            Came::Left => {
                column = before;
                let is_restart = there.get(before).is_some_and(|word| word.is_restart);
                pairs.different += usize::from(!is_restart);
                pairs.steps.push(Pair::Missing(first + before));
            }
            Came::Gap(step) => {
                row -= 1;
                for _ in 0..step {
                    column = column.saturating_sub(1);
                    pairs.steps.push(Pair::Replaced(first + column));
                }
            }
        }
    }
    pairs.steps.reverse();
    pairs
}

/// Whether a word of the quotation is small.
pub fn is_small(word: &QuotedWord) -> bool {
    tables::SMALL.contains(word.folded.as_str()) || tables::REPEATED.contains(word.folded.as_str())
}
