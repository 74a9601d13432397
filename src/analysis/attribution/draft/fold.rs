//! Goes over the blocks of a draft in order and gives its quotations the speakers that the paragraph before hands on. What is
//! handed on and taken over is decided in the files next to this one.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::attribution::draft::chain::{hand_on, speakers};
use crate::analysis::attribution::draft::people::note_genders;
use crate::analysis::attribution::draft::section::Section;
use crate::analysis::attribution::draft::types::{HandedOn, Here};
use crate::analysis::attribution::draft::{carry, place, running, signature, spoken, suggest};
use crate::analysis::attribution::types::{Quotation, Speech};
use crate::analysis::interviews::Interview;
use crate::markup::{BlockId, BlockKind, Markup};

/// Folds the quotations of the blocks; speakers are mentions, not yet actors.
#[must_use]
pub fn fold(markup: &Markup, facts: &[Arc<BlockFacts>], interview: &Interview) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut handed_on = HandedOn::default();
    let mut section = Section::default();
    let mut groups = 0;
    let mut before: Option<(BlockId, &Speech)> = None;
    let sign_offs = signature::sign_offs(markup);
    for (id, (block, facts)) in BlockId::number(markup.blocks.iter().zip(facts)) {
        let speech = &facts.speech;
        let first = quotations.len();
        place::push_all(id, speech, &mut groups, &mut quotations);
        if !sign_offs.is_empty() {
            signature::take_from_reporter(quotations.get_mut(first..).unwrap_or(&mut []), &block.text, &sign_offs);
        }
        if is_aside(&block.kind) {
            continue;
        }
        if let Some(part) = interview.spoken_in(id) {
            let is_marked = speech
                .quotations
                .iter()
                .any(|quotation| quotation.span.start == part.words.span.start);
            spoken::speak(&mut quotations, first, part, is_marked, &mut groups);
            (handed_on, before) = (HandedOn::default(), None);
            continue;
        }
        if breaks_chain(&block.kind) {
            (handed_on, before) = (HandedOn::default(), None);
            section.begin();
            continue;
        }
        if let Some(voice) = signature::of_block(markup, id, speech) {
            signature::sign(&mut quotations, first, id, voice);
            (handed_on, before) = (HandedOn::default(), None);
            continue;
        }
        let here = Here { id, block, facts };
        note_genders(block, facts, &mut section.genders);
        let runs = running::run_on(&mut quotations, first, block, before.map(|(block, _)| block));
        let (_, own) = quotations.split_at_mut(first);
        carry::take_over(own, here, &handed_on, &section, runs);
        if runs {
            running::join_run(&mut quotations, first);
        }
        suggest::suggest(&mut quotations, first, id, speech, before);
        let own = quotations.get(first..).unwrap_or(&[]);
        handed_on = hand_on(own, here, handed_on.carried.as_ref(), &section);
        speakers(here).for_each(|speaker| section.note(&speaker));
        before = Some((id, speech));
    }
    place::name_speakers(markup, &mut quotations);
    quotations
}

/// Captions, slugs and fields are between paragraphs and separate none.
fn is_aside(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Caption | BlockKind::Furniture(_) | BlockKind::Field(_))
}

/// Whoever spoke before a heading or a table does not go on speaking after it.
fn breaks_chain(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::TableCell)
}
