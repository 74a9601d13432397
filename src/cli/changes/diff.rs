//! Which lines a unified diff adds or changes, by file. It reads the diff as bytes: drafts and names need not be UTF-8.

use std::ops::RangeInclusive;

use crate::cli::changes::quoted::unquoted;
use crate::cli::input;
use crate::history::path_of;

/// A file in a diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    /// The name of the new file as it is written, with the prefix of the diff (`b/`).
    pub name: Vec<u8>,
    /// The lines that are new or changed, from 1, in order.
    pub lines: Vec<RangeInclusive<usize>>,
}

/// Reads a diff. `Err` says what keeps it from being read: a part of it that was passed over would hide findings.
pub fn read(diff: &[u8]) -> Result<Vec<ChangedFile>, String> {
    let mut files: Vec<ChangedFile> = Vec::new();
    let mut lines = diff.split(|&byte| byte == b'\n').enumerate();
    let mut has_headers = false;
    while let Some((number, line)) = lines.next() {
        if let Some(draft) = draft_without_lines(line) {
            return Err(format!(
                "line {}: it says nothing of the lines of {draft}, which git takes for binary; make it with `git diff --text`",
                number + 1
            ));
        }
        if line.starts_with(b"@@@") {
            return Err(format!(
                "line {}: a combined diff, of a merge; make one with two sides",
                number + 1
            ));
        }
        has_headers |= line.starts_with(b"diff ") || line.starts_with(b"--- ");
        if let Some(name) = line.strip_prefix(b"+++ ") {
            let name = unquoted(name);
            let lines = Vec::new();
            files.push(ChangedFile { name, lines });
        } else if line.starts_with(b"@@ ") {
            let hunk = hunk(line).ok_or_else(|| format!("line {}: not the head of a hunk", number + 1))?;
            let file = files
                .last_mut()
                .ok_or_else(|| format!("line {}: a hunk without the name of a file", number + 1))?;
            added(hunk, &mut lines, file);
        }
    }
    if !has_headers && diff.iter().any(|byte| !byte.is_ascii_whitespace()) {
        return Err("not a unified diff".to_owned());
    }
    files.retain(|file| file.name != b"/dev/null");
    Ok(files)
}

/// The draft that a line tells to have changed without saying where: “Binary files a/x.md and b/x.md differ”. Pictures are no drafts.
fn draft_without_lines(line: &[u8]) -> Option<String> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let names = line.strip_prefix(b"Binary files ")?.strip_suffix(b" differ")?;
    let between = memchr::memmem::rfind(names, b" and ")?;
    let name = path_of(&unquoted(names.get(between + b" and ".len()..)?));
    input::is_draft(&name).then(|| name.display().to_string())
}

/// What the head of a hunk says: how many lines it has of the old file and of the new one, and where the new ones begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hunk {
    old: usize,
    new: usize,
    start: usize,
}

/// `@@ -12,3 +14,5 @@ …`; a count of one may be left out.
fn hunk(line: &[u8]) -> Option<Hunk> {
    let text = String::from_utf8_lossy(line);
    let mut parts = text.split(' ').skip(1);
    let (_, old) = range(parts.next()?.strip_prefix('-')?)?;
    let (start, new) = range(parts.next()?.strip_prefix('+')?)?;
    Some(Hunk { old, new, start })
}

fn range(text: &str) -> Option<(usize, usize)> {
    match text.split_once(',') {
        Some((start, count)) => Some((start.parse().ok()?, count.parse().ok()?)),
        None => Some((text.parse().ok()?, 1)),
    }
}

/// Reads the lines of a hunk, as many as its head says, so that no line of a draft is taken for a header.
fn added<'a>(hunk: Hunk, lines: &mut impl Iterator<Item = (usize, &'a [u8])>, file: &mut ChangedFile) {
    let Hunk {
        mut old,
        mut new,
        start: mut number,
    } = hunk;
    while old > 0 || new > 0 {
        let Some((_, line)) = lines.next() else { return };
        match line.first() {
            Some(b'+') => {
                match file.lines.last_mut() {
                    Some(last) if *last.end() + 1 == number => *last = *last.start()..=number,
                    _ => file.lines.push(number..=number),
                }
                new = new.saturating_sub(1);
                number += 1;
            }
            Some(b'-') => old = old.saturating_sub(1),
            // “\ No newline at end of file”
            Some(b'\\') => {}
            _ => {
                old = old.saturating_sub(1);
                new = new.saturating_sub(1);
                number += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(diff: &str) -> Vec<(String, Vec<RangeInclusive<usize>>)> {
        let files = read(diff.as_bytes()).unwrap();
        let name = |file: &ChangedFile| String::from_utf8(file.name.clone()).unwrap();
        files.iter().map(|file| (name(file), file.lines.clone())).collect()
    }

    #[test]
    fn added_lines_are_counted_and_lines_like_headers_are_not_taken_for_them() {
        let diff = "diff --git a/x.md b/x.md\n--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,4 @@\n One.\n--- two\n+++ b/y.md\n+Three.\n Four.\n\
                    @@ -9 +10 @@ head\n-a\n+b\n\\ No newline at end of file\ndiff --git a/z b/z\n--- a/z\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n";
        assert_eq!(lines_of(diff), [("b/x.md".to_owned(), vec![2..=3, 10..=10])]);
    }

    #[test]
    fn a_draft_that_is_taken_for_binary_is_named_and_a_picture_is_not() {
        let differ = |name: &str| read(format!("diff --git a/x b/x\nBinary files a/x and {name} differ\n").as_bytes());
        for name in ["b/x.md", "\"b/\\303\\251.html\"", "b/old and new.txt"] {
            assert!(differ(name).unwrap_err().contains("`git diff --text`"), "{name}");
        }
        for name in ["b/x.png", "/dev/null"] {
            assert_eq!(differ(name), Ok(Vec::new()), "{name}");
        }
    }

    #[test]
    fn what_is_no_diff_is_refused() {
        assert_eq!(read(b"\n"), Ok(Vec::new()));
        assert!(read(b"stories/ferry.md\n").is_err());
        assert!(read(b"--- a/x\n+++ b/x\n@@ -1 +x @@\n").is_err());
        assert!(read(b"@@@ -1 -1 +1 @@@\n").is_err());
        assert!(read(b"diff --git a/x b/x\n@@ -1 +1 @@\n-a\n+b\n").is_err());
    }
}
