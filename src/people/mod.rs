//! Who is who over an archive: one person for what many documents say of them. It reads no files, holds one family name at a
//! time, and leaves two apart wherever it is not sure.
//!
//! Whoever drives it brings the [`Appearance`]s sorted, and says of each shelf ([`Shelf`]) what it holds: first all of them are
//! counted ([`Counts`]), then [`Merger`] takes shelf by shelf and gives [`Person`]s and [`Link`]s.

mod alone;
mod cluster;
mod counts;
mod evidence;
mod index;
mod known;
mod likely;
mod merger;
mod name;
mod office;
mod shelf;
#[cfg(test)]
mod tests;
mod types;

pub use counts::{Counts, Token, token};
pub use known::{doubt, wikidata_of};
pub use merger::{Merged, Merger, Replay};
pub use name::{PersonName, is_described, person_name};
pub use types::{Apart, Appearance, Cause, KnownEntry, Link, Person, Place, Shelf, TitleSeen};
