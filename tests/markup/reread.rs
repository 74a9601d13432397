//! A source that is read again after a change holds what it would hold if all of it were read.

use copydesk::markup::{self, Format};
use proptest::prelude::*;
use proptest::sample::select;

use crate::sources::source;

const PROSE: &[&str] = &[
    "The ferry left Velden at noon, and nobody on the quay was told why.",
    "“We have waited for years,” Odile Marchetti said. “Now it is done.”",
    "\"It was not safe\" - she told the Herald.",
    "HARBOUR TALKS BEGIN",
    "Harbour talks begin",
    "By Ruth Okafor",
    "VELDEN, April 30 (Wire) - The port was shut; it opens on Monday.",
    "- The board met.\n- Holm said: no.",
    "> “We stay,” Holm said.",
    "* The first item is long enough to be one.",
    "1. The first of several points",
    "A line of text\nand another line of it\nand a third.",
    "import duties rose in May, the board said.",
    "export of grain",
    "---\ntitle: Harbour talks\n---",
    "---\nThe harbour\n---",
    "The price was $5 and then $10 a day.",
    "<Note kind={a}>The port is shut.</Note>",
    "<div>\n\nThe port is shut.\n\n</div>",
    "<!-- the port -->",
    "[copydesk: ignore doubled-word: sic]",
    "(Reporting by Ruth Okafor; editing by Bo Lund)",
    "MORE",
    "-30-",
    "Talks\n=====",
    "| Port | Day |\n|---|---|\n| Velden | Monday |",
    "```\ncode\n```",
    "&ldquo;Yes&rdquo; and &amp; no, he said.",
    "&quot;It is late,&quot; said Ana Lund of Quay &amp Sons.",
    "Quay & Sons said “no”.",
    "The *port* is [shut](http://example.org) until May.",
    "# Harbour talks",
    "    indented words of a line",
    "  The ferry is late.  ",
];

const TYPED: &[&str] = &[
    "a", "S", " ", ",", ".", ":", "“", "”", "\"", "'", "-", "said", "(", ")", "1", "é", "\n", "*", "|", "=", "\u{AD}",
    "&", ";",
];

fn draft() -> impl Strategy<Value = String> {
    let piece = prop_oneof![6 => select(PROSE).prop_map(str::to_owned), 1 => source()];
    let joint = prop_oneof![6 => Just("\n\n"), 1 => Just("\n"), 1 => Just("\r\n\r\n"), 1 => Just("\n \n")];
    prop::collection::vec((piece, joint), 1..12).prop_map(|pieces| {
        pieces
            .iter()
            .flat_map(|(piece, joint)| [piece.as_str(), joint])
            .collect()
    })
}

/// An edit at a share of the text: replace so many characters by something.
fn edit() -> impl Strategy<Value = (f64, usize, &'static str)> {
    let long = prop_oneof![6 => Just(0_usize), 2 => Just(1), 1 => 0..12_usize];
    let new = prop_oneof![8 => select(TYPED), 1 => Just("")];
    (0.0..1.0, long, new)
}

fn edited(text: &str, (share, long, new): (f64, usize, &str)) -> String {
    let letters: Vec<char> = text.chars().collect();
    let from = (letters.len() as f64 * share) as usize;
    let to = (from + long).min(letters.len());
    letters[..from]
        .iter()
        .copied()
        .chain(new.chars())
        .chain(letters[to..].iter().copied())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_is_what_is_there(start in draft(), script in prop::collection::vec(edit(), 1..12)) {
        for format in Format::ALL {
            let mut text = start.clone();
            let mut kept = markup::read(&text, format);
            for edit in &script {
                let new = edited(&text, *edit);
                let whole = markup::read(&new, format);
                if let Some(again) = markup::reread(&kept, &text, &new, format) {
                    prop_assert_eq!(&again, &whole, "{:?}: {:?} became {:?}", format, text, new);
                    kept = again;
                } else {
                    kept = whole;
                }
                text = new;
            }
        }
    }
}

/// What stands for a mark somewhere is no reason to read a line anew that has none of it.
#[test]
fn an_ampersand_elsewhere_leaves_a_line_of_plain_text_alone() {
    let around = "The ferry of Quay & Sons left Velden at noon.\n\n".repeat(6);
    let typed = "\"It is late,\" she told Quay & Sons";
    for before in [typed, "\"It is late,\" she said"] {
        let text = format!("{around}{before}\n\n{around}");
        let kept = markup::read(&text, Format::Plain);
        for letter in [" a", ".", ";", "\""] {
            let at = text.find(before).unwrap() + before.len();
            let new = format!("{}{letter}{}", &text[..at], &text[at..]);
            let again = markup::reread(&kept, &text, &new, Format::Plain).unwrap_or_else(|| panic!("{new:?}"));
            assert_eq!(again, markup::read(&new, Format::Plain));
        }
    }
}

/// Words that end before a comment in their line may come to end with a blank, which a whole look cuts off.
#[test]
fn a_blank_before_a_comment_is_no_part_of_the_words() {
    let source = |words: &str| format!("{words} <!-- as sung -->\n");
    let typed = "The ferry of Velden is late";
    for (old, new) in [
        (format!("{typed} -"), format!("{typed} ")),
        (typed.to_owned(), format!("{typed} ")),
    ] {
        let (old, new) = (source(&old), source(&new));
        let whole = markup::read(&new, Format::Markdown);
        let again = markup::reread(&markup::read(&old, Format::Markdown), &old, &new, Format::Markdown);
        assert_eq!(again.unwrap_or_else(|| whole.clone()), whole, "{old:?} became {new:?}");
    }
}

/// Letters typed inside a paragraph and at its end, one after the other.
#[test]
fn typing_in_prose_reads_one_paragraph() {
    let around = "The ferry left Velden at noon, and nobody was told why.\n\n".repeat(6);
    for format in [Format::Plain, Format::Markdown] {
        for typed in [
            "The board met",
            "“We stay,” she told Holm and the Herald",
            "- The board met - and went",
        ] {
            let mut text = format!("{around}{typed}\n\n{around}");
            let mut kept = markup::read(&text, format);
            for letter in [" on", " M", "o", "n", "d", "a", "y.", " “No", ",”"] {
                let at = text.find(typed).unwrap() + typed.len();
                let new = format!("{}{letter}{}", &text[..at], &text[at..]);
                kept = markup::reread(&kept, &text, &new, format).unwrap_or_else(|| panic!("{format:?}: {new:?}"));
                assert_eq!(kept, markup::read(&new, format));
                text = new;
            }
        }
    }
}
