//! A value in front matter: from its notation (quotes, escapes, folded lines) to text with an offset map. It never
//! decides what a value means.

use crate::markup::lines;
use crate::markup::prose::Prose;
use crate::text::Span;

/// A value as a reader of YAML, TOML or JSON found it.
#[derive(Clone, Debug)]
pub(crate) struct Scalar {
    /// The key; nested keys are joined by a dot.
    pub key: String,
    /// The value, decoded.
    pub value: String,
    /// The notation of the value in the source, its quotation marks included.
    pub raw: Span,
    /// Whether the value is text: no number, truth value or date.
    pub is_text: bool,
}

/// The quotation marks around a value, longest first.
const QUOTES: [&str; 4] = ["\"\"\"", "'''", "\"", "'"];

impl Scalar {
    /// The value in the source without its quotation marks.
    pub fn content(&self, source: &str) -> Span {
        let raw = lines::trimmed(source, self.raw);
        let text = raw.of(source);
        QUOTES
            .iter()
            .find(|quote| text.len() >= quote.len() * 2 && text.starts_with(**quote) && text.ends_with(**quote))
            .map_or(raw, |quote| Span::new(raw.start + quote.len(), raw.end - quote.len()))
    }

    /// The value as prose.
    ///
    /// Goes through notation and value side by side; where they differ, the notation is an escape or folded white
    /// space. A notation that does not walk out is one unit.
    pub fn prose(&self, source: &str) -> Prose {
        let content = self.content(source);
        let quote = source
            .get(content.start.saturating_sub(1)..content.start)
            .unwrap_or_default();
        let has_quote = content != lines::trimmed(source, self.raw);
        let walk = Walk {
            source,
            end: content.end,
            escape: match quote {
                "\"" if has_quote => Escape::Backslash,
                "'" if has_quote => Escape::Doubled,
                _ => Escape::None,
            },
        };
        walk.prose(content.start, &self.value).unwrap_or_else(|| {
            let mut prose = Prose::default();
            prose.replace(&self.value, content);
            prose
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Escape {
    None,
    Backslash,
    Doubled,
}

struct Walk<'s> {
    source: &'s str,
    end: usize,
    escape: Escape,
}

impl Walk<'_> {
    fn prose(&self, mut at: usize, value: &str) -> Option<Prose> {
        let mut prose = Prose::default();
        let mut value = value;
        let mut copied = at;
        while let Some(decoded) = value.chars().next() {
            let rest = self.source.get(at..self.end)?;
            if rest.is_empty() && value.trim().is_empty() {
                // The line end of a block scalar, which the notation is trimmed of.
                break;
            }
            let raw = rest.chars().next();
            let is_escape = match self.escape {
                Escape::Backslash => raw == Some('\\'),
                Escape::Doubled => rest.starts_with("''"),
                Escape::None => false,
            };
            if raw == Some(decoded) && !is_escape && !is_break(decoded) {
                at += decoded.len_utf8();
                value = value.get(decoded.len_utf8()..)?;
                continue;
            }
            prose.copy(self.source, Span::new(copied, at));
            let (raw_len, decoded_len) = if is_escape && self.escape == Escape::Doubled {
                (2, 1)
            } else if is_escape && !rest.get(1..)?.starts_with(is_break) {
                (escape_len(rest)?, decoded.len_utf8())
            } else if rest.starts_with(char::is_whitespace) || is_escape {
                // Line ends and the white space around them, folded or stripped.
                let raw_len = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\\').len();
                (raw_len, value.len() - value.trim_start().len())
            } else {
                return None;
            };
            let unit = Span::new(at, at + raw_len);
            let part = value.get(..decoded_len)?;
            if part == unit.of(self.source) {
                prose.copy(self.source, unit);
            } else {
                prose.replace(part, unit);
            }
            at = unit.end;
            copied = at;
            value = value.get(decoded_len..)?;
        }
        prose.copy(self.source, Span::new(copied, at));
        Some(prose)
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

/// The length of a backslash escape of YAML, TOML or JSON.
fn escape_len(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    chars.next()?;
    let mark = chars.next()?;
    Some(match mark {
        'x' => 4,
        'u' => {
            // A character beyond the first plane is two escapes in JSON.
            let is_pair = rest
                .get(2..6)
                .and_then(|hex| u32::from_str_radix(hex, 16).ok())
                .is_some_and(|code| (0xD800..0xDC00).contains(&code));
            if is_pair { 12 } else { 6 }
        }
        'U' => 10,
        mark => 1 + mark.len_utf8(),
    })
}
