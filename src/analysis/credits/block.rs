//! Finds the credits of photographs in one block. It does not look for the caption before them.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::letters::{CAPITAL, LETTER};
use crate::text::{Span, table};

/// Brackets that hold more bytes hold more than a credit. The pattern does not count: counted repeats of any letter are
/// copied as often as they may occur.
const LONGEST: usize = 120;

/// The credits in a text, in order. A tag in brackets right after one (“REUTERS/Bo Lund(REUTERS)”) belongs to it,
/// unless a dash makes it the dateline of what follows.
#[must_use]
pub fn of_block(text: &str) -> Vec<Span> {
    // Most paragraphs have no sign of a credit and are not worth a search.
    let Some(pattern) = CREDIT.as_ref().filter(|_| has_sign(text)) else {
        return Vec::new();
    };
    let mut credits = Vec::new();
    let mut from = 0;
    while let Some(captures) = pattern.captures_at(text, from)
        && let Some(found) = captures.get(0)
    {
        let credit = without_next(found.as_str(), text.get(found.end()..).unwrap_or(""));
        let span = Span::new(found.start(), found.start() + credit.len());
        from = span.end.max(found.start() + 1);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        if span.len() <= LONGEST && stands_apart(text, span, captures.name("loose").is_some()) {
            credits.push(Span::new(span.start, span.end + tag_length(text, span.end)));
        }
    }
    credits
}

/// Whether there is what every credit has: a slash, the word for a picture, or an agency that needs neither.
fn has_sign(text: &str) -> bool {
    const SIGNS: [&str; 6] = ["/", "via ", "Photo", "Picture", "Image", "Foto"];
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// Whether a credit is not part of the clause before it, as in “a REUTERS/Norland Polls survey”.
fn stands_apart(text: &str, credit: Span, is_loose: bool) -> bool {
    let before = text.get(..credit.start).unwrap_or("");
    let starts_with_sign = credit.of(text).starts_with(['(', '/']);
    let glued = before.ends_with(char::is_alphanumeric) && !starts_with_sign;
    let before = before.trim_end();
    let after_stop = before.is_empty() || before.ends_with(['.', '!', '?', ')', '”', '"', '’']);
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let in_clause = !after_stop && !starts_with_sign && (is_loose || last.starts_with(char::is_lowercase));
    // “A Brandvik Register/Bloomberg survey” begins with an article and no photographer.
    let first = credit.of(text).split(' ').next().unwrap_or("");
    !glued && !in_clause && !begins_sentence(first)
}

fn tag_length(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let tag = TAG.as_ref().and_then(|tag| tag.find(rest)).map_or(0, |tag| tag.end());
    let after_tag = rest.get(tag..).unwrap_or("").trim_start();
    if after_tag.starts_with(['-', '–', '—']) {
        0
    } else {
        tag
    }
}

/// The name in a credit takes in the capitalized words after it: the first one of the next sentence, another agency.
/// This gives them back.
fn without_next<'a>(credit: &'a str, rest: &str) -> &'a str {
    const AGENCIES: [&str; 4] = [" AP Photo", " AFP PHOTO", " AP", " AFP"];
    // Where the sentence goes on in lowercase its beginning was taken for a name: a photographer has two names.
    if rest.trim_start().starts_with(char::is_lowercase) && !credit.ends_with(')') {
        let name = credit.rfind(['/', ':']).map_or(0, |mark| mark + 1);
        let lead = credit.len() - credit.get(name..).unwrap_or("").trim_start().len();
        let spaces = credit.get(lead..).unwrap_or("").match_indices(' ');
        let end = spaces.map(|(at, _)| lead + at).nth(1).unwrap_or(credit.len());
        return credit.get(..end).unwrap_or(credit);
    }
    let mut credit = credit;
    while let Some((head, word)) = credit.rsplit_once(' ') {
        if !begins_sentence(word) {
            break;
        }
        credit = head.trim_end();
    }
    if credit.starts_with("REUTERS/") {
        AGENCIES
            .iter()
            .find_map(|agency| credit.strip_suffix(agency))
            .unwrap_or(credit)
    } else {
        credit
    }
}

/// Whether a word begins a sentence and no name: “REUTERS/Ana Weil The rain …”.
fn begins_sentence(word: &str) -> bool {
    table::lines(include_str!("sentence_starts.txt")).any(|start| start == word)
}

