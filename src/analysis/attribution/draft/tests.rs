//! What crosses paragraphs: a draft in, the speakers of its quotations out.

use crate::analysis::attribution::draft::fold;
use crate::analysis::of_blocks;
use crate::language::embedded;
use crate::markup::{Format, read};

/// The speaker of each quotation, with a dash where there is none.
fn speakers(draft: &str) -> Vec<String> {
    let markup = read(draft, Format::Plain);
    let quotations = fold(&markup, &of_blocks(&markup, embedded()));
    let speaker = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    quotations
        .into_iter()
        .map(|quotation| speaker(quotation.speaker.map(|speaker| speaker.text)))
        .collect()
}

#[test]
fn a_speaker_goes_on_in_the_next_paragraph() {
    let draft = "“We leave at dawn,” Ana Lund said of Weil.\n\n“It is late. We have no time.”";
    assert_eq!(speakers(draft), ["Ana Lund", "Ana Lund"]);
}

#[test]
fn another_answers_a_question() {
    let draft = "“What shall we do now?” Ana Lund asked.\n\n“It is late. We have no time.”";
    assert_eq!(speakers(draft), ["Ana Lund", "-"]);
}

#[test]
fn a_colon_leads_the_next_paragraph_in() {
    let draft = "Ana Lund told the council:\n\n“It is late. We have no time.”";
    assert_eq!(speakers(draft), ["Ana Lund"]);
}

#[test]
fn a_name_in_the_line_below_signs() {
    let draft = "“We leave at dawn and we go by sea.”\n\n— Ana Lund";
    assert_eq!(speakers(draft), ["Ana Lund"]);
}

#[test]
fn a_running_quotation_has_the_speaker_of_its_last_part() {
    let draft = "“We leave at dawn. It is late.\n\n“We go by sea,” Ana Lund said.";
    assert_eq!(speakers(draft), ["Ana Lund", "Ana Lund"]);
}
