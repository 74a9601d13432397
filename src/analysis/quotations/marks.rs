//! Quotation marks of every style in a text, told apart from apostrophes, inches and feet. It pairs nothing.

use std::sync::LazyLock;

use crate::text::{Span, table};

/// One mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it is; two bytes for a doubled apostrophe.
    pub span: Span,
    /// Single or double.
    pub level: Level,
    /// Whether it can open a quotation here.
    pub opens: bool,
    /// Whether it can close one here.
    pub closes: bool,
    /// Whether the character itself says which of the two it does (a curly mark against a straight one).
    pub typed: bool,
    /// A single mark after an *s*, which may be a plural possessive as well.
    pub possessive: bool,
}

/// Single or double marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// “…”, "…", ''…'', «…», „…“.
    Double,
    /// ‘…’, '…', ‹…›.
    Single,
}

/// Words that lose their first letters to an apostrophe; a mark before them opens nothing.
static ELISIONS: LazyLock<Vec<&'static str>> = LazyLock::new(|| table::lines(include_str!("elisions.txt")).collect());

/// The longest small word.
const LONGEST_SMALL: usize = 12;

/// Words that nobody owns: what comes before them ends a quotation rather than a possessive.
static SMALL_WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("small_words.txt")).collect());

/// How many times a character must stand in a row to be no mark; nobody quotes as deep.
const LONGEST_RUN: usize = 32;

/// How many bytes are looked at together for marks.
const STRETCH: usize = 16;

/// The longest word that is compared with those that lose their first letters.
const LONGEST_ELISION: usize = 8;

impl Mark {
    /// A single or double mark that says by its shape which of the two it does: a curly one.
    const fn curly(span: Span, level: Level, opens: bool, closes: bool) -> Self {
        Self {
            span,
            level,
            opens,
            closes,
            typed: true,
            possessive: false,
        }
    }

    /// A mark that says by its neighbors only which of the two it does: a straight one.
    const fn straight(span: Span, level: Level, opens: bool, closes: bool) -> Self {
        Self {
            span,
            level,
            opens,
            closes,
            typed: false,
            possessive: false,
        }
    }
}

/// Finds the marks of `text`, in order. Linear in its length.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    // Archives set blanks around every mark (" We met , " she said .): such marks open and close by turns.
    let are_spaced = spaced_marks(text).count().is_multiple_of(2);
    let mut is_spaced_open = false;
    let mut from = 0;
    while let Some((at, mark)) = next_candidate(text, from) {
        if let Some(end) = end_of_flood(text, at, mark) {
            from = end;
            continue;
        }
        let before = before(text, at, mark);
        let single = at + mark.len_utf8();
        if closes_both(text, at, mark, before) {
            marks.push(Mark::straight(Span::new(at, at + 1), Level::Single, false, true));
            marks.push(Mark::straight(Span::new(at + 1, at + 3), Level::Double, false, true));
            from = at + 3;
            continue;
        }
        if mark == '"' && are_spaced && is_spaced(text, at) {
            let span = Span::new(at, single);
            marks.push(Mark::straight(span, Level::Double, !is_spaced_open, is_spaced_open));
            is_spaced_open = !is_spaced_open;
            from = single;
            continue;
        }
        // Feeds write '' or `` for a double mark; three in a row are a double and a single one.
        let next = text.get(single..).unwrap_or("");
        let doubled = can_be_doubled(mark) && next.starts_with(mark);
        let end = if doubled { single + mark.len_utf8() } else { single };
        let after = text.get(end..).unwrap_or("");
        if let Some(mut found) = classify(mark, doubled, before, after, Span::new(at, end)) {
            found.closes |= found.level == Level::Double && is_parted(text, at, after);
            marks.push(found);
        }
        from = end;
    }
    marks
}

