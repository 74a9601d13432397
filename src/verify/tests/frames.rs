//! What the speaker says before and after the quoted words in the same sentence, and what makes something else of them.

use super::*;

#[track_caller]
fn assert_told(notes: &str, quoted: &str, expected: &str) {
    assert_eq!(verdict(notes, quoted), expected, "{notes}");
}

#[track_caller]
fn assert_said(notes: &str, quoted: &str) {
    let found = verdict(notes, quoted);
    assert!(
        found.starts_with("exact") || found.starts_with("folded"),
        "{notes}: {found}"
    );
}

#[test]
fn a_denial_that_governs_the_words_is_told() {
    for (notes, said) in [
        ("I don't think that we will close it.", "I don't think that we"),
        ("I never said we will close it.", "I never said we"),
        ("Nobody told me that we will close it.", "Nobody told me that we"),
        ("Honestly, I'm not sure we will close it.", "I'm not sure we"),
        ("We deny that we will close it.", "We deny that we"),
        ("It is unlikely that we will close it.", "It is unlikely that we"),
        ("There's no way we will close it.", "There's no way we"),
        ("I hardly believe that we will close it.", "I hardly believe that we"),
        ("I don't, um, think we will close it.", "I don't, um, think we"),
        ("It's not that we will close it.", "It's not that we"),
        ("I don't know that we will close it.", "I don't know that we"),
        ("It is a lie that we will close it.", "It is a lie that we"),
    ] {
        assert_told(notes, "We will close it.", &format!("near: We > {said} (negation)"));
    }
    assert_told(
        "I don't think I will close it.",
        "I will close it.",
        "near: I > I don't think I (negation)",
    );
    assert_told(
        "I don't think that we will close it.",
        "[The town] will close it.",
        "near: insertion, will > I don't think that we will (negation)",
    );
    assert_told(
        "Not, um, all of the crews knew.",
        "All of the crews knew.",
        "near: All > Not, um, all (negation)",
    );
    assert_said("No, um, all of the crews knew.", "All of the crews knew.");
    // In a part of a sentence the writer may say it.
    assert_told(
        "We never promised to close the harbor.",
        "close the harbor",
        "near: close > We never promised to close (slight)",
    );
}

#[test]
fn a_denial_in_another_clause_governs_nothing() {
    for notes in [
        "It was not easy, but we will close it.",
        "They did not help us and we will close it.",
        "I think that we will close it.",
        "I have no doubt that we will close it.",
        "Nobody doubts that we will close it.",
        "I don't deny that we will close it.",
        "Not only do I think that we will close it.",
        "They didn't know that we will close it.",
        "Don't worry, we will close it.",
        "No, we will close it.",
        "I can't sleep because we will close it.",
        "That isn't new. We will close it.",
        "Don't forget we will close it.",
        "Let me say that we will close it.",
    ] {
        assert_said(notes, "We will close it.");
    }
    assert_said("We never went to the harbor before dawn.", "the harbor before dawn");
}

#[test]
fn a_condition_is_told() {
    for (notes, said) in [
        ("If the board agrees, we will close it.", "If the board agrees, we"),
        (
            "Unless the board objects, we will close it.",
            "Unless the board objects, we",
        ),
        (
            "If the board, as expected, agrees, then we will close it.",
            "If the board, as expected, agrees, then we",
        ),
        ("They asked whether we will close it.", "whether we"),
        ("People leave if we will close it.", "if we"),
        ("I wonder whether or not we will close it.", "whether or not we"),
    ] {
        assert_told(notes, "We will close it.", &format!("near: We > {said} (frame)"));
    }
    assert_told(
        "We will close it unless the board objects, I think.",
        "We will close it.",
        "near: it > it unless the board objects (frame)",
    );
    for notes in [
        "If you ask me, we will close it.",
        "Even if the board objects, we will close it.",
        "When the board agreed, we will close it.",
        "It is as they say, we will close it.",
        "We will close it, if you will.",
    ] {
        assert_said(notes, "We will close it.");
    }
    assert_said("We don't know if it works.", "We don't know");
    // As a part of a sentence it is the writer's.
    assert_said("If the board agrees, we will close it.", "we will close it");
    // A bracket may stand for it.
    for bracket in ["[Once it agrees,]", "[The town]"] {
        assert_said(
            "If the board agrees, we will close it.",
            &format!("{bracket} will close it."),
        );
    }
}

