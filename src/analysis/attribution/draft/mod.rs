//! What crosses paragraphs: speakers that go on speaking.
//!
//! It takes the quotations of all blocks, each as its block has found it, and gives those of the draft, with the speakers that the
//! paragraph before hands on. After “We leave at dawn,” Lund said of Weil. a paragraph that is only “It is late.” is Lund's. The
//! fold is linear in the number of quotations, and names no actors.
//!
//! `fold.rs` goes over the blocks, and `kept.rs` over those in which something changed; `chain.rs` says what a paragraph hands on
//! and `carry.rs` who takes it over; `people.rs` finds whom a paragraph names, `genders.rs` knows their genders, and `section.rs`
//! remembers who spoke; `running.rs` joins a quotation that runs over paragraphs; `signature.rs` reads a name on a line of its own;
//! `repeated.rs` knows who says the same words elsewhere;
//! `suggest.rs` names candidates; `spoken.rs` makes quotations of the answers of an interview, which
//! [`crate::analysis::interviews`] finds.

mod carry;
mod chain;
mod fold;
mod genders;
mod interrupted;
mod kept;
mod people;
mod place;
mod repeated;
mod running;
mod section;
mod signature;
mod spoken;
mod suggest;
#[cfg(test)]
mod tests;
mod types;

pub use fold::fold;
pub use kept::{KeptSpeakers, fold_again};
