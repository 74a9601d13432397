//! A spec file: prose, and fences of drafts with their findings drawn as caret lines under the text. It judges nothing.

use std::fmt::Write;

use copydesk::markup::Format;
use copydesk::rules::Finding;

/// A part of a spec file.
#[derive(Debug)]
pub enum Part {
    /// A line of prose, without its line break.
    Prose(String),
    /// A fenced draft.
    Fence(Fence),
}

/// A fenced draft.
#[derive(Debug)]
pub struct Fence {
    /// The opening line.
    pub opening: String,
    /// The line of the opening, from 1.
    pub line: usize,
    /// The lines as they are written, caret lines included.
    pub body: Vec<String>,
    /// The markup of the draft.
    pub format: Format,
}

impl Fence {
    /// The draft: the body without its caret lines.
    pub fn draft(&self) -> String {
        let mut draft = String::new();
        for line in self.body.iter().filter(|line| !is_caret_line(line)) {
            draft.push_str(line);
            draft.push('\n');
        }
        draft
    }
}

/// Takes a spec file apart.
pub fn parse(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some((closing, format)) = fence(line) else {
            parts.push(Part::Prose(line.to_owned()));
            continue;
        };
        let body = lines.by_ref().map(|(_, line)| line.to_owned());
        parts.push(Part::Fence(Fence {
            opening: line.to_owned(),
            line: number + 1,
            body: body.take_while(|line| line.trim_end() != closing).collect(),
            format,
        }));
    }
    parts
}

/// Puts a spec file together.
pub fn write(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Prose(line) => writeln!(text, "{line}").unwrap(),
            Part::Fence(fence) => {
                let closing = fence.opening.trim_end_matches(|c| c != '`');
                writeln!(text, "{}\n{}{closing}", fence.opening, lines_of(&fence.body)).unwrap();
            }
        }
    }
    text
}

/// The lines of a draft with caret lines under the places of the findings.
pub fn draw(draft: &str, findings: &[Finding]) -> Vec<String> {
    let mut drawn = Vec::new();
    let mut start = 0;
    for line in draft.split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line);
        drawn.push(text.to_owned());
        let end = start + text.len();
        for finding in findings
            .iter()
            .filter(|finding| (start..start + line.len()).contains(&finding.span.start))
        {
            let column = draft[start..finding.span.start].chars().count();
            let marked = draft[finding.span.start..finding.span.end.min(end)].chars().count();
            // A finding that goes on in the next line ends in an arrow.
            let arrow = if finding.span.end > end { ">" } else { "" };
            drawn.push(format!(
                "{}{}{arrow} {}: {}",
                " ".repeat(column),
                "^".repeat(marked.max(1)),
                finding.code,
                finding.message
            ));
        }
        start += line.len();
    }
    drawn
}

/// The lines with their line breaks.
pub fn lines_of(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

/// Whether a line draws a finding: `    ^^^^^ code: message`.
fn is_caret_line(line: &str) -> bool {
    let carets = line.trim_start_matches(' ');
    let rest = carets.trim_start_matches('^');
    rest.len() < carets.len()
        && rest
            .trim_start_matches('>')
            .strip_prefix(' ')
            .and_then(|rest| rest.split_once(": "))
            .is_some_and(|(code, _)| code.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
}

/// The closing line and the format, where a line opens the fence of a draft.
fn fence(line: &str) -> Option<(String, Format)> {
    let info = line.trim_start_matches('`');
    let ticks = line.len() - info.len();
    let format = match info.trim_end() {
        "text" => Format::Plain,
        "markdown" => Format::Markdown,
        "html" => Format::Html,
        "archieml" => Format::ArchieMl,
        _ => return None,
    };
    (ticks >= 3).then(|| ("`".repeat(ticks), format))
}
