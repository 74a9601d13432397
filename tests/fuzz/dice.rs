//! Inputs that look random and are the same for the same seed.

/// Numbers by Marsaglia's xorshift.
pub struct Dice(u64);

impl Dice {
    /// A row of numbers of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides.max(1)
    }

    /// Pieces in any order, some of them cut, with random bytes between them.
    pub fn input(&mut self, pieces: &[&str]) -> Vec<u8> {
        let mut input = Vec::new();
        let length = 1 << self.roll(8);
        for _ in 0..length {
            let piece = pieces[self.roll(pieces.len())].as_bytes();
            match self.roll(12) {
                0 => input.push(self.roll(256) as u8),
                1 => input.extend(&piece[self.roll(piece.len())..]),
                2 => input.extend(&piece[..self.roll(piece.len())]),
                3 => {
                    for _ in 0..self.roll(30) {
                        input.extend(piece);
                    }
                }
                _ => input.extend(piece),
            }
        }
        input
    }
}
