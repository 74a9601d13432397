//! Live blogs: whether a draft is written as the day goes by, so that “tonight” is what its readers would say. It reads no running
//! text, and does not say which day an entry is from; `times` does.

mod draft;

pub use draft::is_live;
