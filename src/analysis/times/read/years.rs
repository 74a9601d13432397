//! Years, fiscal years, decades and centuries. It never takes a count of something for a year.

use std::ops::RangeInclusive;

use crate::analysis::times::expression::Expression;
use crate::analysis::times::read::matched::TimeMatch;
use crate::analysis::times::read::parts::year_in_words;
use crate::analysis::times::read::reader::TimeReader;
use crate::analysis::times::unit::TimeUnit;
use crate::analysis::times::words::{TimeClass, TimeList, is_on};

/// Years, school and fiscal years, decades, centuries.
#[must_use]
pub fn year(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    decade_or_century(reader, at)
        .or_else(|| fiscal(reader, at))
        .or_else(|| bare_year(reader, at))
        .or_else(|| spelled_year(reader, at))
}

/// The years in which a number in four figures is rather a year, whatever is before it.
const MODERN: RangeInclusive<i16> = 1900..=2050;

fn bare_year(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let year = reader.year(at)?;
    let edged = reader.is(at.wrapping_sub(1), "-") && reader.is_on(at.wrapping_sub(2), TimeList::EdgeOfYear);
    if edged {
        return Some(TimeMatch::date(at + 1, Expression::Year(year)));
    }
    if is_glued_to_another(reader, at) || is_number_of_something(reader, at, year) || is_numbered(reader, at) {
        return None;
    }
    // "The 2031 school year".
    if reader.is_on(at + 1, TimeList::KindOfUnit) && is_one_year(reader, at + 2) {
        return Some(TimeMatch::date(at + 3, Expression::Year(year)));
    }
    if reader.is_any(at + 1, &["-", "/"]) && reader.is_glued(at + 1) && reader.is_glued(at + 2) {
        return year_of_range(reader, at, year);
    }
    Some(TimeMatch::date(at + 1, Expression::Year(year)))
}

/// "A1990", "7-1990": a mark without a space makes the number part of something else. "1989-1990" has two years.
fn is_glued_to_another(reader: TimeReader<'_>, at: usize) -> bool {
    if !reader.is_glued(at) || at == 0 {
        return false;
    }
    let opened = reader.is_any(at - 1, &["(", "[", "\"", "“", "-", "'", "/", ",", "‘"]);
    let joined = reader.is_any(at - 1, &["-", "/", ","]) && reader.is_glued(at - 1);
    !opened || joined && !is_year_before(reader, at)
}

/// "2000 soldiers", "about 1900", "flight 1990", "1990 miles".
fn is_number_of_something(reader: TimeReader<'_>, at: usize, year: i16) -> bool {
    let before = reader.before(at);
    let is_led = is_on(TimeList::LeadsYear, before);
    let is_round = year % 50 == 0;
    let is_counting = is_on(TimeList::Counts, before);
    let is_modern = MODERN.contains(&year);
    let is_counted = is_counted(reader, at)
        || reader.is_plural(at + 1)
            && (is_counting || is_round && !matches!(before, "since" | "fiscal" | "the") || !is_modern);
    is_counted
        || !is_modern && !is_on(TimeList::LeadsOldYear, before)
        || is_counting && !is_led && is_round
        || reader.is_on(at + 1, TimeList::Measure)
        || !is_modern && reader.is_any(at + 1, &["of", "-"])
}

/// "Made 1984 cars", "1999 men": no word that leads to a year or to a noun is before it, and what comes after has no years of its own.
fn is_counted(reader: TimeReader<'_>, at: usize) -> bool {
    let before = reader.before(at);
    let leads = is_on(TimeList::LeadsYear, before) && before != "and"
        || is_on(TimeList::Owner, before)
        || matches!(before, "s" | "our" | "my" | "this" | "that" | "these" | "those" | "-")
        || matches!(
            reader.class(at.wrapping_sub(1)),
            TimeClass::Month { .. } | TimeClass::Season { .. } | TimeClass::Edge
        );
    let is_many = reader.is_plural(at + 1) || reader.is_any(at + 1, &["men", "women", "children", "sheep", "cattle"]);
    is_many && !leads && !reader.is_on(at + 1, TimeList::OfYears)
}

/// "Room 2031", "pp. 1950-1960", "1999 Oak Street", "of 3,000 voters, 1900 stayed home".
fn is_numbered(reader: TimeReader<'_>, at: usize) -> bool {
    let goes_on = reader.is(at.wrapping_sub(1), "-") && is_year_before(reader, at);
    has_number_word(reader, at)
        || goes_on && has_number_word(reader, at.wrapping_sub(2))
        || is_house(reader, at)
        || is_share(reader, at)
}

/// "Room 2031", "No. 1984", "H.R. 1930": the word before says that it is a number.
fn has_number_word(reader: TimeReader<'_>, at: usize) -> bool {
    let stop = reader.is(at.wrapping_sub(1), ".") && reader.is_glued(at.wrapping_sub(1));
    let name = at.wrapping_sub(if stop { 2 } else { 1 });
    let is_bill = stop
        && reader.is(name.wrapping_sub(1), ".")
        && reader.is_any(name.wrapping_sub(2), &["h", "s", "a", "l"])
        && reader.is_any(name, &["r", "b", "f"]);
    reader.is_on(name, TimeList::Numbered) || is_bill
}

/// How many words a street has before "Street".
const STREET: usize = 3;

/// "1999 Oak Street"; in "in 1999 Oak Street flooded" it is a year.
fn is_house(reader: TimeReader<'_>, at: usize) -> bool {
    let mut names = (at + 1..=at + 1 + STREET).take_while(|next| reader.is_capital(*next));
    !reader.is_any(at.wrapping_sub(1), &["in", "since", "until", "by", "the", "a", "s"])
        && names.any(|next| next > at + 1 && reader.is_on(next, TimeList::Street))
}

