//! The dateline that a paragraph begins with: “BRANDVIK, May 7 (NPA) —”. It looks at form only and knows no town.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::text::table::{self, WordList};
use crate::text::{Span, calendar};

/// The longest dateline, in bytes: a town, a country, a date and an agency.
const LONGEST: usize = 100;

/// How many words a town or a country has at most ("SAN SALVADOR DE JUJUY").
const NAME: usize = 5;

/// How many letters a town has at least.
const SHORTEST: usize = 3;

/// Words in lowercase inside the names of towns ("Rio de Janeiro").
static PARTICLES: WordList = WordList::new(include_str!("town_particles.txt"));

/// Agencies that write their names in lowercase.
const AGENCIES: [&str; 8] = ["afp", "ansa", "apa", "belga", "dpa", "efe", "epd", "sda"];

/// Words in capitals before a dash that say what a paragraph is, not where it was written.
static LABELS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| table::lines(include_str!("labels.txt")).collect());

/// Where the dateline ends that a text begins with: after its dash and the space after it, or after its agency where it has
/// no dash. Looks at the head of the text only.
///
/// A dateline has a town in capitals, or an agency or a date right before its dash: “NATO allies meet - again” has none of
/// these, and neither has “Rao – the last one – left”.
#[must_use]
pub fn dateline_end(text: &str) -> Option<usize> {
    let head = text.get(..text.floor_char_boundary(LONGEST))?;
    let (end, mark) = end_of_head(head)?;
    let parts = parts(head.get(..end)?);
    let town = parts.first()?;
    let has_agency = parts.iter().any(|part| part.is_agency);
    let has_date = parts.iter().skip(1).any(|part| is_date(part.text));
    let says_more = has_agency || has_date;
    let is_marked = match mark {
        // "PRESALE - Board of Velden": a hyphen makes no town of a word in capitals.
        Mark::Hyphen => says_more || parts.len() > 1 && is_shouted(town.text),
        Mark::Dash => says_more || is_shouted(town.text),
        // "Roth (Norland) 19.97 seconds".
        Mark::Bracket => is_shouted(town.text),
    };
    let is_town = is_town(town.text) && is_marked;
    let goes_on = text.get(end..).is_some_and(|rest| {
        rest.chars().any(char::is_lowercase)
            && rest.starts_with(|first: char| !first.is_lowercase() && first != '-' && !first.is_whitespace())
    });
    (is_town && goes_on).then_some(end)
}

/// What ends a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Dash,
    Hyphen,
    Bracket,
}

/// A stretch of a dateline between its commas, slashes and brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatelinePart<'a> {
    /// The words of the part.
    pub text: &'a str,
    /// Where they are.
    pub span: Span,
    /// Whether it is in brackets, as agencies are.
    pub is_agency: bool,
}

impl DatelinePart<'_> {
    /// Whether the part names a day or a year and no place.
    #[must_use]
    pub fn is_date(&self) -> bool {
        is_date(self.text)
    }
}

/// The parts of a dateline, its dash left out.
#[must_use]
pub fn parts(dateline: &str) -> Vec<DatelinePart<'_>> {
    let is_mark = |letter: char| matches!(letter, ',' | '/' | '(' | ')' | '–' | '—' | '_');
    let mut parts = Vec::new();
    let mut at = 0;
    let mut in_brackets = false;
    for piece in dateline.split_inclusive(is_mark) {
        let bare = piece.trim_end_matches(is_mark).trim_end_matches([' ', '-']);
        let text = bare.trim_start();
        let start = at + bare.len() - text.len();
        if text.contains(char::is_alphanumeric) {
            parts.push(DatelinePart {
                text,
                span: Span::new(start, start + text.len()),
                is_agency: in_brackets,
            });
        }
        in_brackets = piece.ends_with('(') || in_brackets && !piece.ends_with(')');
        at += piece.len();
    }
    parts
}

/// The byte after the first dash, and the space after it, that only names, figures and brackets come before; after the
/// bracket where there is no dash.
fn end_of_head(head: &str) -> Option<(usize, Mark)> {
    let mut at = 0;
    let mut in_brackets = false;
    let mut bracket = None;
    for word in head.split_inclusive([' ', '\u{a0}']) {
        let start = at;
        at += word.len();
        let word = word.trim_end();
        if !in_brackets && let Some(mark) = dash(word) {
            return (start > 0).then_some((at, mark));
        }
        if !in_brackets && let Some((before, _)) = word.split_once('—') {
            return can_be_inside(before).then_some((start + before.len() + '—'.len_utf8(), Mark::Dash));
        }
        if bracket.is_some() || !in_brackets && !can_be_inside(word) {
            break;
        }
        in_brackets = word.contains('(') && !word.contains(')') || in_brackets && !word.contains(')');
        bracket = word.ends_with(')').then_some(at);
    }
    bracket.map(|end| (end, Mark::Bracket))
}

