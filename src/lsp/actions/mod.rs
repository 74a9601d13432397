//! Code actions: which there are at a place (`offers`), and what each of them changes (`edits`), which is worked out only for the
//! one that is chosen if the client can wait. It changes nothing: the client does.

mod edits;
mod offers;

pub use edits::edit_of;
pub use offers::{Offer, dismissal, offers};