/// How many words "of 3,000 voters" has at most.
const WHOLE: usize = 9;

/// "Of 3,000 voters, 1900 stayed home": a part of a number at the start of its sentence.
fn is_share(reader: TimeReader<'_>, at: usize) -> bool {
    let begins = |of: usize| of == 0 || reader.is_any(of - 1, &[".", "!", "?"]);
    let whole =
        |of: usize| reader.is(of, "of") && begins(of) && reader.get(of + 1).is_some_and(|next| next.number.is_some());
    reader.is(at.wrapping_sub(1), ",") && (2..=WHOLE).any(|back| at.checked_sub(back).is_some_and(whole))
}

/// "year" at `at`, as in "school year".
fn is_one_year(reader: TimeReader<'_>, at: usize) -> bool {
    let unit = TimeUnit::Year;
    reader.class(at) == TimeClass::Unit { unit, plural: false }
}

/// "2025-26", "2025/26", "1997-1999": a mark is glued after the year, and something to the mark.
fn year_of_range(reader: TimeReader<'_>, at: usize, year: i16) -> Option<TimeMatch> {
    if let Some(short) = reader.figures(at + 2, 2..=2)
        && i16::try_from(short).is_ok_and(|short| short == (year + 1) % 100)
        && !reader.is_glued_figure(at + 4)
    {
        // "The 2032-33 school year".
        let named = reader.is_on(at + 3, TimeList::KindOfUnit) && is_one_year(reader, at + 4);
        let end = if named { at + 5 } else { at + 3 };
        return Some(TimeMatch::date(end, Expression::Years(year, year + 1)));
    }
    // Two years on either side of a dash are two expressions.
    let ends_later = reader.year(at + 2).is_some_and(|last| last > year);
    let is_number = reader.get(at + 2).is_some_and(|next| next.number.is_some());
    (ends_later || !is_number).then(|| TimeMatch::date(at + 1, Expression::Year(year)))
}

fn is_year_before(reader: TimeReader<'_>, at: usize) -> bool {
    at >= 2
        && reader
            .get(at - 2)
            .is_some_and(|token| token.number.is_some() && token.span.len() == 4)
}

fn spelled_year(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let (year, end) = year_in_words(reader, at)?;
    Some(TimeMatch::date(end, Expression::Year(year)))
}

/// "fiscal 2026", "fiscal year 2026", "FY2026", "FY26".
fn fiscal(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let next = match reader.word(at) {
        "fiscal" | "financial" => reader.skip(at + 1, "year"),
        "fy" if reader.is_capital(at) => at + 1,
        "year" if reader.is(at + 1, "-") && reader.is(at + 2, "end") => at + 3,
        _ => return None,
    };
    if let Some(year) = reader.year(next) {
        return Some(TimeMatch::date(next + 1, Expression::Year(year)));
    }
    let short = reader.figures(next, 2..=2).filter(|_| reader.is(at, "fy"))?;
    Some(TimeMatch::date(
        next + 1,
        Expression::Year(2000 + i16::try_from(short).ok()?),
    ))
}

/// "the 1990s", "the '90s", "the nineties", "the 20th century".
fn decade_or_century(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    if let TimeClass::Decade(tens) = reader.class(at) {
        let led = reader.is_any(at.wrapping_sub(1), &["the", "early", "late", "mid", "-"]);
        return led.then(|| TimeMatch::date(at + 1, Expression::Decade(190 + tens)));
    }
    reader.get(at)?;
    decade_in_figures(reader, at).or_else(|| century(reader, at))
}

/// Two figures below this name a decade of this century: "the '10s".
const THIS_CENTURY: u32 = 30;

/// "1990s", "'90s", "the 90s", "1990's".
fn decade_in_figures(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let token = reader.get(at)?;
    let year = token.number.filter(|year| year % 10 == 0)?;
    let mark = at + 1;
    let end = if reader.is(mark, "s") && reader.is_glued(mark) {
        mark + 1
    } else if reader.is(mark, "'") && reader.is_glued(mark) && reader.is(mark + 1, "s") && reader.is_glued(mark + 1) {
        mark + 2
    } else {
        return None;
    };
    let decade = i32::try_from(year / 10).ok()?;
    if token.span.len() == 4 && (1000..2100).contains(&year) {
        return Some(TimeMatch::date(end, Expression::Decade(decade)));
    }
    let is_short = token.glued && reader.is(at.wrapping_sub(1), "'");
    let is_led = year >= 20 && reader.is(at.wrapping_sub(1), "the");
    let century = if year < THIS_CENTURY { 200 } else { 190 };
    (token.span.len() == 2 && (is_short || is_led)).then(|| TimeMatch::date(end, Expression::Decade(century + decade)))
}

/// "20th century", "twentieth-century", "twenty-first century".
fn century(reader: TimeReader<'_>, at: usize) -> Option<TimeMatch> {
    let (number, next) = match reader.class(at) {
        TimeClass::Ordinal(number) => (number, at + 1),
        TimeClass::Digits => {
            let (day, next) = reader.day_figures(at)?;
            (next == at + 2).then_some(())?;
            (u32::try_from(day).ok()?, next)
        }
        TimeClass::Number(20) if reader.is(at + 1, "-") && reader.is(at + 2, "first") => (21, at + 3),
        _ => return None,
    };
    let next = reader.skip(next, "-");
    let century = Expression::Century(i32::try_from(number).unwrap_or_default() - 1);
    reader.is(next, "century").then(|| TimeMatch::date(next + 1, century))
}
