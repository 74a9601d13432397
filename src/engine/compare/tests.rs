//! What two versions of a draft have differently, as a desk would say it.

use crate::engine::DraftPart;
use crate::engine::testing::snapshot;

/// The differences, a line for each: topic, place, what it was and what it is.
fn changes(old: &str, new: &str) -> Vec<String> {
    let differences = snapshot(new).differences_from(&snapshot(old));
    let line = |difference: &crate::engine::Difference| {
        let noted = difference.new.as_ref().or(difference.old.as_ref()).unwrap();
        let part = match noted.part {
            DraftPart::Paragraph(number) => number.to_string(),
            ref other => format!("{other:?}"),
        };
        let text = |noted: &Option<crate::engine::Noted>| {
            noted
                .as_ref()
                .map_or("-".to_owned(), |noted| match noted.about.as_str() {
                    "" => noted.text.clone(),
                    about => format!("{} ({about})", noted.text),
                })
        };
        let (old, new) = (text(&difference.old), text(&difference.new));
        format!("{} {part}: {old} > {new}", difference.topic.name())
    };
    differences.iter().map(line).collect()
}

const STORY: &str = "# Ferries to stay in port\n\nCrews called a strike on Monday, and 2.3 million passengers have to wait.\n\n\
     “We have a promise in writing,” Mayor Rosa Weil said.\n\nThe harbor was quiet.\n";

#[test]
fn nothing_changes_in_a_draft_that_stays_as_it_is() {
    assert_eq!(changes(STORY, STORY), [""; 0]);
}

#[test]
fn moving_a_paragraph_and_setting_other_marks_changes_nothing() {
    let moved = "# Ferries to stay in port\n\nThe harbor was quiet.\n\n\"We have a promise in writing,\" Mayor Rosa Weil \
                 said.\n\nCrews called a strike on Monday, and 2.3 million passengers have to wait.\n";
    assert_eq!(changes(STORY, moved), [""; 0]);
}

#[test]
fn a_quotation_is_added_changed_and_removed() {
    let more = STORY.replace(
        "The harbor was quiet.",
        "“Nobody will sail before the talks,” Weil said.",
    );
    assert_eq!(
        changes(STORY, &more),
        ["quotation 3: - > “Nobody will sail before the talks,” (Rosa Weil)"]
    );
    assert_eq!(
        changes(&more, STORY),
        ["quotation 3: “Nobody will sail before the talks,” (Rosa Weil) > -"]
    );
    let other = STORY.replace("a promise in writing", "no promise in writing");
    assert_eq!(
        changes(STORY, &other),
        ["quotation 2: “We have a promise in writing,” (Rosa Weil) > “We have no promise in writing,” (Rosa Weil)"]
    );
}

#[test]
fn quotations_that_share_small_words_alone_are_two() {
    let before = "“We will close the harbor,” Rosa Weil said.\n";
    let after = "“We will open the school,” Rosa Weil said.\n";
    assert_eq!(
        changes(before, after),
        [
            "quotation 1: - > “We will open the school,” (Rosa Weil)",
            "quotation 1: “We will close the harbor,” (Rosa Weil) > -"
        ]
    );
    let edited = "“We will not close the old harbor,” Rosa Weil said.\n";
    assert_eq!(
        changes(before, edited),
        ["quotation 1: “We will close the harbor,” (Rosa Weil) > “We will not close the old harbor,” (Rosa Weil)"]
    );
}

#[test]
fn a_quotation_gets_a_speaker() {
    let before = STORY.replace(" Mayor Rosa Weil said.", " The rain fell.");
    let told = changes(&before, STORY);
    assert!(
        told.contains(
            &"speaker 2: “We have a promise in writing,” > “We have a promise in writing,” (Rosa Weil)".to_owned()
        ),
        "{told:?}"
    );
}

#[test]
fn names_are_added_corrected_and_never_gone_while_the_text_has_them() {
    let more = STORY.replace("The harbor was quiet.", "Anton Brask, a pilot, met Weil.");
    assert_eq!(changes(STORY, &more), ["name 3: - > Anton Brask (pilot)"]);
    let slip = STORY.replace("Rosa Weil", "Rosa Wiel");
    let told = changes(&slip, STORY);
    assert!(
        told.contains(&"name 2: Rosa Wiel (Mayor) > Rosa Weil (Mayor)".to_owned()),
        "{told:?}"
    );
    let last_only = STORY.replace("Mayor Rosa Weil said", "Weil said");
    let told = changes(STORY, &last_only);
    assert!(
        !told
            .iter()
            .any(|line| line.starts_with("name") && line.contains("> Weil")),
        "{told:?}"
    );
}

