//! The words of a text as the matcher compares them: without case and marks, one spelling each, without fillers. It knows no
//! index.

mod contractions;
mod fold;
mod number;
mod scan;
pub mod tables;

pub use contractions::others;
pub use fold::{Folder, Shape, Sink};
pub use scan::scan;
