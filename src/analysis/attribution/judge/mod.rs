//! What kind of quotation marked words are, or none: direct speech, a fragment of it, or a mention that quotes nobody.
//!
//! It takes a sentence, the item of a quotation and the frame that was chosen for it, and gives its kind and the voice that speaks
//! in it. “We leave at dawn,” Lund said of Weil. is direct, in the voice of *Lund* with the cue *said*; in *the film “Salt Road”*
//! nobody is quoted.
//!
//! `fragment.rs` tells a fragment from a sentence of its own, `mention.rs` finds what quotes nobody by its neighbors and its shape,
//! `uttered.rs` what is called out or shown, `disowned.rs` what nobody is said to have said, and `voice.rs` who speaks.

mod disowned;
mod fragment;
mod mention;
mod uttered;
pub mod voice;

pub use disowned::{is_disowned, is_supposed_before};
pub use fragment::{holds_sentences, is_fragment};
pub use mention::{WhyMention, is_object_of_preposition, is_short, is_where, mention};
pub use uttered::is_uttered;
