//! Things that have names and do not act: festivals, laws, ships, programs, works. It knows none of them by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Capitals, Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind, Upos};

const THE: u64 = word("the");

/// "the Lantern Festival", "the Safe Water Act": the last word says that it is no body and no place.
pub(super) fn last_word(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let last = name.words.end - 1;
        let is_thing = name.words.len() > 1 && line.case(last) == Case::Title && is_thing_end(line.word(last));
        let is_person = line.is_on(name.words.start, Lists::GIVEN) && !is_named_after(line, name);
        if is_thing && !is_person || is_storm(line, name) || is_ship(line, name) || is_ridden(line, name) {
            name.kind = NameKind::Other;
        }
    });
}

/// "the Edna Clay Prize", "the Nelson Cup": a person's name of two words before the word for a thing, and with the article of one
/// word; also without it before a word that nobody bears: "an Amber Alert". "Uncle Tom Bill" is somebody.
fn is_named_after(line: &NameLine<'_>, name: &Name) -> bool {
    static LAST_NAMES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("things_borne.txt")));
    static NOBODY: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("things_of_nobody.txt")));
    let has_article = name
        .words
        .start
        .checked_sub(1)
        .is_some_and(|before| line.word(before) == THE);
    let last = line.word(name.words.end - 1);
    has_article || NOBODY.contains(&last) || name.words.len() > 2 && !LAST_NAMES.contains(&last)
}

/// "rode Silver Dunstan to third": nobody rides a person.
fn is_ridden(line: &NameLine<'_>, name: &Name) -> bool {
    const RIDE: [u64; 6] = [
        word("rode"),
        word("rides"),
        word("riding"),
        word("ridden"),
        word("saddled"),
        word("saddles"),
    ];
    let start = name.words.start;
    let is_owner = matches!(line.written(name.words.end), "'s" | "’s" | "'" | "’");
    let verb = start
        .checked_sub(1)
        .is_some_and(|verb| RIDE.contains(&line.word(verb)) && line.case(verb) == Case::Lower);
    name.kind == NameKind::Person && verb && !is_owner && !line.starts_anew(start)
}

/// "Hurricane Odette", "Winter Storm Velda": a storm, with the word for it in the name or right before it.
fn is_storm(line: &NameLine<'_>, name: &Name) -> bool {
    const STORMS: [u64; 4] = [word("hurricane"), word("typhoon"), word("cyclone"), word("storm")];
    let start = name.words.start;
    let is_word = |at: usize| line.case(at) == Case::Title && STORMS.contains(&line.word(at));
    let is_before = start
        .checked_sub(1)
        .is_some_and(|before| is_word(before) && !line.starts_anew(start));
    is_before || name.words.len() > 1 && (start..name.words.end - 1).any(is_word)
}

/// "the Rosa Lindner sank": nobody is called so with an article, unless a noun or who is meant comes after the name.
fn is_ship(line: &NameLine<'_>, name: &Name) -> bool {
    const WHO: [u64; 7] = [
        word("of"),
        word("who"),
        word("whom"),
        word("that"),
        word("i"),
        word("we"),
        word("they"),
    ];
    let (start, end) = (name.words.start, name.words.end);
    let goes_on = line.is_capital(end)
        || WHO.contains(&line.word(end))
        || matches!(line.written(end), "-" | "–" | "'s" | "’s" | "'" | "’" | "/" | "&")
        || (line.tagged(end)).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num));
    let has_article = start.checked_sub(1).is_some_and(|before| line.word(before) == THE);
    name.kind == NameKind::Person
        && name.words.len() == 2
        && line.is_on(start, Lists::GIVEN)
        && has_article
        && line.capitals == Capitals::Running
        && !goes_on
}

/// Whether a word ends the name of a thing: "Festival".
pub(in crate::language::names) fn is_thing_end(word: u64) -> bool {
    static ENDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("thing_ends.txt")));
    ENDS.contains(&word)
}

/// "the ferry Velda", "the browser Orbel": the noun before it says what it is.
pub(super) fn noun_before(line: &NameLine<'_>, found: &mut Found) {
    static NOUNS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("thing_nouns.txt")));
    found.change(|name| {
        let start = name.words.start;
        // "the filly | Lady Velda |"
        let titles = (0..start).rev().take_while(|at| line.is_title(*at)).count();
        let noun = (start - titles)
            .checked_sub(1)
            .filter(|noun| line.case(*noun) == Case::Lower);
        if noun.is_some_and(|noun| NOUNS.contains(&line.word(noun)) && !line.starts_anew(start))
            && !line.is_on(start, Lists::NAMES)
        {
            name.kind = NameKind::Other;
        }
    });
}
