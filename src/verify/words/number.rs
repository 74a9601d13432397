//! Puts a number together that is written in words, in figures or in both: “three hundred and five”, “20 thousand”. It knows
//! nothing of what is counted.

use crate::text::Span;
use crate::verify::words::tables::{NumberKind, NumberWord};

/// A number that is being read.
#[derive(Clone, Copy, Debug)]
pub struct NumberRun {
    total: u64,
    current: u64,
    last: Last,
    /// From its first to its last word.
    pub span: Span,
}

/// What was read last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    Figures,
    Unit,
    Teen,
    Ten,
    Hundred,
    Thousand,
}

impl NumberRun {
    /// A number that begins with a word. “Hundred” and “thousand” begin none.
    pub fn begin(word: NumberWord, span: Span) -> Option<Self> {
        let last = match word.kind {
            NumberKind::Unit => Last::Unit,
            NumberKind::Teen => Last::Teen,
            NumberKind::Ten => Last::Ten,
            NumberKind::Hundred | NumberKind::Thousand => return None,
        };
        Some(Self {
            total: 0,
            current: word.value,
            last,
            span,
        })
    }

    /// A number that begins with figures.
    pub fn figures(value: u64, span: Span) -> Self {
        Self {
            total: 0,
            current: value,
            last: Last::Figures,
            span,
        }
    }

    /// Its value.
    pub fn value(&self) -> u64 {
        self.total.saturating_add(self.current)
    }

    /// Takes the next word in, if it can be part of this number.
    pub fn take(&mut self, word: NumberWord, span: Span) -> bool {
        let after_round = matches!(self.last, Last::Hundred | Last::Thousand);
        let (last, fits) = match word.kind {
            NumberKind::Unit => (Last::Unit, (self.last == Last::Ten || after_round) && word.value > 0),
            NumberKind::Teen => (Last::Teen, after_round),
            NumberKind::Ten => (Last::Ten, after_round),
            NumberKind::Hundred => {
                let fits = matches!(self.last, Last::Unit | Last::Teen | Last::Figures) && self.current < 100;
                (Last::Hundred, fits)
            }
            NumberKind::Thousand => (Last::Thousand, self.total == 0 && self.current < 1000),
        };
        if !fits {
            return false;
        }
        match word.kind {
            NumberKind::Hundred => self.current = self.current.saturating_mul(word.value),
            NumberKind::Thousand => {
                self.total = self.current.saturating_mul(word.value);
                self.current = 0;
            }
            NumberKind::Unit | NumberKind::Teen | NumberKind::Ten => {
                self.current = self.current.saturating_add(word.value);
            }
        }
        self.last = last;
        self.span = self.span.join(span);
        true
    }

    /// Whether “and” can be part of it.
    pub fn takes_and(&self) -> bool {
        matches!(self.last, Last::Hundred | Last::Thousand)
    }
}

/// A number as it is compared: “1,500,000” is “1.5 million”, if no more than three decimals say it in full.
pub fn written(value: u64) -> (String, Option<&'static str>) {
    const SCALES: [(u64, &str); 2] = [(1_000_000_000, "billion"), (1_000_000, "million")];
    let scale = SCALES.into_iter().find(|(scale, _)| value >= *scale);
    let Some((scale, name)) = scale.filter(|(scale, _)| value.is_multiple_of(scale / 1000)) else {
        return (value.to_string(), None);
    };
    let (whole, rest) = (value / scale, value % scale / (scale / 1000));
    let decimals = format!("{rest:03}");
    let decimals = decimals.trim_end_matches('0');
    let figures = match decimals.is_empty() {
        true => whole.to_string(),
        false => format!("{whole}.{decimals}"),
    };
    (figures, Some(name))
}
