//! Hides what Markdown does not know (shortcodes, templates, JSX, directives, formulas, editing marks) from its reader.
//! It never moves a byte: the shielded text is as long as the source.

use rustc_hash::FxHashSet;

use crate::markup::markdown::ahead::{BlankLines, Next};
use crate::markup::markdown::floods::{floods, without_floods};
use crate::markup::markdown::holes::{Hole, Shielded, fill};
use crate::markup::markdown::statements;
use crate::text::Span;

/// Shields `source`. Linear in its length.
pub(super) fn shield(source: &str) -> Shielded {
    let floods = floods(source);
    let source = &*without_floods(source, &floods);
    let mut scan = Scan::new(source);
    scan.run();
    let Scan {
        mut holes, comments, ..
    } = scan;
    holes.extend(statements::lines_to_hide(source, &holes));
    holes.sort_by_key(|hole| hole.span.start);
    // What is hidden may hold a flood, which is then hidden with it.
    let is_shown = |flood: &Span| {
        let next = holes.partition_point(|hole| hole.span.end <= flood.start);
        holes.get(next).is_none_or(|hole| hole.span.start >= flood.end)
    };
    let floods: Vec<Span> = floods.into_iter().filter(is_shown).collect();
    holes.extend(floods.into_iter().map(|span| Hole { span, is_object: false }));
    holes.sort_by_key(|hole| hole.span.start);
    let text = fill(source, &holes, &comments);
    Shielded { text, holes, comments }
}

/// Bytes after the name of an end tag of a shortcode in which its brace must come.
const LONGEST_END: usize = 100;

/// Signs that open something to hide, what closes it, and what becomes of it. Longer openers come first.
const PAIRS: &[(&str, &str, Fate)] = &[
    ("{{<", ">}}", Fate::Shortcode),
    ("{{%", "%}}", Fate::Shortcode),
    ("{{/*", "*/}}", Fate::Comment),
    ("{{!--", "--}}", Fate::Comment),
    ("{{", "}}", Fate::Object),
    ("{%", "%}", Fate::Shortcode),
    ("{#", "#}", Fate::Comment),
    ("{/*", "*/}", Fate::Comment),
    ("<!--", "-->", Fate::Comment),
    ("{:", "}", Fate::Gone),
    ("{>>", "<<}", Fate::Comment),
    ("{--", "--}", Fate::Gone),
    ("{~~", "~>", Fate::Gone),
    ("$$", "$$", Fate::Object),
];

/// Editing marks whose words stay.
const MARKS: &[&str] = &["{++", "++}", "{==", "==}", "~~}"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Gone,
    Object,
    Comment,
    /// Gone, and with some names all up to its closing tag is gone.
    Shortcode,
}

/// Shortcodes that hold code.
const CODE_NAMES: &[&str] = &[
    "highlight",
    "code",
    "mermaid",
    "katex",
    "math",
    "rawhtml",
    "comment",
    "chart",
];

struct Scan<'s> {
    source: &'s str,
    at: usize,
    closers: Vec<Next<'s>>,
    blank_line: BlankLines<'s>,
    dollar: Next<'s>,
    fence: Next<'s>,
    unclosed: FxHashSet<&'static str>,
    jsx_from: usize,
    holes: Vec<Hole>,
    comments: Vec<Span>,
}

