//! A sentence as attribution reads it: words, and quotations folded into single items.
//!
//! It takes the words and the marked regions of a block, and gives sentences whose ends no quotation crosses
//! ([`whole_sentences`]), each read through one view ([`Line`]), and what its words make together: noun phrases and groups of
//! verbs. “We leave at dawn,” Lund said of Weil. is six items: the quotation, *Lund*, *said*, *of*, *Weil*, the period.

mod frame_sentence;
pub mod noun_phrase;
pub mod verb_group;
mod view;
pub mod when;
mod whole_sentences;

pub use view::{Line, WholeSentence};
pub use whole_sentences::whole_sentences;

/// Shows the first sentence of a text to a test.
#[cfg(test)]
pub fn with_line<T>(text: &str, ask: impl FnOnce(Line<'_>) -> T) -> T {
    use crate::language::{View, analyse, embedded};

    let language = analyse(text, embedded());
    let regions = crate::analysis::quotations::of_block(text);
    let sentences = whole_sentences(text, &language, &regions);
    ask(Line::new(View::new(text, &language), &regions, &sentences[0]))
}
