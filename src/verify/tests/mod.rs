//! What counts as said, as cases that read as prose: the notes, the quotation, the verdict.

mod edges;
mod frames;
mod speech;

use super::*;
use crate::text::Span;

fn notes_of(text: &str) -> Notes {
    Notes::of_text("notes.md", text, NotesFormat::Text)
}

/// The verdict on a quotation: its name, with what was overlooked, or with what differs as “written > said (weight)”.
fn verdict(notes: &str, text: &str) -> String {
    verdict_for(notes, text, None)
}

fn verdict_for(notes: &str, text: &str, speaker: Option<&str>) -> String {
    let insertions: Vec<Span> = brackets(text);
    let quoted = Quoted {
        text,
        insertions: &insertions,
        speaker,
        ..Quoted::default()
    };
    told(&verify(&quoted, &notes_of(notes)))
}

fn told(checked: &Checked) -> String {
    let folds: Vec<&str> = checked.folds.iter().map(|fold| fold.name()).collect();
    let changes = checked.changes.iter().map(|change| {
        let none = |text: &str| {
            if text.is_empty() {
                "-".to_owned()
            } else {
                text.to_owned()
            }
        };
        format!(
            "{} > {} ({})",
            none(&change.written),
            none(&change.said),
            change.weight.name()
        )
    });
    let more: Vec<String> = folds.into_iter().map(str::to_owned).chain(changes).collect();
    match more.is_empty() {
        true => checked.verdict.name().to_owned(),
        false => format!("{}: {}", checked.verdict.name(), more.join(", ")),
    }
}

fn brackets(text: &str) -> Vec<Span> {
    let starts = text.match_indices(['[', '(']);
    starts
        .filter_map(|(at, _)| Some(Span::new(at, at + text.get(at..)?.find([']', ')'])? + 1)))
        .collect()
}

const HARBOR: &str = "We will not close the harbor this winter. The ferry needs 40 people and Ana Lund knows it.\n\n\
                      It's a matter of weeks, not months.";

#[test]
fn words_that_were_said_are_exact() {
    assert_eq!(verdict(HARBOR, "We will not close the harbor this winter."), "exact");
    assert_eq!(verdict(HARBOR, "not close the harbor"), "exact");
    // The comma of the sentence around it.
    assert_eq!(verdict(HARBOR, "It's a matter of weeks,"), "exact");
}

#[test]
fn what_changes_nothing_is_folded_and_told() {
    assert_eq!(verdict(HARBOR, "We will not close\n  the harbor"), "folded: spaces");
    assert_eq!(verdict(HARBOR, "The harbor this Winter"), "folded: capitals, beginning");
    assert_eq!(
        verdict(HARBOR, "It’s a matter of weeks — not months."),
        "folded: punctuation"
    );
    assert_eq!(
        verdict("He said: “Go *now*, Lund”, and left.", "Go now, Lund"),
        "folded: punctuation"
    );
    assert_eq!(verdict(HARBOR, "It is a matter of weeks"), "folded: spelling");
    assert_eq!(verdict(HARBOR, "The ferry needs forty people"), "folded: spelling");
    assert_eq!(
        verdict("We're gonna keep the colour.", "We are going to keep the color"),
        "folded: spelling"
    );
    assert_eq!(
        verdict("It costs $5 million.", "It costs five million dollars"),
        "folded: punctuation, spelling"
    );
    assert_eq!(
        verdict("Prices rose 20 per cent.", "Prices rose twenty percent"),
        "folded: punctuation, spelling"
    );
    assert_eq!(
        verdict("Three hundred and five boats left.", "305 boats left"),
        "folded: spelling"
    );
    assert_eq!(
        verdict("About a hundred and fifty boats left.", "About 150 boats left"),
        "folded: spelling"
    );
}

