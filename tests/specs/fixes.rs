//! What must hold of every fix of every draft in the tests: whichever of them are applied together, the draft that results
//! is no worse. The drafts are those of the specs, of the hard cases and of the examples.

use std::collections::BTreeMap;

use copydesk::analysis::{DraftSettings, QuotationKind};
use copydesk::engine::{self, Cache, Draft, ReadAs, Snapshot};
use copydesk::language;
use copydesk::markup::Format;
use copydesk::rules::{Edit, Finding, FixSafety};
use jiff::civil::date;

use crate::root;
use crate::spec::{self, Part};

/// With so many findings that have fixes every subset is tried; with more, each alone, each pair and all of them.
const EVERY_SUBSET: usize = 6;

#[test]
fn no_subset_of_the_fixes_leaves_a_worse_draft() {
    let mut wrong = Vec::new();
    for (name, draft, format) in drafts() {
        // Most drafts have no date; with one, days are offered.
        for day in [None, Some(date(2031, 5, 8))] {
            let cache = Cache::default();
            let read = |text: &str| read(text, format, day, &cache);
            let before = read(&draft);
            for edits in subsets(&before.findings) {
                let fixed = apply(&draft, &edits);
                if let Some(problem) = worse(&before, &read(&fixed), &fixed) {
                    wrong.push(format!("{name}: {problem}\n--- {draft}\n+++ {fixed}"));
                    break;
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn read(text: &str, format: Format, day: Option<jiff::civil::Date>, cache: &Cache) -> Snapshot {
    let settings = DraftSettings {
        reference_date: day,
        ..DraftSettings::default()
    };
    let draft = Draft {
        text: text.into(),
        read_as: ReadAs {
            format,
            settings,
            rules: Default::default(),
        },
    };
    engine::analyse(&draft, cache, language::embedded())
}

/// The drafts of the specs and of the hard cases, and the examples.
pub fn drafts() -> Vec<(String, String, Format)> {
    let mut files: Vec<_> = std::fs::read_dir(root().join("tests/drafts"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.push(root().join("tests/speakers/hard-cases.md"));
    files.push(root().join("tests/events/hard-cases.md"));
    let mut drafts = Vec::new();
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for part in spec::parse(&std::fs::read_to_string(&path).unwrap()) {
            if let Part::Fence(fence) = part {
                drafts.push((format!("{name}:{}", fence.line), fence.draft(), fence.format));
            }
        }
    }
    for entry in std::fs::read_dir(root().join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension != "toml") {
            let text = std::fs::read_to_string(&path).unwrap();
            drafts.push((path.display().to_string(), text, Format::of_path(&path)));
        }
    }
    drafts
}

/// The edits of subsets of the fixes, at most one of each finding; edits that overlap others are left out, as everybody
/// does who applies them.
fn subsets(findings: &[Finding]) -> Vec<Vec<&Edit>> {
    let choices: Vec<Vec<&[Edit]>> = findings
        .iter()
        .map(|finding| finding.fixes.iter().map(|fix| fix.edits.as_slice()).collect())
        .filter(|fixes: &Vec<_>| !fixes.is_empty())
        .collect();
    let mut chosen: Vec<Vec<&[Edit]>> = vec![Vec::new()];
    if choices.len() <= EVERY_SUBSET {
        for fixes in &choices {
            let with = chosen
                .iter()
                .flat_map(|before| fixes.iter().map(|fix| [before.as_slice(), &[*fix]].concat()));
            let with: Vec<_> = with.collect();
            chosen.extend(with);
        }
    } else {
        for (at, fixes) in choices.iter().enumerate() {
            for fix in fixes {
                chosen.push(vec![fix]);
                let others = choices[at + 1..].iter().flatten();
                chosen.extend(others.map(|other| vec![*fix, *other]));
            }
        }
        for nth in 0..2 {
            chosen.push(
                choices
                    .iter()
                    .filter_map(|fixes| fixes.get(nth).or(fixes.first()).copied())
                    .collect(),
            );
        }
    }
    chosen.into_iter().map(|fixes| without_overlap(&fixes)).collect()
}

fn without_overlap<'a>(fixes: &[&'a [Edit]]) -> Vec<&'a Edit> {
    let mut taken: Vec<&Edit> = Vec::new();
    for fix in fixes {
        let is_free = |edit: &Edit| {
            taken
                .iter()
                .all(|other| edit.span.end < other.span.start || other.span.end < edit.span.start)
        };
        if fix.iter().all(is_free) {
            taken.extend(*fix);
        }
    }
    taken.sort_by_key(|edit| edit.span);
    taken
}

fn apply(text: &str, edits: &[&Edit]) -> String {
    let mut fixed = text.to_owned();
    for edit in edits.iter().rev() {
        fixed.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    fixed
}

/// What is worse in the fixed draft: a finding that the draft before did not have, or a clock time without its half of
/// the day.
fn worse(before: &Snapshot, after: &Snapshot, fixed: &str) -> Option<String> {
    let (known, now) = (counted(&before.findings), counted(&after.findings));
    // A quotation that is closed now may lack its speaker as well, and a comment that names a rule now may be needless.
    let hidden = |code: &str| match code {
        "unattributed-quote" => known.contains_key("unclosed-quote"),
        "unused-suppression" => known.contains_key("unknown-suppression"),
        _ => false,
    };
    let is_new =
        |(code, count): &(&&str, &usize)| known.get(**code).is_none_or(|known| known < *count) && !hidden(code);
    let new = now.iter().find(is_new);
    if let Some((code, _)) = new {
        let messages: Vec<&str> = after
            .findings
            .iter()
            .filter(|finding| finding.code == *code)
            .map(|finding| finding.message.as_str())
            .collect();
        return Some(format!("new finding {code}: {messages:?}"));
    }
    let broken = broken_clock(fixed).filter(|clock| !before_has(before, clock));
    broken.map(|clock| format!("broken clock time “{clock}”"))
}

fn before_has(before: &Snapshot, clock: &str) -> bool {
    before.text.contains(clock)
}

/// How often each rule has found something.
fn counted(findings: &[Finding]) -> BTreeMap<&'static str, usize> {
    let mut counted = BTreeMap::new();
    for finding in findings {
        *counted.entry(finding.code).or_default() += 1;
    }
    counted
}

/// “at 7 Tuesday”: an hour after “at” and before a weekday, without its half of the day.
fn broken_clock(text: &str) -> Option<String> {
    const DAYS: [&str; 7] = ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let broken = words.windows(3).find(|words| {
        let is_hour = words[1].parse::<u8>().is_ok_and(|hour| (1..=12).contains(&hour));
        let is_day = DAYS.iter().any(|day| words[2].starts_with(&format!("{day}day")));
        words[0].eq_ignore_ascii_case("at") && is_hour && is_day
    });
    broken.map(|words| words.join(" "))
}

#[test]
fn safe_fixes_change_no_quoted_words() {
    for (name, draft, format) in drafts() {
        let snapshot = read(&draft, format, None, &Cache::default());
        let fixes = snapshot.findings.iter().flat_map(|finding| &finding.fixes);
        for edit in fixes
            .filter(|fix| fix.safety == FixSafety::Safe)
            .flat_map(|fix| &fix.edits)
        {
            let quotations = snapshot.facts.quotations.iter();
            for quotation in quotations.filter(|quotation| quotation.kind != QuotationKind::Indirect) {
                let span = snapshot.markup.source_span(quotation.place);
                assert!(!span.overlaps(edit.span), "{name}: {edit:?}");
            }
        }
    }
}
