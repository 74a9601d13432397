//! What speaks for and against two clusters being one person: titles, people in common, documents that have both. Whatever
//! is weighed here is a whole number, so that the result is the same on every machine.

use crate::people::cluster::Cluster;
use crate::people::index::{Offices, Relation};
use crate::people::{Cause, Counts};

/// What two clusters of a name are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// One person, by a title in common.
    Title,
    /// One person, by people in common.
    Company,
    /// Perhaps two.
    Apart(Cause),
}

/// How much alike two names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Word for word.
    Same,
    /// One has a name more.
    Longer,
    /// One has the initial of the first name.
    Initial,
    /// One has "Jr." and the other nothing.
    Suffix,
}

/// An eighth of a bit: how evidence is counted. Eight of them make it twice as likely that two are one.
type Eighths = u32;

/// What people in common have to show at least, in an archive that is not small: that by chance they would be there in one of twenty
/// documents.
const ENOUGH: Eighths = 34;
/// How much more where both have titles and none in common.
const OTHER_TITLES: Eighths = 20;
/// How much more where the names are not the same word for word.
const OTHER_NAME: Eighths = 24;

/// Whether two clusters are one person.
pub(super) fn compare(
    one: &Cluster,
    other: &Cluster,
    likeness: Likeness,
    offices: &mut Offices,
    archive: &Counts,
) -> Verdict {
    if one.shares_document(other) {
        return Verdict::Apart(Cause::OneDocument);
    }
    let titles = titles(one, other, offices);
    if titles.contradict {
        return Verdict::Apart(Cause::TitlesContradict);
    }
    let company = company(one, other, archive);
    let needed = needed(archive.documents());
    let with_company = |more: Eighths| company.is_some_and(|company| company >= needed + more);
    let by_title = titles.common_words > 0;
    let is_one_by_title = by_title
        && match likeness {
            Likeness::Same | Likeness::Longer => true,
            // An initial says little, and a title of one word is many people's.
            Likeness::Initial => titles.common_words > 1 || company.is_some(),
            // Father and son may have the same office and the same friends.
            Likeness::Suffix => with_company(OTHER_NAME),
        };
    let is_one_by_company = match likeness {
        Likeness::Same => with_company(if titles.are_other { OTHER_TITLES } else { 0 }),
        Likeness::Longer | Likeness::Initial => {
            with_company(OTHER_NAME + if titles.are_other { OTHER_TITLES } else { 0 })
        }
        Likeness::Suffix => false,
    };
    match (is_one_by_title, is_one_by_company) {
        (true, _) => Verdict::Title,
        (false, true) => Verdict::Company,
        (false, false) => Verdict::Apart(Cause::TooLittle),
    }
}

/// Whether somebody who fits two clusters of one name makes them one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bridge {
    /// Nothing speaks against it.
    Holds,
    /// They have titles and none in common, so that one document is too little.
    Weak,
    /// They cannot be one.
    None,
}

/// What somebody who fits both is worth.
pub(super) fn bridge(one: &Cluster, other: &Cluster, offices: &mut Offices, archive: &Counts) -> Bridge {
    match compare(one, other, Likeness::Same, offices, archive) {
        Verdict::Title | Verdict::Company => Bridge::Holds,
        Verdict::Apart(Cause::TooLittle) if titles(one, other, offices).are_other => Bridge::Weak,
        Verdict::Apart(Cause::TooLittle) => Bridge::Holds,
        Verdict::Apart(_) => Bridge::None,
    }
}

/// What the titles of two clusters say.
struct Titles {
    /// The most words that two titles have in common that may be one.
    common_words: usize,
    /// Whether a title of each cannot be one person's with the other's, and neither is also the other's.
    contradict: bool,
    /// Whether both have titles and none in common.
    are_other: bool,
}

fn titles(one: &Cluster, other: &Cluster, offices: &mut Offices) -> Titles {
    let (of_one, of_other) = (one.name_token(), other.name_token());
    let others: Vec<_> = other.offices().collect();
    let mut common_words = 0;
    let mut is_shared_here = Vec::new();
    let mut is_shared_there = vec![false; others.len()];
    let mut against = Vec::new();
    for (here, office) in one.offices().enumerate() {
        is_shared_here.push(false);
        for (there, known) in others.iter().enumerate() {
            match offices.relation((of_one, office), (of_other, *known)) {
                Relation::Like(words) => {
                    common_words = common_words.max(words);
                    [is_shared_here.get_mut(here), is_shared_there.get_mut(there)]
                        .into_iter()
                        .flatten()
                        .for_each(|shared| *shared = true);
                }
                Relation::Contradict => against.push((here, there)),
                Relation::Nothing => {}
            }
        }
    }
    let is_open = |shared: &[bool], at: usize| shared.get(at) == Some(&false);
    Titles {
        common_words,
        contradict: against
            .iter()
            .any(|(here, there)| is_open(&is_shared_here, *here) && is_open(&is_shared_there, *there)),
        are_other: common_words == 0 && !is_shared_here.is_empty() && !others.is_empty(),
    }
}

/// What the people that both are with show: for each, how much more often they are with both than with anybody. The others
/// count half, since people who know each other come together. `None` where there is nobody.
fn company(one: &Cluster, other: &Cluster, archive: &Counts) -> Option<Eighths> {
    let (few, many) = if one.companions.len() < other.companions.len() {
        (one, other)
    } else {
        (other, one)
    };
    let share = |cluster: &Cluster, count: u32| (u64::from(count), cluster.documents.max(1));
    let mut found: Vec<Eighths> = few
        .companions
        .iter()
        .filter_map(|(companion, count)| {
            let (here, there) = (share(few, *count), share(many, *many.companions.get(companion)?));
            // The smaller share of the two, as a fraction.
            let (count, of) = if here.0 * there.1 < there.0 * here.1 {
                here
            } else {
                there
            };
            let everywhere = archive.of(*companion).max(1);
            Some(eighths(
                u128::from(count) * u128::from(archive.documents()),
                u128::from(of) * u128::from(everywhere),
            ))
        })
        .collect();
    found.sort_unstable();
    let best = found.pop()?;
    Some(best + found.iter().sum::<Eighths>() / 2)
}

/// What is needed in an archive of so many documents: in a small one, two of a name are rarely two.
fn needed(documents: u64) -> Eighths {
    (8 * documents.max(1).ilog2()).saturating_sub(16).min(ENOUGH)
}

/// The logarithm of a fraction to the base of two, in eighths, nearly; nothing for what is below one.
fn eighths(numerator: u128, denominator: u128) -> Eighths {
    let ratio = (numerator << 8) / denominator.max(1);
    let Some(log) = ratio.checked_ilog2().filter(|log| *log >= 8) else {
        return 0;
    };
    let fraction = (ratio >> (log - 3)) & 7;
    8 * (log - 8) + u32::try_from(fraction).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_counted_in_eighths_of_a_bit() {
        assert_eq!(
            (eighths(1, 2), eighths(1, 1), eighths(2, 1), eighths(20, 1)),
            (0, 0, 8, 34)
        );
        assert_eq!((needed(3), needed(16), needed(1_000_000)), (0, 16, ENOUGH));
    }
}
