//! Flags the same word twice running, also across a line break. It never changes quoted words on its own.
//!
//! ## What it flags
//!
//! A word that stands twice in a row in a paragraph, a list item or a caption, with nothing but space between the two.
//! Inside quotation marks it is flagged as well, but the fix is only offered.
//!
//! ## Why it matters in a newsroom
//!
//! Doubled words come from cutting and pasting, and from sentences that were rewritten in a hurry. Readers see them at
//! once, and writers no longer do, least of all across the end of a line.
//!
//! ## Example
//!
//! > The minister delivers delivers her speech on Monday.
//!
//! ## Better
//!
//! > The minister delivers her speech on Monday.
//!
//! ## When it is wrong
//!
//! Words that may well stand twice are left alone: “that that”, “had had”, “what it is is”, “came in in May”, “gave her
//! her keys”, repetition for weight (“very very”), set phrases (“bye bye”), names (“Walla Walla”), figures and spelled
//! letters, verse, headings, tables, code, and what is marked with *sic*. A repetition for weight that the rule does
//! not know is flagged; the fix is then to leave it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::analysis::QuotationKind;
use crate::markup::{Block, BlockKind};
use crate::rules::{Category, Context, Edit, Finding, Fix, FixSafety, Level, Related, Rule};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "doubled-word",
    summary: "the same word twice running",
    category: Category::Style,
    level: Some(Level::Warning),
    since: "0.1.0",
    options: &[],
    file: include_str!("doubled_word.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (index, block) in context.markup.blocks.iter().enumerate() {
        if !(block.kind.is_body() || block.kind == BlockKind::Caption) || is_verse(&block.text) {
            continue;
        }
        let tokens = tokens(&block.text);
        let mut quoted_spans = None;
        for (at, pair) in tokens.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            if !is_doubled(*first, *second) {
                continue;
            }
            let spans = quoted_spans.get_or_insert_with(|| marked_spans(context, index));
            let quoted = block.in_quote || overlaps_any(spans, first.span.join(second.span));
            let around = Around {
                before: tokens.get(at.saturating_sub(LONGEST_LOOK)..at).unwrap_or(&[]),
                after: tokens.get(at + 2..).unwrap_or(&[]),
                quoted,
            };
            if is_legitimate(*first, *second, around) || !is_bare(context, block, *first, *second) {
                continue;
            }
            findings.push(finding(context, block, *first, *second, quoted));
        }
    }
}

/// How many words before a pair are looked at; sentences hardly have more.
const LONGEST_LOOK: usize = 60;

/// A stretch of text without white space, without the punctuation around its word.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    /// The word itself.
    word: &'a str,
    span: Span,
    /// Whether punctuation stands before the word.
    opens: bool,
    /// What stands behind the word.
    tail: &'a str,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    text.split_whitespace()
        .map(|chunk| {
            let start = chunk.as_ptr().addr() - text.as_ptr().addr();
            let head = chunk.trim_start_matches(|c: char| !c.is_alphanumeric());
            let word = head.trim_end_matches(|c: char| !c.is_alphanumeric());
            let opening = chunk.len() - head.len();
            Token {
                word,
                span: Span::new(start + opening, start + opening + word.len()),
                opens: opening > 0,
                tail: head.strip_prefix(word).unwrap_or(""),
            }
        })
        .collect()
}

/// Whether nothing but white space stands between two equal words.
fn is_doubled(first: Token<'_>, second: Token<'_>) -> bool {
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'));
    first.tail.is_empty()
        && !second.opens
        && !first.word.is_empty()
        && is_word(first.word)
        && first.word.to_lowercase() == second.word.to_lowercase()
}

