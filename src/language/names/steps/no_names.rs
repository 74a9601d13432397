//! Capitalized words that are no names: days, months, "Reporting", "Nobody". What they are is in a table.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Capitals, Case, Form, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists, is_month_or_name, is_no_name};
use crate::language::names::steps::companies::is_company_suffix;
use crate::language::{Name, NameKind, Upos};
use crate::text::calendar;

const HYPHEN: u64 = word("-");

/// "Ana Orbel Wednesday": such a word ends no name.
pub(super) fn last_words(line: &NameLine<'_>, found: &mut Found) {
    found.change(|name| {
        // "Milan | Sunday | ran": between a given name that opens the sentence and its verb, a day is the last name.
        let is_first = name.words == (0..1) && name.kind == NameKind::Person;
        if is_first && line.case(1) == Case::Title && is_day_before_verb(line, 1) {
            name.words.end = 2;
        }
        let mut last = name.words.end - 1;
        while name.kind != NameKind::Other
            && name.words.len() > 1
            && is_none(line, last)
            && line.case(last) != Case::Initial
            && !is_part_of_name(line, name, last)
        {
            name.words.end = last;
            last -= 1;
        }
    });
}

/// Whether such a word is a name here all the same: "Moon Jae-in", "Nguyen Orbel An", and "Milan Sunday" before the verb of
/// a sentence that it opens.
fn is_part_of_name(line: &NameLine<'_>, name: &Name, last: usize) -> bool {
    const SYLLABLES: [u64; 9] = [
        word("an"),
        word("so"),
        word("in"),
        word("to"),
        word("do"),
        word("you"),
        word("her"),
        word("how"),
        word("on"),
    ];
    if name.kind != NameKind::Person {
        return false;
    }
    let start = name.words.start;
    let is_syllable = line.capitals == Capitals::Running
        && line.case(last) == Case::Title
        && name.words.len() > 2
        && SYLLABLES.contains(&line.word(last));
    let is_hyphened = line.word(last - 1) == HYPHEN;
    is_syllable || is_hyphened || start == 0 && last == 1 && is_day_before_verb(line, last)
}

/// Whether this word is a day between a given name and a verb.
fn is_day_before_verb(line: &NameLine<'_>, day: usize) -> bool {
    line.lists(0) == Lists::GIVEN
        && calendar::is_weekday(line.written(day))
        && line.case(day + 1) == Case::Lower
        && line.tagged(day + 1).is_some_and(|next| next.tag.is_finite())
}

/// "June 9", "Nobody", "the 75th": what holds nothing but such words is not a name.
pub(super) fn no_names(line: &NameLine<'_>, found: &mut Found) {
    static NUMBERS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("numbers.txt")));
    found.keep(|name| {
        let is_number = name.words.len() == 1 && NUMBERS.contains(&line.word(name.words.start));
        !is_number
            && !is_common_opener(line, name)
            && !is_command(line, name)
            && !is_described(line, name)
            && !is_suffix_alone(line, name)
            && !is_middle_of_month(line.written(name.words.start))
            && !name
                .words
                .clone()
                .all(|at| is_none(line, at) || is_dated_month(line, at) || is_ordinal(&line.form(at)))
    });
}

/// "on an ATV", "a new DA": letters after the article of one among many are a word for a thing, unless a noun goes on after them.
pub(super) fn one_of_a_kind(line: &NameLine<'_>, found: &mut Found) {
    const ARTICLES: [u64; 2] = [word("a"), word("an")];
    found.keep(|name| {
        let (start, end) = (name.words.start, name.words.end);
        let is_letters = name.words.len() == 1
            && line.capitals == Capitals::Running
            && line.case(start) == Case::Upper
            && line.lists(start).is_empty();
        let goes_on = line
            .tagged(end)
            .is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num))
            || matches!(line.written(end), "-" | "–" | "/" | "&" | "'s" | "’s");
        let is_one = (start.checked_sub(1)).is_some_and(|before| ARTICLES.contains(&line.word(before)));
        !(is_letters && is_one && !goes_on)
    });
}

