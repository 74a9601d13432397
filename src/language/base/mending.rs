//! Names that the shape of the text decides: lists of results, a country in brackets, nicknames, particles, what stands
//! around a story and is none of it. It looks at words and marks and asks no model.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::abbreviations::lines;
use crate::language::base::gazetteer::{self, CITY, COUNTRY, ORGANIZATION, OTHER, PLACE, TITLE};
use crate::language::base::hashing::{Case, Form};
use crate::language::{Name, NameKind};

/// The longest nickname, in words.
const NICKNAME: usize = 4;

/// Mends the names of a sentence; `names` are in order and without overlap, and so is what comes back. Linear.
#[must_use]
pub fn mend(forms: &[Form], names: Vec<Name>) -> Vec<Name> {
    let listed = gazetteer::look_up(forms);
    let is_table = is_table(forms);
    let mut mended: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        for name in parted(forms, name) {
            let Some(mut name) = trimmed(forms, &listed, name, is_table) else {
                continue;
            };
            // What was joined to the name before is a part of it.
            if mended.last().is_some_and(|last| last.words.end > name.words.start) {
                continue;
            }
            name.words.end = with_particles(forms, &listed, &name);
            // The nickname itself may have been read as a name.
            let before = mended.iter().rev().take(2);
            if let Some(back) = before
                .clone()
                .position(|last| around_nickname(forms, &listed, last, &name))
            {
                mended.truncate(mended.len() - back);
                if let Some(last) = mended.last_mut() {
                    last.words.end = name.words.end;
                    last.kind = NameKind::Person;
                }
                continue;
            }
            if let Some(last) = mended.last_mut()
                && is_cut_before_country(forms, &listed, last, &name)
            {
                name.words.start = last.words.start;
                mended.pop();
            }
            if let Some(last) = mended.last_mut()
                && is_newspaper(forms, &listed, last, &name)
            {
                last.words.end = name.words.end;
                last.kind = NameKind::Organization;
                continue;
            }
            by_paper(forms, &listed, &mut name);
            by_country(forms, &listed, &mut name);
            by_suffix(forms, &listed, &mut name);
            by_credit(forms, &listed, &mut name);
            with_initial(forms, &listed, mended.last(), &mut name);
            mended.push(name);
        }
    }
    if is_table {
        mended = with_results(forms, &listed, mended);
    }
    mended
}

/// Whether a sentence is rather a table of results than a sentence: a quarter of its words are figures.
#[must_use]
pub fn is_table(forms: &[Form]) -> bool {
    let figures = forms.iter().filter(|form| is_figure(form)).count();
    figures >= 2 && figures * 4 >= forms.len()
}

/// Whether a word is a score or a count, and no date.
#[must_use]
pub fn is_score(form: &Form) -> bool {
    is_figure(form) && form.word != WORDS.date && form.word != WORDS.year
}

fn is_figure(form: &Form) -> bool {
    matches!(form.case, Case::Figure | Case::FigureAndLetter)
}

fn is_capital(form: &Form) -> bool {
    matches!(form.case, Case::Title | Case::Upper | Case::Mixed | Case::Initial)
}

/// Whether a word is on the list of those that end no name.
#[must_use]
pub fn is_no_name(form: &Form) -> bool {
    NO_NAMES.contains(&form.word)
}

/// Cuts two people, or a company and what follows it, at "and", and a name that goes on behind a quotation at the mark.
fn parted(forms: &[Form], name: Name) -> Vec<Name> {
    let word = |at: usize| forms.get(at).map_or(0, |form| form.word);
    let mut marks = name.words.clone().skip(1).filter(|at| QUOTES.contains(&word(*at)));
    if let (Some(mark), None) = (marks.next(), marks.next())
        && mark + 1 < name.words.end
    {
        return [name.words.start..mark, mark + 1..name.words.end]
            .into_iter()
            .map(|words| Name { words, kind: name.kind })
            .collect();
    }
    let and = name
        .words
        .clone()
        .skip(1)
        .find(|at| word(*at) == WORDS.and)
        .filter(|and| name.kind == NameKind::Person || CLOSING.contains(&word(and - 1)));
    match and {
        Some(and) if and + 1 < name.words.end => [name.words.start..and, and + 1..name.words.end]
            .into_iter()
            .map(|words| Name { words, kind: name.kind })
            .collect(),
        _ => vec![name],
    }
}

