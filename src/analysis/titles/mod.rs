//! Titles directly before names (“Foreign Minister Ana Weil”) and after them (“Ana Weil, the mayor”), and those that the newsroom's file of people has otherwise.
//! It does not say which of two is wrong.

mod career;
mod draft;
mod file;
mod office;
mod offices;
mod types;

pub use career::is_of_a_career;
pub use draft::fold;
pub use file::{Compared, against_file};
pub use office::{contradict, head, office_words};
pub use offices::{Office, office};
pub use types::{FileSays, HeldTitle, TitleMismatch};
