//! Facts as documents that people keep and pass on: an outline as text, a timeline as Markdown, CSV or JSON, an item for a
//! publishing system. The command line and the server hand out the same ones. It reads snapshots, writes strings, and finds nothing itself.

mod cells;
mod changes;
mod export;
pub mod facts;
mod html;
pub mod json;
mod marks;
mod outline;
mod plain;
mod report;
mod rule_page;
mod sources;
mod timeline;

pub use cells::{CSV_MARK, csv_record};
pub use changes::{
    ComparedDrafts, NOTHING_CHANGED, ShownChange, changes_json, changes_markdown, changes_text, shown_changes,
};
pub use export::{Item, Standard, export};
pub use html::{Overview, StoryReport, draft_article, folder_start, page_end, status_word, story_page};
pub use marks::unmarked;
pub use outline::outline;
pub use plain::{is_hidden, printable, printable_lines};
pub use report::{
    By, DraftReport, Totals, counted, draft_csv, draft_csv_header, draft_json, draft_text, grouped, summary_csv,
    summary_text, totals_json,
};
pub use rule_page::rule_page;
pub use sources::SourceTable;
pub use timeline::{Timeline, days_in_words};
