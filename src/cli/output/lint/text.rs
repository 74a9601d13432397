//! Findings for people: the message, the words it is about, what to do. It decides nothing about drafts.

use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level as Mark, Origin, Renderer, Snippet};

use crate::cli::notes::{positions, shown_path};
use crate::cli::output::lines::{Lines, Position};
use crate::cli::output::lint::address::RulePages;
use crate::cli::output::lint::excerpt::Excerpt;
use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::render::printable;
use crate::rules::{Finding, Level, Related};

/// `--format text`.
pub struct Text {
    /// Links the codes to their pages.
    pub pages: Option<RulePages>,
    /// Without colors.
    pub is_plain: bool,
}

impl Format for Text {
    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let path = draft.shown_name();
        for finding in draft.findings {
            let page = self.pages.as_ref().and_then(|pages| pages.address_of(finding.code));
            let shown = render(&path, draft.source, &printable_finding(finding), &draft.lines, page);
            match self.is_plain {
                true => write!(out, "{}\n\n", anstream::adapter::strip_str(&shown))?,
                false => write!(out, "{shown}\n\n")?,
            }
        }
        Ok(())
    }

    fn end(&mut self, summary: Option<&Summary>, _: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        match summary {
            Some(summary) => writeln!(out, "{}", summary.sentence()),
            None => Ok(()),
        }
    }
}

/// The finding with words that may go to a terminal: messages hold words of the draft.
fn printable_finding(finding: &Finding) -> Finding {
    let mut finding = finding.clone();
    finding.message = printable(&finding.message);
    finding.help = printable(&finding.help);
    for related in &mut finding.related {
        related.message = printable(&related.message);
    }
    for fix in &mut finding.fixes {
        fix.title = printable(&fix.title);
    }
    finding
}

/// A finding in the file called `path`, in color (a stream that wants none removes it).
fn render(path: &str, source: &str, finding: &Finding, lines: &Lines<'_>, page: Option<String>) -> String {
    let shown = Excerpt::of(source, finding.span);
    // What explains the finding is marked next to it if it can be seen there, and otherwise shown by itself.
    let place_of = |related: &Related| match related.notes {
        Some(_) => None,
        None => shown.place_of(related.span),
    };
    // What is inside the marked words is seen with them: the line need not be printed once more.
    let is_seen = |related: &Related| {
        related.notes.is_none() && finding.span.covers(related.span) && finding.span.len() == shown.marked.len()
    };
    let (near, far): (Vec<_>, Vec<_>) = finding
        .related
        .iter()
        .filter(|related| !is_seen(related))
        .map(|related| (related, place_of(related)))
        .partition(|(_, place)| place.is_some());
    let near = near.into_iter().filter_map(|(related, place)| {
        let place = place?;
        Some(
            AnnotationKind::Context
                .span(place.start..place.end)
                .label(related.message.as_str()),
        )
    });
    let mut report = vec![main_group(path, finding, &shown, near, lines, page)];
    report.extend(far.into_iter().map(|(related, _)| {
        let (path, source, at) = match &related.notes {
            Some(notes) => {
                let path = printable(&shown_path(notes).display().to_string());
                (path, &*notes.text, positions(notes, related.span).0)
            }
            None => (path.to_owned(), source, lines.position(related.span.start)),
        };
        let shown = Excerpt::of(source, related.span);
        let mark = AnnotationKind::Context.span(shown.marked.start..shown.marked.end);
        Mark::NOTE
            .secondary_title(related.message.as_str())
            .elements(placed(path, at, shown, [mark]))
    }));
    without_file_marks(&Renderer::styled().render(&report))
}

/// Takes out the lines “:::”: the renderer opens a second file with them where the place and the excerpt are given
/// apart, as they must be for an excerpt whose line is cut on the left.
fn without_file_marks(rendered: &str) -> String {
    let lines: Vec<_> = rendered
        .lines()
        .filter(|line| anstream::adapter::strip_str(line).to_string().trim() != ":::")
        .collect();
    lines.join("\n")
}

fn main_group<'a>(
    path: &'a str,
    finding: &'a Finding,
    shown: &Excerpt,
    near: impl Iterator<Item = Annotation<'a>>,
    lines: &Lines<'_>,
    page: Option<String>,
) -> Group<'a> {
    let marked = AnnotationKind::Primary.span(shown.marked.start..shown.marked.end);
    let mut title = mark(finding.level)
        .primary_title(finding.message.as_str())
        .id(finding.code);
    if let Some(page) = page {
        title = title.id_url(page);
    }
    let marks = std::iter::once(marked).chain(near);
    let mut group = title.elements(placed(
        path.to_owned(),
        lines.position(finding.span.start),
        shown.clone(),
        marks,
    ));
    if !finding.help.is_empty() {
        group = group.element(Mark::HELP.message(finding.help.as_str()));
    }
    match (finding.safe_fix(), finding.fixes.first()) {
        (Some(fix), _) => group.element(Mark::HELP.message(format!("{} (`--fix` does this)", fix.title))),
        (None, Some(fix)) => group.element(Mark::HELP.message(fix.title.as_str())),
        (None, None) => group,
    }
}

