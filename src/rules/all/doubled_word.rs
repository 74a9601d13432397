//! Flags the same word, or pair of small words, twice in a row, even across a line break. It never changes quoted words on its own.
//!
//! ## What it flags
//!
//! A word that appears twice in a row in a paragraph, a list item, a caption or a field of the front matter, with only
//! space between the two.
//! A repeated pair of small words is flagged, too (“on the on the ramp”).
//! Inside quotation marks it is flagged as well, but the fix is only offered.
//!
//! ## Why it matters in a newsroom
//!
//! Doubled words come from cutting and pasting, and from sentences rewritten in a hurry. Readers see them at once;
//! writers no longer do, least of all across the end of a line.
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
//! Words that are often right twice are left alone: “that that”, “had had”, “what it is is”, “the money the city has
//! has gone”, “came in in May”, “gave her her keys”, “the will will be read”, repetition for emphasis (“very very”,
//! “much much better”, “da da da”), set phrases (“bye bye”), names (“Walla Walla”), figures and spelled-out letters,
//! verse, headings, tables, code, and words marked with *sic*. Other repetition for emphasis is flagged; then leave it
//! as it is. The fix is only offered for numbers and “not”, where another word may be missing, and for words that
//! differ in their capital (“Supreme Court court”).

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::repeats::{Repeat, RepeatReason};
use crate::analysis::{Marked, Place};
use crate::markup::Block;
use crate::rules::context::Paragraph;
use crate::rules::shared::narration::begins_sentence;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::{Span, table};

/// The rule.
pub const RULE: Rule = Rule {
    code: "doubled-word",
    name: "repeated word",
    summary: "the same word twice in a row",
    category: Category::Style,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("doubled_word.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut marked = None;
    for paragraph in context.paragraphs() {
        for repeat in &paragraph.facts.repeats {
            let marked = marked.get_or_insert_with(|| Marked::of(context.quotations()));
            let is_quoted = is_quoted(paragraph, *repeat, marked);
            let is_slip = match repeat.reason {
                None => true,
                Some(RepeatReason::Spoken) => !is_quoted,
                Some(_) => false,
            };
            if is_slip && is_bare(context, paragraph.block, *repeat) {
                findings.push(finding(context, paragraph, *repeat, is_quoted));
            }
        }
    }
}

fn is_quoted(paragraph: Paragraph<'_>, repeat: Repeat, marked: &Marked) -> bool {
    let both = Place::new(paragraph.id, repeat.first.join(repeat.second));
    paragraph.block.in_quote || marked.overlaps(both)
}

/// Whether the source has only space and marks of emphasis between the two words: code and pictures leave gaps in the
/// prose that bring words together.
fn is_bare(context: &Context<'_>, block: &Block, repeat: Repeat) -> bool {
    let (one, other) = (block.map.to_source(repeat.first), block.map.to_source(repeat.second));
    let gap = Span::new(one.end, other.start);
    let is_between = |c: char| is_space(c) || matches!(c, '*' | '_' | '>');
    let is_gap_bare = gap.end == other.start && !gap.is_empty() && gap.of(context.source).chars().all(is_between);
    // Between the words of a pair there may be such marks, too.
    let words = |text: &str| {
        text.split(is_between)
            .filter(|word| !word.is_empty())
            .map(str::len)
            .collect::<Vec<_>>()
    };
    let is_pair_bare = || {
        let spans = [(repeat.first, one), (repeat.second, other)];
        spans
            .iter()
            .all(|(text, source)| words(text.of(&block.text)) == words(source.of(context.source)))
    };
    is_gap_bare && (!is_pair(block, repeat) || is_pair_bare())
}

/// Whether two words are written twice, and not one.
fn is_pair(block: &Block, repeat: Repeat) -> bool {
    repeat.second.of(&block.text).contains(is_space)
}

/// White space, and characters that take no room.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn finding(context: &Context<'_>, paragraph: Paragraph<'_>, repeat: Repeat, is_quoted: bool) -> Finding {
    let block = paragraph.block;
    let words: Vec<&str> = repeat
        .second
        .of(&block.text)
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    let word = words.join(" ");
    let (first, second) = (block.map.to_source(repeat.first), block.map.to_source(repeat.second));
    let help = if is_quoted {
        "Keep both if the speaker said it twice; otherwise remove one."
    } else {
        "Remove one of them."
    };
    let repeated = if words.len() > 1 {
        "Repeated words"
    } else {
        "Repeated word"
    };
    let fix = removal(context.source, first, second).map(|edit| {
        Fix::safe_if(
            !is_quoted && is_surely_once(block, repeat),
            format!("Remove the second “{word}”"),
            [edit],
        )
    });
    Finding::at(second, format!("{repeated}: “{word}”"))
        .help(help)
        .related(first, "First time")
        .unnecessary(!is_quoted)
        .fixes(fix)
}

/// Whether nothing is lost with the second word: a doubled number or “not” may stand where another word belongs, and a
/// word that differs in its capital is part of a name the first time.
fn is_surely_once(block: &Block, repeat: Repeat) -> bool {
    let (first, second) = (repeat.first.of(&block.text), repeat.second.of(&block.text));
    let begins = begins_sentence(&block.text, repeat.first.start);
    let lower = second.to_lowercase();
    let is_number = NUMBERS.contains(lower.as_str());
    (first == second || begins) && !is_number && !matches!(lower.as_str(), "not" | "no" | "never")
}

static NUMBERS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("../data/number_words.txt")).collect());

/// Removes the second word with the space that belongs to it. Where it begins a line, that is the space after it, so
/// that the line break stays; between marks of emphasis no edit is sure to keep them whole.
fn removal(source: &str, first: Span, second: Span) -> Option<Edit> {
    let gap = Span::new(first.end, second.start).of(source);
    if second.of(source).contains(['*', '_', '>']) {
        return None;
    }
    let after = source.get(second.end..)?;
    let space = after.len() - after.trim_start_matches([' ', '\t']).len();
    let span = if gap.contains(['\n', '\r']) && space > 0 {
        Span::new(second.start, second.end + space)
    } else if gap.chars().all(is_space) {
        Span::new(first.end, second.end)
    } else {
        return None;
    };
    Some(Edit::replace(span, ""))
}

#[cfg(test)]
mod tests {
    use crate::rules::FixSafety;
    use crate::rules::testing::{findings, mended};

    #[test]
    fn the_second_word_goes_with_its_space() {
        for (text, wanted) in [
            (
                "The minister delivers delivers a speech.",
                "The minister delivers a speech.",
            ),
            ("They met at the the.", "They met at the."),
            ("They wait on the on the ramp.", "They wait on the ramp."),
            ("In the in the end they met.", "In the end they met."),
            ("They wait on the\non the ramp.", "They wait on the\nramp."),
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
    fn what_may_be_another_slip_is_changed_only_on_request() {
        for text in [
            "There are three three seats.",
            "They did not not vote.",
            "The Supreme Court court sat.",
        ] {
            assert_eq!(mended(text, FixSafety::Safe), text);
            assert!(!findings(text).is_empty(), "{text}");
        }
        assert_eq!(mended("The the pier is shut.", FixSafety::Safe), "The pier is shut.");
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
}
