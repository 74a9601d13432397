//! What the words themselves decide about names, after the model has guessed: the lists, titles, line breaks. It adds no
//! name that neither the model nor a list has.

use std::sync::LazyLock;

use crate::language::base::gazetteer::{self, TITLE};
use crate::language::base::hashing::{Case, Form};
use crate::language::base::mending::mend;
use crate::language::base::names::{KINDS, OUTSIDE, class, spell};
use crate::language::{Name, NameKind};

/// Mends what the words themselves decide: names end at line breaks and with a word that may end one, an entry of the
/// lists is not cut, a country is a place, and titles are no part of a person's name.
#[must_use]
pub fn polish(forms: &[Form], breaks: &[bool], classes: &mut [u8]) -> Vec<Name> {
    let listed = gazetteer::look_up(forms);
    listed_entries(forms, &listed, classes);
    for at in 1..classes.len() {
        // A name does not go over a line break or a spaced dash.
        if breaks.get(at) == Some(&true)
            && let Some(class) = classes.get_mut(at)
            && *class != OUTSIDE
            && *class % 2 == 0
        {
            *class -= 1;
        }
    }
    let mut names: Vec<Name> = spell(classes)
        .into_iter()
        .map(|name| without_office(forms, &listed, name))
        .flat_map(|name| parts(forms, &listed, name))
        .filter_map(|name| trimmed(forms, name))
        .collect();
    join_hyphens(forms, breaks, &mut names);
    let offices: Vec<bool> = names
        .iter()
        .enumerate()
        .map(|(at, name)| is_office(forms, &listed, name, names.get(at + 1)))
        .collect();
    let mut is_office = offices.into_iter();
    names.retain(|_| !is_office.next().unwrap_or(false));
    let names = names
        .into_iter()
        .filter_map(|name| after_titles(&listed, name))
        .map(|name| by_given_name(&listed, name))
        .map(|name| by_event(forms, &listed, name))
        .collect();
    mend(forms, names)
}

static WORDS: LazyLock<[u64; 8]> =
    LazyLock::new(|| ["'s", "and", "/", "the", "of", "a", "he", "for"].map(|word| Form::new(word).word));

/// "Secretary of *Trade* Ana Roth": what an office is for is no organisation before its holder.
fn is_office(forms: &[Form], listed: &[u16], name: &Name, next: Option<&Name>) -> bool {
    let [.., of, _, _, for_] = *WORDS;
    let start = name.words.start;
    let before = |back: usize| start.checked_sub(back);
    name.kind == NameKind::Organization
        && next.is_some_and(|next| next.kind == NameKind::Person && next.words.start == name.words.end)
        && before(1)
            .and_then(|at| forms.get(at))
            .is_some_and(|form| form.word == of || form.word == for_)
        && before(2)
            .and_then(|at| listed.get(at))
            .is_some_and(|kinds| kinds & TITLE != 0)
}

