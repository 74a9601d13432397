//! Flags words that are quoted twice. It never says which of the two should go.
//!
//! ## What it flags
//!
//! A quotation in the running text whose words, at least eight of them in a row, were quoted before in the running text.
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
//! are chants and songs, whose lines come again at once.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::rules::{Category, Context, Finding, Level, Rule, RuleOption, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "repeated-quote",
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
    let quotations = context.facts.quotations.iter();
    let judged = quotations.filter(|quotation| is_judged(context, quotation));
    let places: Vec<Place> = judged.map(|quotation| quotation.place).collect();
    let repeats = context.remembered(RULE.code, quoted(context, &places), |quoted| repeats(quoted, length));
    for (again, first) in repeats.iter() {
        let (Some(again), Some(first)) = (places.get(*again), places.get(*first)) else {
            continue;
        };
        let finding = Finding::at(context.source_span(*again), "These words are quoted twice")
            .help("Keep the better place.")
            .related(context.source_span(*first), "Quoted here first");
        findings.push(finding);
    }
}

/// Something that is quoted.
#[derive(PartialEq)]
struct Quoted {
    text: String,
    /// How many paragraphs with quotations come before it.
    paragraph: usize,
}

fn quoted(context: &Context<'_>, places: &[Place]) -> Vec<Quoted> {
    let (mut last, mut paragraph) = (None, 0);
    let quoted = places.iter().map(|place| {
        paragraph += usize::from(last.replace(place.block).is_some_and(|last| last != place.block));
        let text = context.text(*place).to_owned();
        Quoted { text, paragraph }
    });
    quoted.collect()
}

/// What is quoted in another paragraph before, each with where it was, by number.
fn repeats(quoted: &[Quoted], length: usize) -> Vec<(usize, usize)> {
    let words: Vec<(usize, Vec<u64>)> = quoted.iter().map(|one| (one.paragraph, words(&one.text))).collect();
    // Every run of so many words that was quoted, and by which quotation.
    let mut known: FxHashMap<&[u64], (usize, usize)> = FxHashMap::default();
    let mut flagged = FxHashSet::default();
    let mut repeats = Vec::new();
    for (at, (paragraph, words)) in words.iter().enumerate() {
        let runs = || words.windows(length);
        let first = runs().find_map(|run| known.get(run)).copied();
        if let Some((_, first)) = first.filter(|(first, _)| first != paragraph)
            && flagged.insert(first)
        {
            repeats.push((at, first));
        }
        for run in runs() {
            known.entry(run).or_insert((*paragraph, at));
        }
    }
    repeats
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

/// The words without case and marks, each as a number: the whole draft is compared with every key.
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
