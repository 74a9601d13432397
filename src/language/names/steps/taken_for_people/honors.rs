//! Ranks and honors of several words before a name: "1st Class", "Rt Hon". It knows no title of a single word.

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;

/// "Sgt. 1st | Class Damon Orbel": a class after its number is a part of the rank, and so are the words of a rank without a name.
pub(super) fn ranks(line: &NameLine<'_>, found: &mut Found) {
    const CLASS: u64 = word("class");
    const NUMBERS: [u64; 3] = [word("first"), word("second"), word("third")];
    const RANKS: [u64; 7] = [
        word("warrant"),
        word("officer"),
        word("petty"),
        word("chief"),
        word("flight"),
        word("staff"),
        word("class"),
    ];
    found.change(|name| {
        let is_number = |at: usize| line.is_figure(at) || NUMBERS.contains(&line.word(at));
        let is_class = |at: &usize| {
            line.word(*at) == CLASS
                && line.case(*at) == Case::Title
                && line.case(*at + 1) == Case::Title
                && at.checked_sub(1).is_some_and(is_number)
        };
        if let Some(class) = (name.words.start..name.words.end - 1).find(is_class) {
            name.words.start = class + 1;
            name.kind = NameKind::Person;
        }
        // "Chief | Warrant Officer | 3 Ana Orbel"
        if name.kind == NameKind::Person && name.words.clone().all(|at| RANKS.contains(&line.word(at))) {
            name.words.end = name.words.start;
        }
    });
}

/// "The | Rt Hon Ida Orbel | spoke": honors are no part of a name, and who has them is a person.
pub(super) fn honors(line: &NameLine<'_>, found: &mut Found) {
    const SHORT: [u64; 2] = [word("rt"), word("rt.")];
    const DEGREES: [u64; 3] = [word("right"), word("very"), word("most")];
    const HONORS: [u64; 8] = [
        word("hon"),
        word("hon."),
        word("honorable"),
        word("honourable"),
        word("rev"),
        word("rev."),
        word("reverend"),
        word("revd"),
    ];
    let is_honor = |at: usize| HONORS.contains(&line.word(at)) && line.is_capital(at);
    found.change(|name| {
        let start = name.words.start;
        let begins = line.case(start) == Case::Title
            && (SHORT.contains(&line.word(start)) || DEGREES.contains(&line.word(start)) && is_honor(start + 1));
        if !begins {
            return;
        }
        let is_before = |at: &usize| *at == start || is_honor(*at) || line.is_on(*at, Lists::TITLE);
        name.words.start += name.words.clone().take_while(is_before).count();
        name.kind = NameKind::Person;
    });
}

/// "Tom Weil | KC": letters after a name are an honor, and no part of the name. "MP" is a word for somebody, and is left to others.
pub(super) fn letters_behind(line: &NameLine<'_>, found: &mut Found) {
    const LETTERS: [u64; 9] = [
        word("cbe"),
        word("cmg"),
        word("dbe"),
        word("gbe"),
        word("kbe"),
        word("kc"),
        word("mbe"),
        word("obe"),
        word("qc"),
    ];
    found.change(|name| {
        let is_letters = |at: &usize| line.case(*at) == Case::Upper && LETTERS.contains(&line.word(*at));
        let count = name.words.clone().rev().take_while(is_letters).count();
        if name.kind == NameKind::Person && name.words.len() > count + 1 {
            name.words.end -= count;
        }
    });
}
