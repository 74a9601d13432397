//! Sums of money that a sentence adds up itself (“$40,000 and $25,000, for a total of $75,000”). It adds up nothing that the sentence
//! does not say is a sum.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use rustc_hash::FxHashSet;

use crate::text::{Span, table};

/// A total that is not the sum of what stands before it.
#[derive(Debug, PartialEq)]
pub struct WrongTotal {
    /// The total, in the text of the sentence.
    pub span: Span,
    /// What the amounts before it give, written as the total is.
    pub sum: String,
}

/// An amount of money.
///
/// Matches "$214,000", "€ 1.2 million"; not "214,000"
static AMOUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?P<sign>[$€£])\s?(?P<figure>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:[ \u{a0}](?P<scale>thousand|million|billion|trillion)\b)?")
        .ok()
});

/// What a total comes after.
///
/// Matches ", for a total of ", " adding up to "; not " the total of "
static LEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:\bfor|\bmaking|,|—|–) ?a (?:grand |combined )?total of $|\badd(?:s|ed|ing)? up to $").ok()
});

/// More amounts than these make no sentence that anybody adds up, and too many sums to try.
const MOST_AMOUNTS: usize = 8;

/// The total of a sentence, if it is not the sum of the amounts before it, nor of some of them.
pub fn wrong_total(sentence: &str) -> Option<WrongTotal> {
    let (amount, lead) = (AMOUNT.as_ref()?, LEAD.as_ref()?);
    let found: Vec<Captures<'_>> = amount.captures_iter(sentence).take(MOST_AMOUNTS + 2).collect();
    let lead_of = |captures: &Captures<'_>| Some(lead.find(sentence.get(..captures.get(0)?.start())?)?.start());
    let (at, lead) = found
        .iter()
        .enumerate()
        .find_map(|(at, captures)| Some((at, lead_of(captures)?)))?;
    let total = Amount::read(found.get(at)?)?;
    let parts: Vec<Amount> = found.iter().take(at).map(Amount::read).collect::<Option<_>>()?;
    let is_sum = (2..=MOST_AMOUNTS).contains(&parts.len()) && parts.iter().all(|part| part.sign == total.sign);
    if !is_sum || says_more_than_a_sum(sentence.get(..lead)?) {
        return None;
    }
    let adds_up = |chosen: usize| {
        let some = parts.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1);
        let (sum, slack) = some.fold((0.0, total.slack), |(sum, slack), (_, part)| {
            (sum + part.value, slack + part.slack)
        });
        (sum - total.value).abs() <= slack
    };
    let is_right = (1..1_usize << parts.len()).any(adds_up);
    let sum = parts.iter().map(|part| part.value).sum();
    (!is_right).then(|| WrongTotal {
        span: total.span,
        sum: total.written(sum),
    })
}

/// Whether the words before a total make more of the amounts than parts of it: “$3 a car”, “from $5 million”, “about”, “including”.
fn says_more_than_a_sum(text: &str) -> bool {
    let words = text
        .split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_lowercase);
    let is_rate = AMOUNT.as_ref().is_some_and(|amount| {
        amount.find_iter(text).any(|found| {
            let after = text.get(found.end()..).unwrap_or("");
            [" a ", " an ", "/", "-"].iter().any(|rate| after.starts_with(rate))
        })
    });
    is_rate || text.contains('%') || words.into_iter().any(|word| OTHER_SUMS.contains(word.as_str()))
}

static OTHER_SUMS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("../data/words_beside_sums.txt")).collect());

/// An amount of money as it is written.
struct Amount<'a> {
    sign: &'a str,
    scale: Option<&'a str>,
    /// How many figures there are after the point.
    places: usize,
    value: f64,
    /// How far it may be off by rounding.
    slack: f64,
    span: Span,
}

impl<'a> Amount<'a> {
    fn read(captures: &Captures<'a>) -> Option<Self> {
        let (whole, figure) = (captures.get(0)?, captures.name("figure")?.as_str());
        let scale = captures.name("scale").map(|scale| scale.as_str());
        let places = figure.split_once('.').map_or(0, |(_, places)| places.len());
        let factor = factor(scale);
        // Thousands are rounded to thousands as often as not.
        let is_round = scale.is_none() && figure.ends_with(",000");
        let unit = if is_round {
            1000.0
        } else {
            0.1_f64.powi(i32::try_from(places).ok()?)
        };
        let is_exact = scale.is_none() && !is_round;
        Some(Self {
            sign: captures.name("sign")?.as_str(),
            scale,
            places,
            value: figure.replace(',', "").parse::<f64>().ok()? * factor,
            slack: if is_exact { 0.005 } else { unit * factor / 2.0 * 1.001 },
            span: Span::new(whole.start(), whole.end()),
        })
    }

    /// Another amount, written as this one is.
    fn written(&self, value: f64) -> String {
        let (places, sign) = (self.places, self.sign);
        if let Some(scale) = self.scale {
            return format!("{sign}{:.*} {scale}", places.max(1), value / factor(self.scale)).replace(".0 ", " ");
        }
        let figure = format!("{value:.places$}");
        let (whole, rest) = figure
            .split_once('.')
            .map_or((figure.as_str(), None), |(whole, rest)| (whole, Some(rest)));
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let rest = rest.map(|rest| format!(".{rest}")).unwrap_or_default();
        format!("{sign}{grouped}{rest}")
    }
}

/// How much one of a scale is.
fn factor(scale: Option<&str>) -> f64 {
    match scale.map(str::to_lowercase).as_deref() {
        Some("thousand") => 1e3,
        Some("million") => 1e6,
        Some("billion") => 1e9,
        Some("trillion") => 1e12,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(sentence: &str) -> Option<String> {
        wrong_total(sentence).map(|wrong| wrong.sum)
    }

    #[test]
    fn a_total_that_is_no_sum_is_wrong() {
        for (sentence, right) in [
            (
                "The state gave $214,000, the county has set aside $96,000 and a drive raised $48,000, for a total of $368,000.",
                "$358,000",
            ),
            (
                "The state gave $1.2 million, the county $800,000 and the town $300,000, for a total of $2.5 million.",
                "$2.3 million",
            ),
            (
                "The church pledged €40,000 and the school €25,000, a total of €75,000.",
                "€65,000",
            ),
            (
                "They spent £12.50 on paint and £8.25 on rope — adding up to £21.75.",
                "£20.75",
            ),
        ] {
            assert_eq!(sum(sentence).as_deref(), Some(right), "{sentence}");
        }
    }

    #[test]
    fn a_total_that_may_be_right_is_left_alone() {
        for sentence in [
            "The state gave $214,000 and the county $96,000, for a total of $310,000.",
            // Rounded.
            "The state gave $1.26 million and the county $1.17 million, for a total of $2.4 million.",
            "The state gave $1,400 and the county $1,000, for a total of about $2,500.",
            // Some of the amounts are what the others were.
            "The county, which gave $5,000 last year, gave $96,000 and the town $4,000, for a total of $100,000.",
            // More than a sum.
            "It sold 30 tickets at $3 each and 20 at $5 each, for a total of $190.",
            "Fares are $3 a car and $5 a bus, for a total of $410,000.",
            "The grant rose from $5,000 to $7,000, for a total of $9,000.",
            "The church pledged €40,000 and the school $25,000, for a total of $75,000.",
            "He paid $5,000, for a total of $9,000.",
        ] {
            assert_eq!(sum(sentence), None, "{sentence}");
        }
    }
}
