//! Labels of speakers: “Ana Lund:”, “**WEIL:**”, “>> Speaker 2:”, “Ana Lund  0:12” on a line of its own. It looks at one line.

use crate::text::Span;
use crate::verify::reading::stamp::stamp;
use crate::verify::words::tables;

/// The head of a line: who speaks and when, and where the words begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head<'t> {
    /// The label.
    pub speaker: Option<&'t str>,
    /// The time stamp.
    pub time: Option<&'t str>,
    /// Where the words are, in bytes of the line; at its end where there are none.
    pub words: usize,
}

/// Bytes. What is longer is a clause.
const LONGEST_LABEL: usize = 48;

/// How many words a label has at most.
const MOST_WORDS: usize = 5;

/// What a line begins with.
pub fn head(line: &str) -> Head<'_> {
    let mut head = Head::default();
    let mut at = after_ornaments(line, 0);
    if let Some((time, length)) = rest(line, at).and_then(stamp) {
        head.time = Some(time);
        at = after_ornaments(line, at + length);
        head.words = at;
    }
    if let Some((speaker, time, length)) = rest(line, at).and_then(label) {
        head.speaker = Some(speaker);
        head.time = head.time.or(time);
        at = after_ornaments(line, at + length);
        head.words = at;
        if let Some((time, length)) = rest(line, at).and_then(stamp).filter(|_| head.time.is_none()) {
            head.time = Some(time);
            head.words = after_ornaments(line, at + length);
        }
    } else if let Some(name) = rest(line, at).filter(|_| head.time.is_some()).and_then(name_alone) {
        head.speaker = Some(name);
        head.words = line.len();
    }
    head
}

fn rest(line: &str, at: usize) -> Option<&str> {
    line.get(at..)
}

/// Spaces and what lists, captions and Markdown put before a label.
fn after_ornaments(line: &str, at: usize) -> usize {
    let rest = line.get(at..).unwrap_or("");
    let bare = rest.trim_start_matches([' ', '\t', '>', '-', '–', '—', '*', '_', '#', '•', '\u{feff}']);
    at + rest.len() - bare.len()
}

/// A label with its colon, with a time stamp that may be before the colon: “Lund (0:12):”. The length is up to the words.
fn label(text: &str) -> Option<(&str, Option<&str>, usize)> {
    let head = text.get(..text.floor_char_boundary(LONGEST_LABEL + 24))?;
    let name_end = head.find([':', '(', '[', '\n']).unwrap_or(head.len());
    let mut name = head.get(..name_end)?;
    let mut at = name_end;
    let mut time = None;
    if let Some((stamped, length)) = text.get(at..).and_then(stamp) {
        time = Some(stamped);
        at += length;
    } else if let Some((before, stamped)) = trailing_stamp(head) {
        // “Ana Lund 0:12” on a line of its own, as recorders write it.
        let is_alone = text.trim_end().len() == before.len() + stamped.len() + (head.find(stamped)? - before.len());
        if is_alone && is_name(before.trim_end()) {
            return Some((before.trim_end(), Some(stamped), text.len()));
        }
    }
    let after = text.get(at..)?.trim_start_matches([' ', '*', '_']);
    let at = text.len() - after.len();
    name = name.trim_end_matches([' ', '*', '_']);
    if !is_name(name) {
        return None;
    }
    match after.strip_prefix(':') {
        Some(words) if words.is_empty() || words.starts_with([' ', '\t', '*', '_', '\u{a0}']) => {
            Some((name, time, at + 1))
        }
        // A stamp after a name on a line of its own needs no colon.
        _ if time.is_some() && after.trim().is_empty() => Some((name, time, text.len())),
        _ => None,
    }
}

/// A text that ends in a time stamp, and what is before it.
fn trailing_stamp(text: &str) -> Option<(&str, &str)> {
    let line = text.trim_end();
    let at = line.rfind([' ', '\t'])? + 1;
    let (written, length) = stamp(line.get(at..)?)?;
    (at + length == line.len()).then_some((line.get(..at)?, written))
}

