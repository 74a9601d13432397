//! Companies by the last word of their name. It knows none of them by name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists, is_no_name};
use crate::language::{Name, NameKind};

/// "Sel Line Ltd.", "[person Falk] Textiles", "[person Morgan Orbel] plc" are companies, whatever the tagger read.
pub(super) fn company(line: &NameLine<'_>, found: &mut Found) {
    let is_suffix = |at: usize| is_company_suffix(line.word(at));
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        let end = name.words.end;
        // "Morgan Orbel | plc |"
        if line.case(end) == Case::Lower && !line.starts_anew(end) && LEGAL_FORMS.contains(&line.word(end)) {
            name.words.end += 1;
            name.kind = NameKind::Organization;
        } else if line.case(end) == Case::Title && is_suffix(end) && line.case(end - 1) == Case::Title {
            name.words.end += 1;
        }
        if name.words.len() > 1 && is_suffix(name.words.end - 1) {
            name.kind = NameKind::Organization;
        }
        names.push(name);
    });
}

/// Legal forms that are written in small letters.
const LEGAL_FORMS: [u64; 3] = [word("plc"), word("gmbh"), word("llp")];

/// Whether only the name of a company ends so: "Ltd."
pub(super) fn is_company_suffix(word: u64) -> bool {
    static SUFFIXES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("company_suffixes.txt")));
    SUFFIXES.contains(&word)
}

/// "Velda Sports" is an organization where no given name or initial makes it a person.
pub(super) fn organization_word(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let (first, last) = (name.words.start, name.words.end - 1);
        if name.kind == NameKind::Person
            && name.words.len() > 1
            && line.is_on(last, Lists::ORGANIZATION_WORD)
            && (!line.is_on(first, Lists::GIVEN) && line.case(first) != Case::Initial || is_named_after(line, name))
        {
            name.kind = NameKind::Organization;
        }
        // "Orbel Ferries", "Ana Orbel Homes"
        if name.kind == NameKind::Person
            && (name.words.len() > 2 || name.words.len() == 2 && !line.is_on(first, Lists::GIVEN))
            && line.case(last) == Case::Title
            && TRADES.contains(&line.word(last))
        {
            name.kind = NameKind::Organization;
        }
        // "Norland Republicans" are not Norland.
        if name.kind == NameKind::Place && name.words.len() > 1 && PARTISANS.contains(&line.word(last)) {
            name.kind = NameKind::Organization;
        }
    });
}

/// What firms are, make, run or sell; nobody bears it.
static TRADES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("trades.txt")));

/// Those of a party.
const PARTISANS: [u64; 4] = [
    word("republicans"),
    word("democrats"),
    word("conservatives"),
    word("liberals"),
];

/// "Martin Fell College": the name of a person of two words before a word that is nobody's last name.
fn is_named_after(line: &NameLine<'_>, name: &Name) -> bool {
    static BODIES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("company_bodies.txt")));
    let last = name.words.end - 1;
    name.words.len() > 2 && line.case(last) == Case::Title && BODIES.contains(&line.word(last))
}

/// "VeldDOT", "SelLIVE": a word that goes on in capitals is an agency, a site or a firm, and nobody and no place.
pub(super) fn letters_at_end(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        if name.words.len() == 1
            && matches!(name.kind, NameKind::Person | NameKind::Place)
            && ends_in_letters(line.written(name.words.start))
        {
            name.kind = NameKind::Organization;
        }
    });
}

/// The fewest letters before those in capitals; a name of fewer ("McRAE") is one in capitals.
const BEFORE_LETTERS: usize = 4;

/// Whether a word begins with a capital, goes on in small letters and ends in two capitals or more.
fn ends_in_letters(written: &str) -> bool {
    let begun = written.trim_end_matches(|letter: char| letter.is_ascii_uppercase());
    let mut letters = begun.chars();
    begun.len() + 2 <= written.len()
        && begun.len() >= BEFORE_LETTERS
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(|letter| letter.is_alphabetic() && letter.is_lowercase())
}

/// "Marks & | Orbel": what an ampersand joins is a firm.
pub(super) fn ampersand(line: &NameLine<'_>, found: &mut Found) {
    const AND: u64 = word("&");
    let is_joined = |at: usize| {
        line.word(at) == AND && at > 0 && line.case(at - 1) == Case::Title && line.case(at + 1) == Case::Title
    };
    found.rewrite(|names, mut name| {
        let end = name.words.end;
        if is_joined(end) {
            name.words.end = end + 2;
        }
        let start = name.words.start;
        if start > 1 && is_joined(start - 1) && is_free(names, start - 2) {
            name.words.start = start - 2;
        }
        let has_ampersand = name.words.clone().any(is_joined);
        if has_ampersand {
            name.kind = NameKind::Organization;
            while let Some(before) = partner_before(line, names, &name) {
                names.retain(|other| other.words.end <= before);
                name.words.start = before;
            }
        }
        match names.last_mut() {
            Some(last) if last.words.end > name.words.start => last.words.end = last.words.end.max(name.words.end),
            _ => names.push(name),
        }
    });
    found.fill(line.len(), |gap, names| {
        let joints = gap
            .clone()
            .filter(|at| is_joined(*at) && *at > gap.start && at + 1 < gap.end);
        let firms = joints.map(|at| Name {
            words: at - 1..at + 2,
            kind: NameKind::Organization,
        });
        names.extend(firms);
    });
}

/// "| Hatch, | Boone & Tully": one capitalized word and a comma before a firm are its first partner, unless the list goes on after it
/// or the word is the name of something else.
fn partner_before(line: &NameLine<'_>, names: &[Name], firm: &Name) -> Option<usize> {
    let comma = firm
        .words
        .start
        .checked_sub(1)
        .filter(|comma| line.written(*comma) == ",")?;
    let partner = comma.checked_sub(1)?;
    let is_name = names
        .last()
        .is_some_and(|last| last.words == (partner..comma) && last.kind != NameKind::Other);
    let is_capital = |at: Option<usize>| at.is_some_and(|at| line.is_capital(at));
    let is_where = partner.checked_sub(1).is_some_and(|before| {
        matches!(
            line.written(before),
            "in" | "In" | "from" | "From" | "at" | "At" | "near"
        )
    });
    let goes_on = line.word(firm.words.end) == word("and") || line.word(firm.words.end) == word("or");
    let is_known = line.is_on(partner, Lists::NAMES.or(Lists::TITLE)) || is_no_name(&line.form(partner));
    (is_name
        && line.case(partner) == Case::Title
        && !is_known
        && !is_capital(partner.checked_sub(1))
        && !is_where
        && !goes_on)
        .then_some(partner)
}

/// Whether the word closes the name of a company before "and": "Sel Line Ltd. and Orbel".
pub(super) fn closes_company(word: u64) -> bool {
    static CLOSING: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("company_ends.txt")));
    CLOSING.contains(&word)
}
