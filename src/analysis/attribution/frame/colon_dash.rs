//! Frames without a word: a name before a colon, a name after a dash. It reads no verbs.

use std::ops::Range;

use crate::analysis::attribution::frame::opening::opening;
use crate::analysis::attribution::frame::types::{CueForm, Frame, Subject, SubjectKind};
use crate::analysis::attribution::lexicon::{WordClass, is_day, is_in, is_listed};
use crate::analysis::attribution::line::{Line, noun_phrase, when};
use crate::language::calendar::is_month;
use crate::language::{Tag, Upos};

/// The longest name or label before a colon, in items.
const LONGEST_LABEL: usize = 8;

/// How far before its end a bracket after a name may open, in items: "(D-Ostby)".
const LONGEST_BRACKET: usize = 8;

/// "Mayor: ‘I will not resign’", "Q: …", and the label of an interview.
#[must_use]
pub fn colon(line: Line<'_>, at: usize) -> Option<Frame> {
    // "Ana Lund\\: “…”" in ArchieML, where a name before a plain colon would be a key.
    let before = at.checked_sub(1)?;
    let before = before.checked_sub(usize::from(line.form(before) == "\\"))?;
    let last = before_bracket(line, before_when(line, before))?;
    if !noun_phrase::is_nominal(line, last) {
        return None;
    }
    let items = noun_phrase::ending_at(line, last);
    let heads_line = begins_line(line, items.start)
        || follows_from(line, items.start)
        || follows_here_is(line, items.start)
        || follows_text_from(line, items.start);
    let label = is_label(line, &items) || opening(line, items.start).is_some();
    // "Our view: “…”": the paper speaks of itself. "Their motto: “…”": no motto speaks.
    let own = line.is_any(items.start, &["our", "my", "your"])
        || line.tag(items.start) == Tag::PossessivePronoun
            && !noun_phrase::is_person_noun(line, last)
            && !is_listed(WordClass::Utterance, line.lemma(last));
    (heads_line && items.len() <= LONGEST_LABEL && !label && !own).then(|| {
        let speaker = holder(line, &items).unwrap_or(items);
        Frame::without_verb(
            at..at + 1,
            ":",
            CueForm::Colon,
            Subject::new(speaker, SubjectKind::Before),
        )
    })
}

/// "Her answer: “…”", "Lund's verdict: “…”": whose words they are that a noun before a colon announces.
fn holder(line: Line<'_>, items: &Range<usize>) -> Option<Range<usize>> {
    let noun = items.end.checked_sub(1)?;
    let mark = (items.start..noun)
        .rev()
        .find(|&at| matches!(line.tag(at), Tag::PossessivePronoun | Tag::PossessiveEnding))?;
    let announces = is_listed(WordClass::Utterance, line.lemma(noun));
    let end = if line.tag(mark) == Tag::PossessivePronoun {
        mark + 1
    } else {
        mark
    };
    announces.then_some(items.start..end)
}

/// Whether an item begins its line, or the sentence after a quotation.
fn begins_line(line: Line<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_none_or(|before| line.is_quotation(before) || line.is(before, "."))
}

/// "From Mayor Ana Lund: “…”", "And from the council: “…”": whether words that lead in a speaker come before
/// item `at`.
fn follows_from(line: Line<'_>, at: usize) -> bool {
    // "from the mayor, Ana Lund"
    let described = at.checked_sub(2).filter(|_| line.is(at - 1, ","));
    let start = described.map_or(at, |last| noun_phrase::ending_at(line, last).start);
    let Some(from) = start.checked_sub(1).filter(|&from| line.is(from, "from")) else {
        return false;
    };
    let and = from
        .checked_sub(1)
        .filter(|&and| line.is_any(and, &["and", "this", "now", "then"]));
    and.is_some_and(|and| line.is(and, "this")) || begins_line(line, and.unwrap_or(from))
}

/// "opened the hearing with a line from Ana Lund: “…”": whether a word for a text and "from" or "by" come before item `at`.
fn follows_text_from(line: Line<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(2).filter(|_| line.is_any(at - 1, &["from", "by"])) else {
        return false;
    };
    matches!(
        line.lemma(noun),
        "line" | "lyric" | "passage" | "poem" | "proverb" | "quotation" | "quote" | "verse" | "words"
    )
}

