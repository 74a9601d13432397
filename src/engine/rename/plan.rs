//! What becomes of the words of a name when it is changed, and of its shorter forms. It knows words and no draft.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::analysis::actors::tables::usual_gender;

/// A word is another spelling of a part of a name from this likeness on (Jaro-Winkler, 0..=1).
const LIKE: f64 = 0.8;

/// What becomes of the words of a name.
#[derive(Debug)]
pub(super) struct Plan {
    old: Vec<String>,
    new: Vec<String>,
    changes: Vec<DiffOp>,
}

impl Plan {
    /// The plan that turns the one name into the other.
    pub(super) fn new(old: &str, new: &str) -> Self {
        let (old, new) = (units(old), units(new));
        let changes = capture_diff_slices(Algorithm::Myers, &old, &new);
        Self { old, new, changes }
    }

    /// The plan for a name that is typed over a mention of somebody: as the full name, or as the part of it that is there, by its
    /// words.
    pub(super) fn typed(here: &str, full: &str, new: &str) -> Self {
        let (words, all, typed) = (units(here), units(full), units(new));
        let holds = |part: &String| all.iter().any(|unit| unit.to_lowercase() == part.to_lowercase());
        let is_full = same(&words, &all);
        if typed.len() == 1 && all.len() > 1 && is_full {
            // One word over a full name: one part of it is meant, if it is like that part.
            let like = |unit: &&String| strsim::jaro_winkler(&unit.to_lowercase(), &new.to_lowercase());
            let part = all.iter().max_by(|one, other| like(one).total_cmp(&like(other)));
            if let Some(part) = part.filter(|part| like(part) >= LIKE) {
                return Self::new(part, new);
            }
        }
        if let ([given, .., family], [word]) = (all.as_slice(), typed.as_slice())
            && same(&words, std::slice::from_ref(family))
            && is_given_name(word, family)
        {
            return Self::new(given, word);
        }
        let is_part = words.iter().all(holds);
        let means_full = typed.len() > words.len() && is_part || typed.iter().any(holds);
        if !is_full && typed.len() > 1 && all.len() > 1 && means_full {
            return Self::new(full, new);
        }
        Self::new(here, new)
    }

    /// The last word of the new name, with its particles.
    pub(super) fn new_name(&self) -> &str {
        self.new.last().map_or("", String::as_str)
    }

    /// The new name in a list, if the old one is "Haskill, Dwight".
    fn listed(&self, name: &[&str]) -> Option<String> {
        let name = name.join(" ");
        let (family, given) = name.split_once(", ")?;
        let (old_family, old_given) = self.old.split_last().filter(|(_, given)| !given.is_empty())?;
        if family.to_lowercase() != old_family.to_lowercase() || !same(&units(given), old_given) {
            return None;
        }
        Some(match self.new.split_last()? {
            (family, []) => family.clone(),
            (family, given) => format!("{family}, {}", given.join(" ")),
        })
    }

    /// The new given names, if both names are the old ones and the given names change: of "Dwight" in "Haskill, Dwight".
    pub(super) fn listed_given(&self, family: &str, given: &str) -> Option<String> {
        let (old_family, old) = self.old.split_last().filter(|(_, old)| !old.is_empty())?;
        let (_, new) = self
            .new
            .split_last()
            .filter(|(_, new)| !new.is_empty() && *new != old)?;
        let is_old = family.to_lowercase() == old_family.to_lowercase() && same(&units(given), old);
        is_old.then(|| new.join(" "))
    }

