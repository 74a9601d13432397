//! Finds the placeholders of one block. It knows no other block, so that a name with the same letters must be told by what
//! is beside it.

use std::cell::LazyCell;
use std::sync::LazyLock;

use regex::{Captures, Match, Regex, RegexBuilder};

use crate::analysis::placeholders::{Placeholder, PlaceholderKind};
use crate::language::calendar;
use crate::language::names::lists;
use crate::text::Span;

/// The placeholders in a text, in order. Linear in its length; a text without any sign of one is only skimmed.
#[must_use]
pub fn of_block(text: &str) -> Vec<Placeholder> {
    let Some(pattern) = PATTERN.as_ref().filter(|_| has_sign(text)) else {
        return Vec::new();
    };
    let has_kin = LazyCell::new(|| has_kin_of_numerals(text));
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((captures, whole)) = next_match(pattern, text, from) {
        if is_too_long(&captures) {
            // What is inside the bracket may be a placeholder by itself.
            from = whole.start + 1;
            continue;
        }
        found.extend(placeholder(text, &captures, || *has_kin));
        from = whole.end;
    }
    found
}

fn next_match<'a>(pattern: &Regex, text: &'a str, from: usize) -> Option<(Captures<'a>, Span)> {
    let captures = pattern.captures_at(text, from)?;
    let whole = captures.get(0)?;
    Some((captures, Span::new(whole.start(), whole.end())))
}

/// How many characters a note in brackets may have after what it asks for.
///
/// A pattern that counts to so many is compiled into megabytes of states, which every thread that uses it keeps.
const LONGEST_NOTE: usize = 200;

/// The parts of the pattern that are counted after a match.
const COUNTED: [&str; 3] = ["asked", "round", "please"];

fn is_too_long(captures: &Captures<'_>) -> bool {
    let parts = COUNTED.iter().filter_map(|part| captures.name(part));
    parts
        .map(|part| part.as_str().chars().count())
        .any(|length| length > LONGEST_NOTE)
}

/// Whether there is what every placeholder has.
fn has_sign(text: &str) -> bool {
    const SIGNS: [&str; 11] = [
        "TK", "XX", "??", "[", "CQ)", "cq)", "EDS", "Eds", "EDITOR", "NOTE TO", "<<<",
    ];
    SIGNS.iter().any(|sign| text.contains(sign)) || text.contains("orem ipsum") || text.contains("OREM IPSUM")
}

/// How many bytes of tables each thread may keep to search faster: few texts have a sign of a placeholder.
const LARGEST_TABLE: usize = 256 * 1024;

/// What a placeholder looks like. Letters count only in capitals: “tk” and “xx” are parts of words and addresses.
static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // What a writer asks for, in brackets: “[CHECK]”, “[CHECK: which year?]”, “[TK first name]”, “[QUERY: who says so?]”.
    const ASKED: &str = "ADD|CHECK|CONFIRM|DESK|FACT[- ]CHECK|FILL IN|FIXME|INSERT|PLACEHOLDER|QUERY|QUESTION|REWRITE|TK|TKTK|TO COME|\
                         TODO|UPDATE|VERIFY|WHO|XX|XXX";
    // What a template leaves open. In round brackets these would be a form or an abbreviation.
    const SLOT: &str = "AGE|DATE|FIRST NAME|LAST NAME|LINK|LOCATION|NAME|NAMES|NUMBER|PLACE|SURNAME|TIME|TITLE";
    // The same with a question mark, and what is asked of a word that is there: “[spelling?]”, “[source?? CHECK]”.
    const ASKED_OF: &str = "SOURCE|SP|SPELLING|YEAR";
    let pattern = [
        format!(
            r"(?P<note>\[(?:{ASKED})(?:[:,;?!.\s–—-](?P<asked>[^\[\]]*))?\]|\((?:{ASKED})(?::(?P<round>[^()]*))?\)|\[(?:{SLOT})\]|\[(?i:{SLOT}|{ASKED_OF}) ?\?{{1,3}}(?: ?(?i:CHECK))?\]|\[(?i:please|pls) (?i:check|confirm|verify)\b(?P<please>[^\[\]]*)\])"
        ),
        r"(?P<cq>[\[(](?:CQ|cq)[\])])".to_owned(),
        r"(?P<eds>^\W{0,3}(?:EDS|Eds|EDITORS|NOTE TO EDITORS?|NOTE TO DESK|NOTE TO SELF):)".to_owned(),
        r"(?P<tk>\b(?:TK)+s?\b)".to_owned(),
        r"(?P<xx>\bX{2,4}\b)".to_owned(),
        r"(?P<query>\?{3,})".to_owned(),
        r"(?P<filler>(?i:\blorem ipsum\b))".to_owned(),
        r"(?P<conflict>(?m:^<{7} .*$))".to_owned(),
    ];
    let mut builder = RegexBuilder::new(&pattern.join("|"));
    builder.dfa_size_limit(LARGEST_TABLE).build().ok()
});

