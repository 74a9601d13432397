//! What the paragraphs of a draft say of one name, counted. It does not know the name.

use crate::language::NameKind;

/// How much all readings of the model together weigh, in points of the words next to a name.
const READ: f32 = 3.0;

/// The same for a person whose given name is known.
const KNOWN_PERSON: f32 = 6.0;

/// The same for a person of one word that nothing introduces.
const LONELY: f32 = 1.5;

/// The votes for a word sequence.
#[derive(Default)]
pub(super) struct Votes {
    /// How the model read it, in each place.
    pub read: [u32; 4],
    /// What other names and the words next to it say.
    pub counts: [u32; 4],
    /// Whether it begins with a given name, or a title is before it.
    pub given: bool,
    /// Whether it has several words.
    pub several: bool,
    /// Points that say that it plays.
    pub team: u32,
}

impl Votes {
    pub fn add(&mut self, kind: NameKind, weight: u32) {
        if let Some(count) = self.counts.get_mut(kind as usize) {
            *count += weight;
        }
    }

    /// Notes how the model reads it in one place.
    pub fn read_as(&mut self, kind: NameKind) {
        if let Some(count) = self.read.get_mut(kind as usize) {
            *count += 1;
        }
    }

    /// The kind with clearly more votes than any other. The readings of the model are not independent of each other: all
    /// together they count no more than one or two words next to the name. A lone word that nothing introduces as a person
    /// is a weak person.
    pub fn winner(&self, is_introduced: bool) -> Option<NameKind> {
        let kinds = [
            NameKind::Person,
            NameKind::Organization,
            NameKind::Place,
            NameKind::Other,
        ];
        let all = self.read.iter().sum::<u32>().max(1) as f32;
        let (kind, top, sum) = kinds
            .into_iter()
            .zip(self.read)
            .zip(self.counts)
            .map(|((kind, read), count)| {
                let weight = match kind {
                    NameKind::Person if self.given => KNOWN_PERSON,
                    NameKind::Person if !self.several && !is_introduced => LONELY,
                    _ => READ,
                };
                (kind, weight * read as f32 / all + count as f32)
            })
            .fold((None, 0.0, 0.0), |(best, top, sum), (kind, votes)| {
                if votes > top {
                    (Some(kind), votes, sum + votes)
                } else {
                    (best, top, sum + votes)
                }
            });
        kind.filter(|_| top > sum - top)
    }
}
