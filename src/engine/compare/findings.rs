//! Which findings are new and which are gone: by rule, message and marked words, wherever they are.

use crate::engine::compare::pairing::by_key;
use crate::engine::compare::types::{Difference, Noted, Topic};
use crate::engine::compare::version::ComparedVersion;

/// What differs in the findings.
pub(super) fn differences(old: &ComparedVersion<'_>, new: &ComparedVersion<'_>) -> Vec<Difference> {
    let same = by_key(findings(old), findings(new), |(marked, noted)| {
        Some((noted.about.clone(), noted.text.clone(), marked.clone()))
    });
    let difference = |old: Option<Noted>, new: Option<Noted>| Difference {
        topic: Topic::Finding,
        old,
        new,
    };
    let removed = same.old.into_iter().map(|(_, old)| difference(Some(old), None));
    let added = same.new.into_iter().map(|(_, new)| difference(None, Some(new)));
    removed.chain(added).collect()
}

/// The findings, each with the words that it marks.
fn findings(version: &ComparedVersion<'_>) -> Vec<(String, Noted)> {
    let snapshot = version.snapshot;
    let findings = snapshot.findings.iter().map(|finding| {
        let marked = finding.span.of(&snapshot.text).to_owned();
        let noted = version.noted_at(finding.span, finding.message.clone(), finding.code.to_owned());
        (marked, noted)
    });
    findings.collect()
}