/// A line that is nothing but a name; only where a time stamp is before it.
fn name_alone(text: &str) -> Option<&str> {
    let name = text.trim_end().trim_end_matches(['*', '_', ':']);
    let letters: usize = name.chars().filter(|letter| letter.is_alphabetic()).count();
    (letters > 1 && name.contains(' ') && is_name(name) && !name.ends_with('.')).then_some(name)
}

/// Whether a text can be the name of who speaks: a few words with capitals, or a letter for question and answer.
fn is_name(text: &str) -> bool {
    if text.is_empty()
        || text.len() > LONGEST_LABEL
        || text.contains(['"', '“', '”', '/', ',', ';', '?', '!', '=', '|'])
    {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > MOST_WORDS || tables::NO_LABELS.contains(text.to_lowercase().as_str()) {
        return false;
    }
    let is_small = |word: &str| tables::SMALL_IN_NAMES.contains(word);
    let has_capital = |word: &str| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    words
        .first()
        .is_some_and(|first| first.starts_with(char::is_alphabetic))
        && words.iter().all(|word| has_capital(word) || is_small(word))
        && words.iter().any(|word| word.starts_with(char::is_uppercase))
}

/// The label in a voice tag of WebVTT, `<v Ana Lund>`, with the span of the tag.
pub fn voice(line: &str) -> Option<(&str, Span)> {
    let start = line.find("<v")?;
    let inside = line.get(start + 2..)?;
    let end = inside.find('>')?;
    // Classes come first: `<v.loud Ana Lund>`.
    let (_, name) = inside.get(..end)?.split_once([' ', '\t'])?;
    let name = name.trim();
    (!name.is_empty() && name.len() <= LONGEST_LABEL).then_some((name, Span::new(start, start + 2 + end + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who speaks, when, and what.
    fn read(line: &str) -> (Option<&str>, Option<&str>, &str) {
        let head = head(line);
        (head.speaker, head.time, line.get(head.words..).unwrap())
    }

    #[test]
    fn labels_are_names_before_a_colon() {
        assert_eq!(read("Ana Lund: We go."), (Some("Ana Lund"), None, "We go."));
        assert_eq!(read("LUND: We go."), (Some("LUND"), None, "We go."));
        assert_eq!(read("**Ana Lund:** We go."), (Some("Ana Lund"), None, "We go."));
        assert_eq!(read("**Ana Lund**: We go."), (Some("Ana Lund"), None, "We go."));
        assert_eq!(read(">> Speaker 2: We go."), (Some("Speaker 2"), None, "We go."));
        assert_eq!(read("Q: Do you go?"), (Some("Q"), None, "Do you go?"));
    }

    #[test]
    fn time_stamps_are_before_or_after_the_label() {
        let lund = (Some("Ana Lund"), Some("00:01:02"), "We go.");
        for line in [
            "[00:01:02] Ana Lund: We go.",
            "Ana Lund [00:01:02]: We go.",
            "Ana Lund (00:01:02): We go.",
            "Ana Lund: [00:01:02] We go.",
            "00:01:02 Ana Lund: We go.",
            "[00:01:02] **Ana Lund:** We go.",
        ] {
            assert_eq!(read(line), lund, "{line}");
        }
        assert_eq!(read("Ana Lund  0:12"), (Some("Ana Lund"), Some("0:12"), ""));
        assert_eq!(read("[0:12] Ana Lund"), (Some("Ana Lund"), Some("0:12"), ""));
        assert_eq!(read("[0:12] We go."), (None, Some("0:12"), "We go."));
    }

    #[test]
    fn headings_and_clauses_are_no_labels() {
        for line in [
            "Note: the ferry is late.",
            "Background: the ferry is late.",
            "What he said: the ferry is late.",
            "She was clear: we go.",
            "https://example.org",
            "At 10:42 the ferry left.",
            "The ferry leaves at 9:30",
            "“Yes: we go.”",
        ] {
            assert_eq!(read(line).0, None, "{line}");
        }
    }
}
