//! Who "he" and "she" mean where the grammar decides, on sentences of our own as the embedded model reads them. A case for
//! each gender where the rule knows none.

use crate::analysis::{DraftSettings, MentionForm, fold, of_blocks};
use crate::language::embedded;
use crate::markup::{self, Format};

/// The pronouns of each text with the actor they refer to.
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let markup = markup::read(text, Format::Plain);
        let facts = fold(&markup, &of_blocks(&markup, embedded()), &DraftSettings::default());
        let shown: Vec<String> = facts
            .mentions
            .iter()
            .filter(|mention| mention.form == MentionForm::Pronoun)
            .map(|mention| {
                let pronoun = mention.place.span.of(&markup.blocks[mention.place.block.0].text);
                let actor = mention.actor.map_or("?", |id| facts.actors[id.0].name.as_str());
                format!("{pronoun} = {actor}")
            })
            .collect();
        assert_eq!(shown.join(", "), *expected, "{text}");
    }
}

#[test]
fn an_opening_phrase_waits_for_the_subject() {
    check(&[
        (
            "Rosa Weil left the town. In her book, Vera Holt says that nobody cared.",
            "her = Vera Holt",
        ),
        (
            "Tom Weil left the town. In his book, Karl Holt says that nobody cared.",
            "his = Karl Holt",
        ),
        (
            "Rosa Weil left the town. Soon after her return to Amity, Vera Holt bought a house.",
            "her = Vera Holt",
        ),
    ]);
}

#[test]
fn the_last_of_several_opening_phrases_waits_as_well() {
    check(&[(
        "Rosa Weil left the town. In August, without telling her brother, Vera Holt sold the house.",
        "her = Vera Holt",
    )]);
}

#[test]
fn an_opening_phrase_waits_for_the_owner_of_the_subject() {
    check(&[(
        "Rosa Weil left the town. Since her death, Vera Holt's novels have been printed again.",
        "her = Vera Holt",
    )]);
}

#[test]
fn a_possessive_after_and_goes_on_about_the_name_before() {
    check(&[
        ("Rosa Weil thanked Ana Quist and her mother.", "her = Ana Quist"),
        ("Tom Weil thanked Karl Quist and his mother.", "his = Karl Quist"),
    ]);
}

#[test]
fn a_parent_in_a_description_is_no_rival() {
    check(&[
        (
            "Tom Holt married Vera Weil, a daughter of the singer Ana Quist. She died in 2009.",
            "She = Vera Weil",
        ),
        (
            "Vera Holt married Tom Weil, a son of the singer Paul Quist. He died in 2009.",
            "He = Tom Weil",
        ),
    ]);
}

#[test]
fn who_is_asked_to_act_is_not_the_one_acted_on() {
    check(&[
        ("Rosa Weil asked Ana Quist to join her.", "her = Rosa Weil"),
        ("Tom Weil asked Karl Quist to join him.", "him = Tom Weil"),
    ]);
}

#[test]
fn her_before_a_noun_is_a_possessive_whatever_the_tagger_says() {
    check(&[(
        "Rosa Weil praised Ana Quist and said that Tom Holt had published her first novel.",
        "her = Rosa Weil",
    )]);
}

#[test]
fn two_who_met_are_still_rivals() {
    check(&[("Rosa Weil met Ana Quist on Monday. She left the town.", "She = ?")]);
}

#[test]
fn who_is_named_below_the_pronoun_is_somebody_else() {
    cov_mark::check!(named_below_the_pronoun);
    check(&[
        (
            "Gov. Bo Weil has not called on Karl Holt to leave. In a note, he said the claims against Holt were odd.",
            "he = Bo Weil",
        ),
        (
            "Mayor Rosa Weil has not called on Vera Holt to leave. In a note, she said the claims against Holt were odd.",
            "she = Rosa Weil",
        ),
    ]);
}

#[test]
fn joined_subjects_are_told_apart_by_nobody() {
    cov_mark::check!(joined_subjects_tie);
    check(&[
        (
            "Rosa Weil and Vera Holt left the town. She said the road was shut.",
            "She = ?",
        ),
        (
            "Bo Weil and Karl Holt left the town. He said the road was shut.",
            "He = ?",
        ),
        (
            "Rosa Weil and her sister, Vera Weil, left the town. She said the road was shut.",
            "her = Rosa Weil, She = ?",
        ),
    ]);
}

#[test]
fn who_of_two_speaks_is_left_open() {
    cov_mark::check!(another_may_speak);
    check(&[
        (
            "Bo Weil sued Karl Holt over the mill. “The dam is old,” he told the crews.",
            "he = ?",
        ),
        (
            "Mayor Bo Weil runs the mill that Karl Holt sold. “The dam is old,” he told the crews.",
            "he = ?",
        ),
        (
            "Rosa Weil sued Vera Holt over the mill. “The dam is old,” she told the crews.",
            "she = ?",
        ),
    ]);
}

#[test]
fn who_speaks_goes_on_whoever_is_mentioned() {
    check(&[
        (
            "Bo Weil, who works with Karl Holt, said the dam is old. He told the crews that it leaks.",
            "He = Bo Weil, it = ?",
        ),
        (
            "Bo Weil said that Karl Holt has sold the mill. “The dam is old,” he added.",
            "he = Bo Weil",
        ),
        (
            "Karl Holt runs the mill. Bo Weil left the port on Monday. He told the crews that the dam is old.",
            "He = Bo Weil",
        ),
    ]);
}
