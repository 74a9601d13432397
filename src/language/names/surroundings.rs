//! The words right before and after a name, and what kind of name they point to ("shares of Velda"). It does not weigh them
//! against other places of the same name, see [`agreement`](super::agreement).

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::base::hashing::{Capitals, Case, Form, capitals, feature, word};
use crate::language::names::line::{is_score, is_table};
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind};
use crate::text::table::rows;

/// The longest word sequence of the table of cues.
const LONGEST: usize = 4;

/// How many words after a name a pronoun is looked for.
const REACH: usize = 12;

/// What a country after a comma adds to a place: "Velden, Norland".
const IN_COUNTRY: u32 = 2;
/// What an age adds to a person: "Ana Roth, 52,".
const AGE: u32 = 4;
/// What a score adds to an organization, and to a team: "Velden 3".
const SCORE: (u32, u32) = (2, 4);
/// What "he" or "who" after a name adds to a person.
const PERSONAL_PRONOUN: u32 = 2;
/// What "it" after a name adds to an organization.
const NEUTER_PRONOUN: u32 = 1;

const THE: u64 = word("the");
const POSSESSIVE: u64 = word("'s");
const COMMA: u64 = word(",");
const OF_PERSON: [u64; 9] = [
    word("he"),
    word("she"),
    word("his"),
    word("her"),
    word("him"),
    word("himself"),
    word("herself"),
    word("who"),
    word("whose"),
];
const OF_THING: [u64; 3] = [word("it"), word("its"), word("itself")];

/// Points for each kind, from the words next to a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct KindPoints {
    pub person: u32,
    pub organization: u32,
    pub place: u32,
    /// That it is a thing.
    pub other: u32,
    /// That it plays: of a town it says that its team is meant.
    pub team: u32,
}

/// A sentence around its names.
pub(super) struct NameSurroundings<'a> {
    forms: &'a [Form],
    sentence: Range<usize>,
    pub capitals: Capitals,
    pub is_table: bool,
}

impl<'a> NameSurroundings<'a> {
    /// The sentence that these words of a paragraph are.
    pub fn new(forms: &'a [Form], sentence: Range<usize>) -> Self {
        let of_sentence = forms.get(sentence.clone()).unwrap_or(&[]);
        Self {
            forms,
            capitals: capitals(of_sentence),
            is_table: is_table(of_sentence),
            sentence,
        }
    }

    /// Whether everything is in capitals, and nothing can be learned from them.
    pub fn in_capitals(&self) -> bool {
        self.capitals == Capitals::All && !self.is_table
    }

    /// What the words around a name say; `next` is where the next name begins.
    pub fn points_of(&self, name: &Name, next: usize) -> KindPoints {
        let mut points = KindPoints::default();
        if self.in_capitals() {
            return points;
        }
        self.add_cues(&name.words, &mut points);
        self.add_marks(name, &mut points);
        self.add_pronoun(name.words.end, next, &mut points);
        points
    }

    /// "shares of Velda", "Velda's board": what the table of cues has.
    fn add_cues(&self, name: &Range<usize>, points: &mut KindPoints) {
        let (start, end) = (name.start, name.end);
        let start = start - usize::from(start > 0 && self.word(start - 1) == THE);
        let before = |size: usize| self.cue(Position::Before, start.checked_sub(size)?, size);
        points.add((1..LONGEST).rev().find_map(before));
        let after =
            |position: Position, from: usize| (1..=LONGEST).rev().find_map(|size| self.cue(position, from, size));
        if self.word(end) == POSSESSIVE {
            points.add(after(Position::Owned, end + 1).or_else(|| after(Position::After, end + 1)));
        } else {
            points.add(after(Position::After, end));
        }
    }

    /// A country, an age or a score after a name.
    fn add_marks(&self, name: &Name, points: &mut KindPoints) {
        let end = name.words.end;
        let is = |at: usize, fits: &dyn Fn(&Form) -> bool| self.form(at).is_some_and(fits);
        if self.word(end) == COMMA {
            let is_country = |form: &Form| lists::of_word(form).any(Lists::COUNTRY | Lists::REGION);
            if is(end + 1, &is_country) {
                points.place += IN_COUNTRY;
            }
            if self.word(end + 2) == COMMA && is(end + 1, &|form| form.case == Case::Figure) {
                points.person += AGE;
            }
        }
        let can_play = name.words.len() == 1 || name.kind != NameKind::Person;
        if self.is_table && can_play && is(end, &is_score) {
            points.organization += SCORE.0;
            points.team += SCORE.1;
        }
    }

