//! The publication that a draft is for: its own names and those of its reporters, who are told things and do nothing in the
//! story. It looks for no names; it says which of those that were found are the publication's.

mod draft;
mod types;

pub use draft::{of_draft, out_of_events, take_out};
pub use types::Publication;
