//! Flags words that are quoted twice. It never says which of the two should go.
//!
//! ## What it flags
//!
//! A quotation in the running text whose words, at least eight of them in a row, were quoted before in the running text.
//! Five words are enough if they are all that is between the marks both times, and the same person says them.
//!
//! ## Why it matters in a newsroom
//!
//! When a story is updated or cut from a longer one, the same quotation easily ends up in it twice.
//!
//! ## Example
//!
//! > “We have waited for the ferry since the morning,” Ana Weil said. ¶ “We have waited for the ferry since the morning,”
//! > Weil told the council.
//!
//! ## Better
//!
//! > Use it once.
//!
//! ## When it is wrong
//!
//! Pull quotes, block quotes, captions, headings and the front matter repeat the story on purpose and are left alone. So
//! are chants and songs, whose lines come again at once, and a few words that several people say.

use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet, FxHasher};

use crate::analysis::{BlockId, Place, Quotation, QuotationKind};
use crate::rules::{Category, Context, Finding, Level, Rule, RuleOption, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "repeated-quote",
    name: "repeated quotation",
    summary: "the same words quoted twice",
    category: Category::Quotes,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[&MIN_WORDS],
    file: include_str!("repeated_quote.rs"),
    check,
};

/// How many words must be the same.
const MIN_WORDS: RuleOption<usize> = RuleOption {
    name: "min-words",
    default: 8,
    summary: "Fewer words in a row that are quoted twice are not flagged.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let length = context.option(&MIN_WORDS).max(1);
    let blocks = (context.facts.quotations).chunk_by(|one, next| one.place.block == next.place.block);
    let paragraphs = blocks.filter_map(|quotations| {
        let block = quotations.first()?.place.block;
        let quoted = context.remembered_of(RULE.code, block, || quoted(context, quotations, length));
        (!quoted.is_empty()).then_some((block, quoted))
    });
    let (blocks, quoted): (Vec<BlockId>, Vec<_>) = paragraphs.unzip();
    let place = |at: At, quoted: &[Arc<Vec<Quoted>>]| {
        let span = quoted.get(at.paragraph)?.get(at.quotation)?.span;
        Some(Place::new(*blocks.get(at.paragraph)?, span))
    };
    let found = context.remembered(RULE.code, quoted.clone(), |quoted| repeats(quoted));
    for (again, first) in found.iter() {
        let (Some(again), Some(first)) = (place(*again, &quoted), place(*first, &quoted)) else {
            continue;
        };
        // A few words may be anybody's: a slogan, a phrase of the day.
        if words(context.text(again)).len() < length && !are_of_one_person(context, again, first) {
            continue;
        }
        let finding = Finding::at(context.source_span(again), "These words are quoted twice")
            .help("Keep one of them.")
            .related(context.source_span(first), "Quoted here first");
        findings.push(finding);
    }
}

/// Whether somebody says both, and it is the same person.
fn are_of_one_person(context: &Context<'_>, one: Place, other: Place) -> bool {
    let speaker = |place: Place| {
        let mut quotations = context.quotations_in(place.block).iter();
        let quotation = quotations.find(|quotation| quotation.place == place)?;
        quotation.speaker.as_ref()?.actor
    };
    speaker(one).is_some() && speaker(one) == speaker(other)
}

/// Something that is quoted in a paragraph.
#[derive(Debug, PartialEq, Eq)]
struct Quoted {
    span: Span,
    /// Every run of so many of its words, as a number; of fewer words the only one.
    runs: Vec<u64>,
}

/// A quotation among those that are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct At {
    /// The number of its paragraph, counted among those with quotations.
    paragraph: usize,
    /// Its number in the paragraph.
    quotation: usize,
}

/// What is quoted in a paragraph that has these quotations.
fn quoted(context: &Context<'_>, quotations: &[Arc<Quotation>], length: usize) -> Vec<Quoted> {
    let judged = quotations.iter().filter(|quotation| is_judged(context, quotation));
    let quoted = judged.map(|quotation| Quoted {
        span: quotation.place.span,
        runs: runs(context.text(quotation.place), length),
    });
    quoted.collect()
}

