//! Finds the words in a stretch of text, letter by letter. It decides nothing about them.

use smol_str::{SmolStr, SmolStrBuilder};

use crate::text::Span;
use crate::verify::words::fold::{Folder, Shape, Sink};
use crate::verify::words::tables;

/// Bytes. What is longer is no word, and nothing is compared with it.
const LONGEST_WORD: usize = 64;

/// Bytes. A sound that fills a pause is no longer.
const LONGEST_FILLER: usize = 4;

/// Hands the words of `range` to a folder. Markup is passed over: tags, addresses of links, entities. Linear.
pub fn scan<S: Sink>(text: &str, range: Span, folder: &mut Folder<S>) {
    let mut scanner = Scanner {
        text,
        at: range.start,
        end: range.end.min(text.len()),
        is_start: true,
        is_set_off: true,
        sign: None,
    };
    while let Some(letter) = scanner.letter() {
        if letter.is_alphanumeric() {
            scanner.word(folder);
        } else {
            scanner.mark(letter, folder);
        }
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    /// Whether a sentence begins here, so that a capital tells nothing.
    is_start: bool,
    /// Whether a mark, or nothing, comes before.
    is_set_off: bool,
    /// Where the sign of the number begins that comes next.
    sign: Option<usize>,
}

impl<'t> Scanner<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    fn letter(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// A character that is part of no word.
    fn mark<S: Sink>(&mut self, mark: char, folder: &mut Folder<S>) {
        let rest = self.rest();
        let length = match mark {
            '<' => tag(rest),
            '&' => entity(rest),
            ']' if rest.starts_with("](") => address(rest),
            _ => None,
        };
        match mark {
            '-' | '−' if self.is_minus(mark) => {
                let after = rest.get(mark.len_utf8()..).unwrap_or("");
                let end = self.at + mark.len_utf8() + word_length(after);
                folder.word("minus", Span::new(self.at, end), Shape::default());
                self.sign = Some(self.at);
            }
            '$' | '£' | '€' => folder.currency(mark),
            '%' => folder.word("percent", Span::new(self.at, self.at + 1), Shape::default()),
            // At the head of a word that has lost its beginning: 'em, 'cause.
            '\'' | '’' => {
                let after = rest.get(mark.len_utf8()..).unwrap_or("");
                let word: String = after.chars().take_while(|letter| letter.is_alphabetic()).collect();
                let whole = format!("'{}", word.to_lowercase());
                if self.is_after_space() && tables::variant(&whole).is_some() {
                    let end = self.at + mark.len_utf8() + word.len();
                    folder.word(&whole, Span::new(self.at, end), Shape::default());
                    self.at = end;
                    return;
                }
            }
            _ => {}
        }
        match mark {
            '.' | '!' | '?' | ':' | '…' | '“' | '”' | '"' | '‘' | '(' | '[' | '*' | '#' | '>' | '•' => {
                self.is_start = true;
            }
            _ => {}
        }
        if !mark.is_whitespace() {
            self.is_set_off = true;
        }
        self.at += length.unwrap_or(mark.len_utf8());
    }

    /// Whether a mark is the sign of the number right after it. At the head of a line it is a list's, or a caption's.
    fn is_minus(&self, mark: char) -> bool {
        let before = self.text.get(..self.at).unwrap_or("").chars().next_back();
        let after = self.rest().get(mark.len_utf8()..).unwrap_or("");
        let figures = after.trim_start_matches(['$', '£', '€']);
        before.is_none_or(|before| matches!(before, ' ' | '\u{a0}' | '(' | '“' | '"' | '*'))
            && figures.starts_with(|letter: char| letter.is_ascii_digit())
    }

    fn is_after_space(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or("");
        before
            .chars()
            .next_back()
            .is_none_or(|letter| !letter.is_alphanumeric())
    }

    fn word<S: Sink>(&mut self, folder: &mut Folder<S>) {
        let rest = self.rest();
        let length = word_length(rest);
        let word = rest.get(..length).unwrap_or("");
        let span = Span::new(self.sign.take().unwrap_or(self.at), self.at + length);
        let is_first = self.is_start;
        if is_address(word, rest) {
            self.at += rest
                .find(|letter: char| letter.is_whitespace() || letter == ')')
                .unwrap_or(rest.len());
            return;
        }
        if let Some(length) = filler_phrase(rest, self.is_set_off) {
            folder.filler(Span::new(self.at, self.at + length));
            self.at += length;
            return;
        }
        (self.is_start, self.is_set_off) = (false, false);
        let folded = folded(word);
        let end = span.end;
        if folded.len() > LONGEST_WORD {
            folder.boundary();
        } else if folded.len() <= LONGEST_FILLER
            && tables::FILLERS.contains(folded.as_str())
            && !is_initials(word, &folded)
        {
            folder.filler(span);
            // A capital after a sound at the head of a sentence still tells nothing.
            (self.is_start, self.is_set_off) = (is_first, true);
        } else {
            folder.word(&folded, span, shape(word, is_first));
        }
        self.at = end;
    }
}

