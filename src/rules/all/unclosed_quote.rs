//! Flags a quotation that is opened but not closed in its paragraph. It never takes an apostrophe or an inch mark for a
//! quotation mark.
//!
//! ## What it flags
//!
//! An opening quotation mark without a closing mark by the end of the paragraph, if the next paragraph does not go on
//! with the quotation. Each paragraph is flagged once. Headings, captions and the fields of the front matter that hold
//! prose are read, too.
//!
//! ## Why it matters in a newsroom
//!
//! Without the closing mark nobody can tell where the speaker's words end and the writer's begin: “We are ready, she
//! said” has the speaker say “she said”, and whatever follows.
//!
//! ## Example
//!
//! > “We are ready, said Ana Weil, who leads the crew.
//!
//! ## Better
//!
//! > “We are ready,” said Ana Weil, who leads the crew.
//!
//! ## When it is wrong
//!
//! A quotation over several paragraphs opens each of them and closes only the last; that is left alone, and so is one
//! that a later paragraph closes without opening it again. Inches and feet, decades (’90s), clipped words (goin’) and
//! plural possessives are not quotation marks.

use std::sync::LazyLock;

use regex::Regex;

use crate::analysis::quotations::unopened;
use crate::analysis::{Place, Quotation, QuotationKind};
use crate::markup::{Block, BlockKind};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;
use crate::text::letters::{CAPITAL, LETTER};

/// The rule.
pub const RULE: Rule = Rule {
    code: "unclosed-quote",
    name: "unclosed quotation",
    summary: "a missing closing quotation mark",
    category: Category::Quotes,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("unclosed_quote.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut flagged = None;
    for quotation in &context.facts.quotations {
        let open = !quotation.closed && !quotation.runs_on && quotation.kind != QuotationKind::Indirect;
        let block = Some(quotation.place.block);
        if open && flagged != block && is_judged(context, quotation.place) && !is_closed_later(context, quotation.place)
        {
            flagged = block;
            findings.extend(finding(context, quotation));
        }
    }
}

/// Headings, captions and fields have quotations as paragraphs do; furniture and tables have marks of all sorts.
fn is_judged(context: &Context<'_>, place: Place) -> bool {
    context.block(place).is_some_and(|block| {
        let is_prose = matches!(
            block.kind,
            BlockKind::Heading(_) | BlockKind::Caption | BlockKind::Field(_)
        );
        block.kind.is_body() || is_prose
    })
}

/// Over how many paragraphs a quotation may go on without being opened again.
const LONGEST_RUN: usize = 6;

/// Whether a later paragraph closes the quotation with a mark that nothing opens.
fn is_closed_later(context: &Context<'_>, place: Place) -> bool {
    let reaches_end = |block: &Block| place.span.end >= block.text.trim_end().len();
    if !context.block(place).is_some_and(reaches_end) {
        return false;
    }
    context
        .paragraphs_after(place.block)
        .take(LONGEST_RUN)
        .take_while(|paragraph| paragraph.block.kind.is_body())
        .any(|paragraph| unopened(&paragraph.block.text).is_some())
}

fn finding(context: &Context<'_>, quotation: &Quotation) -> Option<Finding> {
    let place = quotation.place;
    let text = context.text(place);
    let mark = opening_mark(text)?;
    let rest = text.get(mark.len()..)?;
    let blank = rest.len() - rest.trim_start().len();
    let word = rest.split_whitespace().next().unwrap_or("");
    let shown = Place::new(
        place.block,
        Span::new(place.span.start, place.span.start + mark.len() + blank + word.len()),
    );
    let closing = closing_mark(mark);
    let at_end = insertion(
        context,
        place,
        text.trim_end().len(),
        closing,
        "Close the quotation at the end of the paragraph".to_owned(),
    );
    let before_tag = TAG.as_ref().and_then(|tag| tag.find(text)).and_then(|tag| {
        let stop = tag.as_str().chars().next().map_or(0, char::len_utf8);
        let title = format!("Close the quotation before “{}”", tag.as_str().get(stop..)?.trim());
        Some(insertion(context, place, tag.start() + stop, closing, title))
    });
    let finding = Finding::at(
        context.source_span(shown),
        "Missing closing quotation mark",
    )
    .help(
        "Add the mark after the speaker's last word. If the quotation goes on in the next paragraph, open that one with a \
         mark, too.",
    );
    Some(finding.fixes(before_tag.into_iter().chain([at_end])))
}

/// A stop and the words that say who spoke.
///
/// Matches ", she said" and "? asked Ana Weil"; not ", said the box" without a capital after it, nor " she said".
static TAG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const VERB: &str = "(?:said|says|told|added|asked|wrote|explained|replied|recalled|insisted|warned)";
    let name = format!("{CAPITAL}{LETTER}+");
    let pattern = format!(
        "[,.?!…] (?:(?:he|she|they|it|(?:{name} ?){{1,3}}|the [a-z]+) ?\\b{VERB}\\b|{VERB} (?:{name}|the [a-z]+))"
    );
    Regex::new(&pattern).ok()
});

fn opening_mark(text: &str) -> Option<&str> {
    let first = text.chars().next()?.len_utf8();
    match text.get(..first) {
        Some(mark @ ("'" | "`" | "‘" | "‚")) if text.get(first..).is_some_and(|rest| rest.starts_with(mark)) => {
            text.get(..2 * first)
        }
        mark => mark,
    }
}

fn closing_mark(opening: &str) -> &'static str {
    match opening {
        "“" | "”" => "”",
        "„" => "“",
        "«" => "»",
        "»" => "«",
        "‘" | "’" => "’",
        "‹" => "›",
        "''" | "``" => "''",
        "'" => "'",
        _ => "\"",
    }
}

fn insertion(context: &Context<'_>, place: Place, at: usize, mark: &str, title: String) -> Fix {
    let here = Span::new(place.span.start + at, place.span.start + at);
    let here = context.source_span(Place::new(place.block, here));
    Fix::suggest(title, [Edit::replace(here, mark)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::FixSafety;
    use crate::rules::testing::{findings, mended};

    #[test]
    fn the_tag_is_told_from_the_quoted_words() {
        let tag = |text: &'static str| TAG.as_ref().and_then(|tag| tag.find(text)).map(|found| found.as_str());
        assert_eq!(tag("“We are ready, she said."), Some(", she said"));
        assert_eq!(tag("“Ready? asked Ana Weil."), Some("? asked Ana"));
        assert_eq!(tag("“Open here, said a label"), None);
        assert_eq!(tag("“I know she said so"), None);
    }

    #[test]
    fn the_mark_is_offered_before_the_tag_and_at_the_end() {
        let text = "“We are ready, she said.";
        assert_eq!(mended(text, FixSafety::Suggest), "“We are ready,” she said.");
        let titles: Vec<String> = findings(text)[0].fixes.iter().map(|fix| fix.title.clone()).collect();
        assert_eq!(
            titles,
            [
                "Close the quotation before “she said”",
                "Close the quotation at the end of the paragraph"
            ]
        );
        for (text, wanted) in [
            ("Ana Weil said: \"We are ready.", "Ana Weil said: \"We are ready.\""),
            ("Ana Weil said: ''We are ready.", "Ana Weil said: ''We are ready.''"),
            ("Ana Weil said: «We are ready.", "Ana Weil said: «We are ready.»"),
            ("Ana Weil said: „We are ready 🙂.", "Ana Weil said: „We are ready 🙂.“"),
        ] {
            assert_eq!(mended(text, FixSafety::Suggest), wanted);
        }
    }
}
