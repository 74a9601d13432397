//! The steps that mend what the learned tagger read as names, in the order in which they are taken. Each is a reading of
//! words, lists and marks that leaves no doubt; none asks a model.

mod breaks;
mod companies;
mod country;
mod credit;
mod ends;
mod entries;
mod events;
mod first_names;
mod hyphens;
mod joined;
mod newspapers;
mod nickname;
mod no_names;
mod offices;
mod particles;
mod sites;
mod table;
mod teams;
mod titles;

pub use titles::without_titles;

use crate::language::names::found::Found;
use crate::language::names::line::NameLine;

/// One step.
pub struct Step {
    /// What it is about.
    pub name: &'static str,
    pub(super) apply: fn(&NameLine<'_>, &mut Found),
}

/// All steps in the order in which they are taken.
pub const STEPS: &[Step] = &[
    Step {
        name: "teams",
        apply: teams::teams,
    },
    Step {
        name: "sites",
        apply: sites::sites,
    },
    Step {
        name: "entries",
        apply: entries::entries,
    },
    Step {
        name: "breaks",
        apply: breaks::breaks,
    },
    Step {
        name: "office-holder",
        apply: offices::holder,
    },
    Step {
        name: "slash",
        apply: joined::at_slash,
    },
    Step {
        name: "owner",
        apply: joined::owner,
    },
    Step {
        name: "body-and",
        apply: joined::body_and,
    },
    Step {
        name: "title-inside",
        apply: titles::inside,
    },
    Step {
        name: "ends",
        apply: ends::ends,
    },
    Step {
        name: "hyphens",
        apply: hyphens::hyphens,
    },
    Step {
        name: "portfolio",
        apply: offices::portfolio,
    },
    Step {
        name: "title-in-front",
        apply: titles::in_front,
    },
    Step {
        name: "given-name",
        apply: first_names::given_name,
    },
    Step {
        name: "event",
        apply: events::events,
    },
    Step {
        name: "two-people",
        apply: joined::two_people,
    },
    Step {
        name: "last-words",
        apply: no_names::last_words,
    },
    Step {
        name: "last-figures",
        apply: table::last_figures,
    },
    Step {
        name: "no-names",
        apply: no_names::no_names,
    },
    Step {
        name: "particles",
        apply: particles::particles,
    },
    Step {
        name: "newspaper",
        apply: newspapers::newspaper,
    },
    Step {
        name: "country",
        apply: country::country,
    },
    Step {
        name: "company",
        apply: companies::company,
    },
    Step {
        name: "organization-word",
        apply: companies::organization_word,
    },
    Step {
        name: "nickname",
        apply: nickname::nickname,
    },
    Step {
        name: "credit",
        apply: credit::credit,
    },
    Step {
        name: "first-name",
        apply: first_names::before_name,
    },
    Step {
        name: "results",
        apply: table::results,
    },
];

#[cfg(test)]
mod tests;
