//! Reading stays linear on sources that make a careless reader quadratic. The bounds are wide: they separate minutes
//! from moments, on a slow machine too.

use std::time::{Duration, Instant};

use copydesk::markup::{self, Format};

const ENOUGH: Duration = Duration::from_secs(90);

#[test]
fn repeated_openers() {
    let start = Instant::now();
    for piece in [
        "[",
        "*",
        "> ",
        "{{",
        "{%",
        "`",
        "<",
        "&",
        "$x^",
        "![",
        "[a](",
        "<A {",
        "<!--",
        "*a **a ",
        "(Reporting by ",
        "{{< x >}}",
        "$",
    ] {
        let source = piece.repeat(100_000);
        for format in Format::ALL {
            let _ = markup::read(&source, format);
            assert!(start.elapsed() < ENOUGH, "{piece:?} as {format:?}");
        }
    }
}

#[test]
fn one_long_line() {
    let source = "The board met, said Holm. ".repeat(200_000);
    let start = Instant::now();
    // In ArchieML a line outside of every value and array is a remark.
    for format in [Format::Plain, Format::Markdown, Format::Html] {
        assert_eq!(markup::read(&source, format).blocks.len(), 1);
    }
    assert!(start.elapsed() < ENOUGH);
}
