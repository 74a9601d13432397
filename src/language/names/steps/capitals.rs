//! Names of people that are written in capitals in running text. It begins no name.

use crate::language::NameKind;
use crate::language::base::hashing::{Capitals, Case};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{Lists, is_no_name};

/// "| PETRA | ORBEL told the hearing": all capitals before a person in capitals belong to the name, and two such words that
/// no list knows are a person where they speak.
pub(super) fn capitals(line: &NameLine<'_>, found: &mut Found) {
    if line.capitals != Capitals::Running {
        return;
    }
    found.rewrite(|names, mut name| {
        let is_shouted = |at: usize| line.case(at) == Case::Upper && line.written(at).len() > 2;
        let is_given = |at: usize| {
            is_shouted(at) && !is_no_name(&line.form(at)) && !line.is_on(at, Lists::TITLE | Lists::ORGANIZATION)
        };
        if name.kind == NameKind::Person && name.words.len() == 1 && is_shouted(name.words.start) {
            while let Some(before) = name
                .words
                .start
                .checked_sub(1)
                .filter(|at| is_given(*at) && is_free(names, *at))
            {
                name.words.start = before;
            }
        }
        let is_unknown = |at: usize| is_given(at) && line.lists(at).is_empty();
        let speaks = line.is_on(name.words.end, Lists::PERSON_VERB) && line.case(name.words.end) == Case::Lower;
        if name.words.len() == 2 && speaks && name.words.clone().all(is_unknown) {
            name.kind = NameKind::Person;
        }
        names.push(name);
    });
}
