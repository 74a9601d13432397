//! Numbers, years and days of the month among tokens. Each looks at a bounded number of tokens.

use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::words::TimeClass;

impl TimeReader<'_> {
    /// A number in figures of at most `digits` figures that is not part of a longer one.
    #[must_use]
    pub fn figures(self, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        let token = self.get(at)?;
        let value = token.number?;
        if !digits.contains(&token.span.len()) {
            return None;
        }
        // "1,500" and "2.5": a mark between figures without spaces makes one number of them.
        let joined = |mark: usize, other: usize, right: usize| {
            self.is_any(mark, &[",", "."])
                && self.is_glued(mark)
                && self.is_glued(right)
                && self.get(other).is_some_and(|token| token.number.is_some())
        };
        let before = at >= 2 && joined(at - 1, at - 2, at) && !self.is_year_comma(at);
        let after = joined(at + 1, at + 2, at + 2) && !self.is_year_comma(at + 2);
        let money = at >= 1 && token.glued && self.is_any(at - 1, &["$", "€", "£", "¥", "#"]);
        (!before && !after && !money).then_some(value)
    }

    /// "Sept. 30,1999": a comma without a space before four figures parts day and year.
    fn is_year_comma(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.span.len() == 4) && at >= 1 && self.is(at - 1, ",")
    }

    /// A year in four figures.
    #[must_use]
    pub fn year(self, at: usize) -> Option<i16> {
        let year = self.figures(at, 4..=4)?;
        let glued_letter = self.is_glued(at + 1)
            && self
                .get(at + 1)
                .is_some_and(|next| next.lower.chars().all(char::is_alphabetic) && !self.is(at + 1, "s"));
        ((1000..2200).contains(&year) && !glued_letter && !self.is(at + 1, "%"))
            .then(|| i16::try_from(year).ok())
            .flatten()
    }

    /// A whole number in figures or words, and the index after it.
    #[must_use]
    pub fn number(self, at: usize) -> Option<(u32, usize)> {
        if let TimeClass::Number(first) = self.class(at) {
            let mut value = first;
            let mut next = at + 1;
            if (20..100).contains(&first) {
                let ones = if self.is(next, "-") { next + 1 } else { next };
                if let TimeClass::Number(more) = self.class(ones)
                    && more < 10
                {
                    value += more;
                    next = ones + 1;
                }
            }
            if let TimeClass::Number(times @ (100 | 1000)) = self.class(next)
                && value < 100
            {
                return Some((value * times, next + 1));
            }
            return Some((value, next));
        }
        if let Some(value) = self.figures(at, 1..=4) {
            return Some((value, at + 1));
        }
        // "1,500".
        let thousands = self.get(at)?.number?;
        let rest = self.get(at + 2)?;
        (self.is(at + 1, ",") && self.is_glued(at + 1) && rest.glued && rest.span.len() == 3 && thousands < 1000)
            .then_some(())?;
        let more = rest.number?;
        (!(self.is(at + 3, ",") && self.is_glued(at + 3) && self.is_glued(at + 4)))
            .then_some((thousands * 1000 + more, at + 3))
    }

    /// A day of the month in figures, with or without "st" and the like, and the index after it.
    #[must_use]
    pub fn day_figures(self, at: usize) -> Option<(i8, usize)> {
        let day = i8::try_from(self.figures(at, 1..=2)?).ok()?;
        let next = at + 1;
        let next = if self.class(next) == TimeClass::OrdinalSuffix && self.is_glued(next) {
            next + 1
        } else {
            next
        };
        (day > 0).then_some((day, next))
    }
}
