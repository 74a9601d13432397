//! Paragraphs that may be somebody's words although neither marks nor the form of an interview say so. Nobody is quoted on this
//! evidence; it only keeps a program from rewriting what may have been said.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::actors::{ActorKind, MentionForm};
use crate::analysis::quotations::perhaps_quoted;
use crate::markup::{Block, BlockId, BlockKind, Markup};

/// The paragraphs, in order: those with the label of a speaker, those that follow the label of a question or an answer, and those
/// between the parts of a quotation that runs over paragraphs. Linear in the draft.
#[must_use]
pub fn spoken(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Vec<BlockId> {
    let mut found = Vec::new();
    let mut is_answered = false;
    let mut is_open = false;
    for (id, (block, facts)) in BlockId::number(markup.blocks.iter().zip(facts)) {
        if matches!(block.kind, BlockKind::Heading(_)) {
            (is_answered, is_open) = (false, false);
        }
        if !block.kind.is_body() {
            continue;
        }
        let label = facts.turn.label.as_ref();
        is_answered |= label.is_some_and(|label| label.is_letter);
        let begins = begins_with_mark(block, facts);
        if is_answered || facts.turn.is_dialogue || is_labelled(facts) || is_open && !begins {
            found.push(id);
        }
        let mut marked = facts.speech.quotations.iter().filter(|one| one.is_marked());
        is_open = if begins || !is_open {
            marked.next_back().is_some_and(|last| !last.closed)
        } else {
            // A part of which the opening mark is missing ends with its closing one.
            perhaps_quoted(&block.text).is_empty()
        };
    }
    found
}

/// Whether a block begins with the mark of a quotation.
fn begins_with_mark(block: &Block, facts: &BlockFacts) -> bool {
    let start = block.text.len() - block.text.trim_start().len();
    let mut marked = facts.speech.quotations.iter().filter(|one| one.is_marked());
    marked.next().is_some_and(|first| first.span.start == start)
}

/// "Ana Weil: It is late.": whether the label is the name of somebody.
fn is_labelled(facts: &BlockFacts) -> bool {
    let Some(label) = &facts.turn.label else {
        return false;
    };
    let mut mentions = facts.mentions.iter().take_while(|one| one.span.start < label.name.end);
    mentions.any(|mention| mention.form == MentionForm::Named && mention.kind != Some(ActorKind::Place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::of_blocks;
    use crate::language::embedded;
    use crate::markup::{Format, read};

    fn found(text: &str) -> Vec<usize> {
        let markup = read(text, Format::Markdown);
        let found = spoken(&markup, &of_blocks(&markup, embedded()));
        found.into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn labels_of_speakers_and_what_follows_answers_may_be_spoken() {
        let text = "Ana Weil left.\n\nQ: Why?\n\nA: It was late.\n\nIt rained.\n\n# The pier\n\nIt is shut.\n";
        assert_eq!(found(text), [1, 2, 3]);
        assert_eq!(found("Ana Weil left.\n\nBo Lund: It was late.\n\nIt rained.\n"), [1]);
        assert_eq!(found("When: on May 3\n\nWhere: at the pier\n"), [0; 0]);
    }

    #[test]
    fn a_paragraph_inside_a_running_quotation_may_be_spoken() {
        assert_eq!(
            found("“It was late.\n\nIt rained.\n\n“We left,” Weil said.\n\nThe pier is shut.\n"),
            [1]
        );
        assert_eq!(found("“It was late.\n\nIt rained.”\n\nThe pier is shut.\n"), [1]);
        assert_eq!(found("“It was late.\n\n“It rained.”\n\nThe pier is shut.\n"), [0; 0]);
    }
}
