//! Offices that are called after what they are for: "Secretary of Trade", "Minister for Europe". It cuts no title of a single
//! word, see [`titles`](super::titles).

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

const OF: u64 = word("of");
const FOR: u64 = word("for");
const AND: u64 = word("and");
const THE: u64 = word("the");
const STATE: u64 = word("state");

/// "Secretary of | State Ana Roth": what the office is for is not part of the name of its holder.
pub(super) fn holder(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let (start, end) = (name.words.start, name.words.end);
        let is_holder = is_after_office(line, start)
            && line.is_title(start - 2)
            && (name.words.len() > 2 || name.words.len() == 2 && line.word(start) == STATE)
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

/// "Secretary of the Commonwealth | Al Roth": what an office is over, in one word after "the", is not part of the name of its
/// holder.
pub(super) fn of_the(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let (start, end) = (name.words.start, name.words.end);
        let is_office =
            start > 2 && line.word(start - 1) == THE && is_after_office(line, start - 1) && is_office(line, start - 3);
        let is_holder = matches!(name.words.len(), 3 | 4)
            && (start + 1..end).all(|at| line.is_capital(at) && !line.is_on(at, Lists::ENDS_OTHER))
            && !line.lists(start + 1).goes_on()
            && matches!(line.case(end - 1), Case::Title);
        if is_office && is_holder && name.kind != NameKind::Person {
            name.words.start += 1;
            name.kind = NameKind::Person;
        }
    });
}

/// "Archbishop of | Velden", "Director of Trade |": a title with "of" at the front of a name is not part of it, and what it is
/// over is a place, or no name.
pub(super) fn of_place(line: &NameLine<'_>, found: &mut Found) {
    static OVER_PLACES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("over_places.txt")));
    found.change(|name| {
        let mut start = name.words.start;
        // "the Duke and | Duchess of Velden |"
        if line.is_title(start) && line.word(start + 1) == AND && line.is_title(start + 2) {
            start += 2;
        }
        let over = start + 2..name.words.end.max(start + 2);
        let is_office = name.kind != NameKind::Person
            && over.start < over.end
            && line.is_title(start)
            && line.word(start + 1) == OF
            && over.clone().all(|at| line.is_capital(at));
        if !is_office {
            return;
        }
        if OVER_PLACES.contains(&line.word(start)) && !line.is_on(over.start, Lists::ORGANIZATION) {
            name.kind = NameKind::Place;
            name.words = over;
        } else if line.is_on(over.start, Lists::NAMES) {
            name.kind = line.kind_of_body(over.start);
            name.words = over;
        } else if over.len() == 1 {
            name.words.end = name.words.start;
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

/// Whether "of" or "for" is before the word, and another word before that.
fn is_after_office(line: &NameLine<'_>, at: usize) -> bool {
    at > 1 && matches!(line.word(at - 1), OF | FOR)
}