#[test]
fn a_question_is_told() {
    for (notes, quoted, expected) in [
        (
            "Will we close the harbor?",
            "We close the harbor.",
            "near: We > Will we (frame)",
        ),
        (
            "Do you think we will close it?",
            "We will close it.",
            "near: We > Do you think we (frame)",
        ),
        ("We will close it?", "We will close it.", "near: it > it? (slight)"),
    ] {
        assert_told(notes, quoted, expected);
    }
    for notes in [
        "We will close it, right?",
        "We will close it. Why not?",
        "You know what? We will close it.",
        "We will close it, won't we?",
    ] {
        assert_said(notes, "We will close it.");
    }
    assert_said("Will we close the harbor?", "Will we close the harbor,");
    assert_said("Will we close the harbor?", "Will we close the harbor?");
    assert_said("Will we close the harbor?", "close the harbor");
}

#[test]
fn what_the_speaker_reports_of_others_is_told() {
    let told = |notes: &str, speaker: Option<&str>| verdict_for(notes, "We will close it.", speaker);
    let expected = "near: We > Haskell says we (frame)";
    assert_eq!(told("LUND: Haskell says we will close it.", Some("Ana Lund")), expected);
    assert_eq!(told("Haskell says we will close it.", Some("Ana Lund")), expected);
    assert_eq!(
        told(
            "LUND: They have always claimed that we will close it.",
            Some("Ana Lund")
        ),
        "near: We > They have always claimed that we (frame)"
    );
    for (notes, speaker) in [
        ("Haskell says we will close it.", Some("Tom Haskell")),
        // The notes of a reporter.
        ("She says we will close it.", Some("Ana Lund")),
        ("Haskell says we will close it.", None),
        ("LUND: I say we will close it.", Some("Ana Lund")),
        ("LUND: As I said, we will close it.", Some("Ana Lund")),
        ("LUND: You could say we will close it.", Some("Ana Lund")),
        ("LUND: It is fair to say we will close it.", Some("Ana Lund")),
        ("LUND: Haskell knows we will close it.", Some("Ana Lund")),
    ] {
        let found = told(notes, speaker);
        assert!(found.starts_with("folded"), "{notes}: {found}");
    }
}

#[test]
fn what_others_say_in_other_forms_is_told() {
    for (notes, said) in [
        ("LUND: People think we will close it.", "People think we"),
        ("LUND: You say we will close it.", "You say we"),
        ("LUND: There are those who believe we will close it.", "who believe we"),
        ("People think we will close it.", "People think we"),
        ("They say we will close it.", "They say we"),
        ("LUND: I'd be lying if I said we will close it.", "if I said we"),
    ] {
        let found = verdict_for(notes, "We will close it.", Some("Ana Lund"));
        assert_eq!(found, format!("near: We > {said} (frame)"), "{notes}");
    }
    for (notes, said) in [
        ("LUND: We will close it, Haskell says.", "it, Haskell says"),
        ("LUND: We will close it, or so they claim.", "it, or so they claim"),
        (
            "LUND: We will close it, according to Haskell.",
            "it, according to Haskell",
        ),
        ("We will close it, says Haskell.", "it, says Haskell"),
        (
            "LUND: We will close it in May if the board agrees.",
            "it in May if the board agrees",
        ),
    ] {
        let found = verdict_for(notes, "We will close it.", Some("Ana Lund"));
        assert_eq!(found, format!("near: it > {said} (frame)"), "{notes}");
    }
    for notes in [
        "LUND: As people say, we will close it.",
        "LUND: Like people say we will close it.",
        "LUND: I'm the one who said we will close it.",
        "LUND: We will close it, I say.",
        "We will close it, says Lund.",
        "We will close it, she says.",
        "LUND: We will close it and ask the crews if they agree.",
        "LUND: We will close it, and people say if they disagree.",
    ] {
        let found = verdict_for(notes, "We will close it.", Some("Ana Lund"));
        assert!(found.starts_with("folded"), "{notes}: {found}");
    }
}

