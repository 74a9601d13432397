//! Findings for people: the message, the words it is about, what to do. It decides nothing about drafts.

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level as Mark, Origin, Renderer, Snippet};

use crate::cli::fix::safe_fix;
use crate::cli::output::excerpt::Excerpt;
use crate::cli::output::lines::Lines;
use crate::rules::{Finding, Level};
use crate::text::Span;

/// A finding in the file called `path`, in color (a stream that wants none removes it).
pub fn render(path: &str, source: &str, finding: &Finding, lines: &Lines<'_>) -> String {
    let shown = Excerpt::of(source, finding.span);
    // What explains the finding is marked next to it if it can be seen there, and otherwise shown by itself.
    let (near, far): (Vec<_>, Vec<_>) = finding
        .related
        .iter()
        .map(|related| (related, shown.place_of(related.span)))
        .partition(|(_, place)| place.is_some());
    let near = near.into_iter().filter_map(|(related, place)| {
        let place = place?;
        Some(
            AnnotationKind::Context
                .span(place.start..place.end)
                .label(related.message.as_str()),
        )
    });
    let mut report = vec![main_group(path, finding, &shown, near, lines)];
    report.extend(far.into_iter().map(|(related, _)| {
        let shown = Excerpt::of(source, related.span);
        let mark = AnnotationKind::Context.span(shown.marked.start..shown.marked.end);
        Mark::NOTE
            .secondary_title(related.message.as_str())
            .elements(placed(path, related.span, shown, [mark], lines))
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
) -> Group<'a> {
    let marked = AnnotationKind::Primary.span(shown.marked.start..shown.marked.end);
    let mut group = mark(finding.level)
        .primary_title(finding.message.as_str())
        .id(finding.code)
        .elements(placed(
            path,
            finding.span,
            shown.clone(),
            std::iter::once(marked).chain(near),
            lines,
        ));
    if !finding.help.is_empty() {
        group = group.element(Mark::HELP.message(finding.help.as_str()));
    }
    match (safe_fix(finding), finding.fixes.first()) {
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
    path: &'a str,
    span: Span,
    shown: Excerpt,
    marks: impl IntoIterator<Item = Annotation<'a>>,
    lines: &Lines<'_>,
) -> [Element<'a>; 2] {
    let position = lines.position(span.start);
    let origin = Origin::path(path).line(position.line).char_column(position.column);
    let snippet = Snippet::source(shown.text).line_start(position.line).annotations(marks);
    [origin.into(), snippet.into()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Fix, FixSafety, Related};

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
            }],
            fixes: vec![Fix {
                title: "Remove the second “ferry”".to_owned(),
                safety: FixSafety::Safe,
                edits: Vec::new(),
            }],
            unnecessary: true,
        };
        let shown = render("port/story.txt", source, &finding, &Lines::new(source));
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
            }],
            fixes: Vec::new(),
            unnecessary: true,
        };
        let shown = render("story.txt", source, &finding, &Lines::new(source));
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
}
