//! Word tables for actors: nouns for people, organizations and places, states and their seats, words of organizations,
//! family and given names. The tables hold plain words; no decision is made here.

mod family_names;
mod given_names;
mod nouns;
mod organizations;
mod states;

pub use family_names::{FamilyName, family_name, may_be_family_first};
pub use given_names::usual_gender;
pub use nouns::{Noun, noun};
pub use organizations::{is_company_suffix, is_corporate, is_generic, is_realm, is_sure_company_suffix};
pub use states::{StateWord, state};
