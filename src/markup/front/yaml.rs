//! The scalars of YAML front matter; it never resolves anchors, tags or types.

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::text::Span;

use super::Scalar;

/// What stands around a value: a mapping, with the key that waits for its value, or a sequence.
enum Level {
    Mapping(Option<String>),
    Sequence,
}

/// Deeper nesting than this is no front matter.
const DEEPEST: usize = 64;

/// The scalars of the YAML in `content`, or where and why it cannot be read.
pub(super) fn scalars(source: &str, content: Span) -> Result<Vec<Scalar>, (Span, String)> {
    let text = content.of(source);
    let bytes = Bytes::of(text);
    let mut scalars = Vec::new();
    let mut levels: Vec<Level> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let at = content.start + bytes.at(error.marker().index());
            (
                Span::new(at, at),
                format!("The YAML front matter cannot be read: {}", error.info()),
            )
        })?;
        match event {
            Event::Scalar(value, style, _, _) => {
                if let Some(Level::Mapping(key @ None)) = levels.last_mut() {
                    *key = Some(value.into_owned());
                    continue;
                }
                let raw = Span::new(bytes.at(span.start.index()), bytes.at(span.end.index())).shifted(content.start);
                let key = key_of(&path, levels.last());
                if !key.is_empty() {
                    let is_text = style != ScalarStyle::Plain || !is_typed(&value);
                    scalars.push(Scalar {
                        key,
                        value: value.into_owned(),
                        raw,
                        is_text,
                    });
                }
                value_done(&mut levels);
            }
            Event::Alias(_) => {
                if let Some(Level::Mapping(key @ None)) = levels.last_mut() {
                    *key = Some(String::new());
                } else {
                    value_done(&mut levels);
                }
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if levels.len() >= DEEPEST {
                    let message = "The YAML front matter is nested too deep to be read".to_owned();
                    return Err((Span::new(content.start, content.start), message));
                }
                path.push(match levels.last() {
                    Some(Level::Mapping(Some(key))) => key.clone(),
                    _ => String::new(),
                });
                levels.push(if matches!(event, Event::MappingStart(..)) {
                    Level::Mapping(None)
                } else {
                    Level::Sequence
                });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                levels.pop();
                path.pop();
                match levels.last_mut() {
                    // A mapping that served as a key has no name.
                    Some(Level::Mapping(key @ None)) => *key = Some(String::new()),
                    _ => value_done(&mut levels),
                }
            }
            _ => {}
        }
    }
    Ok(scalars)
}

fn value_done(levels: &mut [Level]) {
    if let Some(Level::Mapping(key)) = levels.last_mut() {
        *key = None;
    }
}

fn key_of(path: &[String], level: Option<&Level>) -> String {
    let own = match level {
        Some(Level::Mapping(Some(key))) => key.as_str(),
        _ => "",
    };
    let parts: Vec<&str> = path
        .iter()
        .map(String::as_str)
        .chain([own])
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(".")
}

/// Whether an unquoted value is a number, truth value or nothing.
fn is_typed(value: &str) -> bool {
    matches!(value, "" | "~" | "null" | "true" | "false" | "yes" | "no") || value.parse::<f64>().is_ok()
}

/// From character indices, which the reader of YAML counts in, to bytes.
struct Bytes {
    offsets: Option<Vec<usize>>,
    len: usize,
}

impl Bytes {
    fn of(text: &str) -> Self {
        Self {
            offsets: (!text.is_ascii()).then(|| text.char_indices().map(|(offset, _)| offset).collect()),
            len: text.len(),
        }
    }

    fn at(&self, index: usize) -> usize {
        match &self.offsets {
            Some(offsets) => offsets.get(index).copied().unwrap_or(self.len),
            None => index.min(self.len),
        }
    }
}