/// A name without the words at its ends that are none: days, months, "Image", and in tables figures.
fn trimmed(forms: &[Form], listed: &[u16], mut name: Name, is_table: bool) -> Option<Name> {
    let form = |at: usize| forms.get(at).copied().unwrap_or_default();
    let list = |at: usize| listed.get(at).copied().unwrap_or(0);
    let names = COUNTRY | CITY | PLACE | ORGANIZATION | OTHER;
    let is_none = |at: usize| is_no_name(&form(at)) && list(at) & names == 0;
    if name.kind != NameKind::Other {
        while name.words.len() > 1 && is_none(name.words.end - 1) && form(name.words.end - 1).case != Case::Initial {
            name.words.end -= 1;
        }
    }
    if is_table {
        while name.words.len() > 1 && is_figure(&form(name.words.end - 1)) {
            name.words.end -= 1;
        }
    }
    let is_empty = name.words.clone().all(|at| {
        is_none(at) || is_dated_month(forms, at) || form(at).case == Case::FigureAndLetter && is_ordinal(&form(at))
    });
    (!is_empty).then_some(name)
}

/// Whether a word that may be a given name is a month where it stands: "June 9", "3 April", "late May", "in March".
fn is_dated_month(forms: &[Form], at: usize) -> bool {
    let is = |at: Option<usize>, fits: &dyn Fn(&Form) -> bool| at.and_then(|at| forms.get(at)).is_some_and(fits);
    let is_figure = |form: &Form| is_figure(form);
    is(Some(at), &|form| MONTHS.contains(&form.word))
        && (is(Some(at + 1), &is_figure)
            || is(at.checked_sub(1), &|form| {
                is_figure(form) || BEFORE_MONTHS.contains(&form.word)
            }))
}

/// "75th", "1st".
fn is_ordinal(form: &Form) -> bool {
    ORDINALS.contains(&form.suffixes[1])
}

/// The end of a person's name with what goes on over particles: "Ursula" of "Ursula von der Leyen".
fn with_particles(forms: &[Form], listed: &[u16], name: &Name) -> usize {
    let mut end = name.words.end;
    if name.kind != NameKind::Person {
        return end;
    }
    let particles = forms
        .iter()
        .skip(end)
        .take(3)
        .take_while(|form| PARTICLES.contains(&form.word) && form.case == Case::Lower)
        .count();
    if particles > 0
        && forms
            .get(end + particles)
            .is_some_and(|form| matches!(form.case, Case::Title | Case::Mixed))
    {
        end += particles + 1;
        while forms
            .get(end)
            .is_some_and(|form| form.case == Case::Title && !is_no_name(form))
            && listed.get(end).is_some_and(|kinds| *kinds == 0)
        {
            end += 1;
        }
    }
    end
}

/// "Asger “Farlig” Jensen" is one name. What is read as a place may be a family name, unless the lists know the place.
fn around_nickname(forms: &[Form], listed: &[u16], last: &Name, name: &Name) -> bool {
    let word = |at: usize| forms.get(at).map_or(0, |form| form.word);
    let gap = last.words.end..name.words.start;
    let words = gap.len();
    last.kind == NameKind::Person
        && !(name.kind == NameKind::Place && is_place(listed, name))
        && (3..=NICKNAME + 2).contains(&words)
        && QUOTES.contains(&word(gap.start))
        && QUOTES.contains(&word(gap.end - 1))
        && gap
            .clone()
            .skip(1)
            .take(words - 2)
            .all(|at| !QUOTES.contains(&word(at)))
}

