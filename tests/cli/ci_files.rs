//! The files for CI services and containers: whether they can be read, and whether what they call is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use saphyr_parser::{Event, Parser};

use crate::{copydesk, run};

const VERSION: &str = env!("CARGO_PKG_VERSION");

const YAML: [&str; 3] = [
    "action.yml",
    "packaging/gitlab/copydesk.gitlab-ci.yml",
    ".pre-commit-hooks.yaml",
];

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The scalars of a YAML file, in order. A file that is not YAML is a failure.
fn scalars(path: &str) -> Vec<String> {
    let text = file(path);
    let events = Parser::new_from_str(&text).map(|event| event.unwrap_or_else(|error| panic!("{path}: {error}")).0);
    let scalar = |event| match event {
        Event::Scalar(value, ..) => Some(value.into_owned()),
        _ => None,
    };
    events.filter_map(scalar).collect()
}

/// The long options in a text: “--fail-on”.
fn options(text: &str) -> BTreeSet<String> {
    let is_in_option = |c: char| c.is_ascii_lowercase() || c == '-';
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("--") {
        let starts = text[..at].ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '(' | '[' | '`'));
        let name: String = text[at..].chars().take_while(|c| is_in_option(*c)).collect();
        if starts && name.len() > 2 {
            found.insert(name);
        }
    }
    found
}

/// The options of `lint`.
fn known() -> BTreeSet<String> {
    let help = run(copydesk(".").args(["lint", "--help"]));
    assert_eq!(help.code, 0);
    options(&help.stdout)
}

#[test]
fn the_files_for_services_can_be_read_and_say_what_they_must() {
    for path in YAML {
        assert!(!scalars(path).is_empty(), "{path}");
    }
    let has = |path: &str, keys: &[&str]| {
        let scalars = scalars(path);
        for key in keys {
            assert!(scalars.iter().any(|scalar| scalar == key), "{path}: {key}");
        }
    };
    has(
        "action.yml",
        &[
            "name",
            "description",
            "inputs",
            "runs",
            "using",
            "composite",
            "steps",
            "shell",
        ],
    );
    has(
        YAML[1],
        &[
            "copydesk",
            "script",
            "image",
            "artifacts",
            "reports",
            "codequality",
            "junit",
        ],
    );
    has(YAML[2], &["id", "name", "entry", "language", "types_or"]);
}

#[test]
fn every_option_that_they_use_is_there() {
    let known = known();
    for path in ["packaging/github/lint.sh", YAML[1], YAML[2]] {
        let used: BTreeSet<_> = options(&file(path)).into_iter().collect();
        assert!(!used.is_empty(), "{path}");
        let unknown: Vec<_> = used.difference(&known).collect();
        assert!(unknown.is_empty(), "{path}: {unknown:?}");
    }
    assert!(!known.contains("--nonsense"));
}

#[test]
fn every_input_of_the_action_reaches_its_script() {
    let action = file("action.yml");
    let script = file("packaging/github/lint.sh");
    let declared: BTreeSet<&str> = action
        .split_once("inputs:")
        .unwrap()
        .1
        .split_once("runs:")
        .unwrap()
        .0
        .lines()
        .filter_map(|line| {
            line.strip_prefix("  ")?
                .strip_suffix(':')
                .filter(|name| !name.starts_with(' '))
        })
        .collect();
    let used: BTreeSet<&str> = action
        .split("${{ inputs.")
        .skip(1)
        .filter_map(|rest| rest.split_once(" }}"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(declared, used);
    for line in action.lines().filter_map(|line| line.trim().strip_prefix("COPYDESK_")) {
        let (variable, _) = line.split_once(':').unwrap();
        assert!(script.contains(&format!("COPYDESK_{variable}")), "{variable}");
    }
    assert!(action.contains("$GITHUB_ACTION_PATH/packaging/github/lint.sh"));
}

#[test]
fn the_image_is_made_of_what_is_there() {
    let dockerfile = file("Dockerfile");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut stages = Vec::new();
    for line in dockerfile.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["FROM", _, "AS", stage] => stages.push(*stage),
            ["COPY", from, _, _] if from.starts_with("--from=") => assert!(stages.contains(&&from[7..]), "{line}"),
            ["COPY", sources @ .., _] => {
                for source in sources {
                    assert!(root.join(source).exists(), "{line}");
                }
            }
            _ => {}
        }
    }
    assert!(stages.contains(&"ci") && file("docs/ci.md").contains("--target ci"));
    assert!(dockerfile.contains("--bin copydesk") && dockerfile.contains("ENTRYPOINT [\"/copydesk\"]"));
}

#[test]
fn the_snippets_name_this_version_and_options_that_are_there() {
    let page = file("docs/ci.md");
    assert!(page.contains(&format!("OWNER/copydesk@v{VERSION}")));
    assert!(page.contains(&format!("rev: v{VERSION}")));
    let known = known();
    let calls = page.lines().filter_map(|line| line.split_once("copydesk lint "));
    for (before, call) in calls.filter(|(before, _)| !before.contains("docker")) {
        let unknown: Vec<_> = options(&format!(" {call}")).difference(&known).cloned().collect();
        assert!(unknown.is_empty(), "{before}copydesk lint {call}: {unknown:?}");
    }
    let npm = file("packaging/npm/build.mjs");
    assert!(npm.contains("Cargo.toml") && file("pyproject.toml").contains("dynamic = [\"version\"]"));
}
