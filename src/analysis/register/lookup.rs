//! Finds entries by name: exactly, except for case and accents, by a short name, by initials. Two entries that fit equally well
//! are not chosen between.

use crate::analysis::register::entries::Register;
use crate::analysis::register::key::{edges, key};
use crate::analysis::register::{EntryId, Hit};

impl Register {
    /// The only entry that has this name, alias or listed misspelling: written exactly so, or else differing only in case, accents,
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
        let wanted = key(name);
        let hits: Vec<Hit> = self
            .names
            .with_key(&wanted)
            .filter_map(|claim| Some((claim, claim.text(self.entries())?)))
            .filter(|(_, text)| key(text) == wanted)
            .map(|(claim, text)| Hit {
                entry: claim.entry(),
                spelling: claim.spelling,
                is_exact: text == name,
            })
            .collect();
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
        let (mut last, mut first) = (Vec::new(), Vec::new());
        for id in self.names.with_word(&wanted) {
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
        self.names.with_initials_of(&key(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::register::Spelling;
    use crate::analysis::register::testing::person;

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
    fn candidates_for_a_wrong_spelling_begin_alike() {
        let register = Register::new(vec![person("Sergei Petrov", &[], &[]), person("Rosa Weil", &[], &[])]);
        let found: Vec<_> = register.with_initials_of("Sergey Petrof").collect();
        assert_eq!(found, [EntryId(0)]);
    }
}
