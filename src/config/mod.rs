//! Options as users write them and settings as the program uses them. It reads no drafts.

mod date;

pub use date::parse_date;