/// "Velden" and "Herald" right behind it are the paper.
fn is_newspaper(forms: &[Form], listed: &[u16], place: &Name, paper: &Name) -> bool {
    place.kind == NameKind::Place
        && place.words.end == paper.words.start
        && paper.words.len() == 1
        && is_place(listed, place)
        && is_paper(forms, paper.words.start)
}

/// A town with the word of a newspaper behind it is the paper: "the Geneva Herald".
fn by_paper(forms: &[Form], listed: &[u16], name: &mut Name) {
    let end = name.words.end;
    if name.kind == NameKind::Place
        && is_place(listed, name)
        && is_paper(forms, end)
        && !forms.get(end + 1).is_some_and(is_capital)
    {
        name.words.end += 1;
        name.kind = NameKind::Organization;
    }
}

fn is_place(listed: &[u16], name: &Name) -> bool {
    listed
        .get(name.words.start)
        .is_some_and(|kinds| kinds & (COUNTRY | CITY | PLACE) != 0)
}

fn is_paper(forms: &[Form], at: usize) -> bool {
    forms
        .get(at)
        .is_some_and(|form| form.case == Case::Title && PAPERS.contains(&form.word))
}

/// "Milan" and "Orbel", read as two names, in front of "(Norland)".
fn is_cut_before_country(forms: &[Form], listed: &[u16], last: &Name, name: &Name) -> bool {
    let is_one = |name: &Name| name.words.len() == 1 && forms.get(name.words.start).is_some_and(is_capital);
    let mut joined = Name {
        words: last.words.start..name.words.end,
        kind: NameKind::Other,
    };
    by_country(forms, listed, &mut joined);
    last.words.end == name.words.start && is_one(last) && is_one(name) && joined.kind == NameKind::Person
}

/// "Milan Orbel (Norland)" is a person, whatever the name sounds like.
fn by_country(forms: &[Form], listed: &[u16], name: &mut Name) {
    let word = |at: usize| forms.get(at).map_or(0, |form| form.word);
    let end = name.words.end;
    let is_open = word(end) == WORDS.open && listed.get(end + 1).is_some_and(|kinds| kinds & COUNTRY != 0);
    if !is_open || !(2..=4).contains(&name.words.len()) {
        return;
    }
    let close = (end + 2..end + 6).find(|at| listed.get(*at).is_none_or(|kinds| kinds & gazetteer::INSIDE == 0));
    let is_listed = name.words.clone().any(|at| {
        listed
            .get(at)
            .is_some_and(|kinds| kinds & (ORGANIZATION | COUNTRY) != 0)
    });
    if close.is_some_and(|close| word(close) == WORDS.close) && !is_listed {
        name.kind = NameKind::Person;
    }
}

/// "Sel Line Ltd." is a company, and so is "Velda Sports", where no given name makes it a person.
fn by_suffix(forms: &[Form], listed: &[u16], name: &mut Name) {
    let list = |at: usize| listed.get(at).copied().unwrap_or(0);
    let last = name.words.end - 1;
    if name.words.len() < 2 {
        return;
    }
    let is_company = forms.get(last).is_some_and(|form| COMPANY.contains(&form.word));
    let first = forms.get(name.words.start);
    let is_given =
        list(name.words.start) & gazetteer::GIVEN != 0 || first.is_some_and(|form| matches!(form.case, Case::Initial));
    if is_company || name.kind == NameKind::Person && !is_given && list(last) & gazetteer::ORGANIZATION_WORD != 0 {
        name.kind = NameKind::Organization;
    }
}