/// A credit. Group `loose` holds those that count after the end of a sentence only.
///
/// Matches “REUTERS/Ana Weil”, “AP Photo/Ana Weil”, “(Photo by Ana Weil/Getty Images)”, “Photo: Ana Weil/AP”; not “a
/// Reuters/Polls survey”, “Reuters reported”, “(Reuters) -”, “Getty Images sued”.
static CREDIT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let mut agencies: Vec<String> = table::lines(include_str!("agencies.txt")).map(regex::escape).collect();
    // The first alternative that fits is taken: “Getty Images” before “Getty”.
    agencies.sort_by_key(|agency| std::cmp::Reverse(agency.len()));
    // A name in capitals before a slash is taken for an agency too.
    let agency = format!("(?:{})", agencies.join("|"));
    let sender = format!("(?:{agency}|{CAPITAL}{{3,}})");
    let word = format!("{CAPITAL}{LETTER}*");
    let name = format!("{word}(?: (?:(?:de|la|van|von|der|bin|al|el) ){{0,2}}{word}){{1,3}}");
    let tail = r"(?:/(?:File Photo|File|Files|Handout|Pool|Illustration))*";
    Regex::new(&format!(
        "REUTERS/(?:{name}|Stringer|Handout|Pool|File Photo){tail}\
         |{agency} (?:Photo|PHOTO) ?/ ?(?:{name}|{word}){tail}\
         |\\((?:Photo|Photograph|Image|Picture)s? (?:by|courtesy of|credit) ?:?[^()]+\\)\
         |\\([^()]*(?:/|via ){agency}\\)\
         |/(?:Handout |Pool )?via {agency}\
         |(?P<loose>{sender}/(?:{name}|Stringer|Handout|Pool|File Photo){tail}\
         |(?:Photo|Photograph|Picture|Image|Foto)s?(?: credits?| by| courtesy of)?: ?{name}(?:/(?:{agency}|{name}))*\
         |(?:{name}|Handout|Pool)/(?:(?:Handout|Pool) via )?{agency}{tail}\
         |(?:Handout|Pool) via {agency}{tail}\
         |Getty Images$)"
    ))
    .ok()
});

/// An agency in brackets right after a credit.
///
/// Matches “(REUTERS)” and “ (AP)”; not “(Monday)”.
static TAG: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!(r"^ ?\((?:{CAPITAL}{{2,}}|Reuters)\)")).ok());

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        of_block(text).iter().map(|credit| credit.of(text)).collect()
    }

    #[test]
    fn credits_are_told_apart_from_agencies() {
        for (text, wanted) in [
            ("It rains. REUTERS/Ana Weil", "REUTERS/Ana Weil"),
            ("It rains.REUTERS/Ana Weil(REUTERS)", "REUTERS/Ana Weil(REUTERS)"),
            ("It rains. REUTERS/Ana Weil(REUTERS) - The rain", "REUTERS/Ana Weil"),
            ("It rains. REUTERS/Ana Weil/File Photo", "REUTERS/Ana Weil/File Photo"),
            ("It rains. REUTERS/Ana Weil The", "REUTERS/Ana Weil"),
            ("It rains. REUTERS/Ana Weil The rain", "REUTERS/Ana Weil"),
            ("It rains. REUTERS/Ana Weil Bo Lund gets wet", "REUTERS/Ana Weil"),
            ("It rains. REUTERS/Ana Maria Weil", "REUTERS/Ana Maria Weil"),
            ("It rains. AP Photo/Ana Weil", "AP Photo/Ana Weil"),
            ("It rains. (AP Photo/Ana Weil) The", "AP Photo/Ana Weil"),
            ("It rains. Photo: Ana Weil/AP", "Photo: Ana Weil/AP"),
            (
                "It rains. (Photo by Ana Weil/Getty Images)",
                "(Photo by Ana Weil/Getty Images)",
            ),
            (
                "It rains. (Ana Weil/Brandvik Post via AP)",
                "(Ana Weil/Brandvik Post via AP)",
            ),
            ("It rains. Ana Weil/Getty Images", "Ana Weil/Getty Images"),
            (
                "It rains. Coast Guard/Handout via REUTERS",
                "Coast Guard/Handout via REUTERS",
            ),
            ("It rains. Getty Images", "Getty Images"),
            ("Cara Holm/Getty Images The rain", "Cara Holm/Getty Images"),
            ("It rains. NORDFOTO/Ana Weil(NORDFOTO)", "NORDFOTO/Ana Weil(NORDFOTO)"),
        ] {
            assert_eq!(found(text), [wanted], "{text}");
        }
        for text in [
            "Reuters reported the rain.",
            "BRANDVIK (Reuters) - It rains.",
            "It rains. Getty Images sued a rival.",
            "It rains. A Brandvik Register/Bloomberg survey says so.",
            "a Reuters/Polls survey, an AP/Polls survey",
            "a REUTERS/Norland Polls survey, an AFP/Brandvik Post report",
            "She works for Getty Images.",
            "The photo by Ana Weil won a prize. Photo: see page 3.",
        ] {
            assert_eq!(found(text), <[&str; 0]>::default(), "{text}");
        }
    }
}