/// "State lawmakers met", "County workers struck": a noun that has its capital from the sentence, before the noun that it describes.
fn is_common_opener(line: &NameLine<'_>, name: &Name) -> bool {
    const NOUNS: [u64; 9] = [
        word("state"),
        word("county"),
        word("city"),
        word("town"),
        word("township"),
        word("school"),
        word("court"),
        word("district"),
        word("province"),
    ];
    let start = name.words.start;
    let opens = (0..start).all(|at| line.case(at) == Case::Mark);
    let describes = line.case(start + 1) == Case::Lower
        && line
            .tagged(start + 1)
            .is_some_and(|next| matches!(next.upos, Upos::Noun | Upos::Adj));
    name.words.len() == 1 && opens && describes && NOUNS.contains(&line.word(start))
}

/// "Mark the date", "Rob your bank": a word that opens a sentence and takes an object at once is a verb.
fn is_command(line: &NameLine<'_>, name: &Name) -> bool {
    static OBJECTS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("objects.txt")));
    let start = name.words.start;
    let opens = (0..start).all(|at| line.case(at) == Case::Mark);
    name.words.len() == 1
        && name.kind == NameKind::Person
        && opens
        && line.capitals == Capitals::Running
        && line.case(start) == Case::Title
        && line.case(start + 1) == Case::Lower
        && OBJECTS.contains(&line.word(start + 1))
}

/// "Frank talks followed": an adjective or a noun that is a given name as well, before the plural that it describes and its verb.
fn is_described(line: &NameLine<'_>, name: &Name) -> bool {
    const ADJECTIVES: [u64; 5] = [
        word("frank"),
        word("rich"),
        word("grant"),
        word("sunny"),
        word("chance"),
    ];
    let start = name.words.start;
    let opens = (0..start).all(|at| line.case(at) == Case::Mark);
    name.words.len() == 1
        && opens
        && ADJECTIVES.contains(&line.word(start))
        && line.case(start + 1) == Case::Lower
        && line.written(start + 1).ends_with('s')
        && line.case(start + 2) == Case::Lower
        && line
            .tagged(start + 2)
            .is_some_and(|verb| verb.tag.is_finite() || verb.upos == Upos::Aux)
}

/// "Inc.", "Jr." by themselves: what is left of a name that was cut.
fn is_suffix_alone(line: &NameLine<'_>, name: &Name) -> bool {
    const OF_PEOPLE: [u64; 4] = [word("jr."), word("jr"), word("sr."), word("sr")];
    let start = name.words.start;
    let is_suffix = OF_PEOPLE.contains(&line.word(start)) || is_company_suffix(line.word(start));
    name.words.len() == 1 && is_suffix && line.case(start) == Case::Title
}

/// "mid-October".
fn is_middle_of_month(written: &str) -> bool {
    written
        .split_once('-')
        .is_some_and(|(first, month)| first.eq_ignore_ascii_case("mid") && calendar::month(month).is_some())
}

fn is_none(line: &NameLine<'_>, at: usize) -> bool {
    is_no_name(&line.form(at)) && !line.is_on(at, Lists::NAMES)
}

/// Whether a word that may be a given name is a month here: "June 9", "3 April", "late May", "in March".
pub(super) fn is_dated_month(line: &NameLine<'_>, at: usize) -> bool {
    const BEFORE: [u64; 9] = [
        word("in"),
        word("late"),
        word("early"),
        word("mid"),
        word("last"),
        word("next"),
        word("since"),
        word("until"),
        word("during"),
    ];
    let is_dated = |before: usize| line.is_figure(before) || BEFORE.contains(&line.word(before));
    is_month_or_name(&line.form(at)) && (line.is_figure(at + 1) || at.checked_sub(1).is_some_and(is_dated))
}

/// "75th", "1st".
fn is_ordinal(form: &Form) -> bool {
    const ENDS: [u64; 4] = [word("th"), word("st"), word("nd"), word("rd")];
    form.case == Case::FigureAndLetter && form.suffixes.iter().any(|end| ENDS.contains(end))
}
