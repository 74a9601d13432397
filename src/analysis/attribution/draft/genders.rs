//! The usual gender of those whose given names a draft has shown so far, by the last words of their names in lowercase. What the
//! last version noted can be looked up, so that the names before a change need not be read again. It reads no names.

use std::cell::RefCell;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::language::Gender;
use crate::markup::BlockId;

/// What one mention of a name shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GenderNote {
    /// The gender that is marked, or else the one that the given name usually goes with.
    pub gender: Option<Gender>,
    /// Whether a given name is before the last one.
    pub is_full: bool,
}

/// What is known of a name: nothing, or its gender, which is `None` if two people of one name differ.
type Known = Option<Option<Gender>>;

impl GenderNote {
    /// What is known after this note.
    fn after(self, known: Known) -> Option<Gender> {
        match known {
            Some(known) if self.is_full && self.gender.is_some() && known != self.gender => {
                known.is_none().then_some(self.gender).flatten()
            }
            // Whoever goes by a given name alone has that name's gender, if no family name is the same.
            Some(known) => known,
            None => self.gender,
        }
    }
}

/// What a draft has shown so far.
#[derive(Debug, Default)]
pub struct Genders<'a> {
    known: RefCell<FxHashMap<SmolStr, Option<Gender>>>,
    /// What was noted before a block, in the last version.
    earlier: Option<(&'a NotedGenders, BlockId)>,
    /// The names that were looked up or noted since somebody asked; only if they are wanted.
    used: Option<RefCell<UsedNames>>,
}

/// The names that the gender of a block's people was noted or looked up by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsedNames {
    noted: Vec<(SmolStr, GenderNote)>,
    asked: Vec<SmolStr>,
}

impl UsedNames {
    /// Whether one of these names is among them.
    pub fn have_any(&self, names: &[SmolStr]) -> bool {
        let mut used = self.noted.iter().map(|(name, _)| name).chain(&self.asked);
        used.any(|name| names.contains(name))
    }
}

impl<'a> Genders<'a> {
    /// For a draft that is read for the first time but will be read again.
    pub fn recording() -> Self {
        Self {
            used: Some(RefCell::default()),
            ..Self::default()
        }
    }

    /// What was known before a block in the last version.
    pub fn before(noted: &'a NotedGenders, block: BlockId) -> Self {
        Self {
            earlier: Some((noted, block)),
            ..Self::recording()
        }
    }

    /// The gender of a name, as far as it is known.
    pub fn ask(&self, name: &str) -> Option<Gender> {
        if let Some(used) = &self.used {
            let asked = &mut used.borrow_mut().asked;
            if !asked.iter().any(|known| known == name) {
                asked.push(name.into());
            }
        }
        self.known(name).flatten()
    }

    /// Notes what a mention shows.
    pub fn note(&mut self, name: &str, note: GenderNote) {
        if let Some(used) = &mut self.used {
            used.get_mut().noted.push((name.into(), note));
        }
        let known = self.known(name);
        let after = note.after(known);
        if known != Some(after) {
            self.known.get_mut().insert(name.into(), after);
        }
    }

    /// The names that were used since this was asked last.
    pub fn take_used(&mut self) -> UsedNames {
        self.used.as_mut().map(|used| used.take()).unwrap_or_default()
    }

    fn known(&self, name: &str) -> Known {
        if let Some(known) = self.known.borrow().get(name) {
            return Some(*known);
        }
        let (noted, before) = self.earlier?;
        let known = noted.known(name, before)?;
        self.known.borrow_mut().insert(name.into(), known);
        Some(known)
    }
}

/// All notes of one version, by name and in the order of the text.
#[derive(Debug, Default)]
pub struct NotedGenders(FxHashMap<SmolStr, Vec<(BlockId, GenderNote)>>);

impl NotedGenders {
    /// What was noted in each block.
    pub fn of(used: &[UsedNames]) -> Self {
        let mut noted = Self::default();
        for (block, used) in BlockId::number(used) {
            for (name, note) in &used.noted {
                noted.0.entry(name.clone()).or_default().push((block, *note));
            }
        }
        noted
    }

    /// What is known of a name before a block. Linear in the notes of that name.
    fn known(&self, name: &str, before: BlockId) -> Known {
        let notes = self.0.get(name)?.iter().take_while(|(block, _)| *block < before);
        notes.fold(None, |known, (_, note)| Some(note.after(known)))
    }

    /// Of the names that a block notes otherwise than before those of which something else is known before the block `end`.
    /// `blocks` are the blocks with their uses in the last version and in this one.
    pub fn differing<'a>(
        &self,
        blocks: impl Iterator<Item = (&'a UsedNames, &'a UsedNames)>,
        end: BlockId,
        now: &Genders<'_>,
    ) -> Vec<SmolStr> {
        let mut differing: Vec<SmolStr> = Vec::new();
        for (was, is) in blocks.filter(|(was, is)| was.noted != is.noted) {
            for (name, _) in was.noted.iter().chain(&is.noted) {
                if !differing.contains(name) && self.known(name, end) != now.known(name) {
                    differing.push(name.clone());
                }
            }
        }
        differing
    }

    /// Puts what a block notes in the place of what it noted.
    pub fn replace(&mut self, block: BlockId, was: &UsedNames, is: &UsedNames) {
        if was.noted == is.noted {
            return;
        }
        for (name, _) in &was.noted {
            if let Some(notes) = self.0.get_mut(name) {
                notes.retain(|(noted, _)| *noted != block);
                if notes.is_empty() {
                    self.0.remove(name);
                }
            }
        }
        for (name, note) in &is.noted {
            let notes = self.0.entry(name.clone()).or_default();
            let at = notes.partition_point(|(noted, _)| *noted <= block);
            notes.insert(at, (block, *note));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_before_a_block_is_known_without_reading() {
        let note = |gender, is_full| GenderNote { gender, is_full };
        let mut genders = Genders::recording();
        let mut blocks = Vec::new();
        for (name, note) in [
            ("lund", note(Some(Gender::Feminine), true)),
            ("lund", note(None, false)),
            ("lund", note(Some(Gender::Masculine), true)),
            ("weil", note(None, true)),
        ] {
            genders.note(name, note);
            blocks.push(genders.take_used());
        }
        let noted = NotedGenders::of(&blocks);
        let before = |block: usize| Genders::before(&noted, BlockId(block));
        assert_eq!(before(2).ask("lund"), Some(Gender::Feminine));
        assert_eq!(before(3).ask("lund"), None);
        assert_eq!(before(3).known("weil"), None);
        assert_eq!(before(4).known("weil"), Some(None));
    }

    #[test]
    fn a_name_differs_where_something_else_is_known_of_it_afterwards() {
        let use_of = |name: &str, gender| UsedNames {
            noted: vec![(name.into(), GenderNote { gender, is_full: true })],
            asked: Vec::new(),
        };
        let (was, is) = (use_of("lund", None), use_of("lund", Some(Gender::Feminine)));
        let later = use_of("lund", Some(Gender::Feminine));
        let mut noted = NotedGenders::of(&[was.clone(), later.clone()]);
        let mut now = Genders::before(&noted, BlockId(0));
        now.note("lund", is.noted[0].1);
        let one = [(&was, &is)];
        assert_eq!(noted.differing(one.into_iter(), BlockId(1), &now), ["lund"]);
        now.note("lund", later.noted[0].1);
        assert!(noted.differing(one.into_iter(), BlockId(2), &now).is_empty());
        noted.replace(BlockId(0), &was, &is);
        assert_eq!(noted.known("lund", BlockId(1)), Some(Some(Gender::Feminine)));
    }
}
