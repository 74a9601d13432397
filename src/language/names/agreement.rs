//! Names over a whole draft: what one paragraph knows, the others learn. It never reads a name that no paragraph has.
//!
//! It works in three steps, so that an edit redoes one paragraph: [`NameEvidence`] is what a paragraph says about its names,
//! a pure function of the paragraph; a [`Poll`] counts the evidence of all paragraphs; [`agreed`] gives the names of a
//! paragraph as the draft as a whole has them.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::names::evidence::{NameEvidence, Sighting, key};
use crate::language::names::openers::{common_words, openers};
use crate::language::names::votes::Votes;
use crate::language::{Language, Name, NameKind};

/// What the brackets after its full name add to the letters of a thing.
const LETTERS: u32 = 6;

/// What a name adds to the kind of its short form.
const SHORT: u32 = 4;

/// The same for a thing, which may be called as people are: "Storm Bertha". It is more than a given name and "she" say together.
const SHORT_THING: u32 = 10;

/// How many points make a town a team.
const TEAM: u32 = 4;

/// The longest name that is looked for where a paragraph missed it, in words.
const LONGEST: usize = 6;

/// What the draft as a whole says about its names.
#[derive(Clone, Debug, Default)]
pub struct Poll {
    kinds: FxHashMap<u64, NameKind>,
    /// Names of towns by which the draft means their teams.
    teams: FxHashSet<u64>,
    /// The last words of people's full names.
    surnames: FxHashSet<u64>,
    /// Names that are beyond doubt in one place at least.
    seen: FxHashSet<u64>,
    /// Words that open a sentence as a name.
    openers: FxHashSet<u64>,
    /// Those of them that the draft has in small letters as well.
    common: FxHashSet<u64>,
    /// Names that the words next to them make a place somewhere: "in Jordan".
    located: FxHashSet<u64>,
    /// The first words of names, with the size of the longest.
    first_words: FxHashMap<u64, usize>,
}

impl Poll {
    /// Counts the evidence of all paragraphs of a draft. Linear in the number of names. It is long because every name goes into
    /// all tables in one walk.
    #[must_use]
    pub fn of<'a>(paragraphs: impl Iterator<Item = &'a NameEvidence>) -> Self {
        let mut votes: FxHashMap<u64, Votes> = FxHashMap::default();
        let mut introduced: FxHashSet<u64> = FxHashSet::default();
        let mut surnames: FxHashSet<u64> = FxHashSet::default();
        let mut first_words: FxHashMap<u64, usize> = FxHashMap::default();
        let mut seen: FxHashSet<u64> = FxHashSet::default();
        let mut located: FxHashSet<u64> = FxHashSet::default();
        let paragraphs: Vec<&NameEvidence> = paragraphs.collect();
        let openers = openers(&paragraphs);
        let common: FxHashSet<u64> = (paragraphs.iter())
            .flat_map(|paragraph| common_words(paragraph, &openers))
            .collect();
        for (name, words) in paragraphs.iter().flat_map(|paragraph| paragraph.each()) {
            if name.is_doubtful || name.opens && words.first().is_some_and(|word| common.contains(word)) {
                continue;
            }
            if name.nearby.place > 0 {
                located.insert(name.key);
            }
            seen.insert(name.key);
            if let Some(first) = words.first() {
                let longest = first_words.entry(*first).or_default();
                *longest = words.len().min(LONGEST).max(*longest);
            }
            let of_name = votes.entry(name.key).or_default();
            of_name.several |= words.len() > 1;
            of_name.read_as(name.kind);
            of_name.given |= name.given && words.len() > 1 || name.titled;
            of_name.add(NameKind::Person, name.nearby.person);
            of_name.add(NameKind::Organization, name.nearby.organization);
            of_name.add(NameKind::Place, name.nearby.place);
            of_name.add(NameKind::Other, name.nearby.other);
            of_name.team += name.nearby.team;
            if name.is_thing {
                of_name.add(NameKind::Other, LETTERS);
            }
            if name.kind == NameKind::Person && (words.len() > 1 || name.titled || name.given) {
                introduced.extend(words.iter().map(|word| key(&[*word])));
            }
            if let Some((short, kind)) = name.short {
                let weight = if kind == NameKind::Other { SHORT_THING } else { SHORT };
                votes.entry(short).or_default().add(kind, weight);
            }
            if let [_, .., last] = words
                && name.kind == NameKind::Person
            {
                let surname = key(&[*last]);
                seen.insert(surname);
                first_words.entry(*last).or_insert(1);
                if surnames.insert(surname) {
                    votes.entry(surname).or_default().add(NameKind::Person, 3);
                }
            }
        }
        let teams = votes
            .iter()
            .filter(|(_, votes)| votes.team >= TEAM)
            .map(|(words, _)| *words)
            .collect();
        let kinds = votes
            .into_iter()
            .filter_map(|(words, votes)| Some((words, votes.winner(introduced.contains(&words))?)))
            .collect();
        Self {
            kinds,
            teams,
            surnames,
            seen,
            openers,
            common,
            located,
            first_words,
        }
    }

    /// Whether a draft says the same of its names when one of its paragraphs, `was`, is another one, `is`.
    #[must_use]
    pub fn stays(&self, was: &NameEvidence, is: &NameEvidence) -> bool {
        was.votes_like(is) && common_words(was, &self.openers) == common_words(is, &self.openers)
    }

    /// The kind of a name in one place.
    fn kind_of(&self, name: &Sighting) -> NameKind {
        let nearby = name.nearby;
        // "Jordan said" is the person where the draft has introduced one of that name, and nowhere says "in Jordan".
        let is_person = name.words.len() == 1 && self.surnames.contains(&name.key) && nearby.place == 0;
        let is_country = name.is_country && self.located.contains(&name.key);
        if is_person && (name.kind == NameKind::Person || nearby.person > 0 || !is_country) {
            return NameKind::Person;
        }
        if name.is_country {
            return name.kind;
        }
        // "Washington" may be a place here, a person there, and a team in the next paragraph.
        if name.is_place {
            let is_team = name.kind == NameKind::Place
                && self.teams.contains(&name.key)
                && nearby.place == 0
                && !name.in_capitals;
            let is_organization = nearby.organization > 2 && nearby.place == 0;
            let is_plain = nearby.organization == 0 && nearby.team == 0 && !self.teams.contains(&name.key);
            return match name.kind {
                NameKind::Organization if is_plain => NameKind::Place,
                _ if is_team || is_organization => NameKind::Organization,
                kind => kind,
            };
        }
        if name.is_other && name.kind == NameKind::Other {
            return name.kind;
        }
        self.kinds.get(&name.key).copied().unwrap_or(name.kind)
    }

    /// Whether a name is one: not if only its place gives it a capital letter, and the draft has it nowhere else.
    fn is_name(&self, name: &Sighting, words: &[u64]) -> bool {
        let is_common = name.opens && words.first().is_some_and(|word| self.common.contains(word));
        !name.is_doubtful && !is_common || self.seen.contains(&name.key)
    }
}