#[test]
fn what_is_only_hoped_for_is_told() {
    for (notes, said) in [
        ("I hope we will close it.", "I hope we"),
        ("I really hope that we will close it.", "really hope that we"),
        ("Maybe we will close it.", "Maybe we"),
        ("Hopefully, we will close it.", "Hopefully, we"),
        ("I wish we will close it.", "I wish we"),
    ] {
        assert_told(notes, "We will close it.", &format!("near: We > {said} (frame)"));
    }
    assert_said("We hope for the best. We will close it.", "We will close it.");
    assert_said("Maybe not today, but we will close it.", "We will close it.");
    // As a part of a sentence it is the writer's.
    assert_said("I hope we will close it.", "will close it");
}

#[test]
fn a_sentence_that_is_not_quoted_whole_is_never_exact() {
    for (notes, quoted, expected) in [
        ("I will close it.", "I will close it.", "exact"),
        ("Well, I will close it.", "I will close it.", "folded: beginning"),
        ("Of course I will close it.", "I will close it,", "folded: beginning"),
        ("I will close it in May.", "I will close it.", "folded: ending"),
        ("I will close it in May.", "I will close it,", "exact"),
        ("I know; I will close it.", "I will close it.", "exact"),
        ("It rains. I will close it. It stops.", "I will close it.", "exact"),
        ("Well, I will close it.", "… I will close it.", "folded: ellipsis"),
        ("Well, I will close it.", "will close it.", "exact"),
    ] {
        assert_told(notes, quoted, expected);
    }
    let checked = verify(
        &Quoted {
            text: "I will close it.",
            ..Quoted::default()
        },
        &notes_of("Of course I will close it in May."),
    );
    assert_eq!(checked.overlooked(), "beginning (“Of course”), ending (“in May”)");
}

#[test]
fn what_governs_is_in_the_same_paragraph() {
    for notes in [
        "LUND: I don't think that\n\nLUND: We will close it.",
        "I wonder if\n\nwe will close it.",
        "LUND: We will close it\n\nLUND: if the board agrees.",
        "LUND: I never said\nLUND: We will close it.",
    ] {
        assert_said(notes, "We will close it.");
    }
    assert_told(
        "I don't think\nwe will close it.",
        "We will close it.",
        "near: We > I don't think we (negation)",
    );
    let captions =
        "1\n00:00:01,000 --> 00:00:03,000\nI don't think that\n\n2\n00:00:03,000 --> 00:00:05,000\nwe will close it.\n";
    let notes = Notes::of_text("talk.srt", captions, NotesFormat::Subtitles);
    let quoted = Quoted {
        text: "We will close it.",
        ..Quoted::default()
    };
    assert_eq!(verify(&quoted, &notes).verdict, Verdict::Near);
}

#[test]
fn what_the_paragraph_says_of_it_is_enough() {
    let quoted = Quoted {
        text: "We will close it.",
        is_framed: true,
        ..Quoted::default()
    };
    let notes = notes_of("If the board agrees, we will close it.");
    assert_eq!(told(&verify(&quoted, &notes)), "folded: capitals, beginning");
}

#[test]
fn the_same_words_elsewhere_without_a_frame_count() {
    let notes = "I don't think that we will close it. In the end, we will close it.";
    assert_eq!(verdict(notes, "We will close it."), "folded: capitals, beginning");
}