#[test]
fn a_title_changes_with_its_person() {
    let other = STORY.replace("Mayor Rosa", "Deputy Mayor Rosa");
    assert_eq!(
        changes(STORY, &other),
        ["title 2: Mayor (Rosa Weil) > Deputy Mayor (Rosa Weil)"]
    );
}

#[test]
fn figures_change_with_what_they_count() {
    let other = STORY.replace("2.3 million", "2.4 million");
    assert_eq!(
        changes(STORY, &other),
        ["figure 1: 2.3 million passengers > 2.4 million passengers"]
    );
    let same = STORY.replace("2.3 million passengers", "2.3 million travelers");
    assert_eq!(changes(STORY, &same), [""; 0]);
    let before = "The crash left 3 people dead and 5 cars burned in the harbor.\n";
    let after = "The crash left 5 people dead and 3 cars burned in the harbor.\n";
    assert_eq!(
        changes(before, after),
        ["figure 1: 3 people > 5 people", "figure 1: 5 cars > 3 cars"]
    );
    assert_eq!(
        changes(
            "Four crews left the port of Senn.\n",
            "Five crews left the port of Senn.\n"
        ),
        ["figure 1: Four crews > Five crews"]
    );
    // The same number, in words and in figures.
    assert_eq!(
        changes(
            "Forty crews left the port of Senn.\n",
            "Some 40 crews left the port of Senn.\n"
        ),
        [""; 0]
    );
    // The number of a road belongs to its name.
    let roads = changes(
        "The A4 was shut. It cost $1,204.\n",
        "The A5 was shut. It cost $1204.\n",
    );
    assert!(roads.iter().all(|line| line.starts_with("name")), "{roads:?}");
}

#[test]
fn a_day_changes_and_the_same_day_in_other_words_does_not() {
    let other = STORY.replace("on Monday", "on Tuesday");
    assert_eq!(changes(STORY, &other), ["date 1: Monday > Tuesday"]);
    let dated = |day: &str| format!("---\ndate: 2031-05-12\n---\n\nCrews called a strike {day}, the union said.\n");
    assert_eq!(changes(&dated("on Monday"), &dated("on May 12")), [""; 0]);
    let next = dated("on Monday").replace("05-12", "05-13");
    assert_eq!(
        changes(&dated("on Monday"), &next),
        ["date Furniture: 2031-05-12 (the date of the draft) > 2031-05-13 (the date of the draft)"]
    );
}

#[test]
fn of_two_that_read_alike_the_right_one_is_new() {
    let story = |day: &str, boats: &str| {
        format!(
            "The union warned the port on {day} that its crews would leave the docks.\n\n{boats}Brask denied on Saturday that \
             two boats had been sold to the town.\n"
        )
    };
    assert_eq!(
        changes(&story("Friday", ""), &story("Saturday", "")),
        ["date 1: Friday > Saturday"]
    );
    let more = "He counted two boats at the quay.\n\n";
    assert_eq!(
        changes(&story("Friday", ""), &story("Friday", more)),
        ["figure 2: - > two boats"]
    );
    let doubled = "The the quay was shut.\n\nIt rained all day in the town.\n";
    let twice = format!("Nobody sails in bad weather, the the crews say.\n\n{doubled}");
    assert_eq!(
        changes(doubled, &twice),
        ["finding 1: - > Repeated word: “the” (doubled-word)"]
    );
}

#[test]
fn findings_come_and_go_wherever_they_are() {
    let doubled = STORY.replace("was quiet", "was was quiet");
    let told = changes(STORY, &doubled);
    assert_eq!(told, ["finding 3: - > Repeated word: “was” (doubled-word)"]);
    let moved = format!("{doubled}\n")
        .replace("The harbor was was quiet.\n", "")
        .replace("Crews", "The harbor was was quiet. Crews");
    assert!(!changes(&doubled, &moved).iter().any(|line| line.starts_with("finding")));
}
