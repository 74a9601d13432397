//! What could be a frame, "Lund said": which words of a sentence report something, and who does it.
//!
//! It takes one sentence ([`Line`](crate::analysis::attribution::line::Line)) and gives its frames, each a cue with its subject
//! and its listener. “We leave at dawn,” Lund said of Weil. has one: the cue *said*, the speaker *Lund*. What is reported
//! is not looked at.
//!
//! | frame | found in |
//! |---|---|
//! | a verb, "Lund said", "said Lund" | `verb.rs`, its subject in `subject.rs` |
//! | "Said Lund: “…”" | `opening.rs` |
//! | "Lund's claim that", "Lund makes claims that" | `noun.rs` |
//! | "Lund was blunt: “…”", "Lund is like, “…”" | `copula.rs` |
//! | "as Lund put it", "Lund went on", "according to Lund", "in her words" | `phrases.rs` |
//! | "Mayor: ‘…’", “…” — Ana Lund | `colon_dash.rs` |
//! | "Ana Lund, 44, baker: “…”" | `introduced.rs` |
//! | “…” came the reply from Lund, “…” was Lund's reply | `replies.rs` |
//!
//! `misread.rs` knows verbs that the tagger took for nouns or names.
//!
//! The subject is looked for to the left of the verb (`leftward.rs`; `insertion.rs` for "Lund, a pilot, said", `antecedent.rs` for
//! "who said", `set_apart.rs` for "said the driver, Ned Rao, shouted", `quoted.rs` for "Lund is quoted as saying" and `passive.rs` for "described by Lund", `governor.rs` for "left, saying"), to the right of it ("said Lund"), and by the parse (`parsed.rs`) where the
//! parts of speech show none.

mod antecedent;
mod clause;
mod colon_dash;
mod copula;
mod find;
mod governor;
mod insertion;
mod introduced;
mod leftward;
mod misread;
mod noun;
mod opening;
pub mod parsed;
mod passive;
mod phrases;
mod quoted;
mod replies;
mod retold;
mod rivals;
mod set_apart;
mod subject;
mod types;
mod untagged;
mod verb;

pub use colon_dash::is_dash_or_hyphen;
pub use find::frames;
pub use phrases::phrasal_verb;
pub use replies::possessor;
pub use subject::subject;
pub use types::{CueForm, Frame, SubjectKind};
