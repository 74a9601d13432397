//! Reads a transcript by its labels: "Q:", "Ana Lund:", "AL:" at the head of a paragraph. It does not ask what is said.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::BlockFacts;
use crate::analysis::interviews::types::Spoken;
use crate::markup::{BlockId, Markup, Place};

/// A paragraph with a label.
#[derive(Clone, Copy, Debug)]
pub struct Labelled {
    /// The label, without its colon.
    pub label: Place,
    /// The words after it.
    pub words: Place,
    is_letter: bool,
    is_set_off: bool,
}

impl Labelled {
    /// The paragraph as it is spoken: by the one the label names, or by the guest if the label is "A" or the guest's initials.
    #[must_use]
    pub fn spoken(self, markup: &Markup, guest: Option<Place>) -> Spoken {
        let label = markup.text_of(self.label);
        let name = guest.map_or("", |guest| markup.text_of(guest));
        let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
        let speaker = match label {
            "A" | "Answer" => guest,
            "Q" | "Question" | "Host" | "Interviewer" => None,
            _ if !initials.is_empty() && label.replace('.', "") == initials => guest,
            _ => Some(self.label),
        };
        Spoken {
            words: self.words,
            speaker,
        }
    }
}

/// The paragraphs of a transcript: at least two labels that follow each other, each the label of several paragraphs or set in bold,
/// or questions and answers with their letters. Empty if the draft is none.
#[must_use]
pub fn spoken(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Vec<Labelled> {
    let all: Vec<Labelled> = BlockId::number(markup.blocks.iter().zip(facts))
        .filter(|(_, (block, _))| block.kind.is_body())
        .filter_map(|(id, (block, facts))| {
            let label = facts.turn.label.as_ref()?;
            Some(Labelled {
                label: Place::new(id, label.name),
                words: Place::new(id, label.words),
                is_letter: label.is_letter,
                is_set_off: block.emphasized > 0,
            })
        })
        .collect();
    let text = |part: &Labelled| markup.text_of(part.label);
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    for part in &all {
        *times.entry(text(part)).or_default() += 1;
    }
    let is_repeated = |part: &Labelled| times.get(text(part)).is_some_and(|times| *times > 1);
    let speaks = |part: &&Labelled| part.is_letter || part.is_set_off || is_repeated(part);
    let kept: Vec<Labelled> = all.iter().filter(speaks).copied().collect();
    let alternate = kept
        .iter()
        .zip(kept.iter().skip(1))
        .any(|(one, other)| text(one) != text(other) && one.label.block.0 + 2 >= other.label.block.0);
    let labels: FxHashSet<&str> = kept.iter().map(text).collect();
    // Lists of what and where have as many labels as lines.
    let is_transcript = alternate && (2 * labels.len() <= kept.len() || kept.len() == 2 && labels.len() == 2);
    if is_transcript && !is_reported(facts, &kept) {
        kept
    } else {
        Vec::new()
    }
}

/// How many paragraphs that name other speakers make questions and answers those of a writer.
const FEWEST_REPORTS: usize = 3;

/// Whether questions and answers are those of a newsroom that answers its readers: the paragraphs from the first letter to the last name
/// several who said something.
fn is_reported(facts: &[Arc<BlockFacts>], labelled: &[Labelled]) -> bool {
    let (Some(first), Some(last)) = (labelled.first(), labelled.last()) else {
        return false;
    };
    if !labelled.iter().all(|part| part.is_letter) {
        return false;
    }
    let between = facts.get(first.words.block.0..=last.words.block.0).unwrap_or(&[]);
    let reports = |facts: &&Arc<BlockFacts>| {
        let mut quotations = facts.speech.quotations.iter();
        quotations.any(|quotation| quotation.is_speech && quotation.voice.is_some())
    };
    between.iter().filter(reports).count() >= FEWEST_REPORTS
}
