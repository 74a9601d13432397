//! Which findings are new and which are gone: by rule, message and marked words, wherever they are.

use crate::engine::compare::pairing::{by_key, shared_words};
use crate::engine::compare::types::{Difference, Noted, Topic};
use crate::engine::compare::version::ComparedVersion;

/// A finding of a version.
struct ComparedFinding {
    noted: Noted,
    /// The words that it marks.
    marked: String,
    /// The words around them.
    around: Vec<String>,
}

/// What differs in the findings.
pub(super) fn differences(old: &ComparedVersion<'_>, new: &ComparedVersion<'_>) -> Vec<Difference> {
    let key = |one: &ComparedFinding| Some((one.noted.about.clone(), one.noted.text.clone(), one.marked.clone()));
    let same = by_key(findings(old), findings(new), key, |one, other| {
        shared_words(&one.around, &other.around)
    });
    let difference = |old: Option<ComparedFinding>, new: Option<ComparedFinding>| Difference {
        topic: Topic::Finding,
        old: old.map(|finding| finding.noted),
        new: new.map(|finding| finding.noted),
    };
    let removed = same.old.into_iter().map(|old| difference(Some(old), None));
    let added = same.new.into_iter().map(|new| difference(None, Some(new)));
    removed.chain(added).collect()
}

fn findings(version: &ComparedVersion<'_>) -> Vec<ComparedFinding> {
    let snapshot = version.snapshot;
    let findings = snapshot.findings.iter().map(|finding| ComparedFinding {
        marked: finding.span.of(&snapshot.text).to_owned(),
        around: version.source_around(finding.span),
        noted: version.noted_at(finding.span, finding.message.clone(), finding.code.to_owned()),
    });
    findings.collect()
}
