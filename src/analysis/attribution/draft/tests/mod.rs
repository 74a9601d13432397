//! What crosses paragraphs: a draft in, the speakers of its quotations out.

mod elsewhere;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::analysis::attribution::draft::{KeptSpeakers, fold, fold_again};
use crate::analysis::change::Change;
use crate::analysis::{BlockFacts, interviews, of_block, of_blocks};
use crate::language::embedded;
use crate::markup::{Format, Markup, read};

/// The speaker of each quotation, with a dash where there is none.
fn speakers(draft: &str) -> Vec<String> {
    speakers_in(draft, Format::Plain)
}

fn speakers_in(draft: &str, format: Format) -> Vec<String> {
    let markup = read(draft, format);
    let facts = of_blocks(&markup, embedded());
    let quotations = fold(&markup, &facts, &interviews::fold(&markup, &facts));
    let speaker = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    quotations
        .iter()
        .map(|quotation| speaker(quotation.speaker.as_ref().map(|speaker| speaker.text.clone())))
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
fn one_person_who_is_reported_goes_on() {
    let draft = "“I doubt it,” Bo Weil said.\n\nAna Lund, a pilot, said the port has room.\n\n“We counted the berths. There are ten.”";
    assert_eq!(speakers(draft), ["Bo Weil", "Ana Lund", "Ana Lund"]);
}

#[test]
fn a_question_after_a_report_is_nobodys() {
    cov_mark::check!(a_question_after_a_report);
    let draft = "Ana Lund said the port has room.\n\n“Why is it closed to us, then?”";
    assert_eq!(speakers(draft), ["Ana Lund", "-"]);
}

#[test]
fn several_who_are_reported_do_not_go_on() {
    let draft = "Pilots said the port has room.\n\n“We counted the berths. There are ten.”";
    assert_eq!(speakers(draft), ["Pilots", "-"]);
}

#[test]
fn a_speaker_goes_on_after_one_plain_sentence() {
    cov_mark::check!(one_plain_sentence_before_the_quotation);
    let draft = "“We leave at dawn,” Ana Lund said. The boat was full.\n\n“It is late. We have no time.”";
    assert_eq!(speakers(draft), ["Ana Lund", "Ana Lund"]);
    let draft = "“We leave at dawn,” Ana Lund said.\n\nThe boat was full. “It is late. We have no time.”";
    assert_eq!(speakers(draft), ["Ana Lund", "Ana Lund"]);
}

#[test]
fn nobody_is_guessed_after_somebody_else() {
    cov_mark::check!(somebody_else_is_named_after_the_quotation);
    let draft = "“We leave at dawn,” Ana Lund said. Bo Weil shook his head.\n\n“It is late. We have no time.”";
    assert_eq!(speakers(draft), ["Ana Lund", "-"]);
}

#[test]
fn a_stance_leads_in() {
    cov_mark::check!(a_stance_is_handed_on);
    for sentence in [
        "Ana Lund, who runs the port, is skeptical of the plan.",
        "Ana Lund echoed that worry.",
        "Ana Lund still thinks back to the storm.",
        "Ana Lund, a pilot, conceded that the plan was late.",
    ] {
        let draft = format!("{sentence}\n\n“It is late. We have no time.”");
        assert_eq!(
            speakers(&draft).last().map(String::as_str),
            Some("Ana Lund"),
            "{sentence}"
        );
    }
    let draft = "Ana Lund sold the boat in May.\n\n“It is late. We have no time.”";
    assert_eq!(speakers(draft), ["-"]);
}

#[test]
fn nobody_is_guessed_where_somebody_else_takes_the_floor() {
    cov_mark::check!(somebody_else_is_named_before_the_quotation);
    let draft = "“We leave at dawn,” Ana Lund said. Bo Weil keeps sheep there. “It is late.”";
    assert_eq!(speakers(draft), ["Ana Lund", "-"]);
    let draft = "“We leave at dawn,” Ana Lund said. Lund keeps sheep there. “It is late.”";
    assert_eq!(speakers(draft), ["Ana Lund", "Ana Lund"]);
    let draft = "“We leave at dawn,” Ana Lund said. Her brother, Bo Weil, was furious. “It is late.”";
    assert_eq!(speakers(draft), ["Ana Lund", "Her brother"]);
}

#[test]
fn one_person_goes_on_in_whatever_form() {
    for sentence in [
        "Ana Hughes said the lab had closed.",
        "The port’s chief, Ana Lund, conceded that the plan was late.",
        "The judge said she had read it.",
        "A spokesman for the port defended the delay.",
        "That worries Ana Lund, who keeps sheep there.",
    ] {
        let draft = format!("{sentence}\n\n“It is late. We have no time.”");
        let found = speakers(&draft);
        assert!(found.last().is_some_and(|last| last != "-"), "{sentence} {found:?}");
    }
}

#[test]
fn a_paragraph_about_one_person_sets_the_stage() {
    cov_mark::check!(a_paragraph_about_one_sets_the_stage);
    assert_eq!(
        speakers("For Ana Lund, it is over.\n\n“It is late. We have no time.”"),
        ["-"]
    );
}

#[test]
fn the_sentence_after_a_quotation_says_whose_words_it_was() {
    cov_mark::check!(the_next_sentence_says_whose_words_it_was);
    let draft = "“We have said all there is.” With those words Ana Lund left the hall.";
    assert_eq!(speakers(draft), ["Ana Lund"]);
    assert_eq!(speakers("“We will never sell it.” That was Lund’s answer."), ["Lund"]);
}

#[test]
fn a_paragraph_about_one_who_spoke_before_goes_on() {
    let draft = "“We leave at dawn,” Ana Lund said.\n\n“It is late,” Bo Weil said.\n\nThe port was full of boats \
                 that night. It closed at ten.\n\nLund’s boat is the oldest. It has no name.\n\n“It was my mother’s boat.”";
    assert_eq!(speakers(draft), ["Ana Lund", "Bo Weil", "Ana Lund"]);
}

#[test]
fn a_report_that_ends_with_another_hands_nobody_on() {
    cov_mark::check!(the_report_ends_with_another);
    let draft = "Ida Holm was late. She said that she came for the music — something Tom Weil could understand.\n\n“It is late. We have no time.”";
    assert_eq!(speakers(draft).last().map(String::as_str), Some("-"));
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

#[test]
fn answers_are_those_of_the_guest() {
    cov_mark::check!(questions_and_answers);
    cov_mark::check!(an_answer_without_marks);
    let marked = "Ana Lund spoke to us.\n\n**Why did you leave?**\n\n“I could not stay any longer.”\n\n**Will you be \
                  back?**\n\n“I do not think so.”";
    assert_eq!(speakers_in(marked, Format::Markdown), ["Ana Lund", "Ana Lund"]);
    let unmarked = marked.replace(['“', '”'], "");
    assert_eq!(speakers_in(&unmarked, Format::Markdown), ["Ana Lund", "Ana Lund"]);
    let explained = "Ana Lund won.\n\n## Who can vote?\n\nAll who live here.\n\n## When do you vote?\n\nOn Friday.";
    assert_eq!(speakers_in(explained, Format::Markdown), [""; 0]);
}

#[test]
fn a_label_says_who_speaks() {
    let draft = "We met Ana Lund.\n\nQ: Why now?\n\nA: It is late.\n\nQ: And then?\n\nA: Then we leave.";
    assert_eq!(speakers(draft), ["-", "Ana Lund", "-", "Ana Lund"]);
    let draft = "**Host:** When did you come?\n\n**Ana Lund:** I came at noon.";
    assert_eq!(speakers_in(draft, Format::Markdown), ["-", "Ana Lund"]);
    let draft = "When: Friday\n\nWhere: Ostby\n\nTickets: at the door";
    assert_eq!(speakers(draft), [""; 0]);
}

#[test]
fn a_reporter_who_signs_off_says_nothing() {
    cov_mark::check!(a_reporter_signs_off);
    let draft =
        "# News\n\nThe doors opened at seven. —Ana Lund, Courier\n\n“You can put it in there.” —Ana Lund, Courier";
    assert_eq!(speakers_in(draft, Format::Markdown), ["-"]);
}

#[test]
fn a_fragment_does_not_run_on_into_another_speaker() {
    let draft = "Bo Weil called the wall “an eyesore.\n\n“We had a permit,” Ana Lund said.";
    assert_eq!(speakers(draft), ["Bo Weil", "Ana Lund"]);
}

#[test]
fn whoever_is_named_in_the_words_does_not_say_them() {
    cov_mark::check!(the_quotation_names_the_one_who_spoke);
    let draft = "Ana Lund said that the harbour was full.\n\n“I would like to talk to Lund about it.”";
    assert_eq!(speakers(draft), ["Ana Lund", "-"]);
}

#[test]
fn answers_that_report_others_are_a_writers() {
    let answer =
        |name: &str| format!("Q: Is the port open?\n\nA: It is, {name} Lund said. “We open at six,” she said.\n\n");
    let draft = ["Ana", "Bea", "Cora"].map(answer).concat();
    let found = speakers(&draft);
    assert_eq!(found.len(), 6, "{found:?}");
    assert!(
        found
            .iter()
            .all(|speaker| speaker == "she" || speaker.ends_with("Lund")),
        "{found:?}"
    );
}

#[test]
fn a_fragment_of_nobody_does_not_hide_a_stance() {
    let draft = "In times of “clawed back” pay for the heads of banks, Ana Lund limited her remarks to the future.\n\n\
                 “If it cannot be run, it should be closed.”";
    assert_eq!(speakers(draft).last().map(String::as_str), Some("Ana Lund"));
}

/// Paragraphs whose quotations have speakers that others hand on, in every way there is.
const PARAGRAPHS: [&str; 45] = [
    "“We leave at dawn,” Ana Lund said.",
    "“It is late. We have no time.”",
    "“Nobody told us.” She laughed.",
    "He left. “It was dark.”",
    "Bo Weil shook his head.",
    "“What now?” Bo Weil asked.",
    "“It is late,” Marsh said. Weil sold the boat. “It was a good boat.”",
    "For Ana Lund, it is over.",
    "“That is all.” With those words Mary Lund left.",
    "Weil was skeptical.",
    "Ana Lund, a pilot, said the port has room.",
    "Bo Lund, her brother, said it was closed.",
    "Lund told the board:",
    "“We waited for years.",
    "“Then the boat came.",
    "“Now it is done,” Lund said.",
    "“Now it is done,” she said.",
    "“Now it is done.”",
    "The union called it “odd.",
    "— Ana Lund",
    "- Rosa Marsh",
    "“All is well.” — Rosa Marsh",
    "## The port",
    "> “We stay,” Weil said.",
    "> “We stay.”",
    "The boat was full.",
    "Lund liked the boat. “It is a good boat.”",
    "Marsh liked the boat. “It is a good boat.”",
    "The two met.",
    "A source said the port was “open”.",
    "“It is open,” a person familiar with the plan said.",
    "“It is shut,” he added.",
    "Officials said it was shut.",
    "The doors opened at seven. —Ida Holt, Courier",
    "“The doors are open.” —Ida Holt, Courier",
    "| a | b |\n|---|---|\n| c | “d,” Weil said |",
    "From the desk of Ana Lund, Quay Research.",
    "“Lund is a friend.”",
    "Mary Lund came.",
    "John Weil came, and Lund.",
    "Mary Marsh and John Marsh came.",
    "“I will not go,” Marsh said. “I stay.”",
    "Holt said: “No.”",
    "![“The old harbor,” Lund said.](a.jpg)",
    "![The old harbor.](a.jpg)",
];

/// A draft of some of the paragraphs, with its facts: one value for each paragraph, as in an editor.
fn draft_of(paragraphs: &[&str]) -> (Markup, Vec<Arc<BlockFacts>>) {
    static KNOWN: Mutex<BTreeMap<String, Arc<BlockFacts>>> = Mutex::new(BTreeMap::new());
    let markup = read(&paragraphs.join("\n\n"), Format::Markdown);
    let mut known = KNOWN.lock().unwrap();
    let facts = markup.blocks.iter().map(|block| {
        let key = format!("{:?} {} {}", block.kind, block.in_quote, block.text);
        let facts = known
            .entry(key)
            .or_insert_with(|| Arc::new(of_block(block, embedded())));
        Arc::clone(facts)
    });
    let facts = facts.collect();
    (markup, facts)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_of_the_speakers_is_what_is_found(
        start in vec(select(&PARAGRAPHS[..]), 1..60),
        edits in vec((0.0..1.0, 0..3_usize, vec(select(&PARAGRAPHS[..]), 0..3)), 1..12),
    ) {
        let mut paragraphs = start;
        let mut kept = KeptSpeakers::default();
        let mut last: Option<(Markup, Vec<Arc<BlockFacts>>)> = None;
        for (share, cut, put) in edits {
            let (markup, facts) = draft_of(&paragraphs);
            let change = last.as_ref().map(|last| Change::between((&last.0.blocks, &last.1), (&markup.blocks, &facts)));
            let interview = interviews::fold(&markup, &facts);
            let again = fold_again(&markup, &facts, &interview, &mut kept, change.as_ref());
            prop_assert_eq!(again, fold(&markup, &facts, &interview));
            last = Some((markup, facts));
            let from = (paragraphs.len() as f64 * share) as usize;
            // Most often one paragraph takes the place of another.
            let put = if cut == 1 { put.into_iter().cycle().take(1).collect() } else { put };
            let to = (from + cut).min(paragraphs.len());
            paragraphs.splice(from..to, put);
        }
    }
}

#[test]
fn a_letter_far_from_the_quotations_is_walked_over_alone() {
    let mut paragraphs = ["“We leave at dawn,” Ana Lund said.", "The boat was full."].repeat(40);
    let (markup, facts) = draft_of(&paragraphs);
    let mut kept = KeptSpeakers::default();
    let before = fold_again(&markup, &facts, &interviews::fold(&markup, &facts), &mut kept, None);
    paragraphs[41] = "The boat is full.";
    let (now, facts_now) = draft_of(&paragraphs);
    let change = Change::between((&markup.blocks, &facts), (&now.blocks, &facts_now));
    let interview = interviews::fold(&now, &facts_now);
    let after = fold_again(&now, &facts_now, &interview, &mut kept, Some(&change));
    let shared = before.iter().zip(&after).filter(|(was, is)| Arc::ptr_eq(was, is));
    assert!(shared.count() >= 37, "few are made again");
    assert_eq!(before, after);
}
