//! Where front matter begins and ends; it never reads what is inside.

use crate::markup::lines;
use crate::text::Span;

/// How front matter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Yaml,
    Toml,
    Json,
}

/// Front matter that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fence {
    pub notation: Notation,
    /// The whole, fences and the last line end included.
    pub span: Span,
    /// What the fences hold; for JSON with its braces.
    pub content: Span,
    /// What keeps it from being read.
    pub problem: Option<&'static str>,
}

/// The front matter at the start of `source`; `None` if it starts with anything else.
pub(super) fn find(source: &str) -> Option<Fence> {
    let start = if source.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let rest = source.get(start..)?;
    let first = lines::lines(rest).next()?.of(rest);
    match first.trim_end() {
        "---" => fenced(source, start, Notation::Yaml),
        "+++" => fenced(source, start, Notation::Toml),
        line if line.starts_with('{') => braced(source, start),
        _ => None,
    }
}

fn fenced(source: &str, start: usize, notation: Notation) -> Option<Fence> {
    let rest = source.get(start..)?;
    let mut content = None;
    let mut blank = None;
    let mut end = source.len();
    for (index, line) in lines::lines(rest).enumerate() {
        let line = line.shifted(start);
        let text = line.of(source).trim_end();
        let content_start = *content.get_or_insert(line.start);
        if index == 0 {
            content = None;
            continue;
        }
        let is_close = match notation {
            Notation::Yaml => text == "---" || text == "...",
            _ => text == "+++",
        };
        if is_close {
            let content = Span::new(content_start, line.start);
            if notation == Notation::Yaml && !looks_like_yaml(content.of(source)) {
                return None;
            }
            return Some(Fence {
                notation,
                span: Span::new(start, after_line(source, line.end)),
                content,
                problem: None,
            });
        }
        if text.is_empty() && blank.is_none() {
            blank = Some(line.start);
        }
        end = line.end;
    }
    // Without its closing line the front matter is taken to end at the first blank line, so that the body is read.
    let content_start = content?;
    let content = Span::new(content_start, blank.unwrap_or(end));
    if notation == Notation::Yaml && !starts_with_key(content.of(source)) {
        return None;
    }
    Some(Fence {
        notation,
        span: Span::new(start, content.end),
        content,
        problem: Some("The front matter has no closing line"),
    })
}

/// A page may start with a thematic break; between two of them is front matter only if something has a key.
fn looks_like_yaml(content: &str) -> bool {
    content.trim().is_empty()
        || starts_with_key(content)
        || content.trim_start().starts_with(['{', '[', '#', '&', '!', '\t'])
}

fn starts_with_key(content: &str) -> bool {
    let first = content
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| {
        line.split_once(':').is_some_and(|(key, value)| {
            (value.is_empty() || value.starts_with([' ', '\t']))
                && key.len() <= 60
                && key.split_whitespace().count() <= 3
        })
    })
}

fn braced(source: &str, start: usize) -> Option<Fence> {
    let rest = source.get(start..)?;
    let inside = rest.strip_prefix('{')?.trim_start();
    if !inside.starts_with(['"', '}']) {
        return None;
    }
    let mut depth = 0_usize;
    let mut in_string = false;
    let mut is_escaped = false;
    let mut end = None;
    for (offset, byte) in rest.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            b'{' if !in_string => depth += 1,
            b'}' if !in_string => {
                depth -= 1;
                if depth == 0 {
                    end = Some(start + offset + 1);
                    break;
                }
            }
            _ => {}
        }
    }
    let (end, problem) = match end {
        Some(end) => (end, None),
        None => (
            first_blank_line(source, start),
            Some("The front matter has no closing brace"),
        ),
    };
    Some(Fence {
        notation: Notation::Json,
        span: Span::new(
            start,
            if problem.is_none() {
                after_line(source, end)
            } else {
                end
            },
        ),
        content: Span::new(start, end),
        problem,
    })
}

fn first_blank_line(source: &str, start: usize) -> usize {
    let rest = source.get(start..).unwrap_or_default();
    lines::lines(rest)
        .find(|line| line.of(rest).trim().is_empty())
        .map_or(source.len(), |line| start + line.start)
}

/// The place after the line end at `end`, if one is there.
fn after_line(source: &str, end: usize) -> usize {
    match source.as_bytes().get(end..) {
        Some([b'\r', b'\n', ..]) => end + 2,
        Some([b'\r' | b'\n', ..]) => end + 1,
        _ => end,
    }
}
