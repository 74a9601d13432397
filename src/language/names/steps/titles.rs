//! Titles are not part of a name: here the titles that the lists know are cut off before a name, word by word. What grammar
//! shows to be a title ("Norland envoy Ana Weil") is cut off later, where names become mentions of actors. Offices of several words are in
//! [`offices`](super::offices).

use crate::language::base::hashing::{Form, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::names::steps::events::is_event;
use crate::language::{Name, NameKind};

const OF: u64 = word("of");

/// "Mr. Milan Orbel": titles at the front of a person's name are cut off; a name that is all titles is not one.
pub(super) fn cut_titles_before_name(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| cut_titles(name, |at| line.lists(at)));
}

/// A person's name without the titles at its front; `None` where nothing is left.
#[must_use]
pub fn without_titles(forms: &[Form], mut name: Name) -> Option<Name> {
    let lists = lists::look_up(forms);
    cut_titles(&mut name, |at| lists.get(at).copied().unwrap_or_default());
    (!name.words.is_empty()).then_some(name)
}

fn cut_titles(name: &mut Name, lists: impl Fn(usize) -> Lists) {
    if name.kind == NameKind::Person {
        let is_title = |at: &usize| lists(*at).any(Lists::TITLE);
        name.words.start += name.words.clone().take_while(is_title).count();
    }
}

/// "U.N. Envoy Roth": a title inside a name is between a body and a person.
pub(super) fn inside(line: &NameLine<'_>, found: &mut Found) {
    found.cut(|name| {
        let (start, end) = (name.words.start, name.words.end);
        let first = start + usize::from(name.kind == NameKind::Person);
        let titles = (first..end).filter(|at| line.is_title(*at));
        let (title, person) = titles
            .map(|at| (at, after_titles(line, at, end)))
            .find(|(_, person)| is_holder(line, *person, end))?;
        let body = Name {
            words: start..title,
            kind: if line.lists(start).is_empty() {
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
