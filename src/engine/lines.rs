//! What the paragraphs of a draft may have in an outline: the lines of their events, the sentences around words that somebody is
//! quoted with, their nouns. Each is made once, and kept from version to version as long as nothing that is known of its paragraph and
//! of the one before changes. It words nothing.

use std::sync::{Arc, OnceLock};

use smol_str::SmolStr;

use crate::analysis::{Actor, ActorKind, Facts, MentionForm, Place, SameBlocks};
use crate::engine::headline::Line as Shown;
use crate::markup::BlockId;

/// A line that a paragraph may have.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Line {
    /// How much it says to a reader who skims.
    pub weight: f32,
    /// The event, by its number among those of its paragraph.
    pub event: usize,
    /// The line.
    pub text: String,
    /// The words of its sentence that it shows.
    pub shown: Arc<Shown>,
    /// The sentence of the event.
    pub sentence: Place,
    /// Whether the sentence as a whole reports the event.
    pub heads: bool,
}

/// The line of the sentence around some quoted words, which shows them and reads alone.
#[derive(Clone, Debug)]
pub(in crate::engine) struct Around {
    /// The quotation.
    pub quotation: Place,
    /// The line.
    pub text: String,
    /// The words of the sentence that it shows.
    pub words: Vec<usize>,
}

/// What is known of a paragraph, as far as somebody asked.
#[derive(Debug, Default)]
struct KnownLines {
    lines: OnceLock<Vec<Line>>,
    around: OnceLock<Vec<Around>>,
    nouns: OnceLock<Vec<SmolStr>>,
}

/// The lines of the paragraphs of a draft. Cheap to clone; versions share those that are the same in both.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct Lines {
    of_block: Vec<Arc<KnownLines>>,
    /// How many are not those of the version before.
    fresh: usize,
}

impl Lines {
    /// The lines of a paragraph, the weightiest first, which `make` makes if they were not asked for before.
    pub fn of_block(&self, block: BlockId, make: impl FnOnce() -> Vec<Line>) -> Vec<Line> {
        match block.of(&self.of_block) {
            Some(known) => known.lines.get_or_init(make).clone(),
            None => make(),
        }
    }

    /// The lines of the sentences around the words that a paragraph quotes; `make` makes them if they were not asked for before.
    pub fn around(&self, block: BlockId, make: impl FnOnce() -> Vec<Around>) -> &[Around] {
        let known = block.of(&self.of_block);
        known.map_or(&[], |known| known.around.get_or_init(make))
    }

    /// The nouns of a paragraph, each once; `make` lists them if they were not asked for before.
    pub fn nouns(&self, block: BlockId, make: impl FnOnce() -> Vec<SmolStr>) -> &[SmolStr] {
        let known = block.of(&self.of_block);
        known.map_or(&[], |known| known.nouns.get_or_init(make))
    }

    /// The lines of the next version, which has so many blocks; `was` and `is` are the facts of the two. A line that begins with a
    /// pronoun may have the family name of an actor instead, and these lines are made again where names are others.
    pub fn of_next(&self, blocks: usize, same: &SameBlocks, was: &Facts, is: &Facts) -> Self {
        let has_same_names = was.actors.iter().map(name).eq(is.actors.iter().map(name));
        let mut may_be_named = vec![false; blocks];
        for mention in is.mentions.iter().filter(|_| !has_same_names) {
            let is_meant = mention.form == MentionForm::Pronoun && mention.actor.is_some();
            if let Some(slot) = may_be_named.get_mut(mention.place.block.0).filter(|_| is_meant) {
                *slot = true;
            }
        }
        let mut fresh = 0;
        let of_block = may_be_named.into_iter().enumerate().map(|(index, may_be_named)| {
            let before = index.checked_sub(1).is_none_or(|before| same.has(BlockId(before)));
            let kept = self.of_block.get(index);
            let kept = kept.filter(|_| before && same.has(BlockId(index)) && !may_be_named);
            fresh += usize::from(kept.is_none());
            kept.map(Arc::clone).unwrap_or_default()
        });
        Self {
            of_block: of_block.collect(),
            fresh,
        }
    }

    /// How many have to be made, as far as nobody has asked since the version before.
    pub fn fresh(&self) -> usize {
        self.fresh
    }
}

fn name(actor: &Arc<Actor>) -> (ActorKind, &str) {
    (actor.kind, &actor.name)
}
