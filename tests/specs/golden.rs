//! A draft as it comes from a wire, with everything in it. The draft is not part of the project: where it is not at hand,
//! the tests pass and say so.

use copydesk::analysis::{Quotation, QuotationKind, QuotationStatus};
use copydesk::engine::Snapshot;
use copydesk::markup::Format;
use copydesk::text::Span;

use crate::{analyse, root};

/// Looked for in the folders beside the project.
const NAME: &str = "drafts/summit-call.txt";

/// The draft, or nothing with a word on standard error.
fn draft() -> Option<String> {
    let folders = root().parent().and_then(|beside| std::fs::read_dir(beside).ok());
    let draft = folders
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .find_map(|folder| std::fs::read_to_string(folder.path().join(NAME)).ok());
    if draft.is_none() {
        eprintln!("skipped: {NAME} is in no folder beside the project");
    }
    draft
}

fn marked(snapshot: &Snapshot) -> Vec<(&'static str, &str)> {
    snapshot
        .findings
        .iter()
        .map(|finding| (finding.code, finding.span.of(&snapshot.text)))
        .collect()
}

/// The quotations that need a speaker, in order.
fn quotations(snapshot: &Snapshot) -> Vec<&Quotation> {
    snapshot
        .facts
        .quotations
        .iter()
        .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .collect()
}

/// The draft with everything between the end of the `nth` quotation and the end of its paragraph taken out.
fn without_tag(draft: &str, nth: usize) -> String {
    let snapshot = analyse(draft, Format::Plain);
    let quotation = quotations(&snapshot)[nth];
    let start = snapshot.source_span(quotation.place).end;
    let mut cut = draft.to_owned();
    cut.replace_range(start..snapshot.markup.blocks[quotation.place.block].span.end, "");
    cut
}

#[test]
fn three_marks_and_no_more() {
    let Some(draft) = draft() else { return };
    let snapshot = analyse(&draft, Format::Plain);
    let marked = marked(&snapshot);
    let codes: Vec<&str> = marked.iter().map(|(code, _)| *code).collect();
    assert_eq!(
        codes,
        ["caption-in-body", "doubled-word", "altered-quote"],
        "{marked:#?}"
    );
    assert_eq!((marked[1].1, marked[2].1), ("delivers", "(have)"));
    // The caption is the last sentence of the lead, with its credit.
    let (lead, caption) = (snapshot.markup.blocks[0].span, snapshot.findings[0].span);
    let before = Span::new(lead.start, caption.start).of(&draft).trim_end();
    assert_eq!(caption.end, lead.end);
    assert!(
        before.ends_with('.') && caption.covers(snapshot.findings[1].span),
        "{caption:?}"
    );
}

#[test]
fn every_quotation_has_its_speaker() {
    let Some(draft) = draft() else { return };
    let snapshot = analyse(&draft, Format::Plain);
    let speakers: Vec<Option<&str>> = quotations(&snapshot)
        .iter()
        .map(|quotation| quotation.speaker.as_ref()?.resolved.as_deref())
        .collect();
    let mut wanted = [Some("Wang Yi"); 7];
    wanted[6] = Some("Donald Trump");
    assert_eq!(speakers, wanted, "{:#?}", quotations(&snapshot));
}

/// The fifth quotation has a pronoun for its speaker, and its draft goes on behind the quotation.
#[test]
fn a_pronoun_cut_away_is_carried_over_or_missed() {
    let Some(draft) = draft() else { return };
    assert_eq!(draft.matches(", he said").count(), 1);
    let snapshot = analyse(&draft.replace(", he said", ""), Format::Plain);
    let quotation = quotations(&snapshot)[4];
    let is_missed = marked(&snapshot).iter().any(|(code, _)| *code == "unattributed-quote");
    let is_carried = quotation.status == QuotationStatus::Carried && !quotation.because.is_empty();
    assert!(is_missed != is_carried, "{quotation:?}");
}

#[test]
fn tags_cut_away_in_neighbouring_paragraphs_are_missed() {
    let Some(draft) = draft() else { return };
    let cut = without_tag(&draft.replace(", he said", ""), 3);
    let snapshot = analyse(&cut, Format::Plain);
    let missed = snapshot.source_span(quotations(&snapshot)[3].place);
    assert!(
        snapshot
            .findings
            .iter()
            .any(|finding| finding.code == "unattributed-quote" && finding.span == missed),
        "{:#?}",
        marked(&snapshot)
    );
}
