//! Credits of pictures. It does not look whether a picture is near.

use std::ops::RangeInclusive;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;

const SLASH: u64 = word("/");
/// Several agencies that share one photographer.
const POOL: u64 = word("pool");

/// How many words the name of a photographer has.
const NAME: RangeInclusive<usize> = 2..=3;

/// "Reuters/Ana Roth", "Ana Roth/Pool": next to an agency and a slash is who took the picture.
pub(super) fn credit(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let start = name.words.start;
        let is_credit = start > 1 && line.word(start - 1) == SLASH && line.is_on(start - 2, Lists::ORGANIZATION);
        let is_pool = line.word(start) == POOL && start > 1 && line.word(start - 1) == SLASH;
        if name.words.len() == 1 && is_pool {
            name.kind = NameKind::Organization;
        }
        let is_before_pool = line.word(name.words.end) == SLASH && line.word(name.words.end + 1) == POOL;
        if (is_credit || is_before_pool)
            && NAME.contains(&name.words.len())
            && name.words.clone().all(|at| is_plain(line, at))
        {
            name.kind = NameKind::Person;
        }
    });
}

fn is_plain(line: &NameLine<'_>, at: usize) -> bool {
    matches!(line.case(at), Case::Title | Case::Mixed | Case::Initial)
        && !line.is_on(at, Lists::ORGANIZATION | Lists::COUNTRY | Lists::ORGANIZATION_WORD)
}
