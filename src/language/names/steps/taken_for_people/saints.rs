//! What is called after a saint: towns, schools, clubs. A saint does nothing in the news; who is called St. John does, and is left.

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;
use crate::language::names::steps::taken_for_people::schools::end_of_body;

const POSSESSIVE: u64 = word("'s");
const SAINTS: [u64; 3] = [word("st."), word("st"), word("saint")];

/// "near St. | Agnes |", "St. | Brendan |'s | Academy |": a saint's name goes with what is called after the saint.
pub(super) fn saints(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        let saint = name.words.start.checked_sub(1).filter(|saint| {
            name.kind == NameKind::Person && name.words.len() == 1 && is_saint(line, *saint) && is_free(names, *saint)
        });
        if let Some(saint) = saint
            && !is_last_name(line, saint)
        {
            let is_owner = line.word(name.words.end) == POSSESSIVE;
            let end = name.words.end + usize::from(is_owner);
            let body = end_of_body(line, end);
            name.kind = if body > end {
                NameKind::Organization
            } else if is_where(line, saint) || is_in_region(line, end) {
                NameKind::Place
            } else if is_owner {
                NameKind::Organization
            } else {
                NameKind::Other
            };
            // "the St. Agnes' | pupils": the body or the town is called with its "'s", unless something of a town comes after it.
            let owns = is_owner && line.case(end) == Case::Lower && name.kind == NameKind::Place;
            name.words = saint..if owns { name.words.end } else { body };
        }
        names.push(name);
    });
}

pub(super) fn is_saint(line: &NameLine<'_>, at: usize) -> bool {
    line.case(at) == Case::Title && SAINTS.contains(&line.word(at)) && !line.starts_anew(at + 1)
}

/// Whether "St. John" is somebody's last name here: after another name or a title, before what people do, or because many bear it.
fn is_last_name(line: &NameLine<'_>, saint: usize) -> bool {
    const LAST_NAMES: [u64; 6] = [
        word("john"),
        word("clair"),
        word("cyr"),
        word("germain"),
        word("laurent"),
        word("pierre"),
    ];
    let has_name = saint
        .checked_sub(1)
        .is_some_and(|before| line.is_capital(before) && line.word(before) != word("the") && !line.starts_anew(saint));
    has_name && !is_where(line, saint)
        || LAST_NAMES.contains(&line.word(saint + 1)) && !is_where(line, saint)
        || line.is_on(saint + 2, Lists::PERSON_VERB) && line.case(saint + 2) == Case::Lower
}

/// "St. Albans, Vt.": whether a comma and a capital come after a name.
fn is_in_region(line: &NameLine<'_>, end: usize) -> bool {
    line.written(end) == "," && line.is_on(end + 1, Lists::ANY_PLACE)
}

/// Whether a word for where something is comes before it.
fn is_where(line: &NameLine<'_>, at: usize) -> bool {
    const WHERE: [u64; 9] = [
        word("in"),
        word("near"),
        word("at"),
        word("from"),
        word("to"),
        word("outside"),
        word("around"),
        word("off"),
        word("leaving"),
    ];
    at.checked_sub(1)
        .is_some_and(|before| WHERE.contains(&line.word(before)))
}
