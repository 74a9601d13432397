//! How much work a search may do, so that no notes, however odd, keep it busy. It measures steps and no time.

/// Steps that are left.
#[derive(Debug)]
pub struct Work {
    left: usize,
    is_spent: bool,
}

/// Comparisons of words for one quotation: some milliseconds.
const MOST: usize = 3_000_000;

impl Default for Work {
    fn default() -> Self {
        Self {
            left: MOST,
            is_spent: false,
        }
    }
}

impl Work {
    /// Takes steps; whether there were any left.
    pub fn take(&mut self, steps: usize) -> bool {
        match self.left.checked_sub(steps) {
            Some(left) => self.left = left,
            None => self.is_spent = true,
        }
        !self.is_spent
    }

    /// Whether it was more work than is done.
    pub fn is_spent(&self) -> bool {
        self.is_spent
    }
}