    /// The changes in a name, as first and last word and what is in their place.
    pub(super) fn changes(&self, name: &[&str]) -> Vec<(usize, usize, String)> {
        if let Some(new) = self.listed(name) {
            return vec![(0, name.len().saturating_sub(1), new)];
        }
        let found = name
            .windows(self.old_words().max(1))
            .position(|part| same(&units(&part.join(" ")), &self.old));
        let in_step = self.changes.iter().all(|change| match *change {
            DiffOp::Equal { .. } => true,
            DiffOp::Replace { old_len, new_len, .. } => old_len == new_len,
            _ => false,
        });
        match found {
            // The whole stretch, unless it is one word inside a longer name, which then has its own neighbors already.
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

    /// What is in the place of one word of the old name, if that changes.
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
                // If the numbers differ, first replaces first and last replaces last.
                let chosen = match (old_len, new_len) {
                    (old, new) if old == new => nth,
                    // “Haskill” to “R. Haskell” in “Dwight Haskill”: alone it stays a family name.
                    (1, _) if self.old.len() > 1 && word + 1 == self.old.len() => new_len - 1,
                    (1, _) if self.old.len() > 1 && word == 0 => 0,
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

/// Whether a word that is typed over a family name is a given name: "Dwayne" over "Haskill".
fn is_given_name(word: &str, family: &str) -> bool {
    let is_like = strsim::jaro_winkler(&word.to_lowercase(), &family.to_lowercase()) >= LIKE;
    usual_gender(word).is_some() && usual_gender(family).is_none() && !is_like
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

/// The new words in capitals, if these are in capitals and those pointed at are not, as in a headline or at the head of
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
        applied(&Plan::new(old, new), mention)
    }

    fn applied(plan: &Plan, mention: &str) -> String {
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
    fn what_is_typed_is_full_or_short_by_its_words() {
        let typed = |here: &str, new: &str, mention: &str| applied(&Plan::typed(here, "Dwight Haskill", new), mention);
        for mention in ["Haskill", "Dwight Haskill", "Dwight"] {
            assert_eq!(typed(mention, "Dwight Haskell", "Dwight Haskill"), "Dwight Haskell");
            assert_eq!(typed(mention, "Dwight Haskell", "Haskill"), "Haskell");
            assert_eq!(
                typed(mention, "Dwight R. Haskell", "Dwight Haskill"),
                "Dwight R. Haskell"
            );
            assert_eq!(typed(mention, "Dwight R. Haskell", "Haskill"), "Haskell");
        }
        for mention in ["Haskill", "Dwight Haskill"] {
            assert_eq!(typed(mention, "Haskell", "Dwight Haskill"), "Dwight Haskell");
            assert_eq!(typed(mention, "Haskell", "Haskill"), "Haskell");
        }
        assert_eq!(typed("Dwight Haskill", "Globex", "Dwight Haskill"), "Globex");
    }

    #[test]
    fn a_given_name_over_the_family_name_is_the_given_name() {
        let typed = |new: &str, mention: &str| applied(&Plan::typed("Haskill", "Dwight Haskill", new), mention);
        assert_eq!(typed("Rosa", "Dwight Haskill"), "Rosa Haskill");
        assert_eq!(typed("Rosa", "Haskill"), "Haskill");
        assert_eq!(typed("Brask", "Dwight Haskill"), "Dwight Brask");
    }

    #[test]
    fn a_list_has_the_family_name_first() {
        assert_eq!(
            renamed("Dwight Haskill", "Anna Maria Lund", "Haskill, Dwight"),
            "Lund, Anna Maria"
        );
        assert_eq!(
            renamed("Dwight Haskill", "Dwight Haskell", "Haskill, Dwight"),
            "Haskell, Dwight"
        );
        assert_eq!(
            renamed("Anna van der Weil", "Anna Brask", "van der Weil, Anna"),
            "Brask, Anna"
        );
        let plan = Plan::new("Dwight Haskill", "Anna Maria Lund");
        assert_eq!(plan.listed_given("Haskill", "Dwight").as_deref(), Some("Anna Maria"));
        assert_eq!(plan.listed_given("Haskill", "Rosa"), None);
    }

    #[test]
    fn another_name_of_the_same_is_changed_by_itself() {
        let typed = |new: &str, mention: &str| applied(&Plan::typed("HPU", "Harbor Pilots Union", new), mention);
        assert_eq!(typed("HPA", "HPU"), "HPA");
        assert_eq!(typed("HPA", "Harbor Pilots Union"), "Harbor Pilots Union");
        assert_eq!(
            typed("Harbour Pilots Union", "Harbor Pilots Union"),
            "Harbour Pilots Union"
        );
        assert_eq!(typed("Harbour Pilots Union", "HPU"), "HPU");
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
