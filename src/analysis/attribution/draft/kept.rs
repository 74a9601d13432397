//! The speakers of one version of a draft after the other: the walk begins at the first block that changed and ends where all is
//! as it was. It gives nobody a speaker.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::attribution::draft::fold::{DraftBlocks, SpeakerWalk};
use crate::analysis::attribution::draft::genders::{Genders, NotedGenders, UsedNames};
use crate::analysis::attribution::draft::section::Section;
use crate::analysis::attribution::draft::types::FoldState;
use crate::analysis::attribution::draft::{repeated, signature};
use crate::analysis::attribution::types::Quotation;
use crate::analysis::change::Change;
use crate::analysis::interviews::Interview;
use crate::markup::{Block, BlockId, Markup};

/// What the walk over one version leaves for the next.
#[derive(Debug, Default)]
pub struct KeptSpeakers {
    quotations: Vec<Arc<Quotation>>,
    /// The state before each block, and after the last.
    states: Vec<FoldState>,
    /// The names that each block used.
    used: Vec<UsedNames>,
    noted: NotedGenders,
    /// Whether each block ends as if a reporter signed it off.
    signed: Vec<bool>,
    sign_offs: Vec<String>,
}

/// The same as [`super::fold`], for one version after the other. `change` says what changed since `kept` was left; nothing if that
/// is not known.
#[must_use]
pub fn fold_again(
    markup: &Markup,
    facts: &[Arc<BlockFacts>],
    interview: &Interview,
    kept: &mut KeptSpeakers,
    change: Option<&Change>,
) -> Vec<Arc<Quotation>> {
    let mut last = std::mem::take(kept);
    let sign_offs = last.renew_sign_offs(markup, change);
    let draft = DraftBlocks {
        markup,
        facts,
        interview,
        sign_offs: &sign_offs,
    };
    // A line of an interview may be said by whoever is named far away.
    if !interview.spoken.is_empty() {
        return super::fold(markup, facts, interview);
    }
    let signed = std::mem::take(&mut last.signed);
    let change = change.filter(|_| last.sign_offs == sign_offs && !last.states.is_empty());
    *kept = match change {
        Some(change) => again(draft, last, change),
        None => from_start(draft),
    };
    (kept.signed, kept.sign_offs) = (signed, sign_offs);
    // What is kept has no speaker from elsewhere: that place may be gone in the next version.
    let mut quotations = kept.quotations.clone();
    repeated::lend(markup, &mut quotations);
    quotations
}

/// Walks over all blocks.
fn from_start(draft: DraftBlocks<'_>) -> KeptSpeakers {
    let section = Section {
        genders: Genders::recording(),
        ..Section::default()
    };
    let mut walk = SpeakerWalk::new(draft, section);
    let mut walked = Steps::default();
    for id in (0..draft.facts.len()).map(BlockId) {
        let state = walk.state(id);
        walked.step(&mut walk, id, state);
    }
    walked.end(&walk, draft.facts.len());
    KeptSpeakers {
        noted: NotedGenders::of(&walked.used),
        quotations: walk.quotations,
        states: walked.states,
        used: walked.used,
        ..KeptSpeakers::default()
    }
}

/// What was seen on the way.
#[derive(Default)]
struct Steps {
    states: Vec<FoldState>,
    used: Vec<UsedNames>,
}

impl Steps {
    fn step(&mut self, walk: &mut SpeakerWalk<'_>, id: BlockId, state: FoldState) {
        self.states.push(state);
        walk.step(id);
        self.used.push(walk.section.genders.take_used());
    }

    fn end(&mut self, walk: &SpeakerWalk<'_>, blocks: usize) {
        self.states.push(walk.state(BlockId(blocks)));
    }
}

