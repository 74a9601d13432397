//! Noun phrases by parts of speech: where a phrase that holds a given word begins and ends.

use std::ops::Range;

use crate::analysis::attribution::unit::{Page, Unit};
use crate::analysis::times::{is_month, is_weekday};
use crate::language::{Tag, Upos};

/// The longest noun phrase that is followed, in items.
const LONGEST: usize = 40;

/// Whether the item can be the head of a noun phrase.
#[must_use]
pub fn is_nominal(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    page.word(unit, at).is_some_and(|word| match word.upos {
        Upos::Noun | Upos::Propn => true,
        Upos::Pron => {
            word.tag != Tag::PossessivePronoun
                && word.tag != Tag::WhPossessive
                && !page.form(word).eq_ignore_ascii_case("there")
        }
        // "Many said", "some argue", "those who know": determiners that stand alone.
        Upos::Det | Upos::Adj | Upos::Num => stands_alone(page.form(word)) || is_misread_name(page, unit, at),
        Upos::Adv | Upos::Verb => is_misread_name(page, unit, at),
        // "Holloway, on her way to the port, said": a rare name in front of a comma is taken for an exclamation.
        Upos::Intj => is_read_as_name(page, unit, at),
        _ => false,
    })
}

/// Whether a word that is tagged as an exclamation must be a name, since it has a capital and is none that people use.
fn is_read_as_name(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    const EXCLAMATIONS: [&str; 14] = [
        "hello",
        "please",
        "sorry",
        "thanks",
        "welcome",
        "okay",
        "alas",
        "bravo",
        "indeed",
        "well",
        "yeah",
        "right",
        "goodbye",
        "congratulations",
    ];
    page.word(unit, at).map(|word| page.form(word)).is_some_and(|form| {
        form.len() > 3
            && form.starts_with(char::is_uppercase)
            && !EXCLAMATIONS.iter().any(|known| form.eq_ignore_ascii_case(known))
    })
}

/// Whether a word that is tagged as an adverb or a participle must be a name, since it has a capital inside the sentence
/// and none stands beside it: "To that, Schilling added", "And Kelly called".
fn is_misread_name(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    let capital = |at: usize| {
        page.word(unit, at)
            .is_some_and(|word| page.form(word).starts_with(char::is_uppercase))
    };
    let Some(before) = at.checked_sub(1) else { return false };
    let inside = page
        .word(unit, before)
        .is_some_and(|word| word.upos != Upos::Punct || page.form(word) == ",");
    let first = (0..at).all(|earlier| page.has(unit, earlier, &[Upos::Punct]));
    capital(at)
        && inside
        && !first
        && page
            .word(unit, at + 1)
            .is_some_and(|word| page.form(word).starts_with(char::is_lowercase) && word.tag.is_verb())
        && page
            .word(unit, at)
            .is_some_and(|word| page.form(word).chars().nth(3).is_some() && !is_day(page.form(word)))
}

fn stands_alone(form: &str) -> bool {
    [
        "some", "many", "others", "both", "most", "several", "few", "all", "those", "one", "another", "neither", "two",
        "three",
    ]
    .iter()
    .any(|word| form.eq_ignore_ascii_case(word))
}

/// Whether the item is a quotation inside a name: “Duke” in Dana “Duke” Marsh.
#[must_use]
pub fn is_nickname(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    unit.is_quotation(at)
        && at
            .checked_sub(1)
            .is_some_and(|before| page.has(unit, before, &[Upos::Propn]))
        && page.has(unit, at + 1, &[Upos::Propn])
}

/// Whether the item ends a name: a proper noun, or any noun with a capital, as taggers see rare family names.
#[must_use]
pub fn is_name(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    page.word(unit, at).is_some_and(|word| {
        word.upos == Upos::Propn || word.upos == Upos::Noun && page.form(word).starts_with(char::is_uppercase)
    })
}

/// Whether the item is a relative pronoun.
#[must_use]
pub fn is_relative(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    page.word(unit, at).is_some_and(|word| {
        matches!(word.tag, Tag::WhPronoun | Tag::WhDeterminer)
            || (word.upos == Upos::Pron && page.form(word).eq_ignore_ascii_case("who"))
    })
}

/// The items of the simple noun phrase that ends with item `last`: determiners, adjectives, nouns, possessives.
#[must_use]
pub fn ending_at(page: &Page<'_>, unit: &Unit, last: usize, first: usize) -> Range<usize> {
    let mut start = last;
    if page.has(unit, last, &[Upos::Pron]) {
        return last..last + 1;
    }
    while start > first && last - start < LONGEST {
        let before = start - 1;
        let Some(word) = page.word(unit, before) else {
            if is_nickname(page, unit, before) {
                start = before;
                continue;
            }
            break;
        };
        let joins = match word.upos {
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym => true,
            Upos::Pron => word.tag == Tag::PossessivePronoun,
            Upos::Part => word.tag == Tag::PossessiveEnding,
            Upos::Verb => {
                matches!(word.tag, Tag::PastParticiple | Tag::Gerund)
                    && before > first
                    && page.has(unit, before - 1, &[Upos::Det])
            }
            Upos::Adv => before > first && page.has(unit, before - 1, &[Upos::Det, Upos::Num]),
            Upos::Punct => {
                matches!(page.form(word), "-" | "‑" | "/" | "&")
                    && page
                        .word(unit, start)
                        .is_some_and(|next| next.span.start == word.span.end)
            }
            Upos::Cconj => page.form(word) == "&",
            _ => false,
        };
        if !joins || start > first && is_when(page, unit, before) {
            break;
        }
        start = before;
        if word.upos == Upos::Det && !page.has(unit, start.wrapping_sub(1), &[Upos::Det]) {
            break;
        }
    }
    start..last + 1
}

