//! Double names of people. It joins no names of other kinds: "the Paris-Velden line".

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::steps::things::is_thing_end;

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
            let begins = line.is_capital(start) || is_article(line, start);
            if name.words.start > 1 && is_hyphen(line, start + 1) && begins && is_free(names, start) {
                name.words.start = start;
            }
        }
        // "the Cresswell-Dunne | Act": a law bears both names.
        let last = name.words.end - 1;
        let start = name.words.start.saturating_sub(2);
        if name.words.start > 1
            && name.words.len() > 1
            && is_thing_end(line.word(last))
            && is_hyphen(line, start + 1)
            && line.is_capital(start)
            && is_free(names, start)
        {
            name.words.start = start;
        }
        match names.last_mut() {
            // "Jean | - | Claude Holt" was read as two names.
            Some(last) if last.words.end > name.words.start => last.words.end = last.words.end.max(name.words.end),
            _ => names.push(name),
        }
    });
}

/// "al-Sabbah": an article that begins a last name.
fn is_article(line: &NameLine<'_>, at: usize) -> bool {
    const ARTICLES: [u64; 4] = [word("al"), word("el"), word("ash"), word("ad")];
    line.case(at) == Case::Lower && ARTICLES.contains(&line.word(at)) && !line.starts_anew(at + 2)
}

fn is_hyphen(line: &NameLine<'_>, at: usize) -> bool {
    line.word(at) == HYPHEN && !line.starts_anew(at)
}
