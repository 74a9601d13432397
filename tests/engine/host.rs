//! After any edits the host gives what an analysis from scratch gives: what is kept from version to version never shows.

use std::sync::Arc;

use copydesk::analysis::DraftSettings;
use copydesk::engine::{self, Cache, Host, ReadAs, Snapshot};
use copydesk::markup::Format;
use copydesk::rules::{self, RULES};
use copydesk::text::{Change, Encoding, Position, Range};
use proptest::prelude::*;
use proptest::sample::select;

use crate::model::ListModel;

pub const NAME: &str = "2031-04-30-harbour.md";

/// Pieces of drafts, whole and broken: what is in one block changes what is found in others.
const PIECES: [&str; 50] = [
    "“We will open the harbour,” Mayor Odile Marchetti said on Monday.",
    "\"It was not safe,\" she told the Velden Herald.",
    "“We have waited for years.",
    "“Now it is done.”",
    "He said the minister denied it.",
    "Foreign Minister Anders Holm met Marchetti in Ostrava on 12 May 2031.",
    "Holm announced announced a visit to Marlow.",
    "Marchetti Marchetti",
    "Holm",
    "she",
    " said",
    "the mayor",
    "Zoë Brandt visited Velden in May.",
    "According to the readout, “trade” was the topic.",
    "The so-called “harbour deal” was not signed.",
    "‘No,’ he said.",
    "»Nein«, sagte sie.",
    "Monday, 13 May 2031",
    "next Friday",
    "yesterday",
    "VELDEN, April 30 (Wire) - ",
    "By Ruth Okafor",
    "# Harbour opens\n",
    "## “Never again”",
    "> “We stay,” Holm said.\n",
    "- Holm said it.\n",
    "---\ntitle: Harbour\ndate: 2031-05-02\n---\n",
    "+++\n",
    "&ldquo;Yes&rdquo; \\[sic\\] *said* [Holm](http://example.org)",
    "“They (have) to act,” Holm said.",
    "It begins at 8 p.m. tonight, alleged arms dealer Zoë Brandt said.",
    "“It was “late” again,” she said.",
    "“It was late\", he said, xx.",
    "Monday, 14 May 2031, 31 April",
    "Of the members, 3 of 5 (70%) were there.",
    "A source said it. Sources said so.",
    "Holn",
    "“We will open the harbour,” said Holm, “and we will not go,” Holm said.",
    "<!-- copydesk: ignore doubled-word: as sung -->\n",
    "Q: Why?\n\nA: I do not know.",
    "“",
    "”",
    "\"",
    ".",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "🙂",
    "\u{2028}",
];

pub fn text(most: usize) -> impl Strategy<Value = String> {
    let joints = select(vec!["", " ", "\n", "\n\n"]);
    prop::collection::vec((select(PIECES.to_vec()), joints), 0..most)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, joint)| [piece, joint]).collect())
}

/// An edit at a share of the text: replace up to so many bytes by something.
pub fn edit() -> impl Strategy<Value = (f64, usize, String)> {
    let long = prop_oneof![3 => 0..4_usize, 1 => 0..200_usize];
    let new = prop_oneof![2 => Just(String::new()), 2 => select(vec!["a", "s", ",", "”", "\n"]).prop_map(String::from),
        3 => text(3)];
    (0.0..1.0, long, new)
}

/// Makes an edit, the first of them being number 0. Returns whether the draft is open.
pub fn applies(host: &mut Host, step: usize, (share, long, new): &(f64, usize, String)) -> bool {
    let document = host.version(NAME).unwrap().document;
    let from = (document.len() as f64 * share) as usize;
    let range = Range {
        start: document.position(from, Encoding::Utf16),
        end: document.position(from + long, Encoding::Utf16),
    };
    let change = Change {
        range: Some(range),
        text: new.clone(),
    };
    host.edit(NAME, step as i32 + 2, &[change], Encoding::Utf16)
}

pub fn formats() -> impl Strategy<Value = Format> {
    select(vec![Format::Plain, Format::Markdown, Format::Html, Format::ArchieMl])
}

pub fn read_as(format: Format) -> ReadAs {
    ReadAs {
        format,
        settings: DraftSettings {
            file_name: Some(NAME.to_owned()),
            ..DraftSettings::default()
        },
        rules: all_rules(),
    }
}

/// Every rule, those that are off by default, too.
fn all_rules() -> Arc<rules::Settings> {
    let mut settings = rules::Settings::default();
    settings.select(RULES.iter().copied());
    Arc::new(settings)
}

