//! The newsroom's actor file as data: who is known, under which names. It reads no file and judges no draft.

mod entry;
mod key;
mod recognise;

pub use entry::{Entry, EntryKind, Title};
pub use key::key;
pub(in crate::analysis) use recognise::recognise;

use rayon::prelude::*;

/// Index into [`Register::entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub usize);

/// All entries of an actor file with the indexes that find them by name. An immutable value, meant to be shared.
///
/// Costs about 400 bytes for an entry with a title and two further names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    entries: Vec<Entry>,
    names: Names,
}

/// The names of entries, by what they are looked up by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Names {
    /// Every name and spelling by the hash of its key, sorted.
    by_key: Vec<Named>,
    /// People by the hash of the key's first and last word, where their name has several; sorted.
    by_word: Vec<(u64, u32)>,
    /// People by the first letters of the first and the last word, sorted.
    by_initials: Vec<(u64, u32)>,
}

impl Names {
    /// The names of the entries from the one with number `first`, not sorted yet.
    fn of(first: usize, entries: &[Entry]) -> Self {
        let mut names = Self::default();
        for (at, entry) in entries.iter().enumerate() {
            let at = u32::try_from(first + at).unwrap_or(u32::MAX);
            for (spelling, index, text) in spellings(entry) {
                let key = key(text);
                names.by_key.push(Named {
                    hash: key::hash(&key),
                    entry: at,
                    spelling,
                    index,
                });
                if spelling == Spelling::Misspelling || entry.kind != EntryKind::Person {
                    continue;
                }
                if let Some((first, last)) = edges(&key) {
                    names.by_word.push((key::hash(last), at));
                    names.by_word.push((key::hash(first), at));
                    names.by_initials.push((initials(first, last), at));
                }
            }
        }
        names
    }
}

/// How many entries are indexed at a time.
const PART: usize = 1024;

/// Where a name stands in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    hash: u64,
    entry: u32,
    spelling: Spelling,
    /// Which of the entry's aliases or misspellings it is.
    index: u32,
}

/// What a spelling is to its entry, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spelling {
    /// The name the newsroom prefers.
    Preferred,
    /// Another right name.
    Alias,
    /// A wrong spelling that the file lists.
    Misspelling,
}

/// An entry that was found by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// What the name is to it.
    pub spelling: Spelling,
    /// Whether the name is written letter for letter as in the file.
    pub is_exact: bool,
}

/// Two entries, or two lists of one entry, claim the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The name as the later one writes it.
    pub name: String,
    /// Who has it first, and as what.
    pub first: (EntryId, Spelling),
    /// Who claims it again.
    pub second: (EntryId, Spelling),
}

/// How many entries with the same key or the same initials are looked at, so that every look-up is short.
const LOOKED_AT: usize = 512;

