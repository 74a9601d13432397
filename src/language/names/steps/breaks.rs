//! Names end with their line. It joins nothing.

use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::{Name, NameKind};

/// "said Anna Holt⏎Paula Quist agreed": no name goes over a line break or a dash with spaces. The tagger does not see where
/// lines end.
pub(super) fn breaks(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, name| {
        let Name { words, kind } = name;
        let mut start = words.start;
        for at in words.start + 1..words.end {
            // "Anna Holt: People": a label ends with its colon.
            if line.starts_anew(at) || kind == NameKind::Person && line.written(at - 1) == ":" {
                names.push(Name { words: start..at, kind });
                start = at;
            }
        }
        names.push(Name {
            words: start..words.end,
            kind,
        });
    });
}
