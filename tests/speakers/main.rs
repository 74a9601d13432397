//! Reads the drafts of `hard-cases.md` and compares what copydesk makes of their quotations with what stands there.

#![allow(clippy::unwrap_used)]

#[path = "../hard_cases/mod.rs"]
mod hard_cases;

use copydesk::analysis::{QuotationKind, QuotationStatus};
use copydesk::engine::{self, Cache, Draft};

#[test]
fn the_hard_cases_hold() {
    hard_cases::check("speakers/hard-cases.md", &["draft", "draft names"], |fence, draft| {
        quotations(draft, fence == "draft names")
    });
}

/// The quotations of a draft, each in a line; with the full name of its speaker where `names` asks for it.
fn quotations(text: &str, names: bool) -> Vec<String> {
    let draft = Draft {
        text: text.into(),
        ..Draft::default()
    };
    let snapshot = engine::analyse(&draft, &Cache::default(), copydesk::language::embedded());
    let facts = &snapshot.facts;
    facts
        .quotations
        .iter()
        .map(|quotation| {
            let marked = snapshot.text_of(quotation.place);
            let words = marked
                .trim_matches(['“', '”', '"', '‘', '’'])
                .trim_start_matches("''")
                .trim_end_matches("''");
            let full = quotation
                .speaker
                .as_ref()
                .filter(|_| names)
                .map_or_else(String::new, |speaker| {
                    format!(" = {}", speaker.resolved.as_deref().unwrap_or("left open"))
                });
            let speaker = quotation.speaker.as_ref().map_or("nobody", |speaker| &speaker.text);
            let kind = match quotation.kind {
                QuotationKind::Direct => "direct",
                QuotationKind::Mixed => "mixed",
                QuotationKind::Indirect => "indirect",
                QuotationKind::Mention => "mention",
            };
            let status = match quotation.status {
                QuotationStatus::Attributed => ", attributed",
                QuotationStatus::Carried => ", carried",
                QuotationStatus::Anonymous => ", anonymous",
                QuotationStatus::Unattributed => ", unattributed",
                QuotationStatus::None => "",
            };
            format!("{words}: {speaker}{full}, {kind}{status}")
        })
        .collect()
}
