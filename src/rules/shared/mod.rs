//! What several rules use. Nothing here makes a finding of its own accord.

pub mod alike;
pub mod given_names;
pub mod names;
pub mod narration;
pub mod otherwise;
pub mod perhaps_speech;
pub mod places;
pub mod restored;
pub mod sums_of_money;
pub mod text_words;
pub mod variants;
pub mod written;
