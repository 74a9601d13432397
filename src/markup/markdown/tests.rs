//! Pages in Markdown and the blocks they make.

use super::*;
use crate::markup::BlockKind;

fn found(source: &str) -> Vec<String> {
    read(source)
        .blocks
        .iter()
        .map(|block| {
            let kind = match &block.kind {
                BlockKind::Paragraph => "P".to_owned(),
                BlockKind::Heading(level) => format!("H{level}"),
                BlockKind::ListItem => "LI".to_owned(),
                BlockKind::TableCell => "TD".to_owned(),
                BlockKind::Field(key) => format!("F:{key}"),
                other => format!("{other:?}"),
            };
            let text = block.text.replace("\r\n", "/").replace(['\n', '\r'], "/");
            format!("{kind}{} {text}", if block.in_quote { ">" } else { "" })
        })
        .collect()
}

fn check(source: &str, expected: &[&str]) {
    assert_eq!(found(source), expected, "{source}");
}

/// The source of the first place of `words` in the decoded text.
fn source_of<'s>(source: &'s str, words: &str) -> &'s str {
    let markup = read(source);
    let block = markup.blocks.iter().find(|block| block.text.contains(words)).unwrap();
    let at = block.text.find(words).unwrap();
    block.map.to_source(Span::new(at, at + words.len())).of(source)
}

#[test]
fn blocks_of_every_kind() {
    check(
        "---\ntitle: Vote put off\n---\n# Board puts off *vote* {#vote}\n\nThe **board** met\non \
         Tuesday.\n\nSetext\n------\n\n- One\n- Two\n  - Three\n\n> We will come.\n>\n> On \
         Monday.\n\n1. Loose\n\n   More.\n\n```\ncode\n```\n\n    code\n\n| a | b |\n|---|---|\n| `x` | 7 \
         |\n\n***\n\nEnd.\n",
        &[
            "F:title Vote put off",
            "H1 Board puts off vote",
            "P The board met/on Tuesday.",
            "H2 Setext",
            "LI One",
            "LI Two",
            "LI Three",
            "P> We will come.",
            "P> On Monday.",
            "LI Loose",
            "LI More.",
            "TD a",
            "TD b",
            "TD 7",
            "P End.",
        ],
    );
}

#[test]
fn spans_hold_the_marks_of_a_block() {
    let source = "# Vote\n\n*We* met.\n\n- One\n\n> A **b**\n";
    let spans: Vec<&str> = read(source).blocks.iter().map(|block| block.span.of(source)).collect();
    assert_eq!(spans, ["# Vote", "*We* met.", "- One", "A **b**"]);
}

#[test]
fn references_and_escapes_keep_their_places() {
    let source = "&#34;We \\[the board\\] met,&#34; she **said**&nbsp;[here](http://x.test/a_b).";
    check(source, &["P \"We [the board] met,\" she said\u{A0}here."]);
    assert_eq!(
        source_of(source, "\"We [the board] met,\""),
        "&#34;We \\[the board\\] met,&#34;"
    );
    assert_eq!(source_of(source, "[the board]"), "\\[the board\\]");
    assert_eq!(source_of(source, "said"), "said");
    assert_eq!(source_of(source, "here"), "here");
    check("A \\\\[b\\\\] c", &["P A \\[b\\] c"]);
    check("“Don't\" -- 'so'...", &["P “Don't\" -- 'so'..."]);
    check(
        "It cost $5 to $10, not US$3_000.",
        &["P It cost $5 to $10, not US$3_000."],
    );
}

#[test]
fn what_is_no_prose_inside_a_paragraph() {
    check("Say `x = 1` now.", &["P Say \u{FFFC} now."]);
    check(
        "See <https://x.test> and [Holm](</a b> \"t\") now.",
        &["P See  and Holm now."],
    );
    check(
        "The board[^1] met.\n\n[^1]: It sits in Newholm.\n",
        &["P The board met.", "P It sits in Newholm."],
    );
    check(
        "A ~~old~~ new wall <!-- check --> <span class=\"x\">stands</span>.",
        &["P A  new wall  stands."],
    );
    check("It is $x^2$ wide.", &["P It is \u{FFFC} wide."]);
    check("Line<br>two\\\nthree  \nfour", &["P Line/two/three/four"]);
    check("She said <q>no</q>.", &["P She said “no”."]);
    check("A <script>var x;</script>b <code>c</code>d.", &["P A b \u{FFFC}d."]);
}