fn same(kept: &Snapshot, scratch: &Snapshot) -> Result<(), TestCaseError> {
    prop_assert_eq!(&kept.text, &scratch.text);
    prop_assert_eq!(&kept.markup, &scratch.markup);
    prop_assert_eq!(&kept.blocks, &scratch.blocks);
    prop_assert_eq!(&kept.facts, &scratch.facts);
    prop_assert_eq!(&kept.findings, &scratch.findings);
    prop_assert_eq!(&kept.suppressed, &scratch.suppressed);
    prop_assert_eq!(kept.outline(), scratch.outline());
    Ok(())
}

/// Facts must point into the text, or a front end shows them somewhere else.
fn sound(snapshot: &Snapshot) -> Result<(), TestCaseError> {
    let text = &*snapshot.text;
    for finding in &snapshot.findings {
        let fixes = finding
            .fixes
            .iter()
            .flat_map(|fix| fix.edits.iter().map(|edit| edit.span));
        let related = finding.related.iter().map(|related| related.span);
        for span in fixes.chain(related).chain([finding.span]) {
            prop_assert!(
                text.get(span.start..span.end).is_some(),
                "{} at {:?}",
                finding.code,
                span
            );
        }
    }
    for (at, _) in text.char_indices() {
        if let Some(hover) = snapshot.hover(at) {
            prop_assert!(text.get(hover.span.start..hover.span.end).is_some(), "{:?}", hover);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_never_shows(
        start in text(14),
        script in prop::collection::vec(edit(), 1..10),
        format in formats(),
        skipped in any::<u16>(),
    ) {
        let mut host = Host::default();
        host.open(NAME, &start, 1, read_as(format));
        let _ = host.version(NAME).unwrap().analyse(&ListModel);
        for (step, edit) in script.iter().enumerate() {
            prop_assert!(applies(&mut host, step, edit));
            // A fast typist's versions are not all analyzed.
            if skipped >> step & 1 == 0 {
                let version = host.version(NAME).unwrap();
                let kept = version.analyse(&ListModel);
                let scratch = engine::analyse(&version.draft(), &Cache::default(), &ListModel);
                same(&kept, &scratch)?;
                sound(&kept)?;
            }
        }
    }

    #[test]
    fn a_draft_is_read_the_same_way_twice(text in text(14), format in formats()) {
        let mut host = Host::default();
        host.open(NAME, &text, 1, read_as(format));
        let version = host.version(NAME).unwrap();
        same(&version.analyse(&ListModel), &version.analyse(&ListModel))?;
    }

    #[test]
    fn another_way_of_reading_leaves_nothing_of_the_first(text in text(10), one in formats(), other in formats()) {
        let mut host = Host::default();
        host.open(NAME, &text, 1, read_as(one));
        let _ = host.version(NAME).unwrap().analyse(&ListModel);
        host.configure(NAME, read_as(other));
        let version = host.version(NAME).unwrap();
        same(&version.analyse(&ListModel), &engine::analyse(&version.draft(), &Cache::default(), &ListModel))?;
    }
}

/// The generated drafts would prove nothing if nothing were found in them.
#[test]
fn the_pieces_hold_facts_of_every_kind() {
    let mut host = Host::default();
    host.open(NAME, &PIECES.join("\n\n"), 1, read_as(Format::Plain));
    let facts = host.version(NAME).unwrap().analyse(&ListModel).facts;
    assert!(facts.quotations.len() > 5, "{:?}", facts.quotations.len());
    assert!(facts.quotations.iter().any(|quotation| quotation.speaker.is_some()));
    assert!(facts.actors.len() > 5, "{:?}", facts.actors);
    assert!(facts.mentions.len() > facts.actors.len(), "{:?}", facts.mentions);
    assert!(facts.times.len() > 3, "{:?}", facts.times);
    assert!(facts.events.len() > 5, "{:?}", facts.events);
}

/// Letters typed into a block leave the facts of the others where they were.
#[test]
fn only_the_edited_block_is_analysed_again() {
    let mut host = Host::default();
    host.open(NAME, &PIECES[..6].join("\n\n"), 1, read_as(Format::Plain));
    let before = host.version(NAME).unwrap().analyse(&ListModel);
    let at = Position::new(0, 5);
    let range = Some(Range { start: at, end: at });
    let change = Change {
        range,
        text: "x".to_owned(),
    };
    host.edit(NAME, 2, &[change], Encoding::Utf16);
    let after = host.version(NAME).unwrap().analyse(&ListModel);
    let shared: Vec<bool> = before
        .blocks
        .iter()
        .zip(&after.blocks)
        .map(|(one, other)| std::sync::Arc::ptr_eq(one, other))
        .collect();
    assert_eq!(shared, [false, true, true, true, true, true]);
}
