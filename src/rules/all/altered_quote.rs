//! Flags words in brackets inside a quotation that the speaker did not say. It never rewrites a quotation.
//!
//! ## What it flags
//!
//! Words in parentheses or square brackets inside a direct quotation or a quoted fragment. In a draft with more than
//! three of them, the first is marked, with their number, and the others are listed with it.
//!
//! ## Why it matters in a newsroom
//!
//! Readers take what is between the marks for the speaker's own words. Most style guides keep insertions rare, and some
//! bar them; a quotation that needs several is better paraphrased.
//!
//! ## Example
//!
//! > “They (have) to act before the winter,” Weil said.
//!
//! ## Better
//!
//! > Weil said they had “to act before the winter”.
//!
//! ## When it is wrong
//!
//! Conversions and other figures (“(3.1 miles)”), translations and explanations of a foreign word, stage notes
//! (“(laughs)”), acronyms next to their long form, omissions (“[…]”), a changed capital (“[t]he”), *sic*, and words
//! that replace a curse are left alone. So are round brackets in what somebody wrote, and all
//! brackets of documents. In a statement the brackets may be its author's own; then leave them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::{self, Place, Quotation, QuotationKind, QuotationStatus};
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};
use crate::text::table::{self, WordList};

/// The rule.
pub const RULE: Rule = Rule {
    code: "altered-quote",
    name: "altered quotation",
    summary: "words added inside a quotation",
    category: Category::Quotes,
    level: Level::Hint,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("altered_quote.rs"),
    check,
};

/// How many alterations are marked one by one; more become one finding, so that the draft is not covered with marks.
const MARKED_SINGLY: usize = 3;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let altered: Vec<Place> = context
        .facts
        .quotations
        .iter()
        .filter(|quotation| !quotation.insertions.is_empty())
        .filter(|quotation| {
            // A fragment without a known speaker may just as well be a title or a name.
            quotation.kind == QuotationKind::Direct
                || (quotation.kind == QuotationKind::Mixed && quotation.status != QuotationStatus::Unattributed)
        })
        // What the speaker says ends nobody knows where if the closing mark is missing.
        .filter(|quotation| quotation.closed || quotation.runs_on)
        .filter(|quotation| !is_document(quotation) && !is_title(context.text(quotation.place)))
        .flat_map(|quotation| {
            let is_written = is_written(quotation);
            let insertions = quotation.insertions.iter().copied();
            insertions.filter(move |place| !(is_written && context.text(*place).starts_with('(')))
        })
        .filter(|place| alters(context, *place))
        .collect();
    if altered.len() <= MARKED_SINGLY {
        findings.extend(altered.iter().map(|place| finding(context, *place)));
    } else if let [first, others @ ..] = altered.as_slice() {
        let mut found = finding(context, *first);
        found.message = format!("{}; {} more in this draft", found.message, others.len());
        for place in others {
            found = found.related(
                context.source_span(*place),
                format!("Words added: {}", context.text(*place)),
            );
        }
        findings.push(found);
    }
}

/// Whether a document is quoted, whose brackets are its own: “the ruling reads”, “the bill says”.
fn is_document(quotation: &Quotation) -> bool {
    let Some(speaker) = quotation.speaker.as_ref() else {
        return quotation.source.is_some();
    };
    analysis::is_document(&speaker.text)
}

/// Whether somebody wrote the words, so that round brackets are the writer's own.
fn is_written(quotation: &Quotation) -> bool {
    let cue = quotation.cue.as_ref().map_or("", |cue| cue.lemma.as_str());
    matches!(cue, "write" | "post" | "tweet" | "text" | "email")
}

/// “Harbour Lights (Live at Ostby)”: all words that are not small begin with capitals, and no sentence ends.
fn is_title(marked: &str) -> bool {
    let inner =
        marked.trim_matches(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '(' | ')' | '?' | '!' | '.'));
    let words = || {
        inner
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphabetic))
    };
    let is_small = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() <= SMALL;
    let is_capital = |word: &str| {
        word.trim_start_matches(|letter: char| !letter.is_alphanumeric())
            .starts_with(char::is_uppercase)
    };
    words().count() > 1
        && words().all(|word| is_capital(word) || is_small(word))
        && is_capital(inner)
        && !inner.ends_with(['.', ','])
}

/// Words of so few letters are often small in titles.
const SMALL: usize = 3;

fn finding(context: &Context<'_>, place: Place) -> Finding {
    let inserted = inside(context.text(place));
    Finding::at(
        context.source_span(place),
        format!("Words added inside a quotation: “{inserted}”"),
    )
    .help("Quote only what was said, or paraphrase.")
}

fn inside(bracket: &str) -> &str {
    bracket.trim_matches(['(', ')', '[', ']']).trim()
}

