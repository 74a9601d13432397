//! How much was worked on for a version of a draft; tests read it. It counts and decides nothing.

/// How much of a draft was worked on for its last version; the rest was kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// How many blocks it has.
    pub blocks: usize,
    /// How many of them were read from the source.
    pub read: usize,
    /// How many were analyzed on their own.
    pub analysed: usize,
    /// How many were asked which names the draft as a whole has in them.
    pub polled: usize,
    /// How many were checked again by the rules that look at one block; only in a cache for editors.
    pub checked: usize,
    /// Of how many something new is known in the draft as a whole, so that what rests on it was found again.
    pub folded: usize,
}
