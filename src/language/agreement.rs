//! Names over a whole draft: what one paragraph knows, the others learn. It never reads a name that no paragraph has.
//!
//! It works in three steps, so that an edit redoes one paragraph: [`NameCues`] are what a paragraph tells of its names,
//! a pure function of the paragraph; a [`Poll`] counts the cues of all paragraphs; [`agreed`] gives the names of a
//! paragraph as the draft as a whole has them.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::name_cues::{Cue, NameCues, key};
use crate::language::{Language, Name, NameKind};

/// How often a word must stand for a person before its loneliness is telling.
const LONELY: u32 = 3;

/// How many points make a town a team.
const TEAM: u32 = 4;

/// The longest name that is looked for where a paragraph missed it, in words.
const LONGEST: usize = 6;

/// What the draft as a whole says of its names.
#[derive(Clone, Debug, Default)]
pub struct Poll {
    kinds: FxHashMap<u64, NameKind>,
    /// Names of towns by which the draft means their teams.
    teams: FxHashSet<u64>,
    /// The last words of people's full names.
    surnames: FxHashSet<u64>,
    /// The first words of names, with the size of the longest.
    first_words: FxHashMap<u64, usize>,
}

/// The votes for a word sequence.
#[derive(Default)]
struct Votes {
    counts: [u32; 4],
    /// Whether it has several words.
    several: bool,
    /// Whether the words beside it ever speak of a person.
    is_person: bool,
    /// Points that say that it plays.
    team: u32,
    mentions: u32,
}

impl Votes {
    fn add(&mut self, kind: NameKind, weight: u32) {
        if let Some(count) = self.counts.get_mut(kind as usize) {
            *count += weight;
        }
    }

    /// The kind with clearly more votes than any other.
    fn winner(&self) -> Option<NameKind> {
        let kinds = [
            NameKind::Person,
            NameKind::Organization,
            NameKind::Place,
            NameKind::Other,
        ];
        let (kind, top) = kinds
            .into_iter()
            .zip(self.counts)
            .max_by_key(|(kind, count)| (*count, std::cmp::Reverse(*kind)))?;
        let rest: u32 = self.counts.iter().sum::<u32>() - top;
        (top > rest).then_some(kind)
    }
}

impl Poll {
    /// Counts the cues of all paragraphs of a draft. Linear in the number of names.
    #[must_use]
    pub fn of<'a>(paragraphs: impl Iterator<Item = &'a NameCues>) -> Self {
        let mut votes: FxHashMap<u64, Votes> = FxHashMap::default();
        let mut introduced: FxHashSet<u64> = FxHashSet::default();
        let mut surnames: FxHashSet<u64> = FxHashSet::default();
        let mut first_words: FxHashMap<u64, usize> = FxHashMap::default();
        for (cue, words) in paragraphs.flat_map(NameCues::each) {
            if let Some(first) = words.first() {
                let longest = first_words.entry(*first).or_default();
                *longest = words.len().min(LONGEST).max(*longest);
            }
            let of_name = votes.entry(cue.key).or_default();
            of_name.several |= words.len() > 1;
            of_name.add(cue.kind, 1 + u32::from(words.len() > 1) + 2 * u32::from(cue.titled));
            of_name.add(NameKind::Person, cue.beside.person);
            of_name.add(NameKind::Organization, cue.beside.organization);
            of_name.add(NameKind::Place, cue.beside.place);
            of_name.is_person |= cue.beside.person > 0;
            of_name.team += cue.beside.team;
            of_name.mentions += 1;
            if cue.kind == NameKind::Person && (words.len() > 1 || cue.titled || cue.given) {
                introduced.extend(words.iter().map(|word| key(&[*word])));
            }
            if let Some(short) = cue.short {
                votes.entry(short).or_default().add(NameKind::Organization, 2);
            }
            if let [_, .., last] = words
                && cue.kind == NameKind::Person
            {
                let surname = key(&[*last]);
                first_words.entry(*last).or_insert(1);
                if surnames.insert(surname) {
                    votes.entry(surname).or_default().add(NameKind::Person, 2);
                }
            }
        }
        // A person is introduced by more than a surname: a word that stands alone every time is more often a company.
        for (words, votes) in &mut votes {
            let is_introduced = votes.several || introduced.contains(words);
            let is_lonely = !is_introduced && !votes.is_person && votes.mentions >= LONELY;
            if is_lonely && votes.winner() == Some(NameKind::Person) {
                votes
                    .counts
                    .swap(NameKind::Person as usize, NameKind::Organization as usize);
            }
        }
        let teams = votes
            .iter()
            .filter(|(_, votes)| votes.team >= TEAM)
            .map(|(words, _)| *words)
            .collect();
        let kinds = votes
            .into_iter()
            .filter_map(|(words, votes)| Some((words, votes.winner()?)))
            .collect();
        Self {
            kinds,
            teams,
            surnames,
            first_words,
        }
    }

    /// The kind of a name where it stands.
    fn kind_of(&self, cue: &Cue) -> NameKind {
        let beside = cue.beside;
        // "Jordan said" is the person where the draft has introduced one of that name.
        let is_person = cue.words.len() == 1 && self.surnames.contains(&cue.key) && beside.place == 0;
        if is_person && (cue.kind == NameKind::Person || beside.person > 0 || !cue.is_country) {
            return NameKind::Person;
        }
        if cue.is_country {
            return cue.kind;
        }
        // "Washington" may be a place here, a person there, and a team in the next paragraph.
        if cue.is_place {
            let is_team = cue.kind == NameKind::Place && self.teams.contains(&cue.key) && beside.place == 0;
            let is_organization = beside.organization > 2 && beside.place == 0;
            return if is_team || is_organization {
                NameKind::Organization
            } else {
                cue.kind
            };
        }
        self.kinds.get(&cue.key).copied().unwrap_or(cue.kind)
    }
}