/// "Here’s Ana Lund: “…”", "Here is the mayor: “…”"
fn follows_here_is(line: Line<'_>, at: usize) -> bool {
    at.checked_sub(2)
        .is_some_and(|here| line.is(here, "here") && begins_line(line, here) && line.lemma(here + 1) == "be")
}

/// "Monday: “…”", "Update: “…”", "Last week: “…”": whether what is before the colon says when or what follows, and not who speaks.
fn is_label(line: Line<'_>, items: &Range<usize>) -> bool {
    let last = items.end.saturating_sub(1);
    let alone = items.len() == 1 && is_in(WordClass::Label, line.form(last));
    alone || is_day(line.form(last)) || is_month(line.form(last)) || when::is_time(line, items)
}

/// “…” —Ana Lund, at the end of a sentence or line.
#[must_use]
pub fn dash(line: Line<'_>, at: usize) -> Option<Frame> {
    at.checked_sub(1).filter(|&before| line.is_quotation(before))?;
    let items = noun_phrase::core_starting_at(line, at + 1)?;
    let ends = line.len() <= items.end || line.is_quotation(items.end) || line.is_any(items.end, &[",", ".", "("]);
    (noun_phrase::is_name(line, items.end - 1) && ends).then(|| {
        let speaker = Subject::new(items, SubjectKind::Inverted);
        Frame::without_verb(at..at + 1, line.form(at), CueForm::Dash, speaker)
    })
}

/// Whether a mark is one of those that are written for a dash.
#[must_use]
pub fn is_dash_or_hyphen(mark: &str) -> bool {
    matches!(mark, "—" | "–" | "―" | "-" | "--")
}

/// "Here’s Lund | in May 2030: “…”": the end of the name that "here is" points at, where words of time and place come after it.
fn before_when(line: Line<'_>, last: usize) -> usize {
    let opens = line.is(0, "here") && line.lemma(1) == "be";
    if !opens {
        return last;
    }
    noun_phrase::core_starting_at(line, 2)
        .filter(|items| items.end <= last && line.has(items.end, &[Upos::Adp, Upos::Adv, Upos::Punct]))
        .map_or(last, |items| items.end - 1)
}

/// "Rep. Dan Holt (D-Ostby): “…”": the item before a bracket that ends at `last`.
fn before_bracket(line: Line<'_>, last: usize) -> Option<usize> {
    if !line.is(last, ")") {
        return Some(last);
    }
    (last.saturating_sub(LONGEST_BRACKET)..last)
        .rev()
        .find(|&at| line.is(at, "("))?
        .checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_bracket_before_the_colon_is_stepped_over() {
        let text = "Rep. Dan Holt (D-Ostby): “We leave at dawn.”";
        with_line(text, |line| {
            let at = (0..line.len()).find(|&at| line.is(at, ":")).unwrap();
            let speaker = colon(line, at).unwrap().speaker.unwrap();
            assert_eq!(line.span(speaker.items).of(text), "Rep. Dan Holt");
        });
    }

    #[test]
    fn the_escape_of_a_colon_is_stepped_over() {
        with_line("Mayor Ana Lund\\: “We leave at dawn.”", |line| {
            let at = (0..line.len()).find(|&at| line.is(at, ":")).unwrap();
            assert_eq!(colon(line, at).unwrap().speaker.unwrap().items, 0..3);
        });
        with_line("Our view: “We leave at dawn.”", |line| {
            assert_eq!(colon(line, 2), None)
        });
    }

    #[test]
    fn whose_line_it_is_is_named_after_it() {
        let text = "Rao opened the hearing with a line from Ana Lund: “We leave at dawn.”";
        with_line(text, |line| {
            let at = (0..line.len()).find(|&at| line.is(at, ":")).unwrap();
            let speaker = colon(line, at).unwrap().speaker.unwrap();
            assert_eq!(line.span(speaker.items).of(text), "Ana Lund");
        });
        let text = "Rao came with a letter from Ana Lund: “We leave at dawn.”";
        with_line(text, |line| {
            let at = (0..line.len()).find(|&at| line.is(at, ":")).unwrap();
            assert_eq!(colon(line, at), None);
        });
    }

    #[test]
    fn a_dash_needs_a_quotation_before_it() {
        with_line("The road — Ostby Road — is closed.", |line| {
            assert_eq!(dash(line, 2), None)
        });
    }
}
