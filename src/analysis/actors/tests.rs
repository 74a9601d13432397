//! The hard cases of names and roles, on sentences of our own.

use crate::analysis::actors::toy::folded;
use crate::analysis::{ActorKind, DraftSettings, MentionForm, Reading, fold, of_blocks};
use crate::language::embedded;
use crate::markup::{self, Format};

/// Each actor as "name (role; role): form form", joined by a line end.
fn check(paragraphs: &[&str], expected: &[&str]) {
    let (markup, _, actors, mentions) = folded(paragraphs);
    let shown: Vec<String> = actors
        .iter()
        .map(|actor| {
            let roles: Vec<&str> = actor.roles.iter().map(|role| role.text.as_str()).collect();
            let forms: Vec<&str> = actor
                .mentions
                .iter()
                .map(|at| mentions[at.0].place)
                .map(|place| place.span.of(&markup.blocks[place.block.0].text))
                .collect();
            format!("{} ({}): {}", actor.name, roles.join("; "), forms.join(" | "))
        })
        .collect();
    assert_eq!(shown, expected, "{paragraphs:?}");
}

#[test]
fn a_title_before_a_name_is_a_role_and_no_part_of_the_name() {
    check(
        &["Chinese Foreign Minister Rosa Weil spoke. Weil left."],
        &["Rosa Weil (Chinese Foreign Minister): Rosa Weil | Weil"],
    );
}

#[test]
fn a_date_before_a_title_is_no_part_of_the_role() {
    for (text, role) in [
        ("On Monday Foreign Minister Rosa Weil spoke.", "Foreign Minister"),
        ("On Friday evening Mayor Rosa Weil spoke.", "Mayor"),
        ("Last Tuesday President Rosa Weil spoke.", "President"),
        ("In June Mayor Rosa Weil spoke.", "Mayor"),
        ("On May 3 Mayor Rosa Weil spoke.", "Mayor"),
        ("In 2031 Mayor Rosa Weil spoke.", "Mayor"),
    ] {
        let markup = markup::read(text, Format::Plain);
        let blocks = of_blocks(&markup, embedded());
        let roles: Vec<_> = fold(&markup, &blocks, &DraftSettings::default())
            .actors
            .iter()
            .flat_map(|actor| &actor.roles)
            .map(|role| role.text.clone())
            .collect();
        assert_eq!(roles, [role], "{text}");
    }
}

#[test]
fn a_title_in_small_letters_ends_what_stands_before_a_name() {
    let text = "They met Mayor Tom Holt and Norland envoy Ana Ruiz.";
    let markup = markup::read(text, Format::Plain);
    let blocks = of_blocks(&markup, embedded());
    let names: Vec<_> = fold(&markup, &blocks, &DraftSettings::default())
        .actors
        .iter()
        .filter(|actor| actor.kind == ActorKind::Person)
        .map(|actor| actor.name.clone())
        .collect();
    assert_eq!(names, ["Tom Holt", "Ana Ruiz"]);
}

#[test]
fn a_family_name_may_come_first() {
    check(
        &["Foreign Minister Wang Dao spoke.", "Wang left."],
        &["Wang Dao (Foreign Minister): Wang Dao | Wang"],
    );
}

#[test]
fn a_short_name_before_the_full_name_is_the_same_person() {
    check(&["Weil wins.", "Rosa Weil won."], &["Rosa Weil (): Weil | Rosa Weil"]);
}

#[test]
fn an_apposition_after_or_before_a_name_is_a_role() {
    check(
        &["Rosa Weil, the captain, left. The owner, Tom Holt, said no."],
        &[
            "Rosa Weil (captain): Rosa Weil | the captain",
            "Tom Holt (owner): The owner | Tom Holt",
        ],
    );
}

#[test]
fn an_age_may_stand_before_the_apposition() {
    check(
        &["Ana Ruiz, 43, a nurse, left."],
        &["Ana Ruiz (nurse): Ana Ruiz | a nurse"],
    );
}

#[test]
fn what_somebody_is_said_to_be_is_a_role() {
    check(
        &["Ana Ruiz is a former teacher."],
        &["Ana Ruiz (former teacher): Ana Ruiz | a former teacher"],
    );
}

#[test]
fn two_people_of_one_family_name_stay_two() {
    let (_, _, actors, mentions) = folded(&["Ana Ruiz and Tomás Ruiz spoke.", "Ruiz left."]);
    assert_eq!(actors.len(), 2);
    let short = mentions.last().unwrap();
    assert_eq!(short.actor, None);
    assert_eq!(short.because, "not resolved: could be Ana Ruiz or Tomás Ruiz");
}

#[test]
fn a_shared_family_name_is_the_one_named_in_the_paragraph() {
    check(
        &["Ana Ruiz spoke.", "Tomás Ruiz left. Ruiz won."],
        &["Ana Ruiz (): Ana Ruiz", "Tomás Ruiz (): Tomás Ruiz | Ruiz"],
    );
}

#[test]
fn a_shared_family_name_is_the_only_one_introduced_so_far() {
    check(
        &["Ana Ruiz spoke. Ruiz left.", "Tomás Ruiz won."],
        &["Ana Ruiz (): Ana Ruiz | Ruiz", "Tomás Ruiz (): Tomás Ruiz"],
    );
}

