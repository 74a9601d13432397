//! Plain text, Markdown and transcripts, line by line. A label holds for its paragraph; in a transcript it holds until the next
//! one.

use std::collections::BTreeMap;

use crate::text::Span;
use crate::verify::reading::label::{self, Head};
use crate::verify::reading::read_text::{lines_of, passage};
use crate::verify::types::Passage;

/// A line with what it begins with.
struct Line<'t> {
    /// Where the words of the line are in the text.
    words: Span,
    head: Head<'t>,
    is_blank: bool,
}

/// The passages of a text: paragraphs, parted where a label or a time stamp begins another one. Linear.
pub fn passages(text: &str) -> Vec<Passage> {
    let lines = lines(text);
    let is_transcript = is_transcript(&lines);
    let mut passages: Vec<Passage> = Vec::new();
    let (mut speaker, mut time): (Option<&str>, Option<&str>) = (None, None);
    let mut goes_on = false;
    for line in &lines {
        if line.is_blank {
            goes_on = false;
            // Without a sign that somebody goes on speaking, the next paragraph may be the reporter's.
            if !is_transcript {
                (speaker, time) = (None, None);
            }
            continue;
        }
        if line.head.speaker.is_some() || line.head.time.is_some() {
            goes_on = false;
            time = line.head.time.or(time.filter(|_| line.head.speaker.is_none()));
            speaker = line.head.speaker.or(speaker);
        }
        if line.words.is_empty() {
            continue;
        }
        match passages.last_mut().filter(|_| goes_on) {
            Some(last) => last.span = last.span.join(line.words),
            None => passages.push(passage(line.words, speaker, time)),
        }
        goes_on = true;
    }
    passages
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let lines = lines_of(text).into_iter().map(|(start, line)| {
        let head = label::head(line);
        let end = start + line.trim_end().len();
        Line {
            words: Span::new((start + head.words).min(end), end),
            head,
            is_blank: line.trim().is_empty(),
        }
    });
    lines.collect()
}

/// Labels and lines from which on a text is a transcript.
const FEWEST_LABELS: usize = 4;

/// Whether a text is a transcript: two who speak, each more than once, in most of its paragraphs.
fn is_transcript(lines: &[Line<'_>]) -> bool {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut paragraphs, mut labelled) = (0, 0);
    let mut is_new = true;
    for line in lines {
        if line.is_blank {
            is_new = true;
            continue;
        }
        if let Some(speaker) = line.head.speaker {
            *counts.entry(speaker).or_default() += 1;
            labelled += 1;
        }
        paragraphs += usize::from(is_new || line.head.speaker.is_some());
        is_new = false;
    }
    let repeated = counts.values().filter(|count| **count > 1).count();
    labelled >= FEWEST_LABELS && repeated >= 2 && labelled * 3 >= paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each passage as “speaker time: words”.
    fn read(text: &str) -> Vec<String> {
        let told = |passage: &Passage| {
            let speaker = passage.speaker.as_deref().unwrap_or("-");
            let time = passage.time.as_deref().unwrap_or("-");
            format!("{speaker} {time}: {}", passage.span.of(text))
        };
        passages(text).iter().map(told).collect()
    }

    #[test]
    fn paragraphs_are_passages() {
        assert_eq!(
            read("One line\nand more.\n\nTwo.\n"),
            ["- -: One line\nand more.", "- -: Two."]
        );
        assert_eq!(read("One.\r\nMore.\r\n\r\nTwo."), ["- -: One.\r\nMore.", "- -: Two."]);
        assert_eq!(read(""), [] as [&str; 0]);
    }

    #[test]
    fn a_label_holds_until_the_next_one_in_a_transcript_only() {
        let transcript = "LUND: We go.\n\nWe do.\n\nQ: When?\n\nLUND: Soon.\n\nQ: How?\n\nLUND: By sea.";
        let read_as = [
            "LUND -: We go.",
            "LUND -: We do.",
            "Q -: When?",
            "LUND -: Soon.",
            "Q -: How?",
            "LUND -: By sea.",
        ];
        assert_eq!(read(transcript), read_as);
        assert_eq!(
            read("Lund: We go.\n\nRain all day."),
            ["Lund -: We go.", "- -: Rain all day."]
        );
    }

    #[test]
    fn a_recorder_puts_names_and_times_on_lines_of_their_own() {
        let text = "Ana Lund  0:12\nWe go.\nSoon.\n\nBo Weil  0:20\nWhen?";
        assert_eq!(read(text), ["Ana Lund 0:12: We go.\nSoon.", "Bo Weil 0:20: When?"]);
        assert_eq!(
            read("[0:12] We go.\n[0:15] We stay."),
            ["- 0:12: We go.", "- 0:15: We stay."]
        );
    }
}
