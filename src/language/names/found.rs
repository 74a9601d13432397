//! The names of a sentence while steps mend them: always in order and without overlap. It knows nothing about words.

use std::ops::Range;

use crate::language::{Name, NameKind};

/// The names that are found so far.
#[derive(Debug)]
pub(super) struct Found {
    names: Vec<Name>,
    /// Room for the names of the next step, so that no step needs memory of its own.
    spare: Vec<Name>,
}

impl Found {
    pub fn new(names: Vec<Name>) -> Self {
        Self {
            names,
            spare: Vec::new(),
        }
    }

    pub fn into_names(self) -> Vec<Name> {
        self.names
    }

    /// Changes each name by itself; its words may become fewer, and none of them removes it.
    pub fn change(&mut self, mut change: impl FnMut(&mut Name)) {
        self.names.retain_mut(|name| {
            change(name);
            !name.words.is_empty()
        });
    }

    /// Keeps the names that `fits` wants.
    pub fn keep(&mut self, fits: impl FnMut(&Name) -> bool) {
        self.names.retain(fits);
    }

    /// Hands every name over to `take`, with those before it, to which it is to be added.
    pub fn rewrite(&mut self, mut take: impl FnMut(&mut Vec<Name>, Name)) {
        std::mem::swap(&mut self.names, &mut self.spare);
        self.names.clear();
        for name in self.spare.drain(..) {
            take(&mut self.names, name);
        }
    }

    /// Adds names that come after all others.
    pub fn append(&mut self, names: impl Iterator<Item = Name>) {
        for name in names {
            while self.names.last().is_some_and(|last| last.words.end > name.words.start) {
                self.names.pop();
            }
            self.names.push(name);
        }
    }

    /// Cuts the names that `cut` wants to.
    pub fn cut(&mut self, mut cut: impl FnMut(&Name) -> Option<[Name; 2]>) {
        self.rewrite(|names, name| match cut(&name) {
            Some(parts) => names.extend(parts.into_iter().filter(|part| !part.words.is_empty())),
            None => names.push(name),
        });
    }

    /// Lets `add` add names to the runs of words that are in no name, of a sentence of `length` words.
    pub fn fill(&mut self, length: usize, mut add: impl FnMut(Range<usize>, &mut Vec<Name>)) {
        let mut end = 0;
        self.rewrite(|names, name| {
            add(end..name.words.start, names);
            end = name.words.end;
            names.push(name);
        });
        add(end..length, &mut self.names);
    }

    /// Lays names over those that are found: at each of the `entries`, which are in order, `kind` says whether it is one,
    /// given the name that begins there. An entry inside a name is not asked for; a name that goes on after an entry keeps
    /// its rest.
    pub fn lay_over(
        &mut self,
        entries: impl Iterator<Item = Range<usize>>,
        mut kind: impl FnMut(&Range<usize>, Option<&Name>) -> Option<NameKind>,
    ) {
        std::mem::swap(&mut self.names, &mut self.spare);
        self.names.clear();
        let mut rest = self.spare.drain(..).peekable();
        for words in entries {
            while let Some(name) = rest.next_if(|name| name.words.end <= words.start) {
                self.names.push(name);
            }
            let begun = rest.peek().filter(|name| name.words.start <= words.start);
            if begun.is_some_and(|name| name.words.start < words.start) {
                continue;
            }
            let Some(kind) = kind(&words, begun) else { continue };
            while rest.next_if(|name| name.words.end <= words.end).is_some() {}
            if let Some(name) = rest.peek_mut() {
                name.words.start = name.words.start.max(words.end);
            }
            self.names.push(Name { words, kind });
        }
        self.names.extend(rest);
    }
}

/// Whether no name goes on over this word; otherwise what begins with it is a part of that name.
pub(super) fn is_free(names: &[Name], at: usize) -> bool {
    names.last().is_none_or(|last| last.words.end <= at)
}
