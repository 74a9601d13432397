//! How many documents of an archive a name is in, about: a count-min sketch of fixed size. It never says too few, and the order of the
//! documents makes no difference.

use sha2::{Digest, Sha256};

/// What a name is compared by, a digest of it.
pub type Token = u64;

/// The token of a text, the same on every machine.
#[must_use]
pub fn token(text: &str) -> Token {
    let digest = Sha256::digest(text.as_bytes());
    digest
        .iter()
        .take(8)
        .fold(0, |token, byte| token << 8 | u64::from(*byte))
}

/// Rows of the sketch: how often a name is counted, under different numbers.
const ROWS: usize = 4;
/// Counters in a row, a power of two. Together they take 8 MB.
const COLUMNS: usize = 1 << 19;

/// About how many documents each name is in, for names that were added document by document.
#[derive(Clone, Debug)]
pub struct Counts {
    documents: u64,
    rows: Vec<Vec<u32>>,
}

impl Default for Counts {
    fn default() -> Self {
        Self {
            documents: 0,
            rows: vec![vec![0; COLUMNS]; ROWS],
        }
    }
}

impl Counts {
    /// Counts a document with the names in it, each once.
    pub fn add(&mut self, names: &[Token]) {
        self.documents += 1;
        for name in names {
            for (number, row) in self.rows.iter_mut().enumerate() {
                if let Some(count) = row.get_mut(column(*name, number)) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }

    /// How many documents were counted.
    #[must_use]
    pub fn documents(&self) -> u64 {
        self.documents
    }

    /// At least in how many of them a name is.
    #[must_use]
    pub fn of(&self, name: Token) -> u64 {
        let counts = self.rows.iter().enumerate();
        let counts = counts.filter_map(|(number, row)| row.get(column(name, number)));
        counts.min().map_or(0, |count| u64::from(*count))
    }
}

/// The column of a name in a row: other bits of its digest, stirred, for each.
fn column(name: Token, row: usize) -> usize {
    let stirred = (name.rotate_left(16 * row as u32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (stirred >> 45) as usize & (COLUMNS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_counted_by_document() {
        let mut counts = Counts::default();
        let (often, once) = (token("ana kovac"), token("rui tavares"));
        for number in 0..1000 {
            counts.add(&[often, token(&format!("somebody {number}"))]);
        }
        counts.add(&[once]);
        assert_eq!(counts.documents(), 1001);
        assert_eq!((counts.of(often), counts.of(once)), (1000, 1));
        assert_eq!(counts.of(token("nobody")), 0);
    }
}
