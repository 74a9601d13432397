//! What a paragraph tells of its names: the words beside them and what the lists know. It does not decide of what kind
//! a name is; that is asked of the whole draft, see [`super::agreement`].

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::abbreviations::lines;
use crate::language::base::gazetteer::{
    self, CITY, COUNTRY, GIVEN, ORGANIZATION, ORGANIZATION_WORD, OTHER, PLACE, TITLE,
};
use crate::language::base::hashing::{Capitals, Case, Form, capitals, feature};
use crate::language::base::{is_no_name, is_score, is_table};
use crate::language::{Language, Name, NameKind, Upos, Word};

/// The longest word sequence of the table of cues.
const LONGEST: usize = 4;

/// Lists whose entries are names.
const KNOWN: u16 = COUNTRY | CITY | PLACE | ORGANIZATION | OTHER | GIVEN;

/// How many words behind a name a pronoun is looked for.
const REACH: usize = 12;

/// What a paragraph tells of its names. It holds no text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameCues {
    /// One for each of [`Language::names`].
    pub(super) names: Vec<Cue>,
    /// Words that the model reads as no name, but the words beside them do.
    pub(super) unread: Vec<Cue>,
    /// The words of the paragraph, case folded.
    pub(super) words: Vec<u64>,
    /// Where a name can begin.
    pub(super) starts: Vec<u32>,
}

/// What is known of one name where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cue {
    pub key: u64,
    pub words: Range<usize>,
    /// The name without what only says that it is an organisation ("Ltd.").
    pub short: Option<u64>,
    pub kind: NameKind,
    /// Whether a title stands before it.
    pub titled: bool,
    /// Whether it begins with a given name.
    pub given: bool,
    /// Whether a country bears the name.
    pub is_country: bool,
    /// Whether a city or a region bears the name.
    pub is_place: bool,
    /// Whether a people or a work bears the name.
    pub is_other: bool,
    /// Whether only its place gives it a capital letter: it opens the sentence and is no proper noun, or all is in capitals.
    pub is_doubtful: bool,
    /// Whether its sentence is written in capitals.
    pub in_capitals: bool,
    /// What the words beside it say.
    pub beside: Beside,
}

/// Points for each kind, from the words beside a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    pub person: u32,
    pub organization: u32,
    pub place: u32,
    /// That it plays: of a town it says that its team is meant.
    pub team: u32,
}

impl NameCues {
    /// Reads a paragraph. Linear in its words.
    #[must_use]
    pub fn of(text: &str, language: &Language) -> Self {
        let forms: Vec<Form> = language
            .words
            .iter()
            .map(|word| Form::new(word.span.of(text)))
            .collect();
        let mut starts = Vec::new();
        for sentence in &language.sentences {
            for at in sentence.words.clone() {
                if language
                    .words
                    .get(at)
                    .is_some_and(|word| can_begin(text, word, at == sentence.words.start))
                {
                    starts.push(u32::try_from(at).unwrap_or(u32::MAX));
                }
            }
        }
        let mut names = Vec::with_capacity(language.names.len());
        let mut rest = language.names.iter().peekable();
        for sentence in &language.sentences {
            let of_sentence = forms.get(sentence.words.clone()).unwrap_or(&[]);
            let scene = Scene {
                forms: &forms,
                sentence: sentence.words.clone(),
                capitals: capitals(of_sentence),
                is_table: is_table(of_sentence),
            };
            while let Some(name) = rest.next_if(|name| name.words.start < sentence.words.end) {
                let next = rest.peek().map_or(usize::MAX, |next| next.words.start);
                let is_proper = language
                    .words
                    .get(name.words.start)
                    .is_some_and(|word| word.upos == Upos::Propn);
                names.push(scene.cue(name, next, is_proper));
            }
        }
        let unread = unread(language, &forms, &starts);
        Self {
            names,
            unread,
            words: forms.iter().map(|form| form.word).collect(),
            starts,
        }
    }

    /// The names with their words.
    pub(super) fn each(&self) -> impl Iterator<Item = (&Cue, &[u64])> {
        self.names
            .iter()
            .chain(&self.unread)
            .map(|cue| (cue, self.words.get(cue.words.clone()).unwrap_or(&[])))
    }
}

