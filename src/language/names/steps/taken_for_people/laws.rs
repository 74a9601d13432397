//! Laws and diseases that are called after somebody: "Jessie's Law", "Crohn's disease". What somebody merely has is left alone.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::names::steps::taken_for_people::schools::push;
use crate::language::{Name, NameKind, Upos};

const POSSESSIVE: u64 = word("'s");

/// "| Jessie |'s | Law |", "| Crohn |'s disease": the name with the word for what is called so is that of a thing.
pub(super) fn laws_and_diseases(line: &NameLine<'_>, found: &mut Found) {
    let mut covered = 0;
    found.rewrite(|names, name| {
        if name.words.start < covered {
            return;
        }
        let Some(words) = law(line, &name).or_else(|| disease(line, &name)) else {
            names.push(name);
            return;
        };
        covered = words.end;
        push(
            names,
            Name {
                words,
                kind: NameKind::Other,
            },
        );
    });
}

/// Where "'s" ends after a name, also the bare apostrophe of "Graves' disease".
fn after_possessive(line: &NameLine<'_>, name: &Name) -> Option<usize> {
    let end = name.words.end;
    let is_bare = matches!(line.written(end), "'" | "’") && line.written(end - 1).ends_with('s');
    (line.word(end) == POSSESSIVE || is_bare).then_some(end + 1)
}

/// "Jessie's Law", and not what a body or a country has: "the Senate's Rule 22".
fn law(line: &NameLine<'_>, name: &Name) -> Option<Range<usize>> {
    const LAWS: [u64; 8] = [
        word("act"),
        word("amendment"),
        word("bill"),
        word("clause"),
        word("code"),
        word("law"),
        word("principle"),
        word("rule"),
    ];
    let at = after_possessive(line, name)?;
    let is_law = name.words.len() == 1
        && !line.is_on(name.words.start, Lists::ORGANIZATION.or(Lists::COUNTRY))
        && line.case(at) == Case::Title
        && LAWS.contains(&line.word(at))
        && !line.is_capital(at + 1)
        && !line.is_figure(at + 1);
    is_law.then_some(name.words.start..at + 1)
}

/// "Crohn's disease", "Bell's palsy", and a few that are called by the name alone: "has Parkinson's".
fn disease(line: &NameLine<'_>, name: &Name) -> Option<Range<usize>> {
    static DISEASES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("diseases.txt")));
    const KNOWN: [u64; 6] = [
        word("alzheimer"),
        word("asperger"),
        word("crohn"),
        word("hodgkin"),
        word("parkinson"),
        word("tourette"),
    ];
    const OF_PATIENTS: [u64; 8] = [
        word("patient"),
        word("patients"),
        word("drug"),
        word("drugs"),
        word("research"),
        word("sufferers"),
        word("symptoms"),
        word("diagnosis"),
    ];
    let is_disease = |at: usize| line.case(at) == Case::Lower && DISEASES.contains(&line.word(at));
    let (start, end) = (name.words.start, name.words.end);
    if name.words.len() != 1 {
        return None;
    }
    // "Down syndrome"
    if name.kind == NameKind::Person && is_disease(end) {
        return Some(start..end + 1);
    }
    let at = after_possessive(line, name)?;
    if is_disease(at) {
        return Some(start..at + 1);
    }
    let is_noun = (line.tagged(at)).is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj));
    let is_alone = !is_noun || OF_PATIENTS.contains(&line.word(at));
    (KNOWN.contains(&line.word(start)) && is_alone).then_some(start..at)
}