fn mark(level: Level) -> Mark<'static> {
    match level {
        Level::Error => Mark::ERROR,
        Level::Warning => Mark::WARNING,
        Level::Info => Mark::INFO,
        Level::Hint => Mark::NOTE.with_name("hint"),
    }
}

/// Where a stretch is, and the excerpt that shows it.
fn placed<'a>(
    path: String,
    position: Position,
    shown: Excerpt,
    marks: impl IntoIterator<Item = Annotation<'a>>,
) -> [Element<'a>; 2] {
    let origin = Origin::path(path).line(position.line).char_column(position.column);
    let snippet = Snippet::source(printable_line(&shown.text))
        .line_start(position.line)
        .annotations(marks);
    [origin.into(), snippet.into()]
}

/// The line with every control as one character, so that the marks stay where they are. The renderer shows those of ASCII
/// itself.
fn printable_line(line: &str) -> String {
    line.chars()
        .map(|character| match character {
            // As many bytes as before: the marks count bytes.
            '\u{80}'..='\u{9f}' => '·',
            _ => character,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Fix, FixSafety, Related};
    use crate::text::Span;

    #[test]
    fn a_finding_shows_its_words_and_what_to_do() {
        let source = "First line.\nThe ferry ferry left \u{1b}[31mKessel.\n";
        let finding = Finding {
            code: "doubled-word",
            level: Level::Hint,
            span: Span::new(22, 28),
            message: "Repeated word: “ferry”".to_owned(),
            help: "One of the two is enough.".to_owned(),
            related: vec![Related {
                span: Span::new(0, 5),
                message: "the first line".to_owned(),
                notes: None,
            }],
            fixes: vec![Fix {
                title: "Remove the second “ferry”".to_owned(),
                safety: FixSafety::Safe,
                edits: Vec::new(),
            }],
            unnecessary: true,
        };
        let shown = render("port/story.txt", source, &finding, &Lines::new(source), None);
        let plain = anstream::adapter::strip_str(&shown).to_string();
        let expected = "\
hint[doubled-word]: Repeated word: “ferry”
 --> port/story.txt:2:11
  |
2 | The ferry ferry left ␛[31mKessel.
  |           ^^^^^^
  |
  = help: One of the two is enough.
  = help: Remove the second “ferry” (`--fix` does this)
note: the first line
 --> port/story.txt:1:1
  |
1 | First line.
  | -----";
        assert_eq!(plain, expected);
    }

    #[test]
    fn what_explains_a_finding_is_marked_beside_it() {
        let source = "The ferry ferry left.";
        let finding = Finding {
            code: "doubled-word",
            level: Level::Warning,
            span: Span::new(10, 15),
            message: "Repeated word: “ferry”".to_owned(),
            help: String::new(),
            related: vec![Related {
                span: Span::new(4, 9),
                message: "First time".to_owned(),
                notes: None,
            }],
            fixes: Vec::new(),
            unnecessary: true,
        };
        let shown = render("story.txt", source, &finding, &Lines::new(source), None);
        let expected = "\
warning[doubled-word]: Repeated word: “ferry”
 --> story.txt:1:11
  |
1 | The ferry ferry left.
  |     ----- ^^^^^
  |     |
  |     First time";
        assert_eq!(anstream::adapter::strip_str(&shown).to_string(), expected);
    }

    #[test]
    fn the_line_is_printed_once_for_what_is_inside_the_marked_words() {
        let source = "The court sits on Monday, June 12.";
        let related = |start: usize, end: usize, message: &str| Related {
            span: Span::new(start, end),
            message: message.to_owned(),
            notes: None,
        };
        let finding = Finding {
            code: "weekday-mismatch",
            level: Level::Warning,
            span: Span::new(18, 33),
            message: "June 12 is a Thursday in 2031, not a Monday".to_owned(),
            help: String::new(),
            related: vec![related(18, 24, "Weekday"), related(31, 33, "Date")],
            fixes: Vec::new(),
            unnecessary: false,
        };
        let shown = render("story.txt", source, &finding, &Lines::new(source), None);
        let plain = anstream::adapter::strip_str(&shown).to_string();
        assert_eq!(plain.matches("The court sits").count(), 1, "{plain}");
        assert!(!plain.contains("note:"), "{plain}");
    }
}
