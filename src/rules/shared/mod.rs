//! What several rules use. Nothing here makes a finding of its own accord.

pub mod names;
pub mod narration;
pub mod variants;
