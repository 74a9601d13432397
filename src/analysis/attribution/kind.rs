//! Marked, but does it quote anybody? Titles, nicknames, so-called things and words as words are *mentions*.

use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::phrase;
use crate::language::{Tag, Upos};

/// Why a quotation in title case is a mention, unless a cue reports it.
pub const TITLE_CASE: &str = "in title case, as the name of a work or a slogan";

/// Why a quotation in front of a word for its maker or its kind is a mention, whatever cue stands near.
pub const BEFORE_WORK: &str = "the title of a work in front of what the work is or who made it";

/// Whether the quotation at item `at` is a mention by its own shape and its neighbours, and why.
///
/// Only what needs no speaker is a mention here; a fragment that a cue reports is decided by the caller.
#[must_use]
pub fn mention(line: Line<'_>, at: usize) -> Option<&'static str> {
    let inner = line.region(at)?.inner.of(line.text()).trim();
    let words = inner.split_whitespace().count();
    if !inner.chars().any(char::is_alphabetic) && !is_uttered(line, at) {
        return Some("nothing but figures or signs");
    }
    if phrase::is_nickname(line, at) && words <= 3 {
        return Some("a nickname inside a name");
    }
    if words <= 8 && called(line, at) {
        return Some("a word that is named, not said");
    }
    if is_uttered(line, at) {
        return None;
    }
    // “Salt Road” star Ana Weil, the “Salt Road” reboot
    let before_work = !inner.ends_with(['.', ',', '?', '!'])
        && line
            .word(at + 1)
            .is_some_and(|word| is_work(&word.lemma) || is_maker(&word.lemma.to_lowercase()));
    if words <= 6 && before_work && inner.starts_with(char::is_uppercase) {
        return Some(BEFORE_WORK);
    }
    if is_title(inner) && words >= 2 && !inner.ends_with(['?', '!']) && !spoken(line, at) {
        return Some(TITLE_CASE);
    }
    let after_work = at.checked_sub(1).is_some_and(|before| {
        let before = if line.is(before, ",") {
            before.saturating_sub(1)
        } else {
            before
        };
        line.word(before).is_some_and(|word| is_work(&word.lemma))
    });
    if words <= 6 && after_work && inner.starts_with(char::is_uppercase) {
        return Some("the title of a work");
    }
    if is_attribute(line, at) {
        return Some("a value in markup");
    }
    None
}

/// Whether a marked fragment is too short to ask who said it: up to three words.
#[must_use]
pub fn is_short(inner: &str) -> bool {
    inner.split_whitespace().count() <= 3
}

/// Whether the quotation is what a preposition or a possessive governs: on “The Morning Hour”, Ostby's “Night Desk”.
#[must_use]
pub fn is_object_of_preposition(line: Line<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        line.has(before, &[Upos::Adp])
            || line
                .word(before)
                .is_some_and(|word| word.tag == Tag::PossessiveEnding || is_work(&word.lemma))
    })
}

/// Whether a noun names a kind of work that has a title.
fn is_work(lemma: &str) -> bool {
    [
        "show",
        "film",
        "movie",
        "novel",
        "book",
        "song",
        "album",
        "series",
        "program",
        "programme",
        "play",
        "drama",
        "comedy",
        "documentary",
        "podcast",
        "column",
        "musical",
        "opera",
        "game",
        "painting",
        "exhibition",
        "magazine",
        "memoir",
        "sitcom",
        "thriller",
        "single",
        "anthem",
        "hymn",
        "poem",
        "ballet",
        "blockbuster",
        "sequel",
        "bestseller",
        "broadcast",
    ]
    .contains(&lemma)
}

/// Whether a noun behind a title names who made the work, who plays in it, or what was made of it.
fn is_maker(lemma: &str) -> bool {
    [
        "star",
        "actor",
        "actress",
        "director",
        "creator",
        "host",
        "author",
        "singer",
        "producer",
        "reboot",
        "remake",
        "franchise",
        "trilogy",
        "soundtrack",
    ]
    .contains(&lemma)
}

/// How far before "called" the *what* of its clause may stand, in items.
const LONGEST_APPOSITION: usize = 16;