/// Whether the bracket gives the speaker words, and not the reader an explanation.
fn alters(context: &Context<'_>, place: Place) -> bool {
    let bracket = context.text(place);
    let inserted = inside(bracket);
    let words: Vec<&str> = inserted.split_whitespace().collect();
    let (before, after) = (context.text_before(place), context.text_after(place));
    let has_letters = inserted.chars().any(char::is_alphabetic);
    let has_figures = inserted.chars().any(|c| c.is_ascii_digit());
    let one_letter = inserted.chars().count() == 1;
    let asterisks = inserted.contains(['*', '…']) || inserted.contains("..") || inserted.contains("--");
    let round = bracket.starts_with('(');
    has_letters
        && !has_figures
        && !asterisks
        && !one_letter
        && !is_note(inserted)
        && !is_acronym(inserted)
        && !explains_acronym(before, &words)
        && !translates(before, &words)
        && !is_legal(inserted)
        // “house(s)” and a long aside in a statement are the speaker's own.
        && !(round && (before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric)))
        && !(round && words.len() > LONGEST_INSERTION)
}

const LONGEST_INSERTION: usize = 6;

/// What follows “if”, “as” or “or” there.
static AFTER_IF: WordList = WordList::new(include_str!("../data/words_of_contracts.txt"));

/// “(if any)”, “(or its successor)”: what the language of contracts and laws has in brackets.
fn is_legal(inserted: &str) -> bool {
    let lower = inserted.to_lowercase();
    let mut words = lower.split_whitespace();
    let first = words.next().unwrap_or("");
    let second = words.next().unwrap_or("");
    let (led, follows) = (
        matches!(first, "if" | "where" | "as" | "or" | "and" | "whether" | "unless"),
        second,
    );
    led && (AFTER_IF.has(follows) || matches!(lower.as_str(), "and/or" | "or both" | "or more"))
}

/// Stage notes, *sic* and stand-ins for curses.
fn is_note(inserted: &str) -> bool {
    let lower = inserted.to_lowercase();
    let first = lower.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    NOTES.contains(lower.as_str()) || NOTES.contains(first)
}

static NOTES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    table::lines(include_str!("../data/notes_in_quotations.txt"))
        .map(str::trim)
        .collect()
});

/// “APEC”, “D-Norland”, “NATO's”: capitals with hardly a small letter.
fn is_acronym(inserted: &str) -> bool {
    let capitals = inserted
        .chars()
        .take_while(|c| c.is_uppercase() || *c == '.' || *c == '&')
        .count();
    let party = capitals == 1 && inserted.chars().nth(1) == Some('-');
    !inserted.contains(' ') && (capitals >= 2 || party)
}

/// “the AWU (Alvar Workers Union)”: the initials come before the bracket.
fn explains_acronym(before: &str, words: &[&str]) -> bool {
    let acronym = before.split_whitespace().next_back().unwrap_or("");
    let acronym: String = acronym.chars().filter(|c| c.is_uppercase()).collect();
    // “ultra-high frequency”
    let words = words.iter().flat_map(|word| word.split('-'));
    let initials = |is_counted: fn(&str) -> bool| -> String {
        let counted = words.clone().filter(|word| is_counted(word));
        counted
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .collect()
    };
    let is_large = |word: &str| {
        !matches!(
            word,
            "a" | "an" | "the" | "of" | "and" | "for" | "in" | "on" | "to" | "&"
        )
    };
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let forms = [initials(|_| true), initials(is_large), initials(is_capital)];
    acronym.chars().count() >= 2
        && forms
            .iter()
            .any(|form| form.chars().count() >= 2 && acronym.starts_with(form.as_str()))
}

/// “mämmi (rye pudding)”, “or rye pudding”, “‘rye pudding’”: the bracket says what the word before it means.
fn translates(before: &str, words: &[&str]) -> bool {
    const GLOSSES: [&str; 7] = ["or", "meaning", "literally", "that", "ie", "i.e", "a.k.a"];
    let first = words.first().map_or("", |word| word.trim_end_matches(['.', ',']));
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    let foreign = last.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let quoted = words
        .first()
        .is_some_and(|word| word.starts_with(['‘', '“', '"', '\'']));
    GLOSSES.contains(&first.to_lowercase().as_str()) || foreign || quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    fn messages(text: &str) -> Vec<String> {
        alone(&RULE).messages(text)
    }

    #[test]
    fn up_to_three_are_marked_singly() {
        let text = "“We (will) go, [they] stay and (all) win,” Ana Weil said.";
        assert_eq!(messages(text).len(), 3);
    }

    #[test]
    fn more_are_one_finding_that_lists_the_others() {
        let text = "“We (will) go, [they] stay, (all) win and [nobody] loses,” Ana Weil said.";
        assert_eq!(
            messages(text),
            ["Words added inside a quotation: “will”; 3 more in this draft"]
        );
        let found = alone(&RULE).findings(text);
        let related: Vec<&str> = found[0].related.iter().map(|related| related.span.of(text)).collect();
        assert_eq!(related, ["[they]", "(all)", "[nobody]"]);
    }
}