/// What a match is; `has_kin` says whether the text speaks of what XX may be.
fn placeholder(text: &str, captures: &Captures<'_>, has_kin: impl Fn() -> bool) -> Option<Placeholder> {
    let named = |name: &str| captures.name(name);
    let (found, kind) = if let Some(found) = named("note").or(named("cq")).or(named("eds")) {
        (found, PlaceholderKind::Note)
    } else if let Some(found) = named("filler") {
        (found, PlaceholderKind::Filler)
    } else if let Some(found) = named("conflict") {
        (found, PlaceholderKind::Conflict)
    } else if let Some(found) = named("tk").filter(|found| stands_alone(text, found)) {
        (found, PlaceholderKind::Missing)
    } else if let Some(found) =
        named("xx").filter(|found| stands_alone(text, found) && !is_of_letters(text, found) && !has_kin())
    {
        (found, PlaceholderKind::Missing)
    } else {
        (
            named("query").filter(|found| is_blank(text, found))?,
            PlaceholderKind::Missing,
        )
    };
    Some(Placeholder {
        span: Span::new(found.start(), found.end()),
        kind,
    })
}

/// “TK Maxx”, “T.J. TK”, “@TK”, “TK-421” and “TK 7” are names.
fn stands_alone(text: &str, found: &Match<'_>) -> bool {
    let (before, after) = around(text, found);
    let joined = |sign: char| matches!(sign, '-' | '‑' | '.' | '@' | '#' | '/' | '_' | '\'' | '’' | '&');
    let joins_on = after.starts_with(joined) && after.chars().nth(1).is_some_and(char::is_alphanumeric);
    let next = after.trim_start_matches([' ', '\u{a0}', '\n']);
    let begins_name = |next: char| next.is_uppercase() || next.is_ascii_digit();
    let names_on = next.len() < after.len() && next.starts_with(begins_name);
    if before.ends_with(joined) || joins_on || names_on && !is_letters(first_word(next)) {
        return false;
    }
    let last = last_word(before);
    !is_name(last) || is_letters(last) || ends_sentence(last) || is_first_word(before) || is_month_or_title(last)
}

/// “TK TKTK”: a first name and a surname are both missing.
fn is_letters(word: &str) -> bool {
    !word.is_empty() && word.trim_start_matches("TK").is_empty() || matches!(word, "XX" | "XXX" | "XXXX")
}

/// “They met on Monday. TK said no.”: no initial and no short form, which is a part of a name.
fn ends_sentence(word: &str) -> bool {
    let stem = word.strip_suffix(['.', '!', '?']).unwrap_or("");
    stem.chars().count() > 3 && stem.chars().all(char::is_alphanumeric)
}

/// “Oslo TK”, “J.T. TK”: a capital, and no comma after it.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !word.ends_with([',', ';', ':', ')', '”', '"'])
}

/// Whether the last word before is the first of its sentence, whose capital says nothing.
fn is_first_word(before: &str) -> bool {
    let rest = before
        .trim_end()
        .strip_suffix(last_word(before))
        .unwrap_or("")
        .trim_end();
    !last_word(before).contains('.') && (rest.is_empty() || rest.ends_with(['.', '!', '?', ':', '“', '"', '”']))
}

/// A day or a name comes after these: “June XX”, “Mr. TK”, “Professor TK”.
fn is_month_or_title(word: &str) -> bool {
    calendar::month(word.trim_end_matches('.')).is_some() || lists::is_title(word)
}

/// XX is also twenty, a pair of chromosomes, a size and a brand: whether a text speaks of one of these.
fn has_kin_of_numerals(text: &str) -> bool {
    const KIN: [&str; 8] = ["chromosom", "XY", "XIX", "XXI", "century", "embryo", "beer", "lager"];
    KIN.iter().any(|kin| text.contains(kin))
}

