//! Offices that are called after what they are for: "Secretary of Trade", "Minister for Europe". It cuts no title of a single
//! word, see [`titles`](super::titles).

use crate::language::NameKind;
use crate::language::base::hashing::word;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;

const OF: u64 = word("of");
const FOR: u64 = word("for");
const THE: u64 = word("the");
const STATE: u64 = word("state");

/// "Secretary of | State Ana Roth": what the office is for is not part of the name of its holder.
pub(super) fn holder(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let (start, end) = (name.words.start, name.words.end);
        let is_holder = is_after_office(line, start)
            && line.is_title(start - 2)
            && name.words.len() > 2
            && !line.is_on(end - 1, Lists::ORGANIZATION_WORD | Lists::PLACE_WORD)
            && (line.is_on(start + 1, Lists::GIVEN) || line.word(start) == STATE)
            && (start + 1..end).all(|at| line.is_capital(at));
        if is_holder {
            name.words.start += 1;
            name.kind = NameKind::Person;
        }
    });
    long_office(line, found);
}

/// "Commissioner of | Public Works | Ana Roth", "Superintendent of the | Line | Ana Roth": after an office, a given name
/// begins the name of its holder.
fn long_office(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let (start, end) = (name.words.start, name.words.end);
        let of = start - usize::from(start > 0 && line.word(start - 1) == THE);
        let is_office = is_after_office(line, of) && line.is_capital(of - 2) && is_office(line, of - 2);
        let holder =
            (start + 1..end.saturating_sub(1)).find(|at| line.is_on(*at, Lists::GIVEN) && line.is_capital(*at));
        let Some(holder) = holder.filter(|_| is_office) else {
            return;
        };
        let ends_so = line.is_on(end - 1, Lists::ORGANIZATION_WORD | Lists::PLACE_WORD);
        // What the office is for is no name of a person: "of Martin Luther Orbel" is.
        let is_person = line.is_on(start, Lists::GIVEN) || !(holder..end).all(|at| line.is_capital(at));
        if !ends_so && !is_person {
            name.words.start = holder;
            name.kind = NameKind::Person;
        }
    });
}

/// Whether the word is an office: on the list of titles, or made as such words are.
fn is_office(line: &NameLine<'_>, at: usize) -> bool {
    let written = line.written(at);
    line.is_title(at)
        || [
            "tendent", "keeper", "master", "warden", "trar", "ctor", "ssioner", "strator",
        ]
        .iter()
        .any(|end| written.ends_with(end))
}

/// "Secretary of | Trade | Ana Roth": before its holder, what an office is for is not an organization.
pub(super) fn portfolio(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, name| {
        let is_portfolio = name.kind == NameKind::Person
            && names.last().is_some_and(|last| {
                last.kind == NameKind::Organization
                    && last.words.end == name.words.start
                    && is_after_office(line, last.words.start)
                    && line.is_on(last.words.start - 2, Lists::TITLE)
            });
        if is_portfolio {
            names.pop();
        }
        names.push(name);
    });
}

/// Whether "of" or "for" is before the word, and another word before that.
fn is_after_office(line: &NameLine<'_>, at: usize) -> bool {
    at > 1 && matches!(line.word(at - 1), OF | FOR)
}
