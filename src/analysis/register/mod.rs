//! The newsroom's actor file as data: who is known, under which names, and which actors of a draft they are. It reads no
//! file and judges no draft.

mod conflicts;
mod draft;
mod entries;
mod index;
mod key;
mod lookup;
mod misspelled;
mod slips;
#[cfg(test)]
mod testing;
mod types;

pub(in crate::analysis) use draft::recognise;
pub use entries::Register;
pub use key::{folded, id_of, key};
pub use misspelled::misspelled;
pub use slips::{initials_of, is_near, is_slip, is_slip_of_name};
pub use types::{Conflict, Entry, EntryId, EntryKind, Hit, Spelling, Title};
