//! Each step on its own example, and what the steps do together.

use crate::language::NameKind::{Organization, Other, Person, Place};
use crate::language::base::Embedded;
use crate::language::names::steps::steps;
use crate::language::{NameKind, analyse, try_embedded};

type Named = (String, NameKind);

/// A sentence and its names: "[person Ana Roth] left." is "Ana Roth left." with one person.
fn read(example: &str) -> (String, Vec<Named>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut pieces = example.split('[');
    text.push_str(pieces.next().unwrap());
    for piece in pieces {
        let (name, rest) = piece.split_once(']').unwrap();
        let (kind, name) = name.split_once(' ').unwrap();
        let kind = match kind {
            "person" => Person,
            "organization" => Organization,
            "place" => Place,
            "other" => Other,
            _ => panic!("{kind} is no kind, in {example:?}"),
        };
        text.push_str(name);
        text.push_str(rest);
        names.push((name.to_owned(), kind));
    }
    (text, names)
}

/// The names in a text.
fn names(text: &str, model: &Embedded) -> Vec<Named> {
    let language = analyse(text, model);
    let names = language.names.iter();
    names
        .map(|name| {
            let written = language.span_of(name.words.clone()).of(text);
            (written.to_owned(), name.kind)
        })
        .collect()
}

#[test]
fn every_step_is_needed_for_its_example() {
    let model = *try_embedded().unwrap();
    let mut wrong = Vec::new();
    for step in steps() {
        let (text, expected) = read(step.example);
        let (with, without) = (names(&text, &model), names(&text, &model.without_step(step.name)));
        if with != expected {
            wrong.push(format!("{}: reads {with:?} in {text:?}", step.name));
        } else if without == expected {
            wrong.push(format!("{}: is not needed for {text:?}", step.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn steps_have_names_of_their_own() {
    for (at, step) in steps().enumerate() {
        assert!(steps().take(at).all(|before| before.name != step.name), "{}", step.name);
    }
}

#[track_caller]
fn check(example: &str) {
    let (text, expected) = read(example);
    assert_eq!(names(&text, try_embedded().unwrap()), expected, "in {text:?}");
}

#[test]
fn titles_are_no_part_of_a_name() {
    check("Mr. [person Milan Orbel] met Sen. [person Paula Quist].");
    check("[place U.S.] Secretary of State [person Anna Holt] spoke.");
    check("Minister of Education [person Stefania Orbel] spoke.");
}

#[test]
fn a_meeting_of_holders_of_a_title_is_no_person() {
    for text in [
        "She spoke at the CEO Summit.",
        "She spoke at the CEO Summit in Velden.",
        "They met at the Asia-Pacific Economic Cooperation (APEC) CEO Summit.",
    ] {
        let found = names(text, try_embedded().unwrap());
        assert!(found.iter().all(|name| name.1 != Person), "in {text:?}");
    }
}

#[test]
fn an_entry_of_the_lists_is_not_cut() {
    check("They flew to [place Sri Lanka].");
    check("The [organization European Union] and [place Japan] agreed.");
}

#[test]
fn a_name_goes_on_over_particles_and_nicknames() {
    check("The president, [person Ulla von der Marck], met [person Pavel “Duke” Orbel].");
}

#[test]
fn a_month_with_its_day_is_no_name() {
    check("July 30, 2031");
    check("The plan was dropped on June 9 and came back in late May.");
    check("[person June Orbel] won.");
}

#[test]
fn words_for_anybody_are_no_names() {
    check("“We saw it,” Nobody said.");
    check("[person Ana Orbel] and Everybody left.");
    check("Neither was hurt.");
}

#[test]
fn who_is_before_a_score_is_a_team() {
    check("[organization Velden] 3 1 1 1 8 10");
}

#[test]
fn members_belong_to_the_name_of_their_body() {
    check("The [organization Harbor Workers' Union] called off its strike.");
    check("The [organization Harbor Pilots’ Union] called off its strike.");
    check("The [organization Pilots' Union] called off its strike.");
    check("“Nobody asked,” the [organization Retired Miners' Association] said.");
    // A country has a congress, and a person has a school.
    check("The [place United States]' [organization Congress] met.");
}

#[test]
fn what_is_called_after_a_person_is_nobody() {
    check("He won the [other Harriet Orbel Medal] and the [other Ryan Award].");
    check("They walked along [place Douglas Street] and [place Edwin Lane].");
    check("The [organization Pell-Norrington Foundation] gave money.");
    check("[organization Pryor, Lunt & Casson] denied it.");
    check("Then [person Ines Orbel] rode [other Gallant Stephen] to second place.");
    check("My father has [other Huntington’s disease].");
    check("[organization St. Gertrude’s Primary School] is shut.");
}

#[test]
fn who_has_a_name_like_a_place_or_a_thing_is_somebody() {
    check("[person Percy Lane] left with [person Ana Law].");
    check("[person Ana Orbel]’s mother left.");
}

#[test]
fn a_word_that_opens_a_sentence_as_a_verb_is_no_name() {
    check("Mark the date.");
    check("Nick an apple.");
    check("[person Mark] left the party.");
}

#[test]
fn ranks_and_particles_do_not_cut_a_name() {
    check("[person Joost van den Orbel] left.");
    check("Airman 1st Class [person Olga Orbel] fell.");
    check("[person Marcus “Bones” Tillery] played.");
}

#[test]
fn measures_ships_and_houses_are_whole_and_people_stay_people() {
    check("[person Mark Derby] said no.");
    check("[person Amber Lund] spoke.");
    check("[person Miranda Holt] sang.");
    check("[person Glen Holt] sang.");
    check("[other House Bill 1204] passed.");
    check("[other Winter Storm Uri] hit [place Texas].");
    check("[organization King's College Hospital] said no.");
    check("[organization Forest of Orrin District Council] agreed.");
    check("[organization Ryan Holt Homes] went bust.");
}
