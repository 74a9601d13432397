//! The note that asks the reporter about a finding, for the findings that only the reporter can settle. It asks nothing where an edit
//! is all that is needed.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

use crate::analysis::{Place, Quotation, QuotationKind};
use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::rules::{Edit, Finding, Fix, FixSafety};
use crate::text::{Span, table};

/// The note as a fix: right after the words in question, or after the quotation that they are in. `None` where nothing is to be asked,
/// and outside the running text, where a note would be printed or break a field.
pub(super) fn query(snapshot: &Snapshot, finding: &Finding) -> Option<Fix> {
    let question = QUESTIONS.get(finding.code)?;
    let (block, at) = snapshot.locate(finding.span.end)?;
    let is_running_text = block
        .of(&snapshot.markup.blocks)
        .is_some_and(|block| block.kind.is_body());
    let place = Some(Place::new(block, Span::new(at, at))).filter(|_| is_running_text)?;
    let end = after_quotation(snapshot, place).unwrap_or_else(|| after_word(&snapshot.text, finding.span.end));
    Some(asking(question, end))
}

/// The note with a question, at a byte of the source. `placeholder-left` finds notes of this form, so that none is printed.
pub(super) fn asking(question: &str, at: usize) -> Fix {
    Fix {
        title: format!("Query the reporter: {question}"),
        safety: FixSafety::Suggest,
        edits: vec![Edit::replace(Span::new(at, at), format!(" [CHECK: {question}]"))],
    }
}

static QUESTIONS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    table::rows(include_str!("queries.tsv"))
        .map(|[code, question]| (code, question))
        .collect()
});

/// The end of the quotation around a place: nothing goes between a speaker's words.
fn after_quotation(snapshot: &Snapshot, place: Place) -> Option<usize> {
    let mut quotations = in_block(&snapshot.facts.quotations, place.block, |quotation| quotation.place);
    let is_around = |quotation: &&Arc<Quotation>| {
        let is_marked = matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed);
        is_marked && quotation.closed && quotation.place.covers(place)
    };
    let quotation = quotations.find(is_around)?;
    Some(snapshot.source_span(quotation.place).end)
}

/// The end of the word that ends at a byte: “Weil’s” is one.
fn after_word(source: &str, at: usize) -> usize {
    let rest = source.get(at..).unwrap_or("");
    let ending = ["'s", "’s"].iter().find(|ending| rest.starts_with(**ending));
    at + ending.map_or(0, |ending| ending.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::snapshot;
    use crate::rules;

    /// What a draft is after the note about its first finding of a rule.
    fn asked(text: &str, code: &str) -> Option<String> {
        let snapshot = snapshot(text);
        let finding = snapshot.findings.iter().find(|finding| finding.code == code);
        let fix = query(&snapshot, finding.expect(code))?;
        let edit = fix.edits.first()?;
        let mut text = text.to_owned();
        text.replace_range(edit.span.start..edit.span.end, &edit.text);
        Some(text)
    }

    #[test]
    fn the_note_is_behind_the_words_in_question_and_is_found_again() {
        let draft = "Rosa Marr, the county engineer, spoke.\n\nMarr, the county clerk, left.\n";
        let noted = asked(draft, "title-conflict").unwrap();
        assert!(
            noted.ends_with("Marr, the county clerk [CHECK: which title is right?], left.\n"),
            "{noted}"
        );
        let again = snapshot(&noted);
        assert!(again.findings.iter().any(|finding| finding.code == "placeholder-left"));
        let draft = "They gave $5 and $7, for a total of $13.\n";
        assert_eq!(
            asked(draft, "sum-mismatch").unwrap(),
            "They gave $5 and $7, for a total of $13 [CHECK: which figure is right?].\n"
        );
    }

    #[test]
    fn the_note_is_never_between_the_words_of_a_speaker() {
        let draft = "“They gave $5 and $7, for a total of $13, I think,” Rosa Marr said.\n";
        assert_eq!(
            asked(draft, "sum-mismatch").unwrap(),
            "“They gave $5 and $7, for a total of $13, I think,” [CHECK: which figure is right?] Rosa Marr said.\n"
        );
    }

    #[test]
    fn nothing_is_asked_where_an_edit_is_all_that_is_needed() {
        assert_eq!(asked("They met at the the pier.\n", "doubled-word"), None);
    }

    #[test]
    fn questions_are_about_rules_that_there_are() {
        assert_eq!(table::lines(include_str!("queries.tsv")).count(), QUESTIONS.len());
        for code in QUESTIONS.keys() {
            assert!(rules::find(code).is_some(), "{code}");
        }
    }
}