impl<'s> Scan<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            at: 0,
            closers: PAIRS.iter().map(|(_, close, _)| Next::new(source, close)).collect(),
            blank_line: BlankLines::new(source),
            dollar: Next::new(source, "$"),
            fence: Next::new(source, "\n```"),
            unclosed: FxHashSet::default(),
            jsx_from: 0,
            holes: Vec::new(),
            comments: Vec::new(),
        }
    }

    fn run(&mut self) {
        while let Some(found) = self
            .source
            .get(self.at..)
            .and_then(|rest| rest.find(['{', '+', '=', '~', '$', '<']))
        {
            self.at += found;
            let start = self.at;
            self.at = self.hide(start).unwrap_or(start + 1).max(start + 1);
        }
    }

    /// Hides what opens at `start`, and gives its end.
    fn hide(&mut self, start: usize) -> Option<usize> {
        let source = self.source;
        let rest = source.get(start..)?;
        if source.get(..start)?.ends_with('\\') {
            return None;
        }
        if let Some(mark) = MARKS.iter().find(|mark| rest.starts_with(**mark)) {
            return Some(self.hole(start, start + mark.len(), false));
        }
        if rest.starts_with('<') && !rest.starts_with("<!--") {
            return self.jsx(start);
        }
        let pair = PAIRS.iter().position(|(open, _, _)| rest.starts_with(open));
        let Some((index, (open, close, fate))) = pair.and_then(|index| Some((index, PAIRS.get(index)?))) else {
            return rest.starts_with('$').then(|| self.formula(start)).flatten();
        };
        let from = start + open.len();
        let end = self.closers.get_mut(index)?.at(from)? + close.len();
        if *fate != Fate::Comment && self.blank_line.after(from) < end {
            return None;
        }
        match fate {
            // A sample of code may show how a comment begins; that one has no end of its own.
            Fate::Comment if self.fence.at(from).is_some_and(|fence| fence < end) => None,
            Fate::Comment => {
                self.comments.push(Span::new(start, end));
                Some(self.hole(start, end, false))
            }
            Fate::Shortcode => {
                let end = self.end_of_code(from, end).unwrap_or(end);
                Some(self.hole(start, end, false))
            }
            _ => Some(self.hole(start, end, *fate == Fate::Object)),
        }
    }

    fn hole(&mut self, start: usize, end: usize, is_object: bool) -> usize {
        let span = Span::new(start, end);
        self.holes.push(Hole { span, is_object });
        end
    }

    /// Where the closing tag of a shortcode that holds code ends. `from` is after the opener, `end` after the tag.
    fn end_of_code(&mut self, from: usize, end: usize) -> Option<usize> {
        let inside = self.source.get(from..end)?.trim_start_matches('-').trim_start();
        let name = *CODE_NAMES.iter().find(|name| {
            inside
                .strip_prefix(**name)
                .is_some_and(|after| after.starts_with([' ', '>', '%', '-']))
        })?;
        if self.unclosed.contains(name) {
            return None;
        }
        let rest = self.source.get(end..)?;
        let is_jekyll = self.source.get(..from)?.ends_with("{%") && !self.source.get(..from)?.ends_with("{{%");
        let close = if is_jekyll {
            format!("end{name}")
        } else {
            format!("/{name}")
        };
        let found = rest.match_indices(&close).find_map(|(at, _)| {
            let is_tag = rest.get(..at)?.trim_end_matches([' ', '-']).ends_with(['<', '%']);
            let brace = || {
                rest.as_bytes()
                    .iter()
                    .skip(at)
                    .take(LONGEST_END)
                    .position(|&byte| byte == b'}')
            };
            is_tag.then(brace).flatten().map(|brace| at + brace)
        });
        let Some(brace) = found else {
            self.unclosed.insert(name);
            return None;
        };
        let length = rest.get(brace..)?.bytes().take_while(|&byte| byte == b'}').count();
        Some(end + brace + length)
    }

    /// A formula between single dollar signs. Sums of money are none: a formula has a command or a raised or lowered part.
    fn formula(&mut self, start: usize) -> Option<usize> {
        let end = self.dollar.at(start + 1)?;
        let inside = self.source.get(start + 1..end).filter(|inside| inside.len() <= 200)?;
        let is_formula = inside.contains(['\\', '^', '_', '{'])
            && !inside.contains(['\n', '\r'])
            && !inside.starts_with(char::is_whitespace)
            && !inside.ends_with(char::is_whitespace)
            && !self.source.get(end + 1..)?.starts_with(|c: char| c.is_ascii_digit());
        is_formula.then(|| self.hole(start, end + 1, true))
    }

    /// A JSX tag with braces in it, which Markdown would not take for a tag.
    fn jsx(&mut self, start: usize) -> Option<usize> {
        if start < self.jsx_from {
            return None;
        }
        let rest = self.source.get(start..)?;
        let is_tag = rest.get(1..)?.starts_with(|c: char| c.is_ascii_uppercase())
            || rest.starts_with("</>")
            || rest.starts_with("<>");
        if !is_tag {
            return None;
        }
        let mut depth = 0_usize;
        let mut quote = None;
        let mut has_brace = rest.starts_with("</>") || rest.starts_with("<>");
        for (offset, byte) in rest.bytes().enumerate().skip(1) {
            match byte {
                _ if offset > LONGEST_JSX => break,
                _ if quote == Some(byte) => quote = None,
                _ if quote.is_some() => {}
                b'"' | b'\'' | b'`' => quote = Some(byte),
                b'{' => {
                    depth += 1;
                    has_brace = true;
                }
                b'}' => depth = depth.saturating_sub(1),
                b'>' if depth == 0 => {
                    return has_brace.then(|| self.hole(start, start + offset + 1, false));
                }
                b'<' if depth == 0 => return None,
                _ => {}
            }
        }
        self.jsx_from = start + LONGEST_JSX.min(rest.len());
        None
    }
}

const LONGEST_JSX: usize = 4_000;
