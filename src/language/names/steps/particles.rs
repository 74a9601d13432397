//! Particles inside the names of people, and at their beginning.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists, is_no_name};
use crate::language::{Name, NameKind, Upos};

/// The most particles in one place: "von und zu der".
const MOST: usize = 3;

/// "Ulla | von der Marck": a person's name goes on over particles in lowercase, where the tagger ends it.
pub(super) fn particles(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        let end = name.words.end;
        if begins_with_particles(line, &name) {
            name.kind = NameKind::Person;
        }
        begin_with_particles(line, names, &mut name);
        if name.kind == NameKind::Person {
            let particles = (end..end + MOST).take_while(|at| is_particle(line, *at)).count();
            let next = end + particles;
            if particles > 0 && matches!(line.case(next), Case::Title | Case::Mixed) {
                let more = (next + 1..).take_while(|at| is_plain(line, *at)).count();
                name.words.end = next + 1 + more;
            }
        }
        names.push(name);
    });
}

/// "Van der Orbel", "da Orbel": a name that begins with several particles, or with a small one that is no other word, and goes
/// on with a word or two that no list knows is a person's.
fn begins_with_particles(line: &NameLine<'_>, name: &Name) -> bool {
    let start = name.words.start;
    let small = |from: usize| (from..from + MOST).take_while(|at| is_particle(line, *at)).count();
    let rest = if line.case(start) == Case::Title && is_particle_form(line, start) && small(start + 1) > 0 {
        start + 1 + small(start + 1)
    } else if is_particle(line, start) && !is_other_word(line.word(start)) {
        start + small(start)
    } else {
        return false;
    };
    rest < name.words.end && name.words.end - rest <= 2 && (rest..name.words.end).all(|at| is_plain(line, at))
}

/// "| Van den | Orbel said", "| de los | Orbel said": particles right before a name of one or two words that no list knows
/// begin it, and make it a person's. The first of several may have a capital.
fn begin_with_particles(line: &NameLine<'_>, names: &mut Vec<Name>, name: &mut Name) {
    let start = name.words.start;
    let is_plain = |at: usize| line.case(at) == Case::Title && line.lists(at).is_empty();
    let is_small =
        |at: &usize| is_particle(line, *at) && (!is_other_word(line.word(*at)) || follows_particle(line, *at));
    let particles = (1..=MOST)
        .map_while(|back| start.checked_sub(back))
        .take_while(is_small)
        .count();
    if particles == 0 || !is_plain(start) || name.words.len() > 2 {
        return;
    }
    let first = start - particles;
    let before = (first.checked_sub(1))
        .filter(|at| line.case(*at) == Case::Title && is_particle_form(line, *at) || is_given_name(line, *at));
    if let Some(before) = before
        && names.last().is_some_and(|last| last.words == (before..before + 1))
    {
        names.pop();
    }
    let begins = before.unwrap_or(first);
    let is_whole = first
        .checked_sub(1)
        .is_none_or(|at| before.is_some() || !line.is_capital(at));
    if is_free(names, begins) && is_whole {
        name.words.start = begins;
        name.kind = NameKind::Person;
    }
}

/// "van | den": a particle that is another word as well is one after another particle.
fn follows_particle(line: &NameLine<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| is_particle(line, before) && !is_other_word(line.word(before)))
}

/// "| Joost | van Orbel": a capitalized word before particles that is no title and may be a name is the given name.
fn is_given_name(line: &NameLine<'_>, at: usize) -> bool {
    let is_known = line.lists(at) == Lists::GIVEN;
    let is_unknown = line.lists(at).is_empty() && line.tagged(at).is_some_and(|word| word.upos == Upos::Propn);
    line.case(at) == Case::Title
        && !line.starts_anew(at + 1)
        && !is_no_name(&line.form(at))
        && (is_known || is_unknown)
        && !at
            .checked_sub(1)
            .is_some_and(|before| line.is_capital(before) && !line.is_title(before))
}

/// Particles that are English words as well, or begin the names of places.
fn is_other_word(particle: u64) -> bool {
    [
        word("ten"),
        word("la"),
        word("le"),
        word("el"),
        word("al"),
        word("du"),
        word("den"),
    ]
    .contains(&particle)
}

fn is_particle_form(line: &NameLine<'_>, at: usize) -> bool {
    PARTICLES.contains(&line.word(at))
}

static PARTICLES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("particles.txt")));

fn is_particle(line: &NameLine<'_>, at: usize) -> bool {
    line.case(at) == Case::Lower && PARTICLES.contains(&line.word(at))
}

fn is_plain(line: &NameLine<'_>, at: usize) -> bool {
    line.case(at) == Case::Title && line.lists(at).is_empty() && !is_no_name(&line.form(at))
}