/// Whether the two may stand next to each other.
fn is_legitimate(first: Token<'_>, second: Token<'_>, around: Around<'_, '_>) -> bool {
    let lower = first.word.to_lowercase();
    let is_letter = |token: &Token<'_>| token.word.chars().count() == 1;
    let sic = around
        .after
        .first()
        .is_some_and(|next| next.word.eq_ignore_ascii_case("sic"));
    let spelled = is_letter(&first)
        && (lower != "a" || around.before.last().is_some_and(is_letter) || around.after.first().is_some_and(is_letter));
    // Two capitals are a name (“Walla Walla”) far more often than a slip.
    let name = second.word.starts_with(char::is_uppercase) && !NAMES_OF_ONE_WORD.contains(&lower.as_str());
    let sentence = || {
        around
            .before
            .iter()
            .rev()
            .take_while(|token| !token.tail.contains(['.', '!', '?']))
    };
    let behind = |words: &[&str]| sentence().any(|token| words.contains(&token.word.to_lowercase().as_str()));
    let behind_verb = || sentence().take(4).any(|token| takes_particle(token.word));
    let known = WORDS.get(lower.as_str()).is_some_and(|reason| match *reason {
        "grammar" | "emphasis" | "fixed" => true,
        "spoken" => around.quoted,
        "clause" => behind(&CLAUSE_OPENERS),
        "condition" => behind(&CONJUNCTIONS),
        "particle" => behind_verb(),
        "adverb" => behind_verb() || sentence().take(4).any(|token| BE.contains(&token.word)),
        _ => false,
    });
    sic || spelled || name || known
}

/// What stands before and behind a pair of words.
#[derive(Clone, Copy)]
struct Around<'t, 'a> {
    before: &'t [Token<'a>],
    after: &'t [Token<'a>],
    quoted: bool,
}

/// Capitalised words of which two in a row are no name.
const NAMES_OF_ONE_WORD: [&str; 23] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "january",
    "february",
    "march",
    "july",
    "september",
    "october",
    "november",
    "december",
    "president",
    "minister",
    "chancellor",
    "senator",
    "governor",
    "mr",
    "mrs",
    "ms",
    "dr",
];

const CLAUSE_OPENERS: [&str; 19] = [
    "what", "whatever", "who", "whoever", "where", "wherever", "how", "all", "those", "thing", "question", "problem",
    "point", "truth", "fact", "reason", "issue", "trouble", "answer",
];

const CONJUNCTIONS: [&str; 10] = [
    "when", "whenever", "if", "once", "as", "before", "after", "because", "unless", "while",
];

const BE: [&str; 6] = ["is", "are", "was", "were", "be", "been"];

/// Words that may stand twice, with the reason.
static WORDS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    include_str!("../data/doubled_words.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

static PARTICLE_VERBS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../data/particle_verbs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

fn takes_particle(word: &str) -> bool {
    let word = word.to_lowercase();
    ["", "s", "es", "d", "ed", "ing"].into_iter().any(|ending| {
        word.strip_suffix(ending)
            .is_some_and(|stem| PARTICLE_VERBS.contains(stem))
    })
}

/// The stretches of a block that stand between quotation marks, in order and without overlap.
fn marked_spans(context: &Context<'_>, block: usize) -> Vec<Span> {
    let quotations = &context.facts.quotations;
    let from = quotations.partition_point(|quotation| quotation.place.block < block);
    quotations
        .iter()
        .skip(from)
        .take_while(|quotation| quotation.place.block == block)
        .filter(|quotation| quotation.kind != QuotationKind::Indirect)
        .map(|quotation| quotation.place.span)
        .collect()
}

fn overlaps_any(spans: &[Span], span: Span) -> bool {
    let next = spans.partition_point(|marked| marked.end <= span.start);
    spans.get(next).is_some_and(|marked| marked.overlaps(span))
}

/// Whether the source has nothing but space and marks of emphasis between the two words: code and pictures leave gaps
/// in the prose that bring words together.
fn is_bare(context: &Context<'_>, block: &Block, first: Token<'_>, second: Token<'_>) -> bool {
    let (one, other) = (block.map.to_source(first.span), block.map.to_source(second.span));
    let gap = Span::new(one.end, other.start);
    gap.end == other.start
        && !gap.is_empty()
        && gap
            .of(context.source)
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '*' | '_' | '>'))
}

