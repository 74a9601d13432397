//! What the sentences of one paragraph lend each other: a speaker.
//!
//! It takes the quotations of a paragraph as each sentence read them, and gives them the speakers that another
//! sentence names. In “We leave at dawn,” Lund said of Weil. “It is late.” the second quotation is Lund's. Nothing here looks
//! past the paragraph.
//!
//! `announcement.rs`: *Lund responded on Friday.* “…”; `stance.rs`: *Lund was skeptical.* “…”; `signature.rs`: “…” — *Ana Lund*; `lend.rs`: a quotation before or after.

pub mod announcement;
pub mod lend;
pub mod parting;
pub mod signature;
pub mod stance;
