//! Double names of people. It joins no names of other kinds: "the Paris-Velden line".

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;

const HYPHEN: u64 = word("-");

/// "Ana Roth-Lind": a person's name goes on over a hyphen without spaces, and begins before one.
pub(super) fn hyphens(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        if name.kind == NameKind::Person {
            while is_hyphen(line, name.words.end)
                && (line.is_capital(name.words.end + 1)
                    || name.words.len() > 1 && line.case(name.words.end + 1) == Case::Lower)
            {
                name.words.end += 2;
            }
            let start = name.words.start.saturating_sub(2);
            if name.words.start > 1 && is_hyphen(line, start + 1) && line.is_capital(start) && is_free(names, start) {
                name.words.start = start;
            }
        }
        match names.last_mut() {
            // "Jean | - | Claude Holt" was read as two names.
            Some(last) if last.words.end > name.words.start => last.words.end = last.words.end.max(name.words.end),
            _ => names.push(name),
        }
    });
}

fn is_hyphen(line: &NameLine<'_>, at: usize) -> bool {
    line.word(at) == HYPHEN && !line.starts_anew(at)
}
