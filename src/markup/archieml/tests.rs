//! Small documents and what is read from them.

use crate::markup::BlockKind;
use crate::markup::archieml::read;

fn check(source: &str, expected: &[&str]) {
    let found: Vec<String> = read(source)
        .blocks
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Field(key) => format!("{key}: {}", block.text),
            _ => block.text.to_string(),
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_colon_that_is_no_key_may_be_escaped() {
    check(
        "[+body]\nRosa Weil\\: “We stay.”\nBo Lund said\\: “No.”\nIn June: rain\n[]\n",
        &["Rosa Weil: “We stay.”", "Bo Lund said: “No.”", "In June: rain"],
    );
}

#[test]
fn values_and_freeform_arrays() {
    let source = "Notes of the desk.\nheadline: Board puts off vote\nslug: harbor-vote\n{meta}\ndate: \
                  2019-08-30\nsummary: It left at\nignored line\n{}\n\n[+body]\nThe board met.\n\n“Yes,” said Holm. \
                  &mdash; Lund\nRao: We will.\nimage: a.jpg\ncaption: The harbor\n\\key: a sentence\n[]\n\ntext: It \
                  left.\nMore of it.\n:end\n:ignore\ntext: no\n";
    check(
        source,
        &[
            "headline: Board puts off vote",
            "meta.summary: It left at",
            "The board met.",
            "“Yes,” said Holm. — Lund",
            "Rao: We will.",
            "body.caption: The harbor",
            "key: a sentence",
            "It left.",
            "More of it.",
        ],
    );
    let markup = read(source);
    assert_eq!(markup.front.get(&["meta.date"]).unwrap().value, "2019-08-30");
    assert_eq!(markup.front.get(&["slug"]).unwrap().span.of(source), "harbor-vote");
    let comments: Vec<&str> = markup.comments.iter().map(|span| span.of(source)).collect();
    assert_eq!(comments, ["Notes of the desk.", "ignored line", ":ignore\ntext: no\n"]);
}

#[test]
fn skipped_lines_and_lists() {
    check(
        "[+body]\nOne came.\n:skip\nNo.\n:endskip\nTwo came.\n[]\n[quotes]\n* We will come on Monday, said \
         Holm.\n* short\n[]\n[photos]\ncaption: A\ncaption: B\n[]\nnote: A long note that is no body prose\n",
        &[
            "One came.",
            "Two came.",
            "We will come on Monday, said Holm.",
            "photos.caption: A",
            "photos.caption: B",
        ],
    );
}

#[test]
fn brackets_of_an_insertion_are_prose() {
    check("[+body]\n[The board] met.\r\n{x\r\n", &["[The board] met.", "{x"]);
}
