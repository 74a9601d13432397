//! Names with an owner of several inside: "Office of Victims' Services". It joins no person and what they own.

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;
use crate::language::names::steps::associations::is_head;
use crate::language::{Name, NameKind};

const OF: u64 = word("of");

/// "the Office of Victims | ' | Services": a body's name goes on over the apostrophe of a plural to the word for a body.
pub(super) fn plural_owners(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        let (start, end) = (name.words.start, name.words.end);
        if !is_free(names, start) {
            return;
        }
        let is_plural = |at: usize| line.written(at).ends_with('s') && line.case(at) == Case::Title;
        let is_body = |at: usize| line.case(at) == Case::Title && line.is_on(at, Lists::ORGANIZATION_WORD);
        // The second half may have been read as a name, too.
        let is_joined = names.last().is_some_and(|last| {
            last.words.end + 1 == start
                && is_apostrophe(line, last.words.end)
                && is_plural(last.words.end - 1)
                && (last.kind == NameKind::Organization && is_body(start) || are_members(line, last, start))
        });
        if is_joined && let Some(last) = names.last_mut() {
            last.words.end = end;
            last.kind = NameKind::Organization;
            return;
        }
        // And the first half as none: "the Pilots' | Union".
        let owners = start
            .checked_sub(2)
            .filter(|owners| names.last().is_none_or(|last| last.words.end <= *owners));
        if let Some(owners) = owners
            && is_apostrophe(line, start - 1)
            && is_plural(owners)
            && is_head(line, start)
            && !line.is_on(owners, Lists::ANY_PLACE | Lists::ORGANIZATION)
        {
            name.words.start = owners;
            name.kind = NameKind::Organization;
        }
        let goes_on = name.kind == NameKind::Organization
            && is_apostrophe(line, end)
            && is_plural(end - 1)
            && is_body(end + 1)
            && !line.is_capital(end + 2);
        if goes_on {
            name.words.end = end + 2;
        }
        names.push(name);
    });
}

/// Whether a name before an apostrophe is of those who are the members of what comes after it: "the Dock Workers' | Union". A
/// country that has a congress is none.
fn are_members(line: &NameLine<'_>, name: &Name, body: usize) -> bool {
    name.kind != NameKind::Person
        && is_head(line, body)
        && !line.is_entry(name.words.clone(), Lists::ANY_PLACE.or(Lists::ORGANIZATION))
}

fn is_apostrophe(line: &NameLine<'_>, at: usize) -> bool {
    matches!(line.written(at), "'" | "’")
}

/// "Ship Owners of | Norland |": a word for those who do something, "of" and a country are a body of such people.
pub(super) fn of_country(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, name| {
        let is_joined = line.is_entry(name.words.clone(), Lists::ANY_PLACE)
            && names.last().is_some_and(|last| {
                let head = last.words.end - 1;
                last.words.end + 1 == name.words.start
                    && line.word(last.words.end) == OF
                    && last.words.len() > 1
                    && line.case(head) == Case::Title
                    && line.written(head).ends_with("ers")
                    && !line.is_on(last.words.start, Lists::GIVEN)
            });
        if is_joined && let Some(last) = names.last_mut() {
            last.words.end = name.words.end;
            last.kind = NameKind::Organization;
        } else {
            names.push(name);
        }
    });
}
