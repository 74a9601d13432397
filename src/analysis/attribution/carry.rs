//! Speakers that go on over paragraphs: running quotations, lead-ins, free-standing quotations. The fold is linear.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::Place;
use crate::analysis::attribution::handing_on::{Carried, LONGEST_CHAIN, Link, hand_on};
use crate::analysis::attribution::local::{LocalQuotation, Speech};
use crate::analysis::attribution::types::{Cue, Quotation, QuotationKind, QuotationStatus, Speaker};
use crate::analysis::attribution::voice::Voice;
use crate::markup::{Block, BlockKind, Markup};
use crate::text::Span;

/// Folds the quotations of the blocks; speakers are mentions, not yet actors.
#[must_use]
pub fn fold(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut carried: Option<Carried> = None;
    let mut groups = 0;
    let mut before: Option<(usize, &Speech)> = None;
    for (index, (block, facts)) in markup.blocks.iter().zip(facts).enumerate() {
        let speech = &facts.speech;
        if matches!(
            block.kind,
            BlockKind::Caption | BlockKind::Furniture(_) | BlockKind::Field(_)
        ) {
            push_all(index, speech, &mut groups, &mut quotations);
            continue;
        }
        let first = quotations.len();
        push_all(index, speech, &mut groups, &mut quotations);
        if matches!(block.kind, BlockKind::Heading(_) | BlockKind::TableCell) {
            carried = None;
            before = None;
            continue;
        }
        // A dash in front of a name that signs a quotation looks like the mark of a list of one item.
        let behind_prose = index.checked_sub(1).and_then(|before| markup.blocks.get(before));
        let listed = speech.name_alone.as_ref().filter(|_| {
            block.kind == BlockKind::ListItem && behind_prose.is_some_and(|before| before.kind != BlockKind::ListItem)
        });
        if let Some(voice) = speech.signature.as_ref().or(listed) {
            sign(&mut quotations, first, index, voice);
            carried = None;
            before = None;
            continue;
        }
        let runs = run_on(&mut quotations, first, block, before.map(|(block, _)| block));
        if let Some(from) = &carried {
            take_over(&mut quotations, first, block, from, runs);
        }
        if runs {
            join_run(&mut quotations, first);
        }
        suggest(&mut quotations, first, index, speech, before);
        carried = hand_on(&quotations, first, index, block, speech, carried.as_ref());
        before = Some((index, speech));
    }
    for speaker in quotations.iter_mut().filter_map(|quotation| quotation.speaker.as_mut()) {
        if let Some(block) = markup.blocks.get(speaker.place.block) {
            speaker.place.span.of(&block.text).clone_into(&mut speaker.text);
        }
    }
    quotations
}

fn push_all(index: usize, speech: &Speech, groups: &mut usize, quotations: &mut Vec<Quotation>) {
    let offset = *groups;
    for local in &speech.quotations {
        *groups = (*groups).max(offset + local.group + 1);
        quotations.push(global(index, local, offset));
    }
}

fn global(index: usize, local: &LocalQuotation, offset: usize) -> Quotation {
    let at = |span: Span| Place::new(index, span);
    let mut quotation = Quotation {
        place: at(local.span),
        content: at(local.content),
        kind: local.kind,
        closed: local.closed,
        runs_on: false,
        speaker: None,
        cue: None,
        source: None,
        addressee: None,
        status: local.status,
        group: offset + local.group,
        confidence: local.confidence,
        because: local.because.clone(),
        insertions: local.insertions.iter().copied().map(at).collect(),
        candidates: Vec::new(),
    };
    if let Some(voice) = &local.voice {
        give(&mut quotation, index, voice);
    }
    quotation
}

/// Writes a voice that stands in block `index` into a quotation.
fn give(quotation: &mut Quotation, index: usize, voice: &Voice) {
    let at = |span: Span| Place::new(index, span);
    quotation.speaker = Some(Speaker {
        place: at(voice.speaker),
        text: String::new(),
        resolved: None,
        actor: None,
    });
    quotation.cue = Some(Cue {
        place: at(voice.cue),
        lemma: voice.lemma.clone(),
    });
    quotation.source = voice.source.map(at);
    quotation.addressee = voice.addressee.map(at);
}

/// Whether the first quotation of a block goes on with the open one that ends the block before; marks the open one.
fn run_on(quotations: &mut [Quotation], first: usize, block: &Block, before: Option<usize>) -> bool {
    let Some(before) = before else { return false };
    let starts = quotations.get(first).is_some_and(|quotation| {
        quotation.kind != QuotationKind::Indirect
            && block.text.trim_start().len() == block.text.len() - quotation.place.span.start
    });
    let open = quotations
        .get_mut(..first)
        .and_then(|earlier| {
            earlier
                .iter_mut()
                .rev()
                .find(|quotation| quotation.kind != QuotationKind::Indirect)
        })
        .filter(|quotation| quotation.place.block == before && !quotation.closed);
    match open {
        Some(open) if starts => {
            open.runs_on = true;
            true
        }
        _ => false,
    }
}

