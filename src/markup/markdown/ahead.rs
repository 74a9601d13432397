//! Looking ahead in a source without reading it twice, so that a source full of openers is read in linear time.

use crate::markup::lines;

/// The next place of a string, found once for all questions that fall before it.
pub(super) struct Next<'s> {
    source: &'s str,
    needle: &'static str,
    from: usize,
    found: Option<usize>,
    is_known: bool,
}

impl<'s> Next<'s> {
    /// Nothing is looked for yet.
    pub fn new(source: &'s str, needle: &'static str) -> Self {
        Self {
            source,
            needle,
            from: 0,
            found: None,
            is_known: false,
        }
    }

    /// The first place at or after `from`. Questions come with growing offsets.
    pub fn at(&mut self, from: usize) -> Option<usize> {
        let is_answered = self.is_known && from >= self.from && self.found.is_none_or(|found| found >= from);
        if !is_answered {
            self.found = self.source.get(from..)?.find(self.needle).map(|at| from + at);
            self.from = from;
            self.is_known = true;
        }
        self.found
    }
}

/// The next blank line, found once for all questions that fall before it.
pub(super) struct BlankLines<'s> {
    source: &'s str,
    known: usize,
}

impl<'s> BlankLines<'s> {
    /// Nothing is looked for yet.
    pub fn new(source: &'s str) -> Self {
        Self { source, known: 0 }
    }

    /// The first blank line after `from`. Questions come with growing offsets.
    pub fn after(&mut self, from: usize) -> usize {
        if self.known <= from {
            let rest = self.source.get(from..).unwrap_or_default();
            self.known = lines::lines(rest)
                .skip(1)
                .find(|line| line.of(rest).trim().is_empty())
                .map_or(self.source.len(), |line| from + line.start)
                .max(from + 1);
        }
        self.known
    }
}
