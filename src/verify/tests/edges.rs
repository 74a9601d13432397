//! The edges of a quotation, and the borders between speakers: what was said right before, right after, and by whom.

use super::*;

/// The quotation with its changes in brackets.
fn shown(notes: &str, text: &str) -> String {
    let quoted = Quoted {
        text,
        ..Quoted::default()
    };
    verify(&quoted, &notes_of(notes)).shown(text)
}

#[test]
fn a_word_that_is_left_out_beside_the_edge_is_left_out_and_not_replaced() {
    for (notes, quoted, expected) in [
        (
            "LUND: We never promised anything to anybody at the port.",
            "We promised anything to anybody at the port",
            "We [+ never] promised anything to anybody at the port",
        ),
        (
            "LUND: They have certainly never seen the new harbor plan.",
            "They seen the new harbor plan",
            "They [+ have certainly never] seen the new harbor plan",
        ),
        (
            "LUND: Crews don't sleep well on the old boats.",
            "Crews sleep well on the old boats",
            "Crews [+ don't] sleep well on the old boats",
        ),
        (
            "WEIL: The winter ferry to the islands is hardly ready.",
            "The winter ferry to the islands is ready",
            "The winter ferry to the islands is [+ hardly] ready",
        ),
        (
            "WEIL: The winter ferry to the islands runs this very weekend.",
            "The winter ferry to the islands runs this weekend",
            "The winter ferry to the islands runs this [+ very] weekend",
        ),
        // Nobody is quoted with a word in the place of “never”.
        (
            "LUND: We never promised anything to anybody at the port.",
            "They promised anything to anybody at the port",
            "[They → We never] promised anything to anybody at the port",
        ),
    ] {
        assert_eq!(shown(notes, quoted), expected);
    }
    // Another word at the edge is another word.
    assert_eq!(
        shown(
            "In the old town a harbor will close in May.",
            "the harbor will close in May"
        ),
        "[the → a] harbor will close in May"
    );
    assert_eq!(
        shown(
            "It rained. Our boats will stay at home this week.",
            "Their boats will stay at home this week"
        ),
        "[Their → Our] boats will stay at home this week"
    );
}

#[test]
fn a_denial_right_before_the_quotation_is_told() {
    for (notes, quoted, expected) in [
        (
            "Not all of the crews knew about it.",
            "All of the crews knew about it",
            "near: All > Not all (negation)",
        ),
        (
            "In truth nobody told the crews about it.",
            "Told the crews about it",
            "near: Told > nobody told (negation)",
        ),
        (
            "I don't like the plan for the port.",
            "Like the plan for the port",
            "near: Like > don't like (negation)",
        ),
        (
            "We have hardly any boats left this year.",
            "any boats left this year",
            "near: any > hardly any (slight)",
        ),
        (
            "We never promised anything to the port.",
            "[The crews] promised anything to the port",
            "near: insertion, promised > never promised (negation)",
        ),
    ] {
        assert_eq!(verdict(notes, quoted), expected);
    }
    for (notes, quoted) in [
        ("No, all of the crews knew about it.", "All of the crews knew about it"),
        ("No we will close the port in May.", "We will close the port in May"),
        (
            "They did not. All of the crews knew about it.",
            "All of the crews knew about it",
        ),
        (
            "LUND: They did not\n\nWEIL: all of the crews knew.",
            "all of the crews knew",
        ),
        ("It is not important.", "important"),
    ] {
        let found = verdict(notes, quoted);
        assert!(!found.starts_with("near"), "{notes}: {found}");
    }
    // The same words without a denial elsewhere.
    assert_eq!(
        verdict(
            "Not all of the crews knew. But all of the crews knew in May.",
            "All of the crews knew"
        ),
        "folded: capitals, beginning"
    );
    // The writer says it.
    let quoted = Quoted {
        text: "close the harbor this winter",
        is_denied: true,
        ..Quoted::default()
    };
    assert_eq!(told(&verify(&quoted, &notes_of(HARBOR))), "exact");
}

#[test]
fn a_sign_belongs_to_its_number_and_a_scale_to_its_figures() {
    assert_eq!(
        verdict("Growth was -3.5 percent last year.", "Growth was 3.5 percent last year"),
        "near: 3.5 > -3.5 (number)"
    );
    assert_eq!(
        verdict(
            "Growth was -3.5 percent last year.",
            "Growth was minus 3.5 percent last year"
        ),
        "folded: spelling"
    );
    assert_eq!(
        verdict(
            "- 40 boats left the port.\n- 12 came back to it.",
            "40 boats left the port"
        ),
        "exact"
    );
    for (notes, quoted) in [
        (
            "We lost 1,500,000 kroner in a year.",
            "We lost 1.5 million kroner in a year",
        ),
        (
            "We lost 2,000,000 kroner in a year.",
            "We lost two million kroner in a year",
        ),
        ("We lost $1,500,000 in a year.", "We lost $1.5 million in a year"),
        ("We lost 3,250,000,000 kroner.", "We lost 3.25 billion kroner"),
    ] {
        assert!(verdict(notes, quoted).starts_with("folded: "), "{notes}");
    }
    assert_eq!(
        verdict(
            "We lost 1,560,000 kroner in a year.",
            "We lost 1.5 million kroner in a year"
        ),
        "near: 1.5 million > 1,560,000 (number)"
    );
}