/// “(XX)”, “rated XXX”, “an XXX-rated film”: somebody speaks about the letters.
fn is_of_letters(text: &str, found: &Match<'_>) -> bool {
    let (before, after) = around(text, found);
    let is_between = before.ends_with(['(', '“', '"', '‘', '«']) && after.starts_with([')', '”', '"', '’', '»']);
    is_between || before.ends_with("rated ") || after.starts_with("-rated") || after.starts_with(" rating")
}

/// “He is ??? years old”: not the end of a cry (“What???”).
fn is_blank(text: &str, found: &Match<'_>) -> bool {
    let (before, after) = around(text, found);
    (before.is_empty() || before.ends_with([' ', '\n', '(', '[', '$', '£', '€']))
        && after.starts_with([' ', '\n', ',', '.', ';', ':', ')', ']', '%'])
}

fn around<'a>(text: &'a str, found: &Match<'_>) -> (&'a str, &'a str) {
    (
        text.get(..found.start()).unwrap_or(""),
        text.get(found.end()..).unwrap_or(""),
    )
}

fn first_word(after: &str) -> &str {
    after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("")
}

fn last_word(before: &str) -> &str {
    if !before.ends_with([' ', '\u{a0}', '\n']) {
        return "";
    }
    before.split_whitespace().next_back().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_has_two_hundred_characters_at_most_and_what_is_inside_counts_by_itself() {
        let note = |length: usize| format!("[CHECK:{}]", "ä".repeat(length));
        let found = |text: &str| -> Vec<String> {
            let found = of_block(text).into_iter();
            found.map(|one| one.span.of(text).to_owned()).collect()
        };
        assert_eq!(found(&note(200)), [note(200)]);
        assert!(found(&note(201)).is_empty());
        let long = format!("[CHECK: {} (TK) and {}] by [CHECK]", "so ".repeat(40), "so ".repeat(40));
        assert_eq!(found(&long), ["(TK)", "[CHECK]"]);
    }

    fn found(text: &str) -> Vec<&str> {
        of_block(text).iter().map(|found| found.span.of(text)).collect()
    }

    #[test]
    fn what_is_missing_is_found() {
        assert_eq!(found("He is TK years old."), ["TK"]);
        assert_eq!(found("TK people came, or TKTK, on June XX."), ["TK", "TKTK", "XX"]);
        assert_eq!(found("It costs $XX million, or XXX percent."), ["XX", "XXX"]);
        assert_eq!(found("She is ??? years old and from (???)."), ["???", "???"]);
        for (text, missing) in [
            ("Mr. TK said no.", vec!["TK"]),
            ("They met Professor TK and Gov. TK.", vec!["TK", "TK"]),
            ("They met on Monday. TKTK, the mayor, said no.", vec!["TKTK"]),
            ("She met TK TKTK there.", vec!["TK", "TKTK"]),
        ] {
            assert_eq!(found(text), missing, "{text}");
        }
    }

    #[test]
    fn notes_are_found() {
        assert_eq!(
            found(
                "Ana Weil [CHECK spelling] and Bo Lund (CQ) met [spelling? CHECK] Ida Holm [source??] there [please check]."
            ),
            [
                "[CHECK spelling]",
                "(CQ)",
                "[spelling? CHECK]",
                "[source??]",
                "[please check]"
            ]
        );
        assert_eq!(
            found("[QUERY: who says so?] [NAME], 51, left."),
            ["[QUERY: who says so?]", "[NAME]"]
        );
        assert_eq!(found("EDS: Updates with the vote."), ["EDS:"]);
        assert_eq!(found("One\n<<<<<<< HEAD\ntwo"), ["<<<<<<< HEAD"]);
        assert_eq!(found("Lorem ipsum dolor."), ["Lorem ipsum"]);
    }

    #[test]
    fn names_numerals_and_cries_are_none() {
        for text in [
            "TK Maxx opened. He shot a TK-421. J.T. TK sang. The singer Lars TK came.",
            "Super Bowl XX was long ago. Pope Linus XX is not known.",
            "Most women have XX chromosomes.",
            "Two X chromosomes (“XX”) and one more.",
            "What??? No!!!",
            "A size XXL shirt, an XX-large one.",
            "They added [the minister] and [sic] to it (UPDATE 1).",
            "The CQ Roll Call said so.",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
