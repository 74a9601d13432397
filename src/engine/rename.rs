//! Renaming an actor: every mention that carries the name, and of it only the words that change. It never touches a name
//! that merely looks alike, and leaves it to its caller what becomes of quoted words.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::analysis::{Actor, Mention, MentionForm, Place};
use crate::engine::Snapshot;
use crate::engine::pointing::Fact;
use crate::text::Span;

/// A name that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamable {
    /// The mention pointed at, in the source.
    pub span: Span,
    /// The name as it stands there.
    pub name: String,
    /// Whether it stands inside a quotation.
    pub is_quoted: bool,
}

/// One change that a new name makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// What is replaced, in the source.
    pub span: Span,
    /// By what.
    pub text: String,
    /// Whether it changes quoted words.
    pub is_quoted: bool,
}

/// Why nothing can be renamed, for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRenamable {
    /// No actor stands there.
    #[error("there is no name here")]
    NoName,
    /// A pronoun or a description stands there.
    #[error("“{0}” is not a name; rename {1} where the name is written")]
    NotTheName(String, String),
    /// It is not known whom the mention stands for.
    #[error("it is not clear whom “{0}” stands for")]
    Unresolved(String),
    /// The new name is no name.
    #[error("a name is needed, on one line")]
    NoNewName,
}

/// The longest new name, in bytes.
const LONGEST_NAME: usize = 200;

impl Snapshot {
    /// The name at the source byte `offset`, if it can be changed.
    pub fn renamable(&self, offset: usize) -> Result<Renamable, NotRenamable> {
        let (mention, _) = self.named_at(offset)?;
        Ok(Renamable {
            span: self.source_span(mention.place),
            name: self.text_of(mention.place).to_owned(),
            is_quoted: self.is_quoted(mention.place),
        })
    }

    /// The changes that give the actor named at the source byte `offset` the new name there, and everywhere else as much
    /// of it as the other mentions carry: a family name alone stays one. In the order of the text, without overlap.
    pub fn rename(&self, offset: usize, new_name: &str) -> Result<Vec<Renaming>, NotRenamable> {
        let new_name = new_name.trim();
        if new_name.is_empty() || new_name.len() > LONGEST_NAME || new_name.contains(['\n', '\r', '\t']) {
            return Err(NotRenamable::NoNewName);
        }
        let (mention, actor) = self.named_at(offset)?;
        let plan = Plan::new(self.text_of(mention.place), new_name);
        let mut renamings = Vec::new();
        for other in self.mentions_of(actor).filter(|other| other.form == MentionForm::Named) {
            self.rename_mention(other, &plan, &mut renamings);
        }
        renamings.sort_by_key(|renaming| renaming.span);
        renamings.dedup();
        // Names inside names would be changed twice.
        let mut end = 0;
        renamings.retain(|renaming| {
            let is_free = end <= renaming.span.start;
            end = end.max(renaming.span.end);
            is_free
        });
        Ok(renamings)
    }

    fn named_at(&self, offset: usize) -> Result<(&Mention, &Actor), NotRenamable> {
        let Some((place, Fact::Actor(mention))) = self.fact_at(offset) else {
            return Err(NotRenamable::NoName);
        };
        let text = self.text_of(place).to_owned();
        let Some(actor) = mention.actor.and_then(|id| self.actor(id)) else {
            return Err(NotRenamable::Unresolved(text));
        };
        match mention.form {
            MentionForm::Named => Ok((mention, actor)),
            _ => Err(NotRenamable::NotTheName(text, actor.name.clone())),
        }
    }

    fn rename_mention(&self, mention: &Mention, plan: &Plan, renamings: &mut Vec<Renaming>) {
        let words = self.words_of(mention.place);
        let is_quoted = self.is_quoted(mention.place);
        for (first, last, text) in plan.changes(&words.iter().map(|(word, _)| *word).collect::<Vec<_>>()) {
            let (Some((_, from)), Some((_, to))) = (words.get(first), words.get(last)) else {
                continue;
            };
            let place = Place::new(from.block, from.span.join(to.span));
            let is_last = last + 1 == words.len();
            renamings.push(Renaming {
                span: self.source_span(place),
                text,
                is_quoted,
            });
            if is_last {
                renamings.extend(self.possessive(place, plan.new_name(), is_quoted));
            }
        }
    }