/// Whether a word before the quotation says that it is a name or a word: so-called, known as, titled, the term.
fn called(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| line.word(before)) else {
        return false;
    };
    let form = line.form_of(before).to_lowercase();
    let named = [
        "so-called",
        "called",
        "nicknamed",
        "dubbed",
        "titled",
        "entitled",
        "headlined",
        "named",
        "motto",
        "hashtag",
        "codenamed",
        "subtitled",
        "labeled",
        "labelled",
        "marked",
        "spelled",
        "acronym",
    ];
    if named.contains(&form.as_str()) {
        // "called" with a subject before it is somebody's description.
        let describes = matches!(form.as_str(), "called" | "dubbed" | "labeled" | "labelled");
        // "what Lund, the mayor, called “odd”": an object in front of the clause.
        let asked = (at.saturating_sub(LONGEST_APPOSITION)..at).any(|earlier| {
            line.word(earlier)
                .is_some_and(|word| word.tag == Tag::WhPronoun && line.form_of(word).eq_ignore_ascii_case("what"))
        });
        let by = line.is(at + 1, "by");
        return !describes || passive_or_bare(line, at - 1) && !asked && !by;
    }
    (form == "as" && at >= 2 && line.is_any(at - 2, &["known", "such"]))
        || (form == "called" || form == "so") && line.is(at.wrapping_sub(2), "so")
}

fn passive_or_bare(line: Line<'_>, verb: usize) -> bool {
    verb.checked_sub(1).is_none_or(|before| {
        line.has(before, &[Upos::Noun, Upos::Punct])
            || line
                .word(before)
                .is_some_and(|word| word.lemma == "be" || line.form_of(word) == "-")
    })
}

/// Whether every word that title case capitalises has a capital, and there is more than one.
fn is_title(inner: &str) -> bool {
    let small = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "with", "by", "from", "as", "is",
        "vs", "vs.", "de", "la",
    ];
    let mut capitals = 0;
    for word in inner.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some(first) = word.chars().next() else { continue };
        if first.is_uppercase() || first.is_numeric() {
            capitals += 1;
        } else if !small.contains(&word) {
            return false;
        }
    }
    capitals >= 2
}

/// Words that lead in what is called out, mouthed or shown, whoever does it: chants of “…”, a sign that read “…”.
const UTTERED: [&str; 14] = [
    "chant", "chanting", "chants", "mouth", "mouthed", "mouthing", "cry", "cried", "crying", "cries", "read", "reads",
    "reading", "utter",
];

/// Whether the quotation is called out, mouthed or shown, however short it is.
#[must_use]
pub fn is_uttered(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let before = if line.is(before, "of") || line.is(before, ",") || line.is(before, ":") {
        before.saturating_sub(1)
    } else {
        before
    };
    line.word(before).is_some_and(|word| {
        UTTERED
            .iter()
            .any(|known| line.form_of(word).eq_ignore_ascii_case(known))
    }) || is_used(line, at)
}

/// "refused to say the words “…”", "the phrase “…” was uttered": words that somebody is said to have used.
fn is_used(line: Line<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1) else { return false };
    let named = line
        .word(noun)
        .is_some_and(|word| matches!(word.lemma.as_str(), "word" | "term" | "phrase" | "slogan"));
    let near = (noun.saturating_sub(3)..noun).chain(at + 1..at + 4);
    named
        && near.into_iter().any(|at| {
            line.word(at).is_some_and(|word| {
                matches!(
                    word.lemma.as_str(),
                    "say" | "use" | "utter" | "repeat" | "shout" | "under" | "write"
                )
            })
        })
}

/// Whether a verb of saying stands right beside the quotation.
fn spoken(line: Line<'_>, at: usize) -> bool {
    let speaks = |at: usize| {
        line.word(at).is_some_and(|word| {
            word.upos == Upos::Verb
                && crate::analysis::attribution::cues::cue(&word.lemma).is_some_and(|cue| cue.speaks())
        })
    };
    speaks(at + 1)
        || (line.is(at + 1, ",") && speaks(at + 2))
        || at.checked_sub(1).is_some_and(|before| {
            speaks(before) || line.is(before, ":") || line.is(before, ",") && before.checked_sub(1).is_some_and(speaks)
        })
        || (line.has(at + 1, &[Upos::Pron, Upos::Propn]) && speaks(at + 2))
}

/// `name="value"`: markup that was left in the text.
fn is_attribute(line: Line<'_>, at: usize) -> bool {
    line.region(at)
        .and_then(|region| line.text().get(..region.span.start))
        .is_some_and(|before| before.ends_with('='))
}
