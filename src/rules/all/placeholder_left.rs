//! Flags what holds the place of a missing word, and notes to the desk. It never fills in anything.
//!
//! ## What it flags
//!
//! “TK”, “XX” and “???” where a word or a figure is missing, notes in brackets (“[CHECK spelling]”, “(CQ)”, “[QUERY: who
//! says so?]”), “EDS:” at the start of a paragraph, “Lorem ipsum”, and the marks of a merge that nobody finished, in
//! running text, headings, captions and the prose of the front matter.
//!
//! ## Why it matters in a newsroom
//!
//! Each of these has been in print. A reporter puts it in so that the desk sees it, and it is the last thing that readers
//! should see.
//!
//! ## Example
//!
//! > Ana Weil, TK, leads the port of Brandvik [CHECK: since when?].
//!
//! ## Better
//!
//! > Ana Weil, 51, has led the port of Brandvik since 2029.
//!
//! ## When it is wrong
//!
//! Names (TK Maxx), Roman numerals (Super Bowl XX), chromosomes, sizes, cries (“What???”) and letters that are talked about
//! in quotation marks (“TK”) are left alone.

use crate::analysis::Place;
use crate::analysis::placeholders::PlaceholderKind;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "placeholder-left",
    name: "placeholder",
    summary: "a placeholder for a missing word, or a note to the desk",
    category: Category::Structure,
    level: Level::Error,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("placeholder_left.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for paragraph in context.paragraphs() {
        for placeholder in &paragraph.facts.placeholders {
            let place = Place::new(paragraph.id, placeholder.span);
            if is_talked_about(context, place) {
                continue;
            }
            let text = context.text(place);
            let (message, help) = match placeholder.kind {
                PlaceholderKind::Missing => (
                    format!("Something is missing here: “{text}”"),
                    "Fill it in, or cut the sentence.",
                ),
                PlaceholderKind::Note => (format!("Note to the desk: “{text}”"), "Answer it, then take it out."),
                PlaceholderKind::Filler => ("Filler text".to_owned(), "Put the real text here."),
                PlaceholderKind::Conflict => (
                    "Unresolved merge: two versions".to_owned(),
                    "Keep one version and delete the lines with the marks.",
                ),
            };
            findings.push(Finding::at(context.source_span(place), message).help(help));
        }
    }
}

/// Whether nothing but a pair of quotation marks is around it: then the letters themselves are meant.
fn is_talked_about(context: &Context<'_>, place: Place) -> bool {
    context.text_before(place).ends_with(['“', '"', '‘', '\'', '«', '„'])
        && context
            .text_after(place)
            .starts_with(['”', '"', '’', '\'', '»', '“', ',', '.'])
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::findings;

    #[test]
    fn the_message_says_what_kind_of_placeholder_it_is() {
        let found = findings("Ana Weil, TK, leads the port [CHECK: since when?]. She calls it “TK,” she said.");
        let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "Something is missing here: “TK”",
                "Note to the desk: “[CHECK: since when?]”"
            ]
        );
    }
}
