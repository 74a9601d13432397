//! Which blocks are somebody's speech although no quotation marks say so: the answers of an interview, the lines of a
//! transcript. It does not say who speaks.

use rustc_hash::FxHashSet;

use crate::markup::{Block, BlockId, BlockKind};
use crate::rules::Context;

/// So many questions set apart make an interview.
const QUESTIONS: usize = 2;

/// So many lines that begin with a name and a colon make a transcript.
const LABELS: usize = 3;

/// The block from which on a draft is speech; `None` if it is none. Linear in the number of blocks.
pub fn begins(context: &Context<'_>) -> Option<BlockId> {
    let blocks = || BlockId::number(context.markup.blocks.iter());
    let mut questions = blocks().filter(|(_, block)| is_question(context, block));
    let first_question = questions.next();
    let is_interview = questions.nth(QUESTIONS - 2).is_some();
    let mut labels = FxHashSet::default();
    let (mut first_label, mut count, mut speaks_again) = (None, 0, false);
    for (index, block) in blocks() {
        if let Some(label) = label(block) {
            first_label = first_label.or(Some(index));
            count += 1;
            // A list of when, where and how much has each label once.
            speaks_again |= !labels.insert(label);
        }
    }
    let interview = first_question.map(|(index, _)| index).filter(|_| is_interview);
    let transcript = first_label.filter(|_| count >= LABELS && speaks_again);
    interview.into_iter().chain(transcript).min()
}

/// Whether a block is a question set apart: a heading or bold, or with a “Q:” before it.
fn is_question(context: &Context<'_>, block: &Block) -> bool {
    let text = block.text.trim();
    let asks = || text.ends_with('?') || text.rsplit_once('?').is_some_and(|(_, rest)| is_signature(rest));
    match block.kind {
        BlockKind::Heading(_) => asks(),
        BlockKind::Paragraph | BlockKind::ListItem => is_labelled_question(text) || is_bold(context, block) && asks(),
        _ => false,
    }
}

fn is_labelled_question(text: &str) -> bool {
    ["Q:", "Q. ", "Question:"].iter().any(|label| text.starts_with(label))
}

fn is_bold(context: &Context<'_>, block: &Block) -> bool {
    let source = block.span.of(context.source).trim_start();
    let source = source.strip_prefix("<p>").unwrap_or(source);
    ["**", "__", "<strong", "<b>"]
        .iter()
        .any(|mark| source.starts_with(mark))
}

/// “— Ida Holm, Kessel” after a question: who asked it.
fn is_signature(rest: &str) -> bool {
    rest.trim_start().starts_with(['-', '–', '—', '(']) && rest.chars().count() < LONGEST_SIGNATURE
}

const LONGEST_SIGNATURE: usize = 60;

/// The name in “Ida Holm: It rained.”, “IH: It rained.”.
fn label(block: &Block) -> Option<&str> {
    let is_prose = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
    let (label, _) = block.text.split_once(':').filter(|_| is_prose)?;
    let mut words = label.split_whitespace();
    let is_name = label.len() < LONGEST_LABEL
        && words.clone().count() <= LONGEST_NAME
        && words.all(|word| word.starts_with(char::is_uppercase));
    (is_name && !label.is_empty()).then_some(label)
}

const LONGEST_LABEL: usize = 40;

const LONGEST_NAME: usize = 4;

#[cfg(test)]
mod tests {
    use crate::markup::Format;
    use crate::rules::testing::findings_with;
    use crate::rules::{FixSafety, Settings};

    fn safe_fixes(text: &str) -> usize {
        let findings = findings_with(text, Format::Markdown, &Settings::default());
        assert!(!findings.is_empty());
        let fixes = findings.iter().flat_map(|finding| &finding.fixes);
        fixes.filter(|fix| fix.safety == FixSafety::Safe).count()
    }

    #[test]
    fn answers_are_changed_only_on_request() {
        for text in [
            "**When did the mill close?**\n\nThey went to the the pier.\n\n**And why? — Ida Holm, Kessel**\n\nNobody knows.\n",
            "Q: When did it close?\n\nA: They went to the the pier.\n\nQ: And why?\n\nA: Nobody knows.\n",
            "Ida Holm: They went to the the pier.\n\nBo Lund: Why?\n\nIda Holm: Nobody knows.\n",
        ] {
            assert_eq!(safe_fixes(text), 0, "{text}");
        }
    }

    #[test]
    fn one_question_and_a_list_of_facts_are_no_interview() {
        for text in [
            "## What now?\n\nThe mill is by the the pier.\n",
            "When: on May 3\n\nWhere: at the the pier\n\nPrice: 3 dollars\n",
        ] {
            assert_eq!(safe_fixes(text), 1, "{text}");
        }
    }
}