fn dash(word: &str) -> Option<Mark> {
    match word {
        "–" | "—" | "―" | "_" | "--" | "––" | "——" => Some(Mark::Dash),
        "-" => Some(Mark::Hyphen),
        _ => None,
    }
}

/// Whether a word can be part of a dateline: a name, a figure, a bracket.
fn can_be_inside(word: &str) -> bool {
    if let Some(agency) = word.strip_prefix('(') {
        let agency = agency.trim_end_matches(')');
        return agency.starts_with(char::is_uppercase) || AGENCIES.contains(&agency);
    }
    let first = word.chars().next();
    first.is_some_and(|first| first.is_uppercase() || first.is_ascii_digit()) && !word.ends_with(['.', ':', ';', '?'])
        || first.is_some_and(char::is_uppercase) && word.ends_with('.') && word.len() <= LONGEST_SHORTENED
        || PARTICLES.has(word)
}

/// How many bytes a shortened word has at most, with its period: "Calif.", "Sept.", "Minn.".
const LONGEST_SHORTENED: usize = 6;

/// Whether a part can be the name of a town: a few words and no day, figure or label.
fn is_town(part: &str) -> bool {
    let letters = part.chars().filter(|letter| letter.is_alphabetic()).count();
    letters >= SHORTEST
        && part.split(' ').count() <= NAME
        && !part.contains(|letter: char| letter.is_ascii_digit())
        && !is_date(part)
        && !LABELS.contains(part)
}

fn is_shouted(part: &str) -> bool {
    !part.contains(char::is_lowercase)
}

/// "May 7", "Sept. 3 2031", "Monday", "2031"; not "SENN DE LA MAR".
fn is_date(part: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let has_figure = part.contains(|letter: char| letter.is_ascii_digit());
    let is_single = !part.contains(' ');
    let mut words = part.split(' ').map(|word| word.trim_end_matches('.'));
    words.any(|word| is_year(word) || (has_figure || is_single) && calendar::named(word).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_ends_after_its_dash_or_its_agency() {
        for (dateline, rest) in [
            ("BRANDVIK, May 7 (NPA) - ", "The ministers met."),
            ("BRANDVIK, May 7 (NPA) ", "The ministers met."),
            ("Brandvik, May 7 (NPA) — ", "The ministers met."),
            ("Brandvik (dpa) - ", "The ministers met."),
            ("BRANDVIK —\u{a0}", "The ministers met."),
            ("Brandvik, May 7 — ", "The ministers met."),
            ("PORT SENN, Norland — ", "Crews left the port."),
            ("PORT SENN, Nor. (NPA) — ", "“We left,” crews said."),
            ("PORT SENN/BRANDVIK, Sept. 7 (NPA) - ", "Crews left."),
            ("SENN DE LA MAR, Norland (Norland Press) -- ", "Crews left."),
            ("ST. HELM – ", "The ministers met."),
            ("ST. HELM, Nor. –– ", "The ministers met."),
            ("BRANDVIK—", "The ministers met."),
            ("ST. HELM, N.L. — ", "12 ministers met."),
        ] {
            let text = format!("{dateline}{rest}");
            assert_eq!(dateline_end(&text), Some(dateline.len()), "{text}");
        }
    }

    #[test]
    fn other_dashes_end_none() {
        for text in [
            "NATO allies meet - again - in Brandvik.",
            "Rao – the last one – left.",
            "Rao – The last one left.",
            "The ministers met on May 7 (NPA).",
            "EXCLUSIVE — The ministers met.",
            "PRESALE - Board of Velden sells bonds.",
            "Roth (Norland) 19.97 seconds",
            "Roth (left) – The mayor of Velden.",
            "BRANDVIK — THE MINISTERS MEET",
            "BRANDVIK",
            "Monday, May 7 — The ministers met.",
            "It rained.",
            "",
        ] {
            assert_eq!(dateline_end(text), None, "{text}");
        }
    }

    #[test]
    fn a_dateline_has_parts() {
        let dateline = "PORT SENN, Norland, May 7 (NPA) — ";
        let found: Vec<_> = parts(dateline)
            .iter()
            .map(|part| {
                assert_eq!(part.span.of(dateline), part.text);
                (part.text, part.is_agency, part.is_date())
            })
            .collect();
        assert_eq!(
            found,
            [
                ("PORT SENN", false, false),
                ("Norland", false, false),
                ("May 7", false, true),
                ("NPA", true, false)
            ]
        );
    }
}
