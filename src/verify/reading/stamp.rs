//! Time stamps: “[00:01:02]”, “(1:02)”, “00:01:02,500”. It converts none: a reader finds one by how it is written.

/// A time stamp that a text begins with: how it is written, without brackets, and how many bytes it takes with them.
pub fn stamp(text: &str) -> Option<(&str, usize)> {
    let (open, closing) = match text.chars().next()? {
        '[' => (1, Some(']')),
        '(' => (1, Some(')')),
        '<' => (1, Some('>')),
        _ => (0, None),
    };
    let inside = text.get(open..)?;
    let length = clock(inside)?;
    let written = inside.get(..length)?;
    let mut end = open + length;
    match closing {
        Some(mark) => {
            if !text.get(end..)?.starts_with(mark) {
                return None;
            }
            end += 1;
        }
        // “10:42am” is a time of the day, and “3:2” a result.
        None if text.get(end..)?.starts_with(char::is_alphanumeric) => return None,
        None => {}
    }
    Some((written, end))
}

/// The length of a clock time with two or three parts, the last with two figures, perhaps with a fraction.
pub fn clock(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    if !(1..=3).contains(&first) {
        return None;
    }
    let (mut end, mut parts) = (first, 1);
    while let Some(next) = text.get(end..).and_then(|rest| rest.strip_prefix(':')) {
        if digits(next) != 2 || parts == 3 {
            break;
        }
        end += 3;
        parts += 1;
    }
    if parts < 2 {
        return None;
    }
    let fraction = text.get(end..).and_then(|rest| rest.strip_prefix([',', '.']));
    if let Some(fraction) = fraction.filter(|fraction| (1..=3).contains(&digits(fraction))) {
        end += 1 + digits(fraction);
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_clock_times() {
        for (text, expected) in [
            ("[00:01:02] We go.", Some(("00:01:02", 10))),
            ("(1:02) We go.", Some(("1:02", 6))),
            ("00:01:02,500 --> 00:01:04,000", Some(("00:01:02,500", 12))),
            ("0:12", Some(("0:12", 4))),
            ("10:42am it rained", None),
            ("[12] We go.", None),
            ("3:2 to the home team", None),
            ("We go.", None),
        ] {
            assert_eq!(stamp(text), expected, "{text}");
        }
    }
}
