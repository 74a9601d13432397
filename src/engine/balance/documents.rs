//! Documents that a draft cites: "according to the readout", "the report said". It leaves alone outlets and whoever may be a
//! person.

use crate::analysis::{Place, Quotation, QuotationKind, QuotationStatus, is_document};
use crate::engine::balance::types::{SourceShare, Standing};
use crate::engine::lookup::spaced;
use crate::engine::sources::{Said, SourceQuotation};
use crate::engine::types::Snapshot;

/// How sure it must be who speaks.
const SURE: f32 = 0.75;

/// The phrase for the document that says a quotation, or that it is taken from.
pub(super) fn document_of<'a>(snapshot: &'a Snapshot, quotation: &'a Quotation) -> Option<(Place, &'a str)> {
    if matches!(quotation.kind, QuotationKind::Mention) || quotation.status == QuotationStatus::None {
        return None;
    }
    if let Some(place) = quotation.source.filter(|place| is_document(snapshot.text_of(*place))) {
        return Some((place, snapshot.text_of(place)));
    }
    let speaker = quotation.speaker.as_ref().filter(|_| quotation.confidence >= SURE)?;
    let is_somebody = speaker.actor.is_some_and(|actor| {
        let actor = snapshot.actor(actor);
        actor.is_some_and(|actor| snapshot.named_mentions_of(actor).next().is_some())
    });
    (!is_somebody && is_document(&speaker.text)).then_some((speaker.place, speaker.text.as_str()))
}

/// Adds the documents of a draft that its list of sources lacks, and what they say. Linear in the quotations, and for each
/// in the documents.
pub(super) fn add_documents(snapshot: &Snapshot, shares: &mut Vec<SourceShare>) {
    for quotation in &snapshot.facts.quotations {
        let is_body = snapshot
            .markup
            .block_of(quotation.place)
            .is_some_and(|block| block.kind.is_body());
        let Some((place, phrase)) = document_of(snapshot, quotation).filter(|_| is_body) else {
            continue;
        };
        let name = spaced(phrase);
        let key = without_article(&name);
        let known = shares
            .iter()
            .position(|share| share.standing == Standing::Document && without_article(&share.name) == key);
        let at = known.unwrap_or_else(|| {
            shares.push(SourceShare {
                standing: Standing::Document,
                name: name.clone(),
                is_named: false,
                title: String::new(),
                entry: None,
                words: 0,
                quotations: Vec::new(),
                first: Some(snapshot.source_span(place)),
            });
            shares.len() - 1
        });
        // Marked words are there already, and what somebody says according to a document is theirs.
        let says_it = quotation.kind == QuotationKind::Indirect
            && quotation.speaker.as_ref().is_some_and(|speaker| speaker.place == place);
        if let Some(share) = shares.get_mut(at).filter(|_| says_it) {
            share.quotations.push(reported(snapshot, quotation));
        }
    }
}

fn reported(snapshot: &Snapshot, quotation: &Quotation) -> SourceQuotation {
    let said = |place| Said {
        text: spaced(snapshot.text_of(place)),
        span: snapshot.source_span(place),
    };
    SourceQuotation {
        kind: quotation.kind,
        parts: vec![said(quotation.place)],
        words: 0,
        speaker: quotation.speaker.as_ref().map(|speaker| said(speaker.place)),
        because: quotation.because.clone(),
        said: Vec::new(),
    }
}

/// "The readout", "a readout" and "readout" are one in a draft.
fn without_article(name: &str) -> String {
    let name = name.to_lowercase();
    let rest = ["the ", "a ", "an "]
        .iter()
        .find_map(|article| name.strip_prefix(article));
    rest.map_or(name.clone(), str::to_owned)
}
