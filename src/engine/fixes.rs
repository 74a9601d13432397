//! Which fixes of a draft can be applied together, unseen. It changes no text.

use crate::engine::types::Snapshot;
use crate::rules::{Edit, Finding, Fix};

/// The edits of the safe fixes, in the order of the text and without overlap.
pub(super) fn safe_edits(snapshot: &Snapshot) -> Vec<&Edit> {
    let safe = snapshot.findings.iter().filter_map(Finding::safe_fix);
    let together = Fix::together(safe, &snapshot.text);
    together.into_iter().flat_map(|fix| &fix.edits).collect()
}
