//! Credits of photographs in a text, “REUTERS/Ana Weil”, and the captions before them. It says where they are and not whether they
//! belong there.

mod block;
mod captions;
mod types;

pub use block::of_block;
pub use captions::{caption_of, is_in_caption};
pub use types::Caption;