/// "Wire/Ana Roth": who took a picture stands behind the agency.
fn by_credit(forms: &[Form], listed: &[u16], name: &mut Name) {
    let Some(slash) = name.words.start.checked_sub(1) else {
        return;
    };
    let is_credit = forms.get(slash).is_some_and(|form| form.word == WORDS.slash)
        && slash
            .checked_sub(1)
            .and_then(|agency| listed.get(agency))
            .is_some_and(|kinds| kinds & ORGANIZATION != 0);
    let is_plain = (2..=3).contains(&name.words.len())
        && name.words.clone().all(|at| {
            forms
                .get(at)
                .is_some_and(|form| matches!(form.case, Case::Title | Case::Mixed | Case::Initial))
                && listed
                    .get(at)
                    .is_some_and(|kinds| kinds & (ORGANIZATION | COUNTRY | gazetteer::ORGANIZATION_WORD) == 0)
        });
    if is_credit && is_plain {
        name.kind = NameKind::Person;
    }
}

/// "W. Orbel", "Ines Orbel": an initial or a given name before a person's name is a part of it.
fn with_initial(forms: &[Form], listed: &[u16], last: Option<&Name>, name: &mut Name) {
    let Some(before) = name.words.start.checked_sub(1) else {
        return;
    };
    let is_free = last.is_none_or(|last| last.words.end <= before);
    let is_initial = forms
        .get(before)
        .is_some_and(|form| form.case == Case::Initial && form.word != WORDS.i);
    let is_given = listed.get(before).is_some_and(|kinds| *kinds == gazetteer::GIVEN)
        && forms.get(before).is_some_and(|form| form.case == Case::Title);
    if is_free && (is_initial || is_given) && name.kind == NameKind::Person {
        name.words.start = before;
    }
}

/// Adds the names of a table that the model does not know: who stands before a score.
fn with_results(forms: &[Form], listed: &[u16], names: Vec<Name>) -> Vec<Name> {
    let form = |at: usize| forms.get(at).copied().unwrap_or_default();
    let fits = |at: usize| {
        let form = form(at);
        is_capital(&form)
            && !is_no_name(&form)
            && !is_dated_month(forms, at)
            && listed.get(at).is_some_and(|kinds| kinds & (TITLE | OTHER) == 0)
    };
    let mut found: Vec<Name> = Vec::with_capacity(names.len());
    let mut known = names.into_iter().peekable();
    let mut at = 0;
    while at < forms.len() {
        if let Some(name) = known.next_if(|name| name.words.start <= at) {
            at = name.words.end.max(at);
            found.push(name);
            continue;
        }
        let limit = known.peek().map_or(forms.len(), |name| name.words.start).min(at + 4);
        let end = (at..limit).find(|at| !fits(*at)).unwrap_or(limit);
        let is_row = end > at && is_score(&form(end)) && !form(end.saturating_sub(1)).case.eq(&Case::Initial);
        let is_person = end == at + 2 && form(at).case == Case::Initial;
        if is_row || is_person && end > at {
            found.push(Name {
                words: at..end,
                kind: if is_person {
                    NameKind::Person
                } else {
                    NameKind::Organization
                },
            });
        }
        at = end.max(at + 1);
    }
    found.extend(known);
    found
}

struct Words {
    and: u64,
    open: u64,
    close: u64,
    date: u64,
    year: u64,
    i: u64,
    slash: u64,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let word = |word: &str| Form::new(word).word;
    Words {
        and: word("and"),
        open: word("("),
        close: word(")"),
        date: word("2000-10-10"),
        year: word("2000"),
        i: word("i"),
        slash: word("/"),
    }
});

static QUOTES: LazyLock<Vec<u64>> = LazyLock::new(|| {
    ["“", "”", "\"", "‘", "’", "''", "``", "'"]
        .map(|word| Form::new(word).word)
        .to_vec()
});

static ORDINALS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    ["0th", "0st", "0nd", "0rd"]
        .map(|word| Form::new(word).suffixes[1])
        .to_vec()
});

/// Months that are names or other words as well; the others are no names wherever they stand.
static MONTHS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    ["march", "april", "may", "june", "july", "august"]
        .map(|word| Form::new(word).word)
        .to_vec()
});

/// Words behind which such a month is a month.
static BEFORE_MONTHS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    ["in", "late", "early", "mid", "last", "next", "since", "until", "during"]
        .map(|word| Form::new(word).word)
        .to_vec()
});

