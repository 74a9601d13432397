//! The time stamp that an entry of a live blog begins with: “10.42am Holt arrives”. It looks at form only; a clock time that
//! is part of its sentence (“7.30 p.m. Monday is late”) is none.

use crate::text::calendar;

/// The longest time stamp, in bytes.
const LONGEST: usize = 24;

/// Where the time stamp ends that a text begins with, after the mark and the space after it.
#[must_use]
pub fn time_stamp_end(text: &str) -> Option<usize> {
    let head = text.get(..text.floor_char_boundary(LONGEST))?;
    let (clock, mut rest) = clock(head)?;
    let mut is_marked = false;
    for half in ["am", "pm", "a.m.", "p.m.", "AM", "PM"] {
        if let Some(after) = rest.trim_start_matches(' ').strip_prefix(half) {
            (rest, is_marked) = (after, true);
            break;
        }
    }
    let zone = rest.trim_start_matches(' ');
    let letters = zone.bytes().take_while(u8::is_ascii_uppercase).count();
    if (2..=4).contains(&letters) && zone.get(letters..).is_some_and(|after| after.starts_with([' ', ':'])) {
        (rest, is_marked) = (zone.get(letters..)?, true);
    }
    let after = rest.trim_start_matches([' ', ':', '|', '-', '–', '—']);
    let between = rest.get(..rest.len() - after.len())?;
    is_marked |= !between.trim().is_empty();
    let is_parted = between.contains(' ') && (is_marked && clock || between.contains([':', '|', '-', '–', '—']));
    let end = head.len() - after.len();
    (is_parted && is_marked && begins_sentence(text.get(end..)?)).then_some(end)
}

/// A clock time at the head of a text: whether it has minutes or is right before "am", and what follows it.
fn clock(text: &str) -> Option<(bool, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(text);
    let rest = text.get(hours..)?;
    if !(1..=2).contains(&hours) {
        return None;
    }
    let Some(minutes) = rest.strip_prefix([':', '.']).filter(|minutes| digits(minutes) == 2) else {
        return ["am", "pm"]
            .iter()
            .any(|half| rest.starts_with(half))
            .then_some((true, rest));
    };
    Some((true, minutes.get(2..)?))
}

/// Whether what follows begins with a capital, and not with a day: "7.30 p.m. Monday".
fn begins_sentence(rest: &str) -> bool {
    let first = rest.split([' ', ',', '.']).next().unwrap_or_default();
    first
        .trim_start_matches(['“', '"', '‘', '\''])
        .starts_with(char::is_uppercase)
        && calendar::named(first).is_none()
        && rest.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_stamp_is_before_its_sentence() {
        for (stamp, rest) in [
            ("10.42am ", "Holt arrives at the hall."),
            ("10:42 a.m. ", "Holt arrives at the hall."),
            ("11am ", "Holt is late."),
            ("14:05 GMT ", "“We are late,” Holt says."),
            ("14:05 – ", "Holt is late."),
            ("2.15pm: ", "Holt is late."),
        ] {
            let text = format!("{stamp}{rest}");
            assert_eq!(time_stamp_end(&text), Some(stamp.len()), "{text}");
        }
        for text in [
            "7.30 p.m. Monday is late.",
            "10.42am is late.",
            "14:05 Holt left.",
            "1999 Holt left.",
            "7 Up sells well.",
            "10.42am",
            "",
        ] {
            assert_eq!(time_stamp_end(text), None, "{text}");
        }
    }
}