/// The names of a paragraph as the whole draft has them: a surname is the person who was introduced, a word sequence bears
/// one kind, and a name that was seen once is seen everywhere. `names` are the paragraph's own, from which `evidence` was read;
/// `None` where they stay as they are. Linear in the words of the paragraph.
#[must_use]
pub fn agreed(names: &[Name], evidence: &NameEvidence, poll: &Poll) -> Option<Vec<Name>> {
    let mut agreed: Vec<Name> = names
        .iter()
        .zip(&evidence.names)
        .filter(|(name, seen)| {
            let words = evidence.words.get(name.words.clone()).unwrap_or(&[]);
            poll.is_name(seen, words)
        })
        .map(|(name, seen)| Name {
            words: name.words.clone(),
            kind: poll.kind_of(seen),
        })
        .collect();
    let own = agreed.len();
    agreed.extend(evidence.unread.iter().map(|name| Name {
        words: name.words.clone(),
        kind: poll.kind_of(name),
    }));
    if agreed.len() > own {
        agreed.sort_by_key(|name| name.words.start);
    }
    let missed = missed(&agreed, evidence, poll);
    if !missed.is_empty() {
        agreed.extend(missed);
        agreed.sort_by_key(|name| name.words.start);
    }
    (agreed != names).then_some(agreed)
}

/// The names that other paragraphs have and this one missed.
fn missed(names: &[Name], evidence: &NameEvidence, poll: &Poll) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    let mut names = names.iter().peekable();
    let mut covered = 0;
    for start in evidence.starts.iter().map(|start| *start as usize) {
        while let Some(name) = names.next_if(|name| name.words.start <= start) {
            covered = covered.max(name.words.end);
        }
        let Some(longest) = evidence
            .words
            .get(start)
            .filter(|_| start >= covered)
            .and_then(|word| poll.first_words.get(word))
        else {
            continue;
        };
        let room = names.peek().map_or(evidence.words.len(), |name| name.words.start) - start;
        for size in (1..=room.min(*longest)).rev() {
            let key = key(evidence.words.get(start..start + size).unwrap_or(&[]));
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
    let evidence: Vec<NameEvidence> = texts
        .iter()
        .zip(languages.iter())
        .map(|(text, language)| NameEvidence::of(text, language))
        .collect();
    let poll = Poll::of(evidence.iter());
    for (language, of_names) in languages.iter_mut().zip(&evidence) {
        if let Some(names) = agreed(&language.names, of_names, &poll) {
            language.names = names;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn the_words_next_to_a_name_outweigh_how_the_model_reads_it() {
        let texts = [
            "Shares of Orbel rose on Monday.",
            "Orbel said it would close two plants.",
            "The plants are old, a spokesman for Orbel said.",
        ];
        let mut languages: Vec<Language> = texts.iter().map(|text| analyse(text, embedded())).collect();
        agree(&texts, &mut languages);
        for language in &languages {
            let kinds: Vec<NameKind> = language.names.iter().map(|name| name.kind).collect();
            assert_eq!(kinds, [NameKind::Organization]);
        }
    }

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
