//! Who speaks in each quotation, in marks and without, from the words of a block to the quotations of a draft. It names no
//! actors.
//!
//! Two entry points: [`of_block`] is pure and finds what one block says; [`fold`] goes over the blocks of a draft. The way of
//! “We leave at dawn,” Lund said of Weil. through the folders:
//!
//! | folder | asks | answers |
//! |---|---|---|
//! | `lexicon` | which words report | *say*: speech, with a quotation on either side |
//! | `line` | what the sentence is made of | a quotation, *Lund*, *said*, *of*, *Weil*, a period |
//! | `frame` | what could be "X said" | the cue *said* with the subject *Lund* |
//! | `matching` | which frame reports the quotation | that of *said*, right after it |
//! | `judge` | what is quoted, if anything, and who speaks | direct speech, in the voice of *Lund* |
//! | `report` | where the reported words begin and end | inside the marks |
//! | `paragraph` | what the sentences lend each other | nothing here |
//! | `draft` | who goes on speaking in the next paragraph | *Lund* |
//!
//! `block.rs` takes a block through the first seven, `sentence.rs` a sentence through matching, judging and reporting.

mod block;
mod draft;
mod frame;
mod judge;
mod lexicon;
mod line;
mod matching;
mod paragraph;
mod report;
mod reporting;
mod sentence;
mod types;

pub use block::of_block;
pub use draft::{KeptSpeakers, fold, fold_again};
pub use reporting::reporting_words;
pub use types::{Cue, LocalQuotation, Quotation, QuotationKind, QuotationStatus, Speaker, Speech, Voice};
