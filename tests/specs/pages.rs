//! What is made from the list of rules: `docs/rules/` with one page for each rule and a table, the table of the project's
//! README, and the list of files that rustfmt reads.

use std::fmt::Write;

use copydesk::config::{profile_names, profile_rows};
use copydesk::rules::{RULES, Rule};

use crate::{MADE, compare, root};

#[test]
fn every_rule_has_its_page() {
    let folder = root().join("docs/rules");
    let mut stale: Vec<String> = RULES
        .iter()
        .filter_map(|rule| compare(folder.join(format!("{}.md", rule.code)), &page(rule)).err())
        .collect();
    stale.extend(compare(folder.join("README.md"), &format!("{MADE}# Rules\n\n{}", table(""))).err());
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let code = name.trim_end_matches(".md");
        if code != "README" && copydesk::rules::find(code).is_none() {
            stale.push(format!("docs/rules/{name} is the page of no rule; delete it"));
        }
    }
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}

/// The lines of README.md between which the table is.
const TABLE: (&str, &str) = (
    "<!-- The table of rules, made by `COPYDESK_UPDATE=1 cargo test --test specs`: -->\n\n",
    "\n<!-- The end of the table. -->\n",
);

#[test]
fn the_readme_lists_the_rules() {
    let path = root().join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme
        .split_once(TABLE.0)
        .expect("README.md has a line before its table");
    let (_, after) = rest.split_once(TABLE.1).expect("README.md has a line after its table");
    let wanted = [before, TABLE.0, &table("docs/rules/"), TABLE.1, after].concat();
    compare(path, &wanted).unwrap();
}

#[test]
fn every_profile_says_what_it_turns_on() {
    let mut text = format!(
        "{MADE}# Profiles\n\nA house style to begin with: `profile = \"ap\"` in `copydesk.toml`. What the configuration says of a \
         rule counts more. The rows are in `src/config/data/profiles.tsv`; a profile is not a substitute for the style guide \
         it is named after, and no publisher of such a guide has reviewed it.\n"
    );
    for profile in profile_names() {
        write!(text, "\n## {profile}\n\n").unwrap();
        if profile_rows(profile).next().is_none() {
            text.push_str("Every rule as it is by default.\n");
            continue;
        }
        text.push_str("| rule | set to | why |\n|---|---|---|\n");
        for row in profile_rows(profile) {
            let (name, value) = match (row.rule, row.key) {
                ("locale", _) => ("`locale`".to_owned(), format!("`{}`", row.value)),
                (rule, "level") => (format!("[{rule}](rules/{rule}.md)"), format!("`{}`", row.value)),
                (rule, key) => (format!("[{rule}](rules/{rule}.md)"), format!("`{key} = {}`", row.value)),
            };
            writeln!(text, "| {name} | {value} | {} |", row.why).unwrap();
        }
    }
    compare(root().join("docs/profiles.md"), &text).unwrap();
}

#[test]
fn rustfmt_is_shown_every_rule() {
    let mut text = String::from(
        "// Made from the list of rules by `COPYDESK_UPDATE=1 cargo test --test specs`; do not edit.\n\
         //! Shows the files of the rules to rustfmt, which does not look into macros. Nothing here is compiled.\n\n",
    );
    for rule in RULES {
        let name = rule.code.replace('-', "_");
        writeln!(text, "#[path = \"{name}.rs\"]\nmod {name};").unwrap();
    }
    compare(root().join("src/rules/all/for_rustfmt.rs"), &text).unwrap();
}

#[test]
fn every_page_has_the_headings_that_readers_look_for() {
    for rule in RULES {
        let page = rule.page();
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(
            headings,
            [
                "What it flags",
                "Why it matters in a newsroom",
                "Example",
                "Better",
                "When it is wrong",
                "Options"
            ],
            "{}",
            rule.code
        );
    }
}

fn page(rule: &Rule) -> String {
    format!(
        "{MADE}# {}\n\nDefault level: {}. Category: {}. Since {}.\n\n{}",
        rule.code,
        level(rule),
        rule.category.name(),
        rule.since,
        rule.page()
    )
}

/// The table of the rules, with links to their pages in `folder`.
fn table(folder: &str) -> String {
    let mut text = String::from("| rule | flags | category | default level | since |\n|---|---|---|---|---|\n");
    for rule in RULES {
        writeln!(
            text,
            "| [{0}]({folder}{0}.md) | {1} | {2} | {3} | {4} |",
            rule.code,
            rule.summary,
            rule.category.name(),
            level(rule),
            rule.since
        )
        .unwrap();
    }
    text
}

fn level(rule: &Rule) -> &'static str {
    rule.default_level().map_or("off", |level| level.name())
}