/// Capitalised words inside a sentence that the words beside them call an organisation ("the retailer Velda, which").
fn unread(language: &Language, forms: &[Form], starts: &[u32]) -> Vec<Cue> {
    let listed = |at: usize| {
        forms
            .get(at)
            .map_or(0, |form| *gazetteer::look_up(&[*form]).first().unwrap_or(&0))
    };
    let is_capital = |at: usize| {
        forms
            .get(at)
            .is_some_and(|form| matches!(form.case, Case::Title | Case::Upper | Case::Mixed | Case::Initial))
    };
    let mut found = Vec::new();
    let mut names = language.names.iter().peekable();
    let mut sentences = language.sentences.iter().peekable();
    let mut covered = 0;
    for at in starts.iter().map(|at| *at as usize) {
        while let Some(name) = names.next_if(|name| name.words.start <= at) {
            covered = name.words.end;
        }
        while sentences.next_if(|sentence| sentence.words.end <= at).is_some() {}
        let Some(sentence) = sentences.peek() else { break };
        let is_alone = at > sentence.words.start && at >= covered && !is_capital(at - 1) && !is_capital(at + 1);
        let is_plain = language
            .words
            .get(at)
            .is_some_and(|word| matches!(word.upos, Upos::Propn | Upos::Noun | Upos::X))
            && forms.get(at).is_some_and(|form| !is_no_name(form))
            && listed(at) == 0;
        if !is_alone || !is_plain {
            continue;
        }
        let of_sentence = forms.get(sentence.words.clone()).unwrap_or(&[]);
        let scene = Scene {
            forms,
            sentence: sentence.words.clone(),
            capitals: capitals(of_sentence),
            is_table: is_table(of_sentence),
        };
        let next = names.peek().map_or(usize::MAX, |next| next.words.start);
        let name = Name {
            words: at..at + 1,
            kind: NameKind::Organization,
        };
        let cue = scene.cue(&name, next, true);
        if scene.capitals == Capitals::Running && cue.beside.organization > 2 {
            found.push(cue);
        }
    }
    found
}

/// Whether a name that the paragraph missed can begin here.
fn can_begin(text: &str, word: &Word, opens: bool) -> bool {
    let fits = match word.upos {
        Upos::Propn | Upos::Noun | Upos::X | Upos::Verb | Upos::Adj => true,
        Upos::Adv | Upos::Intj => !opens,
        _ => false,
    };
    fits && word.span.len() > 2 && word.span.of(text).starts_with(char::is_uppercase)
}

/// One key for a word sequence.
pub(super) fn key(words: &[u64]) -> u64 {
    words.iter().fold(0, |key, word| feature(key, &[*word]))
}

/// A sentence, as its names see it.
struct Scene<'a> {
    forms: &'a [Form],
    sentence: Range<usize>,
    capitals: Capitals,
    is_table: bool,
}

impl Scene<'_> {
    fn cue(&self, name: &Name, next: usize, is_proper: bool) -> Cue {
        let forms = self.forms.get(name.words.clone()).unwrap_or(&[]);
        let listed = gazetteer::look_up(forms);
        let key = |size: usize| forms.iter().take(size).fold(0, |key, form| feature(key, &[form.word]));
        let suffixes = listed
            .iter()
            .rev()
            .take_while(|kinds| **kinds & ORGANIZATION_WORD != 0)
            .count();
        let has_short = name.kind == NameKind::Organization && suffixes > 0 && suffixes < listed.len();
        let before = name.words.start.checked_sub(1).and_then(|at| self.forms.get(at));
        Cue {
            key: key(listed.len()),
            words: name.words.clone(),
            short: has_short.then(|| key(listed.len() - suffixes)),
            kind: name.kind,
            titled: before.is_some_and(|form| has(&gazetteer::look_up(&[*form]), TITLE)),
            given: listed.first().is_some_and(|kinds| kinds & GIVEN != 0),
            is_country: is_entry(&listed, COUNTRY),
            is_place: is_entry(&listed, CITY | PLACE),
            is_other: is_entry(&listed, OTHER),
            is_doubtful: !self.is_table
                && listed.len() == 1
                && listed.first().is_some_and(|kinds| kinds & KNOWN == 0)
                && (self.capitals == Capitals::All || !is_proper && name.words.start == self.sentence.start),
            in_capitals: self.capitals == Capitals::All && !self.is_table,
            beside: self.beside(name, next),
        }
    }

    fn form(&self, at: usize) -> Option<&Form> {
        self.forms.get(at).filter(|_| self.sentence.contains(&at))
    }

    fn word(&self, at: usize) -> u64 {
        self.form(at).map_or(0, |form| form.word)
    }

    fn beside(&self, name: &Name, next: usize) -> Beside {
        let mut beside = Beside::default();
        if self.capitals == Capitals::All && !self.is_table {
            return beside;
        }
        let (start, end) = (name.words.start, name.words.end);
        let start = start - usize::from(start > 0 && self.word(start - 1) == WORDS.the);
        let before = |size: usize| self.entry(BEFORE, start.checked_sub(size)?, size);
        beside.add((1..LONGEST).rev().find_map(before));
        let after = |position: u64, from: usize| (1..=LONGEST).rev().find_map(|size| self.entry(position, from, size));
        if self.word(end) == WORDS.owns {
            beside.add(after(OWNED, end + 1).or_else(|| after(AFTER, end + 1)));
        } else {
            beside.add(after(AFTER, end));
        }
        // "…, Norland" tells where.
        if self.word(end) == WORDS.comma
            && self
                .form(end + 1)
                .is_some_and(|form| has(&gazetteer::look_up(&[*form]), COUNTRY | PLACE))
        {
            beside.place += 2;
        }
        // ", 52," tells a person.
        let is_age = self.word(end) == WORDS.comma
            && self.word(end + 2) == WORDS.comma
            && self.form(end + 1).is_some_and(|form| form.case == Case::Figure);
        beside.person += if is_age { 4 } else { 0 };
        // Who stands before a score plays.
        let is_scored = self.is_table && self.form(end).is_some_and(is_score);
        if is_scored && (name.words.len() == 1 || name.kind != NameKind::Person) {
            beside.organization += 2;
            beside.team += 4;
        }
        for at in end..next.min(end + REACH).min(self.sentence.end) {
            let word = self.word(at);
            if WORDS.of_person.contains(&word) {
                beside.person += 2;
                break;
            }
            if WORDS.of_thing.contains(&word) {
                beside.organization += 1;
                break;
            }
        }
        beside
    }

    fn entry(&self, position: u64, from: usize, size: usize) -> Option<Entry> {
        let words = self.forms.get(from..from + size)?;
        let inside = self.sentence.start <= from && from + size <= self.sentence.end;
        let key = words.iter().fold(position, |key, form| feature(key, &[form.word]));
        inside.then(|| TABLE.get(&key).copied()).flatten()
    }
}

