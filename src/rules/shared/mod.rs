//! What several rules use. Nothing here makes a finding of its own accord.

pub mod alike;
pub mod explained;
pub mod live;
pub mod names;
pub mod narration;
pub mod places;
pub mod speech;
pub mod unread;
pub mod variants;
