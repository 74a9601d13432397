//! What a comment says to copydesk. It does not know which rules there are, nor where they are turned off.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::rules::suppression::types::{Suppression, SuppressionCode, SuppressionVerb};
use crate::text::Span;

/// What a comment begins with that is meant for copydesk.
const NAME: &str = "copydesk:";

/// The marks around a comment in any format.
const MARKS: [char; 12] = ['<', '!', '-', '>', '{', '}', '/', '*', '%', '#', '[', ']'];

/// Reads a comment; `None` if it is meant for people or for another program.
pub(super) fn read(source: &str, comment: Span) -> Option<Suppression> {
    let text = comment.of(source);
    let inner = text.trim_start_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
    let said = inner.strip_prefix(NAME)?;
    let said = said.trim_end_matches(|c: char| MARKS.contains(&c) || c.is_whitespace());
    let start = comment.start + text.len() - inner.len() + NAME.len();
    let (rules, reason) = said.split_once(':').unwrap_or((said, ""));
    let mut words = words(rules, start);
    let verb = words
        .next()
        .map_or(SuppressionVerb::Unknown(String::new()), |(_, word)| verb(word));
    let codes = match verb {
        SuppressionVerb::Words => phrases(rules, start, words.next().map(|(first, _)| first)),
        _ => words.map(|(span, word)| code(span, word)).collect(),
    };
    Some(Suppression {
        span: comment,
        verb,
        codes,
        reason: reason.split_whitespace().collect::<Vec<_>>().join(" "),
        covers: Span::default(),
    })
}

/// Reads an entry of the front matter: rules that are off in the whole draft.
pub(super) fn of_field(source: &str, value: Span) -> Suppression {
    Suppression {
        span: value,
        verb: SuppressionVerb::File,
        codes: words(value.of(source), value.start)
            .map(|(span, word)| code(span, word))
            .collect(),
        reason: String::new(),
        covers: Span::default(),
    }
}

/// What a note to copydesk begins with in prose. Nearly no block has one, and all are asked with every key.
const OPENER: &str = "[copydesk:";
static OPENERS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(OPENER));

/// The notes to copydesk in a block of prose, where they turn nothing off: `[copydesk: ignore doubled-word]`. Linear.
pub(super) fn in_prose(text: &str) -> impl Iterator<Item = Span> {
    OPENERS.find_iter(text.as_bytes()).filter_map(|start| {
        let rest = text.get(start + OPENER.len()..)?;
        let end = rest.find(['[', ']', '\n'])?;
        rest.get(end..)?
            .starts_with(']')
            .then(|| Span::new(start, start + OPENER.len() + end + 1))
    })
}

fn verb(word: &str) -> SuppressionVerb {
    match word {
        "ignore" => SuppressionVerb::Ignore,
        "ignore-start" => SuppressionVerb::Start,
        "ignore-end" => SuppressionVerb::End,
        "ignore-file" => SuppressionVerb::File,
        "ignore-words" => SuppressionVerb::Words,
        _ => SuppressionVerb::Unknown(word.to_owned()),
    }
}

fn code(span: Span, word: &str) -> SuppressionCode {
    SuppressionCode {
        span,
        code: word.to_owned(),
        is_known: false,
        is_on: false,
        is_used: false,
    }
}

/// The words of `ignore-words`: names of several words, with commas between them, from the first word of the first one on.
fn phrases(list: &str, start: usize, first: Option<Span>) -> Vec<SuppressionCode> {
    let Some(first) = first else { return Vec::new() };
    let is_around = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”');
    let mut at = first.start;
    let list = list.get(first.start - start..).unwrap_or("");
    let mut found = Vec::new();
    for piece in list.split_inclusive(',') {
        let phrase = piece.trim_end_matches(',').trim_matches(is_around);
        let from = at + piece.find(phrase).unwrap_or(0);
        at += piece.len();
        if !phrase.is_empty() {
            found.push(SuppressionCode {
                is_known: true,
                is_on: true,
                ..code(Span::new(from, from + phrase.len()), phrase)
            });
        }
    }
    found
}

/// The words of a list, with their places in the source, where the list begins at `start`.
fn words(list: &str, start: usize) -> impl Iterator<Item = (Span, &str)> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '"' | '\'');
    let mut at = start;
    list.split_inclusive(is_between).filter_map(move |piece| {
        let word = piece.trim_end_matches(is_between);
        let span = Span::new(at, at + word.len());
        at += piece.len();
        (!word.is_empty()).then_some((span, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_whole(text: &str) -> Option<(SuppressionVerb, Vec<&str>, String)> {
        let found = read(text, Span::new(0, text.len()))?;
        let codes = found.codes.iter().map(|code| code.span.of(text)).collect();
        Some((found.verb, codes, found.reason))
    }

    #[test]
    fn rules_and_reason_are_read_from_every_comment() {
        let expected = Some((
            SuppressionVerb::Ignore,
            vec!["doubled-word", "relative-day"],
            "as sung: twice".to_owned(),
        ));
        for text in [
            "<!-- copydesk: ignore doubled-word, relative-day: as sung: twice -->",
            "<!--copydesk:ignore doubled-word relative-day:as sung:\ntwice-->",
            "{/* copydesk: ignore doubled-word,relative-day: as sung: twice */}",
            "{{/* copydesk: ignore doubled-word, relative-day: as sung: twice */}}",
            "[copydesk: ignore doubled-word, relative-day: as sung: twice]",
        ] {
            assert_eq!(read_whole(text), expected, "{text}");
        }
    }

    #[test]
    fn names_of_several_words_have_commas_between_them() {
        let expected = Some((
            SuppressionVerb::Words,
            vec!["Mullry", "Van Mullry"],
            "they spell it so".to_owned(),
        ));
        for text in [
            "<!-- copydesk: ignore-words Mullry, Van Mullry: they spell it so -->",
            "[copydesk: ignore-words “Mullry”,\"Van Mullry\" : they spell it so]",
        ] {
            assert_eq!(read_whole(text), expected, "{text}");
        }
        assert_eq!(
            read_whole("[copydesk: ignore-words]"),
            Some((SuppressionVerb::Words, vec![], String::new()))
        );
    }

    #[test]
    fn other_comments_are_left_alone() {
        assert_eq!(read_whole("<!-- the copydesk: ignore this -->"), None);
        assert_eq!(read_whole("<!-- more -->"), None);
    }

    #[test]
    fn what_is_not_understood_is_kept() {
        let unknown = |word: &str| SuppressionVerb::Unknown(word.to_owned());
        assert_eq!(
            read_whole("<!-- copydesk: ignroe x -->"),
            Some((unknown("ignroe"), vec!["x"], String::new()))
        );
        assert_eq!(
            read_whole("<!-- copydesk: -->"),
            Some((unknown(""), vec![], String::new()))
        );
    }
}
