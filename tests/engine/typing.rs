//! While somebody types, nothing is shown that was not found, and the pause shows what a fresh start would.

use copydesk::engine::{self, Cache, Host, Shown};
use copydesk::rules::Finding;
use proptest::prelude::*;

use crate::host::{NAME, applies, edit, formats, read_as, text};
use crate::model::ListModel;

fn keys(findings: &[Finding]) -> Vec<(usize, usize, &str, &str)> {
    let mut keys: Vec<_> = findings
        .iter()
        .map(|one| (one.span.start, one.span.end, one.code, one.message.as_str()))
        .collect();
    keys.sort_unstable();
    keys
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_was_found_and_a_pause_shows_it_all(
        start in text(14),
        script in prop::collection::vec((edit(), prop::bool::weighted(0.2)), 1..12),
        format in formats(),
    ) {
        let mut host = Host::default();
        host.open(NAME, &start, 1, read_as(format));
        let mut shown = Shown::all(&host.version(NAME).unwrap().analyse(&ListModel));
        for (step, (edit, pauses)) in script.iter().enumerate() {
            prop_assert!(applies(&mut host, step, edit));
            let version = host.version(NAME).unwrap();
            let snapshot = version.analyse(&ListModel);
            let before = shown.clone();
            shown = before.typed(&snapshot);
            for one in &shown.findings {
                prop_assert!(snapshot.text.get(one.span.start..one.span.end).is_some(), "{:?}", one);
                let is_found = snapshot.findings.contains(one);
                let was_shown = before.findings.iter().any(|old| old.code == one.code && old.message == one.message);
                prop_assert!(is_found || was_shown, "{:?}", one);
            }
            if !shown.is_held {
                prop_assert_eq!(keys(&shown.findings), keys(&snapshot.findings));
            }
            if *pauses {
                shown = Shown::all(&snapshot);
                let fresh = engine::analyse(&version.draft(), &Cache::default(), &ListModel);
                prop_assert_eq!(&shown.findings, &fresh.findings);
            }
        }
    }
}