impl Register {
    /// The register of these entries. Entries that claim one name are kept, and the name then finds none of them; see
    /// [`Register::conflicts`]. Costs a sort of the names.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        // A sort by hash and place, whatever the order it begins with: the same with any number of threads.
        let parts: Vec<Names> = entries
            .par_chunks(PART)
            .enumerate()
            .map(|(part, entries)| Names::of(part * PART, entries))
            .collect();
        let mut names = Names::default();
        names
            .by_key
            .reserve_exact(parts.iter().map(|part| part.by_key.len()).sum());
        for part in parts {
            names.by_key.extend(part.by_key);
            names.by_word.extend(part.by_word);
            names.by_initials.extend(part.by_initials);
        }
        names.by_key.par_sort_unstable();
        names.by_word.par_sort_unstable();
        names.by_word.dedup();
        names.by_word.shrink_to_fit();
        names.by_initials.par_sort_unstable();
        names.by_initials.dedup();
        names.by_initials.shrink_to_fit();
        Self { entries, names }
    }

    /// The entries in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// An entry.
    #[must_use]
    pub fn get(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(id.0)
    }

    /// The entry with this id. Linear in the number of entries.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<EntryId> {
        self.entries.iter().position(|entry| entry.id == id).map(EntryId)
    }

    /// The only entry that has this name, alias or listed misspelling: written exactly so, or else but for case, accents,
    /// marks, articles and corporate suffixes. Logarithmic in the number of names.
    ///
    /// ```
    /// use copydesk::analysis::register::{Entry, EntryKind, Register, Spelling};
    ///
    /// let register = Register::new(vec![Entry::named("weil", EntryKind::Person, "Rosa Weíl")]);
    /// let hit = register.find("Rosa Weil").expect("accents do not matter");
    /// assert_eq!((hit.spelling, hit.is_exact), (Spelling::Preferred, false));
    /// assert!(register.find("Weil").is_none());
    /// ```
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Hit> {
        let key = key(name);
        let hash = key::hash(&key);
        let from = self.names.by_key.partition_point(|named| named.hash < hash);
        let mut hits: Vec<Hit> = Vec::new();
        for named in self
            .names
            .by_key
            .iter()
            .skip(from)
            .take_while(|named| named.hash == hash)
            .take(LOOKED_AT)
        {
            let Some(text) = self.text(named) else { continue };
            if self::key(text) == key {
                hits.push(Hit {
                    entry: EntryId(named.entry as usize),
                    spelling: named.spelling,
                    is_exact: text == name,
                });
            }
        }
        let best = |exact: bool| {
            let mut fitting = hits.iter().filter(|hit| hit.is_exact || !exact);
            let first = *fitting.next()?;
            fitting.all(|hit| hit.entry == first.entry).then_some(first)
        };
        best(true).or_else(|| best(false))
    }

    /// The only person in whose name of several words `word` is the last word or, where it is nobody's last word, the
    /// first: a short name as drafts use it.
    #[must_use]
    pub fn called(&self, word: &str) -> Option<EntryId> {
        let wanted = key(word);
        if wanted.is_empty() || wanted.contains(' ') {
            return None;
        }
        let hash = key::hash(&wanted);
        let from = self.names.by_word.partition_point(|(known, _)| *known < hash);
        let near = self
            .names
            .by_word
            .iter()
            .skip(from)
            .take_while(|(known, _)| *known == hash)
            .take(LOOKED_AT);
        let (mut last, mut first) = (Vec::new(), Vec::new());
        for (_, at) in near {
            let id = EntryId(*at as usize);
            let Some(entry) = self.get(id) else { continue };
            let names = || std::iter::once(&entry.name).chain(&entry.aliases).map(|name| key(name));
            if names().any(|name| edges(&name).is_some_and(|(_, end)| end == wanted)) {
                last.push(id);
            } else if names().any(|name| edges(&name).is_some_and(|(start, _)| start == wanted)) {
                first.push(id);
            }
        }
        match (last.as_slice(), first.as_slice()) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => None,
        }
    }

    /// People whose names of several words begin with the same letters as those of `name` do: where a wrong spelling of
    /// them would be looked for. At most 512.
    pub fn with_initials_of(&self, name: &str) -> impl Iterator<Item = EntryId> {
        let wanted = edges(&key(name)).map(|(first, last)| initials(first, last));
        let from = wanted.map_or(self.names.by_initials.len(), |wanted| {
            self.names.by_initials.partition_point(|(known, _)| *known < wanted)
        });
        self.names
            .by_initials
            .iter()
            .skip(from)
            .take_while(move |(known, _)| Some(*known) == wanted)
            .take(LOOKED_AT)
            .map(|(_, at)| EntryId(*at as usize))
    }

    /// Names that are claimed twice: by two entries, or as a right and a wrong spelling of one. In the order of the later
    /// claims in the file. Case counts for nothing, accents do: "Peña" may list "Pena" as a misspelling.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for group in self
            .names
            .by_key
            .chunk_by(|one, other| one.hash == other.hash)
            .filter(|group| group.len() > 1)
        {
            // Short lists: as many as claim one key, cut off where nobody would read on.
            let mut seen: Vec<(String, &Named)> = Vec::new();
            for named in group.iter().take(LOOKED_AT) {
                let Some(text) = self.text(named) else { continue };
                let folded = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                match seen.iter().find(|(known, _)| *known == folded) {
                    Some((_, first)) if first.entry != named.entry || first.spelling != named.spelling => {
                        // The claims of one group come sorted by entry, the first one in the file first.
                        conflicts.push(Conflict {
                            name: text.to_owned(),
                            first: (EntryId(first.entry as usize), first.spelling),
                            second: (EntryId(named.entry as usize), named.spelling),
                        });
                    }
                    Some(_) => {}
                    None => seen.push((folded, named)),
                }
            }
        }
        conflicts.sort_by(|one, other| (one.second, &one.name).cmp(&(other.second, &other.name)));
        conflicts
    }

    fn text(&self, named: &Named) -> Option<&str> {
        let entry = self.entries.get(named.entry as usize)?;
        let index = named.index as usize;
        match named.spelling {
            Spelling::Preferred => Some(&entry.name),
            Spelling::Alias => entry.aliases.get(index).map(|text| text.as_str()),
            Spelling::Misspelling => entry.misspellings.get(index).map(|text| text.as_str()),
        }
    }
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