/// Cuts what is two names: "U.N. Envoy Roth", "the ministry's Ana Roth", "the European Union and Norland".
fn parts(forms: &[Form], listed: &[u16], name: Name) -> Vec<Name> {
    let [possessive, and, slash, _, of, ..] = *WORDS;
    let list = |at: usize| listed.get(at).copied().unwrap_or(0);
    let word = |at: usize| forms.get(at).map_or(0, |form| form.word);
    let capital = |at: usize| forms.get(at).is_some_and(is_capital);
    let bodies = gazetteer::ORGANIZATION | gazetteer::ORGANIZATION_WORD | gazetteer::COUNTRY | gazetteer::CITY;
    let (start, end) = (name.words.start, name.words.end);
    let is_entry = |from: usize, to: usize| {
        list(from) & (bodies & !gazetteer::ORGANIZATION_WORD) != 0
            && list(from) & gazetteer::INSIDE == 0
            && (from + 1..to).all(|at| list(at) & gazetteer::INSIDE != 0)
            && list(to) & gazetteer::INSIDE == 0
    };
    let kind_of = |from: usize| {
        if list(from) & (gazetteer::COUNTRY | gazetteer::CITY | gazetteer::PLACE) != 0 {
            NameKind::Place
        } else {
            NameKind::Organization
        }
    };
    let mut cut = None;
    for at in start..end {
        let is_body = at > start && list(at - 1) & bodies != 0;
        if word(at) == slash || word(at) == possessive && at + 1 < end && is_body {
            cut = Some((at, at + 1, None));
        } else if word(at) == and && at > start && is_entry(start, at) {
            cut = Some((at, at + 1, Some(kind_of(start))));
        } else if list(at) & TITLE != 0
            && capital(at)
            && at > start
            && name.kind != NameKind::Person
            && word(at + 1) == of
            && list(end - 1) & gazetteer::ORGANIZATION_WORD == 0
        {
            // "U.S. Secretary of Trade": the country is a name, the office is none.
            return vec![Name {
                words: start..at,
                kind: if list(start) == 0 { name.kind } else { kind_of(start) },
            }];
        } else if list(at) & TITLE != 0 && capital(at) && (at > start || name.kind != NameKind::Person) {
            let after = (at..end).find(|&place| list(place) & TITLE == 0).unwrap_or(end);
            let is_person = after < end
                && (after..end).all(|place| capital(place) || list(place) == 0 && word(place) != of)
                && capital(after)
                && list(end - 1) & (gazetteer::ORGANIZATION_WORD | gazetteer::PLACE_WORD) == 0
                && list(after) & (gazetteer::ORGANIZATION | gazetteer::INSIDE) == 0
                && !EVENTS.contains(&word(end - 1));
            if is_person {
                let before = (at > start).then(|| Name {
                    words: start..at,
                    kind: if list(start) == 0 { name.kind } else { kind_of(start) },
                });
                let person = Name {
                    words: after..end,
                    kind: NameKind::Person,
                };
                return before.into_iter().chain([person]).collect();
            }
        }
        if cut.is_some() {
            break;
        }
    }
    let Some((to, from, kind)) = cut else { return vec![name] };
    let first = (to > start).then(|| Name {
        words: start..to,
        kind: kind.unwrap_or(if is_entry(start, to) { kind_of(start) } else { name.kind }),
    });
    let rest = Name {
        words: from..end,
        kind: if is_entry(from, end) { kind_of(from) } else { name.kind },
    };
    first.into_iter().chain((from < end).then_some(rest)).collect()
}

/// What is named after those who meet there: the "CEO Summit".
static EVENTS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    const EVENTS: &str = "summit forum conference congress symposium roundtable awards award prize cup open";
    EVENTS.split(' ').map(|word| Form::new(word).word).collect()
});

/// "Summit" behind "CEO" is nobody's name: the meeting is called after those who come.
fn by_event(forms: &[Form], listed: &[u16], mut name: Name) -> Name {
    let is_event = |at: usize| forms.get(at).is_some_and(|form| EVENTS.contains(&form.word));
    if name.kind == NameKind::Person && name.words.len() == 1 && is_event(name.words.start) {
        name.kind = NameKind::Organization;
        let is_title =
            |at: usize| listed.get(at).is_some_and(|kinds| kinds & TITLE != 0) && forms.get(at).is_some_and(is_capital);
        name.words.start -= (0..name.words.start).rev().take_while(|&at| is_title(at)).count();
    }
    name
}

/// "Michigan Attorney" before "General Ana Roth" is Michigan, "State Ana Roth" behind "Secretary of" is Ana Roth.
fn without_office(forms: &[Form], listed: &[u16], mut name: Name) -> Name {
    let list = |at: usize| listed.get(at).copied().unwrap_or(0);
    let word = |at: usize| forms.get(at).map_or(0, |form| form.word);
    let [.., of, _, _, for_] = *WORDS;
    let (start, end) = (name.words.start, name.words.end);
    let is_title = |at: usize| list(at) & TITLE != 0 && forms.get(at).is_some_and(is_capital);
    if name.kind != NameKind::Person && is_title(end) && end - start > 1 && is_title(end - 1) {
        let titles = (start + 1..end).rev().take_while(|at| is_title(*at)).count();
        name.words.end -= titles;
        let places = gazetteer::COUNTRY | gazetteer::CITY | gazetteer::PLACE;
        if list(start) & places != 0 && list(name.words.end - 1) & places != 0 {
            name.kind = NameKind::Place;
        }
    }
    let is_holder = start > 1
        && (word(start - 1) == of || word(start - 1) == for_)
        && is_title(start - 2)
        && name.words.len() > 2
        && list(end - 1) & (gazetteer::ORGANIZATION_WORD | gazetteer::PLACE_WORD) == 0
        && (list(start + 1) & gazetteer::GIVEN != 0 || word(start) == *STATE)
        && (start + 1..end).all(|at| forms.get(at).is_some_and(is_capital));
    if is_holder {
        name.words.start += 1;
        name.kind = NameKind::Person;
    }
    name
}

static STATE: LazyLock<u64> = LazyLock::new(|| Form::new("state").word);

