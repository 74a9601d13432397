//! Quotations whose speaker is named with the same words elsewhere, or between their own marks.

use crate::analysis::attribution::draft::tests::speakers;

#[test]
fn the_same_words_have_the_same_speaker() {
    cov_mark::check!(the_same_words_have_a_speaker_elsewhere);
    let said = "“We have waited for the ferry since dawn,” Ana Lund said.";
    let draft = format!("“We have waited for the ferry since dawn.”\n\nThe port is shut.\n\n{said}");
    assert_eq!(speakers(&draft), ["Ana Lund", "Ana Lund"]);
    let pulled = "“The crane will stand by May and the pier by June, I hope”";
    let draft =
        format!("“The crane will stand by May and the pier by June,” said Bo Weil.\n\nThe city pays.\n\n{pulled}");
    assert_eq!(speakers(&draft), ["Bo Weil", "Bo Weil"]);
    let draft = "“Nobody told us why the mill had to close,” Ida Holt said.\n\n“It was cold,” Bo Weil said.\n\n\
                 “Nobody told us why the mill had to close.”";
    assert_eq!(speakers(draft), ["Ida Holt", "Bo Weil", "Ida Holt"]);
}

#[test]
fn words_of_two_speakers_and_other_words_are_left_alone() {
    let said =
        "“We will not leave this town again,” Ana Lund said.\n\n“We will not leave this town again,” Bo Weil said.";
    let draft = format!("{said}\n\nThe city pays. The state does not.\n\n“We will not leave this town again.”");
    assert_eq!(speakers(&draft), ["Ana Lund", "Bo Weil", "-"]);
    let draft = "“We will not leave this town tomorrow.”\n\n“We will not leave this town again,” Bo Weil said.";
    assert_eq!(speakers(draft)[0], "-");
}

#[test]
fn a_name_before_the_closing_mark_signs() {
    for draft in [
        "\"The tide took the pier and nobody came.\nAna Lund.\"",
        "“The tide took the pier and nobody came.\nBo Weil”",
        "“We waited all night for the crews.\nMayor Ida Holt.”",
    ] {
        assert_ne!(speakers(draft), ["-"], "{draft}");
    }
    assert_eq!(
        speakers("“The tide took the pier.\nIt was late.”\n\nIda Holt slept."),
        ["-"]
    );
}

#[test]
fn a_signature_signs_its_whole_paragraph() {
    let draft = "“It is late.” “We have no time, and we have no boat.” ― Ana Lund";
    assert_eq!(speakers(draft), ["Ana Lund", "Ana Lund"]);
}