#[test]
fn sounds_and_words_said_twice_are_left_out_on_both_sides() {
    let notes = "We, we will, um, close the uh the harbor, you know, in May.";
    // The “we” that stays has a small letter.
    assert_eq!(
        verdict(notes, "We will close the harbor in May."),
        "folded: capitals, fillers"
    );
    assert_eq!(
        verdict("We will close the harbor.", "We will, er, close the harbor."),
        "folded: fillers"
    );
    let quoted = Quoted {
        text: "We will close the harbor in May.",
        ..Quoted::default()
    };
    let checked = verify(&quoted, &notes_of(notes));
    assert_eq!(checked.fillers, ["the", "um", "uh", "you know"]);
    // Words repeated for weight are said twice.
    assert_eq!(
        verdict(
            "It was a very, very long winter here.",
            "It was a very long winter here."
        ),
        "near: - > very (slight)"
    );
}

#[test]
fn an_ellipsis_leaves_words_out_in_order() {
    assert_eq!(verdict(HARBOR, "We will not close … this winter"), "folded: ellipsis");
    assert_eq!(
        verdict(HARBOR, "We will not close the harbor ... It's a matter of weeks"),
        "folded: ellipsis"
    );
    assert_eq!(
        verdict(HARBOR, "the harbor this winter […] a matter of weeks"),
        "folded: ellipsis"
    );
    // In the other order they were not said.
    let turned = verdict(HARBOR, "a matter of weeks … close the harbor this winter");
    assert!(turned.starts_with("near") || turned == "absent", "{turned}");
    // Parts of fewer than 8 letters are looked for beside a longer one, never alone.
    assert_eq!(verdict(HARBOR, "It's … weeks, not months"), "folded: ellipsis");
    assert_eq!(verdict(HARBOR, "We … it"), "too-short");
}

#[test]
fn words_in_brackets_are_the_writers() {
    assert_eq!(
        verdict(HARBOR, "We will not close [it] this winter"),
        "folded: insertion"
    );
    assert_eq!(
        verdict(HARBOR, "We will not close the harbor [of Kessel] this winter"),
        "folded: insertion"
    );
    assert_eq!(
        verdict(HARBOR, "[The town] will not close the harbor"),
        "folded: insertion"
    );
}

#[test]
fn a_word_that_matters_is_a_difference_however_alike_the_rest_is() {
    assert_eq!(
        verdict(HARBOR, "We will close the harbor this winter"),
        "near: - > not (negation)"
    );
    assert_eq!(
        verdict(HARBOR, "We would not close the harbor this winter"),
        "near: would > will (modal)"
    );
    assert_eq!(verdict(HARBOR, "The ferry needs 14 people"), "near: 14 > 40 (number)");
    assert_eq!(
        verdict(HARBOR, "The ferry needs 40 people and Ana Lunt knows it"),
        "near: Lunt > Lund (name)"
    );
    assert_eq!(
        verdict(HARBOR, "We will not open the harbor this winter"),
        "near: open > close (word)"
    );
    assert_eq!(
        verdict(HARBOR, "We won't close the harbor this winter"),
        "folded: spelling"
    );
    assert_eq!(
        verdict("We can't do it without them now.", "We can do it without them now."),
        "near: can > can't (negation)"
    );
    // Dropped and added words; small ones weigh less.
    assert_eq!(
        verdict(HARBOR, "We will not close harbor this winter"),
        "near: - > the (slight)"
    );
    assert_eq!(
        verdict(HARBOR, "We will surely not close the harbor this winter"),
        "near: surely > - (word)"
    );
}

#[test]
fn a_change_in_brackets_and_ellipses_is_still_found() {
    assert_eq!(
        verdict(HARBOR, "We will close [it] this winter … a matter of weeks"),
        "near: ellipsis, insertion, - > not (negation)"
    );
}

#[test]
fn words_that_sound_alike_are_the_transcripts() {
    assert_eq!(
        verdict(
            "They lost there boats in the storm.",
            "They lost their boats in the storm"
        ),
        "folded: spelling"
    );
    assert_eq!(
        verdict(
            "The town lost it's boats in the storm.",
            "The town lost its boats in the storm"
        ),
        "folded: spelling"
    );
}

#[test]
fn what_was_not_said_is_absent_and_a_word_or_two_say_nothing() {
    assert_eq!(verdict(HARBOR, "Nobody told us about the strike at all"), "absent");
    assert_eq!(verdict(HARBOR, "historic"), "too-short");
    assert_eq!(verdict(HARBOR, "weeks, not months"), "exact");
    assert_eq!(verdict(HARBOR, "years, not months"), "absent");
    assert_eq!(verdict(HARBOR, "…"), "too-short");
    assert_eq!(verdict("", "We will not close the harbor"), "absent");
}

