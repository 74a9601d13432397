//! Newspapers that are called after their town. The well-known ones are in the lists.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, Form};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind};

/// "Geneva | Herald": a town with the word of a newspaper after it is the paper.
pub(super) fn newspaper(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        let end = name.words.end;
        if is_town(line, &name) && is_paper(line, end) && !line.is_capital(end + 1) {
            name.words.end += 1;
            name.kind = NameKind::Organization;
        }
        names.push(name);
    });
}

/// "Velden Inquirer": a name that begins with a town and ends in the word of a newspaper is the paper, whatever the tagger read.
pub(super) fn whole(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let (start, last) = (name.words.start, name.words.end - 1);
        if last > start
            && line.is_on(start, Lists::ANY_PLACE)
            && is_paper(line, last)
            && !line.is_on(start, Lists::GIVEN)
        {
            name.kind = NameKind::Organization;
        }
    });
}

fn is_town(line: &NameLine<'_>, name: &Name) -> bool {
    name.kind == NameKind::Place && line.is_on(name.words.start, Lists::ANY_PLACE)
}

fn is_paper(line: &NameLine<'_>, at: usize) -> bool {
    line.case(at) == Case::Title && PAPERS.contains(&line.word(at))
}

static PAPERS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("newspapers.txt")));

/// Whether newspapers call themselves so: "courier", in whatever case.
#[must_use]
pub fn is_newspaper_word(word: &str) -> bool {
    PAPERS.contains(&Form::new(word).word)
}
