//! The newsroom's actor file, `actors.toml`: finding it, reading it, saying what is wrong with it, adding entries to its
//! text. It never writes one to the disk.
//!
//! The file comes with the drafts and is not trusted: it is looked for inside the repository only, links included, and its
//! size is bounded.

mod conflicts;
mod csv;
mod entries;
mod keys;
mod load;
mod locate;
mod merge;
mod portions;
mod read;
mod reader;
mod schema;
#[cfg(test)]
mod tests;
mod values;
mod written;

pub use csv::{COLUMNS, read_csv};
pub use keys::{ENTRY_KEYS, TITLE_KEYS};
pub use load::{ActorFile, MAX_ACTOR_FILE, actor_file_text, check_actors, load_actors};
pub use locate::{ACTOR_FILE_NAME, ActorsKey, locate};
pub use merge::{MergeError, Merged, merge};
pub use read::read;
pub use schema::actors_schema;
pub use written::toml_of;
