//! From where on a draft may be an interview or a transcript: signs that are too few to make speech of the words, and enough not
//! to take them for the writer's. It names nobody.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::analysis::BlockFacts;
use crate::analysis::interviews::answers::is_set_off;
use crate::markup::{Block, BlockId, BlockKind, Markup};
use crate::text::one_covers;

/// So many questions set off from the text may be those of an interview.
const QUESTIONS: usize = 2;

/// So many lines that begin with a name and a colon may be a transcript.
const LABELS: usize = 3;

/// In how many paragraphs somebody must say "we" for a draft to be an interview.
const ANSWERS: usize = 3;

/// The block from which on words may be spoken; `None` if there is no sign of it. Linear in the number of blocks.
#[must_use]
pub fn begins(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Option<BlockId> {
    let mut questions = (0, None);
    let mut labels = (0, None);
    let mut known = FxHashSet::default();
    let mut speaks_again = false;
    for (id, (block, facts)) in BlockId::number(markup.blocks.iter().zip(facts)) {
        if asks(block, facts) {
            questions = (questions.0 + 1, questions.1.or(Some(id)));
        }
        let label = facts.turn.label.as_ref().filter(|_| block.kind.is_body());
        if let Some(label) = label {
            labels = (labels.0 + 1, labels.1.or(Some(id)));
            // A list of when, where and how much has each label once.
            speaks_again |= !known.insert(label.name.of(&block.text));
        }
    }
    let interview = questions.1.filter(|_| questions.0 >= QUESTIONS);
    let transcript = labels.1.filter(|_| labels.0 >= LABELS && speaks_again);
    interview.into_iter().chain(transcript).min()
}

/// Whether a block is a question set off: a heading, in bold or italics, or with a "Q:" before it.
fn asks(block: &Block, facts: &BlockFacts) -> bool {
    let turn = &facts.turn;
    let has_letter = || {
        let label = turn.label.as_ref().filter(|label| label.is_letter);
        label.is_some_and(|label| label.name.of(&block.text).starts_with('Q'))
    };
    match block.kind {
        BlockKind::Heading(_) => turn.question.is_some(),
        BlockKind::Paragraph | BlockKind::ListItem => {
            has_letter() || turn.question.as_ref().is_some_and(|asked| is_set_off(block, asked))
        }
        _ => false,
    }
}

/// Who speaks of themselves outside quotation marks.
#[derive(Clone, Copy, Debug, Default)]
pub struct FirstPerson {
    /// Whether somebody says "I". "We" is what a newsroom calls itself.
    pub says_i: bool,
    /// Whether somebody says "I", or says "we" in so many paragraphs that it is an interview.
    pub answers: bool,
}

/// Who speaks of themselves in the running text from a block on, outside quotation marks. Linear in the words from there on.
#[must_use]
pub fn first_person(markup: &Markup, facts: &[Arc<BlockFacts>], first: BlockId) -> FirstPerson {
    let blocks = markup.blocks.iter().zip(facts).skip(first.0);
    let mut says_we = 0;
    for (block, facts) in blocks.filter(|(block, _)| block.kind.is_body()) {
        let marked = facts.speech.marked();
        let words = facts.language.words.iter();
        let mut own = words
            .map(|word| (word.span, word.span.of(&block.text)))
            .filter(|(span, form)| is_first_person(form) && !one_covers(&marked, *span))
            .peekable();
        says_we += usize::from(own.peek().is_some());
        if own.any(|(_, form)| form == "I") {
            return FirstPerson {
                says_i: true,
                answers: true,
            };
        }
    }
    FirstPerson {
        says_i: false,
        answers: says_we >= ANSWERS,
    }
}

fn is_first_person(form: &str) -> bool {
    form == "I"
        || ["we", "our", "us", "my"]
            .iter()
            .any(|word| form.eq_ignore_ascii_case(word))
            && form != "US"
}
