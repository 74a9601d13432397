//! Word tables for actors: nouns for people, organizations and places, states and their seats, words of organizations,
//! family and given names. The tables hold plain words; no decision is made here.

mod given_names;
mod nouns;
mod organizations;
mod states;

pub use given_names::{is_family_first, usual_gender};
pub use nouns::{Noun, noun};
pub use organizations::{is_company_suffix, is_corporate, is_generic, is_realm, is_sure_company_suffix};
pub use states::{StateWord, state};