/// A given name before another word is a person, whatever else bears the word.
fn by_given_name(listed: &[u16], mut name: Name) -> Name {
    let list = |at: usize| listed.get(at).copied().unwrap_or(0);
    let known = gazetteer::ORGANIZATION | gazetteer::PLACE | gazetteer::CITY | gazetteer::INSIDE;
    let is_plain = name
        .words
        .clone()
        .skip(1)
        .all(|at| list(at) & (known | gazetteer::ORGANIZATION_WORD | gazetteer::PLACE_WORD) == 0);
    if name.kind != NameKind::Other
        && (2..=3).contains(&name.words.len())
        && list(name.words.start) & gazetteer::GIVEN != 0
        && list(name.words.start) & (known | gazetteer::ORGANIZATION_WORD | gazetteer::PLACE_WORD) == 0
        && is_plain
    {
        name.kind = NameKind::Person;
    }
    name
}

fn is_capital(form: &Form) -> bool {
    matches!(form.case, Case::Title | Case::Upper | Case::Mixed | Case::Initial)
}

/// Sets the classes of entries of the lists that leave no doubt.
fn listed_entries(forms: &[Form], listed: &[u16], classes: &mut [u8]) {
    let list = |at: usize| listed.get(at).copied().unwrap_or(0);
    let mut at = 0;
    while at < listed.len() {
        let mut end = at + 1;
        while list(end) & gazetteer::INSIDE != 0 {
            end += 1;
        }
        let kinds = list(at);
        let places = gazetteer::COUNTRY | gazetteer::CITY | gazetteer::PLACE;
        let is_written = forms.get(at).is_some_and(is_capital);
        let stands_alone = !at
            .checked_sub(1)
            .and_then(|last| forms.get(last))
            .is_some_and(is_capital)
            && !forms.get(end).is_some_and(is_capital);
        let before = classes.get(at).copied().unwrap_or(OUTSIDE);
        let covers = |class: u8| class == OUTSIDE || class % 2 == 1;
        // Where the tagger's name starts here and ends before or with the entry, the entry is the name.
        // Only the first word of a name asks where it ends, so that a name of any length is walked once.
        let name_end = if kinds != 0 && is_written && covers(before) {
            (at + 1..classes.len())
                .find(|&place| {
                    !classes
                        .get(place)
                        .is_some_and(|class| *class != OUTSIDE && class % 2 == 0)
                })
                .unwrap_or(classes.len())
        } else {
            usize::MAX
        };
        let fits = name_end <= end || before == OUTSIDE && name_end != usize::MAX;
        let kind = if !is_written || !fits {
            None
        } else if kinds & gazetteer::COUNTRY != 0 {
            Some(NameKind::Place)
        } else if kinds & places != 0 && kinds & (gazetteer::ORGANIZATION | gazetteer::GIVEN) == 0 {
            let given = spell_kind(before);
            match given {
                Some(NameKind::Organization) if name_end == end => None,
                Some(NameKind::Person) if end - at == 1 => None,
                None if !stands_alone
                    || (end - at == 1 && forms.get(at).is_some_and(|form| form.case == Case::Initial)) =>
                {
                    None
                }
                _ => Some(NameKind::Place),
            }
        } else if kinds & gazetteer::OTHER != 0 && kinds & gazetteer::ORGANIZATION == 0 {
            (before != OUTSIDE && name_end == end).then_some(NameKind::Other)
        } else if kinds & gazetteer::ORGANIZATION != 0 && kinds & (places | gazetteer::GIVEN | gazetteer::OTHER) == 0 {
            let is_sure = end - at > 1
                || before != OUTSIDE
                || forms
                    .get(at)
                    .is_some_and(|form| matches!(form.case, Case::Upper | Case::Mixed));
            (is_sure && (stands_alone || before != OUTSIDE)).then_some(NameKind::Organization)
        } else {
            None
        };
        if let Some(kind) = kind {
            for (place, slot) in classes.iter_mut().enumerate().take(end).skip(at) {
                *slot = class(kind, place == at);
            }
            // What followed inside the old name starts anew.
            if let Some(slot) = classes.get_mut(end)
                && *slot != OUTSIDE
                && *slot % 2 == 0
            {
                *slot -= 1;
            }
        }
        at = end;
    }
}

fn spell_kind(class: u8) -> Option<NameKind> {
    (class != OUTSIDE)
        .then(|| KINDS.get(usize::from((class - 1) / 2)).copied())
        .flatten()
}

