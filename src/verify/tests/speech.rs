//! What people do when they speak: they begin anew, break words off, and say a word twice. And what an ellipsis may leave out.

use super::*;

/// What was left out as filler.
fn fillers(notes: &str, text: &str) -> Vec<String> {
    let quoted = Quoted {
        text,
        ..Quoted::default()
    };
    verify(&quoted, &notes_of(notes)).fillers
}

#[test]
fn a_phrase_that_is_begun_anew_is_left_out_and_listed() {
    let notes = "I know that we will, we will close the harbor in May.";
    let quoted = "I know that we will close the harbor in May.";
    assert_eq!(verdict(notes, quoted), "folded: fillers");
    assert_eq!(fillers(notes, quoted), ["we will"]);
    for notes in [
        "I think, I think that it was, it was a good winter for the for the boats.",
        "I, I think that it, um, it was a good winter for the boats, for the boats.",
        "I think that it was a good win— a good winter for the, for the boats.",
        "I th- think that it was … it was a good winter for the, uh, for the boats.",
    ] {
        let found = verdict(notes, "I think that it was a good winter for the boats");
        assert!(
            found.starts_with("folded: ") && found.contains("fillers"),
            "{notes}: {found}"
        );
    }
    // The quotation may have it, and cleaned notes not.
    assert_eq!(
        verdict(
            "I know that we will close the harbor in May.",
            "I know that we will, we will close the harbor"
        ),
        "folded: fillers"
    );
    // Both have it.
    assert_eq!(verdict(notes, "we will, we will close the harbor"), "exact");
    assert_eq!(verdict(notes, "will, we will close"), "exact");
}

#[test]
fn a_word_that_is_broken_off_is_left_out() {
    let quoted = "Then we took the ferry to the harbor";
    for notes in [
        "Then we took the fer- the ferry to the harbor.",
        "Then we took the fer— ferry to the har-- harbor.",
        "Then we to— we took the ferry to the harbor.",
    ] {
        assert_eq!(verdict(notes, quoted), "folded: fillers", "{notes}");
    }
    assert_eq!(
        fillers("Then we took the fer- the ferry to the harbor.", quoted),
        ["the fer"]
    );
    // At the beginning of the quotation nothing is left out: it begins there.
    assert_eq!(verdict("We to— we took the ferry.", "we took the ferry"), "exact");
    // A word that says something by itself is not the beginning of another one.
    assert_eq!(
        verdict(
            "We know no— now more than ever about it.",
            "We know now more than ever about it."
        ),
        "near: - > no (negation)"
    );
}

#[test]
fn words_that_are_meant_twice_are_said_twice() {
    // In two sentences; without a small word; in other words.
    let apart = "We close the harbor. We close the harbor in May, and that is that.";
    assert!(verdict(apart, "We close the harbor in May").starts_with("exact"));
    assert_eq!(
        verdict(
            "And so they work hard, work hard every winter here.",
            "And so they work hard every winter here."
        ),
        "near: - > work hard (word)"
    );
    assert_eq!(
        verdict(
            "We will close, we may close the harbor in May.",
            "We will close the harbor in May."
        ),
        "near: will > may (modal)"
    );
}

#[test]
fn what_is_said_twice_does_not_spoil_what_is_exact() {
    assert_eq!(
        verdict("We, we will close the harbor.", "we will close the harbor"),
        "exact"
    );
    assert_eq!(verdict("To the, the harbor it went.", "the harbor it went"), "exact");
}

#[test]
fn what_is_begun_anew_hides_no_difference() {
    assert_eq!(
        verdict(
            "I know that we will, we will not close the harbor in May.",
            "I know that we will close the harbor in May."
        ),
        "near: fillers, - > not (negation)"
    );
}

#[test]
fn an_ellipsis_hides_no_word_that_matters() {
    let notes = "We will certainly not close the harbor this winter. We lost 40 boats in a storm off Port Senn in May.";
    assert_eq!(
        verdict(notes, "We will … close the harbor"),
        "near: ellipsis, … > certainly not (negation)"
    );
    assert_eq!(
        verdict(notes, "We will [...] close the harbor"),
        "near: ellipsis, [...] > certainly not (negation)"
    );
    assert_eq!(
        verdict(notes, "We lost … boats in a storm"),
        "near: ellipsis, … > 40 (number)"
    );
    assert_eq!(
        verdict(notes, "boats in a storm … in May"),
        "near: ellipsis, … > off Port Senn (name)"
    );
    // Whole sentences may go, and words that change little; “one” is no number.
    assert_eq!(
        verdict(notes, "the harbor this winter … in a storm off Port Senn"),
        "folded: ellipsis"
    );
    for (notes, quoted) in [
        ("This is the right one for the town today.", "This is … for the town"),
        (
            "We spend it on first aid, and taxpayer dollars are safe.",
            "We spend it on … are safe",
        ),
    ] {
        assert_eq!(verdict(notes, quoted), "folded: ellipsis", "{quoted}");
    }
    // Also where other words differ.
    assert_eq!(
        verdict(notes, "We will … close the ports this winter"),
        "near: ellipsis, … > certainly not (negation), ports > harbor (word)"
    );
}

#[test]
fn a_bracket_stands_for_no_word_that_denies() {
    let notes = "We will not close the harbor this winter.";
    assert_eq!(
        verdict(notes, "We [intend to] close the harbor this winter"),
        "near: insertion, [intend to] > will not (negation)"
    );
    assert_eq!(
        verdict(notes, "We [won't] close the harbor this winter"),
        "folded: insertion"
    );
    assert_eq!(
        verdict(notes, "We [intend to] close the ports this winter"),
        "near: insertion, [intend to] > will not (negation), ports > harbor (word)"
    );
}
