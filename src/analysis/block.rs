//! Finds the facts of each block on its own, and those that rest on names again when the draft as a whole has other names.
//! Nothing here looks at another block, except for the vote on names.

use std::sync::Arc;

use crate::analysis::actors::LocalMention;
use crate::analysis::placeholders::{Placeholder, PlaceholderKind};
use crate::analysis::{
    BlockFacts, actors, anonymity, attribution, credits, datelines, events, interviews, locale, placeholders, plans,
    repeats, times, unread,
};
use crate::language::{self, KnownText, Language, Model, Name, NameEvidence, Poll};
use crate::markup::{Block, BlockKind, Markup};

/// Finds the facts of one block: a pure function of the block's kind and text.
#[must_use]
pub fn of_block(block: &Block, model: &dyn Model) -> BlockFacts {
    of_block_again(block, model, None)
}

/// The same, where the block may have sentences of another text, as `model` read it: the words and the grammar of these are known.
#[must_use]
pub fn of_block_again(block: &Block, model: &dyn Model, before: Option<KnownText<'_>>) -> BlockFacts {
    let mut facts = of_block_without_events(block, model, before);
    facts.events = events::find(&block.text, &facts.language, &facts.times);
    compact(&mut facts);
    facts
}

/// Gives back the room that the lists grew into: an editor keeps the facts of thousands of blocks.
fn compact(facts: &mut BlockFacts) {
    facts.language.words.shrink_to_fit();
    facts.language.sentences.shrink_to_fit();
    facts.language.names.shrink_to_fit();
    facts.name_evidence.shrink_to_fit();
    facts.mentions.shrink_to_fit();
    facts.speech.quotations.shrink_to_fit();
    facts.speech.candidates.shrink_to_fit();
    facts.times.shrink_to_fit();
    facts.events.shrink_to_fit();
    facts.plans.shrink_to_fit();
    facts.credits.shrink_to_fit();
    facts.capitals.shrink_to_fit();
    facts.repeats.shrink_to_fit();
    facts.placeholders.shrink_to_fit();
    facts.anonymity.shrink_to_fit();
}

/// The same without events, for those who ask for none. Nothing else in a block rests on them.
#[must_use]
pub fn of_block_without_events(block: &Block, model: &dyn Model, before: Option<KnownText<'_>>) -> BlockFacts {
    let before = before.filter(|_| !is_label(&block.kind));
    let mut language = language::analyse_again(&block.text, model, before);
    if is_label(&block.kind) {
        language.names.clear();
    }
    let name_evidence = NameEvidence::of(&block.text, &language);
    let placeholders = placeholders::of_block(&block.text);
    let mentions = mentions(&block.text, &language, &placeholders);
    let mut speech = attribution::of_block(&block.text, &language);
    let times = times::of_block(&block.text, &language);
    let credits = if block.kind == BlockKind::Paragraph {
        credits::of_block(&block.text)
    } else {
        Vec::new()
    };
    let capitals = if block.kind.is_body() {
        unread::of_block(&block.text, &language)
    } else {
        Vec::new()
    };
    let repeats = if block.kind.is_body() || matches!(block.kind, BlockKind::Caption | BlockKind::Field(_)) {
        repeats::of_block(&block.text)
    } else {
        Vec::new()
    };
    let anonymity = if block.kind.is_body() {
        anonymity::of_block(&block.text, &language)
    } else {
        Vec::new()
    };
    anonymity::withhold(&block.text, &language, &anonymity, &mut speech.quotations);
    BlockFacts {
        dateline: datelines::of_block(block, &times),
        locale: locale::of_block(&block.text, &language, &times),
        plans: plans::of_block(&block.text, &language, &times),
        turn: interviews::of_block(&block.text),
        credits,
        capitals,
        repeats,
        placeholders,
        anonymity,
        language,
        name_evidence,
        mentions,
        speech,
        times,
        events: Vec::new(),
    }
}

