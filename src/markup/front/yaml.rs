//! The scalars of YAML front matter; it never resolves anchors, tags or types.

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::text::Span;

use crate::markup::front::Scalar;

/// What is around a value: a mapping, with the key that waits for its value, or a sequence.
enum Level {
    Mapping(Option<String>),
    Sequence,
}

/// Anything nested deeper than this is not front matter.
const DEEPEST: usize = 64;

/// The scalars of the YAML in `content`, or where and why it cannot be read.
pub(super) fn scalars(source: &str, content: Span) -> Result<Vec<Scalar>, (Span, String)> {
    let text = content.of(source);
    let bytes = Bytes::of(text);
    let mut reader = Reader::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let at = content.start + bytes.at(error.marker().index());
            (
                Span::new(at, at),
                format!("The YAML front matter cannot be read: {}", error.info()),
            )
        })?;
        let raw = Span::new(bytes.at(span.start.index()), bytes.at(span.end.index())).shifted(content.start);
        match event {
            Event::Scalar(value, style, _, _) => reader.scalar(&value, style, raw),
            Event::Alias(_) => reader.alias(),
            Event::MappingStart(..) | Event::SequenceStart(..) if reader.levels.len() >= DEEPEST => {
                let message = "The YAML front matter is nested too deep to be read".to_owned();
                return Err((Span::new(content.start, content.start), message));
            }
            Event::MappingStart(..) => reader.open(Level::Mapping(None)),
            Event::SequenceStart(..) => reader.open(Level::Sequence),
            Event::MappingEnd | Event::SequenceEnd => reader.close(),
            _ => {}
        }
    }
    Ok(reader.scalars)
}

/// What is read so far, and where the reader is.
#[derive(Default)]
struct Reader {
    scalars: Vec<Scalar>,
    /// What is open, innermost last.
    levels: Vec<Level>,
    /// The keys of what is open; empty in a sequence.
    path: Vec<String>,
}

impl Reader {
    /// A key, or a value under the key before it.
    fn scalar(&mut self, value: &str, style: ScalarStyle, raw: Span) {
        if let Some(Level::Mapping(key @ None)) = self.levels.last_mut() {
            *key = Some(value.to_owned());
            return;
        }
        let key = key_of(&self.path, self.levels.last());
        if !key.is_empty() {
            self.scalars.push(Scalar {
                key,
                value: value.to_owned(),
                raw,
                is_text: style != ScalarStyle::Plain || !is_typed(value),
            });
        }
        self.value_done();
    }

    /// An alias is not resolved: as a key it has no name, as a value it is nothing.
    fn alias(&mut self) {
        match self.levels.last_mut() {
            Some(Level::Mapping(key @ None)) => *key = Some(String::new()),
            _ => self.value_done(),
        }
    }

    fn open(&mut self, level: Level) {
        self.path.push(match self.levels.last() {
            Some(Level::Mapping(Some(key))) => key.clone(),
            _ => String::new(),
        });
        self.levels.push(level);
    }

    fn close(&mut self) {
        self.levels.pop();
        self.path.pop();
        // A mapping that served as a key has no name.
        self.alias();
    }

    fn value_done(&mut self) {
        if let Some(Level::Mapping(key)) = self.levels.last_mut() {
            *key = None;
        }
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
