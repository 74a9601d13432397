//! The draft with its findings as a reviewer's marks, in CriticMarkup: `{~~old~>new~~}` for the fix that is offered first,
//! `{>>…<<}` for what is said. Who takes all changes has the draft with its fixes, who takes none the draft as it was.

use std::io::{self, Write};

use crate::cli::input;
use crate::cli::output::lint::types::{Checked, Format};
use crate::markup;
use crate::render::printable_lines;
use crate::rules::{Edit, Finding, FixSafety};
use crate::text::Span;

/// `--format critic`.
pub struct Critic {
    /// Whether it goes to a terminal, which is not sent the control characters of the draft.
    pub is_terminal: bool,
}

impl Format for Critic {
    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let front = markup::read(draft.source, input::format_of(draft.path)).front.span;
        let marked = marked(draft.source, draft.findings, front);
        let text = match self.is_terminal {
            true => printable_lines(&marked),
            false => marked,
        };
        out.write_all(text.as_bytes())
    }
}

/// A mark in the draft.
struct Mark {
    /// What it replaces; empty for a comment and for what is added.
    span: Span,
    /// What is there instead.
    text: String,
    is_comment: bool,
}

impl Mark {
    /// Whether a stretch cannot have a mark besides this one: it is next to it, or around the comment.
    fn is_in_the_way_of(&self, span: Span) -> bool {
        match self.is_comment {
            true => span.start < self.span.start && self.span.start < span.end,
            false => self.span.start <= span.end && span.start <= self.span.end,
        }
    }
}

/// The draft with its marks. The front matter has none, since its notation would break; what is found there is said after it, a
/// line each.
fn marked(source: &str, findings: &[Finding], front: Span) -> String {
    let mut marks: Vec<Mark> = Vec::new();
    let body = body_start(source, front);
    for finding in findings {
        let comment = format!("{{>>{}: {}<<}}", finding.code, plain(&finding.message));
        let fix = finding.fixes.iter().find(|fix| fix.safety == FixSafety::Safe);
        let fix = fix.or(finding.fixes.first());
        let edits = fix.map_or(&[][..], |fix| fix.edits.as_slice());
        let is_free = |span: Span| span.start >= body && !marks.iter().any(|mark| mark.is_in_the_way_of(span));
        let changes: Option<Vec<Mark>> = edits
            .iter()
            .map(|edit| change(source, edit).filter(|mark| is_free(mark.span)))
            .collect();
        let end = match changes {
            Some(changes) if !changes.is_empty() => {
                let end = changes.last().map_or(finding.span.end, |mark| mark.span.end);
                marks.extend(changes);
                end
            }
            _ => {
                let words = finding.span.of(source);
                if !words.is_empty() && is_free(finding.span) && fits(words) {
                    marks.push(Mark {
                        span: finding.span,
                        text: format!("{{=={words}==}}"),
                        is_comment: false,
                    });
                }
                finding.span.end
            }
        };
        // A comment inside of another mark goes after it.
        let around = marks.iter().find(|mark| mark.span.start < end && end < mark.span.end);
        let end = around.map_or(end, |mark| mark.span.end);
        let is_in_front = end < body;
        let end = end.max(body);
        marks.push(Mark {
            span: Span::new(end, end),
            text: if is_in_front { comment + "\n" } else { comment },
            is_comment: true,
        });
    }
    // A change comes before the comments at its end.
    marks.sort_by_key(|mark| (mark.span.end, mark.is_comment));
    let (mut text, mut done) = (String::with_capacity(source.len() + source.len() / 8), 0);
    for mark in &marks {
        text.push_str(source.get(done..mark.span.start).unwrap_or(""));
        text.push_str(&mark.text);
        done = mark.span.end;
    }
    text.push_str(source.get(done..).unwrap_or(""));
    text
}

/// Where the body begins: in the line after the front matter.
fn body_start(source: &str, front: Span) -> usize {
    let has_line_end = front.of(source).ends_with(['\n', '\r']);
    let rest = source.get(front.end..).filter(|_| !has_line_end).unwrap_or("");
    let ends = ["\r\n", "\n", "\r"].into_iter().find(|end| rest.starts_with(end));
    match front.is_empty() {
        true => 0,
        false => front.end + ends.map_or(0, str::len),
    }
}

