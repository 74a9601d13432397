//! The steps that mend what the learned tagger read as names, in the order in which they are taken. Each is a reading of
//! words, lists and marks that leaves no doubt; none asks a model.

mod associations;
mod brackets;
mod breaks;
mod bylines;
mod capitals;
mod companies;
mod compounds;
mod country;
mod credit;
mod ends;
mod entries;
mod events;
mod fields;
mod first_names;
mod hyphens;
mod joined;
mod models;
mod named_things;
mod national;
mod newspapers;
mod nickname;
mod no_names;
mod offices;
mod owners;
mod particles;
mod places;
mod postal;
mod sites;
mod step;
mod table;
mod taken_for_people;
mod teams;
mod things;
mod titles;

pub(in crate::language::names) use compounds::makes_adjective;
pub use newspapers::is_newspaper_word;
pub(in crate::language::names) use taken_for_people::says_what_it_is;
pub(in crate::language::names) use things::is_thing_end;
pub use titles::without_titles;

use crate::language::names::steps::step::Step;
use crate::language::names::steps::taken_for_people::TAKEN_FOR_PEOPLE;

/// All steps in the order in which they are taken.
pub fn steps() -> impl Iterator<Item = &'static Step> {
    STEPS.iter().chain(TAKEN_FOR_PEOPLE)
}

