//! What two versions of a draft have differently: quotations, names, titles, figures, dates, findings. What was only moved is the
//! same, and what one version leaves open is no difference.

mod dates;
mod figures;
mod findings;
mod names;
mod pairing;
mod quotations;
#[cfg(test)]
mod tests;
mod types;
mod version;

pub use types::{Difference, DifferenceKind, DraftPart, Noted, Topic};

use crate::engine::compare::version::ComparedVersion;
use crate::engine::types::Snapshot;

/// What differs from the old version to the new one, by topic, and there in the order of the new text; what is gone is where it
/// was in the old one. Linear in the facts, but for those that only one version has.
pub(super) fn differences(old: &Snapshot, new: &Snapshot) -> Vec<Difference> {
    let (old, new) = (ComparedVersion::of(old), ComparedVersion::of(new));
    let mut differences = quotations::differences(&old, &new);
    differences.extend(names::differences(&old, &new));
    differences.extend(figures::differences(&old, &new));
    differences.extend(dates::differences(&old, &new));
    differences.extend(findings::differences(&old, &new));
    differences.sort_by_key(|difference| {
        let noted = difference.new.as_ref().or(difference.old.as_ref());
        (difference.topic, noted.map(|noted| noted.span))
    });
    differences
}
