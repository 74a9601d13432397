//! Offices that are called after what they are for: "Secretary of Trade", "Minister for Europe". It cuts no title of a single
//! word, see [`titles`](super::titles).

use crate::language::NameKind;
use crate::language::base::hashing::word;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;

const OF: u64 = word("of");
const FOR: u64 = word("for");
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
