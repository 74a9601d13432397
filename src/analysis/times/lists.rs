//! Lists of words that stand beside a time, read once from the tables of `data/`. What a list is for is said there.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::times::words::rows;

/// A list of `data/lists.tsv`, `data/direction.tsv` or `data/traps.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the tables say what each is for")]
pub enum List {
    Ahead,
    Auxiliary,
    BaseForm,
    BeforeMonth,
    Begins,
    Bounds,
    Counted,
    Counts,
    Decides,
    EdgeOfYear,
    FiguresOfHalf,
    KindOfUnit,
    Leads,
    LeadsClock,
    LeadsOldYear,
    LeadsSeason,
    LeadsVague,
    LeadsYear,
    Measure,
    Modal,
    NoPlural,
    Nobody,
    Nowadays,
    Opens,
    Owner,
    PartOfNumber,
    PastForm,
    PresentForm,
    Rate,
    Refused,
    Reports,
    Small,
    Someday,
    Timetable,
    TrapAfter,
    TrapBefore,
    Went,
    WorkingDay,
    Young,
    ZonePlace,
}

const LISTS: &[(&str, List)] = &[
    ("ahead", List::Ahead),
    ("auxiliary", List::Auxiliary),
    ("base-form", List::BaseForm),
    ("before-month", List::BeforeMonth),
    ("begins", List::Begins),
    ("bounds", List::Bounds),
    ("counted", List::Counted),
    ("counts", List::Counts),
    ("decides", List::Decides),
    ("edge-of-year", List::EdgeOfYear),
    ("figures-of-half", List::FiguresOfHalf),
    ("kind-of-unit", List::KindOfUnit),
    ("leads", List::Leads),
    ("leads-clock", List::LeadsClock),
    ("leads-old-year", List::LeadsOldYear),
    ("leads-season", List::LeadsSeason),
    ("leads-vague", List::LeadsVague),
    ("leads-year", List::LeadsYear),
    ("measure", List::Measure),
    ("modal", List::Modal),
    ("no-plural", List::NoPlural),
    ("nobody", List::Nobody),
    ("nowadays", List::Nowadays),
    ("opens", List::Opens),
    ("owner", List::Owner),
    ("part-of-number", List::PartOfNumber),
    ("past-form", List::PastForm),
    ("present-form", List::PresentForm),
    ("rate", List::Rate),
    ("refused", List::Refused),
    ("reports", List::Reports),
    ("small", List::Small),
    ("someday", List::Someday),
    ("timetable", List::Timetable),
    ("trap-after", List::TrapAfter),
    ("trap-before", List::TrapBefore),
    ("went", List::Went),
    ("working-day", List::WorkingDay),
    ("young", List::Young),
    ("zone-place", List::ZonePlace),
];

/// Whether a word in lower case is on a list. One look-up.
#[must_use]
pub fn is_on(list: List, word: &str) -> bool {
    WORDS.get(word).is_some_and(|lists| lists & bit(list) != 0)
}

fn bit(list: List) -> u64 {
    1 << (list as u64)
}

fn tables() -> impl Iterator<Item = Vec<&'static str>> {
    [
        include_str!("data/lists.tsv"),
        include_str!("data/direction.tsv"),
        include_str!("data/traps.tsv"),
    ]
    .into_iter()
    .flat_map(rows)
}

static WORDS: LazyLock<FxHashMap<&'static str, u64>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for row in tables() {
        if let [name, word] = row.as_slice()
            && let Some((_, list)) = LISTS.iter().find(|(known, _)| known == name)
        {
            *words.entry(*word).or_default() |= bit(*list);
        }
    }
    words
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_on_a_list_and_every_list_has_words() {
        assert!(LISTS.len() <= 64);
        for row in tables() {
            let [name, word] = row.as_slice() else {
                panic!("not two cells: {row:?}");
            };
            let list = LISTS.iter().find(|(known, _)| known == name).expect(name).1;
            assert!(is_on(list, word), "{row:?}");
        }
        for (name, _) in LISTS {
            assert!(tables().any(|row| row.first() == Some(name)), "{name}");
        }
    }
}
