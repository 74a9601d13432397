//! What lines show of sentences.

use super::Line;
use crate::language::{self, View};

/// The line about a word of a text.
fn line(text: &str, about: &str) -> String {
    let language = language::analyse(text, language::embedded());
    let view = View::new(text, &language);
    let at = (0..view.len()).find(|at| view.form(*at) == about).unwrap();
    Line::about(view, at, 0).text(view, &[])
}

#[test]
fn what_sets_another_scene_is_not_left_out() {
    let rest =
        ", the crews and their families had formal training in the boats and in the sheds of the quay, they say.";
    let begins = |lead_in: &str, with: &str| line(&format!("{lead_in}{rest}"), "had").starts_with(with);
    assert!(begins("In the harbor strike of 1911", "In the harbor"));
    assert!(begins("For treasurer of the county", "For treasurer"));
}

#[test]
fn a_sentence_that_fits_is_shown_as_it_is() {
    assert_eq!(
        line("The order would bar fishing crews from using the north pier.", "bar"),
        "The order would bar fishing crews from using the north pier"
    );
    assert_eq!(line("But Quist paid $41 million.", "paid"), "Quist paid $41 million");
    assert_eq!(line("However, Lund resigned.", "resigned"), "Lund resigned");
}

#[test]
fn what_is_set_apart_goes_first_and_conditions_stay() {
    let text = "Weil, a Democrat who has sat on the county council since the flood of nine years ago and on the board of \
                the harbor since the strike, sold the old mill on the river.";
    assert_eq!(line(text, "sold"), "Weil sold the old mill on the river");
    let text = "If the county council of Ostby agrees in the first week of April, Weil will sell the old mill on the \
                river to the ferry company.";
    assert!(
        line(text, "sell").starts_with("If the county council"),
        "{}",
        line(text, "sell")
    );
}

#[test]
fn a_line_does_not_end_before_its_condition() {
    let text = "The ferries between Senn and Kessel can sail again in the first days of the month of April if both \
                crews and company sign the agreement on pay.";
    assert!(line(text, "sail").contains(" if both"), "{}", line(text, "sail"));
}

#[test]
fn a_line_ends_where_nothing_is_torn() {
    let text = "The council of Ostby will spend $41 million on the old mill and on the pier after the worst flood that \
                anybody in the valley or in the towns on the coast of the county or on the islands remembers.";
    let shown = line(text, "spend");
    assert!(
        shown.starts_with("The council of Ostby will spend $41 million on the old mill") && shown.ends_with('…'),
        "{shown}"
    );
}

#[test]
fn a_line_does_not_end_inside_a_list() {
    let text = "The harbor office of the county, which moved to the old mill last year, now pays 500 teachers, nurses, and \
                clerks from the towns on the coast.";
    let shown = line(text, "pays");
    assert!(!shown.contains("teachers…"), "{shown}");
}

#[test]
fn those_who_act_as_well_are_not_left_out() {
    let text = "Ida Quist, who ran the ferries of the county for nine years, and Rosa Weil, a teacher in Kessel, will also \
                serve as advisors to the board of the harbor.";
    assert!(
        !line(text, "serve").starts_with("Ida Quist will"),
        "{}",
        line(text, "serve")
    );
}

#[test]
fn a_line_does_not_part_a_verb_from_what_completes_it() {
    let text = "A new order of the county court would block the ferry crews from the north pier of the harbor and from the \
                whole of the river above the old mill.";
    assert!(!line(text, "block").ends_with("crews…"), "{}", line(text, "block"));
    assert_eq!(
        line("As a result, Quist paid $41 million.", "paid"),
        "Quist paid $41 million"
    );
}

#[test]
fn a_line_does_not_end_in_the_subject_of_a_clause_nor_in_a_list() {
    let rest = "in answer to a letter of the county about the dam, closed the road along the river and the bridge at the mill.";
    let text =
        format!("The town of Ostby sued the county in the first week of January after the Senn Port Authority, {rest}");
    let shown = line(&text, "sued");
    assert!(!shown.ends_with("Authority…"), "{shown}");
    let text = "The orders of the county have in the end asked a few of the smaller firms along the river, such as mills, piers, \
                docks, and yards, to close for the rest of the season or to move to another town on the coast.";
    let shown = line(text, "asked");
    assert!(!shown.ends_with("docks…"), "{shown}");
    let text = "The council of the county would restore what it had paid for boats and for sand along the river in response \
                to the flood of last year, which took the old bridge and the road at the mill with it.";
    let shown = line(text, "restore");
    assert!(!shown.ends_with("in response…"), "{shown}");
}

#[test]
fn a_line_has_room_for_whoever_says_what_it_begins_with() {
    let text = "Norland hopes that the crews of the ferries can meet it halfway “in the spirit of the harbor” before the vote, \
                harbor minister Rosa Weil told the mayor of Ostby, Bo Lund, in a phone call on Monday, according to the ministry.";
    let shown = line(text, "told");
    assert!(
        shown.contains("harbor minister Rosa Weil told the mayor of Ostby"),
        "{shown}"
    );
}
