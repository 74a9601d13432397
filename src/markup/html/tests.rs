//! Pages and the blocks they make.

use super::*;
use crate::markup::BlockKind;
use crate::text::Span;

fn check(source: &str, expected: &[&str]) {
    let found: Vec<String> = read(source)
        .blocks
        .iter()
        .map(|block| {
            let kind = match &block.kind {
                BlockKind::Paragraph => "P".to_owned(),
                BlockKind::Heading(level) => format!("H{level}"),
                BlockKind::ListItem => "LI".to_owned(),
                BlockKind::TableCell => "TD".to_owned(),
                other => format!("{other:?}"),
            };
            format!(
                "{kind}{} {}",
                if block.in_quote { ">" } else { "" },
                block.text.replace('\n', "/")
            )
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_page() {
    check(
        "<!DOCTYPE html><html><head><title>Vote &amp; wall</title><style>p { color: red }</style>\n<script>if (a < b) \
         {}</script></head>\n<body><nav><a href=x>Home</a></nav><h1>Board puts off <em>vote</em></h1>\n<p \
         class=\"x\">The board met.<br>It\n    put it off.</p><figure><img alt=\"no\"><figcaption>The \
         harbor.</figcaption></figure><ul><li>One<li>Two</ul><blockquote><p>We will \
         come.</p></blockquote><table><tr><td>7</td></tr></table><pre>let x;</pre>Bare words.</body></html>",
        &[
            "Field(\"title\") Vote & wall",
            "H1 Board puts off vote",
            "P The board met./It/put it off.",
            "Caption The harbor.",
            "LI One",
            "LI Two",
            "P> We will come.",
            "TD 7",
            "P Bare words.",
        ],
    );
}

#[test]
fn quotations_and_references_keep_their_places() {
    let source = "<p>&ldquo;Yes,&rdquo; she said. <q>No</q>, he said.</p>";
    check(source, &["P “Yes,” she said. “No”, he said."]);
    let block = &read(source).blocks[0];
    assert_eq!(block.span.of(source), source);
    let yes = Span::new(0, "“Yes,”".len());
    assert_eq!(block.map.to_source(yes).of(source), "&ldquo;Yes,&rdquo;");
    let no = block.text.find("“No”").unwrap();
    assert_eq!(
        block.map.to_source(Span::new(no, no + "“No”".len())).of(source),
        "<q>No</q>"
    );
}

#[test]
fn elements_that_are_never_closed_swallow_nothing() {
    check("<blockquote>One.<p>Two.", &["P One.", "P Two."]);
    check("<nav>One.<p>Two.<pre>Three.", &["P One.", "P Two.Three."]);
    check("<h2>One<p>Two.", &["H2 One", "P Two."]);
    check("a < b and c > d & e", &["P a < b and c > d & e"]);
    check("<p", &[]);
}

#[test]
fn comments_are_kept_apart() {
    let source = "<p>One.<!-- check --> Two.</p><pre>a <!-- b --></pre><p>See <code><!-- c --></code>.</p>";
    check(source, &["P One. Two.", "P See \u{fffc}."]);
    let comments = read(source).comments;
    assert_eq!(comments.len(), 1);
    assert_eq!(comments[0].of(source), "<!-- check -->");
}

#[test]
fn front_matter_before_a_page() {
    check(
        "---\ntitle: Vote\n---\n<p>The board met.\r\nIt left.</p>",
        &["Field(\"title\") Vote", "P The board met.\r/It left."],
    );
}

#[test]
fn a_paragraph_in_the_cell_of_a_layout_table_is_text() {
    let kinds = |source: &str| -> Vec<BlockKind> { read(source).blocks.into_iter().map(|block| block.kind).collect() };
    assert_eq!(
        kinds("<table><tr><td><p>The mill is sold.</p><p>It was old.</p></td></tr></table>"),
        [BlockKind::Paragraph, BlockKind::Paragraph]
    );
    assert_eq!(
        kinds("<table><tr><td><p>Velden</p></td><td>It was old.</td></tr></table>"),
        [BlockKind::TableCell, BlockKind::TableCell]
    );
}

#[test]
fn a_tag_with_very_many_attributes_is_a_tag_whatever_comes_before() {
    let attributes = "b=\"c > d\"\n".repeat(40_000);
    for before in ["", "<!-- <a b=' -->", "<script>a <b c='</script>", "<b c='<i'></b>"] {
        check(
            &format!("<p>One.</p>{before}<p {attributes}>Two.</p>"),
            &["P One.", "P Two."],
        );
    }
    // In a page about them, attributes are words.
    let shown = read(&format!("<p>{attributes}</p><p>Two.</p>")).blocks;
    let text = shown.first().map_or("", |block| &block.text);
    assert!(text.ends_with("b=\"c > d\""), "{text}");
    assert!(!text.contains('/'));
    check("<p>One.</p><p a=\"b\" c='d'>Two.</p>", &["P One.", "P Two."]);
}