/// Words that close the name of a company.
static CLOSING: LazyLock<Vec<u64>> = LazyLock::new(|| {
    [
        "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "llc", "ag", "group", "capital", "holdings", "co.",
    ]
    .map(|word| Form::new(word).word)
    .to_vec()
});

/// Words that are never but of a company's name.
static COMPANY: LazyLock<Vec<u64>> = LazyLock::new(|| {
    [
        "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "plc", "llc", "llp", "ag", "gmbh", "s.a.", "spa", "n.v.", "nv",
        "bhd", "oyj", "holdings", "bros", "bros.", "co.", "airlines", "airways", "bancorp",
    ]
    .map(|word| Form::new(word).word)
    .to_vec()
});

/// Words that make a town the name of a newspaper.
static PAPERS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    [
        "herald",
        "post",
        "times",
        "tribune",
        "gazette",
        "globe",
        "journal",
        "chronicle",
        "star",
        "sun",
        "telegraph",
        "dispatch",
        "courier",
        "examiner",
        "mirror",
        "observer",
        "inquirer",
    ]
    .map(|word| Form::new(word).word)
    .to_vec()
});

/// Particles inside the names of people.
static PARTICLES: LazyLock<Vec<u64>> = LazyLock::new(|| {
    [
        "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin",
        "ibn", "ter", "ten", "zu",
    ]
    .map(|word| Form::new(word).word)
    .to_vec()
});

static NO_NAMES: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    lines(include_str!("../data/names/no_names.txt"))
        .flat_map(|line| line.split(','))
        .map(|word| Form::new(word.trim()).word)
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::base::check_names as check;

    #[test]
    fn a_name_goes_on_over_particles_and_nicknames() {
        check(
            "The president, Ulla von der Marck, met Pavel “Duke” Orbel.",
            &[
                ("Ulla von der Marck", NameKind::Person),
                ("Pavel “Duke” Orbel", NameKind::Person),
            ],
        );
    }

    #[test]
    fn a_country_in_brackets_stands_behind_a_person() {
        check(
            "Darryn Hillock (Australia) beat Maria Orbel (Spain) 6-4 6-3",
            &[
                ("Darryn Hillock", NameKind::Person),
                ("Australia", NameKind::Place),
                ("Maria Orbel", NameKind::Person),
                ("Spain", NameKind::Place),
            ],
        );
    }

    #[test]
    fn a_name_that_was_cut_in_front_of_a_country_is_joined() {
        let one = |at: usize, kind| Name {
            words: at..at + 1,
            kind,
        };
        let joined = |words: [&str; 5]| {
            let names = vec![
                one(0, NameKind::Place),
                one(1, NameKind::Person),
                one(3, NameKind::Place),
            ];
            let mended = mend(&words.map(Form::new), names);
            mended.first().map(|name| (name.words.clone(), name.kind))
        };
        assert_eq!(
            joined(["Milan", "Orbel", "(", "Spain", ")"]),
            Some((0..2, NameKind::Person))
        );
        assert_eq!(
            joined(["Milan", "Orbel", ",", "Spain", ","]),
            Some((0..1, NameKind::Place))
        );
    }

    #[test]
    fn a_month_with_its_day_is_no_name() {
        check("July 30, 2031", &[]);
        check("The plan was dropped on June 9 and came back in late May.", &[]);
        check("June Orbel won.", &[("June Orbel", NameKind::Person)]);
    }

    #[test]
    fn words_for_anybody_are_no_names() {
        check("“We saw it,” Nobody said.", &[]);
        check("Ana Orbel and Everybody left.", &[("Ana Orbel", NameKind::Person)]);
        check("Neither was hurt.", &[]);
    }

    #[test]
    fn who_stands_before_a_score_is_a_team() {
        check("Velden 3 1 1 1 8 10", &[("Velden", NameKind::Organization)]);
    }
}
