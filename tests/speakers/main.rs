//! Reads the drafts of `hard-cases.md` and compares what copydesk makes of their quotations with what stands there.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::Path;

use copydesk::analysis::{QuotationKind, QuotationStatus};
use copydesk::engine::{self, Cache, Draft};

#[test]
fn the_hard_cases_hold() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/speakers/hard-cases.md");
    let written = std::fs::read_to_string(&path).unwrap();
    let now = rewritten(&written);
    if std::env::var_os("COPYDESK_UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let differences: Vec<String> = written
        .lines()
        .zip(now.lines())
        .filter(|(old, new)| old.trim_start_matches("wrong: ") != new.trim_start_matches("wrong: "))
        .map(|(old, new)| format!("expected {old}\n     got {new}"))
        .collect();
    assert!(
        differences.is_empty() && written.lines().count() == now.lines().count(),
        "{}",
        differences.join("\n")
    );
}

/// The file with the lines under each draft as copydesk sees it now.
fn rewritten(written: &str) -> String {
    let mut out = String::new();
    let mut lines = written.lines().peekable();
    while let Some(line) = lines.next() {
        let _ = writeln!(out, "{line}");
        if !line.starts_with("```draft") {
            continue;
        }
        let names = line == "```draft names";
        let mut draft = String::new();
        for line in lines.by_ref() {
            let _ = writeln!(out, "{line}");
            if line == "```" {
                break;
            }
            let _ = writeln!(draft, "{line}");
        }
        let mut wrong = Vec::new();
        while lines
            .peek()
            .is_some_and(|line| line.starts_with("- ") || line.starts_with("wrong: - "))
        {
            wrong.push(lines.next().unwrap().starts_with("wrong: "));
        }
        for (index, found) in quotations(&draft, names).into_iter().enumerate() {
            let known = wrong.get(index).copied().unwrap_or(false);
            let _ = writeln!(out, "{}- {found}", if known { "wrong: " } else { "" });
        }
    }
    out
}

/// The quotations of a draft, each in a line; with the full name of its speaker where `names` asks for it.
fn quotations(text: &str, names: bool) -> Vec<String> {
    let draft = Draft {
        text: text.into(),
        ..Draft::default()
    };
    let snapshot = engine::analyse(&draft, &Cache::default(), copydesk::language::embedded());
    let facts = &snapshot.facts;
    facts
        .quotations
        .iter()
        .map(|quotation| {
            let marked = snapshot.text_of(quotation.place);
            let words = marked
                .trim_matches(['“', '”', '"', '‘', '’'])
                .trim_start_matches("''")
                .trim_end_matches("''");
            let full = quotation
                .speaker
                .as_ref()
                .filter(|_| names)
                .map_or_else(String::new, |speaker| {
                    format!(" = {}", speaker.resolved.as_deref().unwrap_or("left open"))
                });
            let speaker = quotation.speaker.as_ref().map_or("nobody", |speaker| &speaker.text);
            let kind = match quotation.kind {
                QuotationKind::Direct => "direct",
                QuotationKind::Mixed => "mixed",
                QuotationKind::Indirect => "indirect",
                QuotationKind::Mention => "mention",
            };
            let status = match quotation.status {
                QuotationStatus::Attributed => ", attributed",
                QuotationStatus::Carried => ", carried",
                QuotationStatus::Anonymous => ", anonymous",
                QuotationStatus::Unattributed => ", unattributed",
                QuotationStatus::None => "",
            };
            format!("{words}: {speaker}{full}, {kind}{status}")
        })
        .collect()
}
