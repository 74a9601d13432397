//! Reads the specs and compares every finding of every draft in them.

use std::path::PathBuf;
use std::sync::Arc;

use copydesk::analysis::DraftSettings;
use copydesk::analysis::register::Register;
use copydesk::rules::Finding;
use copydesk::verify::{Notes, NotesFormat};
use copydesk::{config, rules};

use crate::spec::{self, Part};
use crate::{analyse_with, root, updates};

fn specs() -> Vec<(String, PathBuf)> {
    let mut specs: Vec<_> = std::fs::read_dir(root().join("tests/drafts"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), path))
        .collect();
    specs.sort();
    specs
}

#[test]
fn drafts_have_the_findings_that_are_drawn_in_them() {
    let mut wrong = String::new();
    for (name, path) in specs() {
        let mut parts = spec::parse(&std::fs::read_to_string(&path).unwrap());
        let read_with = read_with(&parts);
        let settings = with_rule(&name, &parts);
        for part in &mut parts {
            let Part::Fence(fence) = part else { continue };
            let draft = fence.draft();
            let drawn = spec::draw(
                &draft,
                &analyse_with(&draft, fence.format, read_with.clone(), settings.clone()).findings,
            );
            if drawn != fence.body {
                let now = spec::lines_of(&drawn);
                wrong.push_str(&format!(
                    "\ntests/drafts/{name}.md:{}: the findings of this draft are now\n\n{now}",
                    fence.line
                ));
                fence.body = drawn;
            }
        }
        if updates() {
            std::fs::write(&path, spec::write(&parts)).unwrap();
        }
    }
    assert!(
        wrong.is_empty() || updates(),
        "{wrong}\nCOPYDESK_UPDATE=1 writes this into the files; read the diff"
    );
}

/// The default settings, with the rule of a spec turned on and the terms in its `toml` fence.
fn with_rule(code: &str, parts: &[Part]) -> rules::Settings {
    let mut settings = rules::Settings::default();
    let text = fenced("toml", parts);
    if text.contains("[[terms]]") {
        let (options, mut problems) = config::Options::read(&text);
        let terms = config::terms_of(Vec::new(), &options.terms, &mut problems);
        assert_eq!(problems, []);
        settings.set_terms(Arc::new(rules::Terms::new(terms)));
    }
    if let Some(rule) = rules::find(code) {
        settings.set_level(rule, Some(rule.level));
    }
    settings
}

/// What is in the first fence of a spec with this name.
fn fenced(name: &str, parts: &[Part]) -> String {
    let opening = format!("```{name}");
    let lines = parts.iter().map(|part| match part {
        Part::Prose(line) => line.as_str(),
        Part::Fence(_) => "",
    });
    let inside: Vec<&str> = lines
        .skip_while(|line| *line != opening)
        .skip(1)
        .take_while(|line| *line != "```")
        .collect();
    inside.join("\n")
}

/// What all drafts of a spec are read with: the actor file in its `toml` fence, and the notes in its `notes` fence.
fn read_with(parts: &[Part]) -> DraftSettings {
    let notes = fenced("notes", parts);
    let notes = (!notes.is_empty()).then(|| Arc::new(Notes::of_text("notes.md", &notes, NotesFormat::Text)));
    DraftSettings {
        register: actor_file(parts),
        notes,
        ..DraftSettings::default()
    }
}

fn actor_file(parts: &[Part]) -> Option<Arc<Register>> {
    let text = fenced("toml", parts);
    if !text.contains("[[actor]]") {
        return None;
    }
    let (entries, problems) = config::read_actors(&text);
    assert_eq!(problems, []);
    (!entries.is_empty()).then(|| Arc::new(Register::new(entries)))
}

/// What each rule finds in the drafts of its spec, by code.
pub fn findings_by_rule() -> Vec<(String, Vec<Finding>)> {
    let of_spec = |(name, path): (String, PathBuf)| {
        let parts = spec::parse(&std::fs::read_to_string(path).unwrap());
        let (read_with, settings) = (read_with(&parts), with_rule(&name, &parts));
        let findings = parts.iter().flat_map(|part| match part {
            Part::Fence(fence) => {
                analyse_with(&fence.draft(), fence.format, read_with.clone(), settings.clone()).findings
            }
            Part::Prose(_) => Vec::new(),
        });
        let own = findings.filter(|finding| finding.code == name).collect();
        (name, own)
    };
    specs().into_iter().map(of_spec).collect()
}

#[test]
fn every_rule_has_a_spec_with_flagged_and_clean_drafts() {
    // While findings are drawn, a new draft is still without.
    if updates() {
        return;
    }
    for (name, path) in specs() {
        let parts = spec::parse(&std::fs::read_to_string(&path).unwrap());
        let mut section = String::new();
        let (mut flagged, mut clean) = (0, 0);
        for part in &parts {
            match part {
                Part::Prose(line) => {
                    if let Some(title) = line.strip_prefix("## ") {
                        title.clone_into(&mut section);
                    }
                }
                Part::Fence(fence) => {
                    let found = fence.body.iter().any(|line| line.contains(&format!("^ {name}: ")));
                    let place = format!("tests/drafts/{name}.md:{}", fence.line);
                    match section.as_str() {
                        "Flagged" => assert!(found, "{place} is under “Flagged” without a finding"),
                        "Clean" => assert!(!found, "{place} is under “Clean” with a finding"),
                        _ => panic!("{place} is under neither “Flagged” nor “Clean”"),
                    }
                    flagged += usize::from(found);
                    clean += usize::from(!found);
                }
            }
        }
        assert!(
            rules::find(&name).is_some(),
            "tests/drafts/{name}.md is named after no rule"
        );
        assert!(
            flagged > 0 && clean > 0,
            "tests/drafts/{name}.md needs flagged and clean drafts"
        );
    }
}
