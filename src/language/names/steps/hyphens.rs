//! Double names of people, and of what is called after two. It joins no names of places: "the Paris-Velden line".

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::steps::associations::is_head;
use crate::language::names::steps::compounds::makes_adjective;
use crate::language::names::steps::things::is_thing_end;
use crate::language::{Name, NameKind};

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
        // "the Cresswell-Dunne | Act", "the Forde-Lacey | Foundation": a law or a body bears both names.
        let last = name.words.end - 1;
        let is_body = name.kind == NameKind::Organization && is_head(line, last);
        let start = name.words.start.saturating_sub(2);
        if name.words.start > 1
            && name.words.len() > 1
            && (is_body || is_thing_end(line.word(last)))
            && is_hyphen(line, start + 1)
            && line.is_capital(start)
            && is_free(names, start)
        {
            name.words.start = start;
        }
        begin_in_korea(line, &mut name);
        match names.last_mut() {
            // "Jean | - | Claude Holt" was read as two names.
            Some(last) if last.words.end > name.words.start => last.words.end = last.words.end.max(name.words.end),
            _ => names.push(name),
        }
    });
}

/// "Park Sun | -woo": a Korean family name that is a word for a place as well, and a given name of two syllables.
fn begin_in_korea(line: &NameLine<'_>, name: &mut Name) {
    const FAMILIES: [u64; 8] = [
        word("bae"),
        word("han"),
        word("kang"),
        word("moon"),
        word("park"),
        word("seo"),
        word("song"),
        word("woo"),
    ];
    let (start, end) = (name.words.start, name.words.end);
    let syllable = line.written(end + 1);
    if name.kind != NameKind::Person
        && name.words.len() == 2
        && FAMILIES.contains(&line.word(start))
        && line.case(start + 1) == Case::Title
        && is_hyphen(line, end)
        && line.case(end + 1) == Case::Lower
        && syllable.len() <= LONGEST_SYLLABLE
        && !makes_adjective(&line.form(end), &line.form(end + 1))
    {
        name.words.end += 2;
        name.kind = NameKind::Person;
    }
}

/// The longest syllable of a Korean given name in letters: "hyeong".
const LONGEST_SYLLABLE: usize = 6;

/// "al-Sabbah": an article that begins a last name.
fn is_article(line: &NameLine<'_>, at: usize) -> bool {
    const ARTICLES: [u64; 4] = [word("al"), word("el"), word("ash"), word("ad")];
    line.case(at) == Case::Lower && ARTICLES.contains(&line.word(at)) && !line.starts_anew(at + 2)
}

fn is_hyphen(line: &NameLine<'_>, at: usize) -> bool {
    line.word(at) == HYPHEN && !line.starts_anew(at)
}
