//! `rules` and `explain`: what the registry says about itself.

use serde_json::Value;

use crate::{copydesk, run};

#[test]
fn the_table_and_the_json_list_the_same_rules() {
    let table = run(copydesk(".").arg("rules"));
    let json: Value = serde_json::from_str(&run(copydesk(".").args(["rules", "--format", "json"])).stdout).unwrap();
    let listed: Vec<_> = table
        .stdout
        .lines()
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    let codes: Vec<_> = json
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["code"].as_str().unwrap())
        .collect();
    assert_eq!(listed, codes);
    assert!(codes.contains(&"doubled-word"));
}

#[test]
fn every_rule_has_a_page() {
    let json: Value = serde_json::from_str(&run(copydesk(".").args(["rules", "--format", "json"])).stdout).unwrap();
    for rule in json.as_array().unwrap() {
        let code = rule["code"].as_str().unwrap();
        let page = run(copydesk(".").args(["explain", code]));
        assert_eq!(page.code, 0);
        assert!(page.stdout.starts_with(&format!("# {code}\n")), "{}", page.stdout);
        for heading in ["## What it flags", "## Example", "## When it is wrong"] {
            assert!(page.stdout.contains(heading), "{code} lacks {heading}");
        }
    }
}

#[test]
fn an_unknown_rule_is_told_with_the_one_that_was_meant() {
    let run = run(copydesk(".").args(["explain", "doubled-words"]));
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(
        run.stderr
            .contains("unknown rule “doubled-words”; did you mean “doubled-word”?"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_category_is_explained_by_its_rules() {
    let run = run(copydesk(".").args(["explain", "numbers"]));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.starts_with("sum-mismatch "), "{}", run.stdout);
}