/// Three short lines or more that begin with capitals, most of which end in no full stop.
fn is_verse(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.len() >= 3
        && lines.iter().all(|line| line.chars().count() <= 48)
        && lines.iter().all(|line| {
            line.trim_start_matches(|c: char| !c.is_alphanumeric())
                .starts_with(char::is_uppercase)
        })
}

fn finding(context: &Context<'_>, block: &Block, first: Token<'_>, second: Token<'_>, quoted: bool) -> Finding {
    let (one, other) = (block.map.to_source(first.span), block.map.to_source(second.span));
    let mut finding = Finding::at(other, format!("“{}” stands twice", second.word));
    finding.unnecessary = !quoted;
    finding.help = if quoted {
        "Leave it if the speaker said it twice; else remove one of the two.".to_owned()
    } else {
        "Remove one of the two.".to_owned()
    };
    finding.related.push(Related {
        span: one,
        message: "here for the first time".to_owned(),
    });
    if let Some(edit) = removal(context.source, one, other) {
        finding.fixes.push(Fix {
            title: format!("Remove the second “{}”", second.word),
            safety: if quoted { FixSafety::Suggest } else { FixSafety::Safe },
            edits: vec![edit],
        });
    }
    finding
}

/// Removes the second word with the space that belongs to it. Where it begins a line, that is the space behind it, so
/// that the line break stays; between marks of emphasis there is no edit that is sure to keep them whole.
fn removal(source: &str, first: Span, second: Span) -> Option<Edit> {
    let gap = Span::new(first.end, second.start).of(source);
    let behind = source.get(second.end..)?;
    let space = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let span = if gap.contains(['\n', '\r']) && space > 0 {
        Span::new(second.start, second.end + space)
    } else if gap.chars().all(char::is_whitespace) {
        Span::new(first.end, second.end)
    } else {
        return None;
    };
    let text = String::new();
    Some(Edit { span, text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{findings, mended};

    #[test]
    fn the_second_word_goes_with_its_space() {
        for (text, wanted) in [
            (
                "The minister delivers delivers a speech.",
                "The minister delivers a speech.",
            ),
            ("They met at the the.", "They met at the."),
            ("Both of\nof the piers closed.", "Both of\nthe piers closed."),
            ("Both of\r\nof\r\nthe piers closed.", "Both of\r\nthe piers closed."),
            (
                "Über über die Brücke gehen wir, 🙂 sagte sagte sie.",
                "Über die Brücke gehen wir, 🙂 sagte sie.",
            ),
        ] {
            assert_eq!(mended(text, FixSafety::Safe), wanted, "{text:?}");
        }
    }

    #[test]
    fn quoted_words_are_never_changed_unseen() {
        for text in [
            "“We saw saw it,” said Ana Weil.",
            "\"We saw saw it,\" said Ana Weil.",
            "''We saw saw it,'' said Ana Weil.",
            "«We saw saw it,» said Ana Weil.",
            "„We saw saw it,“ said Ana Weil.",
            "“We told them ‘wait wait’ and saw saw",
        ] {
            assert_eq!(mended(text, FixSafety::Safe), text);
            assert!(!findings(text).is_empty(), "{text}");
        }
        let mended = mended("“We saw saw it,” said Ana Weil.", FixSafety::Suggest);
        assert_eq!(mended, "“We saw it,” said Ana Weil.");
    }

    #[test]
    fn the_table_has_known_reasons_and_no_word_twice() {
        let known = [
            "grammar",
            "clause",
            "condition",
            "particle",
            "adverb",
            "emphasis",
            "spoken",
            "fixed",
        ];
        let rows = include_str!("../data/doubled_words.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'));
        assert_eq!(rows.count(), WORDS.len());
        assert!(WORDS.values().all(|reason| known.contains(reason)));
    }
}
