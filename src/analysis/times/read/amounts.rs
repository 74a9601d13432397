//! Amounts of units of time: "two weeks", "a year and a half", "several months". It counts from nothing.

use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::{TimeClass, TimeList};

/// An amount of a unit, and the token after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// How many.
    pub amount: Amount,
    /// Of what.
    pub unit: TimeUnit,
    /// One past its last token.
    pub end: usize,
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// A number.
    Exact(u32),
    /// A number and a half.
    Half(u32),
    /// "a", "an": one, or no number at all.
    Article,
    /// "several".
    Vague,
}

/// "two weeks", "an 8-hour", "one year"; no article alone.
#[must_use]
pub fn amount_of_units(reader: TimeReader<'_>, at: usize) -> Option<Quantity> {
    let (amount, next) = reader.amount(at)?;
    if amount == Amount::Article {
        return None;
    }
    let hyphen = reader.is(next, "-") && reader.is_glued(next);
    let next = skip_adjective(reader, if hyphen { next + 1 } else { next });
    let TimeClass::Unit { unit, plural } = reader.class(next) else {
        return None;
    };
    let fits = plural || hyphen || amount == Amount::Exact(1) || matches!(amount, Amount::Half(0));
    (fits && unit != TimeUnit::Weekend).then_some(Quantity {
        amount,
        unit,
        end: next + 1,
    })
}

/// "a year", "a week or so", "a day and a half", "five year".
#[must_use]
pub fn article_unit(reader: TimeReader<'_>, at: usize) -> Option<Quantity> {
    let (amount, next) = reader.amount(at)?;
    let next = skip_adjective(reader, next);
    match (amount, reader.class(next)) {
        (Amount::Article, TimeClass::Unit { unit, plural: false }) if !matches!(unit, TimeUnit::Weekend) => {
            let half = reader.is(next + 1, "and") && reader.is(next + 2, "a") && reader.is(next + 3, "half");
            // "a week or so ago", "a day or two".
            let loose = reader.is(next + 1, "or") && reader.is_any(next + 2, &["so", "two", "more"]);
            let (amount, end) = if half {
                (Amount::Half(1), next + 4)
            } else if loose {
                (amount, next + 3)
            } else {
                (amount, next + 1)
            };
            Some(Quantity { amount, unit, end })
        }
        // "five year".
        (Amount::Exact(_), TimeClass::Unit { unit, plural: false })
            if !matches!(unit, TimeUnit::Second | TimeUnit::Quarter | TimeUnit::Weekend) =>
        {
            let end = next + 1;
            Some(Quantity { amount, unit, end })
        }
        _ => None,
    }
}

/// "fiscal", "full" between a word and its unit.
#[must_use]
pub fn skip_adjective(reader: TimeReader<'_>, at: usize) -> usize {
    if reader.is_on(at, TimeList::KindOfUnit) && matches!(reader.class(at + 1), TimeClass::Unit { .. }) {
        at + 1
    } else {
        at
    }
}

impl TimeReader<'_> {
    /// An amount of a unit and the index after it.
    #[must_use]
    pub fn amount(self, at: usize) -> Option<(Amount, usize)> {
        if self.is_any(at, &["a", "an"]) {
            return Some(self.amount_with_article(at));
        }
        if self.is(at, "half") && self.is_any(at + 1, &["a", "an"]) {
            return Some((Amount::Half(0), at + 2));
        }
        if self.class(at) == TimeClass::Vague {
            return Some((Amount::Vague, at + 1));
        }
        if self.class(at) == TimeClass::Couple {
            return Some((Amount::Exact(2), self.skip(at + 1, "of")));
        }
        let Some((first, next)) = self.number(at) else {
            return self.decimal(at);
        };
        if let Some(end) = self.and_a_half(next) {
            return Some((Amount::Half(first), end));
        }
        // "two to three", "12-18", "two or three": the first one counts.
        if self.is_any(next, &["to", "or", "-"])
            && let Some((_, end)) = self.number(next + 1)
        {
            return Some((Amount::Exact(first), end));
        }
        Some((Amount::Exact(first), next))
    }

    /// "a few", "a couple of", "a hundred", "a dozen", "a half", "a full", "a".
    fn amount_with_article(self, at: usize) -> (Amount, usize) {
        match self.class(at + 1) {
            TimeClass::Vague if self.is(at + 1, "few") => (Amount::Vague, at + 2),
            TimeClass::Couple => (Amount::Exact(2), self.skip(at + 2, "of")),
            TimeClass::Number(times @ (100 | 1000)) => (Amount::Exact(times), at + 2),
            _ if self.is(at + 1, "dozen") => (Amount::Exact(12), at + 2),
            _ if self.is(at + 1, "half") => (Amount::Half(0), self.skip(at + 2, "-")),
            _ if self.is(at + 1, "full") => (Amount::Exact(1), at + 2),
            _ => (Amount::Article, at + 1),
        }
    }

    /// The index after a half that follows a number: "two and a half", "two-and-a-half", "2 1/2".
    fn and_a_half(self, next: usize) -> Option<usize> {
        if self.is(next, "and") && self.is(next + 1, "a") && self.is(next + 2, "half") {
            return Some(next + 3);
        }
        let parts = ["-", "and", "-", "a", "-", "half"];
        if (next..).zip(parts).all(|(at, part)| self.is(at, part)) {
            return Some(next + parts.len());
        }
        let fraction = self.is(next, "1") && self.is(next + 1, "/") && self.is(next + 2, "2");
        (fraction && self.is_glued(next + 2)).then_some(next + 3)
    }

    /// "2.5": read as two and a half; other parts of a unit are left alone.
    fn decimal(self, at: usize) -> Option<(Amount, usize)> {
        let whole = self.get(at)?.number?;
        let rest = self.get(at + 2)?;
        (self.is(at + 1, ".") && self.is_glued(at + 1) && rest.glued && rest.number? == 5)
            .then_some((Amount::Half(whole), at + 3))
    }
}
