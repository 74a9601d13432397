//! People and places that the tagger read together or for one another: "Orbel of Velda County", "MP for Velda East", "Fort Orbel". It
//! reads no body.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind};

/// "| Orbel | of | Velda County |": one word before "of" and where people live is somebody from there.
pub(super) fn residents(line: &NameLine<'_>, found: &mut Found) {
    const OF: u64 = word("of");
    static MUNICIPALITIES: LazyLock<FxHashSet<u64>> =
        LazyLock::new(|| lists::words(include_str!("../municipalities.txt")));
    const NOBODY: Lists = Lists::ORGANIZATION_WORD
        .or(Lists::PLACE_WORD)
        .or(Lists::TITLE)
        .or(Lists::ANY_PLACE)
        .or(Lists::ORGANIZATION);
    found.cut(|name| {
        let (start, of) = (name.words.start, name.words.start + 1);
        let is_resident = matches!(name.kind, NameKind::Place | NameKind::Person)
            && name.words.len() > 3
            && line.word(of) == OF
            && line.case(start) == Case::Title
            && !line.is_on(start, NOBODY)
            && MUNICIPALITIES.contains(&line.word(name.words.end - 1));
        is_resident.then(|| {
            [
                Name {
                    words: start..of,
                    kind: NameKind::Person,
                },
                Name {
                    words: of + 1..name.words.end,
                    kind: NameKind::Place,
                },
            ]
        })
    });
}

/// "MP for | Velda East |": where a member was elected is a place, whoever is read together with it.
pub(super) fn constituencies(line: &NameLine<'_>, found: &mut Found) {
    const FOR: u64 = word("for");
    const MEMBERS: [u64; 4] = [word("mep"), word("mp"), word("ms"), word("msp")];
    found.change(|name| {
        let start = name.words.start;
        let is_member = line.case(start) == Case::Upper && MEMBERS.contains(&line.word(start));
        if is_member && line.word(start + 1) == FOR && name.words.len() > 2 {
            name.words.start = start + 2;
            name.kind = NameKind::Place;
        }
    });
}

/// "| Fort Orbel |": no name of a person begins with a word for a place.
pub(super) fn forts(line: &NameLine<'_>, found: &mut Found) {
    const FORTS: [u64; 5] = [word("camp"), word("cape"), word("fort"), word("loch"), word("point")];
    found.change(|name| {
        let start = name.words.start;
        let is_fort = line.case(start) == Case::Title && FORTS.contains(&line.word(start));
        if name.kind == NameKind::Person && name.words.len() == 2 && is_fort {
            name.kind = NameKind::Place;
        }
    });
}
