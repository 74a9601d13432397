//! Noun phrases by parts of speech: where a phrase that holds a given word begins and ends.

use std::ops::Range;

use crate::analysis::attribution::line::Line;
use crate::analysis::times::{is_month, is_weekday};
use crate::language::{Tag, Upos};

/// The longest noun phrase that is followed, in items.
const LONGEST: usize = 40;

/// Whether the item can be the head of a noun phrase.
#[must_use]
pub fn is_nominal(line: Line<'_>, at: usize) -> bool {
    line.word(at).is_some_and(|word| match word.upos {
        Upos::Noun | Upos::Propn => true,
        Upos::Pron => {
            word.tag != Tag::PossessivePronoun
                && word.tag != Tag::WhPossessive
                && !line.form_of(word).eq_ignore_ascii_case("there")
        }
        // "Many said", "some argue", "those who know": determiners that stand alone.
        Upos::Det | Upos::Adj | Upos::Num => stands_alone(line.form_of(word)) || is_misread_name(line, at),
        Upos::Adv | Upos::Verb => is_misread_name(line, at),
        // "Holloway, on her way to the port, said": a rare name in front of a comma is taken for an exclamation.
        Upos::Intj => is_read_as_name(line, at),
        _ => false,
    })
}

/// Whether a word that is tagged as an exclamation must be a name, since it has a capital and is none that people use.
fn is_read_as_name(line: Line<'_>, at: usize) -> bool {
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
    Some(line.form(at)).is_some_and(|form| {
        form.len() > 3
            && form.starts_with(char::is_uppercase)
            && !EXCLAMATIONS.iter().any(|known| form.eq_ignore_ascii_case(known))
    })
}

