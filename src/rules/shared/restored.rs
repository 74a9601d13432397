//! The quick fix of a quotation that differs from the notes: the quotation with the words of the notes. It judges no difference.

use crate::analysis::notes::Verification;
use crate::markup::Place;
use crate::rules::{Context, Edit, Fix};
use crate::text::Span;
use crate::verify::{Change, Checked};

/// A place in the words of a quotation, as one in its block.
pub fn in_block(one: &Verification, place: Span) -> Place {
    Place::new(one.words.block, place.shifted(one.words.span.start))
}

/// The quotation with the words of the notes. `None` where markup among its words would be lost.
pub fn restored(context: &Context<'_>, one: &Verification, checked: &Checked) -> Option<Fix> {
    let edits: Option<Vec<Edit>> = checked
        .changes
        .iter()
        .map(|change| edit(context, one, change))
        .collect();
    Some(Fix::suggest("Take the words of the notes", edits?))
}

fn edit(context: &Context<'_>, one: &Verification, change: &Change) -> Option<Edit> {
    let text = context.text(one.words);
    let said = change
        .said
        .trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '*' | '_'));
    if change.place.is_empty() {
        let at = context.source_span(in_block(one, change.place));
        let added = match change.place.start {
            0 => format!("{said} "),
            _ => format!(" {said}"),
        };
        return Some(Edit::replace(Span::new(at.start, at.start), added));
    }
    let mut place = change.place;
    if said.is_empty() {
        // With the space before the words, or after them at the start.
        let spaces_before = text
            .get(..place.start)?
            .chars()
            .rev()
            .take_while(|letter| *letter == ' ')
            .count();
        let spaces_after = text
            .get(place.end..)?
            .chars()
            .take_while(|letter| *letter == ' ')
            .count();
        place = match place.start {
            0 => Span::new(0, place.end + spaces_after),
            start => Span::new(start - spaces_before, place.end),
        };
    }
    let span = context.source_span(in_block(one, place));
    (span.of(context.source) == place.of(text)).then(|| Edit::replace(span, said))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::with_notes;

    #[test]
    fn the_fix_takes_the_words_of_the_notes() {
        for draft in [
            "“We will close the harbor this winter,” Ana Lund said.",
            "“We will surely not close the harbour this winter,” Ana Lund said.",
            "“They would not shut the harbor this winter,” Ana Lund said.",
            "“We will … close the harbor this winter,” Ana Lund said.",
        ] {
            let text = fixed(draft, "LUND: We will not close the harbor this winter.").replace("harbour", "harbor");
            assert_eq!(
                text, "“We will not close the harbor this winter,” Ana Lund said.",
                "{draft}"
            );
        }
    }

    /// The draft with the words of the notes.
    fn fixed(draft: &str, notes: &str) -> String {
        let findings = with_notes(draft, notes, true);
        let fix = &findings
            .iter()
            .find(|finding| finding.code == "quote-mismatch")
            .unwrap()
            .fixes[0];
        let mut text = draft.to_owned();
        for edit in fix.edits.iter().rev() {
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        text
    }

    #[test]
    fn the_fix_takes_no_word_from_the_edge_of_a_quotation() {
        assert_eq!(
            fixed(
                "“We promised anything to anybody at the port,” Ana Lund said.",
                "LUND: We never promised anything to anybody at the port."
            ),
            "“We never promised anything to anybody at the port,” Ana Lund said."
        );
        assert_eq!(
            fixed(
                "“The winter ferry to the islands is ready,” Ana Lund said.",
                "LUND: The winter ferry to the islands is hardly ready."
            ),
            "“The winter ferry to the islands is hardly ready,” Ana Lund said."
        );
        assert_eq!(
            fixed(
                "“All of the crews knew about it,” Ana Lund said.",
                "LUND: Not all of the crews knew about it."
            ),
            "“Not all of the crews knew about it,” Ana Lund said."
        );
    }
}
