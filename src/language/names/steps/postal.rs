//! The letters of the Post for states: "Velden, PA", "Spotline PA". It reads no letters that are degrees or words as well.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind};

const COMMA: u64 = word(",");

/// ", | PA", "Pa. |" are places, and "Spotline PA" is a body there, unless a given name makes it somebody with a degree.
pub(super) fn postal(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        if let Some(kind) = kind(line, name) {
            name.kind = kind;
        }
    });
}

fn kind(line: &NameLine<'_>, name: &Name) -> Option<NameKind> {
    let (start, last) = (name.words.start, name.words.end - 1);
    let is_state = is_postal(line, last);
    if name.words.len() > 1 {
        let is_body = name.kind == NameKind::Person && is_state && !line.is_on(start, Lists::GIVEN);
        return is_body.then_some(NameKind::Organization);
    }
    let is_after_town = start.checked_sub(1).is_some_and(|before| line.word(before) == COMMA);
    let is_short_state = line.is_on(start, Lists::REGION) && line.written(start).ends_with('.');
    (is_state && is_after_town || is_short_state).then_some(NameKind::Place)
}

fn is_postal(line: &NameLine<'_>, at: usize) -> bool {
    static LETTERS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("postal.txt")));
    line.case(at) == Case::Upper && LETTERS.contains(&line.word(at))
}