/// The end of a run of one character that is too long to be marks.
fn end_of_flood(text: &str, at: usize, mark: char) -> Option<usize> {
    let rest = text.get(at..)?;
    let run = rest.chars().take_while(|next| *next == mark);
    (run.clone().take(LONGEST_RUN).count() == LONGEST_RUN).then(|| at + run.count() * mark.len_utf8())
}

/// The next character that may be a mark: most are letters, blanks and stops, and none of them is one.
fn next_candidate(text: &str, from: usize) -> Option<(usize, char)> {
    let may_be = |byte: &u8| !byte.is_ascii() || matches!(byte, b'"' | b'\'' | b'`');
    let rest = text.as_bytes().get(from..)?;
    // Without a branch for each byte, so that all bytes of a stretch are looked at together.
    let holds_none = |stretch: &&[u8]| !stretch.iter().fold(false, |any, byte| any | may_be(byte));
    let clear = rest.chunks_exact(STRETCH).take_while(holds_none).count() * STRETCH;
    let at = from + clear + rest.get(clear..)?.iter().position(may_be)?;
    Some((at, text.get(at..)?.chars().next()?))
}

/// The character before a mark; the blank that some desks set between a single and a double mark at an end does not part them.
fn before(text: &str, at: usize, mark: char) -> Option<char> {
    let mut before = text.get(..at)?.chars().rev();
    match before.next() {
        Some(' ') if matches!(mark, '"' | '”') => match before.next() {
            Some(single @ ('\'' | '’')) => Some(single),
            _ => Some(' '),
        },
        before => before,
    }
}

/// The straight double marks with a blank on both sides.
fn spaced_marks(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices('"')
        .map(|(at, _)| at)
        .filter(|&at| is_spaced(text, at))
}

fn is_spaced(text: &str, at: usize) -> bool {
    let is_blank = |next: Option<char>| next.is_none_or(char::is_whitespace);
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    is_blank(before) && is_blank(text.get(at + 1..).and_then(|after| after.chars().next()))
}

/// "'Go home,''' Lund said": three apostrophes at an end close a single quotation inside a double one.
fn closes_both(text: &str, at: usize, mark: char, before: Option<char>) -> bool {
    let next = text.get(at + 3..).and_then(|rest| rest.chars().next());
    mark == '\'' && text.get(at..at + 3) == Some("'''") && closes_by_context(before, next)
}

fn can_be_doubled(mark: char) -> bool {
    matches!(mark, '\'' | '`' | '’' | '‘' | '‚')
}

/// A closing mark that a blank parts from the punctuation before it: ''We met, '' she said.
fn is_parted(text: &str, at: usize, after: &str) -> bool {
    text.get(..at)
        .and_then(|before| before.strip_suffix([' ', '\u{a0}']))
        .is_some_and(|before| before.ends_with([',', '.', '?', '!']))
        && !after.starts_with(|c: char| !c.is_whitespace() && !matches!(c, ',' | '.' | ';'))
}

/// What a mark can do between the characters before and after it; `None` for an apostrophe or any other character.
fn classify(mark: char, doubled: bool, before: Option<char>, after: &str, span: Span) -> Option<Mark> {
    let next = after.chars().next();
    let (opens, closes) = (opens_by_context(before, next), closes_by_context(before, next));
    let possessive = matches!(before, Some('s' | 'S' | 'z' | 'x')) && owns_next(after);
    match mark {
        '„' | '‟' => Some(Mark::curly(span, Level::Double, true, false)),
        // German closes with the mark that English opens with, and Swedish opens with the one that English closes with.
        '“' | '«' => Some(Mark::curly(span, Level::Double, true, closes && !opens)),
        '”' | '»' => Some(Mark::curly(span, Level::Double, opens && !closes, true)),
        '＂' | '"' => {
            let is_tight = between_sentences(before, next);
            let closes = closes || is_tight || before_note(before, next);
            Some(Mark::straight(span, Level::Double, opens || is_tight, closes))
        }
        // A double prime closes what is open, and is inches or seconds otherwise.
        '″' => closes.then_some(Mark::straight(span, Level::Double, false, true)),
        // ''We met'', ``We met''
        '`' if doubled => Some(Mark::straight(span, Level::Double, true, false)),
        _ if doubled => Some(Mark::straight(span, Level::Double, opens, closes)),
        // A feed may write an apostrophe so: Lund‘s.
        '‘' if is_apostrophe(before, after) => None,
        '‘' => Some(Mark::curly(span, Level::Single, true, closes && !opens)),
        '‚' | '‛' | '‹' => Some(Mark::curly(span, Level::Single, true, false)),
        '’' | '›' => closes.then_some(Mark {
            possessive,
            ..Mark::curly(span, Level::Single, false, true)
        }),
        '\'' | '`' => {
            let opens = opens && !elides(after);
            (opens || closes).then_some(Mark {
                possessive,
                ..Mark::straight(span, Level::Single, opens, closes)
            })
        }
        _ => None,
    }
}

