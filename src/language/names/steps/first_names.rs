//! Given names and initials. It knows the common given names of the list alone.

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;
use crate::language::{NameKind, Upos};
use crate::text::calendar;

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

/// What belongs to a person's name before it, and after it.
pub(super) fn first_and_last(line: &NameLine<'_>, found: &mut Found) {
    after_noun(line, found);
    before_name(line, found);
    in_list(line, found);
    weekday_surname(line, found);
}

/// Nouns for somebody that are no titles.
const SOMEBODY: [u64; 8] = [
    word("accused"),
    word("buyer"),
    word("defendant"),
    word("landlord"),
    word("owner"),
    word("plaintiff"),
    word("suspect"),
    word("victim"),
];

/// "The plaintiff, | J.T. Orbel |, owns": between commas after a noun, initials and a last name are a person where no list has them.
fn after_noun(line: &NameLine<'_>, found: &mut Found) {
    let is_comma = |at: usize| line.written(at) == ",";
    let is_initials = |at: usize| {
        let letters = line.written(at).as_bytes();
        letters.len() > 2 && letters.chunks(2).all(|pair| matches!(pair, [b'A'..=b'Z', b'.']))
    };
    found.change(|name| {
        let start = name.words.start;
        let noun = start.checked_sub(2).filter(|noun| is_comma(noun + 1));
        let is_somebody = |at: usize| line.is_title(at) || SOMEBODY.contains(&line.word(at));
        if name.words.len() == 2
            && is_initials(start)
            && name.words.clone().all(|at| line.lists(at).is_empty())
            && line.case(start + 1) == Case::Title
            && is_comma(name.words.end)
            && noun.is_some_and(|noun| line.case(noun) == Case::Lower && is_somebody(noun))
        {
            name.kind = NameKind::Person;
        }
    });
}

/// "Milan Orbel, 22, Ravena | Holt, 19, and": in a list of people with their ages, the capitalized word right before a last name is
/// the first one.
fn in_list(line: &NameLine<'_>, found: &mut Found) {
    let is_comma = |at: usize| line.written(at) == ",";
    found.rewrite(|names, mut name| {
        let start = name.words.start;
        let has_age = is_comma(name.words.end) && line.is_figure(name.words.end + 1);
        let first = start.checked_sub(1).filter(|first| {
            line.case(*first) == Case::Title && line.lists(*first).is_empty() && !line.starts_anew(start)
        });
        let is_in_list = first
            .and_then(|first| first.checked_sub(1))
            .is_some_and(|before| is_comma(before) || line.word(before) == word("and"));
        if let Some(first) = first
            && has_age
            && is_in_list
            && name.words.len() == 1
            && is_free(names, first)
        {
            name.words.start = first;
            name.kind = NameKind::Person;
        }
        names.push(name);
    });
}

/// "W. | Orbel", "Ines | Orbel": an initial or a given name before a person's name is a part of it.
fn before_name(line: &NameLine<'_>, found: &mut Found) {
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

/// "the Democrat Neil | Sunday": a weekday right after a given name is the last name of somebody with a title or a party. "She
/// told Neil Sunday" may speak of a day.
fn weekday_surname(line: &NameLine<'_>, found: &mut Found) {
    let is_surname = |start: usize, day: usize| {
        let before = start.checked_sub(1);
        let is_noun = |at: usize| {
            line.tagged(at)
                .is_some_and(|word| matches!(word.upos, Upos::Noun | Upos::Propn))
        };
        line.is_on(start, Lists::GIVEN)
            && line.case(start) == Case::Title
            && calendar::is_weekday(line.written(day))
            && !line.starts_anew(day)
            && before.is_some_and(|before| line.is_capital(before) || is_noun(before))
    };
    found.rewrite(|names, mut name| {
        if names.last().is_some_and(|last| last.words.end > name.words.start) {
            return;
        }
        if name.kind == NameKind::Person && name.words.len() == 1 && is_surname(name.words.start, name.words.end) {
            name.words.end += 1;
        }
        names.push(name);
    });
}