/// Gives the quotation right before a signature to the one who signs.
fn sign(quotations: &mut [Quotation], first: usize, index: usize, voice: &Voice) {
    let Some(last) = quotations.get_mut(..first).and_then(|earlier| earlier.last_mut()) else {
        return;
    };
    let free = matches!(last.status, QuotationStatus::Unattributed | QuotationStatus::Carried);
    if free && last.place.block + 1 == index && last.kind == QuotationKind::Direct {
        give(last, index, voice);
        last.status = QuotationStatus::Attributed;
        last.confidence = 0.9;
        last.candidates.clear();
        "named behind the dash in the line below".clone_into(&mut last.because);
    }
}

/// Gives quotations at the head of a block the speaker of the block before.
fn take_over(quotations: &mut [Quotation], first: usize, block: &Block, from: &Carried, runs: bool) {
    let free = quotations.get(first).is_some_and(|quotation| is_free(quotation, block));
    let Some(here) = quotations.get_mut(first..) else {
        return;
    };
    let Some(group) = here.first().map(|quotation| quotation.group) else {
        return;
    };
    if !(free || runs) {
        return;
    }
    let (confidence, because) = match from.how {
        _ if runs => (0.9, "goes on with the open quotation of the paragraph before"),
        Link::LeadIn => (0.75, "led in by the end of the paragraph before"),
        Link::Quotation => (0.85, "stands free behind a quotation of the same speaker"),
        Link::Indirect => (
            0.55,
            "stands free behind what the paragraph before reports of the speaker",
        ),
    };
    for quotation in here {
        let same = quotation.group == group || quotation.status == QuotationStatus::Unattributed;
        if quotation.status != QuotationStatus::Unattributed || !same || quotation.kind == QuotationKind::Mixed && !runs
        {
            continue;
        }
        quotation.status = if from.status == QuotationStatus::Anonymous {
            from.status
        } else {
            QuotationStatus::Carried
        };
        quotation.confidence = confidence;
        because.clone_into(&mut quotation.because);
        quotation.speaker = Some(Speaker {
            place: Place::new(from.block, from.voice.speaker),
            text: String::new(),
            resolved: None,
            actor: None,
        });
        quotation.cue = Some(Cue {
            place: Place::new(from.block, from.voice.cue),
            lemma: from.voice.lemma.clone(),
        });
        quotation.source = from.voice.source.map(|span| Place::new(from.block, span));
        if from.how == Link::Quotation || runs {
            quotation.group = from.group;
        }
    }
}

/// Whether a quotation stands at the head of its block without a frame of its own.
fn is_free(quotation: &Quotation, block: &Block) -> bool {
    quotation.status == QuotationStatus::Unattributed
        && quotation.kind == QuotationKind::Direct
        && (block.in_quote
            || block
                .text
                .get(..quotation.place.span.start)
                .is_some_and(|head| head.trim().is_empty()))
}

/// The parts of a running quotation are one group, and the frame of a later part names the speaker of the earlier ones.
fn join_run(quotations: &mut [Quotation], first: usize) {
    let Some(later) = quotations.get(first).cloned() else {
        return;
    };
    let Some(earlier) = quotations
        .get(..first)
        .and_then(|earlier| earlier.iter().rev().find(|quotation| quotation.runs_on))
    else {
        return;
    };
    let (old, group) = (later.group, earlier.group);
    // A name inside the run outweighs the one that was carried to its beginning.
    let loose = |status: QuotationStatus| {
        status == QuotationStatus::Unattributed
            || status == QuotationStatus::Carried && later.status == QuotationStatus::Attributed
    };
    let unknown = loose(earlier.status) && later.speaker.is_some();
    for quotation in quotations.iter_mut().rev() {
        if quotation.group == old {
            quotation.group = group;
        }
        if unknown && quotation.group == group && loose(quotation.status) {
            quotation.speaker.clone_from(&later.speaker);
            quotation.cue.clone_from(&later.cue);
            quotation.source = later.source;
            quotation.status = later.status;
            quotation.confidence = later.confidence * 0.95;
            "goes on in the next paragraph, which names the speaker".clone_into(&mut quotation.because);
        }
        if quotation.place.block + LONGEST_CHAIN < later.place.block {
            break;
        }
    }
}

/// Names the nearest noun phrases that could have spoken, for the reader of a finding.
fn suggest(
    quotations: &mut [Quotation],
    first: usize,
    index: usize,
    speech: &Speech,
    before: Option<(usize, &Speech)>,
) {
    let near = speech.candidates.iter().map(|&span| Place::new(index, span));
    let far = before
        .into_iter()
        .flat_map(|(block, speech)| speech.candidates.iter().map(move |&span| Place::new(block, span)));
    let mut candidates: Vec<Place> = Vec::new();
    for place in near.chain(far) {
        if candidates.len() < 3 && !candidates.contains(&place) {
            candidates.push(place);
        }
    }
    for quotation in quotations.get_mut(first..).unwrap_or(&mut []) {
        if quotation.status == QuotationStatus::Unattributed {
            quotation.candidates.clone_from(&candidates);
            if quotation.because.is_empty() {
                "no cue in its sentence, its paragraph or the paragraph before".clone_into(&mut quotation.because);
            }
        }
    }
}