#[test]
fn an_ellipsis_joins_no_words_of_two_speakers() {
    for quoted in [
        "We will not close the harbor … I doubt that very much",
        "We will not close the harbor [this year] I doubt that very much",
        "We will not close harbor … I doubt that very much",
    ] {
        let found = verdict(TALK, quoted);
        assert!(found.starts_with("other-speaker: "), "{quoted}: {found}");
    }
    let quoted = Quoted {
        text: "We will not close the harbor … I doubt that very much",
        speaker: Some("Ana Lund"),
        ..Quoted::default()
    };
    assert_eq!(verify(&quoted, &notes_of(TALK)).speakers, ["LUND", "WEIL"]);
    // Over what somebody else says, to words of the same speaker, although others say them, too.
    assert_eq!(
        verdict_for(
            TALK,
            "We will not close the harbor … we will see in spring",
            Some("Ana Lund")
        ),
        "folded: ellipsis"
    );
    let apart = "LUND: We go home.\n\nWEIL: Why?\n\nAna Lund: Because the boats are lost.";
    assert_eq!(verdict(apart, "We go home … the boats are lost"), "folded: ellipsis");
}

#[test]
fn labels_count_where_each_stands_only_once() {
    let turns = "LUND: We will not close the harbor this winter.\n\nMARLOW: I doubt that very much.";
    for notes in [
        turns.to_owned(),
        turns.replace("LUND", "Lund").replace("MARLOW", "Marlow"),
    ] {
        let said = "We will not close the harbor";
        assert_eq!(verdict_for(&notes, said, Some("Bo Marlow")), "other-speaker");
        assert_eq!(verdict_for(&notes, said, Some("Ana Lund")), "exact");
    }
    // No label names her. What is written with one capital and stands there once may be a topic.
    let unnamed = |notes: &str| verdict_for(notes, "We will not close the harbor", Some("Ida Rossi"));
    assert_eq!(unnamed(turns), "other-speaker");
    assert_eq!(
        unnamed(&turns.replace("LUND", "Lund").replace("MARLOW", "Marlow")),
        "exact"
    );
    // A topic is nobody.
    let topics = "Strike: We will not close the harbor this winter.\n\nLund: The strike is over.";
    assert_eq!(
        verdict_for(topics, "We will not close the harbor", Some("Ana Lund")),
        "exact"
    );
}

#[test]
fn another_first_name_is_somebody_else() {
    let talk = "JOHN LUND: We will not close the harbor this winter.\n\nPETER LUND: I doubt that very much.";
    let said = "We will not close the harbor";
    assert_eq!(verdict_for(talk, said, Some("Peter Lund")), "other-speaker");
    for name in ["John Lund", "J. Lund", "Lund", "Mayor Lund", "Johnny Lund"] {
        assert_eq!(verdict_for(talk, said, Some(name)), "exact", "{name}");
    }
    // One person may be labelled in two ways.
    let two_ways = "HARBORMASTER LUND: We will not close the harbor.\n\nLUND: I doubt that very much.";
    assert_eq!(verdict_for(two_ways, said, Some("Ana Lund")), "exact");
}

#[test]
fn a_speaker_whom_no_label_names_is_somebody_else() {
    let found = |label: &str, speaker: &str| {
        let notes = format!("{label}: We will not close the harbor.\n\nQ: Why?\n\n{label}: It is too small.");
        verdict_for(&notes, "We will not close the harbor", Some(speaker))
    };
    for label in ["LUND", "Ana Lund", "Mayor Lund", "Dr. Lund", "Lund"] {
        assert_eq!(found(label, "Ida Rossi"), "other-speaker", "{label}");
        assert_eq!(found(label, "Ana Lund"), "exact", "{label}");
    }
    // She may hold the office, speak second, or be called so.
    for label in [
        "MAYOR",
        "The Mayor",
        "Harbormaster",
        "Speaker 2",
        "A",
        "BW",
        "IR",
        "Host",
        "Ida",
    ] {
        assert_eq!(found(label, "Ida Rossi"), "exact", "{label}");
    }
    // Without labels the notes name nobody.
    assert_eq!(
        verdict_for(
            "We will not close the harbor.",
            "We will not close the harbor",
            Some("Ida Rossi")
        ),
        "exact"
    );
}

#[test]
fn whoever_asks_is_nobody_who_is_quoted() {
    let notes = "Q: Will the harbor be closed this winter?\n\nA: We will see in spring.";
    assert_eq!(
        verdict_for(notes, "the harbor be closed this winter", Some("Ana Lund")),
        "other-speaker"
    );
    assert_eq!(verdict_for(notes, "We will see in spring", Some("Ana Lund")), "exact");
    let named = "Q: Will the harbor be closed?\n\nLund: We will see in spring.";
    assert_eq!(
        verdict_for(named, "Will the harbor be closed", Some("Ana Lund")),
        "other-speaker"
    );
}

#[test]
fn of_notes_that_cannot_be_read_nothing_is_said() {
    let mut builder = NotesBuilder::default();
    builder.problem(NotesProblem {
        name: "talk.pdf".to_owned(),
        message: "cannot be read: it is a PDF".to_owned(),
        named_at: None,
        is_read: false,
        is_for_draft: true,
    });
    let quoted = Quoted {
        text: "We will not close the harbor",
        ..Quoted::default()
    };
    assert_eq!(told(&verify(&quoted, &builder.build())), "unread");
}
