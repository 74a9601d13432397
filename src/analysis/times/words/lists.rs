//! Lists of words that help to read a time, from the tables of `data/`, which say what each list is for. It reads no text.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::table;

/// A list of `data/lists.tsv`, `data/direction.tsv` or `data/traps.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the tables say what each is for")]
pub enum TimeList {
    Ahead,
    Auxiliary,
    Awaits,
    BaseForm,
    BeforeHabit,
    BeforeMonth,
    Begins,
    Bounds,
    Counted,
    Counts,
    Decides,
    DescribesDay,
    EdgeOfYear,
    FiguresOfHalf,
    Habit,
    KindOfUnit,
    Lasts,
    Leads,
    LeadsClock,
    LeadsOldYear,
    LeadsSeason,
    LeadsVague,
    LeadsYear,
    LooksAhead,
    Measure,
    Modal,
    Moves,
    NoPlural,
    Nobody,
    Nowadays,
    Numbered,
    OfGame,
    OfYears,
    Opens,
    Owner,
    PartOfNumber,
    PastForm,
    PresentForm,
    Rate,
    Refused,
    Reports,
    Reviews,
    Scheduled,
    Small,
    Someday,
    Stands,
    Street,
    Timetable,
    TrapAfter,
    TrapBefore,
    Went,
    WorkingDay,
    Young,
    ZonePlace,
}

const LISTS: &[(&str, TimeList)] = &[
    ("ahead", TimeList::Ahead),
    ("auxiliary", TimeList::Auxiliary),
    ("awaits", TimeList::Awaits),
    ("base-form", TimeList::BaseForm),
    ("before-habit", TimeList::BeforeHabit),
    ("before-month", TimeList::BeforeMonth),
    ("begins", TimeList::Begins),
    ("bounds", TimeList::Bounds),
    ("counted", TimeList::Counted),
    ("counts", TimeList::Counts),
    ("decides", TimeList::Decides),
    ("describes-day", TimeList::DescribesDay),
    ("edge-of-year", TimeList::EdgeOfYear),
    ("figures-of-half", TimeList::FiguresOfHalf),
    ("habit", TimeList::Habit),
    ("kind-of-unit", TimeList::KindOfUnit),
    ("lasts", TimeList::Lasts),
    ("leads", TimeList::Leads),
    ("leads-clock", TimeList::LeadsClock),
    ("leads-old-year", TimeList::LeadsOldYear),
    ("leads-season", TimeList::LeadsSeason),
    ("leads-vague", TimeList::LeadsVague),
    ("leads-year", TimeList::LeadsYear),
    ("looks-ahead", TimeList::LooksAhead),
    ("measure", TimeList::Measure),
    ("modal", TimeList::Modal),
    ("moves", TimeList::Moves),
    ("no-plural", TimeList::NoPlural),
    ("nobody", TimeList::Nobody),
    ("nowadays", TimeList::Nowadays),
    ("numbered", TimeList::Numbered),
    ("of-game", TimeList::OfGame),
    ("of-years", TimeList::OfYears),
    ("opens", TimeList::Opens),
    ("owner", TimeList::Owner),
    ("part-of-number", TimeList::PartOfNumber),
    ("past-form", TimeList::PastForm),
    ("present-form", TimeList::PresentForm),
    ("rate", TimeList::Rate),
    ("refused", TimeList::Refused),
    ("reports", TimeList::Reports),
    ("reviews", TimeList::Reviews),
    ("scheduled", TimeList::Scheduled),
    ("small", TimeList::Small),
    ("someday", TimeList::Someday),
    ("stands", TimeList::Stands),
    ("street", TimeList::Street),
    ("timetable", TimeList::Timetable),
    ("trap-after", TimeList::TrapAfter),
    ("trap-before", TimeList::TrapBefore),
    ("went", TimeList::Went),
    ("working-day", TimeList::WorkingDay),
    ("young", TimeList::Young),
    ("zone-place", TimeList::ZonePlace),
];

/// Whether a word in lowercase is on a list. One look-up.
#[must_use]
pub fn is_on(list: TimeList, word: &str) -> bool {
    WORDS.get(word).is_some_and(|lists| lists & bit(list) != 0)
}

fn bit(list: TimeList) -> u64 {
    1 << (list as u64)
}

const TABLES: [&str; 3] = [
    include_str!("../data/lists.tsv"),
    include_str!("../data/direction.tsv"),
    include_str!("../data/traps.tsv"),
];

fn rows() -> impl Iterator<Item = [&'static str; 2]> {
    TABLES.into_iter().flat_map(table::rows)
}

static WORDS: LazyLock<FxHashMap<&'static str, u64>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for [name, word] in rows() {
        if let Some((_, list)) = LISTS.iter().find(|(known, _)| *known == name) {
            *words.entry(word).or_default() |= bit(*list);
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
        for table in TABLES {
            assert_eq!(table::malformed::<2>(table).next(), None);
        }
        for [name, word] in rows() {
            let list = LISTS.iter().find(|(known, _)| *known == name).expect(name).1;
            assert!(is_on(list, word), "{name} {word}");
        }
        for (name, _) in LISTS {
            assert!(rows().any(|[list, _]| list == *name), "{name}");
        }
    }
}
