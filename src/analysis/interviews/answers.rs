//! Reads an interview by its questions, each a line of its own: a heading, in bold or italics, or plain. It reads no sentence.
//!
//! Articles that ask their readers questions and answer them in their own words are no interviews: an answer is in quotation marks,
//! or it says "I" to a "you".

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::actors::{ActorKind, MentionForm};
use crate::analysis::interviews::types::{Spoken, TurnQuestion};
use crate::language::Person;
use crate::markup::{Block, BlockId, BlockKind, Markup, Place};
use crate::text::one_covers;

/// How many paragraphs an answer has at most.
const LONGEST_ANSWER: usize = 12;

/// A question with the paragraphs that answer it.
struct Exchange {
    question: usize,
    is_set_off: bool,
    answers: Vec<usize>,
}

/// The answers of the interview that a draft is, in order; none if it is no interview. Linear in the draft.
#[must_use]
pub fn spoken(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Vec<Spoken> {
    let exchanges = exchanges(markup, facts);
    if !is_interview(markup, facts, &exchanges) {
        return Vec::new();
    }
    cov_mark::hit!(questions_and_answers);
    let guest = exchanges.first().and_then(|first| guest(markup, facts, first.question));
    let answers = exchanges.iter().flat_map(|exchange| &exchange.answers);
    answers
        .filter_map(|&index| {
            let block = markup.blocks.get(index)?;
            Some(Spoken {
                words: Place::whole(BlockId(index), block),
                speaker: guest,
            })
        })
        .collect()
}

/// The questions that are lines of their own, each with its answer.
fn exchanges(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut is_open = false;
    for (index, (block, facts)) in markup.blocks.iter().zip(facts).enumerate() {
        if let Some(is_set_off) = question(block, facts) {
            exchanges.push(Exchange {
                question: index,
                is_set_off,
                answers: Vec::new(),
            });
            is_open = true;
        } else if matches!(block.kind, BlockKind::Heading(_)) {
            is_open = false;
        } else if let Some(exchange) = exchanges.last_mut().filter(|_| is_open && block.kind.is_body()) {
            is_open = exchange.answers.len() < LONGEST_ANSWER;
            exchange.answers.push(index);
        }
    }
    exchanges.retain(|exchange| !exchange.answers.is_empty());
    exchanges
}

/// Whether a block is a question of an interview, and then whether it is set off. A question that is signed is a reader's letter,
/// which the paper answers itself.
fn question(block: &Block, facts: &BlockFacts) -> Option<bool> {
    let asked = facts.turn.question.as_ref().filter(|asked| !asked.is_signed)?;
    let is_set_off = is_set_off(block, asked);
    match block.kind {
        BlockKind::Heading(_) => Some(true),
        // "Did he say “never”?" is a line of the story as often; in bold it is a question.
        BlockKind::Paragraph if is_set_off || !asked.has_marks => Some(is_set_off),
        _ => None,
    }
}

/// Whether a question is in bold or in italics up to its mark, or a heading.
#[must_use]
pub fn is_set_off(block: &Block, asked: &TurnQuestion) -> bool {
    matches!(block.kind, BlockKind::Heading(_)) || block.emphasized >= asked.end
}

/// Whether questions and answers are those of an interview: most answers are in marks, or say "I" to questions that say "you".
fn is_interview(markup: &Markup, facts: &[Arc<BlockFacts>], exchanges: &[Exchange]) -> bool {
    let count = |holds: &dyn Fn(&Exchange) -> bool| exchanges.iter().filter(|exchange| holds(exchange)).count();
    let most = |found: usize, least: usize| found >= least && 2 * found >= exchanges.len();
    let first = |exchange: &Exchange| exchange.answers.first().and_then(|&index| markup.blocks.get(index));
    let says = |index: usize, person: Person| facts.get(index).is_some_and(|facts| speaks_in(facts, person));
    let in_marks = count(&|exchange| first(exchange).is_some_and(is_quoted));
    let personal = count(&|exchange| exchange.answers.iter().any(|&index| says(index, Person::First)));
    let addressed = count(&|exchange| says(exchange.question, Person::Second));
    let least = if exchanges.iter().all(|exchange| exchange.is_set_off) {
        2
    } else {
        3
    };
    most(in_marks, 2) || most(personal, least) && most(addressed, least)
}

fn is_quoted(block: &Block) -> bool {
    block.text.trim_start().starts_with(['“', '"', '‘', '«', '„'])
}

/// Whether words outside quotation marks say "I" or "you".
fn speaks_in(facts: &BlockFacts, person: Person) -> bool {
    let marked = facts.speech.marked();
    let mut mentions = facts.mentions.iter();
    mentions.any(|mention| mention.person == Some(person) && !one_covers(&marked, mention.span))
}

/// Who is interviewed: the only person whom the paragraphs before block `end` name.
#[must_use]
pub fn guest(markup: &Markup, facts: &[Arc<BlockFacts>], end: usize) -> Option<Place> {
    let mut found: Option<(Place, &str)> = None;
    for (index, (block, facts)) in markup.blocks.iter().zip(facts).enumerate().take(end) {
        if !block.kind.is_body() {
            continue;
        }
        let named = facts.mentions.iter().filter(|mention| {
            mention.form == MentionForm::Named && mention.kind == Some(ActorKind::Person) && mention.same_as.is_none()
        });
        for mention in named {
            let name = mention.span.of(&block.text);
            let last = name.rsplit(' ').next().unwrap_or(name);
            match found {
                None => found = Some((Place::new(BlockId(index), mention.span), last)),
                Some((_, known)) if known == last => {}
                Some(_) => return None,
            }
        }
    }
    found.map(|(place, _)| place)
}