#[test]
fn what_is_named_after_an_organization_is_not_the_organization() {
    check(
        &["Lindqvist lost.", "Lindqvist Harbour Workers voted."],
        &[
            "Lindqvist (): Lindqvist",
            "Lindqvist Harbour Workers (): Lindqvist Harbour Workers",
        ],
    );
}

#[test]
fn a_courtesy_title_tells_a_couple_apart_and_is_no_role() {
    check(
        &["Ana Ruiz met Mr. Tomás Ruiz and Mrs. Ana Ruiz.", "Mr. Ruiz left."],
        &["Ana Ruiz (): Ana Ruiz | Ana Ruiz", "Tomás Ruiz (): Tomás Ruiz | Ruiz"],
    );
}

#[test]
fn an_acronym_in_brackets_is_the_name_before_it() {
    check(
        &["The Harbour Workers Union (HWU) voted.", "HWU won."],
        &["Harbour Workers Union (): Harbour Workers Union | HWU | HWU"],
    );
}

#[test]
fn a_short_form_of_an_organization_is_the_organization() {
    check(
        &["Lindqvist Group lost.", "Lindqvist left."],
        &["Lindqvist Group (): Lindqvist Group | Lindqvist"],
    );
}

#[test]
fn state_names_are_one_state() {
    check(
        &["The United States won.", "The U.S. left. America lost."],
        &["United States (): United States | U.S. | America"],
    );
}

#[test]
fn half_a_name_before_and_is_completed() {
    let (_, _, actors, mentions) = folded(&["North and South Korea spoke."]);
    let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["North Korea", "South Korea"]);
    assert!(mentions.iter().all(|mention| mention.kind == ActorKind::Place));
}

#[test]
fn a_couple_shares_the_family_name_after_the_second() {
    let (_, _, actors, _) = folded(&["Helen and Arthur Weil spoke."]);
    let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["Helen Weil", "Arthur Weil"]);
}

#[test]
fn a_role_may_be_past_or_to_come() {
    check(
        &["President-elect Rosa Weil met former Mayor Tom Holt."],
        &[
            "Rosa Weil (President-elect): Rosa Weil",
            "Tom Holt (former Mayor): Tom Holt",
        ],
    );
}

#[test]
fn a_company_that_bears_a_family_name_is_not_the_family() {
    let (_, _, actors, _) = folded(&["Holt Group lost. Tom Holt left. Holt Group won."]);
    let names: Vec<&str> = actors.iter().map(|actor| actor.name.as_str()).collect();
    assert_eq!(names, ["Holt Group", "Tom Holt"]);
}

#[test]
fn a_capital_that_acts_is_the_government_there_and_a_place_elsewhere() {
    let (_, _, actors, mentions) = folded(&["Beijing rejected it. Weil left for Beijing."]);
    let readings: Vec<_> = mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Named && mention.kind == ActorKind::Place)
        .map(|mention| mention.reading)
        .collect();
    assert_eq!(readings, [Some(Reading::Government), Some(Reading::Place)]);
    assert_eq!(mentions[0].because, "the government here: subject of 'rejected'");
    assert_eq!(actors.len(), 2, "one actor with two readings, and Weil: {actors:?}");
}

#[test]
fn the_owner_in_a_possessive_is_not_the_one_owned() {
    check(
        &["Weil's envoy Tom Holt left."],
        &["Weil (): Weil", "Tom Holt (envoy): Tom Holt"],
    );
}

/// The people and organizations that the embedded model finds, each as "name (role; role)".
fn of_text(text: &str) -> Vec<String> {
    let markup = markup::read(text, Format::Plain);
    let blocks = of_blocks(&markup, embedded());
    fold(&markup, &blocks, &DraftSettings::default())
        .actors
        .iter()
        .map(|actor| {
            let roles: Vec<&str> = actor.roles.iter().map(|role| role.text.as_str()).collect();
            format!("{} ({})", actor.name, roles.join("; "))
        })
        .collect()
}

#[test]
fn what_is_still_missing_names_nobody() {
    for text in [
        "The government paid the port authority TK million.",
        "Mayor TK opened the fair. Rosa Weil came.",
        "They met on Monday. TKTK, the mayor, said that the boats were safe.",
        "Rosa Weil hired Professor XXX in June. TK TKTK left.",
        "“It is late,” TK said.",
    ] {
        let found = of_text(text);
        let is_missing = |actor: &&String| actor.contains("TK") || actor.contains("XXX");
        assert_eq!(found.iter().find(is_missing), None, "{text}");
    }
    assert_eq!(of_text("TK Maxx opened a shop."), ["TK Maxx ()"]);
}

#[test]
fn the_master_of_a_place_or_of_a_trade_is_a_role() {
    for (text, role) in [
        (
            "Tom Holt will meet the harbor master, Rosa Weil, on Wednesday.",
            "harbor master",
        ),
        ("The station master, Rosa Weil, closed the hall.", "station master"),
        ("She thanked dock master Rosa Weil on Monday.", "dock master"),
        ("Rosa Weil, a master of the guild, left.", "master of the guild"),
    ] {
        let found = of_text(text);
        assert!(found.contains(&format!("Rosa Weil ({role})")), "{text} {found:?}");
    }
    // A degree is none.
    assert_eq!(of_text("Rosa Weil has a master’s in law."), ["Rosa Weil ()"]);
}
