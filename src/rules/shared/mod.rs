//! What several rules use. Nothing here makes a finding of its own accord.

pub mod credits;
pub mod letters;
pub mod names;
pub mod narration;
pub mod titles;
pub mod variants;
