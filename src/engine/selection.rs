//! What a selection grows to: from the word to the name, the quotation, the sentence, the paragraph, the section, the draft.
//! It selects nothing itself.

use crate::analysis::Place;
use crate::engine::folding;
use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::text::Span;

/// The stretches of the source around a byte offset, the inner ones first, each inside the next.
pub(super) fn selections(snapshot: &Snapshot, offset: usize) -> Vec<Span> {
    let mut around = vec![Span::new(0, snapshot.text.len())];
    around.extend(folding::sections(&snapshot.markup.blocks).iter().map(|fold| fold.span));
    if let Some((id, at)) = snapshot.locate(offset)
        && let (Some(block), Some(facts)) = (id.of(&snapshot.markup.blocks), id.of(&snapshot.blocks))
    {
        around.push(block.span);
        let words = facts.language.words.iter().map(|word| word.span);
        let sentences = facts.language.sentences.iter().map(|sentence| sentence.span);
        let mentions =
            in_block(&snapshot.facts.mentions, id, |mention| mention.place).map(|mention| mention.place.span);
        let quotations =
            in_block(&snapshot.facts.quotations, id, |quotation| quotation.place).map(|quotation| quotation.place.span);
        let here = words.chain(sentences).chain(mentions).chain(quotations);
        around.extend(
            here.filter(|span| span.touches(at))
                .map(|span| snapshot.source_span(Place::new(id, span))),
        );
    }
    around.retain(|span| span.touches(offset) && !span.is_empty());
    around.sort_by_key(|span| (span.len(), std::cmp::Reverse(span.start)));
    // Of what overlaps without being inside, the shorter one counts.
    let mut grown: Vec<Span> = Vec::new();
    for span in around {
        if grown.last().is_none_or(|inner| span.covers(*inner) && span != *inner) {
            grown.push(span);
        }
    }
    grown
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::snapshot;

    #[test]
    fn a_selection_grows_from_the_word_to_the_draft() {
        let text = "# Ferry\n\n“We stay,” said Rosa Haskill. It rained.\n\n# More\n\nNothing.\n";
        let snapshot = snapshot(text);
        let grown = |word: &str| -> Vec<&str> {
            let at = text.find(word).unwrap() + 1;
            snapshot.selections(at).iter().map(|span| span.of(text)).collect()
        };
        let paragraph = "“We stay,” said Rosa Haskill. It rained.";
        let section = "# Ferry\n\n“We stay,” said Rosa Haskill. It rained.";
        let sentence = "“We stay,” said Rosa Haskill.";
        assert_eq!(
            grown("Haskill"),
            ["Haskill", "Rosa Haskill", sentence, paragraph, section, text]
        );
        assert_eq!(
            grown("stay"),
            ["stay", "“We stay,”", sentence, paragraph, section, text]
        );
        assert_eq!(
            snapshot.selections(text.len()).last().map(|span| span.of(text)),
            Some(text)
        );
    }
}