/// The first and the last word of a key of several words.
fn edges(key: &str) -> Option<(&str, &str)> {
    let (first, rest) = key.split_once(' ')?;
    Some((first, rest.rsplit(' ').next().unwrap_or(rest)))
}

fn initials(first: &str, last: &str) -> u64 {
    let letter = |word: &str| word.chars().next().map_or(0, |letter| u64::from(u32::from(letter)));
    letter(last) << 32 | letter(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, aliases: &[&str], misspellings: &[&str]) -> Entry {
        Entry {
            aliases: aliases.iter().map(|text| (*text).into()).collect(),
            misspellings: misspellings.iter().map(|text| (*text).into()).collect(),
            ..Entry::named(name, EntryKind::Person, name)
        }
    }

    #[test]
    fn names_aliases_and_misspellings_are_found() {
        let register = Register::new(vec![person("Rosa Weil", &["R. B. Weil"], &["Rosa Wiel"])]);
        for (name, spelling, is_exact) in [
            ("Rosa Weil", Spelling::Preferred, true),
            ("ROSA WEIL", Spelling::Preferred, false),
            ("r. b. weil", Spelling::Alias, false),
            ("Rosa Wiel", Spelling::Misspelling, true),
        ] {
            let entry = EntryId(0);
            let wanted = Hit {
                entry,
                spelling,
                is_exact,
            };
            assert_eq!(register.find(name), Some(wanted), "{name}");
        }
        assert_eq!(register.find("Weil"), None);
    }

    #[test]
    fn short_names_are_found_where_one_person_has_them() {
        let register = Register::new(vec![
            person("Rosa Weil", &[], &[]),
            person("Ana Ruiz", &[], &[]),
            person("Tomás Ruiz", &[], &[]),
            person("Wang Dao", &[], &[]),
        ]);
        assert_eq!(register.called("Weil"), Some(EntryId(0)));
        assert_eq!(register.called("Ruiz"), None);
        assert_eq!(register.called("Wang"), Some(EntryId(3)));
        assert_eq!(register.called("Holt"), None);
    }

    #[test]
    fn an_accent_tells_two_entries_apart() {
        let register = Register::new(vec![person("Ana Peña", &[], &[]), person("Ana Pena", &[], &[])]);
        assert_eq!(register.conflicts(), []);
        assert_eq!(register.find("Ana Pena").map(|hit| hit.entry), Some(EntryId(1)));
        assert_eq!(register.find("ANA PENA"), None);
    }

    #[test]
    fn names_claimed_twice_are_told() {
        let register = Register::new(vec![
            person("Rosa Weil", &["Rosa Holt"], &[]),
            person("Rosa Lund", &["rosa holt"], &["Rosa Weil"]),
            person("Ana Peña", &[], &["Ana Pena", "ANA PEÑA"]),
        ]);
        let told: Vec<_> = register
            .conflicts()
            .into_iter()
            .map(|conflict| {
                (
                    conflict.name,
                    conflict.first.0.0,
                    conflict.second.0.0,
                    conflict.second.1,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("rosa holt".to_owned(), 0, 1, Spelling::Alias),
                ("Rosa Weil".to_owned(), 0, 1, Spelling::Misspelling),
                ("ANA PEÑA".to_owned(), 2, 2, Spelling::Misspelling),
            ]
        );
    }

    #[test]
    fn candidates_for_a_wrong_spelling_begin_alike() {
        let register = Register::new(vec![person("Sergei Petrov", &[], &[]), person("Rosa Weil", &[], &[])]);
        let found: Vec<_> = register.with_initials_of("Sergey Petrof").collect();
        assert_eq!(found, [EntryId(0)]);
    }
}