    /// The `s` that the bare apostrophe of a possessive needs where the new name no longer ends in one: “James’ house”
    /// becomes “Weil’s house”.
    fn possessive(&self, place: Place, new_name: &str, is_quoted: bool) -> Option<Renaming> {
        let block = self.markup.blocks.get(place.block)?;
        let name = place.span.of(&block.text);
        let mut behind = block.text.get(place.span.end..)?.chars();
        let mark = behind.next().filter(|mark| matches!(mark, '\'' | '’'))?;
        let is_possessive = name.ends_with('s') && behind.next().is_some_and(|next| next == ' ');
        if !is_possessive || is_quoted || new_name.ends_with('s') {
            return None;
        }
        let at = self.source_span(Place::new(
            place.block,
            Span::new(place.span.end, place.span.end + mark.len_utf8()),
        ));
        Some(Renaming {
            span: Span::new(at.end, at.end),
            text: "s".to_owned(),
            is_quoted,
        })
    }
}

/// What becomes of the words of a name.
#[derive(Debug)]
struct Plan {
    old: Vec<String>,
    new: Vec<String>,
    changes: Vec<DiffOp>,
}

impl Plan {
    fn new(old: &str, new: &str) -> Self {
        let (old, new) = (units(old), units(new));
        let changes = capture_diff_slices(Algorithm::Myers, &old, &new);
        Self { old, new, changes }
    }

    fn new_name(&self) -> &str {
        self.new.last().map_or("", String::as_str)
    }

    /// The changes in a name, as first and last word and what stands in their place.
    fn changes(&self, name: &[&str]) -> Vec<(usize, usize, String)> {
        let found = name
            .windows(self.old_words().max(1))
            .position(|part| same(&units(&part.join(" ")), &self.old));
        let in_step = self.changes.iter().all(|change| match *change {
            DiffOp::Equal { .. } => true,
            DiffOp::Replace { old_len, new_len, .. } => old_len == new_len,
            _ => false,
        });
        match found {
            // The whole stretch, unless it is one word inside a longer name, which then has its own neighbours already.
            Some(at) if !in_step && (self.old.len() > 1 || name.len() == self.old_words()) => {
                let last = at + self.old_words() - 1;
                vec![(
                    at,
                    last,
                    cased(&self.new.join(" "), &name_of(name, at, last), &self.old.join(" ")),
                )]
            }
            _ => self.word_changes(name),
        }
    }

    /// The changes in a shorter or another form of the name: word by word.
    fn word_changes(&self, name: &[&str]) -> Vec<(usize, usize, String)> {
        let mut changes = Vec::new();
        let mut at = 0;
        for unit in units(&name.join(" ")) {
            let last = at + unit.split(' ').count() - 1;
            let old = self
                .old
                .iter()
                .position(|old| old.to_lowercase() == unit.to_lowercase());
            if let Some((old, new)) = old.and_then(|old| Some((self.old.get(old)?, self.new_of(old)?))) {
                changes.push((at, last, cased(&new, &unit, old)));
            }
            at = last + 1;
        }
        changes
    }

    /// What stands in the place of one word of the old name, if that changes.
    fn new_of(&self, word: usize) -> Option<String> {
        self.changes.iter().find_map(|change| match *change {
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } if (old_index..old_index + old_len).contains(&word) => {
                let new = self.new.get(new_index..new_index + new_len)?;
                let nth = word - old_index;
                // Where the numbers differ, first stands for first and last for last.
                let chosen = match (old_len, new_len) {
                    (old, new) if old == new => nth,
                    (1, _) => return Some(new.join(" ")),
                    _ if nth + 1 == old_len => new_len - 1,
                    _ => nth.min(new_len - 1),
                };
                new.get(chosen).cloned()
            }
            _ => None,
        })
    }

    fn old_words(&self) -> usize {
        self.old.iter().map(|unit| unit.split(' ').count()).sum()
    }
}

