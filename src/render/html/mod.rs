//! Reports for a browser and for paper: one file that needs nothing else and runs nothing. What a draft says is text in it and
//! never markup. It counts nothing.

mod figures;
mod graph;
mod overview;
mod page;
mod quotations;
mod said;
mod sources;
mod story;
mod table;
mod timeline;
mod words;

pub use overview::Overview;
pub use page::{folder_start, page_end, story_page};
pub use story::{StoryReport, draft_article};
pub use words::status_word;
