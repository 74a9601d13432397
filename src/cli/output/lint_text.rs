//! Findings for people: the message, the words it is about, what to do. It cuts long lines down to their marked part.

use annotate_snippets::{AnnotationKind, Group, Level as Mark, Origin, Renderer, Snippet};

use crate::cli::fix::safe_fix;
use crate::cli::output::lines::Lines;
use crate::rules::{Finding, Level};
use crate::text::Span;

/// A finding in the file called `path`, in colour (a stream that wants none takes it out).
pub fn render(path: &str, source: &str, finding: &Finding, lines: &Lines<'_>) -> String {
    let mut report = vec![main_group(path, source, finding, lines)];
    report.extend(finding.related.iter().map(|related| {
        Mark::NOTE.secondary_title(related.message.as_str()).elements(excerpt(
            path,
            source,
            related.span,
            lines,
            AnnotationKind::Context,
        ))
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

fn main_group<'a>(path: &'a str, source: &str, finding: &'a Finding, lines: &Lines<'_>) -> Group<'a> {
    let mut group = mark(finding.level)
        .primary_title(finding.message.as_str())
        .id(finding.code)
        .elements(excerpt(path, source, finding.span, lines, AnnotationKind::Primary));
    if !finding.help.is_empty() {
        group = group.element(Mark::HELP.message(finding.help.as_str()));
    }
    match (safe_fix(finding), finding.fixes.first()) {
        (Some(fix), _) => group.element(Mark::HELP.message(format!("{} (`--fix` does it)", fix.title))),
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

/// Where a stretch stands and the words around it, on one line: a paragraph is often one line of many hundred
/// characters, and a quotation may run over several.
fn excerpt<'a>(
    path: &'a str,
    source: &str,
    span: Span,
    lines: &Lines<'_>,
    kind: AnnotationKind,
) -> Vec<annotate_snippets::Element<'a>> {
    let position = lines.position(span.start);
    let shown = Excerpt::of(source, span);
    let origin = Origin::path(path).line(position.line).char_column(position.column);
    let snippet = Snippet::source(shown.text)
        .line_start(position.line)
        .annotation(kind.span(shown.marked.start..shown.marked.end));
    vec![origin.into(), snippet.into()]
}

/// One line of text with a marked part.
#[derive(Debug, PartialEq, Eq)]
struct Excerpt {
    text: String,
    marked: Span,
}

/// How many characters the whole excerpt may have, and the marked part of it.
const WIDTH: usize = 100;
const MARKED_WIDTH: usize = 64;

impl Excerpt {
    fn of(source: &str, span: Span) -> Self {
        let start = source.floor_char_boundary(span.start);
        let end = source.ceil_char_boundary(span.end).max(start);
        let marked = shortened(source.get(start..end).unwrap_or(""));
        let width = marked.chars().count();
        let before = source.get(..start).map_or("", last_line);
        let after = source.get(end..).map_or("", first_line);
        // What one side does not need, the other may use.
        let room = WIDTH.saturating_sub(width);
        let need_after = after.chars().take(room).count();
        let before = tail(before, room.saturating_sub(need_after.min(room / 2)));
        let after = head(after, room.saturating_sub(before.chars().count()));
        let marked_start = before.len();
        let marked_end = marked_start + marked.len();
        Self {
            text: format!("{before}{marked}{after}"),
            marked: Span::new(marked_start, marked_end),
        }
    }
}

fn is_line_end(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}'
    )
}

/// Looks back no further than could be shown, so that a line of megabytes costs no more than a short one.
fn last_line(text: &str) -> &str {
    let near = text
        .get(text.ceil_char_boundary(text.len().saturating_sub(WIDTH * 8))..)
        .unwrap_or("");
    near.rsplit(is_line_end).next().unwrap_or("")
}

fn first_line(text: &str) -> &str {
    let near = text.get(..text.floor_char_boundary(WIDTH * 8)).unwrap_or("");
    near.split(is_line_end).next().unwrap_or("")
}