/// Whether a word that is tagged as an adverb or a participle must be a name, since it has a capital inside the sentence
/// and none stands beside it: "To that, Schilling added", "And Kelly called".
fn is_misread_name(line: Line<'_>, at: usize) -> bool {
    let capital = |at: usize| {
        line.word(at)
            .is_some_and(|word| line.form_of(word).starts_with(char::is_uppercase))
    };
    let Some(before) = at.checked_sub(1) else { return false };
    let inside = line
        .word(before)
        .is_some_and(|word| word.upos != Upos::Punct || line.form_of(word) == ",");
    let first = (0..at).all(|earlier| line.has(earlier, &[Upos::Punct]));
    capital(at)
        && inside
        && !first
        && line
            .word(at + 1)
            .is_some_and(|word| line.form_of(word).starts_with(char::is_lowercase) && word.tag.is_verb())
        && line
            .word(at)
            .is_some_and(|word| line.form_of(word).chars().nth(3).is_some() && !is_day(line.form_of(word)))
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
pub fn is_nickname(line: Line<'_>, at: usize) -> bool {
    line.is_quotation(at)
        && at.checked_sub(1).is_some_and(|before| line.has(before, &[Upos::Propn]))
        && line.has(at + 1, &[Upos::Propn])
}

/// Whether the item ends a name: a proper noun, or any noun with a capital, as taggers see rare family names.
#[must_use]
pub fn is_name(line: Line<'_>, at: usize) -> bool {
    line.word(at)
        .is_some_and(|word| word.upos == Upos::Propn || word.upos == Upos::Noun && line.is_capitalized(at))
}

/// Whether the item is a relative pronoun.
#[must_use]
pub fn is_relative(line: Line<'_>, at: usize) -> bool {
    line.word(at).is_some_and(|word| {
        matches!(word.tag, Tag::WhPronoun | Tag::WhDeterminer)
            || (word.upos == Upos::Pron && line.form_of(word).eq_ignore_ascii_case("who"))
    })
}

/// The items of the simple noun phrase that ends with item `last`: determiners, adjectives, nouns, possessives.
#[must_use]
pub fn ending_at(line: Line<'_>, last: usize, first: usize) -> Range<usize> {
    let mut start = last;
    if line.has(last, &[Upos::Pron]) {
        return last..last + 1;
    }
    while start > first && last - start < LONGEST {
        let before = start - 1;
        let Some(word) = line.word(before) else {
            if is_nickname(line, before) {
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
                    && line.has(before - 1, &[Upos::Det])
            }
            Upos::Adv => before > first && line.has(before - 1, &[Upos::Det, Upos::Num]),
            Upos::Punct => {
                matches!(line.form_of(word), "-" | "‑" | "/" | "&")
                    && line.word(start).is_some_and(|next| next.span.start == word.span.end)
            }
            Upos::Cconj => line.form_of(word) == "&",
            _ => false,
        };
        if !joins || start > first && is_when(line, before) {
            break;
        }
        start = before;
        if word.upos == Upos::Det && !line.has(start.wrapping_sub(1), &[Upos::Det]) {
            break;
        }
    }
    start..last + 1
}

/// Whether the item tells when the words behind it act: "on Monday Foreign Minister Ana Weil", "in June officials".
fn is_when(line: Line<'_>, at: usize) -> bool {
    let after = |words: &[&str]| at > 0 && words.iter().any(|word| line.is(at - 1, word));
    Some(line.form(at)).is_some_and(|form| {
        is_weekday(form) && after(&["on", "since", "until", "last", "next", "this"])
            || is_month(form) && after(&["in", "since", "until", "last", "next", "this"])
    })
}

/// The items of the noun phrase that begins with item `first`, with the *of* and *for* phrases that belong to it.
#[must_use]
pub fn starting_at(line: Line<'_>, first: usize) -> Option<Range<usize>> {
    let core = core_starting_at(line, first)?;
    let mut end = core.end;
    while end - first < LONGEST
        && line.word(end).is_some_and(|word| {
            word.upos == Upos::Adp
                && ["of", "for", "at", "from", "with"].contains(&line.form_of(word).to_lowercase().as_str())
        })
    {
        let Some(inner) = core_starting_at(line, end + 1) else {
            break;
        };
        end = inner.end;
    }
    if line.has(end, &[Upos::Cconj])
        && let Some(second) = core_starting_at(line, end + 1)
        && !line.has(second.end, &[Upos::Verb, Upos::Aux])
    {
        end = second.end;
    }
    Some(first..end)
}

/// The items of the noun phrase that begins with item `first`, with an *of* phrase and the name behind it.
#[must_use]
pub fn with_of(line: Line<'_>, first: usize) -> Option<Range<usize>> {
    let core = core_starting_at(line, first)?;
    if !line.is(core.end, "of") {
        return Some(core);
    }
    core_starting_at(line, core.end + 1).map_or(Some(core), |inner| Some(first..inner.end))
}

/// The items of the simple noun phrase that begins with item `first`.
#[must_use]
pub fn core_starting_at(line: Line<'_>, first: usize) -> Option<Range<usize>> {
    if line.has(first, &[Upos::Pron]) && line.word(first).is_some_and(|word| word.tag != Tag::PossessivePronoun) {
        return is_nominal(line, first).then_some(first..first + 1);
    }
    let mut end = first;
    let mut headed = None;
    while end - first < LONGEST {
        let Some(word) = line.word(end) else {
            if is_nickname(line, end) {
                end += 1;
                continue;
            }
            break;
        };
        let joins = match word.upos {
            Upos::Noun | Upos::Propn => {
                // A day behind a name is when, not who: "said Lund Monday".
                if headed.is_some() && is_day(line.form_of(word)) {
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
                        || line.has(end - 1, &[Upos::Propn])
                            && line.has(end + 1, &[Upos::Propn])
                            && line.word(end + 1).is_some_and(|next| !is_day(line.form_of(next))))
            }
            Upos::Punct => {
                matches!(line.form_of(word), "-" | "‑" | "/" | "&")
                    && line.word(end + 1).is_some_and(|next| next.span.start == word.span.end)
            }
            Upos::Cconj => line.form_of(word) == "&",
            _ => false,
        };
        if !joins {
            break;
        }
        end += 1;
    }
    let mut head = headed.or_else(|| is_nominal(line, first).then_some(first))?;
    // "the 46-year-old": the adjective at the end of the compound is the head.
    if head + 2 < end && line.is(head + 1, "-") && line.is(head + 2, "old") {
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
