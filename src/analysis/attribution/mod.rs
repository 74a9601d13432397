//! Who speaks in each quotation: frames of the sentence, the paragraph, what is carried over. It names no actors.
//!
//! The chain, from precise to loose: a frame in the same sentence; the quotation before or behind it in the paragraph;
//! a running quotation, a lead-in, the quotation or the indirect speech that ends the paragraph before.

mod attach;
mod beside;
mod carry;
mod clause;
mod complement;
mod content;
mod cues;
mod extent;
mod fits;
mod frames;
mod handing_on;
mod indirect;
mod kind;
mod leftward;
mod line;
mod local;
mod marks;
mod paragraph;
mod parsed;
mod phrase;
mod sentence;
mod shape;
mod signature;
mod speaker_words;
mod subject;
mod types;
mod units;
mod voice;

pub use carry::fold;
pub use local::{LocalQuotation, Speech, speech};
pub use types::{Cue, Quotation, QuotationKind, QuotationStatus, Speaker};
pub use voice::Voice;