/// An edit as a mark. `None` where the words hold marks of their own.
fn change(source: &str, edit: &Edit) -> Option<Mark> {
    let (old, new) = (edit.span.of(source), edit.text.as_str());
    let text = match (old.is_empty(), new.is_empty()) {
        (true, _) => format!("{{++{new}++}}"),
        (_, true) => format!("{{--{old}--}}"),
        _ => format!("{{~~{old}~>{new}~~}}"),
    };
    (fits(old) && fits(new)).then_some(Mark {
        span: edit.span,
        text,
        is_comment: false,
    })
}

/// Whether words can be inside of a mark.
fn fits(words: &str) -> bool {
    const MARKS: [&str; 10] = ["{++", "++}", "{--", "--}", "{~~", "~~}", "~>", "{==", "==}", "<<}"];
    !MARKS.iter().any(|mark| words.contains(mark))
}

/// A message that does not end the comment that it is in.
fn plain(message: &str) -> String {
    let line: Vec<&str> = message.split_whitespace().collect();
    line.join(" ").replace("<<}", "<< }")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::FailOn;
    use crate::rules::{Fix, Level};

    fn finding(words: Span, edits: &[(usize, usize, &str)]) -> Finding {
        let edits: Vec<Edit> = edits
            .iter()
            .map(|(start, end, text)| Edit {
                span: Span::new(*start, *end),
                text: (*text).to_owned(),
            })
            .collect();
        let fix = Fix {
            title: String::new(),
            safety: FixSafety::Suggest,
            edits,
        };
        Finding {
            code: "rule",
            level: Level::Hint,
            span: words,
            message: "Odd".to_owned(),
            help: String::new(),
            related: Vec::new(),
            fixes: if fix.edits.is_empty() { Vec::new() } else { vec![fix] },
            unnecessary: false,
        }
    }

    #[test]
    fn a_fix_is_a_change_and_what_has_none_is_marked() {
        let source = "The the quay is open.";
        let nothing = Span::default();
        let removal = finding(Span::new(4, 7), &[(3, 7, "")]);
        assert_eq!(
            marked(source, std::slice::from_ref(&removal), nothing),
            "The{-- the--}{>>rule: Odd<<} quay is open."
        );
        let words = finding(Span::new(8, 12), &[]);
        assert_eq!(
            marked(source, &[removal, words], nothing),
            "The{-- the--}{>>rule: Odd<<} {==quay==}{>>rule: Odd<<} is open."
        );
        let both = finding(Span::new(8, 12), &[(8, 12, "pier"), (20, 20, "!")]);
        assert_eq!(
            marked(source, &[both], nothing),
            "The the {~~quay~>pier~~} is open{++!++}{>>rule: Odd<<}."
        );
    }

    #[test]
    fn two_changes_in_one_place_are_one_change_and_a_comment() {
        let source = "The quay is open.";
        let first = finding(Span::new(4, 8), &[(4, 8, "pier")]);
        let second = finding(Span::new(4, 11), &[(6, 11, "x")]);
        assert_eq!(
            marked(source, &[first, second], Span::default()),
            "The {~~quay~>pier~~}{>>rule: Odd<<} is{>>rule: Odd<<} open."
        );
    }

    #[test]
    fn a_terminal_is_sent_no_controls_and_a_file_has_the_draft_as_it_is() {
        let source = "The \u{1b}[2J quay\u{9b} is\topen.\r\n";
        let written = |is_terminal| {
            let mut out = Vec::new();
            let path = std::path::Path::new("story.txt");
            let draft = Checked::new(path, source, &[], &[], FailOn::Never);
            Critic { is_terminal }.draft(&draft, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(written(false), source);
        assert_eq!(written(true), "The ␛[2J quay\u{fffd} is\topen.\r\n");
    }

    #[test]
    fn the_front_matter_is_left_whole() {
        let source = "---\ntitle: A a\n---\nThe quay.\n";
        let front = Span::new(0, 18);
        let found = finding(Span::new(11, 12), &[(11, 13, "")]);
        assert_eq!(
            marked(source, &[found], front),
            "---\ntitle: A a\n---\n{>>rule: Odd<<}\nThe quay.\n"
        );
    }

    #[test]
    fn marks_that_are_there_already_are_not_broken() {
        let source = "A {~~quay~>pier~~} b.";
        let found = finding(Span::new(2, 18), &[(2, 18, "x")]);
        assert_eq!(
            marked(source, &[found], Span::default()),
            "A {~~quay~>pier~~}{>>rule: Odd<<} b."
        );
    }
}
