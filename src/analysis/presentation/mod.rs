//! How a quotation without a speaker is presented: what is around it that explains its words, and whether the sentence around it is
//! the writer's. It looks for no speaker, and does not say whether one is missing.

mod around;
mod clause;
mod draft;
mod explained;
mod types;

pub use draft::fold;
pub use types::{Explanation, Presentation};