/// Takes words off the end that end no name.
fn trimmed(forms: &[Form], mut name: Name) -> Option<Name> {
    let case = |at: usize| forms.get(at).map_or(Case::Mark, |form| form.case);
    let ends = |at: usize| match case(at) {
        Case::Mark | Case::Lower => false,
        Case::Figure => name.kind == NameKind::Other,
        _ => true,
    };
    while name.words.end > name.words.start && !ends(name.words.end - 1) {
        name.words.end -= 1;
    }
    let [_, _, _, the, _, a, he, _] = *WORDS;
    let word = |at: usize| forms.get(at).map_or(0, |form| form.word);
    while name.words.len() > 1 && (case(name.words.start) == Case::Mark || word(name.words.start) == the) {
        name.words.start += 1;
    }
    if name.words.len() == 1 && [the, a, he].contains(&word(name.words.start)) {
        return None;
    }
    (name.words.end > name.words.start).then_some(name)
}

/// A person's name goes on over a hyphen without spaces ("Ana Roth-Lind").
fn join_hyphens(forms: &[Form], breaks: &[bool], names: &mut Vec<Name>) {
    static HYPHEN: LazyLock<u64> = LazyLock::new(|| Form::new("-").word);
    let is_hyphen =
        |at: usize| forms.get(at).is_some_and(|form| form.word == *HYPHEN) && breaks.get(at) == Some(&false);
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names.drain(..) {
        if name.kind == NameKind::Person {
            while is_hyphen(name.words.end)
                && forms
                    .get(name.words.end + 1)
                    .is_some_and(|form| is_capital(form) || form.case == Case::Lower && form.word != 0)
                && forms
                    .get(name.words.end + 1)
                    .is_some_and(|form| is_capital(form) || name.words.len() > 1)
            {
                name.words.end += 2;
            }
            if name.words.start > 1
                && is_hyphen(name.words.start - 1)
                && forms.get(name.words.start - 2).is_some_and(is_capital)
            {
                let start = name.words.start - 2;
                let overlaps = joined.last().is_some_and(|last| last.words.end > start);
                if !overlaps {
                    name.words.start = start;
                }
            }
        }
        match joined.last_mut() {
            Some(last) if last.words.end > name.words.start => last.words.end = last.words.end.max(name.words.end),
            _ => joined.push(name),
        }
    }
    *names = joined;
}

/// Takes titles off the front of a person's name; `None` where nothing is left.
#[must_use]
pub fn without_titles(forms: &[Form], name: Name) -> Option<Name> {
    after_titles(&gazetteer::look_up(forms), name)
}

fn after_titles(listed: &[u16], name: Name) -> Option<Name> {
    if name.kind != NameKind::Person {
        return Some(name);
    }
    let titles = listed
        .get(name.words.clone())?
        .iter()
        .take_while(|kinds| **kinds & TITLE != 0)
        .count();
    let start = name.words.start + titles;
    (start < name.words.end).then_some(Name {
        words: start..name.words.end,
        kind: name.kind,
    })
}

#[cfg(test)]
mod tests {
    use super::NameKind;
    use crate::language::base::check_names as check;

    #[test]
    fn titles_are_no_part_of_a_name() {
        check(
            "Mr. Milan Orbel met Sen. Paula Quist.",
            &[("Milan Orbel", NameKind::Person), ("Paula Quist", NameKind::Person)],
        );
        check(
            "U.S. Secretary of State Anna Holt spoke.",
            &[("U.S.", NameKind::Place), ("Anna Holt", NameKind::Person)],
        );
    }

    #[test]
    fn a_meeting_of_holders_of_a_title_is_no_person() {
        for text in [
            "She spoke at the CEO Summit.",
            "She spoke at the CEO Summit in Velden.",
            "They met at the Asia-Pacific Economic Cooperation (APEC) CEO Summit.",
        ] {
            let found = crate::language::analyse(text, crate::language::embedded());
            let people = found.names.iter().filter(|name| name.kind == NameKind::Person);
            assert_eq!(people.count(), 0, "in {text:?}");
        }
    }

    #[test]
    fn what_an_office_is_for_is_no_part_of_its_holder() {
        check(
            "Minister of Education Stefania Orbel spoke.",
            &[("Stefania Orbel", NameKind::Person)],
        );
    }

    #[test]
    fn an_entry_of_the_lists_is_not_cut() {
        check("They flew to Sri Lanka.", &[("Sri Lanka", NameKind::Place)]);
        check(
            "The European Union and Japan agreed.",
            &[("European Union", NameKind::Organization), ("Japan", NameKind::Place)],
        );
    }

    #[test]
    fn a_name_does_not_go_over_a_line_break() {
        check(
            "said Anna Holt\nPaula Quist agreed.",
            &[("Anna Holt", NameKind::Person), ("Paula Quist", NameKind::Person)],
        );
    }
}