/// Whether the item tells when the words behind it act: "on Monday Foreign Minister Ana Weil", "in June officials".
fn is_when(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    let after = |words: &[&str]| at > 0 && words.iter().any(|word| page.is(unit, at - 1, word));
    page.word(unit, at).map(|word| page.form(word)).is_some_and(|form| {
        is_weekday(form) && after(&["on", "since", "until", "last", "next", "this"])
            || is_month(form) && after(&["in", "since", "until", "last", "next", "this"])
    })
}

/// The items of the noun phrase that begins with item `first`, with the *of* and *for* phrases that belong to it.
#[must_use]
pub fn starting_at(page: &Page<'_>, unit: &Unit, first: usize) -> Option<Range<usize>> {
    let core = core_starting_at(page, unit, first)?;
    let mut end = core.end;
    while end - first < LONGEST
        && page.word(unit, end).is_some_and(|word| {
            word.upos == Upos::Adp
                && ["of", "for", "at", "from", "with"].contains(&page.form(word).to_lowercase().as_str())
        })
    {
        let Some(inner) = core_starting_at(page, unit, end + 1) else {
            break;
        };
        end = inner.end;
    }
    if page.has(unit, end, &[Upos::Cconj])
        && let Some(second) = core_starting_at(page, unit, end + 1)
        && !page.has(unit, second.end, &[Upos::Verb, Upos::Aux])
    {
        end = second.end;
    }
    Some(first..end)
}

/// The items of the noun phrase that begins with item `first`, with an *of* phrase and the name behind it.
#[must_use]
pub fn with_of(page: &Page<'_>, unit: &Unit, first: usize) -> Option<Range<usize>> {
    let core = core_starting_at(page, unit, first)?;
    if !page.is(unit, core.end, "of") {
        return Some(core);
    }
    core_starting_at(page, unit, core.end + 1).map_or(Some(core), |inner| Some(first..inner.end))
}

/// The items of the simple noun phrase that begins with item `first`.
#[must_use]
pub fn core_starting_at(page: &Page<'_>, unit: &Unit, first: usize) -> Option<Range<usize>> {
    if page.has(unit, first, &[Upos::Pron])
        && page
            .word(unit, first)
            .is_some_and(|word| word.tag != Tag::PossessivePronoun)
    {
        return is_nominal(page, unit, first).then_some(first..first + 1);
    }
    let mut end = first;
    let mut headed = None;
    while end - first < LONGEST {
        let Some(word) = page.word(unit, end) else {
            if is_nickname(page, unit, end) {
                end += 1;
                continue;
            }
            break;
        };
        let joins = match word.upos {
            Upos::Noun | Upos::Propn => {
                // A day behind a name is when, not who: "said Lund Monday".
                if headed.is_some() && is_day(page.form(word)) {
                    break;
                }
                headed = Some(end);
                true
            }
            Upos::Det => headed.is_none() && end == first,
            Upos::Adj | Upos::Num | Upos::Sym => true,
            Upos::Pron => word.tag == Tag::PossessivePronoun && end == first,
            Upos::Part => word.tag == Tag::PossessiveEnding,
            Upos::Verb => matches!(word.tag, Tag::PastParticiple | Tag::Gerund) && end > first && headed.is_none(),
            // "Ostby ally Ana Lund": a small word between two names is a noun, whatever its tag.
            Upos::Adv => {
                end > first
                    && (headed.is_none()
                        || page.has(unit, end - 1, &[Upos::Propn])
                            && page.has(unit, end + 1, &[Upos::Propn])
                            && page.word(unit, end + 1).is_some_and(|next| !is_day(page.form(next))))
            }
            Upos::Punct => {
                matches!(page.form(word), "-" | "‑" | "/" | "&")
                    && page
                        .word(unit, end + 1)
                        .is_some_and(|next| next.span.start == word.span.end)
            }
            Upos::Cconj => page.form(word) == "&",
            _ => false,
        };
        if !joins {
            break;
        }
        end += 1;
    }
    let mut head = headed.or_else(|| is_nominal(page, unit, first).then_some(first))?;
    // "the 46-year-old": the adjective at the end of the compound is the head.
    if head + 2 < end && page.is(unit, head + 1, "-") && page.is(unit, head + 2, "old") {
        head += 2;
    }
    Some(first..head + 1)
}

/// Whether a word names a weekday, or a day relative to the draft's.
#[must_use]
pub fn is_day(form: &str) -> bool {
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "tomorrow",
        "tonight",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
    ]
    .iter()
    .any(|day| form.eq_ignore_ascii_case(day))
}
