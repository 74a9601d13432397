//! Which words of a draft are its own: those outside quotation marks, interviews and headings. It judges no word.

use memchr::memmem::Finder;

use crate::analysis::{BlockId, Marked, Place};
use crate::rules::Context;
use crate::rules::context::Paragraph;
use crate::rules::shared::text_words::TextWord;

/// Which words of a draft are its own.
pub struct OwnWords {
    marked: Marked,
}

impl OwnWords {
    /// The own words of the blocks that a rule looks at. Linear in their quotations.
    pub fn of(context: &Context<'_>) -> Self {
        Self {
            marked: Marked::of(context.quotations()),
        }
    }

    /// Whether a place is running text of the draft's own.
    pub fn hold(&self, context: &Context<'_>, place: Place) -> bool {
        let in_running_text = context
            .paragraph(place)
            .is_some_and(|paragraph| paragraph.block.kind.is_body() && !is_question_or_answer(paragraph));
        in_running_text
            && !self.are_quoted(context, place)
            && !(context.facts.interview.says_i && self.may_be_spoken(context, place))
    }

    /// Whether some of a place is between quotation marks, or in a block quote.
    pub fn are_quoted(&self, context: &Context<'_>, place: Place) -> bool {
        context.block(place).is_some_and(|block| block.in_quote) || self.marked.overlaps(place)
    }

    /// Whether some of a place is quoted, or may be an answer in an interview or a line of a transcript.
    pub fn may_be_spoken(&self, context: &Context<'_>, place: Place) -> bool {
        context.facts.interview.may_hold(place.block) || self.are_quoted(context, place)
    }
}

/// Whether a block is a question or an answer of a transcript: “Q: …”, “A: …”. “A. …” may be the initial of a name.
fn is_question_or_answer(paragraph: Paragraph<'_>) -> bool {
    let label = paragraph.facts.turn.label.as_ref();
    label.filter(|label| label.is_letter).is_some_and(|label| {
        let written = label.name.of(&paragraph.block.text);
        let mark = paragraph.block.text.get(label.name.end..).unwrap_or("");
        mark.starts_with(':') || written == "Q"
    })
}

/// The word right before `at`, in lowercase, and whether the sentence begins there; empty at the start of a text.
pub fn word_before(text: &str, at: usize) -> String {
    let before = text
        .get(..at)
        .unwrap_or("")
        .trim_end_matches([' ', '\u{a0}', '\n', '\t', '“', '"', '(']);
    before
        .rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .next()
        .unwrap_or("")
        .to_lowercase()
}

/// Whether there is nothing but an opening mark between `at` and the start of its sentence.
pub fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text
        .get(..at)
        .unwrap_or("")
        .trim_end_matches([' ', '\u{a0}', '\n', '\t', '“', '"', '(', '‘']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '”', '–', '—', '-', '*', '•'])
}

/// Whether the draft also has a word in lowercase: a headline capitalizes words that are not names.
pub fn is_written_small(context: &Context<'_>, word: &str) -> bool {
    let small = word.to_lowercase();
    if small.is_empty() || !small.chars().all(char::is_alphanumeric) {
        return false;
    }
    let finder = Finder::new(&small);
    // A word that begins inside of what was found would begin inside of a word.
    let has = |text: &str| {
        finder.find_iter(text.as_bytes()).any(|at| {
            let (before, after) = (text.get(..at), text.get(at + small.len()..));
            let next = [
                before.and_then(|text| text.chars().next_back()),
                after.and_then(|text| text.chars().next()),
            ];
            !next.into_iter().flatten().any(char::is_alphanumeric)
        })
    };
    let known = context.known.map_or(&[][..], |known| known.blocks);
    let held = TextWord::new(&small);
    let may_have = |block: BlockId| {
        let words = block.of(known).and_then(|known| known.words.as_ref());
        words.is_none_or(|words| words.may_hold(held))
    };
    BlockId::number(&context.markup.blocks).any(|(id, block)| may_have(id) && has(&block.text))
}

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