#[test]
fn pictures_are_captions() {
    check(
        "![The harbor](a.jpg \"t\")\n\nThe board met.",
        &["Caption The harbor", "P The board met."],
    );
    check(
        "![The harbor](a.jpg) The board met.",
        &["Caption The harbor", "P The board met."],
    );
    check(
        "The board met.\n![The harbor](a.jpg)",
        &["P The board met.", "Caption The harbor"],
    );
    check("The board ![x](a.jpg) met.", &["P The board  met."]);
    check(
        "The board met.\n\n{{< figure src=\"a.jpg\" caption=\"The old harbor.\" >}}\n\nIt agreed.",
        &["P The board met.", "Caption The old harbor.", "P It agreed."],
    );
    check("[![The *harbor*](a.jpg)](b)", &["Caption The harbor"]);
}

#[test]
fn shortcodes_and_templates() {
    check(
        "{{< figure src=\"a\"\n  caption=\"no\" >}}\nThe board met.",
        &["P The board met."],
    );
    check("The board\n{{% ad %}}\nmet.", &["P The board", "P met."]);
    check(
        "See [Holm]({{< ref \"holm.md\" >}}) {{< fn 1 >}}now.",
        &["P See Holm now."],
    );
    check(
        "{% include x.html %}\n{{ page.title }}\n\nIt cost {{ sum }} dollars.",
        &["P It cost \u{FFFC} dollars."],
    );
    check(
        "{{< highlight go >}}\nx := 1\n\ny := 2\n{{< /highlight >}}\nMet.",
        &["P Met."],
    );
    check("{% highlight go %}\nx\n{% endhighlight %}\nMet.", &["P Met."]);
    check("{{% note %}}\nThe board met.\n{{% /note %}}", &["P The board met."]);
    check("A {{ open\n\nand }} more.", &["P A {{ open", "P and }} more."]);
    check("| a |\n|---|\n| {{< x a=\"|\" >}}7 |\n", &["TD a", "TD 7"]);
    check("> {{< x >}}\n> We met.\n", &["P> We met."]);
}

#[test]
fn dialects() {
    check(
        "import Chart from '../chart'\nexport const a = 1;\n\n<Chart data={[1, 2]} of=\"x\" />\n\nMet {/* check */}here. \
         <Note a={1}>Yes</Note>\n\n:::tip\nInside.\n:::\n",
        &["P Met here. Yes", "P Inside."],
    );
    check(
        "The {--old--}{++new++} {~~wall~>pier~~} {==stood==}{>>really?<<}.",
        &["P The new pier stood."],
    );
    check("> [!NOTE]\n> We met.\n", &["P We met."]);
}

#[test]
fn html_in_markdown() {
    check(
        "<p>The board\nmet.</p>\n\n<figure>\n<img src=a>\n<figcaption>The harbor.</figcaption>\n</figure>\n\n<blockquote>\n\nWe \
         *will* come.\n\n</blockquote>\n\n<script>\n\nvar a;\n\n</script>\n\n<div class=\"x\">\n\nBoth \
         left.\n\n</div>\n<!-- one\n\ntwo -->\nLast.\n",
        &[
            "P The board/met.",
            "Caption The harbor.",
            "P> We will come.",
            "P Both left.",
            "P Last.",
        ],
    );
    let source = "<!-- a -->\n\nOne <!-- b --> two. {/* c */}\n\nWrite `<!-- d -->`.\n\n```html\n<!-- e -->\n```\n\n    \
                  <!-- f -->\n\n\t{/* g */}\n\n<pre>\n<!-- h -->\n</pre>\n\nSee <code><!-- i --></code>.\n\n- One\n\n    <!-- j -->\n";
    let comments: Vec<String> = read(source)
        .comments
        .iter()
        .map(|span| span.of(source).trim().to_owned())
        .collect();
    assert_eq!(comments, ["<!-- a -->", "<!-- b -->", "{/* c */}", "<!-- j -->"]);
    check(
        "One\n\n    <!-- code -->\n\n- Two\n\n    <!-- comment -->\n\nThree\n",
        &["P One", "LI Two", "P Three"],
    );
    check("> <p>We\n> will</p>\n", &["P> We/will"]);
}

#[test]
fn line_ends() {
    check("One\r\ntwo\r\n\r\nthree\r\n", &["P One/two", "P three"]);
    check("> One\r\n> two\r\n", &["P> One/two"]);
    assert_eq!(source_of("> One\r\n> two\r\n", "One\r\ntwo"), "One\r\n> two");
}

#[test]
fn broken_front_matter_leaves_the_body() {
    let source = "---\ntitle: \"x\nb: [\n---\nThe board met.\n";
    check(source, &["P The board met."]);
    assert!(read(source).front.error.is_some());
}
