//! What bears the name of a person and is none: laws, diseases, schools, saints' towns, court cases, campaigns; and what stands
//! before or after a name and was read as a part of it: ranks, honors, a maiden name. Where no word says what it is, it is a thing.

mod bodies_of;
mod called;
mod campaigns;
mod cases;
mod cities;
mod honors;
mod houses;
mod laws;
mod maiden;
mod residents;
mod saints;
mod schools;
mod sides;
mod trades;

pub(in crate::language::names) use called::says_what_it_is;

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
        name: "trade",
        example: "Baker [person Tolly Orbel] was up at 3 a.m. on Saturday.",
        apply: trades::trades,
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
        name: "body-of",
        example: "The [organization Diocese of Bath] said no.",
        apply: bodies_of::bodies_of,
    },
    Step {
        name: "resident",
        example: "[person Franklin] of [place Chester County] was fined.",
        apply: residents::residents,
    },
    Step {
        name: "constituency",
        example: "The MP for [place Kessel East], [person Ana Holt], spoke.",
        apply: residents::constituencies,
    },
    Step {
        name: "fort",
        example: "[place Fort Weil] closed.",
        apply: residents::forts,
    },
    Step {
        name: "house",
        example: "[organization St Cuthbert's Hospital] has 300 beds.",
        apply: houses::houses,
    },
    Step {
        name: "numbered",
        example: "[other Bill 44] died in committee.",
        apply: called::numbered,
    },
    Step {
        name: "sides",
        example: "[organization Thornby] beat [organization Wexcombe] 3-1 at home on Saturday.",
        apply: sides::sides,
    },
    Step {
        name: "operation-or-ship",
        example: "[other HMS Prudence] left port.",
        apply: called::operations_and_ships,
    },
    Step {
        name: "eponym",
        example: "Officers read him his [other Miranda] rights.",
        apply: called::eponyms,
    },
    Step {
        name: "owner-of-somebody",
        example: "[other Harlow]'s [person Ben Orchard] scored twice.",
        apply: called::owners_of_people,
    },
    Step {
        name: "letters-behind-a-name",
        example: "Dame [person Ana Roth] DBE agreed.",
        apply: honors::letters_behind,
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
