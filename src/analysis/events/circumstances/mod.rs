//! When and where an event takes place, and on whose word it is reported. It attaches what the block has and resolves nothing.

mod governor;
mod places;
mod reported;
mod source;
mod times;

pub use governor::is_in_description;
pub use places::{is_house, place_name, place_phrases, places};
pub use reported::reported;
pub use source::source;
pub use times::times;
