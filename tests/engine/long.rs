//! Edits in drafts of many paragraphs, where most of what is known is kept: the facts are those of a fresh start.

use copydesk::engine::{self, Cache, Host};
use copydesk::language::embedded;
use copydesk::markup::Format;
use copydesk::text::{Change, Encoding, Range};
use proptest::prelude::*;
use proptest::sample::select;

use crate::host::{NAME, read_as};

/// Sentences whose people, bodies, days and events refer to each other over paragraphs.
const SENTENCES: [&str; 36] = [
    "Mayor Odile Marchetti met Foreign Minister Anders Holm in Ostrava on Monday.",
    "She said the ferry was late.",
    "“We will open the harbour,” Marchetti said.",
    "“It was not safe,” he told the Velden Herald.",
    "The minister denied it.",
    "The mayor left for Velden on Tuesday.",
    "A tall sailor watched the ferry.",
    "The sailor told them that he had waited for years.",
    "“I will stay.",
    "“Now it is done.”",
    "The Harbour Workers’ Union called a strike.",
    "The union said its members would meet on 12 May 2031.",
    "They met in Ostrava, and the two agreed on a truce.",
    "Zoë Brandt, the captain, announced a visit to Marlow.",
    "Brandt said her brother would sign the deal.",
    "The captain and Holm met again.",
    "The meeting in Ostrava was long.",
    "Mrs. Marchetti thanked him because he had come.",
    "The company has a new director.",
    "Norland rejected the plan.",
    "The country will vote in June.",
    "Its director, Ruth Okafor, resigned on Friday.",
    "“We waited,” they said.",
    "He did not say who would pay.",
    "Nobody was hurt.",
    "Holm’s envoy Ana Ruiz asked the board to meet her.",
    "\"The ferry of Holm & Sons was late again on Monday, and nobody knew why,\" Ana Ruiz said.",
    "Okafor was skeptical.",
    "“We stay,” Captain Tom Holm said. “We stay for good.”",
    "“The ferry of Holm & Sons was late again on Monday, and nobody knew why,” she told the board.",
    "“What now?” Brandt asked.",
    "The union called it “odd.",
    "— Ruth Okafor",
    "According to Brandt, the deal was “done”.",
    "Mary Holm and John Brandt left with the mayor.",
    "Marchetti told the board:",
];

/// What is put into a paragraph, or takes the place of a stretch of it.
const PUT: [&str; 26] = [
    "a",
    " ",
    "s",
    "\n\n",
    "\n\nHe left.\n\n",
    " Mr.",
    " the minister",
    " she",
    " Anders Holm",
    " Holm",
    "“",
    "”",
    " said",
    " on Friday",
    " in 2018",
    " met",
    " a sailor",
    " the director",
    "\n\n# The harbour\n\n",
    ".",
    "H",
    " Zoë",
    "\"",
    "\n\n— Holm\n\n",
    "\n\n“It is late.”\n\n",
    ":",
];

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(select(SENTENCES.to_vec()), 1..4).prop_map(|sentences| sentences.join(" "))
}

fn draft() -> impl Strategy<Value = String> {
    prop::collection::vec(paragraph(), 20..90).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

/// An edit near a share of the text: replace up to so many bytes.
fn edit() -> impl Strategy<Value = (f64, usize, &'static str)> {
    let long = prop_oneof![6 => 0..3_usize, 2 => 3..40_usize, 1 => 0..400_usize];
    // Most keys follow others at the same place.
    let share = prop_oneof![1 => 0.0..1.0, 1 => Just(0.5)];
    (share, long, select(PUT.to_vec()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_of_a_long_draft_is_what_is_found(
        start in draft(),
        script in prop::collection::vec(edit(), 1..12),
        format in select(vec![Format::Plain, Format::Markdown]),
    ) {
        let mut host = Host::default();
        host.open(NAME, &start, 1, read_as(format));
        let _ = host.version(NAME).unwrap().analyse(embedded()).outline();
        for (step, (share, long, new)) in script.iter().enumerate() {
            let document = host.version(NAME).unwrap().document;
            let from = (document.len() as f64 * share) as usize;
            let range = Range {
                start: document.position(from, Encoding::Utf16),
                end: document.position(from + long, Encoding::Utf16),
            };
            let change = Change { range: Some(range), text: (*new).to_owned() };
            host.edit(NAME, step as i32 + 2, &[change], Encoding::Utf16);
            let version = host.version(NAME).unwrap();
            let kept = version.analyse(embedded());
            let scratch = engine::analyse(&version.draft(), &Cache::default(), embedded());
            prop_assert_eq!(&kept.facts, &scratch.facts);
            prop_assert_eq!(&kept.findings, &scratch.findings);
            prop_assert_eq!(kept.outline(), scratch.outline());
        }
    }
}
