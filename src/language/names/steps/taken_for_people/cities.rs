//! Given names that are the names of cities: "Paris Linwood". It makes a person of no city that stands by itself.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::{Capitals, Case};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

/// "| London | Orbel | won": a city that is a given name as well, right before a person's last name, is the first one, unless the
/// words before it say that something is there.
pub(super) fn given_names(line: &NameLine<'_>, found: &mut Found) {
    static CITIES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("given_cities.txt")));
    static WHERE: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("before_cities.txt")));
    if line.capitals != Capitals::Running {
        return;
    }
    found.rewrite(|names, mut name| {
        let start = name.words.start;
        let is_city = |at: usize| line.case(at) == Case::Title && CITIES.contains(&line.word(at));
        let is_led = |at: usize| {
            at.checked_sub(1)
                .is_some_and(|before| WHERE.contains(&line.word(before)) || line.is_capital(before))
        };
        let is_last_name = |at: usize| !line.is_on(at, Lists::GIVEN.or(Lists::NAMES));
        let city = names
            .last()
            .map(|last| last.words.clone())
            .filter(|city| city.len() == 1 && city.end == start && is_city(city.start) && !line.starts_anew(start));
        if let Some(city) = city
            && name.kind == NameKind::Person
            && name.words.len() == 1
            && is_last_name(start)
            && !is_led(city.start)
        {
            names.pop();
            name.words.start = city.start;
        }
        // "| Victoria Orbel |, 34, won": read as a place, with an age.
        let has_age = line.written(name.words.end) == "," && line.is_figure(name.words.end + 1);
        if name.kind == NameKind::Place && name.words.len() == 2 && is_city(start) && is_last_name(start + 1) && has_age
        {
            name.kind = NameKind::Person;
        }
        names.push(name);
    });
}