impl Beside {
    fn add(&mut self, entry: Option<Entry>) {
        let Some((kind, weight)) = entry else { return };
        *match kind {
            Cued::Person => &mut self.person,
            Cued::Organization => &mut self.organization,
            Cued::Place => &mut self.place,
            Cued::Team => &mut self.team,
        } += weight;
    }
}

/// Whether the lists have the whole name.
fn is_entry(listed: &[u16], kinds: u16) -> bool {
    listed.first().is_some_and(|first| first & kinds != 0)
        && listed
            .iter()
            .enumerate()
            .all(|(at, kinds)| (kinds & gazetteer::INSIDE != 0) == (at > 0))
}

fn has(listed: &[u16], kinds: u16) -> bool {
    listed.iter().any(|found| found & kinds != 0)
}

const BEFORE: u64 = 1;
const AFTER: u64 = 2;
const OWNED: u64 = 3;

/// What a word sequence beside a name tells, and how many points that is.
type Entry = (Cued, u32);

#[derive(Clone, Copy)]
enum Cued {
    Person,
    Organization,
    Place,
    Team,
}

static TABLE: LazyLock<FxHashMap<u64, Entry>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for line in lines(include_str!("data/names/cues.tsv")) {
        let mut fields = line.split('\t');
        let position = match fields.next() {
            Some("before") => BEFORE,
            Some("after") => AFTER,
            _ => OWNED,
        };
        let kind = match fields.next() {
            Some("person") => Cued::Person,
            Some("organization") => Cued::Organization,
            Some("place") => Cued::Place,
            _ => Cued::Team,
        };
        let weight = fields.next().and_then(|weight| weight.parse().ok()).unwrap_or(0);
        for sequence in fields.next().unwrap_or("").split(',') {
            let key = sequence
                .split_whitespace()
                .fold(position, |key, word| feature(key, &[Form::new(word).word]));
            table.entry(key).or_insert((kind, weight));
        }
    }
    table
});

struct Words {
    the: u64,
    owns: u64,
    comma: u64,
    of_person: Vec<u64>,
    of_thing: Vec<u64>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let word = |word: &str| Form::new(word).word;
    Words {
        the: word("the"),
        owns: word("'s"),
        comma: word(","),
        of_person: ["he", "she", "his", "her", "him", "himself", "herself", "who", "whose"]
            .map(word)
            .to_vec(),
        of_thing: ["it", "its", "itself"].map(word).to_vec(),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_of_cues_is_well_formed() {
        for line in lines(include_str!("data/names/cues.tsv")) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields.len(), 4, "{line}");
            assert!(["before", "after", "owned"].contains(&fields[0]), "{line}");
            assert!(
                ["person", "organization", "place", "team"].contains(&fields[1]),
                "{line}"
            );
            assert!(fields[2].parse::<u32>().is_ok(), "{line}");
            let longest = fields[3].split(',').map(|words| words.split_whitespace().count()).max();
            assert!(longest <= Some(LONGEST), "{line}");
        }
    }
}