/// What is quoted in another paragraph before, each with where it was.
fn repeats(paragraphs: &[Arc<Vec<Quoted>>]) -> Vec<(At, At)> {
    let all = paragraphs.iter().flat_map(|quoted| quoted.iter());
    let twice = RunSet::twice(all.flat_map(|quoted| quoted.runs.iter().copied()));
    // Every run that may be quoted twice, and by which quotation.
    let mut known: FxHashMap<u64, At> = FxHashMap::default();
    let mut flagged = FxHashSet::default();
    let mut repeats = Vec::new();
    for (paragraph, quoted) in paragraphs.iter().enumerate() {
        for (quotation, quoted) in quoted.iter().enumerate() {
            let at = At { paragraph, quotation };
            let runs = || quoted.runs.iter().filter(|run| twice.has(**run));
            let first = runs().find_map(|run| known.get(run)).copied();
            if let Some(first) = first.filter(|first| first.paragraph != paragraph)
                && flagged.insert(first)
            {
                repeats.push((at, first));
            }
            for run in runs() {
                known.entry(*run).or_insert(at);
            }
        }
    }
    repeats
}

/// A set of runs, some of which it only seems to have: next to no run is quoted twice, and to look one up in a table of all takes
/// far longer.
struct RunSet(Vec<u64>);

/// How many bits tell the runs of a set apart, as a power of two: 32 KB for the tens of thousands of runs of a book.
const BITS: u32 = 18;

impl RunSet {
    fn new() -> Self {
        Self(vec![0; 1 << (BITS - u64::BITS.ilog2())])
    }

    /// Those that occur twice.
    fn twice(runs: impl Iterator<Item = u64>) -> Self {
        let (mut once, mut twice) = (Self::new(), Self::new());
        for run in runs {
            if !once.add(run) {
                twice.add(run);
            }
        }
        twice
    }

    /// Adds a run. Whether it was not there yet.
    fn add(&mut self, run: u64) -> bool {
        let (place, bit) = Self::place(run);
        let Some(bits) = self.0.get_mut(place) else {
            return false;
        };
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }

    fn has(&self, run: u64) -> bool {
        let (place, bit) = Self::place(run);
        self.0.get(place).is_some_and(|bits| bits & bit != 0)
    }

    /// The highest bits, which are those that its hash mixes best.
    fn place(run: u64) -> (usize, u64) {
        let place = (run >> (u64::BITS - BITS)) as usize;
        (place / u64::BITS as usize, 1 << (place % u64::BITS as usize))
    }
}

/// Whether a quotation is part of the story as it runs.
fn is_judged(context: &Context<'_>, quotation: &Quotation) -> bool {
    let in_text = |place: Place| {
        context
            .block(place)
            .is_some_and(|block| block.kind.is_body() && !block.in_quote)
    };
    matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
        && in_text(quotation.place)
        && !is_pulled(context, quotation.place)
}

/// Whether a quotation is all there is in its paragraph, perhaps with a name after a dash: a quotation pulled out.
fn is_pulled(context: &Context<'_>, place: Place) -> bool {
    let after = context.text_after(place).trim_start();
    context.text_before(place).trim().is_empty() && (after.is_empty() || after.starts_with(['–', '—', '-']))
}

/// Fewer words than these are no quotation that anybody remembers.
const FEW_WORDS: usize = 5;

/// Every run of so many words as a number: the whole draft is compared with every key. Of a quotation that has fewer words, all of them.
fn runs(text: &str, length: usize) -> Vec<u64> {
    let words = words(text);
    let length = if words.len() < FEW_WORDS {
        length
    } else {
        length.min(words.len())
    };
    let run = |words: &[u64]| FxBuildHasher.hash_one(words);
    words.windows(length).map(run).collect()
}

/// The words of a text, without case and marks, as numbers.
fn words(text: &str) -> Vec<u64> {
    let words = text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '\'' | '’')));
    let words = words
        .map(|word| word.trim_matches(['\'', '’']))
        .filter(|word| !word.is_empty());
    let number = |word: &str| {
        let mut hasher = FxHasher::default();
        let letters = word.chars().flat_map(char::to_lowercase);
        letters.for_each(|letter| (if letter == '’' { '\'' } else { letter }).hash(&mut hasher));
        hasher.finish()
    };
    words.map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn the_second_of_two_is_flagged_once() {
        let rule = alone(&RULE);
        let quoted = "“We have waited for the ferry since the morning,” Ana Weil said.";
        let again = "Weil told the council: “We have waited for the ferry since the morning.”";
        let found = rule.findings(&format!("{quoted}\n\n{again}\n\n{again}"));
        assert_eq!(found.len(), 1);
        assert_eq!(
            rule.findings(&format!("{quoted}\n\n“We have waited for long,” Bo Lund said.")),
            []
        );
    }
}
