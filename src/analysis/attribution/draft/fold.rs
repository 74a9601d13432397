//! Goes over the blocks of a draft in order and gives its quotations the speakers that the paragraph before hands on. What is
//! handed on and taken over is decided in the files next to this one.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::attribution::draft::chain::{LONGEST_CHAIN, hand_on, speakers};
use crate::analysis::attribution::draft::people::note_genders;
use crate::analysis::attribution::draft::section::Section;
use crate::analysis::attribution::draft::types::{FoldState, HandedOn, Here};
use crate::analysis::attribution::draft::{carry, interrupted, place, repeated, running, signature, spoken, suggest};
use crate::analysis::attribution::types::{Quotation, Speech};
use crate::analysis::interviews::Interview;
use crate::markup::{BlockId, BlockKind, Markup};

/// Folds the quotations of the blocks; speakers are mentions, not yet actors.
#[must_use]
pub fn fold(markup: &Markup, facts: &[Arc<BlockFacts>], interview: &Interview) -> Vec<Arc<Quotation>> {
    let sign_offs = signature::sign_offs(markup);
    let draft = DraftBlocks {
        markup,
        facts,
        interview,
        sign_offs: &sign_offs,
    };
    let mut walk = SpeakerWalk::new(draft, Section::default());
    (0..facts.len()).for_each(|index| walk.step(BlockId(index)));
    let mut quotations = walk.quotations;
    repeated::lend(markup, &mut quotations);
    quotations
}

/// What is walked over.
#[derive(Clone, Copy)]
pub struct DraftBlocks<'a> {
    pub markup: &'a Markup,
    pub facts: &'a [Arc<BlockFacts>],
    pub interview: &'a Interview,
    /// The names with which reporters sign off.
    pub sign_offs: &'a [String],
}

/// The walk, at the block after those that it has been over.
pub struct SpeakerWalk<'a> {
    draft: DraftBlocks<'a>,
    /// The quotations so far.
    pub quotations: Vec<Arc<Quotation>>,
    pub section: Section<'a>,
    handed_on: HandedOn,
    groups: usize,
    before: Option<BlockId>,
}

impl<'a> SpeakerWalk<'a> {
    /// The walk before the first block.
    pub fn new(draft: DraftBlocks<'a>, section: Section<'a>) -> Self {
        Self {
            draft,
            quotations: Vec::new(),
            section,
            handed_on: HandedOn::default(),
            groups: 0,
            before: None,
        }
    }

    /// The walk before a block before which all was like this; `earlier` are the quotations before those that the state has.
    pub fn at(draft: DraftBlocks<'a>, section: Section<'a>, state: &FoldState, earlier: &[Arc<Quotation>]) -> Self {
        let FoldState {
            handed_on,
            heard,
            groups,
            before,
            near,
        } = state.clone();
        Self {
            draft,
            quotations: [earlier, &near].concat(),
            section: Section { heard, ..section },
            handed_on,
            groups,
            before,
        }
    }

    /// All of the walk so far that the block `next` and those after it may see or change, but for genders.
    pub fn state(&self, next: BlockId) -> FoldState {
        let all = &self.quotations;
        // A running quotation is joined with its parts so far back, and with one quotation more.
        let reach = all.partition_point(|quotation| quotation.place.block.0 + LONGEST_CHAIN < next.0);
        let of_before = self.before.map_or(all.len(), |before| {
            all.partition_point(|quotation| quotation.place.block < before)
        });
        let near = all.get(of_before.min(reach.saturating_sub(1))..);
        FoldState {
            handed_on: self.handed_on.clone(),
            heard: self.section.heard.clone(),
            groups: self.groups,
            before: self.before,
            near: near.unwrap_or_default().to_vec(),
        }
    }

    /// Goes over the next block.
    pub fn step(&mut self, id: BlockId) {
        let Some((block, facts)) = id.of(&self.draft.markup.blocks).zip(id.of(self.draft.facts)) else {
            return;
        };
        let here = Here { id, block, facts };
        let mut own = place::placed(here, &mut self.groups);
        signature::take_from_reporter(&mut own, &block.text, self.draft.sign_offs);
        if !is_aside(&block.kind) {
            self.follow(here, &mut own);
        }
        self.quotations.extend(own.into_iter().map(Arc::new));
    }

    /// Follows who speaks into a block with these quotations.
    fn follow(&mut self, here: Here<'_>, own: &mut Vec<Quotation>) {
        let DraftBlocks { markup, interview, .. } = self.draft;
        let speech = &here.facts.speech;
        if let Some(part) = interview.spoken_in(here.id) {
            let mut starts = speech.quotations.iter().map(|quotation| quotation.span.start);
            let is_marked = starts.any(|start| start == part.words.span.start);
            spoken::speak(markup, own, part, is_marked, &mut self.groups);
            (self.handed_on, self.before) = (HandedOn::default(), None);
            return;
        }
        if breaks_chain(&here.block.kind) {
            (self.handed_on, self.before) = (HandedOn::default(), None);
            self.section.begin();
            return;
        }
        if let Some(voice) = signature::of_block(markup, here.id, speech, self.quotations.last()) {
            signature::sign(&mut self.quotations, here, voice);
            (self.handed_on, self.before) = (HandedOn::default(), None);
            return;
        }
        note_genders(here.block, here.facts, &mut self.section.genders);
        interrupted::contest(own, here, &self.section.genders, &mut self.groups);
        let runs = running::run_on(&mut self.quotations, own, here.block, self.before);
        carry::take_over(own, here, &self.handed_on, &self.section, runs);
        if runs {
            running::join_run(&mut self.quotations, own);
        }
        suggest::suggest(own, here.id, speech, self.before());
        self.handed_on = hand_on(own, here, &self.handed_on, &self.section);
        speakers(here).for_each(|speaker| self.section.note(speaker));
        self.before = Some(here.id);
    }

    /// The paragraph before.
    fn before(&self) -> Option<(BlockId, &'a Speech)> {
        let id = self.before?;
        Some((id, &id.of(self.draft.facts)?.speech))
    }
}

/// Captions, slugs and fields are between paragraphs and separate none.
fn is_aside(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Caption | BlockKind::Furniture(_) | BlockKind::Field(_))
}

/// Whoever spoke before a heading or a table does not go on speaking after it.
fn breaks_chain(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::TableCell)
}
