//! What bears the name of a person and is none: laws, diseases, schools, saints' towns, court cases, campaigns; and what stands
//! before or after a name and was read as a part of it: ranks, honors, a maiden name. Where no word says what it is, it is a thing.

mod campaigns;
mod cases;
mod cities;
mod honors;
mod laws;
mod maiden;
mod saints;
mod schools;

use crate::language::names::steps::step::Step;

/// These steps in the order in which they are taken, after all others.
pub(super) const TAKEN_FOR_PEOPLE: &[Step] = &[
    Step {
        name: "rank-with-class",
        example: "Sgt. 1st Class [person Damon Orbel] pulled two men from the truck.",
        apply: honors::ranks,
    },
    Step {
        name: "honors",
        example: "The Rt Hon [person Ida Orbel] opened the bridge.",
        apply: honors::honors,
    },
    Step {
        name: "maiden-name",
        example: "[person Ines Orbel] (née Quist) flew gliders.",
        apply: maiden::maiden_names,
    },
    Step {
        name: "city-as-given-name",
        example: "[person London Orbel] won the vault.",
        apply: cities::given_names,
    },
    Step {
        name: "school",
        example: "[organization Bishop Orbel High School] won again.",
        apply: schools::schools,
    },
    Step {
        name: "saint",
        example: "A bus plunged off a road near [place St. Agnes].",
        apply: saints::saints,
    },
    Step {
        name: "law-or-disease",
        example: "Lawmakers passed [other Jessie’s Law].",
        apply: laws::laws_and_diseases,
    },
    Step {
        name: "court-case",
        example: "The judge cited [other Orbel v. Quist] and threw it out.",
        apply: cases::court_cases,
    },
    Step {
        name: "campaign",
        example: "[organization Save Our Pier] handed in the signatures.",
        apply: campaigns::campaigns,
    },
];
