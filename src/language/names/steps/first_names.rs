//! Given names and initials. It knows the common given names of the list alone.

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;

const I: u64 = word("i");

/// "Jordan Bank" may be a bank, "Ana Velden" is a person: a given name before one or two words that no list has for
/// anything else.
pub(super) fn given_name(line: &NameLine<'_>, found: &mut Found) {
    const ELSE: Lists = Lists::ORGANIZATION
        .or(Lists::REGION)
        .or(Lists::CITY)
        .or(Lists::ORGANIZATION_WORD)
        .or(Lists::PLACE_WORD);
    let is_else = |at: usize| line.is_on(at, ELSE) || line.lists(at).goes_on();
    found.change(|name| {
        if name.kind != NameKind::Other
            && (2..=3).contains(&name.words.len())
            && line.is_on(name.words.start, Lists::GIVEN)
            && !name.words.clone().any(is_else)
        {
            name.kind = NameKind::Person;
        }
    });
}

/// "W. | Orbel", "Ines | Orbel": an initial or a given name before a person's name is a part of it.
pub(super) fn before_name(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        if let Some(before) = name.words.start.checked_sub(1) {
            let is_initial = line.case(before) == Case::Initial && line.word(before) != I;
            let is_given = line.case(before) == Case::Title && line.lists(before) == Lists::GIVEN;
            // "Kent | M. Orbel": what an initial and a last name follow is a given name, whatever else it is.
            let is_before_initial = line.case(name.words.start) == Case::Initial
                && name.words.len() > 1
                && names.last().is_some_and(|last| last.words == (before..before + 1))
                && line.case(before) == Case::Title
                && !line.starts_anew(name.words.start);
            if is_free(names, before) && (is_initial || is_given) && name.kind == NameKind::Person {
                name.words.start = before;
            } else if is_before_initial && name.kind == NameKind::Person {
                names.pop();
                name.words.start = before;
            }
        }
        names.push(name);
    });
}
