//! Names that are claimed twice in an actor file. It settles no claim.

use crate::analysis::register::entries::Register;
use crate::analysis::register::index::{LOOKED_AT, NameClaim};
use crate::analysis::register::{Conflict, Entry};

impl Register {
    /// Names that are claimed twice: by two entries, or as a right and a wrong spelling of one. In the order of the later
    /// claims in the file. Case does not count, accents do: "Peña" may list "Pena" as a misspelling.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts: Vec<Conflict> = self
            .names
            .claimed_together()
            .flat_map(|claims| conflicts_among(claims, self.entries()))
            .collect();
        conflicts.sort_by(|one, other| (one.second, &one.name).cmp(&(other.second, &other.name)));
        conflicts
    }
}

/// The conflicts among the claims of one key, which come sorted by entry, the first one in the file first. Short lists: as
/// many as claim one key, cut off where nobody would read on.
fn conflicts_among(claims: &[NameClaim], entries: &[Entry]) -> Vec<Conflict> {
    let mut seen: Vec<(String, &NameClaim)> = Vec::new();
    let mut conflicts = Vec::new();
    for claim in claims.iter().take(LOOKED_AT) {
        let Some(text) = claim.text(entries) else { continue };
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        match seen.iter().find(|(known, _)| *known == folded) {
            Some((_, first)) if first.entry() != claim.entry() || first.spelling != claim.spelling => {
                conflicts.push(Conflict {
                    name: text.to_owned(),
                    first: (first.entry(), first.spelling),
                    second: (claim.entry(), claim.spelling),
                });
            }
            Some(_) => {}
            None => seen.push((folded, claim)),
        }
    }
    conflicts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::register::testing::person;
    use crate::analysis::register::{EntryId, Spelling};

    #[test]
    fn an_accent_tells_two_entries_apart() {
        let register = Register::new(vec![person("Ana Peña", &[], &[]), person("Ana Pena", &[], &[])]);
        assert_eq!(register.conflicts(), []);
        assert_eq!(register.find("Ana Pena").map(|hit| hit.entry), Some(EntryId(1)));
        assert_eq!(register.find("ANA PENA"), None);
    }

    #[test]
    fn names_claimed_twice_are_reported() {
        let register = Register::new(vec![
            person("Rosa Weil", &["Rosa Holt"], &[]),
            person("Rosa Lund", &["rosa holt"], &["Rosa Weil"]),
            person("Ana Peña", &[], &["Ana Pena", "ANA PEÑA"]),
        ]);
        let found: Vec<_> = register
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
            found,
            [
                ("rosa holt".to_owned(), 0, 1, Spelling::Alias),
                ("Rosa Weil".to_owned(), 0, 1, Spelling::Misspelling),
                ("ANA PEÑA".to_owned(), 2, 2, Spelling::Misspelling),
            ]
        );
    }
}