/// The words of a name, particles joined to the word they belong to: “Anna van der Weil” has two.
fn units(name: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut open = String::new();
    let mut words = name.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if !open.is_empty() {
            open.push(' ');
        }
        open.push_str(word);
        let is_particle = word.chars().next().is_some_and(char::is_lowercase) && words.peek().is_some();
        if !is_particle {
            units.push(std::mem::take(&mut open));
        }
    }
    units
}

fn same(one: &[String], other: &[String]) -> bool {
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|(one, other)| one.to_lowercase() == other.to_lowercase())
}

fn name_of(name: &[&str], first: usize, last: usize) -> String {
    name.get(first..=last).unwrap_or(&[]).join(" ")
}

/// The new words in capitals where these stand in capitals and those pointed at do not, as in a headline or at the head of
/// a caption.
fn cased(new: &str, here: &str, pointed_at: &str) -> String {
    let letters = |test: fn(char) -> bool| here.chars().filter(|letter| test(*letter)).count();
    if here != pointed_at && letters(char::is_lowercase) == 0 && letters(char::is_uppercase) > 1 {
        new.to_uppercase()
    } else {
        new.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(old: &str, new: &str, mention: &str) -> String {
        let plan = Plan::new(old, new);
        let mut words: Vec<String> = mention.split(' ').map(str::to_owned).collect();
        let changes = plan.changes(&mention.split(' ').collect::<Vec<_>>());
        for (first, last, text) in changes.into_iter().rev() {
            words.splice(first..=last, [text]);
        }
        words.join(" ")
    }

    #[test]
    fn a_shorter_form_changes_as_far_as_it_carries_the_name() {
        assert_eq!(renamed("Rosa Weil", "Rosa Weill", "Weil"), "Weill");
        assert_eq!(renamed("Rosa Weil", "Rosa Weill", "Rosa"), "Rosa");
        assert_eq!(renamed("Rosa Weil", "Roza Weill", "Rosa"), "Roza");
        assert_eq!(renamed("Weil", "Weill", "Rosa Weil"), "Rosa Weill");
        assert_eq!(renamed("Rosa Weil", "Anna Maria Stein", "Weil"), "Stein");
        assert_eq!(renamed("Acme Corp", "Globex", "Acme"), "Globex");
    }

    #[test]
    fn a_part_that_is_added_stays_with_the_full_name() {
        assert_eq!(renamed("Rosa Weil", "Rosa M. Weil", "Rosa Weil"), "Rosa M. Weil");
        assert_eq!(renamed("Rosa Weil", "Rosa M. Weil", "Weil"), "Weil");
        assert_eq!(renamed("Weil", "Rosa Weil", "Weil"), "Rosa Weil");
        assert_eq!(renamed("Weil", "Rosa Weil", "Anna Weil"), "Anna Weil");
    }

    #[test]
    fn particles_go_with_the_family_name() {
        assert_eq!(renamed("Anna Weil", "Anna van der Weil", "Weil"), "van der Weil");
        assert_eq!(renamed("Anna van der Weil", "Anna Weil", "van der Weil"), "Weil");
        assert_eq!(units("Anna van der Weil"), ["Anna", "van der Weil"]);
    }

    #[test]
    fn capitals_stay_capitals() {
        assert_eq!(renamed("Rosa Weil", "Rosa Stein", "WEIL"), "STEIN");
        assert_eq!(renamed("Rosa Weil", "Anna B. Stein", "ROSA WEIL"), "ANNA B. STEIN");
        assert_eq!(renamed("WEILCO", "Weilco", "WEILCO"), "Weilco");
    }

    #[test]
    fn other_names_stay() {
        assert_eq!(renamed("Rosa Weil", "Anna Stein", "Weilburg"), "Weilburg");
    }
}
