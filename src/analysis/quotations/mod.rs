//! Marked regions: which quotation marks of a block belong together. It does not ask who speaks.
//!
//! It takes the text of a block and gives its regions in order. “We leave at dawn,” Lund said of Weil. has one. `marks.rs` finds
//! the marks and tells them from apostrophes and inches; `block.rs` goes over them; `pairing.rs` opens and closes quotations, with
//! recovery where a mark is missing; `insertions.rs` finds the writer's brackets inside a region; `perhaps.rs` says what may be quoted where a mark has no partner.

mod block;
mod insertions;
mod marks;
mod pairing;
mod perhaps;
mod types;
mod unopened;

pub use block::of_block;
pub use insertions::insertions;
pub use perhaps::perhaps_quoted;
pub use types::Region;
pub use unopened::unopened;