/// The mentions of a block. "TK" holds the place of a word that is missing, and names nobody.
fn mentions(text: &str, language: &Language, placeholders: &[Placeholder]) -> Vec<LocalMention> {
    let is_missing = |name: &Name| {
        let words = language.words.get(name.words.clone()).unwrap_or(&[]);
        let mut missing = placeholders.iter().filter(|one| one.kind == PlaceholderKind::Missing);
        missing.any(|one| words.iter().any(|word| word.span.overlaps(one.span)))
    };
    if !language.names.iter().any(is_missing) {
        return actors::of_block(text, language);
    }
    let mut written = language.clone();
    written.names.retain(|name| !is_missing(name));
    actors::of_block(text, &written)
}

/// "kicker: Public Safety": what a story is filed under names nobody, however it is written.
#[must_use]
pub fn is_label(kind: &BlockKind) -> bool {
    const LABELS: [&str; 2] = ["kicker", "overline"];
    matches!(kind, BlockKind::Field(key) if LABELS.iter().any(|label| key.eq_ignore_ascii_case(label)))
}

/// The names of each block as the whole draft has them; `None` where they are those that the block has on its own.
/// `blocks` come from [`of_block`]. Linear in the words of the draft, and quick: no model is asked.
#[must_use]
pub fn agreed_names(blocks: &[Arc<BlockFacts>]) -> Vec<Option<Vec<Name>>> {
    let poll = poll(blocks);
    blocks.iter().map(|facts| agreed(facts, &poll)).collect()
}

/// What the blocks of a draft say together about its names. Linear in the names.
#[must_use]
pub fn poll(blocks: &[Arc<BlockFacts>]) -> Poll {
    Poll::of(blocks.iter().map(|facts| &facts.name_evidence))
}

/// The names of one block as the whole draft has them; `None` where they are those that it has on its own.
#[must_use]
pub fn agreed(facts: &BlockFacts, poll: &Poll) -> Option<Vec<Name>> {
    language::agreed(&facts.language.names, &facts.name_evidence, poll)
}

/// The facts of a block with other names: a pure function of all three. What rests on names is found again, the rest is
/// kept.
#[must_use]
pub fn with_names(block: &Block, facts: &BlockFacts, names: Vec<Name>) -> BlockFacts {
    let mut facts = facts.clone();
    // Only what a block has on its own is polled.
    facts.name_evidence = NameEvidence::default();
    facts.language.names = names;
    facts.mentions = mentions(&block.text, &facts.language, &facts.placeholders);
    facts.mentions.shrink_to_fit();
    facts
}

/// Of the facts that a block has on its own, what is polled: most blocks of a draft in which people are named again have other names
/// there, and their words and events are kept once.
#[must_use]
pub fn polled(facts: &BlockFacts) -> BlockFacts {
    BlockFacts {
        language: Language {
            names: facts.language.names.clone(),
            ..Language::default()
        },
        name_evidence: facts.name_evidence.clone(),
        ..BlockFacts::default()
    }
}

/// The facts that a block has on its own: `agreed` has it with other names, `polled` is what was polled of it.
#[must_use]
pub fn on_its_own(block: &Block, agreed: &BlockFacts, polled: &BlockFacts) -> BlockFacts {
    BlockFacts {
        name_evidence: polled.name_evidence.clone(),
        ..with_names(block, agreed, polled.language.names.clone())
    }
}

/// The facts of all blocks of a draft, with the names that the draft as a whole has.
#[must_use]
pub fn of_blocks(markup: &Markup, model: &dyn Model) -> Vec<Arc<BlockFacts>> {
    let mut facts: Vec<Arc<BlockFacts>> = markup
        .blocks
        .iter()
        .map(|block| Arc::new(of_block(block, model)))
        .collect();
    let agreed = agreed_names(&facts);
    for ((block, facts), names) in markup.blocks.iter().zip(&mut facts).zip(agreed) {
        if let Some(names) = names {
            *facts = Arc::new(with_names(block, facts, names));
        }
    }
    facts
}
