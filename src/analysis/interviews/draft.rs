//! The interview or the transcript that a draft is. Which of its signs are there is decided in the files next to this one.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::interviews::types::Interview;
use crate::analysis::interviews::{answers, labels, perhaps, possible};
use crate::markup::Markup;

/// The interview or the transcript that a draft is or holds. Linear in the draft.
#[must_use]
pub fn fold(markup: &Markup, facts: &[Arc<BlockFacts>]) -> Interview {
    let may_begin = possible::begins(markup, facts);
    let labelled = labels::spoken(markup, facts);
    let spoken = if labelled.is_empty() {
        answers::spoken(markup, facts)
    } else {
        let first = labelled.first().map_or(0, |part| part.words.block.0);
        let guest = answers::guest(markup, facts, first);
        let parts = labelled.into_iter();
        parts.map(|part| part.spoken(markup, guest)).collect()
    };
    let first_person = may_begin
        .map(|first| possible::first_person(markup, facts, first))
        .unwrap_or_default();
    Interview {
        spoken,
        may_begin,
        says_i: first_person.says_i,
        answers: may_begin.filter(|_| first_person.answers),
        perhaps_spoken: perhaps::spoken(markup, facts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::of_blocks;
    use crate::language::embedded;
    use crate::markup::{Format, read};

    /// The number of spoken paragraphs, and the block from which on words may be spoken.
    fn found(text: &str, format: Format) -> (usize, Option<usize>) {
        let markup = read(text, format);
        let interview = fold(&markup, &of_blocks(&markup, embedded()));
        (interview.spoken.len(), interview.may_begin.map(|id| id.0))
    }

    #[test]
    fn a_question_in_bold_may_quote() {
        let questions = ["What do you mean by “never”?", "Do you still say “soon”?"];
        let draft = |mark: &str| {
            let [first, second] = questions.map(|question| format!("{mark}{question}{mark}"));
            format!("Ana Lund runs the ferry.\n\n{first}\n\nI mean no.\n\n{second}\n\nI do.\n")
        };
        assert_eq!(found(&draft("**"), Format::Markdown), (2, Some(1)));
        assert_eq!(found(&draft(""), Format::Markdown), (0, None));
    }

    #[test]
    fn a_paragraph_of_html_is_set_off_only_by_its_own_marks() {
        let draft = |open: &str, close: &str| {
            let ask = |question: &str| format!("<p>{open}{question}{close}</p>\n");
            let (first, second) = (ask("Why do you stay?"), ask("Do you sleep?"));
            format!("<p>Ana Lund runs the ferry.</p>\n{first}<p>I like it.</p>\n{second}<p>I do.</p>\n")
        };
        assert_eq!(found(&draft("<b>", "</b>"), Format::Html), (2, Some(1)));
        assert_eq!(found(&draft("", ""), Format::Html), (0, None));
    }

    #[test]
    fn readers_letters_are_no_interview_and_may_be_spoken() {
        let draft = "**Why do you close? — Bo Weil, Ostby**\n\nI do not know.\n\n**Will you open? — Ida Holm, Kessel**\n\nI may.\n";
        assert_eq!(found(draft, Format::Markdown), (0, Some(0)));
    }

    #[test]
    fn one_question_or_a_list_is_nothing() {
        assert_eq!(found("## Why now?\n\nI like it.\n", Format::Markdown), (0, None));
        let list = "When: on Friday\n\nWhere: at the pier\n\nPrice: 3 dollars\n";
        assert_eq!(found(list, Format::Plain), (0, None));
    }
}
