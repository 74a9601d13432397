//! Credits of photographs in a text: “REUTERS/Ana Weil”. It says where they are and not whether they belong there.

mod block;
mod captions;

pub use block::of_block;
pub use captions::is_in_caption;