/// "the drivers’ faces", not "‘not ours’ and": whether a word that can be owned comes after a mark.
fn owns_next(after: &str) -> bool {
    let Some(rest) = after.strip_prefix([' ', '\u{a0}']) else {
        return false;
    };
    let word: String = rest
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .take(LONGEST_SMALL)
        .collect();
    !word.is_empty() && !SMALL_WORDS.contains(&word.to_lowercase().as_str())
}

/// Lund‘s, ‘til: whether an opening single mark is inside a word or for letters that were left out.
fn is_apostrophe(before: Option<char>, after: &str) -> bool {
    let inside = before.is_some_and(char::is_alphanumeric) && after.starts_with(char::is_alphabetic);
    inside || elides(after) && !opens_before_capital(after)
}

/// "We met."2: a closing mark right before the figure of a note.
fn before_note(before: Option<char>, next: Option<char>) -> bool {
    matches!(before, Some('.' | ',' | '?' | '!')) && next.is_some_and(char::is_numeric)
}

/// She spoke for the port."We met.": a mark between two sentences with no blank on either side.
fn between_sentences(before: Option<char>, next: Option<char>) -> bool {
    matches!(before, Some('.' | '?' | '!')) && next.is_some_and(char::is_uppercase)
}

fn opens_by_context(before: Option<char>, next: Option<char>) -> bool {
    let free_before = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | '[' | '{' | '—' | '–' | '-' | '/' | ':' | '“' | '‘' | '"' | '\'' | '>' | '=' | '…' | '*' | '_'
            )
    });
    free_before && next.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ':' | ')' | ']' | '!' | '?'))
}

fn closes_by_context(before: Option<char>, next: Option<char>) -> bool {
    before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[')) && next.is_none_or(|c| !c.is_alphanumeric())
}

/// Whether what follows is a decade (’90s) or a clipped word (’em).
fn elides(after: &str) -> bool {
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2
        && after
            .get(2..)
            .is_some_and(|rest| rest.starts_with('s') || !rest.starts_with(|c: char| c.is_alphanumeric()))
    {
        return true;
    }
    let word: String = after
        .chars()
        .take_while(|c| c.is_alphabetic())
        .take(LONGEST_ELISION)
        .collect::<String>()
        .to_lowercase();
    ELISIONS.contains(&word.as_str())
}

/// ‘Em’ in capitals at the start of a quotation is a word, not a clipped one.
fn opens_before_capital(after: &str) -> bool {
    after.starts_with(|c: char| c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_are_told_apart_from_marks() {
        let count = |text: &str| marks(text).len();
        assert_eq!(count("“We met,” she said."), 2);
        assert_eq!(count("Lund‘s and Weil’s, ‘til the ’90s."), 0);
        assert_eq!(count("''She told me, 'Go home,''' Lund said."), 4);
        assert_eq!(count("He said so.\"We met.\" They left."), 2);
        assert_eq!(count("He left.\"2 And “WEIL 2031″ decals."), 3);
        assert!(ELISIONS.contains(&"em"));
    }
}
