//! Where the words of a quotation are in the notes: the same words (`exact`), or nearly the same (`near`, `align`,
//! `edges`). It weighs no difference.

mod align;
mod edges;
mod exact;
mod near;
mod work;

pub use align::{Pair, Pairs};
pub use exact::{Occurrence, SHORTEST_PART, occurrences};
pub use near::near;
pub use work::Work;
