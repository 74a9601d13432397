//! Facts as documents that people keep and pass on: an outline as text, a timeline as Markdown, CSV or JSON. The command
//! line and the server hand out the same ones. It reads snapshots, writes strings, and finds nothing itself.

mod cells;
mod outline;
mod plain;
mod rule_page;
mod sources;
mod timeline;

pub use outline::outline;
pub use plain::{is_hidden, printable};
pub use rule_page::rule_page;
pub use sources::SourceTable;
pub use timeline::{Timeline, days_in_words};
