//! Quotation marks of every style in a text, told apart from apostrophes, inches and feet. It pairs nothing.

use crate::text::Span;

/// One mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands; two bytes for a doubled apostrophe.
    pub span: Span,
    /// Single or double.
    pub level: Level,
    /// Whether it can open a quotation here.
    pub opens: bool,
    /// Whether it can close one here.
    pub closes: bool,
    /// Whether the character itself says which of the two it does (a curly mark against a straight one).
    pub typed: bool,
    /// A single mark behind an *s*, which may be a plural possessive as well.
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
const ELISIONS: [&str; 14] = [
    "em", "til", "tis", "twas", "cause", "bout", "round", "n", "cuz", "gainst", "nuff", "neath", "tween", "ere",
];

/// Finds the marks of `text`, in order. Linear in its length.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, mark)) = chars.next() {
        let mut end = at + mark.len_utf8();
        if mark == '\''
            && after_run(text, at) == 3
            && closes_by_context(before, text.get(at + 3..).and_then(|rest| rest.chars().next()))
        {
            // Three apostrophes at an end close a single quotation inside a double one.
            marks.push(Mark {
                span: Span::new(at, at + 1),
                level: Level::Single,
                opens: false,
                closes: true,
                typed: false,
                possessive: false,
            });
            marks.push(Mark {
                span: Span::new(at + 1, at + 3),
                level: Level::Double,
                opens: false,
                closes: true,
                typed: false,
                possessive: false,
            });
            let _ = (chars.next(), chars.next());
            before = Some(mark);
            continue;
        }
        let doubled = matches!(mark, '\'' | '`' | '’' | '‘' | '‚')
            && chars
                .peek()
                .is_some_and(|&(_, next)| next == mark || (mark == '`' && next == '`'));
        if doubled {
            // Feeds write '' or `` for a double mark; three in a row are a double and a single one.
            let _ = chars.next();
            end += mark.len_utf8();
        }
        let after = text.get(end..).unwrap_or("");
        if let Some(mut found) = classify(mark, doubled, before, after, Span::new(at, end)) {
            found.closes |= found.level == Level::Double && is_parted(text, at, after);
            marks.push(found);
        }
        // The blank that some desks set between a single and a double mark at an end does not part them.
        let thin =
            mark == ' ' && before.is_some_and(|before| matches!(before, '\'' | '’')) && after.starts_with(['"', '”']);
        if !thin {
            before = Some(mark);
        }
    }
    marks
}

/// A closing mark that a blank parts from the punctuation before it: ''We met, '' she said.
fn is_parted(text: &str, at: usize, after: &str) -> bool {
    text.get(..at)
        .and_then(|before| before.strip_suffix([' ', '\u{a0}']))
        .is_some_and(|before| before.ends_with([',', '.', '?', '!']))
        && !after.starts_with(|c: char| !c.is_whitespace() && !matches!(c, ',' | '.' | ';'))
}

fn classify(mark: char, doubled: bool, before: Option<char>, after: &str, span: Span) -> Option<Mark> {
    let next = after.chars().next();
    let typed = |level, opens, closes| {
        Some(Mark {
            span,
            level,
            opens,
            closes,
            typed: true,
            possessive: false,
        })
    };
    let (opens, closes) = (opens_by_context(before, next), closes_by_context(before, next));
    match mark {
        '„' | '‟' => typed(Level::Double, true, false),
        // German closes with the mark that English opens with, and Swedish opens with the one that English closes with.
        '“' => typed(Level::Double, true, closes && !opens),
        '”' => typed(Level::Double, opens && !closes, true),
        '«' => typed(Level::Double, true, closes && !opens),
        '»' => typed(Level::Double, opens && !closes, true),
        '＂' | '"' => Some(Mark {
            span,
            level: Level::Double,
            opens,
            closes,
            typed: false,
            possessive: false,
        }),
        '\'' | '`' | '’' | '‘' | '‚' if doubled => {
            let opens = opens || mark == '`';
            Some(Mark {
                span,
                level: Level::Double,
                opens,
                closes: closes && mark != '`',
                typed: false,
                possessive: false,
            })
        }
        '‘' | '‚' | '‛' | '‹' => {
            // A feed may write an apostrophe so: Lund‘s.
            let inside = before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphabetic);
            if mark == '‘' && (inside || elides(after) && !opens_before_capital(after)) {
                return None;
            }
            typed(Level::Single, true, mark == '‘' && closes && !opens)
        }
        '’' | '›' => {
            let possessive = before.is_some_and(|letter| matches!(letter, 's' | 'S' | 'z' | 'x'));
            closes.then_some(Mark {
                span,
                level: Level::Single,
                opens: false,
                closes: true,
                typed: true,
                possessive,
            })
        }
        '\'' | '`' => {
            let opens = opens && !elides(after);
            let possessive = before.is_some_and(|letter| matches!(letter, 's' | 'S' | 'z' | 'x'));
            (opens || closes).then_some(Mark {
                span,
                level: Level::Single,
                opens,
                closes,
                typed: false,
                possessive,
            })
        }
        _ => None,
    }
}

/// How many straight apostrophes stand in a row at `at`; more than three count as three.
fn after_run(text: &str, at: usize) -> usize {
    text.get(at..)
        .map_or(0, |rest| rest.chars().take(3).take_while(|&c| c == '\'').count())
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
        .take(8)
        .collect::<String>()
        .to_lowercase();
    ELISIONS.contains(&word.as_str())
}

/// ‘Em’ in capitals at the start of a quotation is a word, not a clipped one.
fn opens_before_capital(after: &str) -> bool {
    after.starts_with(|c: char| c.is_uppercase())
}
