//! The outlines and the timeline of the drafts in `examples`, as text. `COPYDESK_UPDATE=1` rewrites them.

use std::path::Path;

use copydesk::analysis::DraftSettings;
use copydesk::engine::{self, Cache, Draft, OutlineItem, OutlineKind, ReadAs, Snapshot};
use copydesk::markup::Format;
use copydesk::render::{self, Timeline};

const DRAFTS: [(&str, Format); 3] = [
    ("summit-call.txt", Format::Plain),
    ("library-opening.txt", Format::Plain),
    ("ferry-strike.md", Format::Markdown),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str, format: Format) -> Snapshot {
    let text = std::fs::read_to_string(root().join("examples").join(name)).unwrap();
    let draft = Draft {
        text: text.into(),
        read_as: ReadAs {
            format,
            settings: DraftSettings {
                // The one of `examples/copydesk.toml`.
                fallback_date: Some(jiff::civil::date(2031, 5, 5)),
                ..DraftSettings::default()
            },
            ..ReadAs::default()
        },
    };
    engine::analyse(&draft, &Cache::default(), copydesk::language::embedded())
}

fn compare(file: &str, now: &str) {
    let path = root().join("tests/events").join(file);
    if std::env::var_os("COPYDESK_UPDATE").is_some() {
        std::fs::write(&path, now).unwrap();
    }
    let held = std::fs::read_to_string(&path).unwrap_or_default();
    let difference = similar::TextDiff::from_lines(held.as_str(), now)
        .unified_diff()
        .to_string();
    assert!(difference.is_empty(), "{file}\n{difference}");
}

#[test]
fn outlines_read_as_they_did() {
    let mut text = String::new();
    for (name, format) in DRAFTS {
        text.push_str(&format!(
            "## {name}\n\n{}\n",
            render::outline(&read(name, format).outline())
        ));
    }
    compare("outlines.txt", &text);
}

#[test]
fn the_timeline_reads_as_it_did() {
    let mut timeline = Timeline::default();
    for (name, format) in DRAFTS {
        timeline.add(name, &read(name, format));
    }
    compare("timeline.md", &timeline.markdown());
    compare("timeline.csv", &timeline.csv());
}

/// Ranges nest, siblings are apart, names are short: what every editor asks of an outline.
fn check(items: &[OutlineItem], inside: copydesk::text::Span) -> usize {
    let mut spans: Vec<_> = items.iter().map(|item| item.selection).collect();
    spans.sort();
    spans.dedup();
    assert_eq!(spans.len(), items.len(), "two lines for one place");
    items
        .iter()
        .map(|item| {
            assert!(inside.covers(item.span) && item.span.covers(item.selection), "{item:?}");
            assert!(
                !item.name.trim().is_empty() && item.name.chars().count() <= 200,
                "{item:?}"
            );
            1 + check(&item.children, item.span)
        })
        .sum()
}

#[test]
fn ranges_nest_and_names_are_short() {
    for (name, format) in DRAFTS {
        let snapshot = read(name, format);
        let outline = snapshot.outline();
        let whole = copydesk::text::Span::new(0, snapshot.text.len());
        assert!(check(&outline, whole) <= 25, "{name}");
        fn main_events(items: &[OutlineItem]) -> usize {
            let of =
                |item: &OutlineItem| usize::from(item.kind == OutlineKind::MainEvent) + main_events(&item.children);
            items.iter().map(of).sum()
        }
        assert_eq!(main_events(&outline), 1, "{name}");
        // In the order of the draft, and the lines at the top do not overlap.
        let spans: Vec<_> = outline.iter().map(|item| item.span).collect();
        assert!(
            spans
                .iter()
                .zip(spans.iter().skip(1))
                .all(|(one, next)| !one.overlaps(*next)),
            "{name}"
        );
    }
}

#[test]
fn words_of_a_quotation_make_no_headline_for_the_verb_behind_them() {
    let text = "Dovak met Brandt on Monday.\n\nTorsen and Halloway have \"long-lasting exchanges and trust each other\", \
                Dovak said, calling Torsen and Halloway's contact \"the firmest ground.\"\n";
    let draft = Draft {
        text: text.into(),
        ..Draft::default()
    };
    let outline = engine::analyse(&draft, &Cache::default(), copydesk::language::embedded()).outline();
    let lines = render::outline(&outline);
    assert!(lines.starts_with("Dovak meets Brandt"), "{lines}");
    assert!(!lines.contains("\nLong-lasting"), "{lines}");
}

#[test]
fn a_day_of_a_caption_is_no_row_of_the_timeline() {
    let text = "The mill burned on Monday, May 5, 2031. Crews stand at the mill in Ostby on Tuesday, May 6, 2031. REUTERS/Bo \
                Lund The fire killed two.\n";
    let draft = Draft {
        text: text.into(),
        ..Draft::default()
    };
    let rows = engine::analyse(&draft, &Cache::default(), copydesk::language::embedded()).timeline();
    let days: Vec<&str> = rows.iter().map(|row| row.when.as_str()).collect();
    assert_eq!(days, ["Monday, May 5, 2031"]);
}