const STEPS: &[Step] = &[
    Step {
        name: "teams",
        example: "In the second half the [organization Mountaineers] scored twice.",
        apply: teams::teams,
    },
    Step {
        name: "sites",
        example: "Ads on [organization GoVelda.net] sold well.",
        apply: sites::sites,
    },
    Step {
        name: "entries",
        example: "[place CZECH REPUBLIC] said no.",
        apply: entries::entries,
    },
    Step {
        name: "breaks",
        example: "The talks were led by [person Anna Holt] – [person Paula Quist] was absent.",
        apply: breaks::breaks,
    },
    Step {
        name: "office-holder",
        example: "Commissioner of Public Works [person Ida Orbel] resigned.",
        apply: offices::holder,
    },
    Step {
        name: "place-and-person",
        example: "In [place Oslo] [person Ida Orbel] signed the deal.",
        apply: joined::place_and_person,
    },
    Step {
        name: "country-and-holder",
        example: "In a letter to Ambassador to the [place United States] [person Milan Orbel] he wrote that.",
        apply: joined::country_and_holder,
    },
    Step {
        name: "slash",
        example: "A man walks home. [organization Reuters]/[person Milan Orbel]",
        apply: joined::at_slash,
    },
    Step {
        name: "owner",
        example: "The [organization World Bank]'s [person Ana Roth] agreed.",
        apply: joined::owner,
    },
    Step {
        name: "body-and",
        example: "The [organization European Union] and [place Japan] agreed.",
        apply: joined::body_and,
    },
    Step {
        name: "title-inside",
        example: "[organization U.N.] Envoy [person Milan Roth] left.",
        apply: titles::inside,
    },
    Step {
        name: "ends",
        example: "The [organization Finance Ministry]'s [person Ana Roth] agreed.",
        apply: ends::ends,
    },
    Step {
        name: "last-adjective",
        example: "The [organization U.S. Senate] Democratic leader left.",
        apply: ends::adjectives,
    },
    Step {
        name: "hyphens",
        example: "[person Mary-Kate Orbel] sang.",
        apply: hyphens::hyphens,
    },
    Step {
        name: "title-at-the-end",
        example: "[organization Senate] Minority Leader [person Anna Holt] spoke.",
        apply: titles::trailing,
    },
    Step {
        name: "office-of-the",
        example: "Secretary of the Commonwealth [person Al Orbel] voted.",
        apply: offices::of_the,
    },
    Step {
        name: "title-of-place",
        example: "The Archbishop of [place Canterbury] spoke to the press.",
        apply: offices::of_place,
    },
    Step {
        name: "title-in-front",
        example: "Earl [person Ines Orbel] left.",
        apply: titles::cut_titles_before_name,
    },
    Step {
        name: "given-name",
        example: "[person Jordan Velden] was seen near the bank.",
        apply: first_names::given_name,
    },
    Step {
        name: "event",
        example: "They met at the [organization Asia-Pacific Economic Cooperation] ([organization APEC]) [organization CEO Summit].",
        apply: events::events,
    },
    Step {
        name: "shortened",
        example: "They met at the [organization Asia-Pacific Economic Cooperation] ([organization APEC]) [organization CEO Summit].",
        apply: events::shortened,
    },
    Step {
        name: "two-people",
        example: "Shares of [organization Sel Line Ltd.] and [organization Orbel] rose.",
        apply: joined::two_people,
    },
    Step {
        name: "capitals",
        example: "“It is late,” [person TORMUND VELDING] told the hearing.",
        apply: capitals::capitals,
    },
    Step {
        name: "purpose",
        example: "The [organization Society for the Study of Old Ships] met.",
        apply: associations::purpose,
    },
    Step {
        name: "last-words",
        example: "It was written by [person Ines Orbel] Editing by [person Milan Quist]",
        apply: no_names::last_words,
    },
    Step {
        name: "last-figures",
        example: "1. [other Velden] 34 21 7",
        apply: table::last_figures,
    },
    Step {
        name: "no-names",
        example: "The CEO left.",
        apply: no_names::no_names,
    },
    Step {
        name: "one-of-a-kind",
        example: "On a different night, [person Orbel] drove her on an ATV to check on props and costumes.",
        apply: no_names::one_of_a_kind,
    },
    Step {
        name: "particles",
        example: "President [person Ulla von der Marck] spoke.",
        apply: particles::particles,
    },
    Step {
        name: "newspaper",
        example: "He told the [organization Havana Observer] that it was over.",
        apply: newspapers::newspaper,
    },
    Step {
        name: "newspaper-name",
        example: "[person VELDA HOLT] / [organization Denver Inquirer]",
        apply: newspapers::whole,
    },
    Step {
        name: "national",
        example: "The report was written by [organization Environment Canada] on Friday.",
        apply: national::national,
    },
    Step {
        name: "country",
        example: "3. [person Orbel Quist] ([place South Africa]) 1:12",
        apply: country::country,
    },
    Step {
        name: "company",
        example: "[organization Milan Orbel Inc.] sued.",
        apply: companies::company,
    },
    Step {
        name: "organization-word",
        example: "[organization Henderson Church] closed.",
        apply: companies::organization_word,
    },
    Step {
        name: "nickname",
        example: "[person Milan “Duke” Orbel] left.",
        apply: nickname::nickname,
    },
    Step {
        name: "credit",
        example: "Smoke rises. [organization AP]/[person Velden Quist]",
        apply: credit::credit,
    },
    Step {
        name: "byline",
        example: "(Reporting by [person Velda Shabel] in [place Oslo] and [person Orban Quistel]; editing by [person Ines Orbel])",
        apply: bylines::bylines,
    },
    Step {
        name: "first-name",
        example: "[person W. Orbel] won the race.",
        apply: first_names::first_and_last,
    },
    Step {
        name: "letters-at-the-end",
        example: "Many of the noncitizens who registered through [organization VeldDOT] might not have known they did.",
        apply: companies::letters_at_end,
    },
    Step {
        name: "ampersand",
        example: "[organization Marks & Orbel] sued.",
        apply: companies::ampersand,
    },
    Step {
        name: "projects",
        example: "The [organization River Rights Project] sued.",
        apply: associations::projects,
    },
    Step {
        name: "chamber",
        example: "The [organization Chamber of Business and Industry of Velden County] owns the park.",
        apply: associations::chambers,
    },
    Step {
        name: "plural-owner",
        example: "The rules were set by the [organization Office of Farmers' Services] in the spring.",
        apply: owners::plural_owners,
    },
    Step {
        name: "plural-of-place",
        example: "The suit was brought by [organization Ship Brokers of Canada] and others.",
        apply: owners::of_country,
    },
    Step {
        name: "named-thing",
        example: "The bank ended its [other Asset Purchase Programme] in the spring.",
        apply: named_things::named_things,
    },
    Step {
        name: "thing",
        example: "[other Lantern Festival] opens on Friday.",
        apply: things::last_word,
    },
    Step {
        name: "noun-before",
        example: "The ferry [other Velda] sank.",
        apply: things::noun_before,
    },
    Step {
        name: "letters",
        example: "They want to end the [other Sel Bond Purchase Programme] ([other SBPP]) in the spring.",
        apply: named_things::letters,
    },
    Step {
        name: "model",
        example: "The airline said that it would buy six new [other Airbus A350] jets this year.",
        apply: models::models,
    },
    Step {
        name: "place-end",
        example: "They met at the [place McDonnell Arena] on Friday night.",
        apply: places::last_word,
    },
    Step {
        name: "field",
        example: "He spoke with Health Minister [person Ana Orbel] on Friday.",
        apply: fields::fields,
    },
    Step {
        name: "inverted",
        example: "[person Holt], Milan B., 52, was held.",
        apply: joined::inverted,
    },
    Step {
        name: "party",
        example: "Rep. [person Ana Orbel] (R., [place Kessel]) builds boats.",
        apply: brackets::of_party,
    },
    Step {
        name: "postal-joined",
        example: "After [organization Spotline PA] asked about it, he resigned.",
        apply: postal::joined,
    },
    Step {
        name: "postal",
        example: "He told [organization Spotline PA] that it was over.",
        apply: postal::postal,
    },
    Step {
        name: "results",
        example: "[organization Norwich] 1 [organization Velden] 3",
        apply: table::results,
    },
    Step {
        name: "compound",
        example: "A Boston-based, St. Louis-based bank sued.",
        apply: compounds::adjectives,
    },
];

#[cfg(test)]
mod tests;
