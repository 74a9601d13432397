//! Court cases: "Orbel v. Quist". It reads no sports result, which is written without the point.

use crate::language::NameKind;
use crate::language::base::hashing::word;
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;

/// "| Orbel | v. | Quist |" is a case, and a name with "v" inside is at least nobody.
pub(super) fn court_cases(line: &NameLine<'_>, found: &mut Found) {
    const VERSUS: [u64; 2] = [word("v."), word("v")];
    let is_versus = |at: usize| VERSUS.contains(&line.word(at)) && line.written(at).starts_with('v');
    found.rewrite(|names, name| {
        let versus = names.last().map(|last| last.words.end).filter(|at| {
            at + 1 == name.words.start && is_versus(*at) && line.word(*at) == word("v.") && !line.starts_anew(*at + 1)
        });
        if let Some(last) = names.last_mut().filter(|_| versus.is_some()) {
            last.words.end = name.words.end;
            last.kind = NameKind::Other;
        } else {
            names.push(name);
        }
    });
    found.change(|name| {
        if name.kind == NameKind::Person && (name.words.start + 1..name.words.end).any(is_versus) {
            name.kind = NameKind::Other;
        }
    });
}
