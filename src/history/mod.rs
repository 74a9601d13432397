//! What git knows of earlier versions of drafts. Git is asked with nothing of the repository's own that could run, and it is
//! never asked to change or to fetch anything.

mod error;
mod names;
mod repository;

pub use error::HistoryError;
pub use names::{bytes_of, path_of};
pub use repository::{OldFile, Repository};
