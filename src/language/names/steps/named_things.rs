//! Things with names of several words of which the tagger saw a part: "the Velden | Open", "the River | Chants Festival". What is a
//! thing is in the table of [`things`](super::things).

use crate::language::base::hashing::{Capitals, Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{Lists, is_no_name};
use crate::language::names::steps::things::is_thing_end;
use crate::language::{Name, NameKind};

const OPEN: u64 = word("(");
const CLOSE: u64 = word(")");

/// How many words before its last one such a name has at most.
const LONGEST: usize = 5;

/// "| the | Velden Open": capitalized words in a row in running text that end in the word for a thing are its name.
pub(super) fn named_things(line: &NameLine<'_>, found: &mut Found) {
    if line.capitals != Capitals::Running {
        return;
    }
    let mut ends = (1..line.len()).filter(|at| ends_thing(line, *at)).peekable();
    if ends.peek().is_none() {
        return;
    }
    let things: Vec<Name> = ends.filter_map(|end| thing(line, end)).collect();
    let mut rest = things.into_iter().peekable();
    found.rewrite(|names, name| {
        while let Some(thing) = rest.next_if(|thing| thing.words.start <= name.words.start) {
            add(names, thing);
        }
        // "the Law and Order Act": a longer name that ends where the thing does is left as it is.
        let is_longer = |thing: &Name| name.words.start < thing.words.start && name.words.end == thing.words.end;
        while rest.next_if(is_longer).is_some() {}
        // What is inside the thing, and what the thing begins in, is a part of it.
        let is_inside = names.last().is_some_and(|last| name.words.start < last.words.end);
        let begins_it = rest.peek().is_some_and(|thing| thing.words.start < name.words.end);
        if !is_inside && !begins_it {
            names.push(name);
        }
    });
    found.append(rest);
}

fn add(names: &mut Vec<Name>, thing: Name) {
    while names.last().is_some_and(|last| last.words.end > thing.words.start) {
        names.pop();
    }
    names.push(thing);
}

fn ends_thing(line: &NameLine<'_>, at: usize) -> bool {
    line.case(at) == Case::Title && is_thing_end(line.word(at)) && !line.is_capital(at + 1)
}

/// The name that ends with this word.
fn thing(line: &NameLine<'_>, end: usize) -> Option<Name> {
    let is_part = |at: &usize| {
        matches!(line.case(*at), Case::Title | Case::Upper | Case::Mixed)
            && !is_no_name(&line.form(*at))
            && !line.starts_anew(*at + 1)
    };
    let count = (0..end).rev().take(LONGEST).take_while(is_part).count();
    let mut start = end - count;
    // "Former Velden Open champion": a title is not a part of it.
    while start < end && line.is_on(start, Lists::TITLE) {
        start += 1;
    }
    // "At | Velden Open", and a person of that name: "Ana Open".
    let is_free = start < end && !line.is_on(start, Lists::GIVEN) && (start > 0 || end - start > 1);
    is_free.then_some(Name {
        words: start..end + 1,
        kind: NameKind::Other,
    })
}

/// "Asset Purchase Programme (| APP |)": letters in brackets after a thing are the thing.
pub(super) fn letters(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        let start = name.words.start;
        let is_short = name.words.len() == 1
            && matches!(line.case(start), Case::Upper | Case::Mixed)
            && line.word(name.words.end) == CLOSE
            && start.checked_sub(1).is_some_and(|open| line.word(open) == OPEN);
        let is_after_thing = names.last().is_some_and(|last| {
            last.kind == NameKind::Other
                && last.words.len() > 1
                && last.words.end + 1 == start
                && !line.is_on(last.words.end - 1, Lists::ORGANIZATION_WORD)
        });
        if is_short && is_after_thing {
            name.kind = NameKind::Other;
        }
        names.push(name);
    });
}