/// Walks on from the first block that changed.
fn again(draft: DraftBlocks<'_>, mut last: KeptSpeakers, change: &Change) -> KeptSpeakers {
    let start = change.is.start;
    let Some(state) = last.states.get(start) else {
        return from_start(draft);
    };
    let mut noted = std::mem::take(&mut last.noted);
    let section = Section {
        genders: Genders::before(&noted, BlockId(start)),
        ..Section::default()
    };
    let earlier = last.first_of(state, BlockId(start));
    let earlier = last.quotations.get(..earlier).unwrap_or_default();
    let mut walk = SpeakerWalk::at(draft, section, state, earlier);
    let mut walked = Steps::default();
    for id in (start..draft.facts.len()).map(BlockId) {
        let state = walk.state(id);
        if last.is_known(change, id, &state)
            && last.have_same_genders((start, id), &state, &walked, (&noted, &walk.section.genders))
        {
            let quotations = walk.quotations;
            for (at, (was, is)) in (start..).zip(last.used.iter().skip(start).zip(&walked.used)) {
                noted.replace(BlockId(at), was, is);
            }
            last.noted = noted;
            last.splice(start, id, quotations, walked);
            return last;
        }
        walked.step(&mut walk, id, state);
    }
    walked.end(&walk, draft.facts.len());
    last.quotations = walk.quotations;
    last.states.truncate(start);
    last.states.append(&mut walked.states);
    last.used.truncate(start);
    last.used.append(&mut walked.used);
    last.noted = NotedGenders::of(&last.used);
    last
}

impl KeptSpeakers {
    /// The names that sign off paragraphs. All are looked for only if a paragraph that is or was signed off has changed.
    fn renew_sign_offs(&mut self, markup: &Markup, change: Option<&Change>) -> Vec<String> {
        let is_signed = |block: &Block| signature::may_be_signed_off(block);
        let count = markup.blocks.len();
        let change = change.filter(|change| self.signed.len() + change.is.len() == count + change.was.len());
        let Some(change) = change else {
            self.signed = markup.blocks.iter().map(is_signed).collect();
            return signature::sign_offs(markup);
        };
        let fresh = markup.blocks.get(change.is.clone()).unwrap_or_default();
        let fresh: Vec<bool> = fresh.iter().map(is_signed).collect();
        let is_touched = fresh.contains(&true)
            || self
                .signed
                .get(change.was.clone())
                .is_none_or(|was| was.contains(&true));
        self.signed.splice(change.was.clone(), fresh);
        if is_touched {
            signature::sign_offs(markup)
        } else {
            self.sign_offs.clone()
        }
    }

    /// The first of the quotations that the state before a block has.
    fn first_of(&self, state: &FoldState, block: BlockId) -> usize {
        let end = self
            .quotations
            .partition_point(|quotation| quotation.place.block < block);
        end.saturating_sub(state.near.len())
    }

    /// Whether the block `id` and those after it see what they saw, but for genders: they are the same blocks under the same
    /// numbers, and so is the one right before.
    fn is_known(&self, change: &Change, id: BlockId, state: &FoldState) -> bool {
        change.was.end == change.is.end
            && id.0 > change.is.end
            && !state.before.is_some_and(|before| change.is.contains(&before.0))
            && self.states.get(id.0).is_some_and(|was| was.is_as(state))
    }

    /// Whether the same is known of all names that anybody asks for from the block `end` on. `noted` is what was noted in the last
    /// version, and `genders` what is known now.
    fn have_same_genders(
        &self,
        (start, end): (usize, BlockId),
        state: &FoldState,
        walked: &Steps,
        (noted, genders): (&NotedGenders, &Genders<'_>),
    ) -> bool {
        let blocks = self.used.iter().skip(start).zip(&walked.used);
        let differing = noted.differing(blocks, end, genders);
        let mut later = self.used.iter().skip(end.0);
        differing.is_empty() || !state.names_any(&differing) && !later.any(|used| used.have_any(&differing))
    }

    /// Puts what was walked over in the place of what was there before the block `end`.
    fn splice(&mut self, start: usize, end: BlockId, mut quotations: Vec<Arc<Quotation>>, walked: Steps) {
        let near = self.states.get(end.0).map_or(0, |state| state.near.len());
        let kept = self.quotations.partition_point(|quotation| quotation.place.block < end);
        let kept = kept.saturating_sub(near);
        // The last quotations on the way are the same as they were there, and what came later has changed them since.
        quotations.truncate(quotations.len().saturating_sub(near));
        quotations.extend(self.quotations.drain(kept..));
        self.quotations = quotations;
        self.states.splice(start..end.0, walked.states);
        self.used.splice(start..end.0, walked.used);
    }
}
