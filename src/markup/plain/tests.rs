//! Drafts in plain text and the blocks they make.

use super::*;

/// One line for each block: its kind and its text, line ends drawn as `/`.
fn check(source: &str, expected: &[&str]) {
    let markup = read(source);
    let found: Vec<String> = markup
        .blocks
        .iter()
        .map(|block| {
            let kind = match &block.kind {
                BlockKind::Paragraph => "P".to_owned(),
                BlockKind::Heading(level) => format!("H{level}"),
                BlockKind::ListItem => "LI".to_owned(),
                BlockKind::Furniture(furniture) => format!("{furniture:?}"),
                other => format!("{other:?}"),
            };
            let quote = if block.in_quote { ">" } else { "" };
            let text = block.text.replace("\r\n", "/").replace(['\n', '\r'], "/");
            format!("{kind}{quote} {text}")
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn paragraphs_by_blank_line() {
    check("One came.\n\nTwo came.\n", &["P One came.", "P Two came."]);
    check("One came.\r\n \t\r\nTwo came.\r\n", &["P One came.", "P Two came."]);
    check("One came.\r\rTwo came.", &["P One came.", "P Two came."]);
    check("\n\n  \n", &[]);
    check("", &[]);
}

const WRAPPED: &str = "\
The harbor board of Newholm met on Tuesday to hear the first report on
the storm that closed the port in March, and it put off the vote on a
new sea wall.

\"We have not seen the last of it,\" said Ida Holm, who leads the board.
She asked the engineers to come back in the spring.
Nobody on the board spoke against her.
";

#[test]
fn wrapped_lines_stay_together() {
    let expected = [
        "P The harbor board of Newholm met on Tuesday to hear the first report on/the storm that closed the port in \
         March, and it put off the vote on a/new sea wall.",
        "P \"We have not seen the last of it,\" said Ida Holm, who leads the board./She asked the engineers to come \
         back in the spring./Nobody on the board spoke against her.",
    ];
    check(WRAPPED, &expected);
    check(&WRAPPED.replace('\n', "\r\n"), &expected);
    check(&WRAPPED.replace('\n', "\r"), &expected);
}

#[test]
fn one_paragraph_on_each_line() {
    check(
        "The harbor board met on Tuesday to hear the first report on the storm that closed the port in March, and put \
         off the vote.\n“We have not seen the last of it,” said Ida Holm.\nNobody spoke against her.\nThe board meets \
         again in the spring, when the engineers are to come back with a plan for a new sea wall and what it costs.\n",
        &[
            "P The harbor board met on Tuesday to hear the first report on the storm that closed the port in March, \
             and put off the vote.",
            "P “We have not seen the last of it,” said Ida Holm.",
            "P Nobody spoke against her.",
            "P The board meets again in the spring, when the engineers are to come back with a plan for a new sea \
             wall and what it costs.",
        ],
    );
    check("She said yes.\nHe said no.\n", &["P She said yes.", "P He said no."]);
}

#[test]
fn paragraphs_by_indent() {
    check(
        "    The harbor board of Newholm met on Tuesday to hear the report\non the storm that closed the port in March \
         and put off the vote.\n    \"We have not seen the last of it,\" said Ida Holm, who leads\nthe board.\n    \
         Nobody spoke.\n",
        &[
            "P The harbor board of Newholm met on Tuesday to hear the report/on the storm that closed the port in \
             March and put off the vote.",
            "P \"We have not seen the last of it,\" said Ida Holm, who leads/the board.",
            "P Nobody spoke.",
        ],
    );
}

#[test]
fn wrapped_paragraphs_that_nothing_separates() {
    check(
        "The harbor board of Newholm met on Tuesday to hear the first report\non the storm that closed the port in \
         March and put off the vote on a\nnew sea wall.\nIda Holm, who leads the board, asked the engineers to come \
         back with\na plan in the spring, when the winter storms have passed the coast.\n",
        &[
            "P The harbor board of Newholm met on Tuesday to hear the first report/on the storm that closed the port \
             in March and put off the vote on a/new sea wall.",
            "P Ida Holm, who leads the board, asked the engineers to come back with/a plan in the spring, when the \
             winter storms have passed the coast.",
        ],
    );
}

#[test]
fn furniture_of_a_wire() {
    check(
        "HARBOR-VOTE/ (UPDATE 1)\nEMBARGOED UNTIL 0600 GMT\nNewholm puts off vote on sea wall\nBy Ida Holm\nNEWHOLM, \
         March 3 (Norpress) -\nThe harbor board put off a vote on a new sea wall on Tuesday, two people there \
         said.\n(MORE)\nBy Monday\nThe vote had been due for a year.\n(Reporting by Ida Holm; Editing by Jo \
         Reyes)\n-30-\n",
        &[
            "Slug HARBOR-VOTE/ (UPDATE 1)",
            "Embargo EMBARGOED UNTIL 0600 GMT",
            "H1 Newholm puts off vote on sea wall",
            "Byline By Ida Holm",
            "Dateline NEWHOLM, March 3 (Norpress) -",
            "P The harbor board put off a vote on a new sea wall on Tuesday, two people there said.",
            "EndMark (MORE)",
            "P By Monday",
            "P The vote had been due for a year.",
            "EndMark (Reporting by Ida Holm; Editing by Jo Reyes)",
            "EndMark -30-",
        ],
    );
}

#[test]
fn a_wrapped_draft_with_its_furniture() {
    check(
        &format!(
            "Board puts off the vote\nBy Ida Holm\n\n{WRAPPED}\n(Reporting by Ida Holm and Jo Reyes in Newholm; \
                  Writing by\nAnn Lund)\n* * *\n"
        ),
        &[
            "H1 Board puts off the vote",
            "Byline By Ida Holm",
            "P The harbor board of Newholm met on Tuesday to hear the first report on/the storm that closed the port \
             in March, and it put off the vote on a/new sea wall.",
            "P \"We have not seen the last of it,\" said Ida Holm, who leads the board./She asked the engineers to \
             come back in the spring./Nobody on the board spoke against her.",
            "EndMark (Reporting by Ida Holm and Jo Reyes in Newholm; Writing by/Ann Lund)",
        ],
    );
}

#[test]
fn a_first_paragraph_is_no_headline() {
    check("The board met\n", &["P The board met"]);
    check(
        "The board met.\n\nIt put off the vote.",
        &["P The board met.", "P It put off the vote."],
    );
    check("“We won”\n\nNo.", &["P “We won”", "P No."]);
    check("Overview\n\nThe board met.", &["P Overview", "P The board met."]);
    check(
        "HARBOR - VOTE PUT OFF.\n\nThe harbor board put it off.",
        &["H1 HARBOR - VOTE PUT OFF.", "P The harbor board put it off."],
    );
}

#[test]
fn line_ends_do_not_make_a_story_longer_than_its_headline() {
    let source = "Port gets its new sea wall\n\nIt rises here,\nthey say so.";
    let expected = ["P Port gets its new sea wall", "P It rises here,/they say so."];
    check(source, &expected);
    check(&source.replace('\n', "\r\n"), &expected);
}

#[test]
fn quoted_mail() {
    let source = "He wrote:\n> We will come\n> on Monday.\n>\n> > Bring fish.\nShe went.\n";
    check(
        source,
        &[
            "P He wrote:",
            "P> We will come/on Monday.",
            "P> Bring fish.",
            "P She went.",
        ],
    );
    let block = &read(source).blocks[1];
    assert_eq!(block.span.of(source), "> We will come\n> on Monday.");
    let monday = block.text.find("Monday").unwrap();
    assert_eq!(block.map.to_source(Span::new(monday, monday + 6)).of(source), "Monday");
    assert_eq!(block.map.to_source(Span::new(8, monday)).of(source), "come\n> on ");
}

#[test]
fn items_of_a_list() {
    check(
        "The board heard that\n* the wall leaks\n* the pier leans\n",
        &["P The board heard that", "LI the wall leaks", "LI the pier leans"],
    );
}

#[test]
fn references_are_decoded_in_an_export_only() {
    let source = "&#34;We won,&#34; said Ida Holm&rsquo;s aide.";
    check(source, &["P \"We won,\" said Ida Holm’s aide."]);
    let block = &read(source).blocks[0];
    assert_eq!(block.map.to_source(Span::new(0, 9)).of(source), "&#34;We won,&#34;");
    check("Holm &amp; Lund won.", &["P Holm &amp; Lund won."]);
    check(
        "Write \"&quot;\" for a mark and \"&amp;\" for and.",
        &["P Write \"&quot;\" for a mark and \"&amp;\" for and."],
    );
}

#[test]
fn soft_hyphens_go_and_no_break_spaces_stay() {
    let source = "The har\u{AD}bor of\u{A0}Newholm.";
    check(source, &["P The harbor of\u{A0}Newholm."]);
    let block = &read(source).blocks[0];
    assert_eq!(block.map.to_source(Span::new(4, 10)).of(source), "har\u{AD}bor");
}
