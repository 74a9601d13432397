//! What the tagger read as one name and is two. It cuts no titles.

use std::ops::Range;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;
use crate::language::names::steps::companies::closes_company;
use crate::language::{Name, NameKind};

const SLASH: u64 = word("/");
const POSSESSIVE: u64 = word("'s");
const AND: u64 = word("and");

/// Lists of those who act.
const BODIES: Lists = Lists::ORGANIZATION.or(Lists::COUNTRY).or(Lists::CITY);

/// "Wire/Ana Roth": a slash parts names.
pub(super) fn at_slash(line: &NameLine<'_>, found: &mut Found) {
    found.cut(|name| {
        let slash = name.words.clone().find(|at| line.word(*at) == SLASH)?;
        Some(apart(line, name, slash))
    });
}

/// "the Ministry's Ana Roth": who belongs to a body is a name by itself.
pub(super) fn owner(line: &NameLine<'_>, found: &mut Found) {
    found.cut(|name| {
        let inside = name.words.start + 1..name.words.end - 1;
        let possessive = inside
            .into_iter()
            .find(|at| line.word(*at) == POSSESSIVE && line.is_on(at - 1, BODIES | Lists::ORGANIZATION_WORD))?;
        Some(apart(line, name, possessive))
    });
}

/// "the European Union and Norland": an entry of the lists is a name by itself.
pub(super) fn body_and(line: &NameLine<'_>, found: &mut Found) {
    found.cut(|name| {
        let (start, end) = (name.words.start, name.words.end);
        // "House and Senate": one word each, and a list has the second.
        let is_pair = |and: usize| and == start + 1 && end == and + 2 && line.is_entry(and + 1..end, BODIES);
        let and =
            (start + 1..end).find(|at| line.word(*at) == AND && (line.is_entry(start..*at, BODIES) || is_pair(*at)))?;
        Some(apart(line, name, and))
    });
}

/// "In Oslo | Ida Orbel signed": a place of the lists and who acts there.
pub(super) fn place_and_person(line: &NameLine<'_>, found: &mut Found) {
    const BEFORE: [u64; 4] = [word("in"), word("at"), word("near"), word("of")];
    found.cut(|name| {
        let start = name.words.start;
        let is_led = start
            .checked_sub(1)
            .is_some_and(|before| BEFORE.contains(&line.word(before)));
        let person = (start + 1..name.words.end).find(|at| !line.lists(*at).goes_on())?;
        let is_two = is_led
            && line.is_entry(start..person, Lists::ANY_PLACE)
            && !line.is_on(start, Lists::GIVEN | Lists::ORGANIZATION)
            && line.is_on(person, Lists::GIVEN)
            && name.words.end - person > 1
            && (person..name.words.end).all(|at| line.is_capital(at) && !line.is_on(at, Lists::ENDS_OTHER));
        is_two.then(|| {
            let part = |words: Range<usize>, kind: NameKind| Name { words, kind };
            [
                part(start..person, NameKind::Place),
                part(person..name.words.end, NameKind::Person),
            ]
        })
    });
}

/// "Ambassador to the United States | Milan Orbel": a country after an office, and who holds it.
pub(super) fn country_and_holder(line: &NameLine<'_>, found: &mut Found) {
    const LINKS: [u64; 3] = [word("to"), word("of"), word("for")];
    found.cut(|name| {
        let start = name.words.start;
        let before = |back: usize| start.checked_sub(back);
        let link = before(1).and_then(|at| {
            if line.word(at) == word("the") {
                before(2)
            } else {
                Some(at)
            }
        })?;
        let is_office = LINKS.contains(&line.word(link)) && link.checked_sub(1).is_some_and(|at| line.is_title(at));
        let person = (start + 1..name.words.end).find(|at| !line.lists(*at).goes_on())?;
        let is_two = is_office
            && line.is_entry(start..person, Lists::COUNTRY)
            && name.words.end - person > 1
            && (person..name.words.end).all(|at| line.case(at) == Case::Title && !line.is_on(at, Lists::ENDS_OTHER));
        is_two.then(|| {
            let part = |words: Range<usize>, kind: NameKind| Name { words, kind };
            [
                part(start..person, NameKind::Place),
                part(person..name.words.end, NameKind::Person),
            ]
        })
    });
}

/// "Quist, | Milan B., | 52, was held": a last name and the given names after it are one person.
pub(super) fn inverted(line: &NameLine<'_>, found: &mut Found) {
    const COMMA: u64 = word(",");
    let is_inverted = |last: &Name, given: &Name| {
        last.words == (0..1)
            && last.kind == NameKind::Person
            && given.words.start == 2
            && line.word(1) == COMMA
            && line.is_on(2, Lists::GIVEN)
            && line.word(given.words.end) == COMMA
            && line.is_figure(given.words.end + 1)
    };
    found.rewrite(|names, name| {
        if !names.last().is_some_and(|last| is_inverted(last, &name)) {
            names.push(name);
        }
    });
}

/// "Ana Roth and Ines Dahl" are two people, "Sel Line Ltd. and Orbel" a company and another name.
pub(super) fn two_people(line: &NameLine<'_>, found: &mut Found) {
    found.cut(|name| {
        let and = (name.words.start + 1..name.words.end).find(|at| line.word(*at) == AND)?;
        let fits = name.kind == NameKind::Person || closes_company(line.word(and - 1));
        (fits && and + 1 < name.words.end).then(|| two(name, and))
    });
}

/// What is before and after the word `at`; entries of the lists have the kind of their list.
fn apart(line: &NameLine<'_>, name: &Name, at: usize) -> [Name; 2] {
    two(name, at).map(|part| {
        let is_entry = !part.words.is_empty() && line.is_entry(part.words.clone(), BODIES);
        Name {
            kind: if is_entry {
                line.kind_of_body(part.words.start)
            } else {
                part.kind
            },
            words: part.words,
        }
    })
}

/// What is before and after the word `at`.
fn two(name: &Name, at: usize) -> [Name; 2] {
    let part = |words: Range<usize>| Name { words, kind: name.kind };
    [part(name.words.start..at), part(at + 1..name.words.end)]
}
