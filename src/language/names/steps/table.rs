//! Names in tables of results. It reads no running text.

use std::ops::Range;

use crate::language::base::hashing::Case;
use crate::language::names::found::Found;
use crate::language::names::line::{NameLine, is_score};
use crate::language::names::lists::{Lists, is_no_name};
use crate::language::names::steps::no_names::is_dated_month;
use crate::language::{Name, NameKind};

/// The longest name of a team that is looked for, in words.
const LONGEST: usize = 4;

/// "Velden 3": in a table, figures at the end of a name are scores.
pub(super) fn last_figures(line: &NameLine<'_>, found: &mut Found) {
    if line.is_table {
        found.change(|name| {
            while name.words.len() > 1 && line.is_figure(name.words.end - 1) {
                name.words.end -= 1;
            }
        });
    }
}

/// "Velden 3 1 1": who is before a score plays, though the tagger knows no such name. "W. Orbel" is a person.
pub(super) fn results(line: &NameLine<'_>, found: &mut Found) {
    if line.is_table {
        found.fill(line.len(), |gap, names| add_rows(line, gap, names));
    }
}

fn add_rows(line: &NameLine<'_>, gap: Range<usize>, names: &mut Vec<Name>) {
    let mut at = gap.start;
    while at < gap.end {
        let limit = gap.end.min(at + LONGEST);
        let end = (at..limit).find(|at| !can_play(line, *at)).unwrap_or(limit);
        let is_person = end == at + 2 && line.case(at) == Case::Initial;
        let is_team = end > at && is_score(&line.form(end)) && line.case(end - 1) != Case::Initial;
        if is_person || is_team {
            names.push(Name {
                words: at..end,
                kind: if is_person {
                    NameKind::Person
                } else {
                    NameKind::Organization
                },
            });
        }
        at = end.max(at + 1);
    }
}

fn can_play(line: &NameLine<'_>, at: usize) -> bool {
    line.is_capital(at)
        && !is_no_name(&line.form(at))
        && !is_dated_month(line, at)
        && !line.is_on(at, Lists::TITLE | Lists::OTHER)
}
