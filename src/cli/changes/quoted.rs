//! File names as git quotes them in diffs: `"a/caf\303\251\n.md"`. It reads and writes names, never files.

/// The bytes of a name in a header of a diff, where it is quoted or ends with the line or with a tab and a time.
pub fn unquoted(written: &[u8]) -> Vec<u8> {
    let Some(inside) = written.strip_prefix(b"\"") else {
        let name = written.split(|&byte| byte == b'\t').next().unwrap_or_default();
        return name.strip_suffix(b"\r").unwrap_or(name).to_vec();
    };
    let mut name = Vec::new();
    let mut bytes = inside.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => break,
            b'\\' => match bytes.next() {
                Some(digit @ b'0'..=b'7') => {
                    let mut value = u32::from(digit - b'0');
                    for _ in 0..2 {
                        if let Some(next) = bytes.next_if(|next| (b'0'..=b'7').contains(next)) {
                            value = value * 8 + u32::from(next - b'0');
                        }
                    }
                    name.push(u8::try_from(value & 0xff).unwrap_or_default());
                }
                Some(letter) => name.push(meant(letter)),
                None => break,
            },
            other => name.push(other),
        }
    }
    name
}

/// What a letter after a backslash stands for.
fn meant(letter: u8) -> u8 {
    ESCAPES
        .iter()
        .find(|(written, _)| *written == letter)
        .map_or(letter, |(_, byte)| *byte)
}

const ESCAPES: [(u8, u8); 9] = [
    (b'a', 7),
    (b'b', 8),
    (b't', b'\t'),
    (b'n', b'\n'),
    (b'v', 11),
    (b'f', 12),
    (b'r', b'\r'),
    (b'"', b'"'),
    (b'\\', b'\\'),
];

/// A name as it may be in a header of a diff: as it is, or quoted where `patch` and `git apply` would read it wrongly.
pub fn quoted(name: &[u8]) -> Vec<u8> {
    let is_plain = |byte: &u8| (b' '..0x7f).contains(byte) && *byte != b'"' && *byte != b'\\';
    if name.iter().all(is_plain) {
        return name.to_vec();
    }
    let mut text = vec![b'"'];
    for &byte in name {
        match ESCAPES.iter().find(|(_, meant)| *meant == byte) {
            Some((letter, _)) => text.extend([b'\\', *letter]),
            None if is_plain(&byte) => text.push(byte),
            None => text.extend(format!("\\{byte:03o}").bytes()),
        }
    }
    text.push(b'"');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_comes_back() {
        for name in [
            &b"a/story.md"[..],
            b"a/caf\xc3\xa9 \"x\"\\.md",
            b"a/new\nline\t\x1b\xff.md",
            b"a/ space ",
        ] {
            assert_eq!(unquoted(&quoted(name)), name);
        }
        assert_eq!(quoted(b"a/x y.md"), b"a/x y.md");
        assert_eq!(quoted("a/é\n".as_bytes()), b"\"a/\\303\\251\\n\"");
    }

    #[test]
    fn a_time_after_a_name_is_no_part_of_it() {
        assert_eq!(unquoted(b"b/story.md\t2031-05-05 10:00:00"), b"b/story.md");
        assert_eq!(unquoted(b"b/story.md\r"), b"b/story.md");
    }
}
