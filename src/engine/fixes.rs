//! Which fixes of a draft can be applied together, unseen. It changes no text.

use crate::engine::types::Snapshot;
use crate::rules::{Edit, Finding, Fix, FixSafety};

/// The edits of the safe fixes, in the order of the text and without overlap. Of two fixes that touch, the first one
/// is taken; the other one is found again in the text that results.
pub(super) fn safe_edits(snapshot: &Snapshot) -> Vec<&Edit> {
    let mut fixes: Vec<(usize, &Fix)> = snapshot
        .findings
        .iter()
        .filter_map(safe_fix)
        .filter(|fix| is_applicable(fix, &snapshot.text))
        .filter_map(|fix| Some((fix.edits.first()?.span.start, fix)))
        .collect();
    fixes.sort_by_key(|(start, _)| *start);
    let mut taken: Vec<&Edit> = Vec::new();
    for (start, fix) in fixes {
        if taken.last().is_none_or(|last| last.span.end < start) {
            taken.extend(&fix.edits);
        }
    }
    taken
}

fn safe_fix(finding: &Finding) -> Option<&Fix> {
    finding.fixes.iter().find(|fix| fix.safety == FixSafety::Safe)
}

/// Whether the edits are inside the text, do not cut a character, and are in order without overlap.
fn is_applicable(fix: &Fix, text: &str) -> bool {
    let inside = |edit: &Edit| text.get(edit.span.start..edit.span.end).is_some();
    fix.edits.iter().all(inside) && fix.edits.is_sorted_by(|edit, next| edit.span.end <= next.span.start)
}
