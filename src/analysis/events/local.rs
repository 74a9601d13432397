//! An event as one block tells it. It refers to words and spans of its block and to nothing else.

use smol_str::SmolStr;

use crate::analysis::events::lexicon::Entry;
use crate::analysis::{EventStatus, ParticipantRole};
use crate::text::Span;

/// An event of one block.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalEvent {
    /// The word that names it.
    pub trigger: Span,
    /// Base form of the trigger.
    pub lemma: SmolStr,
    /// Type and TimeML class.
    pub entry: Entry,
    /// Whether a noun names it.
    pub nominal: bool,
    /// Whether it is told as known ("the call").
    pub definite: bool,
    /// Whether it took place, by the words around it.
    pub status: EventStatus,
    /// Whether the verb is in the perfect of the past or follows "previously".
    pub earlier: bool,
    /// Noun phrases with their heads and roles, in the order of the text.
    pub participants: Vec<LocalParticipant>,
    /// Indices into the times of the block.
    pub times: Vec<usize>,
    /// Noun phrases that say where.
    pub places: Vec<Span>,
    /// On whose word.
    pub source: Option<Span>,
    /// The verb phrase from the trigger to the end of its clause.
    pub clause: Span,
    /// How many clauses lie above it; 0 for the main clause.
    pub depth: usize,
}

/// Who takes part in an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalParticipant {
    /// The noun phrase.
    pub span: Span,
    /// Its head.
    pub head: Span,
    /// In which role.
    pub role: ParticipantRole,
}
