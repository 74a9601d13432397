//! Quotations as `extract` writes them. It judges none of them.

use std::sync::Arc;

use crate::analysis as facts;
use crate::analysis::{QuotationKind, QuotationStatus};
use crate::render::facts::spot::Spot;
use crate::render::facts::spots::{Spots, actor_id};
use crate::render::facts::types::{Quote, Speaker};
use crate::text::Span;

/// The whole content of each quotation: one that runs on over paragraphs without a frame of its own in the later ones
/// has that of all of them.
pub(super) fn contents(quotations: &[Arc<facts::Quotation>], spots: &Spots<'_>) -> Vec<Spot> {
    let snapshot = spots.snapshot;
    let mut contents: Vec<Spot> = quotations
        .iter()
        .map(|quotation| spots.spot(quotation.content))
        .collect();
    let style = |quotation: &facts::Quotation| {
        let mut marks = snapshot.text_of(quotation.place).chars();
        (marks.next(), marks.next().filter(|mark| *mark == '\''))
    };
    let mut run: Vec<usize> = Vec::new();
    for (index, quotation) in quotations.iter().enumerate() {
        if quotation.kind == QuotationKind::Indirect {
            continue;
        }
        run.push(index);
        let goes_on = quotations
            .get(index + 1..)
            .and_then(|later| later.iter().find(|later| later.kind != QuotationKind::Indirect))
            .is_some_and(|later| {
                quotation.kind == QuotationKind::Direct
                    && later.status == QuotationStatus::Carried
                    && later.group == quotation.group
                    && later.place.block == quotation.place.block.next()
                    && (quotation.runs_on || snapshot.ends_block(quotation.place))
                    && style(quotation) == style(later)
            });
        if goes_on {
            continue;
        }
        if let (Some(first), Some(last)) = (run.first(), run.last())
            && first != last
            && let (Some(first), Some(last)) = (quotations.get(*first), quotations.get(*last))
        {
            let (first, last) = (snapshot.source_span(first.content), snapshot.source_span(last.content));
            let whole = spots.stretch(Span::new(first.start, last.end.max(first.end)));
            for part in &run {
                if let Some(slot) = contents.get_mut(*part) {
                    *slot = whole.clone();
                }
            }
        }
        run.clear();
    }
    contents
}

pub(super) fn quote(quotation: &facts::Quotation, content: Spot, spots: &Spots<'_>) -> Quote {
    Quote {
        at: spots.spot(quotation.place),
        kind: match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Mixed => "mixed",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Mention => "mention",
        },
        content,
        speaker: quotation.speaker.as_ref().map(|speaker| Speaker {
            at: Spot {
                text: speaker.text.clone(),
                ..spots.spot(speaker.place)
            },
            resolved: speaker.resolved.clone(),
            actor: speaker.actor.map(actor_id),
        }),
        cue: quotation.cue.as_ref().map(|cue| spots.spot(cue.place)),
        source: quotation.source.map(|source| spots.spot(source)),
        status: match quotation.status {
            QuotationStatus::Attributed => "attributed",
            QuotationStatus::Carried => "carried",
            QuotationStatus::Anonymous => "anonymous",
            QuotationStatus::Unattributed => "unattributed",
            QuotationStatus::None => "none",
        },
        group: quotation.group,
        confidence: rounded(quotation.confidence),
        because: quotation.because.clone(),
    }
}

/// Two decimals: more would claim a precision that no confidence has, and differ between machines for nothing.
pub(super) fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence.clamp(0.0, 1.0)) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_is_a_plain_number() {
        assert_eq!(serde_json::to_string(&rounded(0.85)).unwrap(), "0.85");
        assert_eq!(serde_json::to_string(&rounded(f32::NAN.max(2.0))).unwrap(), "1.0");
    }
}
