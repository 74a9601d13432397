//! That the topics of `analysis` are built alike, so that whoever knows one finds the way in the others.

use std::collections::BTreeSet;

use crate::{expect_none, root};

/// Folders that lack a part of the skeleton, each with what it lacks and the reason.
const MAY_LACK: [(&str, &str, &str); 2] = [
    ("live", "types.rs", "its fact is a yes or no"),
    ("unread", "types.rs", "its facts are places"),
];

/// A topic has its facts in `types.rs`, what one block shows in `block.rs` and the fold of a draft in `draft.rs`; one of the two
/// is enough where nothing else is to be found.
#[test]
fn every_topic_has_the_same_skeleton() {
    let mut found = BTreeSet::new();
    for entry in std::fs::read_dir(root().join("src/analysis")).unwrap() {
        let folder = entry.unwrap().path();
        let topic = folder.file_name().unwrap().to_string_lossy().into_owned();
        if !folder.is_dir() || topic == "data" {
            continue;
        }
        let has = |file: &str| folder.join(file).is_file();
        let parts = [
            ("mod.rs", has("mod.rs")),
            ("types.rs", has("types.rs")),
            (
                "block.rs or draft.rs",
                has("block.rs") || has("draft.rs") || folder.join("draft/mod.rs").is_file(),
            ),
        ];
        for (part, is_there) in parts {
            let may = MAY_LACK.iter().any(|(name, lacks, _)| *name == topic && *lacks == part);
            if may == is_there {
                let what = if may { "may lack" } else { "lacks" };
                found.insert(format!("src/analysis/{topic} {what} {part}"));
            }
        }
    }
    expect_none(
        &found,
        "build a topic as docs/architecture.md says, or say here why it has less",
    );
}
