//! Capitalized words that are no names: days, months, "Reporting", "Nobody". What they are is in a table.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, Form, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists, is_month_or_name, is_no_name};

/// "Ana Orbel Wednesday": such a word ends no name.
pub(super) fn last_words(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        let mut last = name.words.end - 1;
        while name.kind != NameKind::Other
            && name.words.len() > 1
            && is_none(line, last)
            && line.case(last) != Case::Initial
        {
            name.words.end = last;
            last -= 1;
        }
    });
}

/// "June 9", "Nobody", "the 75th": what holds nothing but such words is not a name.
pub(super) fn no_names(line: &NameLine<'_>, found: &mut Found) {
    static NUMBERS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("numbers.txt")));
    found.keep(|name| {
        let is_number = name.words.len() == 1 && NUMBERS.contains(&line.word(name.words.start));
        !is_number
            && !name
                .words
                .clone()
                .all(|at| is_none(line, at) || is_dated_month(line, at) || is_ordinal(&line.form(at)))
    });
}

fn is_none(line: &NameLine<'_>, at: usize) -> bool {
    is_no_name(&line.form(at)) && !line.is_on(at, Lists::NAMES)
}

/// Whether a word that may be a given name is a month here: "June 9", "3 April", "late May", "in March".
pub(super) fn is_dated_month(line: &NameLine<'_>, at: usize) -> bool {
    const BEFORE: [u64; 9] = [
        word("in"),
        word("late"),
        word("early"),
        word("mid"),
        word("last"),
        word("next"),
        word("since"),
        word("until"),
        word("during"),
    ];
    let is_dated = |before: usize| line.is_figure(before) || BEFORE.contains(&line.word(before));
    is_month_or_name(&line.form(at)) && (line.is_figure(at + 1) || at.checked_sub(1).is_some_and(is_dated))
}

/// "75th", "1st".
fn is_ordinal(form: &Form) -> bool {
    const ENDS: [u64; 4] = [word("th"), word("st"), word("nd"), word("rd")];
    form.case == Case::FigureAndLetter && form.suffixes.iter().any(|end| ENDS.contains(end))
}
