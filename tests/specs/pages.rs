//! `docs/rules/` is made from the registry: one page for each rule, and the table in its README.

use std::fmt::Write;

use copydesk::rules::{RULES, Rule};

use crate::{compare, root};

const MADE: &str =
    "<!-- Made from the source of the rules by `COPYDESK_UPDATE=1 cargo test --test specs`; do not edit. -->\n\n";

#[test]
fn every_rule_has_its_page() {
    let folder = root().join("docs/rules");
    let mut stale: Vec<String> = RULES
        .iter()
        .filter_map(|rule| compare(folder.join(format!("{}.md", rule.code)), &page(rule)).err())
        .collect();
    stale.extend(compare(folder.join("README.md"), &table()).err());
    for entry in std::fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let code = name.trim_end_matches(".md");
        if code != "README" && copydesk::rules::find(code).is_none() {
            stale.push(format!("docs/rules/{name} is the page of no rule; delete it"));
        }
    }
    assert!(stale.is_empty(), "{}", stale.join("\n"));
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
        for option in rule.options {
            assert!(
                page.contains(&format!("`{}`", option.name)),
                "{} says nothing of {}",
                rule.code,
                option.name
            );
        }
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

fn table() -> String {
    let mut text =
        format!("{MADE}# Rules\n\n| rule | flags | category | default level | since |\n|---|---|---|---|---|\n");
    for rule in RULES {
        writeln!(
            text,
            "| [{0}]({0}.md) | {1} | {2} | {3} | {4} |",
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
    rule.level.map_or("off", |level| level.name())
}