/// How long the word is that a text begins with: letters and figures, with apostrophes between letters, points and commas
/// between figures, and points between single letters (“U.S.”).
fn word_length(text: &str) -> usize {
    // Most words are letters of ASCII up to a space.
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if plain > 0
        && text
            .as_bytes()
            .get(plain)
            .is_none_or(|byte| matches!(byte, b' ' | b'\n'))
    {
        return plain;
    }
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    let mut length = 0;
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let joins = |fits: fn(char) -> bool| fits(before) && next.is_some_and(fits);
        let is_part = letter.is_alphanumeric()
            || is_combining(letter)
            || is_apostrophe(letter) && joins(char::is_alphabetic)
            || matches!(letter, '.' | ',' | ':') && joins(|letter: char| letter.is_ascii_digit())
            || letter == '.' && next.is_some_and(char::is_uppercase) && is_initial(text.get(..at).unwrap_or(""));
        if !is_part {
            if let Some(entity) = apostrophe_entity(text.get(at..).unwrap_or("")).filter(|_| before.is_alphabetic())
                && text
                    .get(at + entity..)
                    .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
            {
                letters = text.char_indices().peekable();
                while letters.next_if(|(known, _)| *known < at + entity).is_some() {}
                continue;
            }
            break;
        }
        before = letter;
        length = at + letter.len_utf8();
    }
    length
}

/// Whether a word so far is a single capital, or several with points between them.
fn is_initial(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter) || letter == '\u{ad}'
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '‘' | '`' | '´')
}

/// The length of an entity that stands for an apostrophe.
fn apostrophe_entity(text: &str) -> Option<usize> {
    let entities = ["&#39;", "&apos;", "&rsquo;", "&#8217;", "&#x27;"];
    let found = entities.iter().find(|entity| text.starts_with(**entity))?;
    Some(found.len())
}

/// The word as it is compared: in small letters, with one kind of apostrophe, without points and soft hyphens.
fn folded(word: &str) -> SmolStr {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return SmolStr::new(word);
    }
    let mut folded = SmolStrBuilder::new();
    let is_figure = word.starts_with(|letter: char| letter.is_ascii_digit());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        if let Some(length) = apostrophe_entity(rest) {
            folded.push('\'');
            rest = rest.get(length..).unwrap_or("");
            continue;
        }
        match letter {
            '\u{ad}' | ',' => {}
            '.' if !is_figure => {}
            _ if is_apostrophe(letter) => folded.push('\''),
            _ if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
            _ => letter.to_lowercase().for_each(|letter| folded.push(letter)),
        }
        rest = rest.get(letter.len_utf8()..).unwrap_or("");
    }
    folded.finish()
}

/// “ER” and “EM” are no sounds.
fn is_initials(word: &str, folded: &str) -> bool {
    matches!(folded, "er" | "em" | "ah" | "mm" | "eh") && word.chars().all(char::is_uppercase)
}

fn shape(word: &str, is_first: bool) -> Shape {
    Shape {
        is_name: is_name(word, is_first),
        begins: is_first && word.starts_with(char::is_uppercase),
    }
}

/// Whether a word is written as a name: with a capital that no beginning of a sentence explains, or all in capitals.
fn is_name(word: &str, is_first: bool) -> bool {
    let mut letters = word.chars();
    let is_capital = letters.next().is_some_and(char::is_uppercase);
    let is_shouted = word.len() > 1 && !word.chars().any(char::is_lowercase) && word.chars().any(char::is_alphabetic);
    let is_i = word == "I" || word.starts_with("I'") || word.starts_with("I’");
    is_capital && !is_i && (!is_first || is_shouted)
}

/// The length of the phrase a text begins with, if it only fills a pause: marks set it off on both sides.
fn filler_phrase(text: &str, is_set_off: bool) -> Option<usize> {
    if !is_set_off || !text.starts_with(['y', 'Y', 'i', 'I']) {
        return None;
    }
    let phrases = tables::FILLER_PHRASES.iter();
    let mut lengths = phrases.filter_map(|phrase| {
        let mut rest = text;
        for word in phrase.split(' ') {
            let bare = rest.trim_start();
            rest = bare
                .get(..word.len())
                .filter(|said| said.eq_ignore_ascii_case(word))
                .and_then(|_| bare.get(word.len()..))?;
            if rest.starts_with(char::is_alphanumeric) {
                return None;
            }
        }
        let is_set_off = rest.trim_start().starts_with([',', '—', '–', '…', '.', '-']);
        is_set_off.then(|| text.len() - rest.len())
    });
    lengths.next()
}

/// The length of a tag: `<v Ana Lund>`, `<br>`, `</i>`, `<00:00:01.000>`.
fn tag(text: &str) -> Option<usize> {
    let inside = text.get(1..)?;
    if !inside.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '/' || letter == '!') {
        return None;
    }
    let head = inside.get(..inside.floor_char_boundary(LONGEST_TAG))?;
    let end = head.find('>')?;
    (!head.get(..end)?.contains('<')).then_some(end + 2)
}

/// Bytes in which a tag or an address must end.
const LONGEST_TAG: usize = 300;

/// Bytes of the longest entity that is read, with its marks: “&thinsp;” has eight.
const LONGEST_ENTITY: usize = 10;

/// The length of an entity.
fn entity(text: &str) -> Option<usize> {
    let end = text.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    is_name.then_some(end + 1)
}

/// The length of the end of a link with its address.
fn address(text: &str) -> Option<usize> {
    let head = text.get(..text.floor_char_boundary(LONGEST_TAG))?;
    let end = head.find(')')?;
    (!head.get(..end)?.contains(char::is_whitespace)).then_some(end + 1)
}

fn is_address(word: &str, text: &str) -> bool {
    matches!(word, "http" | "https") && text.get(word.len()..).is_some_and(|rest| rest.starts_with("://"))
        || word == "www" && text.starts_with("www.")
}
