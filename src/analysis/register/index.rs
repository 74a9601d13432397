//! The names of a register by what they are looked up by: their key, a word, their initials. It answers no question itself;
//! a hash may be shared, so that whoever finds a name compares.

use crate::analysis::register::key::{edges, hash, initials, key};
use crate::analysis::register::{Entry, EntryId, EntryKind, Spelling};
use crate::text::parallel;

/// How many entries are indexed at a time.
const PORTION: usize = 1024;

/// How many names with the same key or the same initials are looked at, so that every look-up is short.
pub(super) const LOOKED_AT: usize = 512;

/// The names of entries, by what they are looked up by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NameIndex {
    /// Every name and spelling by the hash of its key, sorted.
    by_key: Vec<NameClaim>,
    /// People by the hash of the key's first and last word, where their name has several; sorted.
    by_word: Vec<(u64, u32)>,
    /// People by the first letters of the first and the last word, sorted.
    by_initials: Vec<(u64, u32)>,
}

/// That an entry has a name, and where it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NameClaim {
    hash: u64,
    entry: u32,
    /// What the name is to the entry.
    pub spelling: Spelling,
    /// Which of the entry's aliases or misspellings it is.
    index: u32,
}

impl NameClaim {
    /// The entry that claims the name.
    pub fn entry(&self) -> EntryId {
        EntryId(self.entry as usize)
    }

    /// The name as the entry writes it.
    pub fn text<'a>(&self, entries: &'a [Entry]) -> Option<&'a str> {
        let entry = entries.get(self.entry as usize)?;
        let index = self.index as usize;
        match self.spelling {
            Spelling::Preferred => Some(&entry.name),
            Spelling::Alias => entry.aliases.get(index).map(|text| text.as_str()),
            Spelling::Misspelling => entry.misspellings.get(index).map(|text| text.as_str()),
        }
    }
}

impl NameIndex {
    /// The names of these entries. Costs a sort of the names, on all cores; by hash and place, whatever the order it begins
    /// with, so that the index is the same with any number of threads.
    pub fn of(entries: &[Entry]) -> Self {
        let portions = parallel::map_chunks(entries, PORTION, |portion, entries| {
            Self::unsorted(portion * PORTION, entries)
        });
        let mut names = Self::default();
        names
            .by_key
            .reserve_exact(portions.iter().map(|portion| portion.by_key.len()).sum());
        for portion in portions {
            names.by_key.extend(portion.by_key);
            names.by_word.extend(portion.by_word);
            names.by_initials.extend(portion.by_initials);
        }
        parallel::sort_unstable(&mut names.by_key);
        parallel::sort_unstable(&mut names.by_word);
        names.by_word.dedup();
        names.by_word.shrink_to_fit();
        parallel::sort_unstable(&mut names.by_initials);
        names.by_initials.dedup();
        names.by_initials.shrink_to_fit();
        names
    }

    /// The names of the entries from the one with number `first`.
    fn unsorted(first: usize, entries: &[Entry]) -> Self {
        let mut names = Self::default();
        for (at, entry) in entries.iter().enumerate() {
            let at = u32::try_from(first + at).unwrap_or(u32::MAX);
            for (spelling, index, text) in spellings(entry) {
                let key = key(text);
                names.by_key.push(NameClaim {
                    hash: hash(&key),
                    entry: at,
                    spelling,
                    index,
                });
                if spelling == Spelling::Misspelling || entry.kind != EntryKind::Person {
                    continue;
                }
                if let Some((first, last)) = edges(&key) {
                    names.by_word.push((hash(last), at));
                    names.by_word.push((hash(first), at));
                    names.by_initials.push((initials(first, last), at));
                }
            }
        }
        names
    }

    /// The claims of names with this key, and perhaps some others.
    pub fn with_key<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a NameClaim> + use<'a> {
        let hash = hash(key);
        let from = self.by_key.partition_point(|claim| claim.hash < hash);
        self.by_key
            .iter()
            .skip(from)
            .take_while(move |claim| claim.hash == hash)
            .take(LOOKED_AT)
    }

    /// The people whose names begin or end with this word, and perhaps some others.
    pub fn with_word<'a>(&'a self, word: &str) -> impl Iterator<Item = EntryId> + use<'a> {
        equal(&self.by_word, Some(hash(word)))
    }

    /// The people whose names have the initials of this key.
    pub fn with_initials_of<'a>(&'a self, key: &str) -> impl Iterator<Item = EntryId> + use<'a> {
        equal(&self.by_initials, edges(key).map(|(first, last)| initials(first, last)))
    }

    /// Claims of the same key, at least two at a time, each entry's in the order of the file.
    pub fn claimed_together(&self) -> impl Iterator<Item = &[NameClaim]> {
        self.by_key
            .chunk_by(|one, other| one.hash == other.hash)
            .filter(|group| group.len() > 1)
    }
}

/// The entries under `wanted` in a sorted list.
fn equal(list: &[(u64, u32)], wanted: Option<u64>) -> impl Iterator<Item = EntryId> {
    let from = wanted.map_or(list.len(), |wanted| list.partition_point(|(known, _)| *known < wanted));
    list.iter()
        .skip(from)
        .take_while(move |(known, _)| Some(*known) == wanted)
        .take(LOOKED_AT)
        .map(|(_, at)| EntryId(*at as usize))
}

fn spellings(entry: &Entry) -> impl Iterator<Item = (Spelling, u32, &str)> {
    let aliases = (0u32..)
        .zip(&entry.aliases)
        .map(|(at, text)| (Spelling::Alias, at, text.as_str()));
    let wrong = (0u32..)
        .zip(&entry.misspellings)
        .map(|(at, text)| (Spelling::Misspelling, at, text.as_str()));
    std::iter::once((Spelling::Preferred, 0, entry.name.as_str()))
        .chain(aliases)
        .chain(wrong)
}
