//! Which figures were added, removed or changed: numbers in figures or in words, with what they count. Days and clock times are
//! none.

use std::sync::LazyLock;

use regex::Regex;

use crate::analysis::TimeKind;
use crate::engine::compare::pairing::{by_key, by_likeness, shared_words};
use crate::engine::compare::types::{Difference, Noted, Topic};
use crate::engine::compare::version::ComparedVersion;
use crate::engine::lookup::{in_block, merged, overlaps_any, spaced};
use crate::language::{Upos, Word};
use crate::markup::{BlockId, Place};
use crate::text::Span;
use crate::verify::folded_words;

/// How many words of their sentences two figures share if one is the other changed.
const ALIKE: f64 = 0.6;

/// How many words after a number say what it counts.
const COUNTED: usize = 3;

/// A number in figures with its sign and its unit.
///
/// Matches "2.3 million", "$1,204", "40 percent", "€5bn"; in "A4" and "B-52" nothing
static FIGURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:[$€£¥]\s?)?\b\d+(?:[.,]\d+)*(?:(?:\s|-)?(?:%|percent\b|per cent\b|thousand\b|million\b|billion\b|trillion\b|bn\b|[mk]\b))?",
    )
    .ok()
});

/// A number of a version.
struct ComparedFigure {
    noted: Noted,
    /// The number made comparable.
    number: String,
    /// What it counts; may be empty.
    counted: String,
    /// The words of its sentence without its number.
    sentence: Vec<String>,
}

/// What differs in the figures.
pub(super) fn differences(old: &ComparedVersion<'_>, new: &ComparedVersion<'_>) -> Vec<Difference> {
    let around = |one: &ComparedFigure, other: &ComparedFigure| shared_words(&one.sentence, &other.sentence);
    let key = |figure: &ComparedFigure| Some((figure.number.clone(), figure.counted.clone()));
    let same = by_key(figures(old), figures(new), key, around);
    // "3 dead, 5 hurt" became "5 dead, 3 hurt": first what counts the same things in the same sentence, and only then the
    // same numbers that count something by another word.
    let counted = by_likeness(same.old, same.new, ALIKE, |one, other| {
        let is_same_thing = !one.counted.is_empty() && one.counted == other.counted;
        f64::from(u8::from(is_same_thing)) * around(one, other)
    });
    let number = |figure: &ComparedFigure| Some(figure.number.clone());
    let numbers = by_key(counted.old, counted.new, number, around);
    let alike = by_likeness(numbers.old, numbers.new, ALIKE, around);
    let difference = |old: Option<ComparedFigure>, new: Option<ComparedFigure>| Difference {
        topic: Topic::Figure,
        old: old.map(|figure| figure.noted),
        new: new.map(|figure| figure.noted),
    };
    let changed = counted.both.into_iter().chain(alike.both);
    let changed = changed.map(|(old, new)| difference(Some(old), Some(new)));
    let removed = alike.old.into_iter().map(|old| difference(Some(old), None));
    let added = alike.new.into_iter().map(|new| difference(None, Some(new)));
    changed.chain(removed).chain(added).collect()
}

fn figures(version: &ComparedVersion<'_>) -> Vec<ComparedFigure> {
    let snapshot = version.snapshot;
    let mut figures = Vec::new();
    for (id, block) in BlockId::number(&snapshot.markup.blocks) {
        let Some(facts) = id.of(&snapshot.blocks) else { continue };
        let words = &facts.language.words;
        let days: Vec<Span> = in_block(&snapshot.facts.times, id, |time| time.place)
            .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time))
            .map(|time| time.place.span)
            .collect();
        let days = merged(days);
        let numbers = numbers(&block.text, words).into_iter();
        figures.extend(numbers.filter(|span| !overlaps_any(&days, *span)).map(|span| {
            let counted = counted_after(words, span);
            let shown = counted.map_or(span, |counted| span.join(counted));
            let text = |span: Span| spaced(span.of(&block.text));
            ComparedFigure {
                noted: version.noted(Place::new(id, shown), text(shown), String::new()),
                number: comparable(&text(span)),
                counted: counted.map(|span| text(span).to_lowercase()).unwrap_or_default(),
                sentence: version.words_around(Place::new(id, span)),
            }
        }));
    }
    figures
}

/// The numbers of a block, in figures and in words, in the order of the text. Linear, but for the sorting.
fn numbers(text: &str, words: &[Word]) -> Vec<Span> {
    let Some(pattern) = FIGURE.as_ref() else {
        return Vec::new();
    };
    let figures = pattern
        .find_iter(text)
        .map(|figure| Span::new(figure.start(), figure.end()));
    let figures: Vec<Span> = figures.filter(|span| !is_part_of_a_name(text, span.start)).collect();
    let mut runs: Vec<Span> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, word) in words.iter().enumerate() {
        let written = word.span.of(text);
        let is_number = word.upos == Upos::Num && written.chars().all(|letter| letter.is_alphabetic() || letter == '-');
        if !is_number || overlaps_any(&figures, word.span) {
            continue;
        }
        match runs.last_mut().filter(|_| last.is_some_and(|last| last + 1 == at)) {
            Some(run) => *run = run.join(word.span),
            // "One" alone is more often somebody than a number.
            None if written.eq_ignore_ascii_case("one") => continue,
            None => runs.push(word.span),
        }
        last = Some(at);
    }
    let mut found = [figures, runs].concat();
    found.sort_unstable();
    found
}

/// "A4", "B-52", "COVID-19": the number belongs to a name.
fn is_part_of_a_name(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or("");
    let has_sign = text
        .get(start..)
        .is_some_and(|rest| rest.starts_with(['$', '€', '£', '¥']));
    let before = before.strip_suffix(['-', '‑']).unwrap_or(before);
    !has_sign && before.ends_with(char::is_alphabetic)
}

/// What a number counts: the words after it up to the first noun, if nothing but adjectives is between.
fn counted_after(words: &[Word], number: Span) -> Option<Span> {
    let after = words.partition_point(|word| word.span.start < number.end);
    let mut next = words.iter().skip(after).take(COUNTED);
    let first = next.clone().next()?;
    let noun = next.find(|word| word.upos != Upos::Adj)?;
    matches!(noun.upos, Upos::Noun | Upos::Propn).then(|| first.span.join(noun.span))
}

/// A number made comparable: “2.3 million” and “$1,204” as they are said, word by word.
fn comparable(number: &str) -> String {
    let words = folded_words(number).join(" ");
    match (number.contains('¥'), words.is_empty()) {
        (true, _) => words + " yen",
        (false, true) => number.to_lowercase(),
        (false, false) => words,
    }
}
