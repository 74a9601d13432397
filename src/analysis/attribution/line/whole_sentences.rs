//! Cuts a block into sentences that no quotation crosses the ends of. It does not ask what is reported.

use crate::analysis::attribution::line::frame_sentence::frames_it;
use crate::analysis::attribution::line::view::{Item, WholeSentence, WordItem};
use crate::analysis::quotations::Region;
use crate::language::Language;

/// The sentences of a block, joined wherever a quotation reaches over the ends of them or a frame follows one as a sentence
/// of its own. Linear in the length of the block.
#[must_use]
pub fn whole_sentences<'a>(text: &'a str, language: &'a Language, regions: &[Region]) -> Vec<WholeSentence<'a>> {
    let mut whole: Vec<WholeSentence<'_>> = Vec::with_capacity(language.sentences.len());
    // The first region that does not end before the word, and where the last one that a word was in ends.
    let (mut region, mut reached) = (0, 0);
    for sentence in &language.sentences {
        let joined = sentence.span.start < reached
            || last_quotation(&whole, regions)
                .is_some_and(|region| frames_it(text, region, language.words_of(sentence)));
        if !joined {
            whole.push(WholeSentence {
                items: Vec::with_capacity(sentence.words.len()),
                span: sentence.span,
            });
        }
        let Some(current) = whole.last_mut() else { continue };
        current.span = current.span.join(sentence.span);
        for index in sentence.words.clone() {
            let Some(word) = language.words.get(index) else {
                continue;
            };
            let ended = |region: &Region| region.span.end <= word.span.start;
            while regions.get(region).is_some_and(ended) {
                region += 1;
            }
            let holding = regions.get(region).filter(|region| region.span.start < word.span.end);
            let Some(holding) = holding else {
                let form = word.span.of(text);
                current.items.push(Item::Word(WordItem { index, word, form }));
                continue;
            };
            reached = holding.span.end;
            if !matches!(current.items.last(), Some(Item::Quotation(last)) if *last == region) {
                current.items.push(Item::Quotation(region));
            }
        }
    }
    whole
}

/// The quotation that the last sentence ends in.
fn last_quotation<'a>(whole: &[WholeSentence<'_>], regions: &'a [Region]) -> Option<&'a Region> {
    match whole.last()?.items.last()? {
        Item::Quotation(index) => regions.get(*index),
        Item::Word(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;
    use crate::analysis::quotations;
    use crate::language::Tag;
    use crate::language::{analyse, embedded};

    /// The sentences of a text as they are cut.
    fn cut(text: &str) -> Vec<&str> {
        let language = analyse(text, embedded());
        let whole = whole_sentences(text, &language, &quotations::of_block(text));
        whole.iter().map(|sentence| sentence.span.of(text)).collect()
    }

    #[test]
    fn a_quotation_of_two_sentences_is_whole_with_its_frame() {
        assert_eq!(
            cut("“We leave. At dawn,” Lund said. It rained."),
            ["“We leave. At dawn,” Lund said.", "It rained."]
        );
    }

    #[test]
    fn a_frame_after_a_question_is_no_sentence_of_its_own() {
        assert_eq!(cut("“Is it?” Lund asked. It rained.").len(), 2);
    }

    #[test]
    fn a_quotation_is_one_item_and_no_word() {
        with_line("“We leave at dawn,” Lund said of Weil.", |line| {
            assert!(line.is_quotation(0) && line.holds_quotation(0..3) && !line.holds_quotation(1..3));
            assert_eq!(
                (line.quoted(0), line.form(0), line.tag(0)),
                ("We leave at dawn,", "", Tag::None)
            );
            assert_eq!((line.form(1), line.tag(2), line.len()), ("Lund", Tag::PastTense, 6));
            assert_eq!(line.span(1..3).of(line.text()), "Lund said");
            assert!(line.word(99).is_none() && !line.is(99, "") && line.head(99).is_none());
        });
    }
}