/// The names of a paragraph as the whole draft has them: a surname is the person who was introduced, a word sequence bears
/// one kind, and a name that was seen once is seen everywhere. `names` are the paragraph's own, from which `cues` were read;
/// `None` where they stay as they are. Linear in the words of the paragraph.
#[must_use]
pub fn agreed(names: &[Name], cues: &NameCues, poll: &Poll) -> Option<Vec<Name>> {
    let mut agreed: Vec<Name> = names
        .iter()
        .zip(&cues.names)
        .map(|(name, cue)| Name {
            words: name.words.clone(),
            kind: poll.kind_of(cue),
        })
        .collect();
    let missed = missed(names, cues, poll);
    if !missed.is_empty() {
        agreed.extend(missed);
        agreed.sort_by_key(|name| name.words.start);
    }
    (agreed != names).then_some(agreed)
}

/// The names that other paragraphs have and this one missed.
fn missed(names: &[Name], cues: &NameCues, poll: &Poll) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut names = names.iter().peekable();
    let mut covered = 0;
    for start in cues.starts.iter().map(|start| *start as usize) {
        while let Some(name) = names.next_if(|name| name.words.start <= start) {
            covered = covered.max(name.words.end);
        }
        let Some(longest) = cues
            .words
            .get(start)
            .filter(|_| start >= covered)
            .and_then(|word| poll.first_words.get(word))
        else {
            continue;
        };
        let room = names.peek().map_or(cues.words.len(), |name| name.words.start) - start;
        for size in (1..=room.min(*longest)).rev() {
            let key = key(cues.words.get(start..start + size).unwrap_or(&[]));
            if let Some(kind) = poll.kinds.get(&key) {
                found.push(Name {
                    words: start..start + size,
                    kind: *kind,
                });
                covered = start + size;
                break;
            }
        }
    }
    found
}

/// Makes the names of a draft agree, all paragraphs at once; for tools that keep nothing between versions.
pub fn agree(texts: &[&str], languages: &mut [Language]) {
    let cues: Vec<NameCues> = texts
        .iter()
        .zip(languages.iter())
        .map(|(text, language)| NameCues::of(text, language))
        .collect();
    let poll = Poll::of(cues.iter());
    for (language, cues) in languages.iter_mut().zip(&cues) {
        if let Some(names) = agreed(&language.names, cues, &poll) {
            language.names = names;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn a_surname_is_the_person_who_was_introduced() {
        let texts = [
            "Mr. Milan Orbel met Paula Quist in Geneva on Monday.",
            "“We agreed,” Orbel said, and Quist nodded.",
        ];
        let mut languages: Vec<Language> = texts.iter().map(|text| analyse(text, embedded())).collect();
        agree(&texts, &mut languages);
        let names: Vec<(&str, NameKind)> = languages[1]
            .names
            .iter()
            .map(|name| (languages[1].span_of(name.words.clone()).of(texts[1]), name.kind))
            .collect();
        assert_eq!(names, [("Orbel", NameKind::Person), ("Quist", NameKind::Person)]);
    }
}
