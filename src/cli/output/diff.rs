//! What `lint --diff` prints: unified diffs that `patch -p1` and `git apply` read. It changes no file.

use std::io::IsTerminal;
use std::path::Path;

use similar::TextDiff;

use crate::cli::changes::quoted;
use crate::history::bytes_of;
use crate::render::printable;

/// The unified diff from `before` to `after`, for the file at `path`. Lines end where `patch` ends them: at `\n` alone.
pub fn unified(path: &Path, before: &str, after: &str) -> Vec<u8> {
    let before: Vec<&str> = before.split_inclusive('\n').collect();
    let after: Vec<&str> = after.split_inclusive('\n').collect();
    let hunks = TextDiff::configure()
        .newline_terminated(true)
        .diff_slices(&before, &after)
        .unified_diff()
        .context_radius(3)
        .to_string();
    let mut diff = Vec::new();
    for (mark, side) in [("---", "a/"), ("+++", "b/")] {
        diff.extend(mark.as_bytes());
        diff.push(b' ');
        diff.extend(header(path, side));
        diff.push(b'\n');
    }
    diff.extend(hunks.bytes());
    diff
}

/// Whether a text has lines that `patch` does not know as lines: those that end with `\r` alone.
pub fn has_lone_returns(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = bytes.iter().skip(1).map(Some).chain([None]);
    bytes
        .iter()
        .zip(next)
        .any(|(&byte, next)| byte == b'\r' && next != Some(&b'\n'))
}

/// The diff as it may be shown where it goes: on a terminal, nothing in it moves the cursor.
pub fn shown(diff: Vec<u8>) -> Vec<u8> {
    if !std::io::stdout().is_terminal() {
        return diff;
    }
    let text = String::from_utf8_lossy(&diff);
    let lines: Vec<String> = text.split('\n').map(printable).collect();
    lines.join("\n").into_bytes()
}

/// A name in the head of a diff; a tab ends one with a blank in it, which would be taken for its end.
fn header(path: &Path, side: &str) -> Vec<u8> {
    let here = std::env::current_dir().ok();
    let path = here.and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    let path = path.strip_prefix(".").unwrap_or(path);
    let mut name = quoted(&[side.as_bytes(), &bytes_of(path)].concat());
    if !name.starts_with(b"\"") && name.contains(&b' ') {
        name.push(b'\t');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diff(path: &str, before: &str, after: &str) -> String {
        String::from_utf8(unified(Path::new(path), before, after)).unwrap()
    }

    #[test]
    fn a_diff_names_the_file_and_the_lines() {
        assert_eq!(
            diff("story.txt", "One.\r\nThe the cat.\n", "One.\r\nThe cat.\n"),
            "--- a/story.txt\n+++ b/story.txt\n@@ -1,2 +1,2 @@\n One.\r\n-The the cat.\n+The cat.\n"
        );
        assert!(diff("a b\n.txt", "a", "b").starts_with("--- \"a/a b\\n.txt\"\n"));
        assert!(diff("a b.txt", "a", "b").starts_with("--- a/a b.txt\t\n"));
    }

    #[test]
    fn returns_alone_are_seen() {
        assert!(has_lone_returns("a\rb\n"));
        assert!(has_lone_returns("a\r"));
        assert!(!has_lone_returns("a\r\nb"));
    }
}
