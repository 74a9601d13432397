//! Which paragraphs of a draft are answers of an interview or parts of a transcript, marked or not, and who gives them. It reads
//! no sentence.
//!
//! A question is a line of its own: a heading, in bold or italics, or plain. A part of a transcript begins with a label: "Q:",
//! "Ana Lund:", "AL:". Articles that ask their readers questions and answer them in their own words are no interviews: an answer
//! is in quotation marks, or it says "I" to a "you".

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::actors::{ActorKind, MentionForm};
use crate::analysis::attribution::draft::labels;
use crate::analysis::attribution::draft::spoken::Spoken;
use crate::language::Person;
use crate::markup::{Block, BlockId, BlockKind, Markup, Place};
use crate::text::Span;

/// How many words a question has at most.
const LONGEST_QUESTION: usize = 60;

/// How many paragraphs an answer has at most.
const LONGEST_ANSWER: usize = 12;

/// A question with the paragraphs that answer it.
struct Exchange {
    question: usize,
    answers: Vec<usize>,
}

/// The paragraphs of a draft that are spoken in an interview or a transcript, in order. Linear in the draft.
#[must_use]
pub fn spoken(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Vec<Spoken> {
    let labelled = labels::spoken(markup);
    if !labelled.is_empty() {
        let first = labelled.first().map_or(0, |part| part.words.block.0);
        let guest = guest(markup, facts, first);
        return labelled.into_iter().map(|part| part.spoken(markup, guest)).collect();
    }
    let exchanges = exchanges(markup);
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
fn exchanges(markup: &Markup) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut is_open = false;
    for (index, block) in markup.blocks.iter().enumerate() {
        if is_question(block) {
            exchanges.push(Exchange {
                question: index,
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

fn is_question(block: &Block) -> bool {
    let text = block.text.trim();
    let is_line = matches!(block.kind, BlockKind::Heading(_) | BlockKind::Paragraph);
    is_line
        && text.ends_with('?')
        && !is_quoted(block)
        && !text.contains(['“', '”', '"'])
        && text.split_whitespace().count() <= LONGEST_QUESTION
}

fn is_quoted(block: &Block) -> bool {
    block.text.trim_start().starts_with(['“', '"', '‘', '«', '„'])
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
    let least = if exchanges.iter().all(|exchange| is_set_off(markup, exchange.question)) {
        2
    } else {
        3
    };
    most(in_marks, 2) || most(personal, least) && most(addressed, least)
}

/// Whether a question is a heading, in bold or in italics.
fn is_set_off(markup: &Markup, index: usize) -> bool {
    markup.blocks.get(index).is_some_and(|block| {
        let inner = markup.source_span(Place::whole(BlockId(index), block));
        let is_wrapped = inner.start > block.span.start && inner.end < block.span.end;
        matches!(block.kind, BlockKind::Heading(_)) || is_wrapped
    })
}

/// Whether words outside quotation marks say "I" or "you".
fn speaks_in(facts: &BlockFacts, person: Person) -> bool {
    let is_marked = |span: Span| {
        let mut marked = facts.speech.quotations.iter();
        marked.any(|quotation| quotation.content != quotation.span && quotation.span.covers(span))
    };
    let mut mentions = facts.mentions.iter();
    mentions.any(|mention| mention.person == Some(person) && !is_marked(mention.span))
}

/// Who is interviewed: the only person whom the paragraphs before block `end` name.
fn guest(markup: &Markup, facts: &[Arc<BlockFacts>], end: usize) -> Option<Place> {
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
