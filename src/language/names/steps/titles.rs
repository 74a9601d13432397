//! Titles are not part of a name: here the titles that the lists know are cut off before a name, word by word. What grammar
//! shows to be a title ("Norland envoy Ana Weil") is cut off later, where names become mentions of actors. Offices of several words are in
//! [`offices`](super::offices).

use crate::language::base::hashing::{Case, Form, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::names::steps::events::is_event;
use crate::language::{Name, NameKind};

const OF: u64 = word("of");
/// Titles that are last names as well.
const LAST_NAMES: [u64; 9] = [
    word("king"),
    word("prince"),
    word("pope"),
    word("bishop"),
    word("duke"),
    word("judge"),
    word("major"),
    word("marshal"),
    word("baron"),
];

/// "Mr. Milan Orbel": titles at the front of a person's name are cut off; a name that is all titles is not one.
pub(super) fn cut_titles_before_name(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| cut_titles(name, |at| line.form(at), |at| line.lists(at)));
}

/// A person's name without the titles at its front; `None` where nothing is left.
#[must_use]
pub fn without_titles(forms: &[Form], mut name: Name) -> Option<Name> {
    let lists = lists::look_up(forms);
    let form = |at: usize| forms.get(at).copied().unwrap_or_default();
    cut_titles(&mut name, form, |at| lists.get(at).copied().unwrap_or_default());
    (!name.words.is_empty()).then_some(name)
}

fn cut_titles(name: &mut Name, form: impl Fn(usize) -> Form, lists: impl Fn(usize) -> Lists) {
    // "Senate President | Pro Tempore Ana Roth"
    const FOR_THE_TIME: [u64; 3] = [word("pro"), word("tempore"), word("tem")];
    if name.kind == NameKind::Person {
        let is_title = |at: &usize| lists(*at).any(Lists::TITLE) || FOR_THE_TIME.contains(&form(*at).word);
        name.words.start += name.words.clone().take_while(is_title).count();
    }
}

/// "U.N. Envoy Roth": a title inside a name is between a body and a person.
pub(super) fn inside(line: &NameLine<'_>, found: &mut Found) {
    found.cut(|name| {
        let (start, end) = (name.words.start, name.words.end);
        let first = start + usize::from(name.kind == NameKind::Person);
        // "Martin Luther King": after a given name such a title is a last name.
        let is_last_name = |at: usize| {
            name.kind == NameKind::Person && line.is_on(start, Lists::GIVEN) && LAST_NAMES.contains(&line.word(at))
        };
        let titles = (first..end).filter(|at| line.is_title(*at) && !is_last_name(*at));
        let (title, person) = titles
            .map(|at| (at, after_titles(line, at, end)))
            .find(|(_, person)| is_holder(line, *person, end))?;
        let body = Name {
            words: start..title,
            kind: if line.lists(start).is_empty() && (name.kind != NameKind::Person || line.case(start) != Case::Upper)
            {
                name.kind
            } else {
                line.kind_of_body(start)
            },
        };
        let person = Name {
            words: person..end,
            kind: NameKind::Person,
        };
        Some([body, person])
    });
}

/// "House Minority Leader |", "Norland Rep. |": titles at the end of a body or a place are those of somebody there.
pub(super) fn trailing(line: &NameLine<'_>, found: &mut Found) {
    const BODIES: Lists = Lists::ORGANIZATION
        .or(Lists::ANY_PLACE)
        .or(Lists::ORGANIZATION_WORD)
        .or(Lists::PLACE_WORD);
    found.change(|name| {
        let count = name
            .words
            .clone()
            .rev()
            .take_while(|at| line.is_title(*at) || is_rank(line, *at))
            .count();
        let end = name.words.end - count;
        let has_title = (end..=name.words.end).any(|at| line.is_title(at));
        // "Orbel & Son" is a firm.
        let is_body = end > name.words.start && line.is_capital(end - 1) && line.is_on(end - 1, BODIES);
        if matches!(name.kind, NameKind::Organization | NameKind::Place) && count > 0 && has_title && is_body {
            name.words.end = end;
            // "Velden County | District Attorney"
            if line.is_on(end - 1, Lists::PLACE_WORD) {
                name.kind = NameKind::Place;
            }
        }
    });
    // "House | Majority | Leader": what is left of such a title alone names nobody.
    found.keep(|name| {
        let start = name.words.start;
        let is_alone = name.words.len() == 1 && line.case(start) == Case::Title && !line.is_on(start, Lists::NAMES);
        let is_half = is_rank(line, start) && line.is_title(start + 1);
        let is_before_holder = name.kind != NameKind::Person && line.is_title(start) && line.is_capital(start + 1);
        // "Petty | Officer Milan Orbel"
        let is_half = is_half || BEFORE_OFFICER.contains(&line.word(start)) && line.is_title(start + 1);
        !(is_alone && (is_half || is_before_holder))
    });
}

/// What stands before "officer" in the name of a rank.
const BEFORE_OFFICER: [u64; 4] = [word("petty"), word("warrant"), word("staff"), word("flight")];

/// Whether the word is a part of such titles: "Majority".
fn is_rank(line: &NameLine<'_>, at: usize) -> bool {
    const RANKS: [u64; 6] = [
        word("majority"),
        word("minority"),
        word("assistant"),
        word("deputy"),
        word("pro"),
        word("tempore"),
    ];
    // "District Attorney" is an office, "District Court" is none.
    RANKS.contains(&line.word(at)) || line.word(at) == word("district") && line.word(at + 1) == word("attorney")
}

fn after_titles(line: &NameLine<'_>, from: usize, end: usize) -> usize {
    (from..end).find(|at| !line.is_on(*at, Lists::TITLE)).unwrap_or(end)
}

/// Whether the words after a title can be the name of who bears it: in "the EU Energy Council", and in "the CEO Summit",
/// they are not.
fn is_holder(line: &NameLine<'_>, start: usize, end: usize) -> bool {
    start < end
        && line.is_capital(start)
        && !line.is_on(start, Lists::ORGANIZATION)
        && !line.lists(start).goes_on()
        && !line.is_on(end - 1, Lists::ORGANIZATION_WORD | Lists::PLACE_WORD)
        && !is_event(line.word(end - 1))
        && (start..end).all(|at| line.is_capital(at) || line.lists(at).is_empty() && line.word(at) != OF)
}