const TALK: &str = "LUND: We will not close the harbor this winter.\n\nWEIL: I doubt that very much.\n\n\
                    LUND: So be it then.\n\nWEIL: We will see in spring.\n\nLUND: Yes, we will see in spring.";

#[test]
fn words_of_somebody_else_are_told() {
    assert_eq!(
        verdict_for(TALK, "We will not close the harbor", Some("Ana Lund")),
        "exact"
    );
    assert_eq!(
        verdict_for(TALK, "We will not close the harbor", Some("Bo Weil")),
        "other-speaker"
    );
    // Said by both: the right one counts.
    assert_eq!(verdict_for(TALK, "we will see in spring", Some("Ana Lund")), "exact");
    // No label names her.
    assert_eq!(
        verdict_for(TALK, "We will not close the harbor", Some("Ida Rossi")),
        "other-speaker"
    );
    assert_eq!(verdict_for(TALK, "We will not close the harbor", None), "exact");
}

#[test]
fn words_of_two_speakers_are_not_said_in_one_breath() {
    let crossed = verdict(TALK, "the harbor this winter I doubt that very much");
    assert!(
        !crossed.starts_with("exact") && !crossed.starts_with("folded"),
        "{crossed}"
    );
}

#[test]
fn the_place_is_in_the_text_as_it_was_given() {
    let text = "﻿[0:07] **Ana Lund:** Größe: it&#39;s “all\r\n> right” now, *friends*.\r\n";
    let notes = notes_of(text);
    let quoted = Quoted {
        text: "it's all right now",
        ..Quoted::default()
    };
    let found = verify(&quoted, &notes).found.unwrap();
    assert_eq!(found.span.of(text), "it&#39;s “all\r\n> right” now");
    assert_eq!(
        (found.speaker.as_deref(), found.time.as_deref()),
        (Some("Ana Lund"), Some("0:07"))
    );
    assert_eq!(&*found.source.text, text);
}

#[test]
fn subtitles_run_over_captions() {
    let srt = "1\n00:00:01,000 --> 00:00:03,000\nWe will not close\n\n2\n00:00:03,000 --> 00:00:05,000\nthe harbor this winter.\n";
    let notes = Notes::of_text("talk.srt", srt, NotesFormat::Subtitles);
    let quoted = Quoted {
        text: "We will not close the harbor",
        ..Quoted::default()
    };
    let checked = verify(&quoted, &notes);
    assert_eq!(checked.verdict, Verdict::Folded);
    assert_eq!(checked.found.unwrap().time.as_deref(), Some("00:00:01"));
}

#[test]
fn notes_that_repeat_themselves_are_given_up() {
    let notes = notes_of(&"we go on and ".repeat(150_000));
    let quoted = "we go on and ".repeat(60) + "we stop";
    let quoted = Quoted {
        text: &quoted,
        ..Quoted::default()
    };
    let checked = verify(&quoted, &notes);
    assert!(
        matches!(checked.verdict, Verdict::GivenUp | Verdict::Near | Verdict::Absent),
        "{checked:?}"
    );
}

#[test]
fn other_languages_are_known_by_their_text() {
    let spanish =
        "El puerto no se cerrará este invierno, dijo la alcaldesa a los vecinos reunidos en la plaza. ".repeat(8);
    assert_eq!(notes_of(&spanish).foreign_language(), Some("spa"));
    assert_eq!(notes_of(HARBOR).foreign_language(), None);
}

#[test]
fn words_that_only_fill_a_pause_may_be_on_one_side_without_marks() {
    let notes = "The list of boats, you know, goes on without end.";
    assert_eq!(
        verdict(notes, "The list of boats you know goes on without end."),
        "folded: fillers"
    );
    assert_eq!(
        verdict(notes, "The list of boats,\nyou\u{a0}know, goes on without end."),
        "folded: fillers"
    );
    assert_eq!(
        verdict(notes, "The list of boats – you know – goes on without end."),
        "folded: fillers"
    );
}
