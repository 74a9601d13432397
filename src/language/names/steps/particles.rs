//! Particles inside the names of people. It begins no name with one.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::Case;
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, is_no_name};

/// The most particles in one place: "von und zu der".
const MOST: usize = 3;

/// "Ulla | von der Marck": a person's name goes on over particles in lowercase, where the tagger ends it.
pub(super) fn particles(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        let end = name.words.end;
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

fn is_particle(line: &NameLine<'_>, at: usize) -> bool {
    static PARTICLES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("particles.txt")));
    line.case(at) == Case::Lower && PARTICLES.contains(&line.word(at))
}

fn is_plain(line: &NameLine<'_>, at: usize) -> bool {
    line.case(at) == Case::Title && line.lists(at).is_empty() && !is_no_name(&line.form(at))
}
