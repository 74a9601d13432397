//! What has a name that somebody could bear, with a word or a number beside it that says what it is: "Bill 44", "Operation Lantern",
//! "HMS Prudence", "Miranda rights".

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, Form, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

/// Letters before the names of ships.
const SHIPS: [u64; 9] = [
    word("hmas"),
    word("hmcs"),
    word("hms"),
    word("mv"),
    word("rms"),
    word("rrs"),
    word("uscgc"),
    word("usns"),
    word("uss"),
];

/// Words before the names of what is done under a name.
const OPERATIONS: [u64; 3] = [word("exercise"), word("operation"), word("project")];

/// Whether the words of a name say by themselves that it is a thing: "HMS Prudence", "Operation Lantern", "Bill 44".
pub(in crate::language::names) fn says_what_it_is(forms: &[Form], name: Range<usize>) -> bool {
    let form = |at: usize| forms.get(at).copied().unwrap_or_default();
    let first = form(name.start);
    let is_led = first.case == Case::Upper && SHIPS.contains(&first.word)
        || first.case == Case::Title && OPERATIONS.contains(&first.word);
    name.len() > 1 && (is_led || form(name.end - 1).case == Case::Figure)
}

/// "| Bill | 44", "Senate | Bill 44 |": a measure with its number is the measure.
pub(super) fn numbered(line: &NameLine<'_>, found: &mut Found) {
    static MEASURES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("measures.txt")));
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        let end = name.words.end;
        let is_measure = |at: usize| line.case(at) == Case::Title && MEASURES.contains(&line.word(at));
        let is_letter = |at: usize| line.is_capital(at) && line.written(at).len() == 1;
        let is_number = |at: usize| line.is_figure(at) || is_letter(at);
        let has_number = name.words.len() > 1 && is_number(end - 1) && is_measure(end - 2);
        let is_before = is_measure(end - 1) && is_number(end) && !line.starts_anew(end);
        if has_number || is_before {
            name.words.end += usize::from(is_before);
            name.kind = NameKind::Other;
        }
        names.push(name);
    });
}

/// "Operation | Lantern |", "HMS | Prudence |": the word before the name, or the first of it, says what it is.
pub(super) fn operations_and_ships(line: &NameLine<'_>, found: &mut Found) {
    let is_ship = |at: usize| line.case(at) == Case::Upper && SHIPS.contains(&line.word(at));
    let is_operation = |at: usize| line.case(at) == Case::Title && OPERATIONS.contains(&line.word(at));
    found.rewrite(|names, mut name| {
        let start = name.words.start;
        let is_body = name.kind == NameKind::Organization;
        let before = start
            .checked_sub(1)
            .filter(|before| is_free(names, *before) && !line.starts_anew(start));
        if let Some(before) = before.filter(|before| is_ship(*before) || is_operation(*before) && !is_body) {
            name.words.start = before;
            name.kind = NameKind::Other;
        } else if name.words.len() > 1 && (is_ship(start) || is_operation(start) && !is_body) {
            name.kind = NameKind::Other;
        }
        names.push(name);
    });
}

/// "| Miranda | rights", "a | Ponzi | scheme": whom it is called after is not in it.
pub(super) fn eponyms(line: &NameLine<'_>, found: &mut Found) {
    const EPONYMS: [(u64, &[u64]); 5] = [
        (word("geiger"), &[word("counter"), word("counters")]),
        (word("miranda"), &[word("rights"), word("warning"), word("warnings")]),
        (word("molotov"), &[word("cocktail"), word("cocktails")]),
        (word("ponzi"), &[word("scheme"), word("schemes")]),
        (word("richter"), &[word("scale")]),
    ];
    found.change(|name| {
        let (only, next) = (line.word(name.words.start), line.word(name.words.end));
        let is_called = |(eponym, nouns): &(u64, &[u64])| *eponym == only && nouns.contains(&next);
        if name.words.len() == 1 && EPONYMS.iter().any(is_called) {
            name.kind = NameKind::Other;
        }
    });
}

/// "| Harlow |'s Ben Orchard": what somebody with a full name belongs to is a town, a club or a body, and nobody.
pub(super) fn owners_of_people(line: &NameLine<'_>, found: &mut Found) {
    const POSSESSIVE: u64 = word("'s");
    found.rewrite(|names, name| {
        let is_full =
            name.kind == NameKind::Person && name.words.len() > 1 && line.is_on(name.words.start, Lists::GIVEN);
        let owner = names.last_mut().filter(|owner| {
            is_full
                && owner.kind == NameKind::Person
                && owner.words.len() == 1
                && owner.words.end + 1 == name.words.start
                && line.word(owner.words.end) == POSSESSIVE
        });
        if let Some(owner) = owner {
            owner.kind = NameKind::Other;
        }
        names.push(name);
    });
}
