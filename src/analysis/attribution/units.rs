//! Cuts a block into sentences that no quotation crosses the ends of. It does not ask what is reported.

use crate::analysis::attribution::cues::{self, Cue};
use crate::analysis::attribution::line::{Item, Unit};
use crate::analysis::quotations::Region;
use crate::language::{Language, Upos, Word};

/// The longest sentence that is taken for the frame of a quotation before it, in words.
const LONGEST_TAG: usize = 5;

/// The sentences of a block, joined wherever a quotation reaches over the ends of them or a frame follows one as a sentence
/// of its own. Linear in the length of the block.
#[must_use]
pub fn units(language: &Language, regions: &[Region]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut region = 0;
    let mut reaches = 0;
    for sentence in &language.sentences {
        let follows_quotation = units
            .last()
            .is_some_and(|unit| matches!(unit.items.last(), Some(Item::Quotation(_))));
        let joined = sentence.span.start < reaches || follows_quotation && is_frame_alone(language.words_of(sentence));
        if !joined {
            units.push(Unit {
                items: Vec::new(),
                span: sentence.span,
            });
        }
        let Some(unit) = units.last_mut() else { continue };
        unit.span = unit.span.join(sentence.span);
        for index in sentence.words.clone() {
            let Some(word) = language.words.get(index) else {
                continue;
            };
            while regions
                .get(region)
                .is_some_and(|quotation| quotation.span.end <= word.span.start)
            {
                region += 1;
            }
            match regions.get(region) {
                Some(quotation) if quotation.span.start < word.span.end => {
                    if unit.items.last() != Some(&Item::Quotation(region)) {
                        unit.items.push(Item::Quotation(region));
                    }
                    reaches = quotation.span.end;
                }
                _ => unit.items.push(Item::Word(index)),
            }
        }
    }
    units
}

/// “Is it?” Lund asked. A name and a verb of saying after a question are its frame, whatever the capital says.
fn is_frame_alone(words: &[Word]) -> bool {
    let Some(verb) = words.iter().position(|word| word.upos == Upos::Verb) else {
        return false;
    };
    let speaks = words
        .get(verb)
        .is_some_and(|word| cues::cue(&word.lemma).is_some_and(Cue::speaks));
    let ends = words
        .get(verb + 1)
        .is_none_or(|word| matches!(word.upos, Upos::Punct | Upos::Adv));
    let named = words
        .iter()
        .take(verb)
        .all(|word| matches!(word.upos, Upos::Propn | Upos::Noun));
    words.len() <= LONGEST_TAG && (1..=2).contains(&verb) && speaks && ends && named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::quotations::regions;
    use crate::language::{analyse, embedded};

    /// The sentences of a text as they are cut.
    fn cut(text: &str) -> Vec<&str> {
        let language = analyse(text, embedded());
        let units = units(&language, &regions(text));
        units.iter().map(|unit| unit.span.of(text)).collect()
    }

    #[test]
    fn a_quotation_of_two_sentences_is_in_one_unit_with_its_frame() {
        assert_eq!(
            cut("“We leave. At dawn,” Lund said. It rained."),
            ["“We leave. At dawn,” Lund said.", "It rained."]
        );
    }

    #[test]
    fn a_frame_after_a_question_is_no_sentence_of_its_own() {
        assert_eq!(cut("“Is it?” Lund asked. It rained.").len(), 2);
    }
}