    /// The first pronoun after a name that separates a person from a thing.
    fn add_pronoun(&self, end: usize, next: usize, points: &mut KindPoints) {
        for at in end..next.min(end + REACH).min(self.sentence.end) {
            let word = self.word(at);
            if OF_PERSON.contains(&word) {
                points.person += PERSONAL_PRONOUN;
                return;
            }
            if OF_THING.contains(&word) {
                points.organization += NEUTER_PRONOUN;
                return;
            }
        }
    }

    fn form(&self, at: usize) -> Option<&Form> {
        self.forms.get(at).filter(|_| self.sentence.contains(&at))
    }

    fn word(&self, at: usize) -> u64 {
        self.form(at).map_or(0, |form| form.word)
    }

    fn cue(&self, position: Position, from: usize, size: usize) -> Option<NameCue> {
        let words = self.forms.get(from..from + size)?;
        let is_inside = self.sentence.start <= from && from + size <= self.sentence.end;
        let key = words
            .iter()
            .fold(position as u64, |key, form| feature(key, &[form.word]));
        is_inside.then(|| CUES.get(&key).copied()).flatten()
    }
}

/// What a noun beside a name adds to the kind that it says: more than all that is read.
const NOUN_BESIDE: u32 = 8;

impl KindPoints {
    /// Adds what the noun beside a name says: "Rex, a police dog".
    pub fn add_noun(&mut self, kind: NameKind) {
        *match kind {
            NameKind::Person => &mut self.person,
            NameKind::Organization => &mut self.organization,
            NameKind::Place => &mut self.place,
            NameKind::Other => &mut self.other,
        } += NOUN_BESIDE;
    }

    fn add(&mut self, cue: Option<NameCue>) {
        let Some(cue) = cue else { return };
        *match cue.kind {
            CueKind::Person => &mut self.person,
            CueKind::Organization => &mut self.organization,
            CueKind::Place => &mut self.place,
            CueKind::Team => &mut self.team,
        } += cue.points;
    }
}

/// Where words of the table are looked for.
#[derive(Clone, Copy)]
enum Position {
    Before = 1,
    After,
    /// After the name and "'s".
    Owned,
}

/// What the words next to a name say.
#[derive(Clone, Copy)]
struct NameCue {
    kind: CueKind,
    points: u32,
}

#[derive(Clone, Copy)]
enum CueKind {
    Person,
    Organization,
    Place,
    Team,
}

static CUES: LazyLock<FxHashMap<u64, NameCue>> = LazyLock::new(|| {
    let mut cues = FxHashMap::default();
    for [position, kind, points, sequences] in rows(TABLE) {
        let (Some(position), Some(kind), Ok(points)) = (position_of(position), cue_kind(kind), points.parse()) else {
            continue;
        };
        for sequence in sequences.split(',') {
            let key = sequence
                .split_whitespace()
                .fold(position as u64, |key, word| feature(key, &[Form::new(word).word]));
            cues.entry(key).or_insert(NameCue { kind, points });
        }
    }
    cues
});

/// Position, what it says, points, word sequences.
const TABLE: &str = include_str!("../data/names/cues.tsv");

fn position_of(name: &str) -> Option<Position> {
    match name {
        "before" => Some(Position::Before),
        "after" => Some(Position::After),
        "owned" => Some(Position::Owned),
        _ => None,
    }
}

fn cue_kind(name: &str) -> Option<CueKind> {
    match name {
        "person" => Some(CueKind::Person),
        "organization" => Some(CueKind::Organization),
        "place" => Some(CueKind::Place),
        "team" => Some(CueKind::Team),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::table::malformed;

    #[test]
    fn every_row_of_the_table_of_cues_is_well_formed() {
        assert_eq!(malformed::<4>(TABLE).next(), None);
        for [position, kind, points, sequences] in rows(TABLE) {
            assert!(position_of(position).is_some(), "{position}");
            assert!(cue_kind(kind).is_some(), "{kind}");
            assert!(points.parse::<u32>().is_ok(), "{points}");
            let longest = sequences.split(',').map(|words| words.split_whitespace().count()).max();
            assert!(longest <= Some(LONGEST), "{sequences}");
        }
    }
}
