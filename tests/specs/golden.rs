//! A draft as it comes from a wire, with everything in it, in `wire-story.txt`. People, places and companies are invented.

use copydesk::analysis::{EventStatus, Quotation, QuotationKind, QuotationStatus};
use copydesk::engine::Snapshot;
use copydesk::markup::Format;
use copydesk::text::Span;

use crate::analyse;

const DRAFT: &str = include_str!("wire-story.txt");

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
        .map(AsRef::as_ref)
        .filter(|quotation: &&Quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed))
        .collect()
}

/// The draft with everything between the end of the `nth` quotation and the end of its paragraph taken out.
fn without_tag(draft: &str, nth: usize) -> String {
    let snapshot = analyse(draft, Format::Plain);
    let quotation = quotations(&snapshot)[nth];
    let start = snapshot.source_span(quotation.place).end;
    let mut cut = draft.to_owned();
    cut.replace_range(start..snapshot.markup.blocks[quotation.place.block.0].span.end, "");
    cut
}

#[test]
fn three_marks_and_no_more() {
    let snapshot = analyse(DRAFT, Format::Plain);
    let marked = marked(&snapshot);
    let codes: Vec<&str> = marked.iter().map(|(code, _)| *code).collect();
    assert_eq!(
        codes,
        ["caption-in-body", "doubled-word", "altered-quote"],
        "{marked:#?}"
    );
    assert_eq!((marked[1].1, marked[2].1), ("opens", "(have)"));
    // The caption is the last sentence of the lead, with its credit.
    let (lead, caption) = (snapshot.markup.blocks[0].span, snapshot.findings[0].span);
    let before = Span::new(lead.start, caption.start).of(DRAFT).trim_end();
    assert_eq!(caption.end, lead.end);
    assert!(
        before.ends_with('.') && caption.covers(snapshot.findings[1].span),
        "{caption:?}"
    );
}

#[test]
fn every_quotation_has_its_speaker() {
    let snapshot = analyse(DRAFT, Format::Plain);
    let speakers: Vec<Option<&str>> = quotations(&snapshot)
        .iter()
        .map(|quotation| quotation.speaker.as_ref()?.resolved.as_deref())
        .collect();
    let (okkonen, feld) = (Some("Sanna Okkonen"), Some("Jonas Feld"));
    let wanted = [okkonen, okkonen, okkonen, okkonen, okkonen, feld, feld, feld, feld];
    assert_eq!(speakers, wanted, "{:#?}", quotations(&snapshot));
}

#[test]
fn every_kind_of_quotation_is_found() {
    let snapshot = analyse(DRAFT, Format::Plain);
    let found = &snapshot.facts.quotations;
    for kind in [
        QuotationKind::Direct,
        QuotationKind::Mixed,
        QuotationKind::Indirect,
        QuotationKind::Mention,
    ] {
        assert!(found.iter().any(|quotation| quotation.kind == kind), "{kind:?}");
    }
    for status in [
        QuotationStatus::Attributed,
        QuotationStatus::Carried,
        QuotationStatus::None,
    ] {
        assert!(found.iter().any(|quotation| quotation.status == status), "{status:?}");
    }
    let carried = quotations(&snapshot)[8];
    assert_eq!(carried.status, QuotationStatus::Carried);
    assert_eq!(snapshot.text_of(carried.place), "\"And I will sign it on Friday.\"");
}

/// The caption dates the draft, and a day of the week is read against it.
#[test]
fn times_and_events_are_found() {
    let snapshot = analyse(DRAFT, Format::Plain);
    let times: Vec<(&str, &str)> = (snapshot.facts.times.iter())
        .map(|time| (snapshot.text_of(time.place), time.value.as_str()))
        .collect();
    for wanted in [
        ("March 3, 2031", "2031-03-03"),
        ("a decade", "P10Y"),
        ("Tuesday", "2031-02-25"),
    ] {
        assert!(times.contains(&wanted), "{wanted:?} is not in {times:?}");
    }
    let events: Vec<(&str, EventStatus)> = (snapshot.facts.events.iter())
        .map(|event| (snapshot.text_of(event.trigger), event.status))
        .collect();
    for wanted in [
        ("close", EventStatus::Planned),
        ("dismissed", EventStatus::Done),
        ("arrested", EventStatus::Done),
    ] {
        assert!(events.contains(&wanted), "{wanted:?} is not in {events:?}");
    }
    let main = snapshot.facts.main_event.as_ref().unwrap();
    assert_eq!(
        main.who.map(|who| snapshot.text_of(who)),
        Some("Foreign Minister Sanna Okkonen")
    );
}

/// The fourth quotation has a pronoun for its speaker, and its draft goes on after the quotation.
#[test]
fn a_pronoun_cut_away_is_carried_over_or_missed() {
    assert_eq!(DRAFT.matches(", she said").count(), 1);
    let snapshot = analyse(&DRAFT.replace(", she said", ""), Format::Plain);
    let quotation = quotations(&snapshot)[3];
    let is_missed = marked(&snapshot).iter().any(|(code, _)| *code == "unattributed-quote");
    let is_carried = quotation.status == QuotationStatus::Carried && !quotation.because.is_empty();
    assert!(is_missed != is_carried, "{quotation:?}");
}

#[test]
fn tags_cut_away_in_neighbouring_paragraphs_are_missed() {
    let cut = without_tag(&DRAFT.replace(", she said", ""), 2);
    let snapshot = analyse(&cut, Format::Plain);
    let missed = snapshot.source_span(quotations(&snapshot)[2].place);
    assert!(
        snapshot
            .findings
            .iter()
            .any(|finding| finding.code == "unattributed-quote" && finding.span == missed),
        "{:#?}",
        marked(&snapshot)
    );
}