/// Head and tail of a long stretch, line ends shown as spaces.
fn shortened(text: &str) -> String {
    let is_long = text.chars().nth(MARKED_WIDTH).is_some();
    let text = if is_long {
        let head: String = text.chars().take(MARKED_WIDTH * 2 / 3).collect();
        let tail: Vec<char> = text.chars().rev().take(MARKED_WIDTH / 4).collect();
        format!("{head} … {}", tail.into_iter().rev().collect::<String>())
    } else {
        text.to_owned()
    };
    text.replace("\r\n", " ").replace(is_line_end, " ")
}

/// The last `room` characters, from the start of a word, with an ellipsis where something is left out.
fn tail(text: &str, room: usize) -> String {
    let count = text.chars().count();
    if count <= room {
        return text.to_owned();
    }
    let kept: String = text.chars().skip(count - room.saturating_sub(1)).collect();
    let from_word = kept.split_once(' ').map_or(kept.as_str(), |(_, words)| words);
    format!("…{from_word}")
}

/// The first `room` characters, up to the end of a word, with an ellipsis where something is left out.
fn head(text: &str, room: usize) -> String {
    if text.chars().nth(room).is_none() {
        return text.to_owned();
    }
    let kept: String = text.chars().take(room.saturating_sub(1)).collect();
    let to_word = kept.rsplit_once(' ').map_or(kept.as_str(), |(words, _)| words);
    format!("{to_word}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Fix, FixSafety, Related};

    fn excerpt_of(source: &str, marked: &str) -> (String, String) {
        let start = source.find(marked).unwrap();
        let excerpt = Excerpt::of(source, Span::new(start, start + marked.len()));
        let marked = excerpt.marked.of(&excerpt.text).to_owned();
        (excerpt.text, marked)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let (text, marked) = excerpt_of("Head\r\nThe “treaty” stands.\nMore", "“treaty”");
        assert_eq!((text.as_str(), marked.as_str()), ("The “treaty” stands.", "“treaty”"));
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_at_words() {
        let source = format!("{}the the {}", "before ".repeat(80), "after ".repeat(80));
        let (text, marked) = excerpt_of(&source, "the the");
        assert_eq!(marked, "the the");
        assert!(text.starts_with("…before ") && text.ends_with("after…"), "{text}");
        assert!(text.chars().count() <= WIDTH, "{text}");
    }

    #[test]
    fn a_long_quotation_is_shown_by_its_ends() {
        let quotation = format!("“We {}\nbegan”", "said é ".repeat(200));
        let (text, marked) = excerpt_of(&format!("{quotation} stood there."), &quotation);
        assert!(
            marked.starts_with("“We said") && marked.ends_with("began”") && marked.contains(" … "),
            "{marked}"
        );
        assert!(!text.contains('\n'));
        assert!(text.chars().count() <= WIDTH, "{text}");
    }

    #[test]
    fn an_empty_stretch_at_the_end_has_an_excerpt() {
        let source = "The end.";
        let excerpt = Excerpt::of(source, Span::new(8, 8));
        assert_eq!(excerpt.text, "The end.");
    }

    #[test]
    fn a_finding_shows_its_words_and_what_to_do() {
        let source = "First line.\nThe ferry ferry left \u{1b}[31mKessel.\n";
        let finding = Finding {
            code: "doubled-word",
            level: Level::Hint,
            span: Span::new(22, 28),
            message: "“ferry” stands twice".to_owned(),
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
hint[doubled-word]: “ferry” stands twice
 --> port/story.txt:2:11
  |
2 | The ferry ferry left ␛[31mKessel.
  |           ^^^^^^
  |
  = help: One of the two is enough.
  = help: Remove the second “ferry” (`--fix` does it)
note: the first line
 --> port/story.txt:1:1
  |
1 | First line.
  | -----";
        assert_eq!(plain, expected);
    }
}
