//! SubRip and WebVTT. Broken files are read as far as they go: a line that is no time is words.

use crate::text::Span;
use crate::verify::reading::read_text::{Read, lines_of, passage};
use crate::verify::reading::{label, stamp};
use crate::verify::types::Passage;

/// The captions of a file, a passage for each line. A caption that repeats the line before, as automatic subtitles do while
/// they roll, is read once. Linear.
pub fn read(text: &str) -> Read {
    let lines = lines_of(text);
    let (mut passages, mut times): (Vec<Passage>, usize) = (Vec::new(), 0);
    let (mut speaker, mut time): (Option<&str>, Option<&str>) = (None, None);
    let mut is_comment = false;
    let mut broken = None;
    for (at, (start, line)) in lines.iter().enumerate() {
        let words = line.trim();
        if words.is_empty() {
            is_comment = false;
            continue;
        }
        match timing(words) {
            Timing::Time(begins) => {
                (time, is_comment) = (Some(begins), false);
                times += 1;
                continue;
            }
            Timing::Broken => {
                broken = broken.or(Some(at + 1));
                time = None;
                continue;
            }
            Timing::None => {}
        }
        is_comment |= is_header(words, at)
            || words == "STYLE"
            || words == "REGION"
            || words.starts_with("NOTE ")
            || words == "NOTE";
        let next_is_time = lines
            .get(at + 1)
            .is_some_and(|(_, next)| matches!(timing(next.trim()), Timing::Time(_) | Timing::Broken));
        if is_comment || next_is_time && is_name_of_caption(words, &lines, at) {
            continue;
        }
        let (who, from) = head(line);
        speaker = who.or(speaker);
        let span = Span::new(start + from, start + line.trim_end().len());
        let is_repeated = passages.last().is_some_and(|last| last.span.of(text) == span.of(text));
        if !span.is_empty() && !is_repeated {
            passages.push(passage(span, speaker, time));
        }
    }
    let remark = match (times, broken) {
        (0, _) => Some("have no time stamps (00:00:01,000 --> 00:00:04,000); it is read as plain text".to_owned()),
        (_, Some(line)) => Some(format!(
            "have a broken time in line {line} (expected 00:00:01,000 --> 00:00:04,000); the words after it are read without one"
        )),
        _ => None,
    };
    Read { passages, remark }
}

/// What a line says about the time.
enum Timing<'t> {
    /// The time at which a caption begins.
    Time(&'t str),
    /// An arrow between what are no times.
    Broken,
    None,
}

fn timing(line: &str) -> Timing<'_> {
    let Some((begin, end)) = line.split_once("-->") else {
        return Timing::None;
    };
    let is_time = |text: &str| stamp::clock(text.trim()).is_some();
    if !is_time(begin) || !is_time(end) {
        return Timing::Broken;
    }
    let begin = begin.trim();
    Timing::Time(begin.split([',', '.']).next().unwrap_or(begin))
}

fn is_header(line: &str, at: usize) -> bool {
    at == 0 && line.trim_start_matches('\u{feff}').starts_with("WEBVTT")
}

/// Whether a line before a time is the number or the name of its caption: after an empty line, or at the start.
fn is_name_of_caption(words: &str, lines: &[(usize, &str)], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| lines.get(before));
    let is_first = before.is_none_or(|(_, before)| before.trim().is_empty());
    is_first || words.bytes().all(|byte| byte.is_ascii_digit())
}

/// Who speaks in a line of a caption, and where the words begin.
fn head(line: &str) -> (Option<&str>, usize) {
    if let Some((name, tag)) = label::voice(line) {
        return (Some(name), tag.end);
    }
    let head = label::head(line);
    match head.speaker {
        Some(_) if head.words < line.len() => (head.speaker, head.words),
        _ => (None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each passage as “speaker time: words”.
    fn captions(text: &str) -> Vec<String> {
        let told = |passage: &Passage| {
            let speaker = passage.speaker.as_deref().unwrap_or("-");
            let time = passage.time.as_deref().unwrap_or("-");
            format!("{speaker} {time}: {}", passage.span.of(text))
        };
        read(text).passages.iter().map(told).collect()
    }

    #[test]
    fn captions_have_their_times_and_speakers() {
        let srt = "1\n00:00:01,000 --> 00:00:04,000\nLUND: We go\nat noon.\n\n2\n00:00:05,000 --> 00:00:06,000\n12\n";
        assert_eq!(
            captions(srt),
            ["LUND 00:00:01: We go", "LUND 00:00:01: at noon.", "LUND 00:00:05: 12"]
        );
        let vtt = "WEBVTT - Port\n\nNOTE made by a machine\nfrom sound\n\nintro\n00:01.000 --> 00:02.000 align:start\n\
                   <v Ana Lund>We <i>go</i>.\n";
        assert_eq!(captions(vtt), ["Ana Lund 00:01: We <i>go</i>."]);
        assert_eq!(captions(&srt.replace('\n', "\r\n")).len(), 3);
    }

    #[test]
    fn rolling_captions_are_read_once() {
        let srt = "00:01 --> 00:02\nWe go\n\n00:02 --> 00:03\nWe go\nat noon\n";
        assert_eq!(captions(srt), ["- 00:01: We go", "- 00:02: at noon"]);
    }

    #[test]
    fn no_words_of_a_broken_file_are_lost() {
        let broken = "1\n00:00:01,000 --> soon\nWe go.\n\n2\n00:00:05,000 --> 00:00:06,000\nWe stay.\n";
        assert_eq!(captions(broken), ["- -: We go.", "- 00:00:05: We stay."]);
        assert!(
            read(broken)
                .remark
                .unwrap()
                .starts_with("have a broken time in line 2 ")
        );
        let none = "We go.\n\nWe stay.\n";
        assert_eq!(captions(none), ["- -: We go.", "- -: We stay."]);
        assert!(read(none).remark.unwrap().starts_with("have no time stamps"));
    }
}
