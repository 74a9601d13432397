//! That a branch with a mark has a test that goes through it, and one mark is one branch.

use std::collections::BTreeSet;

use crate::{root, rust_files};

#[test]
fn every_marked_branch_has_a_test() {
    let (mut hit, mut checked) = (Vec::new(), BTreeSet::new());
    for folder in ["src", "tests"] {
        for file in rust_files(&root().join(folder)) {
            let text = std::fs::read_to_string(&file).unwrap();
            hit.extend(named(&text, concat!("cov_mark::", "hit!(")));
            checked.extend(named(&text, concat!("cov_mark::", "check!(")));
        }
    }
    let marks: BTreeSet<String> = hit.iter().cloned().collect();
    assert_eq!(marks.len(), hit.len(), "a mark is at two branches: {hit:?}");
    assert_eq!(marks, checked, "marks and tests differ");
}

fn named(text: &str, call: &str) -> Vec<String> {
    let calls = text.split(call).skip(1);
    calls
        .filter_map(|rest| Some(rest.split_once(')')?.0.to_owned()))
        .collect()
}
